"""French, Spanish, Portuguese, Italian, Romanian, Catalan."""

TABLES = {
    "fr": """
read_more: lire aussi | lisez aussi | à lire aussi | à lire également | à lire | à voir aussi | à voir également | à voir | à écouter | voir aussi
    | lire également | lire notre | lire : | lire l'article | lire la suite | sur le même sujet | sur le même thème | pour aller plus loin
    | en savoir plus | pour en savoir plus | plus d'informations | plus d'actualités | notre dossier | nos articles | retrouvez nos | découvrez aussi
    | découvrir aussi | articles liés | articles similaires | à découvrir | les plus lus | le plus lu | les articles les plus lus | vous aimerez aussi
    | cela pourrait vous intéresser | cet article pourrait vous | recommandé pour vous | suggestions : | lire plus | voir plus | continuer la lecture
    | dans la même rubrique | dernières nouvelles | écouter aussi | relire | plus de sujets
label: partager | partager l'article | partagez | imprimer | enregistrer | sauvegarder | écouter | écouter l'article | commenter | commentaire
    | commentaires | aucun commentaire | réagir | réagissez | voir les commentaires | laisser un commentaire | suivre | suivez-nous | publicité
    | annonce | sponsorisé | contenu sponsorisé | galerie | galerie photos | diaporama | vidéo | voir la vidéo | lire la vidéo | audio | podcast
    | chargement | chargement en cours | patientez | copier le lien | lien copié | copié | s'abonner | abonnez-vous | je m'abonne | se connecter
    | connexion | s'inscrire | inscription | déconnexion | afficher plus | voir plus | plus | fermer | menu | rechercher | recherche | retour en haut
    | sources | source | newsletter | infolettre | en direct | direct | mots-clés | thèmes | signaler une erreur | l'essentiel | offrir l'article
    | offrir cet article | ajouter à mes favoris | lire plus tard | réduire | agrandir | haut de page | sommaire | passer la publicité
    | la suite après cette publicité | la suite après la publicité | faire un don | lecture zen | sur le web
with: cet | cette | l' | le | la | les | sur | via | par | avec | l'article | article | page | facebook | twitter | x | whatsapp | e-mail | mail
    | courriel | lien
offer: infolettre | infolettres | newsletters | lettre d'information | boîte mail | boîte aux lettres | appli | application | abonnement
    | confidentialité | chaîne | notifications | alertes | l'essentiel de l'actu* | l'essentiel de l'info* | le meilleur de l'actu*
    | le meilleur de l'info*
act: abonn* | inscri* | suiv* | téléchar* | cliqu* | accept* | utilisons | rejoign* | recev*
us: nous | notre | nos
invite: abonnez-vous | inscrivez-vous | recevez | suivez-nous | suivez l'actualité | téléchargez | rejoignez-nous | restez informé | soutenez-nous
    | faites un don | retrouvez-nous | pour recevoir | ne manquez rien | je m'inscris | je m'abonne
paywall: il vous reste … à lire | il vous reste … de cet article | article réservé | article est réservé | article exclusif | contenu réservé
    | contenu est réservé | contenu exclusif | réservé aux abonnés | réservée aux abonnés | réservés aux abonnés | pour les abonnés | déjà abonné
    | pas encore abonné | pour lire la suite | pour continuer la lecture | lire la suite de cet article | la suite est réservée
    | débloquer cet article | abonnez-vous pour lire | lecture illimitée | la suite de cet article est | accédez à tous nos
consent: pour afficher ce contenu | pour voir ce contenu | pour visionner cette vidéo | ce contenu est | ce contenu provient | ce contenu n'est
    | ce contenu a été bloqué | contenu externe | contenu bloqué | nous utilisons des cookies | ce site utilise des cookies | ce site utilise
    | en cliquant sur | vous avez refusé | vos paramètres de cookies | gérer les cookies | gérer mes cookies | paramètres des cookies
    | politique de confidentialité | votre navigateur | nous avons besoin de votre | accepter les cookies | cette vidéo n'est
    | pour profiter de ce contenu
dated: publié | publié le | publiée | mis à jour | mise à jour | modifié | modifié le | dernière mise à jour | mis en ligne | créé le | posté le
    | temps de lecture | minutes de lecture | min de lecture | min. de lecture | lecture : | temps de lecture estimé
by: par | écrit par | propos recueillis par | recueilli par | texte | auteur | un texte de | rédigé par | article rédigé par | publié par
    | reportage de
credit: photo | photos | image | images | crédit | crédits | crédit photo | crédits photo | photographie | illustration | source | sources
    | infographie | dessin | légende | vidéo | capture d'écran | montage
thanks: avec afp | avec l'afp | avec reuters | avec ap | avec les agences | avec agences | avec des agences | avec des informations de
    | avec la collaboration de | propos recueillis par | sources :
notice: mise à jour : cet article | cet article a été | cet article est paru | cet article est initialement | cet article a initialement
    | ce texte est paru | ce texte a été | article publié initialement | initialement publié | publié initialement | article initialement
    | cet article est republié | les opinions exprimées dans
amends: correct* | corrig* | rectifi* | erratum | errata | erreur* | erroné* | précision* | précisé* | version précédente | précédente version
    | première version | retiré* | dépublié* | supprimé* | note de la rédaction | ndlr
rights: tous droits réservés | tous droits de reproduction | reproduction interdite | droits de reproduction | toute reproduction
tags: mots-clés | mots clés | thèmes | thème | sujets | sujet | tags | étiquettes | rubrique | rubriques | catégorie | catégories | plus sur | dossier
    | sur le sujet
service: cliquez ici | accéder au contenu | accéder à | aller au contenu | aller à | suivez-nous sur | écouter cet article | partager cet article
    | copier le lien | contactez-nous | écrivez-nous | écrire à la rédaction | une question ? | vous avez une information | vous avez repéré une
    | signalez | lire l'original | lire l'article original | lire l'article en entier | votre avis | réagissez à | donnez votre avis
    | qu'en pensez-vous | partagez votre avis | dites-nous ce que | … est une marque partenaire | suivez … sur facebook | suivez … sur instagram
    | suivez … sur google
""",
    "es": """
read_more: lee también | lee más | lea también | lea más | lea aquí | lee aquí | leer también | leer más | leé también | te puede interesar
    | te podría interesar | le puede interesar | le podría interesar | puede interesarte | más noticias | más información | más sobre | más en
    | noticia relacionada | noticias relacionadas | artículos relacionados | notas relacionadas | contenido relacionado | relacionado: | relacionadas:
    | ver también | vea también | vea más | ver más | véase también | mira también | mirá también | sigue leyendo | seguir leyendo | continuar leyendo
    | además lea | además: | también lea | también lee | también puedes leer | también te puede | no te pierdas | no se pierda | lo más leído
    | lo más visto | las más leídas | últimas noticias | recomendamos | te recomendamos | le recomendamos | recomendados | recomendado | conozca más
    | conoce más | escucha también | entérate más | descubre más | haz clic aquí | más temas
label: compartir | compartir artículo | compartir nota | comparte | comparte esto | imprimir | guardar | escuchar | escuchar artículo | escuchar nota
    | escucha este artículo | comentar | comentarios | comentario | ver comentarios | sin comentarios | deja un comentario | seguir | síguenos
    | síguenos en | publicidad | anuncio | patrocinado | contenido patrocinado | galería | fotogalería | galería de fotos | video | vídeo | ver video
    | ver vídeo | reproducir video | audio | pódcast | podcast | cargando | espere por favor | copiar enlace | copiar link | enlace copiado | copiado
    | suscribirse | suscríbete | suscribite | suscríbase | iniciar sesión | inicia sesión | ingresar | registrarse | regístrate | cerrar sesión
    | mostrar más | ver más | más | cerrar | menú | buscar | volver arriba | fuentes | fuente | boletín | newsletter | en vivo | en directo
    | etiquetas | temas | reportar error | normas | ir a los comentarios | archivado en | claves | tendencias | última hora | lo último
    | mostrar comentarios | agregar a favoritos | leer después | envíar por correo | enviar por correo
with: este | esta | el | la | en | por | via | vía | con | artículo | nota | noticia | página | facebook | twitter | x | whatsapp | correo | email
    | e-mail | enlace | telegram
offer: boletín | boletines | bandeja de entrada | correo electrónico | aplicación | app | suscripción | privacidad | canal | notificaciones
    | principales noticias | últimas noticias | mejores noticias
act: suscr* | inscri* | registra* | sigue | síguenos | descarg* | acept* | utilizamos | clic | clique | recib* | únete
us: nosotros | nuestro | nuestra | nuestros | nuestras | usamos
invite: suscríbete | suscribite | suscríbase | inscríbete | regístrate | recibe | recibí | reciba | síguenos | seguinos | síganos | sigue nuestro*
    | únete a | unite a | descarga nuestra | descargá nuestra | descarga la app | entérate de | apóyanos | mantente informado | mantente al día
    | para recibir | puedes seguir a
paywall: exclusivo para suscriptores | exclusiva para suscriptores | exclusivos para suscriptores | solo para suscriptores | sólo para suscriptores
    | reservado para suscriptores | para suscriptores | para continuar leyendo | para seguir leyendo | ya eres suscriptor | ya soy suscriptor
    | ¿ya eres suscriptor | ¿todavía no eres suscriptor | ¿aún no eres suscriptor | ¿ya tienes cuenta | suscríbete para leer | suscríbete para seguir
    | contenido exclusivo | contenido solo para | artículo solo para | artículo exclusivo para | suscríbase para | exclusivo suscriptores
    | has alcanzado el límite | lectura ilimitada | sé el primero en leer | accede a todo el contenido
consent: para ver este contenido | para ver este video | para ver este vídeo | este contenido es | este contenido no | este contenido está
    | este contenido ha sido | contenido externo | utilizamos cookies | usamos cookies | este sitio utiliza | este sitio usa | esta web utiliza
    | esta página utiliza | al hacer clic | configuración de cookies | aceptar cookies | política de cookies | política de privacidad | tu navegador
    | su navegador | necesitamos tu consentimiento | este video no | ver esta publicación en
dated: publicado | publicado el | publicada | actualizado | actualizada | última actualización | modificado | creado | fecha de publicación
    | fecha de actualización | tiempo de lectura | minutos de lectura | min de lectura | min. de lectura | lectura: | lectura de
by: por | escrito por | texto | autor | autora | redacción de | texto de | redactor | redactora | periodista
credit: foto | fotos | fotografía | fotografías | imagen | imágenes | crédito | créditos | ilustración | fuente | fuentes | gráfico | infografía
    | captura | montaje | foto de archivo
thanks: con información de | con informacion de | con datos de | con reportes de | con afp | con ap | con efe | con reuters | con agencias
    | con la colaboración de | (con información
notice: este artículo fue publicado | este artículo se publicó | este artículo fue | este artículo ha sido | este artículo apareció | este texto fue
    | este texto se publicó | esta nota fue publicada | esta nota fue | esta noticia ha sido | esta noticia fue | este contenido fue publicado
    | publicado originalmente | publicada originalmente | las opiniones expresadas en | noticia en desarrollo | la entrada … se publicó primero
    | la entrada … apareció primero
amends: correcci* | corrig* | fe de err* | rectific* | error* | erróne* | equivoc* | aclara* | versión anterior | versión previa | retirad*
    | eliminad* | despublicad* | nota de la redacción | nota del editor | errata*
rights: todos los derechos reservados | prohibida la reproducción | prohibida su reproducción | queda prohibida | derechos reservados
tags: etiquetas | etiqueta | temas | tema | temas relacionados | palabras clave | tags | archivado en | más sobre | categoría | categorías | sección
    | en este artículo
service: haga clic aquí | haz clic aquí | haz click aquí | hacé clic acá | saltar al contenido | ir al contenido | síguenos en | síganos en
    | seguinos en | escucha este artículo | escuchar este artículo | comparte esta | comparte este | contáctanos | escríbenos | envíanos | ¿tienes una
    | ¿tiene una | ¿encontraste un error | ¿has encontrado un error | lee el original | lea el original | leer el original | qué opinas | ¿qué opinas
    | ¿qué te parece | déjanos tu | reportar un error | puedes consultar | comparte tu opinión | danos tu opinión | cuéntanos tu
    | déjanos tu comentario | sigue a … en facebook | sigue a … en instagram | sigue a … en x
""",
    "pt": """
read_more: leia também | leia mais | leia a íntegra | leia ainda | leia outras | leia: | ler também | ler mais | leia aqui | lê também | veja também
    | veja mais | veja ainda | ver mais | ver também | saiba mais | saiba como | confira também | confira mais | confira ainda | assista também
    | ouça também | notícias relacionadas | notícia relacionada | artigos relacionados | conteúdo relacionado | matérias relacionadas | relacionadas:
    | relacionado: | mais notícias | mais sobre | mais lidas | as mais lidas | mais lidos | mais informações | outras notícias | últimas notícias
    | recomendado para você | recomendadas | recomendamos | você pode gostar | você também pode | pode também interessar | também pode gostar
    | talvez lhe interesse | poderá gostar | não perca | continue lendo | continue a ler | continuar a ler | continuar lendo | clique aqui
    | sugestão de leitura | artigo relacionado | mais temas
label: compartilhar | compartilhe | compartilhe esta | compartilhe essa notícia | partilhar | partilhe | imprimir | salvar | guardar | ouvir
    | ouvir artigo | ouvir notícia | ouça este artigo | ouça | comentar | comentários | comentário | ver comentários | deixe um comentário
    | deixe o seu comentário | deixe seu comentário | seguir | siga-nos | siga | publicidade | anúncio | propaganda | patrocinado
    | conteúdo patrocinado | conteúdo publicitário | galeria | fotogaleria | galeria de fotos | vídeo | ver vídeo | reproduzir vídeo | áudio | podcast
    | carregando | a carregar | aguarde | copiar link | copiar ligação | link copiado | copiado | assinar | assine | assine já | subscrever
    | subscreva | entrar | fazer login | login | iniciar sessão | cadastrar | cadastre-se | registar | registe-se | sair | mostrar mais | ver mais
    | mais | fechar | menu | buscar | pesquisar | voltar ao topo | fontes | fonte | boletim | newsletter | ao vivo | em direto | etiquetas | tópicos
    | temas | reportar erro | comunicar erro | continua após a publicidade | continua depois da publicidade | publicidade continue a leitura
    | oferecer artigo | oferecer este artigo | ler mais tarde | presentear | aumentar fonte | diminuir fonte | últimas
with: este | esta | esse | essa | o | a | no | na | em | por | via | com | artigo | notícia | matéria | página | facebook | twitter | x | whatsapp
    | e-mail | email | link | telegram
offer: boletim | caixa de entrada | aplicativo | app | aplicação | assinatura | privacidade | canal | notificações | principais notícias
    | últimas notícias | melhores notícias | melhores reportagens | principais reportagens | resumo das notícias | comunidade
act: assin* | inscr* | subscr* | cadastr* | siga | baixe | descarregue | clique | aceit* | utilizamos | usamos | receb* | entre
us: nós | nosso | nossa | nossos | nossas
invite: inscreva-se | cadastre-se | subscreva | assine | receba | siga-nos | siga o | siga a | siga nosso* | baixe o | baixe nosso | descarregue a
    | entre no grupo | entre no nosso | participe do nosso | fique por dentro | apoie | junte-se | acompanhe-nos | acompanhe nosso*
paywall: exclusivo para assinantes | exclusiva para assinantes | exclusivo a assinantes | só para assinantes | somente para assinantes
    | reservado a assinantes | reservado para assinantes | para assinantes | continue lendo com | para continuar lendo | para continuar a ler
    | já é assinante | já é assinante? | ainda não é assinante | não é assinante | assine para ler | assine para continuar | conteúdo exclusivo
    | artigo exclusivo | artigo exclusivo para | este conteúdo é exclusivo | matéria exclusiva para | você atingiu o limite | leitura ilimitada
    | já tem conta? | torne-se assinante
consent: para ver este conteúdo | para visualizar este conteúdo | este conteúdo é | este conteúdo não | este conteúdo está | conteúdo externo
    | utilizamos cookies | usamos cookies | este site utiliza | este site usa | este sítio utiliza | ao clicar em | configurações de cookies
    | definições de cookies | aceitar cookies | política de cookies | política de privacidade | seu navegador | o seu browser | o seu navegador
    | precisamos do seu consentimento | este vídeo não | ver esta publicação no | veja esta publicação no
dated: publicado | publicada | publicado em | atualizado | atualizada | actualizado | actualizada | última atualização | última actualização
    | modificado | criado em | postado em | tempo de leitura | tempo estimado de leitura | minutos de leitura | min de leitura | min. de leitura
    | leitura: | data de publicação
by: por | escrito por | texto | texto de | autor | autora | reportagem de | reportagem | redação de | da redação
credit: foto | fotos | fotografia | imagem | imagens | crédito | créditos | ilustração | fonte | fontes | gráfico | infografia | reprodução
    | divulgação | montagem | foto de arquivo
thanks: com informações | com informação de | com lusa | com a lusa | com afp | com a afp | com ap | com reuters | com agências | com agência
    | com a colaboração de | (com informações | colaborou | colaboraram | edição: | reportagem: | sob supervisão de
notice: este artigo foi publicado | este artigo foi | este texto foi | esta reportagem foi | esta matéria foi | esta notícia foi | este conteúdo foi
    | publicado originalmente | publicada originalmente | as opiniões expressas | notícia em atualização | matéria em atualização
    | o post … apareceu primeiro | texto originalmente publicado | reportagem originalmente publicada
amends: correç* | corrig* | errata* | retific* | erro | erros | errad* | errône* | esclarec* | versão anterior | primeira versão | retirad*
    | removid* | despublicad* | apagad* | nota da redação | nota do editor | nota da direção
rights: todos os direitos reservados | proibida a reprodução | é proibida a reprodução | direitos reservados | reprodução proibida
tags: etiquetas | etiqueta | tópicos | tópico | temas | tema | assuntos | assunto | palavras-chave | palavras chave | tags | mais sobre | categoria
    | categorias | editoria | marcadores | tudo sobre
service: pular para o conteúdo | ir para o conteúdo | ir para conteúdo | saltar para o conteúdo | siga-nos no | siga-nos nas | siga o canal
    | ouça este | ouvir este | compartilhe esta | compartilhe este | partilhe esta | entre em contato | entre em contacto | fale conosco
    | escreva para | envie-nos | mande sua | encontrou um erro | encontrou algum erro | tem uma sugestão | leia o original | ler o original
    | o que você achou | o que achou | dê a sua opinião | clique aqui para | partilhe a sua opinião | compartilhe sua opinião | deixe seu comentário
    | deixe o seu comentário | conte-nos a sua | siga … no facebook | siga … no instagram
""",
    "it": """
read_more: leggi anche | leggi tutto | leggi qui | leggi di più | leggi l'articolo | leggi pure | leggi: | leggi altre | leggete anche | vedi anche
    | guarda anche | ascolta anche | ti potrebbe interessare | potrebbe interessarti | potrebbero interessarti | potrebbe anche interessarti
    | approfondisci | approfondimenti | per approfondire | continua a leggere | continua la lettura | articoli correlati | notizie correlate
    | contenuti correlati | correlati: | altre notizie | altri articoli | altro su | scopri di più | scopri anche | più letti | i più letti
    | le più lette | ultime notizie | consigliati per te | da non perdere | non perdere | tutte le notizie | per saperne di più | altri temi
label: condividi | condividi l'articolo | condividi articolo | stampa | salva | ascolta | ascolta l'articolo | commenta | commenti | commento
    | vedi commenti | lascia un commento | nessun commento | segui | seguici | segui i temi | pubblicità | annuncio | sponsorizzato
    | contenuto sponsorizzato | galleria | fotogallery | galleria fotografica | video | guarda il video | riproduci video | audio | podcast
    | caricamento | caricamento in corso | attendere prego | copia link | copia il link | link copiato | copiato | abbonati | accedi | registrati
    | iscriviti | esci | mostra altro | vedi altro | altro | chiudi | menu | menù | cerca | torna su | torna all'inizio | fonti | fonte | newsletter
    | in diretta | diretta | argomenti | tag | segnala un errore | regala questo articolo | regala articolo | leggi dopo | preferiti | ingrandisci
    | riduci | mostra commenti
with: questo | questa | questo articolo | l'articolo | articolo | il | la | su | via | con | per | tramite | notizia | pagina | facebook | twitter | x
    | whatsapp | e-mail | email | mail | link | telegram
offer: newsletter | casella di posta | casella mail | applicazione | app | abbonamento | privacy | canale | notifiche | principali notizie
    | ultime notizie
act: abbon* | iscriv* | registra* | segui* | scarica* | clicca* | accett* | usiamo | utilizziamo | ricev*
us: noi | nostro | nostra | nostri | nostre
invite: iscriviti | abbonati | ricevi | seguici | scarica l'app | scarica la nostra | unisciti | resta aggiornato | rimani aggiornato | sostienici
    | sostieni | entra nel canale | per ricevere | registrati gratis
paywall: riservato agli abbonati | riservata agli abbonati | riservati agli abbonati | contenuto per gli abbonati | contenuto riservato
    | articolo riservato | solo per abbonati | esclusivo per gli abbonati | per gli abbonati | sei già abbonato | già abbonato?
    | non sei ancora abbonato | per continuare a leggere | per leggere l'articolo completo | abbonati per leggere | abbonati per continuare
    | hai raggiunto il limite | lettura illimitata | sblocca l'articolo | hai già un account | accedi per continuare
consent: per vedere questo contenuto | per visualizzare questo contenuto | questo contenuto è | questo contenuto non | contenuto esterno
    | contenuto non disponibile | utilizziamo i cookie | utilizziamo cookie | usiamo i cookie | questo sito utilizza | questo sito usa | facendo clic
    | cliccando su | impostazioni cookie | preferenze cookie | accetta i cookie | informativa sulla privacy | il tuo browser | il browser non
    | abbiamo bisogno del tuo | questo video non | per poter visualizzare
dated: pubblicato | pubblicato il | pubblicata | aggiornato | aggiornato il | ultimo aggiornamento | ultima modifica | modificato
    | data di pubblicazione | tempo di lettura | minuti di lettura | min di lettura | lettura: | lettura
by: di | scritto da | testo di | a cura di | articolo di | autore | autrice | redazione di | dal nostro inviato | dalla nostra inviata | servizio di
credit: foto | fotografia | fotografie | immagine | immagini | credito | crediti | illustrazione | fonte | fonti | grafica | infografica | disegno
    | foto di archivio | foto d'archivio
thanks: con informazioni di | con afp | con ansa | con reuters | con ap | con agenzie | con la collaborazione di | ha collaborato | hanno collaborato
    | fonti:
notice: questo articolo è stato pubblicato | questo articolo è stato | questo articolo è apparso | questo articolo è uscito | questo testo è stato
    | questo testo è apparso | pubblicato originariamente | originariamente pubblicato | le opinioni espresse | l'articolo … proviene da
    | articolo in aggiornamento | notizia in aggiornamento
amends: correzion* | corrett* | corregg* | rettific* | errata corrige | errore | errori | errat* | erroneamente | precisazion* | versione precedente
    | precedente versione | prima versione | ritirat* | rimoss* | cancellat* | nota della redazione | nota dell'editore | ndr
rights: tutti i diritti riservati | riproduzione riservata | vietata la riproduzione | riproduzione vietata | diritti riservati
    | è vietata la riproduzione
tags: tag | tags | argomenti | argomento | temi | tema | parole chiave | altro su | categoria | categorie | sezione | leggi anche gli articoli su
service: clicca qui | cliccate qui | vai al contenuto | salta al contenuto | seguici su | seguici anche | ascolta questo | ascolta l'articolo
    | condividi questo | condividi su | contattaci | scrivici | scrivi a | inviaci | hai una segnalazione | hai domande | hai trovato un errore
    | leggi l'originale | cosa ne pensi | dì la tua | di' la tua | lascia un commento | condividi la tua | dicci cosa | facci sapere cosa
    | raccontaci la tua | segui … su facebook | segui … su instagram
""",
    "ro": """
read_more: citește și | citește mai | citește: | citește continuarea | citește toată | citește articolul | citește aici | citiți și | citiți mai
    | vezi și | vezi mai | vezi aici | vedeți și | urmărește și | mai multe despre | mai multe știri | mai multe pe | mai multe detalii | mai citește
    | alte știri | articole similare | articole recomandate | știri similare | știri recomandate | recomandate | recomandări | recomandarea
    | recomandarea zilei | pe aceeași temă | cele mai citite | ultimele știri | te-ar putea interesa | s-ar putea să te | te-ar mai putea | nu rata
    | află mai multe | continuă să citești | ascultă și
label: distribuie | distribuie articolul | share | tipărește | printează | salvează | ascultă | ascultă articolul | comentează | comentarii
    | comentariu | adaugă un comentariu | lasă un comentariu | vezi comentariile | urmărește | urmărește-ne | urmăriți-ne | publicitate | reclamă
    | advertorial | sponsorizat | galerie foto | galerie | foto | video | play video | audio | podcast | se încarcă | așteptați | copiază link
    | link copiat | copiat | abonează-te | abonare | conectare | autentificare | înregistrare | înregistrează-te | ieșire | arată mai mult | mai mult
    | vezi mai mult | mai multe | închide | meniu | caută | căutare | înapoi sus | surse | sursă | sursa | newsletter | live | în direct | etichete
    | taguri | subiecte | raportează o eroare | trimite
with: acest | articol | articolul | pe | prin | cu | via | facebook | twitter | x | whatsapp | e-mail | email | link | telegram
offer: newsletter | aplicația | aplicație | abonament | canal | canalul | notificări | comunitate | inbox | știri
act: abon* | înscrie* | înregistr* | urmăr* | descarc* | accept* | primești | primește | intră
us: noi | nostru | noastră | noastre | noștri
invite: abonează-te | abonați-vă | înscrie-te | urmărește-ne | urmăriți-ne | urmărește știrile | descarcă aplicația | primește | fii la curent
    | rămâi la curent | susține | susține-ne | alătură-te | intră pe canalul | pentru a primi
paywall: exclusiv pentru abonați | doar pentru abonați | numai pentru abonați | rezervat abonaților | pentru abonați | ești deja abonat | deja abonat?
    | sunteți deja abonat | pentru a citi în continuare | pentru a continua să citești | pentru a citi articolul | abonează-te pentru a citi
    | conținut exclusiv | articol exclusiv pentru | ai deja cont
consent: pentru a vedea acest conținut | pentru a vizualiza | acest conținut este | acest conținut nu | conținut extern | folosim cookie
    | folosim cookies | utilizăm cookie | acest site folosește | acest site utilizează | acest website folosește | setări cookie | setări cookies
    | acceptă cookie | politica de confidențialitate | politica de cookie | browserul tău | browserul dumneavoastră | avem nevoie de acordul
dated: publicat | publicat la | publicat în | data publicării | actualizat | data actualizării | ultima actualizare | modificat | timp de citire
    | timp de citit | minute de citit | min de citit | min citire | postat
by: de | scris de | autor | text de | de către | redactor | articol de
credit: foto | fotografie | fotografii | imagine | imagini | credit foto | sursa foto | sursă foto | sursa | sursă | ilustrație | grafică | infografic
    | captură | foto arhivă
thanks: cu informații de la | cu informații din | cu afp | cu agerpres | cu reuters | cu ap | editare de | editor: | editor : | (sursa
notice: notă: acest articol | acest articol a fost publicat | acest articol a fost | acest text a fost | articol publicat inițial | publicat inițial
    | opiniile exprimate | știre în curs de actualizare
amends: corect* | corecț* | erată | rectific* | greșe* | greși* | eroare | eroril* | erori | eronat* | preciz* | clarific* | versiune anterioară
    | retras* | șters* | eliminat* | nota redacției | n.red. | n. red.
rights: toate drepturile rezervate | drepturi de autor | reproducerea interzisă | este interzisă reproducerea | preluarea fără
tags: etichete | etichetă | taguri | tag-uri | tags | cuvinte cheie | cuvinte-cheie | subiecte | subiect | teme | categorie | categorii
service: click aici | clic aici | apasă aici | sari la conținut | mergi la conținut | urmărește-ne pe | urmăriți-ne pe | ascultă acest
    | distribuie acest | contactează-ne | scrie-ne | scrieți-ne | trimite-ne | ai un pont | ai o poveste | ai găsit o greșeală | ce părere ai
    | spune-ți părerea
""",
    "ca": """
read_more: llegeix també | llegir també | llegeix més | llegir més | llegiu també | llegiu més | vegeu també | mira també | més informació
    | més notícies | més sobre | també et pot interessar | et pot interessar | us pot interessar | et recomanem | no et perdis | no us perdeu
    | notícies relacionades | articles relacionats | relacionat: | el més llegit | els més llegits | últimes notícies | continua llegint
    | continuar llegint | escolta també
label: comparteix | compartir | comparteix l'article | imprimeix | imprimir | desa | desar | guardar | escolta | escolta l'article | comenta
    | comentaris | comentari | deixa un comentari | veure comentaris | segueix | segueix-nos | publicitat | anunci | patrocinat | contingut patrocinat
    | galeria | galeria de fotos | vídeo | reprodueix | veure vídeo | àudio | podcast | carregant | copia l'enllaç | copiar enllaç | enllaç copiat
    | copiat | subscriu-te | subscriure's | inicia sessió | iniciar sessió | registra't | tanca la sessió | mostra'n més | veure més | més | tanca
    | tancar | menú | cerca | cercar | torna a dalt | fonts | font | butlletí | newsletter | en directe | directe | etiquetes | temes
with: aquest | aquesta | l' | el | la | a | al | en | per | via | amb | article | notícia | facebook | twitter | x | whatsapp | correu | e-mail
    | email | enllaç | telegram
offer: butlletí | butlletins | newsletter | bústia | correu electrònic | aplicació | app | subscripció | privacitat | canal | notificacions
act: subscri* | apunta* | registra* | segueix* | descarrega* | clica* | accept* | rep
us: nostre | nostra | nostres | nosaltres
invite: subscriu-te | subscriviu-vos | apunta't | segueix-nos | seguiu-nos | descarrega't | rep | rebeu | registra't | fes-te subscriptor
    | fes-t'hi soci | uneix-te | dona suport | per rebre
paywall: exclusiu per a subscriptors | exclusiu per subscriptors | només per a subscriptors | només per subscriptors | per a subscriptors
    | ja ets subscriptor | ja sou subscriptor | encara no ets subscriptor | per continuar llegint | per seguir llegint | contingut exclusiu
    | subscriu-te per llegir | ja tens compte
consent: per veure aquest contingut | aquest contingut és | aquest contingut no | contingut extern | utilitzem cookies | fem servir cookies
    | fem servir galetes | aquest web utilitza | aquest lloc web utilitza | configuració de cookies | accepta les cookies | política de privacitat
    | política de galetes | el teu navegador | el vostre navegador | necessitem el teu
dated: publicat | publicat el | publicada | actualitzat | actualitzada | última actualització | darrera actualització | modificat | temps de lectura
    | minuts de lectura | min de lectura
by: per | escrit per | text | text de | autor | autora | redacció de
credit: foto | fotos | fotografia | imatge | imatges | crèdit | il·lustració | font | fonts | gràfic | infografia | arxiu | captura
thanks: amb informació de | amb informacions | amb acn | amb efe | amb afp | amb agències | amb la col·laboració de | hi ha col·laborat
notice: aquest article es va publicar | aquest article va ser | aquest article ha estat | aquest text es va | aquesta notícia ha estat
    | publicat originalment | publicat originàriament | les opinions expressades
amends: correcci* | corregi* | fe d'err* | rectific* | error* | errad* | aclari* | versió anterior | retirat* | retirada | eliminat* | eliminada
    | nota de la redacció
rights: tots els drets reservats | prohibida la reproducció | queda prohibida | drets reservats
tags: etiquetes | etiqueta | temes | tema | paraules clau | arxivat a | més sobre | categoria | categories | tags
service: salta al contingut | vés al contingut | segueix-nos a | segueix-nos al | seguiu-nos a | escolta aquest | comparteix aquest
    | contacta amb nosaltres | escriu-nos | envia'ns | has trobat un error | què en penses | què n'opines
""",
}
