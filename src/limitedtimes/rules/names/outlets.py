"""Newspapers, broadcasters and agencies whose names are kept in English: facts only. Pure.

``~`` marks a name that is an ordinary word or phrase of its language: it is one only where the text shows that it is.
"""

from __future__ import annotations

_LISTED = """
Der Spiegel|~Spiegel|Spiegel Online|Die Zeit|~Zeit|Zeit Online|Die Welt|~Welt|Welt am Sonntag|~Bild|~Bild-Zeitung|Bild am Sonntag|~Stern|~Focus|
Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Frankfurter Allgemeine|Frankfurter Rundschau|Der Tagesspiegel|Tagesspiegel|Handelsblatt|
Wirtschaftswoche|Berliner Zeitung|Berliner Morgenpost|Die Tageszeitung|Junge Welt|Neues Deutschland|Der Freitag|Cicero|Der Standard|Die Presse|
Kronen Zeitung|Kleine Zeitung|~Kurier|Oberösterreichische Nachrichten|Salzburger Nachrichten|Neue Zürcher Zeitung|Tages-Anzeiger|~Blick|
Aargauer Zeitung|Basler Zeitung|Die Weltwoche|Weltwoche|Die Wochenzeitung|Tagesschau|Tagesthemen|Deutschlandfunk|Deutsche Welle|Norddeutscher Rundfunk|
Westdeutscher Rundfunk|Bayerischer Rundfunk|Mitteldeutscher Rundfunk|Südwestrundfunk|Hessischer Rundfunk|Rheinische Post|Westdeutsche Allgemeine Zeitung|
Hannoversche Allgemeine Zeitung|Leipziger Volkszeitung|Sächsische Zeitung|Mitteldeutsche Zeitung|Stuttgarter Zeitung|Stuttgarter Nachrichten|
Augsburger Allgemeine|Münchner Merkur|Hamburger Abendblatt|Kölner Stadt-Anzeiger|Weser-Kurier|Badische Zeitung|Titanic-Magazin|Der Postillon|
Luxemburger Wort|Tageblatt|Dolomiten|Grenzecho|
Le Monde|Le Figaro|Libération|L'Humanité|Les Échos|Les Echos|La Croix|Le Parisien|L'Équipe|L'Express|Le Point|L'Obs|Le Nouvel Observateur|~Marianne|
Le Canard enchaîné|Le Monde diplomatique|Mediapart|Charlie Hebdo|Ouest-France|Sud Ouest|La Voix du Nord|La Dépêche du Midi|Le Progrès|Le Dauphiné libéré|
Nice-Matin|L'Est républicain|Paris Match|~Valeurs actuelles|Le Journal du Dimanche|Courrier international|France Télévisions|Radio France|France Inter|
France Info|Franceinfo|Europe 1|Le Soir|La Libre Belgique|La Dernière Heure|L'Écho|Le Temps|La Tribune de Genève|Tribune de Genève|24 heures|Le Matin|
La Presse|Le Devoir|Le Journal de Montréal|Radio-Canada|Jeune Afrique|El Watan|L'Orient-Le Jour|L'Economiste|Le Quotidien|Fraternité Matin|Le Soleil|
El País|El Mundo|La Vanguardia|El Periódico|El Confidencial|~La Razón|elDiario.es|El Diario|Público|El Correo|El Español|La Voz de Galicia|Diario Vasco|
El Diario Vasco|Heraldo de Aragón|El Economista|Cinco Días|Expansión|~Marca|~Sport|Mundo Deportivo|El Norte de Castilla|Diario de Sevilla|Cadena SER|
Cadena COPE|Onda Cero|Radio Nacional de España|Televisión Española|La Sexta|Telecinco|Antena 3|Ara|El Punt Avui|Deia|Gara|Berria|
Clarín|La Nación|~Página 12|Página/12|Infobae|Ámbito Financiero|El Cronista|Perfil|El Tiempo|El Espectador|~Semana|El Colombiano|El Heraldo|El Universal|
~Excélsior|Excélsior|La Jornada|Reforma|Milenio|El Financiero|~Proceso|El Comercio|La República|Gestión|Perú21|El Mercurio|La Tercera|La Cuarta|
El Mostrador|El Deber|La Razón|Los Tiempos|Página Siete|El Universo|El Telégrafo|Primicias|ABC Color|Última Hora|El Observador|El País Uruguay|La Diaria|
El Nacional|Efecto Cocuyo|El Nuevo Herald|La Prensa|La Prensa Gráfica|El Faro|Prensa Libre|El Salvador Hoy|La Nación Costa Rica|Listín Diario|
~Granma|Juventud Rebelde|14ymedio|El Nuevo Día|
Folha de S.Paulo|Folha de S. Paulo|O Globo|O Estado de S. Paulo|O Estado de S.Paulo|Estadão|Valor Econômico|Correio Braziliense|Zero Hora|Gazeta do Povo|
Estado de Minas|Jornal do Brasil|~Veja|~Época|~Istoé|CartaCapital|Carta Capital|Agência Pública|~Piauí|Jornal Nacional|TV Globo|Rede Globo|Globo News|
~Público|~Expresso|~Observador|~Record|~Visão|~Sábado|~Sol|~A Bola|O Jogo|Correio da Manhã|Diário de Notícias|Jornal de Notícias|Jornal de Negócios|
Jornal Económico|O Jornal Económico|Diário Económico|Dinheiro Vivo|Rádio Renascença|~Renascença|Antena 1|SIC Notícias|Jornal da Madeira|Açoriano Oriental|
Diário de Coimbra|Diário As Beiras|Notícias ao Minuto|ECO Sapo|Jornal de Angola|Novo Jornal|O País|Savana|Expresso das Ilhas|A Nação|
Corriere della Sera|La Repubblica|~La Stampa|Il Sole 24 Ore|Il Messaggero|Il Giornale|Il Fatto Quotidiano|Il Foglio|Il Manifesto|~Libero|Avvenire|
La Gazzetta dello Sport|Gazzetta dello Sport|Corriere dello Sport|Tuttosport|Il Mattino|Il Secolo XIX|Il Gazzettino|Il Resto del Carlino|La Nazione|
Il Tempo|L'Unità|L'Espresso|~Panorama|~Domani|Il Post|Internazionale|Famiglia Cristiana|L'Osservatore Romano|Alto Adige|L'Eco di Bergamo|
de Volkskrant|De Volkskrant|Volkskrant|De Telegraaf|~Telegraaf|NRC Handelsblad|~Trouw|Het Parool|~Parool|Algemeen Dagblad|Het Financieele Dagblad|
De Groene Amsterdammer|~De Standaard|De Standaard|Het Laatste Nieuws|Het Nieuwsblad|De Morgen|De Tijd|Gazet van Antwerpen|Leeuwarder Courant|
Reformatorisch Dagblad|Nederlands Dagblad|De Correspondent|
Dagens Nyheter|Svenska Dagbladet|Aftonbladet|Expressen|Göteborgs-Posten|Sydsvenskan|Dagens Industri|Sveriges Radio|Sveriges Television|
Aftenposten|Verdens Gang|Dagbladet|Dagens Næringsliv|Bergens Tidende|Stavanger Aftenblad|Adresseavisen|Klassekampen|Morgenbladet|~Vårt Land|
Politiken|Berlingske|Jyllands-Posten|Ekstra Bladet|~B.T.|~Information|Børsen|Kristeligt Dagblad|Weekendavisen|Danmarks Radio|Sermitsiaq|
Helsingin Sanomat|Ilta-Sanomat|Iltalehti|~Aamulehti|Aamulehti|Turun Sanomat|Kauppalehti|Suomen Kuvalehti|Hufvudstadsbladet|Maaseudun Tulevaisuus|
Morgunblaðið|Fréttablaðið|Ríkisútvarpið|Postimees|Eesti Päevaleht|Eesti Ekspress|Õhtuleht|Diena|Latvijas Avīze|Neatkarīgā|Lietuvos rytas|Delfi|
Gazeta Wyborcza|Rzeczpospolita|~Fakt|~Polityka|~Wprost|Dziennik Gazeta Prawna|Super Express|Tygodnik Powszechny|Gazeta Polska|Nasz Dziennik|
Onet|Wirtualna Polska|Newsweek Polska|Do Rzeczy|Krytyka Polityczna|Mladá fronta Dnes|Lidové noviny|Hospodářské noviny|~Právo|~Respekt|Deník N|
Seznam Zprávy|~Reflex|~Blesk|Česká televize|Český rozhlas|~Pravda|~Sme|Denník N|Hospodárske noviny|~Új Szó|Nový čas|Plus jeden deň|
Magyar Nemzet|Népszava|~Index|Magyar Hang|Magyar Narancs|Telex|~Blikk|Heti Világgazdaság|Élet és Irodalom|~Adevărul|Adevărul|~Libertatea|Libertatea|
~Gândul|Gândul|Evenimentul Zilei|Jurnalul Național|România liberă|Ziarul Financiar|HotNews|Ziarul de Gardă|
Jutarnji list|Večernji list|Slobodna Dalmacija|Novi list|24sata|~Nacional|~Novosti|~Globus|Glas Slavonije|Delo|Dnevnik|Večer|Mladina|Slovenske novice|
~Politika|Večernje novosti|~Blic|~Danas|Kurir|~Vreme|Nedeljnik|Oslobođenje|Dnevni avaz|Nezavisne novine|Glas Srpske|Vijesti|Pobjeda|Koha Ditore|
Gazeta Shqiptare|Gazeta Express|Panorama|
Hürriyet|Milliyet|~Cumhuriyet|Cumhuriyet|~Sabah|Sabah|Yeni Şafak|~Sözcü|Sözcü|~Evrensel|BirGün|~Karar|~Zaman|Habertürk|Bianet|Agos|
Kompas|Jawa Pos|~Tempo|Detikcom|~Republika|Utusan Malaysia|Berita Harian|Sinar Harian|Malaysiakini|Tuổi Trẻ|Thanh Niên|VnExpress|Nhân Dân|
Rappler|Inquirer|Taifa Leo|Mwananchi|Nipashe|Die Burger|Beeld|Rapport|Netwerk24|Isolezwe|
dpa|AFP|Reuters|Lusa|EFE|ANSA|TASS|Xinhua|Interfax|Adnkronos|Ritzau|Tanjug|Anadolu|Kyodo|Yonhap|Europa Press|RIA Novosti|Agence France-Presse|
Agence France Presse|Deutsche Presse-Agentur|Associated Press|Ukrinform|Prensa Latina|Télam|Agerpres|Askanews|Keystone-SDA|Lehtikuva|
Agência Brasil|Agência Lusa|~Belga|Anadolu Ajansı|ИТАР-ТАСС=ITAR-TASS|ТАСС=TASS|РИА Новости=RIA Novosti|Интерфакс=Interfax|Интерфакс-Украина=Interfax-Ukraine|
Інтерфакс-Україна=Interfax-Ukraine|Укринформ=Ukrinform|Укрінформ=Ukrinform|УНИАН=UNIAN|УНІАН=UNIAN|БелТА=BelTA|Танјуг=Tanjug|Фонет=FoNet
"""


def listed() -> dict[str, tuple[str, bool]]:
    """Return, for every name as the source writes it, its English form and whether it is also an ordinary word."""
    found: dict[str, tuple[str, bool]] = {}
    for entry in _LISTED.replace("\n", "").split("|"):
        name, _, english = entry.lstrip("~").partition("=")
        ordinary = entry.startswith("~") or found.get(name, ("", False))[1]
        found[name] = (english or name, ordinary)
    return found
