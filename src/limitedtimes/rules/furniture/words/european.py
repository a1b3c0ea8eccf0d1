"""Greek, Hungarian, Albanian, Finnish, Estonian, Lithuanian, Latvian, Armenian, Georgian."""

TABLES = {
    "el": """
read_more: διαβάστε επίσης | διαβάστε ακόμη | διαβάστε ακόμα | διαβάστε περισσότερα | διαβάστε εδώ | διαβάστε: | διαβάστε όλες | διάβασε επίσης
    | διάβασε ακόμη | δείτε επίσης | δείτε ακόμη | δείτε ακόμα | δείτε περισσότερα | δείτε όλες | δείτε το βίντεο | δες επίσης | ακούστε επίσης
    | περισσότερα για | περισσότερα | σχετικά άρθρα | σχετικές ειδήσεις | σχετικά θέματα | σχετικό άρθρο | προτεινόμενα | προτείνουμε
    | μπορεί να σας ενδιαφέρει | ίσως σας ενδιαφέρει | μη χάσετε | δημοφιλή | τα πιο δημοφιλή | τελευταίες ειδήσεις | όλες οι ειδήσεις
    | συνεχίστε την ανάγνωση | διαβάζονται τώρα | ροή ειδήσεων
label: κοινοποίηση | κοινοποιήστε | μοιραστείτε | μοιραστείτε το | μοιράσου | εκτύπωση | αποθήκευση | ακούστε | ακούστε το άρθρο | σχόλια | σχόλιο
    | σχολιάστε | γράψτε ένα σχόλιο | αφήστε ένα σχόλιο | ακολουθήστε | ακολουθήστε μας | διαφήμιση | χορηγούμενο | χορηγούμενο περιεχόμενο
    | φωτογραφίες | βίντεο | αναπαραγωγή βίντεο | ηχητικό | φόρτωση | παρακαλώ περιμένετε | αντιγραφή συνδέσμου | αντιγραφή | ο σύνδεσμος αντιγράφηκε
    | εγγραφή | εγγραφείτε | σύνδεση | συνδεθείτε | αποσύνδεση | εμφάνιση περισσότερων | περισσότερα | κλείσιμο | μενού | αναζήτηση
    | επιστροφή στην κορυφή | πηγές | πηγή | ενημερωτικό δελτίο | ζωντανά | ετικέτες | θέματα
with: αυτό | το | στο | στα | μέσω | με | άρθρο | facebook | twitter | x | whatsapp | viber | email | e-mail | σύνδεσμο
offer: ενημερωτικό δελτίο | εφαρμογή | συνδρομή | κανάλι | ειδοποιήσεις | viber | απορρήτου
act: εγγραφ* | ακολουθ* | κατεβάσ* | κλικ | αποδέχ* | συνδεθ*
us: μας | εμάς
invite: εγγραφείτε | ακολουθήστε | ακολουθήστε μας | κατεβάστε | γίνετε συνδρομητής | γίνετε μέλος | λάβετε | μείνετε ενημερωμένοι | στηρίξτε μας
    | βρείτε μας | κάντε like
paywall: μόνο για συνδρομητές | για συνδρομητές | αποκλειστικά για συνδρομητές | είστε ήδη συνδρομητής | ήδη συνδρομητής | έχετε ήδη λογαριασμό
    | για να συνεχίσετε την ανάγνωση | για να διαβάσετε ολόκληρο | για να διαβάσετε τη συνέχεια | αποκλειστικό περιεχόμενο για
consent: για να δείτε αυτό το περιεχόμενο | αυτό το περιεχόμενο | εξωτερικό περιεχόμενο | χρησιμοποιούμε cookies | αυτός ο ιστότοπος χρησιμοποιεί
    | ο ιστότοπος χρησιμοποιεί | ρυθμίσεις cookies | πολιτική απορρήτου | αποδοχή cookies | το πρόγραμμα περιήγησής | χρειαζόμαστε τη συγκατάθεσή
dated: δημοσίευση | δημοσιεύθηκε | δημοσιεύτηκε | ενημέρωση | ενημερώθηκε | τελευταία ενημέρωση | ημερομηνία δημοσίευσης | χρόνος ανάγνωσης
    | λεπτά ανάγνωσης | ανανεώθηκε
by: του | της | γράφει ο | γράφει η | γράφουν | από τον | από την | συντάκτης | συντάκτρια | κείμενο | ρεπορτάζ | επιμέλεια
credit: φωτογραφία | φωτογραφίες | φωτό | φωτο | εικόνα | εικόνες | πηγή | πηγή φωτογραφίας | εικονογράφηση | γραφικό | αρχείο
thanks: πηγή: | πηγές: | με πληροφορίες από | με πληροφορίες του
notice: το άρθρο δημοσιεύθηκε | το άρθρο δημοσιεύτηκε | το κείμενο δημοσιεύθηκε | το άρθρο ενημερώθηκε | αυτό το άρθρο δημοσιεύ* | αρχική δημοσίευση
    | οι απόψεις που εκφράζονται
amends: διόρθω* | διορθώ* | διευκρίν* | λάθος | λάθη | λανθασμέν* | εσφαλμέν* | προηγούμενη έκδοση | αποσύρ* | αφαιρέ* | διαγράφ*
    | σημείωση της σύνταξης | επανόρθωση
rights: με επιφύλαξη παντός δικαιώματος | απαγορεύεται η αναδημοσίευση | απαγορεύεται η αναπαραγωγή | πνευματικά δικαιώματα | all rights reserved
tags: ετικέτες | ετικέτα | tags | λέξεις κλειδιά | λέξεις-κλειδιά | θέματα | κατηγορία | κατηγορίες | σχετικά θέματα
service: μετάβαση στο περιεχόμενο | ακολουθήστε το | ακολουθήστε μας στο | ακούστε αυτό | μοιραστείτε αυτό | επικοινωνήστε μαζί μας | γράψτε μας
    | στείλτε μας | εντοπίσατε λάθος | ποια είναι η γνώμη | πείτε μας
""",
    "hu": """
read_more: olvassa el | olvasd el | olvassa tovább | olvasd tovább | olvasson tovább | olvass tovább | olvassa még | olvasd még | olvasson még
    | olvass még | olvasta már | olvastad már | további híreink | további hírek | további részletek | további információ* | további cikkek | bővebben
    | bővebben: | nézze meg | nézd meg | hallgassa meg | lásd még | kapcsolódó | kapcsolódó cikk* | kapcsolódó hír* | kapcsolódó anyag* | ajánlott
    | ajánlott cikk* | ajánljuk | ezt is ajánljuk | ez is érdekelheti | ez is érdekelhet | önt is érdekelheti | téged is érdekelhet | hasonló cikkek
    | legolvasottabb* | legfrissebb hírek | friss hírek | ne hagyja ki | ne maradjon le | még több | a témában | még erről | korábban írtuk
label: megosztás | megosztom | oszd meg | ossza meg | nyomtatás | mentés | hallgassa meg | meghallgatás | cikk meghallgatása | hozzászólás
    | hozzászólások | hozzászólok | komment | kommentek | kommentelek | követés | kövessen minket | kövess minket | hirdetés | reklám
    | szponzorált tartalom | fizetett tartalom | támogatott tartalom | galéria | képgaléria | videó | lejátszás | podcast | betöltés
    | betöltés folyamatban | kérjük várjon | link másolása | hivatkozás másolása | link másolva | feliratkozás | feliratkozom | előfizetés
    | előfizetek | előfizetés most | bejelentkezés | belépés | regisztráció | kijelentkezés | több betöltése | mutass többet | tovább | bezárás | menü
    | keresés | vissza a tetejére | források | forrás | hírlevél | élő | címkék | témák | hibát talált?
with: ezt | a | az | cikk | cikket | facebook | facebookon | twitter | twitteren | x | whatsapp | e-mail | e-mailben | link | hír | hírt
offer: hírlev* | alkalmazás* | applikáció* | előfizet* | csatorna | csatornánk* | értesítés* | adatvédel* | postafiók*
act: iratkoz* | feliratkoz* | regisztrál* | kövess* | töltse | töltsd | kattint* | elfogad* | csatlakoz*
us: minket | nekünk | oldalunk* | lapunk* | csatornánk* | hírlevelünk*
invite: iratkozzon fel | iratkozz fel | kövessen minket | kövess minket | kövesse | kövesd | töltse le | töltsd le | csatlakozzon | csatlakozz
    | fizessen elő | fizess elő | támogasson minket | támogass minket | támogassa | támogasd | legyen előfizetőnk | ne maradjon le | kapja meg
paywall: csak előfizetők | csak előfizetőink | előfizetők számára | előfizetőink számára | kizárólag előfizető* | előfizetőként | már előfizető
    | már előfizetőnk | ön már előfizető | van már előfizetése | a folytatáshoz | a cikk folytatásához | a teljes cikk | a teljes cikket
    | az olvasás folytatásához | fizessen elő, hogy | prémium tartalom | ez a cikk előfizet*
consent: a tartalom megtekintéséhez | a tartalom megjelenítéséhez | ez a tartalom | külső tartalom | sütiket használunk | cookie-kat használunk
    | ez az oldal sütiket | ez a weboldal | weboldalunk sütiket | oldalunk cookie | süti beállítások | cookie beállítások | adatvédelmi
    | sütik elfogadása | az ön böngészője | a böngésződ | szükségünk van a hozzájárulás*
dated: megjelent | megjelenés | közzétéve | publikálva | frissítve | frissítés | utolsó frissítés | utoljára frissítve | módosítva | olvasási idő
    | perc olvasás | perces olvasmány
by: szerző | szerzők | írta | szöveg | riporter | újságíró | szerkesztő | készítette
credit: fotó | fotók | kép | képek | illusztráció | forrás | fotós | grafika | infografika | képernyőkép | archív | nyitókép | borítókép | kiemelt kép
thanks: forrás: | források: | közreműködött: | (mti)
notice: a cikk eredetileg | a cikk először | cikkünket frissítettük | cikkünk frissül | a cikket frissítettük | ez a cikk eredetileg
    | eredetileg megjelent | az írás eredetileg
amends: helyesb* | helyreiga* | javít* | pontosí* | hib* | téved* | téves* | korábbi változat* | korábbi verzió* | cikkünk korábbi | a cikk korábbi
    | visszavon* | eltávolít* | törölt* | a szerkesztő megjegyzése | a szerk.
rights: minden jog fenntartva | szerzői jog* | utánközlés | a másolás tilos
tags: címkék | címke | témák | téma | kulcsszavak | kategória | kategóriák | rovat | további cikkek a témában
service: ugrás a tartalomra | ugrás a tartalomhoz | kövessen minket a | kövess minket a | hallgassa meg ezt | ossza meg ezt | írjon nekünk
    | írj nekünk | küldje el | küldd el | lépjen kapcsolatba | hibát talált | hibát találtál | mi a véleménye | mondja el
""",
    "sq": """
read_more: lexo edhe | lexo më shumë | lexo më tepër | lexo gjithashtu | lexo po ashtu | lexo: | lexo këtu | lexoni edhe | lexoni më shumë
    | lexoni gjithashtu | lexoni: | shiko edhe | shiko më shumë | shikoni edhe | shih edhe | më shumë për | më shumë lajme | më shumë informacion
    | më tepër për | lajme të ngjashme | lajme të lidhura | artikuj të ngjashëm | të ngjashme | të lidhura | rekomandohet | rekomanduar
    | të rekomanduara | ju rekomandojmë | mund t'ju interesojë | mund t’ju interesojë | mos humbisni | më të lexuarat | lajmet e fundit
    | vazhdo leximin
label: shpërndaje | shpërndaj | shpërndani | ndaje | shpërndaje këtë | printo | shtyp | ruaj | dëgjo | dëgjo artikullin | komente | komentet | koment
    | komento | lini një koment | lër një koment | ndiq | na ndiqni | reklamë | reklama | sponsorizuar | përmbajtje e sponsorizuar | galeri | galeria
    | foto | video | shiko videon | duke u ngarkuar | po ngarkohet | ju lutem prisni | kopjo linkun | linku u kopjua | u kopjua | abonohu
    | regjistrohu | regjistrohuni | hyr | kyçu | identifikohu | dil | shfaq më shumë | më shumë | mbyll | menu | kërko | kthehu lart | burimet
    | burimi | buletini | live | drejtpërdrejt | etiketat | tema
with: këtë | artikull | artikullin | lajmin | në | me | përmes | via | facebook | twitter | x | whatsapp | viber | email | e-mail | link
offer: buletin* | aplikacion* | abonim* | kanalin | kanal | njoftime* | viber | privatësi*
act: abono* | regjistro* | ndiq* | shkarko* | kliko* | prano* | bashkohu* | bashkohuni
us: ne | na | tonë | tona | jonë | ynë
invite: abonohu | abonohuni | regjistrohu | regjistrohuni | na ndiqni | na ndiq | ndiqni | shkarko aplikacionin | shkarkoni | bashkohu me | bashkohuni
    | merrni lajmet | qëndroni të informuar | na mbështesni | mbështetni
paywall: vetëm për abonentët | për abonentët | ekskluzive për abonentët | jeni abonent | jeni tashmë abonent | për të vazhduar leximin
    | për të lexuar të plotë | për të lexuar më tej | keni llogari | përmbajtje ekskluzive për
consent: për të parë këtë përmbajtje | kjo përmbajtje | përmbajtje e jashtme | ne përdorim cookie | përdorim cookies | kjo faqe përdor
    | ky sajt përdor | faqja përdor | cilësimet e cookie | politika e privatësisë | prano cookies | shfletuesi juaj | na duhet pëlqimi
dated: publikuar | publikuar më | botuar | përditësuar | përditësimi i fundit | përditësimi | ndryshuar | koha e leximit | min lexim | minuta lexim
by: nga | shkruan | shkruar nga | autor | autori | autorja | teksti | gazetari | përgatiti
credit: foto | fotografi | fotografia | imazhi | ilustrim | burimi | burim | grafika | arkiv | kredi
thanks: burimi: | burimet: | me informacione nga | me të dhëna nga
notice: ky artikull është botuar | ky artikull është | ky artikull u publikua | ky artikull u | ky shkrim u | botuar fillimisht
    | publikuar fillimisht | lajmi po përditësohet | opinionet e shprehura
amends: korrigj* | saktës* | gabim* | versionin e mëparshëm | version të mëparshëm | tërhequr | hequr | fshirë | shënim i redaksisë
    | shënim i redaktorit
rights: të gjitha të drejtat | të drejtat e autorit | ndalohet kopjimi | ndalohet riprodhimi
tags: etiketat | etiketa | tags | temat | tema | fjalë kyçe | fjalët kyçe | kategoria | kategoritë | rubrika
service: kalo te përmbajtja | shko te përmbajtja | na ndiqni në | na ndiqni edhe | dëgjoni këtë | shpërndajeni këtë | na kontaktoni | na shkruani
    | na dërgoni | keni një informacion | keni një histori | gjetët një gabim | çfarë mendoni | cili është mendimi
""",
    "fi": """
read_more: lue myös | lue lisää | lue koko | lue seuraavaksi | lue: | lue täältä | lue tästä | lue juttu | luitko jo | katso myös | katso lisää
    | kuuntele myös | lisää aiheesta | lisää uutisia | lisää juttuja | aiheesta lisää | aiheeseen liittyvä* | aiheeseen liittyen | samasta aiheesta
    | suosittelemme | suositeltua | saatat pitää | sinua voisi kiinnostaa | luetuimmat | luetuin | tuoreimmat | tuoreimmat uutiset | älä missaa
    | jatka lukemista
label: jaa | jaa artikkeli | jaa juttu | tulosta | tallenna | kuuntele | kuuntele artikkeli | kuuntele juttu | kommentit | kommentti | kommentoi
    | jätä kommentti | näytä kommentit | seuraa | seuraa meitä | mainos | mainokset | ilmoitus | sponsoroitu | kaupallinen yhteistyö | kuvagalleria
    | kuvat | video | katso video | toista video | podcast | ladataan | lataa | odota | kopioi linkki | linkki kopioitu | kopioitu | tilaa | kirjaudu
    | kirjaudu sisään | rekisteröidy | kirjaudu ulos | näytä lisää | lataa lisää | lisää | sulje | valikko | haku | hae | takaisin ylös | lähteet
    | lähde | uutiskirje | suora | live | avainsanat | aiheet | ilmoita virheestä | anna palautetta | ilmoita asiavirheestä
with: tämä | artikkeli | juttu | facebookissa | twitterissä | whatsappissa | x:ssä | facebook | twitter | x | whatsapp | sähköpostilla | sähköposti
    | linkki
offer: uutiskirje* | sovellu* | sovelluk* | tilau* | kanava* | ilmoituks* | sähköposti* | yksityisyy* | tietosuoja*
act: tilaa | tilaamalla | seuraa | lataa | klikkaa* | hyväksy* | liity | rekisteröidy
us: meitä | meidän | uutiskirjeemme | sovelluksemme | kanavaamme
invite: tilaa uutiskirje | tilaa uutiskirjeemme | tilaa ilmainen | tilaa | seuraa meitä | lataa sovellus | lataa sovelluksemme | liity
    | pysy ajan tasalla | tue meitä | suoraan sähköpostiisi | anna uutisvinkki
paywall: vain tilaajille | tilaajille | tilaajien | oletko jo tilaaja | oletko tilaaja? | jo tilaaja? | artikkeli on vain | juttu on vain
    | lukeaksesi koko | jatkaaksesi lukemista | lue koko artikkeli tilaajana | tämä artikkeli on tilaajille | kirjaudu sisään lukeaksesi
    | onko sinulla jo tunnus
consent: nähdäksesi tämän sisällön | tämä sisältö | sisältö ei ole | ulkoinen sisältö | käytämme evästeitä | tämä sivusto käyttää
    | sivusto käyttää evästeitä | evästeasetukset | tietosuojaseloste | hyväksy evästeet | selaimesi | tarvitsemme suostumuksesi | sallimalla
dated: julkaistu | päivitetty | viimeksi päivitetty | muokattu | viimeksi muokattu | luotu | lukuaika | min lukuaika | minuutin lukuaika
by: teksti | kirjoittaja | kirjoittajat | kirjoittanut | toimittaja | toimittajat | teksti ja kuvat | teksti ja kuva
credit: kuva | kuvat | kuvaaja | kuvitus | grafiikka | lähde | kuvituskuva | arkistokuva | kuvakaappaus | kuvankäsittely
thanks: lähteet: | lähde: | lähteenä | lähteinä
notice: juttua päivitetty | juttua on päivitetty | juttu päivittyy | artikkelia on | artikkelia päivitetty | artikkeli on julkaistu
    | juttu on julkaistu alun perin | juttu julkaistiin | alun perin julkaistu | artikkeli julkaistiin | uutista päivitetään
amends: oikais* | korja* | täsmen* | virhe* | väär* | aiemmassa versiossa | aiempi versio | poistettu | vedetty | toimituksen huomautus
rights: kaikki oikeudet pidätetään | tekijänoikeus | kopiointi kielletty
tags: avainsanat | avainsana | aiheet | aihe | aihetunnisteet | asiasanat | tunnisteet | kategoria | kategoriat | lisää aiheesta
service: siirry sisältöön | hyppää sisältöön | seuraa meitä | kuuntele tämä | jaa tämä | ota yhteyttä | lähetä meille | kirjoita meille
    | lähetä palautetta | anna palautetta | huomasitko virheen | löysitkö virheen | mitä mieltä | onko sinulla vinkki
""",
    "et": """
read_more: loe ka | loe veel | loe lisaks | loe rohkem | loe edasi | loe lähemalt | loe: | loe siit | loe pikemalt | lugege ka | vaata ka
    | vaata lisaks | vaata veel | kuula ka | veel teemal | samal teemal | seotud lood | seotud artiklid | seotud uudised | seotud | lisainfo
    | rohkem uudiseid | soovitame | soovitatud | loetumad | loetuimad | enim loetud | viimased uudised | ära maga maha | sind võib huvitada
label: jaga | jaga artiklit | jaga lugu | prindi | trüki | salvesta | kuula | kuula artiklit | kommentaarid | kommentaar | kommenteeri
    | lisa kommentaar | vaata kommentaare | jälgi | jälgi meid | reklaam | sisuturundus | sponsoreeritud | galerii | pildigalerii | video
    | esita video | taskuhääling | laadin | laadimine | palun oota | kopeeri link | link kopeeritud | kopeeritud | telli | logi sisse | registreeru
    | logi välja | näita rohkem | lae rohkem | rohkem | sulge | menüü | otsi | tagasi üles | allikad | allikas | uudiskiri | otse | märksõnad | teemad
    | teata veast
with: seda | artiklit | artikkel | lugu | facebookis | twitteris | x-is | facebook | twitter | x | whatsapp | e-postiga | e-kirjaga | link
offer: uudiskir* | rakendus* | äpp* | tellimus* | kanal* | teavitus* | postkast* | privaatsus*
act: telli* | liitu* | jälgi | lae | klõpsa* | kliki* | nõustu* | registreeru*
us: meid | meie | meile
invite: telli uudiskiri | telli meie | telli | liitu uudiskirjaga | liitu | jälgi meid | lae alla | laadi alla | ole kursis | toeta meid | saa kätte
    | anna vihje | saada vihje
paywall: ainult tellijatele | tellijatele | tellija juurdepääs | oled juba tellija | kas oled juba tellija | juba tellija | edasi lugemiseks
    | lugemise jätkamiseks | artikli lugemiseks | see artikkel on tellijatele | artikkel on tasuline | logi sisse, et lugeda | on sul juba konto
consent: selle sisu nägemiseks | selle sisu vaatamiseks | see sisu | väline sisu | kasutame küpsiseid | see veebileht kasutab | see leht kasutab
    | veebileht kasutab | küpsiste seaded | privaatsuspoliitika | nõustun küpsistega | teie brauser | sinu brauser | vajame sinu nõusolekut
dated: avaldatud | ilmunud | uuendatud | viimati uuendatud | muudetud | viimati muudetud | lisatud | lugemisaeg | min lugemist | minutit lugemist
by: autor | autorid | tekst | toimetaja | ajakirjanik | kirjutas | reporter
credit: foto | fotod | pilt | pildid | illustratsioon | allikas | graafika | autor | kuvatõmmis | arhiiv
thanks: allikas: | allikad:
notice: artiklit on | artikkel ilmus | lugu ilmus | see artikkel ilmus | algselt ilmunud | algselt avaldatud | artiklit täiendati
    | uudist täiendatakse
amends: parand* | täpsust* | täiendus: | viga | vea* | ekslik* | vale* | varasemas | eemaldatud | tagasi võetud | kustutatud | toimetuse märkus
    | toimetaja märkus
rights: kõik õigused kaitstud | autoriõigus | kopeerimine keelatud
tags: märksõnad | märksõna | teemad | teema | sildid | silt | kategooria | kategooriad | veel teemal
service: liigu sisu juurde | mine sisu juurde | jälgi meid | kuula seda | jaga seda | võta meiega ühendust | kirjuta meile | saada meile | saada vihje
    | leidsid vea | märkasid viga | mida sina arvad
""",
    "lt": """
read_more: skaitykite taip pat | skaitykite daugiau | skaitykite plačiau | skaitykite: | skaityk taip pat | skaityk daugiau | skaityti daugiau
    | skaitykite toliau | skaityti toliau | taip pat skaitykite | taip pat žiūrėkite | žiūrėkite taip pat | klausykite taip pat | plačiau apie
    | plačiau skaitykite | plačiau: | daugiau apie | daugiau naujienų | daugiau informacijos | daugiau šia tema | susiję straipsniai
    | susijusios naujienos | susiję | panašūs straipsniai | rekomenduojame | rekomenduojami | jus gali sudominti | jums gali būti įdomu
    | nepraleiskite | skaitomiausi | skaitomiausios | naujausios žinios | šia tema
label: dalintis | dalinkitės | pasidalinti | pasidalinkite | pasidalink | spausdinti | išsaugoti | klausyti | klausytis | klausyti straipsnio
    | komentarai | komentaras | komentuoti | rašyti komentarą | rodyti komentarus | sekti | sekite mus | reklama | remiamas turinys
    | užsakomasis turinys | rėmėjų turinys | galerija | nuotraukų galerija | vaizdo įrašas | video | leisti | tinklalaidė | kraunama | kraunasi
    | palaukite | kopijuoti nuorodą | nuoroda nukopijuota | nukopijuota | prenumeruoti | prenumeruokite | prisijungti | prisijunkite | registruotis
    | atsijungti | rodyti daugiau | daugiau | uždaryti | meniu | ieškoti | paieška | į viršų | šaltiniai | šaltinis | naujienlaiškis | tiesiogiai
    | gyvai | žymos | temos | pranešti apie klaidą
with: šį | šia | straipsnį | straipsniu | naujiena | facebook | twitter | x | whatsapp | el. paštu | per | nuoroda
offer: naujienlaišk* | programėl* | prenumerat* | kanal* | pranešim* | pašto dėžut* | privatum*
act: prenumeruok* | sekite | atsisiųsk* | spausk* | sutink* | registruok* | prisijunk*
us: mus | mūsų | mums
invite: prenumeruokite | sekite mus | atsisiųskite | prisijunkite prie | užsiprenumeruokite | gaukite | būkite pirmi | būkite informuoti
    | paremkite mus | paremkite
paywall: tik prenumeratoriams | prenumeratoriams | jau prenumeruojate | esate prenumeratorius | norėdami skaityti toliau | norėdami tęsti skaitymą
    | norint skaityti toliau | kad galėtumėte skaityti | turite prenumeratą | straipsnis prieinamas tik | šis straipsnis prenumeratoriams
    | jau turite paskyrą
consent: norėdami matyti šį turinį | norėdami peržiūrėti šį | šis turinys | išorinis turinys | naudojame slapukus | ši svetainė naudoja
    | svetainėje naudojami slapukai | šioje svetainėje | slapukų nustatymai | privatumo politika | sutinku su slapukais | jūsų naršyklė
    | mums reikia jūsų sutikimo
dated: paskelbta | publikuota | atnaujinta | paskutinį kartą atnaujinta | pakeista | sukurta | skaitymo laikas | min. skaitymo | min skaitymo
    | minučių skaitymo | skaitymo trukmė
by: autorius | autorė | autoriai | tekstas | parengė | rašo | žurnalistas | žurnalistė
credit: nuotrauka | nuotr. | nuotraukos | nuotraukų autorius | paveikslėlis | iliustracija | šaltinis | grafika | infografikas | ekrano nuotrauka
    | archyvo nuotr.
thanks: šaltinis: | šaltiniai:
notice: straipsnis buvo | straipsnis pirmą kartą | šis straipsnis buvo | šis tekstas buvo | pirmą kartą paskelbta | iš pradžių paskelbta
    | naujiena papildoma
amends: pataisy* | patiksl* | klaid* | neteising* | ankstesnė* | atšaukt* | pašalint* | ištrint* | redakcijos pastaba | redakcijos prierašas
rights: visos teisės saugomos | autorių teisės | kopijuoti draudžiama
tags: žymos | žyma | temos | tema | raktažodžiai | raktiniai žodžiai | kategorija | kategorijos | rubrika | daugiau apie
service: pereiti prie turinio | eiti į turinį | sekite mus | klausykite šio | pasidalinkite šiuo | susisiekite su mumis | rašykite mums
    | siųskite mums | pastebėjote klaidą | radote klaidą | turite naujienų | ką manote | kokia jūsų nuomonė
""",
    "lv": """
read_more: lasi arī | lasi vairāk | lasi vēl | lasi tālāk | lasi: | lasi šeit | lasiet arī | lasiet vairāk | lasiet: | lasīt vairāk | lasīt tālāk
    | lasīt arī | skaties arī | skatieties arī | skati arī | klausies arī | vairāk par | vairāk lasi | vairāk ziņu | vairāk informācijas
    | saistītie raksti | saistītās ziņas | saistīts | saistītie | līdzīgi raksti | iesakām | iesakām izlasīt | ieteicams | tevi varētu interesēt
    | jūs varētu interesēt | nepalaid garām | lasītākie | lasītākais | par šo tēmu
label: dalies | dalīties | dalīties ar rakstu | kopīgot | drukāt | izdrukāt | saglabāt | klausies | klausīties | klausīties rakstu | komentāri
    | komentārs | komentēt | pievienot komentāru | rādīt komentārus | sekot | seko | seko mums | reklāma | sponsorēts | apmaksāts saturs | galerija
    | fotogalerija | video | atskaņot | raidieraksts | notiek ielāde | ielādē | lūdzu uzgaidi | kopēt saiti | saite nokopēta | nokopēts | abonēt
    | abonē | pieslēgties | ielogoties | reģistrēties | iziet | rādīt vairāk | ielādēt vairāk | vairāk | aizvērt | izvēlne | meklēt | uz augšu | avoti
    | avots | jaunumu vēstule | tiešraide | birkas | tēmas | atslēgvārdi | ziņot par kļūdu
with: šo | rakstu | ziņu | facebook | twitter | x | whatsapp | draugiem | e-pastā | ar | pa | saiti
offer: vēstkop* | jaunumu vēstul* | lietotn* | abonement* | kanāl* | paziņojum* | e-past* | privātum* | jaunum*
act: abonē* | piesaki* | seko* | lejupielādē* | spied* | piekrīt* | reģistrē* | pievieno*
us: mums | mūsu | mūs
invite: abonē | abonējiet | piesakies | piesakieties | seko mums | sekojiet mums | seko | lejupielādē | lejupielādējiet | pievienojies
    | pievienojieties | saņem | saņemiet | esi informēts | atbalsti mūs | atbalsti
paywall: tikai abonentiem | abonentiem | jau esi abonents | jau esat abonents | vai esi abonents | lai turpinātu lasīt | lai lasītu tālāk
    | lai izlasītu | raksts pieejams tikai | šis raksts ir pieejams | maksas saturs | jau ir konts | abonē, lai lasītu
consent: lai skatītu šo saturu | lai redzētu šo | šis saturs | ārējs saturs | mēs izmantojam sīkdatnes | izmantojam sīkdatnes | šī vietne izmanto
    | šajā vietnē | vietne izmanto | sīkdatņu iestatījumi | privātuma politika | piekrītu sīkdatnēm | jūsu pārlūk* | tavs pārlūk*
    | mums nepieciešama jūsu
dated: publicēts | publicēta | atjaunots | atjaunināts | pēdējo reizi atjaunots | labots | izveidots | lasīšanas laiks | min lasīšanai
    | minūtes lasīšanai | lasīšanai
by: autors | autore | autori | teksts | sagatavoja | raksta | žurnālists | žurnāliste
credit: foto | attēls | attēli | ilustrācija | avots | grafika | infografika | ekrānuzņēmums | arhīvs | fotogrāfs
thanks: avots: | avoti:
notice: raksts tika | raksts sākotnēji | raksts pirmoreiz | šis raksts tika | šis raksts sākotnēji | sākotnēji publicēts | pirmo reizi publicēts
    | ziņa tiek papildināta
amends: labojum* | izlabo* | precizē* | kļūd* | kļūm* | nepareiz* | iepriekšējā versijā | atsaukt* | dzēst* | noņemt* | redakcijas piezīme
    | redakcijas piebilde
rights: visas tiesības aizsargātas | autortiesības | pārpublicēšana | kopēšana aizliegta
tags: birkas | birka | tēmas | tēma | atslēgvārdi | kategorija | kategorijas | rubrika | vairāk par
service: pāriet uz saturu | doties uz saturu | seko mums | sekojiet mums | klausies šo | dalies ar šo | sazinies ar mums | sazinieties ar mums
    | raksti mums | rakstiet mums | atsūti mums | sūti mums | pamanīji kļūdu | atradi kļūdu | ko tu domā | ko jūs domājat
""",
    "hy": """
read_more: կարդացեք նաև | կարդացեք ավելին | կարդալ ավելին | կարդալ նաև | կարդացեք՝ | կարդա նաև | տեսեք նաև | դիտեք նաև | դիտել նաև | լսեք նաև
    | նաև կարդացեք | ավելի շատ | առնչվող նյութեր | առնչվող լուրեր | թեմայի վերաբերյալ | թեմայով | նմանատիպ նյութեր | խորհուրդ ենք տալիս
    | առաջարկում ենք | ձեզ կարող է հետաքրքրել | բաց մի թողեք | ամենաընթերցված | ամենադիտված | վերջին լուրեր | վերջին նորություններ | շարունակել կարդալ
label: կիսվել | կիսվեք | տարածել | տպել | պահպանել | պահել | լսել | լսել հոդվածը | մեկնաբանություններ | մեկնաբանություն | մեկնաբանել | հետևել
    | հետևեք մեզ | գովազդ | հովանավորվող | պատկերասրահ | լուսանկարներ | տեսանյութ | դիտել տեսանյութը | փոդքասթ | բեռնվում է | բեռնում | սպասեք
    | պատճենել հղումը | հղումը պատճենված է | պատճենված է | բաժանորդագրվել | բաժանորդագրվեք | մուտք | մուտք գործել | գրանցվել | ելք | ցույց տալ ավելին
    | ավելին | փակել | մենյու | որոնում | որոնել | վերև | աղբյուրներ | աղբյուր | լրատու | ուղիղ | պիտակներ | թեմաներ
with: այս | հոդվածը | լուրը | facebook | ֆեյսբուք | twitter | x | whatsapp | telegram | էլ. փոստ | հղում
offer: տեղեկագիր* | հավելված* | ալիք* | բաժանորդագր* | ծանուցում* | տելեգրամ*
act: բաժանորդագրվ* | հետևեք | ներբեռն* | սեղմ* | գրանցվ* | միացեք
us: մեզ | մեր
invite: բաժանորդագրվեք | հետևեք մեզ | հետևեք մեր | ներբեռնեք | միացեք մեր | միացեք | գրանցվեք | ստացեք | աջակցեք | աջակցեք մեզ
paywall: միայն բաժանորդների | բաժանորդների համար | արդեն բաժանորդ եք | շարունակելու համար | կարդալը շարունակելու | ամբողջական հոդվածը կարդալու
    | արդեն հաշիվ ունեք | հասանելի է միայն բաժանորդ*
consent: այս բովանդակությունը | այս նյութը դիտելու | արտաքին բովանդակություն | մենք օգտագործում ենք | այս կայքն օգտագործում | կայքն օգտագործում է
    | քուքի* | գաղտնիության քաղաքականություն | ձեր դիտարկիչը | ձեր զննարկիչը
dated: հրապարակվել է | հրապարակված է | հրապարակված | թարմացվել է | թարմացված է | թարմացված | վերջին թարմացումը | ընթերցման ժամանակը
    | րոպե ընթերցանություն
by: հեղինակ | հեղինակ՝ | հեղինակներ | տեքստը | պատրաստեց | գրեց | լրագրող
credit: լուսանկար | լուսանկարը | լուսանկարներ | նկար | նկարը | ֆոտո | աղբյուր | պատկեր | գծանկար
thanks: աղբյուր՝ | աղբյուրը՝ | աղբյուր: | աղբյուրը:
notice: հոդվածը թարմացվել է | հոդվածն առաջին անգամ | այս հոդվածն առաջին | այս հոդվածը | սկզբնապես հրապարակվել
amends: ուղղ* | սխալ* | վրիպակ* | նախորդ տարբերակ* | հեռացվ* | ջնջվ* | խմբագրության կողմից | խմբագրական նշում
rights: բոլոր իրավունքները պաշտպանված են | բոլոր իրավունքները | հեղինակային իրավունք | կայքի նյութերի | մեջբերումներ անելիս
tags: պիտակներ | պիտակ | թեմաներ | թեմա | բանալի բառեր | հիմնաբառեր | կատեգորիա | բաժին
service: անցնել բովանդակությանը | հետևեք մեզ | լսեք այս | կիսվեք այս | կապվեք մեզ | գրեք մեզ | ուղարկեք մեզ | սխալ եք գտել | սխալ եք նկատել
    | ի՞նչ եք կարծում
""",
    "ka": """
read_more: წაიკითხეთ ასევე | წაიკითხეთ აგრეთვე | წაიკითხეთ მეტი | წაიკითხეთ სრულად | წაიკითხე მეტი | წაიკითხე ასევე | წაიკითხეთ: | ასევე წაიკითხეთ
    | იხილეთ ასევე | იხილეთ აგრეთვე | იხილე ასევე | ნახეთ ასევე | უყურეთ ასევე | მოუსმინეთ ასევე | მეტი სიახლე | მეტის ნახვა | მეტი ინფორმაცია
    | დაწვრილებით | ვრცლად | მსგავსი სიახლეები | მსგავსი სტატიები | დაკავშირებული სიახლეები | დაკავშირებული სტატიები | ამავე თემაზე | თემაზე:
    | გირჩევთ | რეკომენდებული | შეიძლება დაგაინტერესოთ | არ გამოტოვოთ | ყველაზე კითხვადი | პოპულარული | ბოლო სიახლეები | განაგრძეთ კითხვა
label: გაზიარება | გააზიარე | გააზიარეთ | ბეჭდვა | ამობეჭდვა | შენახვა | მოსმენა | მოუსმინეთ | სტატიის მოსმენა | კომენტარები | კომენტარი | კომენტირება
    | დატოვე კომენტარი | გამოწერა | გამოიწერე | გამოიწერეთ | გამოგვყევით | რეკლამა | სპონსორირებული | გალერეა | ფოტოგალერეა | ფოტო | ვიდეო
    | ვიდეოს ნახვა | პოდკასტი | იტვირთება | გთხოვთ დაელოდოთ | ბმულის კოპირება | ბმული დაკოპირდა | დაკოპირდა | შესვლა | ავტორიზაცია | რეგისტრაცია
    | გასვლა | მეტის ჩვენება | მეტი | დახურვა | მენიუ | ძებნა | ზემოთ | წყაროები | წყარო | ჟურნალი | პირდაპირი | თეგები | ტეგები | თემები
with: ეს | სტატია | სტატიის | სიახლე | ამ | facebook | ფეისბუქზე | twitter | x | whatsapp | telegram | ელფოსტით | ბმული
offer: სიახლეების | აპლიკაცი* | არხ* | გამოწერ* | შეტყობინებ* | ტელეგრამ* | ელფოსტ*
act: გამოიწერ* | გამოგვყ* | ჩამოტვირთ* | დააჭირ* | შემოგვიერთ* | დარეგისტრირდ*
us: ჩვენი | ჩვენს | ჩვენ
invite: გამოიწერეთ | გამოიწერე | გამოგვყევით | გამოგვყევი | ჩამოტვირთეთ | ჩამოტვირთე | შემოგვიერთდით | შემოგვიერთდი | დაგვეხმარეთ | დარეგისტრირდით
    | მიიღეთ
paywall: მხოლოდ გამომწერებისთვის | გამომწერებისთვის | უკვე ხართ გამომწერი | კითხვის გასაგრძელებლად | სრულად წასაკითხად | უკვე გაქვთ ანგარიში
    | ხელმისაწვდომია მხოლოდ გამომწერ*
consent: ამ კონტენტის სანახავად | ამ შიგთავსის სანახავად | ეს კონტენტი | ეს შიგთავსი | გარე კონტენტი | ჩვენ ვიყენებთ ქუქი | ვიყენებთ ქუქი*
    | ეს საიტი იყენებს | ვებგვერდი იყენებს | ქუქი* | კონფიდენციალურობის პოლიტიკა | თქვენი ბრაუზერი | გვჭირდება თქვენი
dated: გამოქვეყნდა | გამოქვეყნებულია | გამოქვეყნების თარიღი | განახლდა | განახლებულია | ბოლო განახლება | შეიცვალა | კითხვის დრო | წუთი საკითხავად
    | წუთის საკითხავი
by: ავტორი | ავტორები | ავტორი: | ტექსტი | მოამზადა | ჟურნალისტი
credit: ფოტო | ფოტოები | სურათი | გამოსახულება | ილუსტრაცია | წყარო | ფოტოს წყარო | ფოტოს ავტორი | გრაფიკა | არქივი
thanks: წყარო: | წყაროები:
notice: სტატია განახლდა | სტატია პირველად | ეს სტატია | თავდაპირველად გამოქვეყნდა | პირველად გამოქვეყნდა | მასალა განახლდება
amends: შესწორ* | დაზუსტ* | შეცდომ* | წინა ვერსი* | წაშლ* | ამოღებ* | რედაქციისგან | რედაქციის შენიშვნა
rights: ყველა უფლება დაცულია | საავტორო უფლებები | მასალების გამოყენება
tags: თეგები | ტეგები | თემები | თემა | საკვანძო სიტყვები | კატეგორია | კატეგორიები | რუბრიკა
service: შინაარსზე გადასვლა | გამოგვყევით | მოუსმინეთ ამ | გააზიარეთ ეს | დაგვიკავშირდით | მოგვწერეთ | გამოგვიგზავნეთ | იპოვეთ შეცდომა
    | აღმოაჩინეთ შეცდომა | რას ფიქრობთ
""",
}
