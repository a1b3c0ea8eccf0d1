"""German, Dutch, Swedish, Danish, Norwegian, Icelandic."""

TABLES = {
    "de": """
read_more: mehr zum thema | mehr dazu | mehr lesen | mehr informationen | mehr über | mehr: | mehr zu | lesen sie auch | lesen sie hier
    | lesen sie mehr | lesen sie dazu | lesen sie weiter | lesen sie: | lesen sie außerdem | lesen sie jetzt | lies auch | lies hier
    | auch interessant | auch spannend | auch lesenswert | weitere artikel | weitere informationen | weitere themen | weitere nachrichten
    | weitere meldungen | weitere news | weiterführende | zum thema | hier geht es | hier lesen | hier finden sie | hier geht's | das könnte sie
    | das könnte dich | das könnte ihnen | dazu: | siehe auch | passend dazu | ebenfalls interessant | meistgelesen | aktuelle nachrichten
    | die wichtigsten nachrichten | die wichtigsten news | alle news | alle nachrichten | alle infos | zum weiterlesen | weiterlesen:
    | verwandte artikel | verwandte themen | lesetipp | empfehlung der redaktion | empfehlungen der redaktion | unsere empfehlung | mehr news
    | mehr nachrichten | lesen sie mehr zum thema | neueste artikel | neueste nachrichten | mehr themen
label: teilen | artikel teilen | drucken | artikel drucken | merken | artikel merken | speichern | vorlesen | artikel vorlesen | artikel anhören
    | anhören | kommentar | kommentare | kommentieren | kommentar schreiben | kommentar verfassen | kommentare anzeigen | zu den kommentaren
    | diskutieren sie mit | folgen | anzeige | anzeigen | werbung | gesponsert | bezahlter inhalt | bildergalerie | fotostrecke | galerie | video
    | audio | podcast | video abspielen | abspielen | wird geladen | lädt | laden | bitte warten | link kopieren | link kopiert | kopiert | abonnieren
    | anmelden | einloggen | registrieren | abmelden | quellen | quelle | live | newsletter | schlagworte | schlagwörter | themen | mehr anzeigen
    | mehr laden | weiterlesen | schließen | menü | suche | nach oben | zur startseite | zurück | fehler melden | fehler gefunden? | feedback
    | zum artikel | zur galerie | zum video | alle anzeigen | mehr | tags | faq | schriftgröße | inhaltsverzeichnis | push-nachrichten aktivieren
    | als pdf | seite drucken | per mail versenden | weiterempfehlen | auf google folgen | hier abonnieren | jetzt abonnieren | darum geht's
    | darum gehts | eilmeldung | nach oben scrollen | artikel kommentieren | lesezeichen
with: diesen | den | dieses | die | das | auf | via | per | mit | mit freunden | artikel | beitrag | story | seite | link | facebook | twitter | x
    | whatsapp | telegram | e-mail | mail | email | bei | jetzt | bitte | hier
offer: wichtigsten nachrichten | wichtigsten meldungen | wichtigsten themen | topstorys | top-storys | datenschutz* | push-* | postfach | app | apps
    | abo | abos | kanal | newsletters | ticker | liveblog | live-blog | messenger | probemonat | community | im handel erhältlich
act: abonn* | anmeld* | registrier* | folgen | folge | akzept* | zustimm* | herunterlad* | download* | klick*
us: uns | unser | unsere | unserem | unseren | unserer | unseres | wir
invite: jetzt vorbestellen | abonniere den | abonniere unser* | folgst du | abonnieren sie | abonnier* unser* | melden sie sich | meld dich | melde dich | folgen sie
    | folge uns | folgt uns | jetzt abonnieren | jetzt kostenlos abonnieren | jetzt anmelden | jetzt gratis | jetzt kostenlos | kostenlos abonnieren
    | hier anmelden | hier abonnieren | jetzt testen | jetzt bestellen | jetzt herunterladen | laden sie | erhalten sie | bekommen sie
    | holen sie sich | erhalte die | bleiben sie informiert | newsletter abonnieren | auf dem laufenden | erhalten wir eine provision
    | erhalten wir provision | affiliate-link* | hier können sie unser* | finden sie in unserem | finden sie in unserer | unterstützen sie
    | unterstütze uns | in unserem liveblog | in unserem newsletter | teile deine | teilen sie ihre | diskutiere mit | diskutieren sie mit
paywall: weiterlesen mit | weiter lesen mit | jetzt weiterlesen | um weiterzulesen | um den artikel weiterzulesen | artikel ist exklusiv
    | artikel ist kostenpflichtig | artikel ist nur für | artikel nur für abonn* | inhalt nur für abonn* | inhalt ist nur für | artikel für abonn*
    | exklusiv für abonn* | exklusiv für unsere | nur für abonn* | mit einem abo lesen | mit abo lesen | mit abo weiterlesen
    | mit einem abo weiterlesen | mit plus lesen | plus-abo | sie haben noch kein abo | sie haben kein abo | noch kein abo | noch kein konto
    | noch kein abonnent | bereits abonnent? | bereits registriert? | bereits kunde? | schon abonnent? | sie sind bereits abonnent
    | schon registriert? | diesen artikel freischalten | artikel freischalten | mit diesem abo | probeabo | probe-abo | jetzt probemonat
    | alle artikel frei | unbegrenzter zugriff auf alle | unbegrenzten zugang zu allen | wollen sie diesen artikel lesen | testen sie … plus
consent: um diesen inhalt | um dieses video | um diese karte | an dieser stelle finden | an dieser stelle befindet | an dieser stelle steht
    | an dieser stelle würde | hier ist ein externer | empfohlener externer inhalt | empfohlener redaktioneller inhalt | externer inhalt
    | ich bin damit einverstanden | ein klick für den datenschutz | mit der aktivierung | mit dem klick | mit klick auf
    | wir benötigen ihre zustimmung | wir brauchen ihre zustimmung | dieser inhalt ist | dieser inhalt wird | dieser inhalt stammt
    | dieses element enthält | dieses video ist nicht | wir verwenden cookies | diese website verwendet cookies | diese webseite verwendet cookies
    | cookie-einstellungen | datenschutzeinstellungen | ihr browser | bitte aktivieren sie javascript | zum anzeigen dieses | beim laden des
    | mit dem laden des | durch das laden | sie sehen gerade einen platzhalter | mit ihrer zustimmung | anzeigen von externen inhalten
dated: veröffentlicht | erschienen | aktualisiert | zuletzt aktualisiert | zuletzt bearbeitet | stand | erstellt | publiziert | letzte aktualisierung
    | letztes update | erstveröffentlichung | lesezeit | lesedauer | minuten lesezeit | min. lesezeit | min lesezeit
by: von | ein beitrag von | ein kommentar von | eine analyse von | ein gastbeitrag von | ein interview von | text | autor | autorin | autoren
    | interview
credit: foto | fotos | bild | bilder | grafik | illustration | quelle | quellen | bildquelle | bildnachweis | bildrechte | fotocredit | credit
    | symbolbild | symbolfoto | archivbild | archivfoto | karte | screenshot | montage
thanks: mit material | mit informationen von | mit informationen der | mit agenturmaterial | mit inhalten der | mit inhalten von | mit dpa | mit afp
    | mit reuters | mit ap | unter verwendung von | redaktionelle mitarbeit | quellen: | quelle: | verwendete quellen | transparenzhinweis
notice: dieser artikel ist zuerst | dieser artikel erschien | dieser artikel wurde | dieser text ist zuerst | dieser text erschien
    | dieser text wurde | dieser beitrag ist zuerst | dieser beitrag erschien | dieser beitrag wurde | der artikel erschien | der text erschien
    | diese meldung wurde | dieser beitrag stammt | dieser artikel stammt | dies ist eine maschinelle | dies ist eine automatische
    | zuerst erschienen | dieser text ist eine übersetzung | dieser artikel ist eine übersetzung | dieses interview wurde | die meldung wird laufend
    | … berichtete am … im programm | über dieses thema berichtete | über dieses thema berichten | dieses thema im programm | originalmeldung
amends: korrigier* | korrektur* | berichtig* | richtiggestellt | richtigstellung* | klarstell* | klargestellt | präzisier* | fehler* | falsch*
    | irrtüm* | früheren version | früheren fassung | ersten version | ersten fassung | ursprünglichen version | vorherigen version | zurückgezogen
    | zurückgenommen | entfernt | gelöscht | depubliziert | ausbesserung | anmerkung der redaktion | anm. d. red | hinweis der redaktion
    | redaktioneller hinweis | transparenzhinweis | erratum | errata
rights: alle rechte vorbehalten | nachdruck verboten | vervielfältigung nur mit | weiterverbreitung nur mit | dieser text ist urheberrechtlich
    | copyright by
tags: schlagworte | schlagwörter | schlagwort | schlagwörtern | themen | thema | stichworte | stichwörter | mehr zu den themen | mehr zum thema | tags
    | ressort | rubrik | kategorie | kategorien
service: klicken sie hier | klicke hier | hier klicken | diese seite ist durch recaptcha | jeden montag die | jeden morgen die | jeden freitag die
    | jeden abend die | folgst du schon | lest den original* | lies den original* | lesen sie den original* | zum inhalt springen
    | zur navigation springen | zum hauptinhalt | zum seitenanfang | artikel anhören | artikel merken | artikel teilen | folgen sie uns
    | schreiben sie uns | schreibt uns | haben sie fragen | haben sie anregungen | haben sie einen fehler | diesen artikel können sie
    | den originalartikel | lesen sie das original | lest das original | fehler im artikel | kontakt zur redaktion | feedback an die redaktion
    | ihre meinung ist gefragt | diskutieren sie | was denken sie | was meinen sie? | kommentieren sie | wie finden sie | sie haben hinweise
    | haben sie hinweise | folgen sie dem thema | teile deine tipps | teilen sie ihre erfahrung* | was meinst du? | diskutieren sie mit
    | diskutier mit | … ist eine partnermarke | folgen sie … auf facebook | folgen sie … auf instagram | folge … auf instagram
""",
    "nl": """
read_more: lees ook | lees meer | lees verder | lees hier | lees: | lees het volledige | meer over | meer lezen | meer nieuws | meer weten | meer uit
    | bekijk ook | bekijk hier | kijk ook | luister ook | ook interessant | ook lezen | zie ook | gerelateerd | gerelateerde artikelen | meest gelezen
    | net binnen | in het nieuws | aanbevolen | aanrader* | dit vind je misschien | wellicht ook interessant | laatste nieuws | verder lezen
    | meer thema's
label: delen | deel dit artikel | deel | afdrukken | printen | opslaan | bewaren | beluister | luisteren | luister naar dit artikel | reacties
    | reageer | reageren | geen reacties | plaats een reactie | volgen | volg ons | volg | advertentie | gesponsord | fotoserie | fotogalerij | video
    | audio | podcast | bekijk video | laden | wordt geladen | even geduld | kopieer link | link gekopieerd | gekopieerd | aanmelden | inloggen
    | abonneren | registreren | uitloggen | meer | toon meer | lees meer | meer laden | sluiten | zoeken | menu | terug naar boven | bronnen | bron
    | nieuwsbrief | live | onderwerpen | tags | tekstgrootte | foutje gezien? | meld een fout | voorlezen
with: dit | artikel | het | de | op | via | met | per | verhaal | facebook | twitter | x | whatsapp | e-mail | mail | link
offer: nieuwsbrief | nieuwsbrieven | app | inbox | abonnement | privacy | kanaal | meldingen | pushberichten
act: abonn* | aanmeld* | meld | inschrijv* | schrijf | volg | volgen | download* | klik* | accept* | ontvang*
us: ons | onze | we | wij
invite: meld je aan | meld u aan | schrijf je in | schrijf u in | abonneer je | ontvang | volg ons | download de app | download onze app
    | blijf op de hoogte | word abonnee | word lid | steun ons | like ons | in je inbox | in uw mailbox
paywall: alleen voor abonnees | exclusief voor abonnees | voor abonnees | al abonnee | ben je al abonnee | bent u al abonnee | verder lezen?
    | om verder te lezen | lees verder met | om dit artikel te lezen | dit artikel is exclusief | heb je al een account | heeft u al een account
    | log in om verder te lezen | nog geen abonnee | onbeperkt lezen | premium artikel
consent: om deze inhoud | om deze content | deze inhoud kan niet | deze inhoud is | deze content is | dit bericht bevat | hier staat ingevoegde
    | we hebben je toestemming | wij hebben uw toestemming | wij gebruiken cookies | we gebruiken cookies | deze website gebruikt cookies
    | deze site gebruikt cookies | cookie-instellingen | accepteer cookies | je browser ondersteunt | uw browser ondersteunt | externe inhoud
    | door op akkoord | met het afspelen | bekijk deze inhoud
dated: gepubliceerd | bijgewerkt | laatst bijgewerkt | laatste update | geplaatst | gewijzigd | laatst gewijzigd | aangepast | geüpdatet | leestijd
    | minuten leestijd | min. leestijd | min leestijd | leesduur
by: door | van | tekst | auteur | geschreven door | door onze | redacteur
credit: foto | foto's | beeld | illustratie | bron | afbeelding | fotograaf | graphic | tekening | archieffoto
thanks: met medewerking van | met informatie van | met dank aan | bronnen: | bron: | mede op basis van | in samenwerking met | met afp | met anp
    | met reuters | met ap
notice: dit artikel verscheen | dit artikel is eerder | dit artikel werd | dit artikel is vertaald | dit artikel is automatisch
    | dit verhaal verscheen | dit stuk verscheen | eerder verschenen | oorspronkelijk verschenen | oorspronkelijk gepubliceerd
    | dit bericht is geüpdatet | dit bericht wordt aangevuld
amends: correct* | gecorrigeerd | rectific* | verbeter* | fout* | onjuist* | ten onrechte | verduidelijk* | eerdere versie | vorige versie
    | ingetrokken | verwijderd | offline gehaald | noot van de redactie | naschrift | aanvulling
rights: alle rechten voorbehouden | niets uit deze uitgave | overname zonder toestemming | auteursrecht voorbehouden
tags: tags | onderwerpen | onderwerp | trefwoorden | thema's | thema | meer over | categorie | rubriek | labels
service: klik hier | volg ons op | ga naar de inhoud | naar de inhoud | luister naar dit | deel dit | heb je een tip | heeft u een tip
    | tip de redactie | mail de redactie | mail naar | reageren? | wat vind jij | fout gezien | zie je een fout | deel je ervaring* | deel jouw
    | laat ons weten | praat mee
""",
    "sv": """
read_more: läs också | läs även | läs mer | läs vidare | läs hela | läs: | läs fler | se också | se även | mer om | mer i ämnet | mer från
    | mer att läsa | mer nyheter | fler nyheter | fler artiklar | relaterat | relaterade artiklar | relaterade | mest läst | mest lästa | senaste nytt
    | rekommenderat | vi rekommenderar | du kanske också | missa inte | lyssna på: | fortsätt läsa | andra läser | fler ämnen
label: dela | dela artikeln | dela artikel | skriv ut | spara | spara artikeln | lyssna | lyssna på artikeln | kommentera | kommentarer
    | visa kommentarer | följ oss | annons | annonser | reklam | sponsrat | bildspel | bildgalleri | video | spela video | podd | laddar | vänta
    | kopiera länk | länk kopierad | kopierad | logga in | logga ut | prenumerera | registrera dig | bli prenumerant | visa mer | mer | läs mer
    | ladda fler | stäng | sök | meny | till toppen | källor | källa | nyhetsbrev | ämnen | taggar | rapportera fel | fel i artikeln? | tipsa oss
    | direkt | live
with: den här | denna | artikeln | artikel | på | via | med | facebook | twitter | x | e-post | mejl | länk
offer: nyhetsbrev | nyhetsbrevet | app | appen | prenumeration | inkorg | kanal | pushnotiser | notiser
act: prenumerera* | anmäl* | registrera* | ladda ner | klicka | godkänn* | acceptera*
us: oss | vår | våra | vårt | vi
invite: prenumerera på | anmäl dig | följ oss | ladda ner appen | ladda ner vår | ladda ned vår | få våra | få vårt | håll dig uppdaterad
    | bli prenumerant | bli medlem | gilla oss | tipsa oss | stöd oss | direkt i din inkorg | direkt till din mejl
paywall: för prenumeranter | endast för prenumeranter | exklusivt för prenumeranter | redan prenumerant | är du redan prenumerant
    | för att läsa vidare | för att fortsätta läsa | logga in för att läsa | du behöver vara prenumerant | den här artikeln är för | artikeln är låst
    | lås upp artikeln | läs vidare med | prova gratis i | redan kund?
consent: för att se detta innehåll | för att visa innehållet | det här innehållet | vi behöver ditt samtycke | vi använder cookies | vi använder kakor
    | den här webbplatsen använder | denna webbplats använder | externt innehåll | cookieinställningar | genom att klicka | din webbläsare
    | vill du se innehållet | här visas innehåll
dated: publicerad | publicerat | uppdaterad | uppdaterat | senast uppdaterad | senast ändrad | ändrad | skapad | lästid | min läsning
    | minuters läsning
by: av | text | skriven av | artikelförfattare | reporter | författare
credit: foto | bild | bilder | grafik | illustration | källa | fotograf | montage | arkivbild | skärmdump | genrebild
thanks: med material från | med information från | källor: | källa: | med tt | med afp | med reuters
notice: artikeln är uppdaterad | artikeln har uppdaterats | artikeln uppdateras | artikeln publicerades | denna artikel publicerades
    | den här artikeln publicerades | den här artikeln är | texten publicerades | texten har tidigare | ursprungligen publicerad | först publicerad
amends: rättels* | rättad* | rättat* | rättats | korriger* | förtydlig* | fel | felaktig* | tidigare version | tidigare publicerad
    | dragits tillbaka | tagits bort | avpublicer* | redaktionens anmärkning
rights: alla rättigheter förbehållna | eftertryck förbjudes | materialet är skyddat | upphovsrätt
tags: taggar | ämnen | ämne | nyckelord | etiketter | mer om | kategori | kategorier | fler artiklar om
service: klicka här | följ oss på | gå till innehåll | hoppa till innehåll | till innehållet | lyssna på artikeln | dela artikeln | har du ett tips
    | tipsa redaktionen | mejla oss | kontakta oss | hittat ett fel | vad tycker du | familjen har godkänt | dela dina tips | berätta för oss
    | vad tycker du?
""",
    "da": """
read_more: læs også | læs mere | læs videre | læs hele | læs: | læs flere | læs her | se også | se mere | mere om | mere fra | flere nyheder
    | flere artikler | hør også | relaterede | relateret | mest læste | mest læst | seneste nyt | anbefalet | vi anbefaler | du vil måske også
    | gå ikke glip af | fortsæt med at læse
label: del | del artiklen | del artikel | print | udskriv | gem | gem artikel | lyt | lyt til artiklen | kommentar | kommentarer | kommentér
    | vis kommentarer | følg os | annonce | reklame | sponsoreret | annoncørbetalt indhold | billedserie | galleri | video | afspil video | podcast
    | indlæser | henter | vent venligst | kopier link | link kopieret | kopieret | log ind | log ud | abonner | tilmeld | tilmeld dig | opret konto
    | bliv abonnent | vis mere | mere | læs mere | vis flere | luk | søg | menu | til toppen | kilder | kilde | nyhedsbrev | emner | tags | live
    | fejl i artiklen?
with: denne | artiklen | artikel | på | via | med | facebook | twitter | x | e-mail | mail | link
offer: nyhedsbrev | nyhedsbreve | nyhedsbrevet | app | appen | abonnement | indbakke | kanal | notifikationer
act: abonn* | tilmeld* | download* | klik* | accept* | godkend*
us: os | vores | vi
invite: tilmeld dig | abonnér på | abonner på | følg os | hent appen | hent vores | få vores | få nyheder | få de vigtigste | hold dig opdateret
    | bliv abonnent | bliv medlem | støt os | direkte i din indbakke | modtag
paywall: for abonnenter | kun for abonnenter | er du allerede abonnent | allerede abonnent | er du abonnent? | for at læse videre
    | for at læse artiklen | log ind for at læse | læs videre med | artiklen er låst | lås artiklen op | kræver abonnement | denne artikel er for
    | prøv gratis
consent: for at se dette indhold | for at vise dette indhold | dette indhold | vi har brug for dit samtykke | vi bruger cookies
    | denne hjemmeside bruger cookies | dette website bruger cookies | eksternt indhold | cookieindstillinger | du skal acceptere cookies
    | accepter cookies | din browser | her er der indsat
dated: publiceret | offentliggjort | opdateret | sidst opdateret | senest opdateret | udgivet | ændret | oprettet | læsetid | min. læsetid
    | min læsetid | minutters læsning
by: af | tekst | skrevet af | forfatter | journalist
credit: foto | billede | billeder | grafik | illustration | kilde | fotograf | arkivfoto | skærmbillede | montage
thanks: med materiale fra | med oplysninger fra | kilder: | kilde: | med ritzau | med afp | med reuters
notice: artiklen er opdateret | artiklen opdateres | artiklen blev første gang | denne artikel er | denne artikel blev
    | denne artikel blev oprindeligt | oprindeligt bragt | oprindeligt udgivet | først bragt
amends: rettelse* | rettet | berigtig* | præciser* | fejl* | forkert* | tidligere version | trukket tilbage | fjernet | slettet | afpubliceret
    | redaktionens bemærkning | red.:
rights: alle rettigheder forbeholdes | ophavsret | kopiering ikke tilladt | må ikke gengives
tags: emner | emne | tags | nøgleord | mere om | kategori | kategorier | emneord
service: klik her | følg os på | gå til indhold | spring til indhold | til indhold | lyt til artiklen | del artiklen | har du et tip | tip os
    | skriv til os | kontakt redaktionen | har du fundet en fejl | hvad mener du | familien har godkendt | del dine | fortæl os
""",
    "nb": """
read_more: les også | les mer | les videre | les hele | les: | les flere | les her | se også | se mer | mer om | mer fra | flere nyheter | flere saker
    | hør også | relatert | relaterte | mest lest | siste nytt | siste nyheter | anbefalt | vi anbefaler | fortsett å lese | du vil kanskje
    | ikke gå glipp av | lesetips | les òg | les meir | sjå også | sjå òg
label: del | del artikkelen | del saken | skriv ut | lagre | lagre artikkelen | lytt | lytt til artikkelen | lytt til saken | kommentar | kommentarer
    | kommenter | vis kommentarer | følg oss | annonse | annonser | reklame | annonsørinnhold | sponset | bildeserie | galleri | video
    | spill av video | podkast | laster | laster inn | vent litt | kopier lenke | kopier lenken | lenke kopiert | kopiert | logg inn | logg ut
    | abonner | registrer deg | bli abonnent | vis mer | mer | les mer | last flere | lukk | søk | meny | til toppen | kilder | kilde | nyhetsbrev
    | emner | tagger | live | direkte | meld feil | tips oss
with: denne | artikkelen | saken | på | via | med | facebook | twitter | x | e-post | lenke
offer: nyhetsbrev | nyhetsbrevet | nyhetsbrevene | app | appen | abonnement | innboks | kanal | varsler | pushvarsler
act: abonner* | meld* | registrer* | last ned | klikk* | godta* | aksepter*
us: oss | vår | våre | vårt | vi
invite: meld deg på | abonner på | følg oss | last ned appen | last ned vår | få nyheter | få de viktigste | få nyhetene | hold deg oppdatert
    | bli abonnent | bli medlem | støtt oss | tips oss | rett i innboksen | motta
paywall: for abonnenter | kun for abonnenter | bare for abonnenter | er du allerede abonnent | allerede abonnent | er du abonnent? | for å lese videre
    | for å lese saken | for å lese hele | logg inn for å lese | les videre med | krever abonnement | denne artikkelen er for | denne saken er for
    | saken er forbeholdt | prøv gratis | få tilgang til alle
consent: for å se dette innholdet | for å vise dette innholdet | dette innholdet | vi trenger ditt samtykke | vi bruker cookies
    | vi bruker informasjonskapsler | dette nettstedet bruker | denne nettsiden bruker | eksternt innhold | personverninnstillinger
    | godta informasjonskapsler | nettleseren din | din nettleser
dated: publisert | oppdatert | sist oppdatert | sist endret | endret | opprettet | lesetid | min lesetid | minutters lesetid | minutter å lese
by: av | tekst | skrevet av | journalist | forfatter
credit: foto | bilde | bilder | grafikk | illustrasjon | kilde | fotograf | arkivfoto | skjermbilde | montasje
thanks: med materiale fra | med informasjon fra | kilder: | kilde: | med ntb | med afp | med reuters
notice: saken er oppdatert | saken oppdateres | saken ble først | artikkelen er oppdatert | artikkelen oppdateres | artikkelen ble først
    | denne artikkelen ble | denne saken ble | denne artikkelen er | denne saken er | opprinnelig publisert | først publisert
amends: rettelse* | rettet | korriger* | presiser* | feil* | tidligere versjon | trukket | fjernet | slettet | avpublisert | redaksjonell merknad
    | redaksjonen gjør oppmerksom
rights: alle rettigheter forbeholdt | alle rettigheter reservert | opphavsrett | ettertrykk forbudt | materialet er vernet
tags: emner | emne | tagger | nøkkelord | stikkord | mer om | kategori | kategorier | les mer om
service: klikk her | følg oss på | gå til innhold | hopp til innhold | til innholdet | lytt til artikkelen | del artikkelen | har du tips
    | har du et tips | tips oss | send oss | kontakt redaksjonen | funnet en feil | hva mener du | familien har godkjent | del dine | fortell oss
""",
    "is": """
read_more: lesa meira | lestu einnig | lestu meira | lestu líka | lesa einnig | sjá einnig | sjá meira | meira um | fleiri fréttir | tengdar fréttir
    | tengt efni | mest lesið
label: deila | deila frétt | prenta | vista | hlusta | athugasemdir | athugasemd | fylgja | fylgdu okkur | auglýsing | auglýsingar | kostað efni
    | myndasafn | myndir | myndband | spila myndband | hleð | augnablik | afrita tengil | innskráning | skrá inn | skráðu þig | áskrift | loka | leita
    | valmynd | heimildir | heimild | fréttabréf | efnisorð | sjá meira
with: þessa | frétt | á | með | facebook | twitter | x | tölvupósti
offer: fréttabréf | fréttabréfið | appið | app | áskrift
act: skráðu | gerast | sækja | smelltu | fylgdu
us: okkar | okkur | við
invite: skráðu þig | gerstu áskrifandi | fylgdu okkur | náðu í appið | fáðu fréttir | styrktu
paywall: aðeins fyrir áskrifendur | fyrir áskrifendur | ertu áskrifandi | til að lesa áfram | ertu með áskrift | skráðu þig inn til að lesa
consent: til að sjá þetta efni | þetta efni | við notum vafrakökur | þessi vefur notar | vafrakökur | vafrinn þinn
dated: birt | uppfært | síðast uppfært | lestími | mínútna lestur | breytt
by: eftir | höfundur | texti
credit: mynd | myndir | ljósmynd | ljósmyndari | heimild | grafík | skjáskot
thanks: heimildir: | heimild: | byggt á frétt | með afp | með reuters
notice: fréttin hefur verið uppfærð | fréttin var uppfærð | greinin birtist | þessi grein birtist
amends: leiðrét* | rangt | röng* | villa | villu* | fyrri útgáfu | fjarlægð* | dregin til baka | athugasemd ritstjórnar
rights: öll réttindi áskilin | höfundarréttur
tags: efnisorð | merki | flokkur | flokkar | tengt efni
service: fylgdu okkur á | fara í efni | ertu með ábendingu | sendu okkur | hafðu samband
""",
}
