"""Polish, Czech, Slovak, Slovenian, Croatian with Serbian and Bosnian (Latin letters), Russian, Ukrainian, Bulgarian, Macedonian."""

TABLES = {
    "pl": """
read_more: czytaj też | czytaj także | czytaj również | czytaj: | czytaj więcej | czytaj dalej | czytaj całość | przeczytaj | przeczytaj też
    | przeczytaj także | przeczytaj również | zobacz też | zobacz także | zobacz również | zobacz więcej | zobacz wideo | sprawdź też | sprawdź także
    | posłuchaj też | polecamy | polecane | polecany artykuł | więcej o | więcej na | więcej informacji | więcej wiadomości | więcej: | powiązane
    | podobne artykuły | może cię zainteresować | może cię też | warto przeczytać | nie przegap | najczęściej czytane | najnowsze wiadomości
    | najnowsze informacje | dowiedz się więcej | obejrzyj | obejrzyj też | obejrzyj także | redakcja poleca
label: udostępnij | udostępnij artykuł | podziel się | drukuj | wydrukuj | zapisz | posłuchaj | posłuchaj artykułu | odsłuchaj | skomentuj
    | komentarze | komentarz | dodaj komentarz | zobacz komentarze | brak komentarzy | obserwuj | obserwuj nas | śledź nas | reklama | ogłoszenie
    | materiał sponsorowany | artykuł sponsorowany | galeria | galeria zdjęć | wideo | odtwórz | podcast | ładowanie | wczytywanie | proszę czekać
    | kopiuj link | skopiuj link | link skopiowany | skopiowano | subskrybuj | prenumeruj | zaloguj się | zaloguj | zarejestruj się | wyloguj
    | zapisz się | pokaż więcej | więcej | rozwiń | zwiń | zamknij | menu | szukaj | wróć na górę | do góry | źródła | źródło | newsletter | na żywo
    | tagi | tematy | zgłoś błąd | dalsza część tekstu pod wideo | dalsza część artykułu pod | reszta tekstu pod | czytaj więcej | kup dostęp
with: ten | artykuł | na | w | przez | z | via | facebook | facebooku | twitter | x | whatsapp | e-mail | mail | link | messenger
offer: newsletter* | aplikacj* | subskrypcj* | skrzynk* | prywatno* | kanał | kanału | powiadomie* | najważniejsze informacje
    | najważniejsze wiadomości
act: subskryb* | zapisz* | zarejestruj* | obserwuj* | śledź | pobierz | kliknij | akceptu* | dołącz | otrzymuj
us: nas | nasz | nasze | naszego | naszą | naszej | naszym
invite: zapisz się | subskrybuj | obserwuj nas | śledź nas | pobierz aplikację | pobierz naszą | dołącz do nas | dołącz do | otrzymuj
    | bądź na bieżąco | wesprzyj nas | wspieraj | polub nas | zaprenumeruj
paywall: dostęp dla prenumeratorów | dostęp tylko dla | tylko dla prenumeratorów | tylko dla subskrybentów | dla prenumeratorów | dla subskrybentów
    | masz już prenumeratę | masz już konto | masz już subskrypcję | jesteś już subskrybentem | aby czytać dalej | aby przeczytać cały
    | żeby przeczytać | pozostało … artykułu | dalsza część dostępna | kup dostęp | wykup dostęp | treść premium | artykuł premium | czytaj dalej z
    | chcesz przeczytać cały
consent: aby zobaczyć tę treść | aby wyświetlić | ta treść jest | ta treść nie | treść zewnętrzna | używamy plików cookie | korzystamy z plików cookie
    | ta strona używa | ta witryna używa | ta strona korzysta | nasza strona używa | ustawienia cookie | ustawienia plików | polityka prywatności
    | zaakceptuj | twoja przeglądarka | potrzebujemy twojej zgody | klikając
dated: opublikowano | data publikacji | publikacja | aktualizacja | zaktualizowano | ostatnia aktualizacja | data aktualizacji | zmodyfikowano
    | dodano | utworzono | czas czytania | min czytania | minut czytania | minuty czytania | przeczytasz w
by: autor | autorka | autorzy | tekst | napisał | napisała | oprac. | opracował | opracowała | rozmawiał | rozmawiała | opracowanie | red.
credit: fot. | foto | zdjęcie | zdjęcia | grafika | ilustracja | źródło | źródło zdjęcia | autor zdjęcia | infografika | rysunek | zrzut ekranu
thanks: źródło: | źródła: | na podstawie: | na podstawie depesz | współpraca: | (pap) | z pap | oprac.
notice: artykuł ukazał się | artykuł został | ten artykuł został | ten artykuł ukazał | tekst ukazał się | tekst został | pierwotnie opublikowano
    | pierwotnie opublikowany | artykuł pierwotnie | artykuł jest aktualizowany | materiał chroniony
amends: sprost* | korekt* | popraw* | skoryg* | błąd* | błęd* | omyłk* | pomył* | wyjaśnieni* | poprzedniej wersji | wcześniejszej wersji
    | pierwotnej wersji | wycofan* | usunięt* | od redakcji
rights: wszelkie prawa zastrzeżone | wszystkie prawa zastrzeżone | kopiowanie zabronione | dalsze rozpowszechnianie | prawa autorskie
tags: tagi | tag | tematy | temat | słowa kluczowe | kategoria | kategorie | więcej na temat | dział | etykiety
service: kliknij tutaj | przejdź do treści | przejdź do | obserwuj nas na | śledź nas na | posłuchaj tego | udostępnij ten | napisz do nas
    | skontaktuj się z | skontaktuj się | wyślij nam | masz temat | widzisz błąd | zauważyłeś błąd | znalazłeś błąd | chcesz być na bieżąco
    | byłeś świadkiem | co o tym sądzisz | co o tym myślisz | podziel się opinią | podziel się swoj* | napisz, co | daj nam znać
""",
    "cs": """
read_more: čtěte také | čtěte více | čtěte i | čtěte též | čtěte dále | čtěte: | přečtěte si | přečíst více | číst dále | číst více | viz také
    | viz též | poslechněte si | související | související články | související témata | více o | více informací | více zde | další zprávy
    | další články | doporučujeme | doporučené | mohlo by vás zajímat | mohlo by se vám | mohlo by vás také | nejčtenější | nejnovější zprávy
    | nenechte si ujít | pokračovat ve čtení | k tématu | dále čtěte
label: sdílet | sdílejte | sdílet článek | sdílej | vytisknout | tisknout | tisk | uložit | poslechnout | poslechnout článek | přehrát
    | přehrát článek | komentáře | komentář | komentovat | diskuse | diskutovat | vstoupit do diskuse | zobrazit komentáře | sledovat | sledujte nás
    | reklama | inzerce | komerční sdělení | sponzorováno | galerie | fotogalerie | video | podcast | načítání | načítám | načítá se | čekejte prosím
    | kopírovat odkaz | odkaz zkopírován | zkopírováno | předplatit | předplatné | přihlásit se | přihlásit | registrovat se | registrovat | odhlásit
    | odebírat | zobrazit více | zobrazit další | více | zavřít | menu | hledat | nahoru | zpět nahoru | zdroje | zdroj | newsletter | živě | online
    | štítky | témata | nahlásit chybu | článek pokračuje pod reklamou | pokračování článku pod reklamou
with: tento | článek | na | přes | s | via | facebook | facebooku | twitter | twitteru | x | whatsapp | e-mail | e-mailem | mail | odkaz
offer: newsletter* | aplikac* | předplatné* | schránk* | odběr* | kanál | kanálu | oznámení | upozornění | soukromí
act: přihlas* | přihlás* | registruj* | sleduj* | stáhn* | klikn* | souhlas* | odebír* | předpla*
us: nás | náš | naše | našeho | naši | našem
invite: přihlaste se | přihlašte se | odebírejte | odebírat newsletter | sledujte nás | stáhněte si | registrujte se | staňte se | podpořte nás
    | předplaťte si | nepřehlédněte | dostávejte | buďte v obraze
paywall: pouze pro předplatitele | jen pro předplatitele | pro předplatitele | exkluzivně pro předplatitele | už jste předplatitel
    | jste již předplatitelem | jste předplatitel | máte předplatné | již máte předplatné | abyste mohli číst dál | pro pokračování ve čtení
    | pro přečtení celého | zbývá vám | odemknout článek | předplaťte si … a čtěte | tento článek je součástí | zbytek článku | prémiový obsah
    | obsah pro předplatitele | pokračování článku je
consent: pro zobrazení tohoto obsahu | pro zobrazení obsahu | pro přehrání | tento obsah je | tento obsah není | tento obsah nelze | externí obsah
    | používáme cookies | používáme soubory cookie | tento web používá | tyto stránky používají | tato stránka používá | nastavení cookies
    | nastavení soukromí | ochrana soukromí | přijmout cookies | váš prohlížeč | potřebujeme váš souhlas | vložený obsah
dated: publikováno | zveřejněno | vydáno | aktualizováno | aktualizace | poslední aktualizace | upraveno | naposledy upraveno | vytvořeno | doba čtení
    | délka čtení | min čtení | minut čtení | minuty čtení
by: autor | autorka | autoři | text | napsal | napsala | připravil | připravila | redaktor | redaktorka
credit: foto | fotografie | obrázek | snímek | grafika | ilustrace | zdroj | zdroj fotografie | autor fotografie | infografika | repro
    | ilustrační foto
thanks: zdroj: | zdroje: | s využitím | s přispěním | spolupráce: | na článku spolupracoval | na článku spolupracovala
notice: článek byl | článek jsme | článek vyšel | text vyšel | tento článek vyšel | tento článek byl | tento text vyšel | původně vyšlo
    | původně publikováno | článek aktualizujeme | zprávu aktualizujeme
amends: oprav* | chyb* | mylně | nesprávn* | upřesn* | předchozí verzi | původní verzi | stažen* | odstraněn* | smazán* | pozn. red
    | poznámka redakce
rights: všechna práva vyhrazena | veškerá práva vyhrazena | šíření nebo | publikování nebo šíření | publikování nebo další šíření | autorská práva
    | přetisk zakázán
tags: štítky | štítek | témata | téma | klíčová slova | tagy | rubrika | rubriky | kategorie | více k tématu
service: přejít k obsahu | přeskočit na | sledujte nás na | poslechněte si tento | sdílejte tento | napište nám | kontaktujte nás | pošlete nám
    | máte tip | našli jste chybu | našli jste v článku | co si myslíte | jaký je váš názor | byli jste svědky | napište nám svůj
    | podělte se o svůj | dejte nám vědět
""",
    "sk": """
read_more: čítajte aj | čítajte tiež | čítajte viac | čítajte ďalej | čítajte: | čítať viac | čítať ďalej | prečítajte si | pozrite aj | vypočujte si
    | viac o | viac informácií | viac správ | ďalšie správy | ďalšie články | súvisiace | súvisiace články | súvisiaci článok | odporúčame
    | odporúčané | mohlo by vás zaujímať | mohlo by vás zaujať | mohlo by sa vám | najčítanejšie | najnovšie správy | nenechajte si ujsť | nezmeškajte
    | k téme
label: zdieľať | zdieľajte | zdieľať článok | zdieľaj | vytlačiť | tlačiť | tlač | uložiť | vypočuť | vypočuť článok | prehrať | komentáre | komentár
    | komentovať | diskusia | diskutovať | zobraziť komentáre | sledovať | sledujte nás | reklama | inzercia | sponzorované | pr článok | galéria
    | fotogaléria | video | podcast | načítava sa | načítavam | čakajte prosím | kopírovať odkaz | odkaz skopírovaný | skopírované | predplatiť
    | predplatné | prihlásiť sa | prihlásiť | registrovať sa | registrácia | odhlásiť | odoberať | zobraziť viac | viac | zatvoriť | menu | hľadať
    | hore | späť hore | zdroje | zdroj | newsletter | naživo | online | štítky | témy | nahlásiť chybu | článok pokračuje pod
    | článok pokračuje pod reklamou | článok pokračuje pod videom
with: tento | článok | na | cez | s | via | facebook | facebooku | twitter | twitteri | x | whatsapp | e-mail | e-mailom | mail | odkaz
offer: newsletter* | aplikáci* | predplatné* | schránk* | odber* | kanál | kanálu | upozornenia | súkromi* | notifikáci*
act: prihlás* | registruj* | sleduj* | stiahn* | klikn* | súhlas* | odoberaj* | predpla*
us: nás | náš | naše | nášho | naša | našom
invite: prihláste sa | odoberajte | odoberať newsletter | sledujte nás | stiahnite si | registrujte sa | staňte sa | podporte nás | predplaťte si
    | dostávajte | buďte v obraze
paywall: len pre predplatiteľov | iba pre predplatiteľov | pre predplatiteľov | exkluzívne pre predplatiteľov | už ste predplatiteľ | ste predplatiteľ
    | máte predplatné | už máte predplatné | pre pokračovanie v čítaní | ak chcete čítať ďalej | ak chcete pokračovať v čítaní | zostáva vám
    | odomknúť článok | tento článok je určený | zvyšok článku | prémiový obsah | obsah pre predplatiteľov
consent: pre zobrazenie tohto obsahu | pre zobrazenie obsahu | na zobrazenie tohto obsahu | tento obsah je | tento obsah nie | externý obsah
    | používame cookies | používame súbory cookie | táto stránka používa | tento web používa | nastavenia cookies | nastavenia súkromia
    | ochrana súkromia | prijať cookies | váš prehliadač | potrebujeme váš súhlas
dated: publikované | zverejnené | vydané | aktualizované | aktualizácia | posledná aktualizácia | upravené | naposledy upravené | vytvorené
    | čas čítania | doba čítania | min čítania | minút čítania | minúty čítania
by: autor | autorka | autori | text | napísal | napísala | pripravil | pripravila | redaktor | redaktorka
credit: foto | fotografia | obrázok | snímka | grafika | ilustrácia | zdroj | zdroj fotografie | autor fotografie | infografika | repro
    | ilustračné foto
thanks: zdroj: | zdroje: | s využitím | s prispením | spolupráca:
notice: článok bol | článok sme | článok vyšiel | text vyšiel | tento článok vyšiel | tento článok bol | pôvodne publikované | pôvodne vyšlo
    | správu aktualizujeme | článok aktualizujeme
amends: oprav* | chyb* | omyl* | nesprávn* | spresn* | predchádzajúcej verzii | pôvodnej verzii | stiahnut* | odstránen* | vymazan* | pozn. red
    | poznámka redakcie
rights: všetky práva vyhradené | autorské práva | publikovanie alebo ďalšie šírenie | šírenie alebo | prevzatie bez
tags: štítky | štítok | témy | téma | kľúčové slová | tagy | rubrika | rubriky | kategória | kategórie | viac k téme
service: prejsť na obsah | preskočiť na | sledujte nás na | vypočujte si tento | zdieľajte tento | napíšte nám | kontaktujte nás | pošlite nám
    | máte tip | našli ste chybu | čo si myslíte | aký je váš názor | boli ste svedkom
""",
    "sl": """
read_more: preberite tudi | preberite še | preberite več | preberi tudi | preberi več | berite tudi | berite več | več o | več na | več novic
    | več informacij | več preberite | poglejte tudi | poslušajte tudi | povezani članki | povezane novice | povezano | sorodni članki | priporočamo
    | priporočeno | morda vas zanima | morda vas bo | ne zamudite | najbolj brano | najbolj brani | zadnje novice | nadaljuj z branjem
label: deli | delite | deli članek | deli novico | natisni | tiskaj | shrani | poslušaj | poslušaj članek | komentarji | komentar | komentiraj
    | prikaži komentarje | sledi | sledite nam | oglas | oglasi | oglasno sporočilo | sponzorirano | galerija | fotogalerija | video | predvajaj
    | podkast | nalaganje | nalagam | prosimo počakajte | kopiraj povezavo | povezava kopirana | kopirano | naroči se | naročnina | prijava
    | prijavi se | prijavite se | registracija | registriraj se | odjava | prikaži več | več | zapri | meni | išči | iskanje | na vrh | nazaj na vrh
    | viri | vir | e-novice | v živo | oznake | teme | prijavi napako
with: ta | članek | novico | na | prek | z | s | via | facebook | facebooku | twitter | x | whatsapp | e-pošti | e-pošto | povezavo
offer: e-novic* | novičnik* | aplikacij* | naročnin* | obvestil* | kanal | kanalu | zasebnost* | predal
act: naroč* | prijav* | registrir* | sledi* | prenes* | klikn* | strinja* | sprejm*
us: nam | nas | naš | naše | naši | našem
invite: naročite se | naroči se | prijavite se | sledite nam | prenesite | prejemajte | postanite | podprite nas | bodite obveščeni | pridružite se
paywall: samo za naročnike | le za naročnike | za naročnike | ste že naročnik | že naročnik | ste naročnik? | za nadaljevanje branja
    | za branje celotnega | odklenite članek | članek je dostopen | vsebina je dostopna | če želite prebrati | izbrali ste vsebino
consent: za prikaz te vsebine | za ogled te vsebine | ta vsebina je | ta vsebina ni | zunanja vsebina | uporabljamo piškotke
    | to spletno mesto uporablja | ta stran uporablja | nastavitve piškotkov | politika zasebnosti | sprejmi piškotke | vaš brskalnik
    | potrebujemo vaše soglasje
dated: objavljeno | objavljeno dne | posodobljeno | zadnja posodobitev | nazadnje posodobljeno | spremenjeno | ustvarjeno | čas branja | min branja
    | minut branja | datum objave
by: avtor | avtorica | avtorji | besedilo | piše | napisal | napisala | novinar | novinarka
credit: foto | fotografija | fotografije | slika | grafika | ilustracija | vir | vir fotografije | avtor fotografije | infografika | posnetek zaslona
thanks: vir: | viri: | sodeloval | sodelovala | s podatki
notice: članek je bil | članek je prvotno | ta članek je bil | besedilo je bilo | prvotno objavljeno | novica se dopolnjuje | novico dopolnjujemo
amends: poprav* | napak* | napačn* | pojasnil* | prejšnji različici | prvotni različici | umaknjen* | odstranjen* | izbrisan* | opomba uredništva
rights: vse pravice pridržane | avtorske pravice | kopiranje prepovedano | razmnoževanje prepovedano
tags: oznake | oznaka | teme | tema | ključne besede | kategorija | kategorije | rubrika | več o temi
service: preskoči na vsebino | pojdi na vsebino | sledite nam na | poslušajte ta | delite ta | pišite nam | kontaktirajte nas | pošljite nam
    | imate predlog | ste opazili napako | kaj menite | kakšno je vaše mnenje
""",
    "sh": """
read_more: pročitajte i | pročitajte još | pročitajte više | pročitajte: | pročitaj i | pročitaj još | pročitaj više | čitajte i | čitajte još
    | čitajte više | čitaj više | pročitajte ovdje | pogledajte i | pogledajte još | pogledaj i | poslušajte i | više o | više na | više vijesti
    | više vesti | više informacija | opširnije | povezane vijesti | povezane vesti | povezani članci | povezani tekstovi | povezano | slične vijesti
    | slične vesti | preporučujemo | preporučeno | preporuka | možda će vas zanimati | možda vas zanima | ne propustite | najčitanije
    | najnovije vijesti | najnovije vesti | nastavi čitati | nastavite čitati | vezane vijesti | vezane vesti | saznajte više | detaljnije
label: podijeli | podijelite | podijeli članak | podeli | podelite | podeli vest | podeli članak | ispiši | ispis | štampaj | štampa | spremi
    | sačuvaj | spasi | slušaj | poslušaj | poslušaj članak | komentari | komentar | komentiraj | komentariši | ostavi komentar | pošalji komentar
    | prikaži komentare | prati | prati nas | pratite nas | oglas | oglasi | reklama | marketing | promo | sponzorirano | sponzorisano | plaćeni oglas
    | galerija | foto galerija | fotogalerija | video | pusti video | podcast | podkast | učitavanje | učitavam | molimo pričekajte | sačekajte
    | kopiraj link | kopiraj poveznicu | link kopiran | kopirano | pretplati se | pretplatite se | prijava | prijavi se | prijavite se | registracija
    | registriraj se | registruj se | odjava | prikaži više | učitaj još | više | još | zatvori | izbornik | meni | traži | pretraga | na vrh
    | povratak na vrh | izvori | izvor | newsletter | bilten | uživo | oznake | tagovi | teme | prijavi grešku | ključne riječi | ključne reči
with: ovaj | ovu | članak | vijest | vest | tekst | na | preko | putem | s | sa | via | facebook | facebooku | fejsbuku | twitter | x | whatsapp
    | viber | e-mail | email | mail | link
offer: newsletter* | bilten* | aplikacij* | pretplat* | obavijesti | obaveštenja | obavještenja | kanal | kanalu | viber | privatnost* | sandučić
act: pretplat* | prijav* | registr* | prati* | preuzm* | klikn* | prihva* | pridruž* | skini*
us: nas | nam | naš | naše | naša | naši | našem | našu
invite: pretplatite se | pretplati se | prijavite se | prijavi se | pratite nas | prati nas | preuzmite našu | preuzmite aplikaciju
    | skinite aplikaciju | instalirajte | budite u toku | budite u tijeku | ostanite u toku | podržite nas | postanite | pridružite nam se
    | pridružite se | primajte
paywall: samo za pretplatnike | isključivo za pretplatnike | za pretplatnike | već ste pretplatnik | već pretplatnik | imate pretplatu
    | već imate račun | već imate nalog | da biste nastavili čitati | da biste nastavili čitanje | za nastavak čitanja | za čitanje cijelog
    | za čitanje celog | otključajte članak | sadržaj je dostupan samo | članak je dostupan samo | premium sadržaj | ostatak teksta
consent: za prikaz ovog sadržaja | da biste vidjeli ovaj | da biste videli ovaj | ovaj sadržaj je | ovaj sadržaj nije | vanjski sadržaj
    | spoljni sadržaj | koristimo kolačiće | ova stranica koristi | ovaj sajt koristi | ova web stranica koristi | postavke kolačića
    | podešavanja kolačića | politika privatnosti | prihvati kolačiće | prihvaćam kolačiće | vaš preglednik | vaš pregledač | potrebna nam je vaša
dated: objavljeno | datum objave | ažurirano | zadnja izmjena | posljednja izmjena | poslednja izmena | izmijenjeno | izmenjeno | zadnje ažuriranje
    | poslednje ažuriranje | vrijeme čitanja | vreme čitanja | min čitanja | minuta čitanja | postavljeno
by: autor | autorica | autorka | autori | piše | napisao | napisala | tekst | pripremio | pripremila | razgovarao | razgovarala | novinar | novinarka
credit: foto | fotografija | fotografije | slika | grafika | ilustracija | izvor | izvor fotografije | izvor foto | autor fotografije | infografika
    | snimka zaslona | printscreen
thanks: izvor: | izvori: | surađivao | sarađivao | prenosi:
notice: napomena: članak | članak je izvorno | članak je prvobitno | ovaj članak je | ovaj tekst je | tekst je prvobitno | tekst je izvorno
    | izvorno objavljeno | prvobitno objavljeno | vijest se dopunjuje | vest se dopunjuje | stavovi izneseni | mišljenja izražena
amends: isprav* | greš* | pogreš* | netačn* | netočn* | pojašnjenj* | prethodnoj verziji | ranijoj verziji | povučen* | uklonjen* | obrisan*
    | napomena redakcije | napomena uredništva
rights: sva prava pridržana | sva prava zadržana | autorska prava | zabranjeno kopiranje | zabranjeno preuzimanje | preuzimanje sadržaja
    | nije dozvoljeno preuzimanje
tags: oznake | oznaka | tagovi | tag | ključne riječi | ključne reči | teme | tema | kategorija | kategorije | rubrika | više o temi | više o
service: preskoči na sadržaj | idi na sadržaj | pratite nas na | pratite nas i | poslušajte ovaj | podijelite ovaj | podelite ovaj | pišite nam
    | javite nam | kontaktirajte nas | pošaljite nam | imate priču | imate dojavu | jeste li uočili | uočili ste grešku | što mislite | šta mislite
    | što vi mislite | kakvo je vaše mišljenje
""",
    "ru": """
read_more: читайте также | читайте ещё | читайте далее | читайте на | читайте нас | читайте: | читайте в | читать далее | читать также | читать ещё
    | читать полностью | читать подробнее | подробнее о | подробнее | подробнее: | подробности | смотрите также | смотри также | слушайте также
    | см. также | по теме | материалы по теме | ещё по теме | новости по теме | ещё новости | другие новости | другие материалы | ещё о
    | похожие новости | похожие материалы | связанные материалы | рекомендуем | рекомендуемое | вам может быть интересно | вам также может
    | вас может заинтересовать | не пропустите | самое читаемое | популярное | последние новости | главные новости | узнать больше | узнайте больше
    | также по теме | в тему | продолжение читайте | ранее по теме
label: поделиться | поделитесь | поделиться новостью | поделиться статьёй | распечатать | печать | версия для печати | сохранить | слушать
    | прослушать | слушать статью | комментарии | комментарий | комментировать | оставить комментарий | обсудить | нет комментариев
    | показать комментарии | подписаться | подписаться на | подпишитесь | реклама | на правах рекламы | партнёрский материал | фотогалерея | галерея
    | фото | видео | смотреть видео | аудио | подкаст | загрузка | идёт загрузка | подождите | скопировать ссылку | копировать ссылку
    | ссылка скопирована | скопировано | войти | вход | регистрация | зарегистрироваться | выйти | показать ещё | загрузить ещё | ещё | закрыть | меню
    | поиск | наверх | источники | источник | рассылка | прямой эфир | онлайн | теги | темы | сообщить об ошибке | в закладки | добавить в закладки
    | в избранное | читать позже | свернуть | развернуть | продолжение после рекламы
with: этой | этим | эту | статьёй | статьей | новостью | материалом | в | на | во | через | с | с друзьями | по | facebook | twitter | x | whatsapp
    | telegram | вконтакте | вк | одноклассники | e-mail | email | почте | ссылка | соцсетях
offer: рассылк* | телеграм* | telegram-канал* | канал | канале | приложени* | подписк* | соцсет* | главные новости | главных новостей | уведомлени*
    | дзен* | вконтакте
act: подпи* | скача* | устано* | присоединя* | нажми* | следите | читайте | получайте | соглас*
us: нас | наш | наша | наше | наши | нашу | нашем | нашей | мы
invite: подпишитесь | подписывайтесь | подпишись | присоединяйтесь | скачайте | установите наше | следите за | читайте нас | будьте в курсе
    | поддержите нас | поддержите | получайте | чтобы получать | оформите подписку
paywall: только для подписчиков | доступно подписчикам | доступен подписчикам | доступен только подписчикам | эксклюзивно для подписчиков
    | для подписчиков | уже подписаны | уже есть подписка | чтобы читать дальше | чтобы продолжить чтение | чтобы дочитать | оформите подписку, чтобы
    | полный текст доступен | продолжение доступно | материал доступен только | осталось прочитать
consent: чтобы посмотреть этот | чтобы увидеть этот | для просмотра этого | этот контент | это видео недоступно | внешний контент
    | мы используем cookie | мы используем файлы cookie | сайт использует cookie | этот сайт использует | наш сайт использует | настройки cookie
    | политика конфиденциальности | ваш браузер | нам нужно ваше согласие | нажимая
dated: опубликовано | дата публикации | опубликован | обновлено | дата обновления | последнее обновление | изменено | создано | время чтения
    | время на чтение | минут чтения | минуты чтения | мин. чтения | на чтение | добавлено
by: автор | авторы | текст | беседовал | беседовала | подготовил | подготовила | подготовили | записал | записала | корреспондент | журналист
credit: фото | фотография | фотографии | изображение | рисунок | снимок | иллюстрация | источник | источник фото | автор фото | графика | инфографика
    | скриншот | коллаж | кадр
thanks: источник: | источники: | по материалам | при участии | при подготовке материала | с использованием материалов
notice: статья была впервые | статья впервые опубликована | материал впервые опубликован | эта статья была | этот материал был | этот текст был
    | первоначально опубликовано | впервые опубликовано | новость дополняется | материал дополняется | новость обновляется | мнение редакции может
amends: исправ* | поправк* | уточн* | ошиб* | неверн* | опечат* | опроверж* | предыдущей версии | ранней версии | первоначальной версии | отозван*
    | удален* | снят* | от редакции | примечание редакции | прим. ред
rights: все права защищены | авторские права | перепечатка запрещена | копирование запрещено | при использовании материалов | при перепечатке
    | при цитировании ссылка
tags: теги | тег | темы | тема | ключевые слова | рубрика | рубрики | категория | категории | метки | сюжет | сюжеты
service: нажмите здесь | нажмите сюда | перейти к | подпишитесь на | подписывайтесь на | слушайте эту | прослушать эту | поделитесь этой
    | свяжитесь с нами | напишите нам | пишите нам | присылайте нам | сообщите нам | нашли ошибку | заметили ошибку | нашли опечатку | выделите
    | что вы думаете | ваше мнение | если вы нашли ошибку | читать оригинал | читайте оригинал | есть новость | поделитесь своим мнением
    | напишите в комментариях | расскажите нам
""",
    "uk": """
read_more: читайте також | читайте ще | читайте далі | читайте нас | читайте на | читайте: | читайте в | читати далі | читати також | читати ще
    | читати більше | читати повністю | більше про | більше новин | більше: | докладніше | детальніше | детальніше: | детальніше про | дивіться також
    | дивись також | слухайте також | див. також | за темою | по темі | до теми | матеріали за темою | новини за темою | ще за темою | інші новини
    | пов'язані новини | пов’язані новини | схожі новини | схожі матеріали | рекомендуємо | рекомендоване | радимо прочитати | вам може бути цікаво
    | вас може зацікавити | також цікаво | не пропустіть | найпопулярніше | популярне | останні новини | головні новини | дізнатися більше
    | дізнайтеся більше | важливо: | раніше за темою
label: поділитися | поділитись | поділіться | поділитися новиною | роздрукувати | друк | друкувати | версія для друку | зберегти | слухати
    | прослухати | слухати статтю | коментарі | коментар | коментувати | залишити коментар | обговорити | показати коментарі | підписатися
    | підписатись | підпишіться | реклама | на правах реклами | партнерський матеріал | фотогалерея | галерея | фото | відео | дивитися відео | аудіо
    | подкаст | завантаження | зачекайте | скопіювати посилання | копіювати посилання | посилання скопійовано | скопійовано | увійти | вхід
    | реєстрація | зареєструватися | вийти | показати ще | завантажити ще | більше | ще | закрити | меню | пошук | вгору | нагору | джерела | джерело
    | розсилка | наживо | онлайн | теги | теми | повідомити про помилку | в закладки | підтримати | підтримати нас
with: цією | цю | статтею | новиною | матеріалом | в | у | на | через | з | з друзями | facebook | twitter | x | whatsapp | telegram | viber | e-mail
    | email | поштою | посилання | соцмережах
offer: розсилк* | телеграм* | telegram-канал* | канал | каналі | застосун* | додат* | підписк* | соцмереж* | головні новини | сповіщен* | viber
    | спільнот*
act: підпи* | заванта* | приєдн* | натисн* | стежте | читайте | отримуйте | слідкуйте | погод*
us: нас | наш | наша | наше | наші | нашу | нашому | нашій | ми
invite: підпишіться | підписуйтесь | підписуйтеся | підпишись | приєднуйтесь | приєднуйтеся | долучайтеся | завантажте | встановіть | стежте за
    | слідкуйте за | читайте нас | будьте в курсі | підтримайте нас | підтримайте | отримуйте | щоб отримувати | оформіть передплату
paywall: тільки для передплатників | лише для передплатників | тільки для підписників | лише для підписників | доступно передплатникам
    | для передплатників | для підписників | вже маєте передплату | вже передплатили | щоб читати далі | щоб продовжити читання | щоб дочитати
    | оформіть передплату, щоб | повний текст доступний | матеріал доступний лише
consent: щоб переглянути цей | щоб побачити цей | для перегляду цього | цей контент | це відео недоступне | зовнішній контент
    | ми використовуємо cookie | ми використовуємо файли cookie | цей сайт використовує | сайт використовує | наш сайт використовує
    | налаштування cookie | політика конфіденційності | ваш браузер | нам потрібна ваша згода | натискаючи
dated: опубліковано | дата публікації | оновлено | дата оновлення | останнє оновлення | змінено | створено | час читання | час на читання
    | хвилин читання | хвилини читання | хв. читання | хв читання | додано
by: автор | авторка | автори | текст | розмовляв | розмовляла | підготував | підготувала | підготували | записав | записала | кореспондент | журналіст
    | журналістка
credit: фото | фотографія | світлина | світлини | зображення | малюнок | ілюстрація | джерело | джерело фото | автор фото | графіка | інфографіка
    | скриншот | колаж | кадр
thanks: джерело: | джерела: | за матеріалами | за участю | за підтримки
notice: статтю вперше опубліковано | матеріал вперше опубліковано | ця стаття була | цей матеріал був | цей текст був | спочатку опубліковано
    | вперше опубліковано | новина доповнюється | матеріал доповнюється | новина оновлюється | думка редакції може
amends: виправл* | спрост* | уточн* | помил* | неправильн* | попередній версії | відклика* | видален* | від редакції | примітка редакції | прим. ред
rights: усі права захищено | всі права захищені | всі права захищено | усі права захищені | авторські права | передрук заборонено
    | копіювання заборонено | при використанні матеріалів | у разі використання матеріалів
tags: теги | тег | теми | тема | ключові слова | рубрика | рубрики | категорія | категорії | мітки | сюжет
service: перейти до | підпишіться на | підписуйтесь на | підписуйтеся на | слухайте цю | поділіться цією | зв'яжіться з нами | напишіть нам
    | пишіть нам | надсилайте нам | повідомте нам | знайшли помилку | помітили помилку | якщо ви знайшли | якщо ви помітили | виділіть | що ви думаєте
    | ваша думка | маєте новину | поділіться своєю думкою | напишіть у коментарях | розкажіть нам
""",
    "bg": """
read_more: прочетете още | прочетете също | прочетете и | прочетете повече | прочети още | прочети също | прочети повече | прочетете: | четете още
    | четете също | четете: | вижте още | вижте също | вижте повече | виж още | виж повече | вижте и | още по темата | още за | още новини | още от
    | по темата | повече за | повече информация | повече новини | повече на | свързани новини | свързани статии | подобни новини | препоръчваме
    | препоръчани | може да ви хареса | може да ви заинтересува | не пропускайте | най-четени | най-четено | последни новини | чуйте още
    | научете повече
label: сподели | споделете | сподели статията | разпечатай | печат | принтирай | запази | запазване | слушай | чуй | чуй статията | коментари
    | коментар | коментирай | добави коментар | напиши коментар | покажи коментарите | няма коментари | последвай | последвайте ни | реклама
    | рекламно съдържание | спонсорирано | платена публикация | галерия | фотогалерия | видео | пусни видео | аудио | подкаст | зареждане | зарежда се
    | моля изчакайте | копирай линк | копирай линка | линкът е копиран | копирано | абонирай се | абонирайте се | абонамент | вход | влез
    | регистрация | регистрирай се | изход | покажи още | виж още | още | затвори | меню | търси | търсене | нагоре | към началото | източници
    | източник | бюлетин | на живо | тагове | етикети | теми | ключови думи | докладвай грешка
with: тази | този | статия | статията | новина | новината | в | във | на | чрез | с | по | facebook | twitter | x | whatsapp | viber | telegram
    | e-mail | имейл | линк
offer: бюлетин* | приложени* | абонамент* | канал | канала | известия | viber | вайбър | фейсбук | поверителност* | пощ*
act: абонир* | запиш* | регистрир* | последва* | изтегл* | свал* | кликн* | приема* | присъедин*
us: ни | нас | нашия | нашето | нашата | нашите | наш
invite: абонирайте се | абонирай се | запишете се | последвайте ни | последвайте | следвайте ни | изтеглете | свалете приложението | присъединете се
    | станете част | подкрепете ни | получавайте | бъдете информирани | харесайте ни
paywall: само за абонати | за абонати | достъпно за абонати | вече сте абонат | вече абонат | имате абонамент | имате профил
    | за да продължите да четете | за да прочетете | за да четете | абонирайте се, за да | платено съдържание | статията е достъпна само
    | съдържанието е достъпно само
consent: за да видите това съдържание | за да видите | това съдържание е | това съдържание не | външно съдържание | използваме бисквитки
    | този сайт използва | сайтът използва | ние използваме | настройки на бисквитки* | политика за поверителност | приемам бисквитки*
    | вашият браузър | браузърът ви | нужно е вашето съгласие
dated: публикувано | публикувана | дата на публикуване | обновено | обновена | последна актуализация | актуализирано | последна промяна | редактирано
    | време за четене | мин. четене | минути четене | мин четене | създадено
by: автор | автори | текст | от | интервю на | написа | репортер | журналист
credit: снимка | снимки | фото | фотография | изображение | илюстрация | източник | източник на снимката | автор на снимката | графика | инфографика
    | архив | колаж | скрийншот
thanks: източник: | източници: | по материали | с информация от | със съдействието на
notice: статията е публикувана | тази статия е | тази статия беше | този текст е | този материал е | първоначално публикувано
    | публикувано за първи път | новината се допълва | мненията, изразени
amends: поправ* | корекци* | коригир* | уточн* | греш* | неточн* | предишна версия | изтеглен* | оттеглен* | премахнат* | изтрит*
    | бележка на редакцията | бел. ред | от редакцията
rights: всички права запазени | авторски права | забранено е копирането | копирането забранено | препечатването
tags: тагове | таг | етикети | етикет | теми | тема | ключови думи | категория | категории | рубрика | още по темата
service: към съдържанието | прескочи към | последвайте ни в | последвайте ни във | следете ни в | чуйте тази | споделете тази | свържете се с нас
    | пишете ни | изпратете ни | имате сигнал | намерихте грешка | открихте грешка | какво мислите | какво е вашето мнение
""",
    "mk": """
read_more: прочитајте и | прочитајте повеќе | прочитајте уште | прочитај и | прочитај повеќе | прочитајте: | читајте и | читај повеќе | погледнете и
    | погледни повеќе | повеќе за | повеќе на | повеќе вести | повеќе информации | поврзани вести | поврзани содржини | поврзани написи | слични вести
    | препорачуваме | препорачано | можеби ќе ве интересира | не пропуштајте | најчитано | најчитани | најнови вести | дознајте повеќе
    | на истата тема
label: сподели | споделете | сподели вест | печати | испечати | зачувај | слушај | слушни | коментари | коментар | коментирај | остави коментар
    | следи | следете нè | реклама | рекламирање | маркетинг | спонзорирано | галерија | фотогалерија | видео | пушти видео | аудио | подкаст
    | се вчитува | вчитување | почекајте | копирај линк | линкот е копиран | копирано | претплати се | претплата | најава | најави се | регистрација
    | регистрирај се | одјава | прикажи повеќе | вчитај повеќе | повеќе | затвори | мени | барај | пребарување | најгоре | извори | извор | билтен
    | во живо | ознаки | тагови | теми | клучни зборови
with: оваа | овој | вест | веста | статија | текст | на | во | преку | со | facebook | фејсбук | twitter | x | whatsapp | viber | e-mail | линк
offer: билтен* | апликациј* | претплат* | канал | каналот | известувањ* | вибер | viber | фејсбук | приватност*
act: претплат* | пријав* | регистрир* | следет* | следи | преземе* | симне* | кликн* | прифа* | придруж*
us: нè | нас | нашиот | нашата | нашето | нашите | наш | ни
invite: претплатете се | пријавете се | следете нè | следете не | следете нѐ | преземете ја | симнете ја | придружете се | придружете ни се
    | поддржете нè | поддржете не | добивајте | бидете информирани | бидете во тек
paywall: само за претплатници | за претплатници | веќе сте претплатник | веќе претплатник | имате претплата | имате профил
    | за да продолжите со читање | за да прочитате | претплатете се за да | содржината е достапна само | статијата е достапна само
consent: за да ја видите оваа содржина | за да ја видите | оваа содржина е | оваа содржина не | надворешна содржина | користиме колачиња
    | оваа страница користи | овој сајт користи | веб-страницата користи | поставки за колачиња | политика за приватност | прифати колачиња
    | вашиот прелистувач | потребна ни е вашата
dated: објавено | објавена | датум на објавување | ажурирано | последно ажурирање | изменето | последна измена | време за читање | мин. читање
    | минути читање | мин читање
by: автор | автори | текст | пишува | напиша | подготви | новинар | новинарка | од
credit: фото | фотографија | слика | слики | илустрација | извор | извор на фотографија | автор на фотографија | графика | инфографика | архива
    | принтскрин
thanks: извор: | извори: | според материјали
notice: статијата е објавена | оваа статија е | овој текст е | првично објавено | првобитно објавено | веста се дополнува | ставовите изразени
amends: исправ* | корек* | појасн* | греш* | неточн* | претходната верзија | повлечен* | отстранет* | избришан* | забелешка на редакцијата
    | од редакцијата
rights: сите права се задржани | сите права задржани | авторски права | забрането преземање | преземањето на
tags: ознаки | ознака | тагови | таг | клучни зборови | теми | тема | категорија | категории | рубрика
service: оди на содржината | скокни до | следете нè на | следете не на | следете нѐ на | слушнете ја оваа | споделете ја | контактирајте нè
    | контактирајте не | пишете ни | испратете ни | имате информација | забележавте грешка | што мислите | кое е вашето мислење
""",
}
