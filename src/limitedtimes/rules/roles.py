"""Words around the names in bylines, in the languages of the press: "by", what people are, and what newsrooms call themselves."""

from __future__ import annotations

import re

# In front of a name, with a colon or a space behind.
_BY = (
    r"a cura di|additional reporting by|analysis by|author|auteure?s?|autor(?:in|a|es|en|i|e|s)?|autore|autrice|av|af|by|di|da|de|door|escrito por|"
    r"forfatter|írta|kirjoittaja|kirjoittanut|napisa(?:ł|ła|l|la|o)|oleh|opinion by|par|penulis|pewarta|piše|pišu|por|przez|reported by|reporting by|"
    r"scris de|skrevet av|skrevet af|story by|szerző|tác giả|tekst|testo|text|texte|texto|theo|van|von|written by|words by|yazan|yazar|"
    r"от|від|автор(?:ы|и)?|автор текста|текст|пише|του|της|συντάκτης|γράφει|γράφουν|"
    r"کتب|كتبت?|بقلم|إعداد|تحرير|تقرير|نویسنده|نوشته|گزارش|מאת|द्वारा|लेखक|লেখক|โดย"
)
SAID_BY = re.compile(
    rf"^(?:(?:ein|eine|a|an|un|une|uma?)\s+\w+\s+)?(?:(?:{_BY})\s*[:：]\s*|(?!(?:di|da|de|van|av|af)\s)(?:{_BY})\s+|"
    # A particle of a name unless a whole name stands behind it.
    r"(?:(?-i:di|de|da)|av|af)\s+(?=\S+\s+\S)|文\s*[:：/／|｜・]\s*|(?:著者|撰文|作者|取材)\s*[:：/／・]?\s*)",
    re.IGNORECASE,
)
EDITED_BY = re.compile(
    r"^(?:edit(?:ed|ing) by|editors?|redigerad av|bearbeitet von|redigert av|redaktion|redaktur|editou|editado por|编辑|編輯|責任編輯|责任编辑|責編|责编|"
    r"編集|редактор|редагування)\s*[:：／/]\s*|^(?:edited|editing|produced|published|posted|updated|translated|compiled|photos?|photographs?|fotos?) by\s+",
    re.IGNORECASE,
)

_KIND = (
    r"staff|senior|features?|sports?|news|contributing|guest|freelance|junior|chief|deputy|managing|political|politics|business|economics|science|health|"
    r"world|foreign|special|national|local|digital|online|investigative|environment|education|defen[cs]e|diplomatic|associate|assistant|lead|crime|technology|"
    r"executive"
)
_ROLE = (
    rf"(?:(?:{_KIND})\s+)+(?:(?-i:[A-Z])[\w-]+\s+){{1,2}}correspondents?|"
    rf"(?:(?:{_KIND})\s+)*(?:writers?|reporters?|correspondents?|journalists?|editors?|editor-in-chief|columnists?|contributors?|producers?|photographers?|"
    r"commentators?|critics?|bureau chief|interns?)|"
    r"[\w-]*(?:korrespondent(?:in|ka)?|redakteur(?:in)?|journalist(?:in|ka|a|e)?|volontär(?:in)?|redaktør|redaktör|reporter(?:in|ka|i)?|kolumnist(?:in)?|"
    r"medarbej?der|medarbeider)|freier mitarbeiter|"
    r"(?:(?:notre|nos|nostr[oa]|nuestr[oa])\s+)?(?:envoyée?s? spécia(?:le|l|ux)|correspondante?s?|enviad[oa] especial|inviat[oa](?: speciale)?|corresponsal|"
    r"correspondente|corrispondente)(?: permanente?)?|"
    r"rédact(?:eur|rice)(?: en chef)?|chroniqueu(?:r|se)|periodista|redactora?|columnista|jornalista|repórter|colunista|giornalista|redattore|redattrice|"
    r"verslag(?:gever|geefster)|redacteur|toimittaja|kirjeenvaihtaja|dziennikar(?:z|ka)|redaktor(?:ka)?|publicyst(?:k?a)|reportér(?:ka)?|zpravodaj(?:ka)?|"
    r"novinář(?:ka)?|komentátor(?:ka)?|újságíró|szerkesztő|tudósító|corespondent|jurnalist[aă]?|novinar(?:ka)?|dopisni(?:k|ca)|urednik|urednica|новинар(?:ка)?|"
    r"дописник|(?:специальный |собственный )?корреспондент|кореспондент(?:ка)?|журналист(?:ка)?|журналіст(?:ка)?|обозреватель|репортер|ανταποκρ(?:ιτής|ίτρια)|"
    r"δημοσιογράφος|muhabiri?|temsilcisi|editörü?|gazeteci|مراسلة?|صحفية?|صحافية?|خبرنگار|כתבת?|כתבנו|עיתונאית?|संवाददाता|पत्रकार|ब्यूरो|wartawan|jurnalis|"
    r"kontributor|koresponden|phóng viên|nhà báo|biên tập viên|cộng tác viên|ผู้สื่อข่าว|นักข่าว"
)
_CJK_ROLE = (
    r"本報駐\S{2,4}記者|(?:本報|本报|实习|實習|首席|特约|特派)?(?:記者|记者)|特派員|特派记者|編集委員|論説委員|支局長|編集長|通讯员|通訊員|评论员|主筆|"
    r"\s[가-힣]{2,5}특파원|(?:선임|인턴|수습|전문)?기자|특파원|논설위원|통신원"
)
ROLE_IN_FRONT = re.compile(
    rf"^(?:(?:(?:de notre|notre|our|unser|наш|(?:van )?onze) )?(?:{_ROLE})(?=\s|$|[:：])[:：]?|(?:{_CJK_ROLE})[:：／/]?)\s*",
    re.IGNORECASE,
)
ROLE_BEHIND = re.compile(rf"(?:(?:^|[\s–—-]+)(?:{_ROLE})|\s*(?:{_CJK_ROLE}))$", re.IGNORECASE)
# What somebody is, and where or of what: "Korrespondent in Berlin", "Special to The Star".
POST = re.compile(
    rf"^(?:(?:{_ROLE})\s+(?:in|aus|für|des|der|for|at|of|with|à|a|au|aux|en|em|de|del|da|do|di|från|fra|i|w|z|v|ve|din|in de|в|у|из)\s|special (?:to|for)\b|"
    r"(?:vom|der|die|das|le|la|el|o|il|the|our|notre|unser)\s+[^\W\d_a-zß-ÿ]+-|exclusiv|opinion$|analysis$|kommentar$)",
    re.IGNORECASE,
)
# What somebody else did for the article: pictures, abridgement.
OTHER_WORK = re.compile(
    r"^(?:directed by|hosted by|presented by|starring|fotos?|photos?|bild(?:er)?|kuvat?|фото|video|v[ií]deo|graphics?|grafik|illustrations?|infograf\w*|oprac\.?|montage|写真|撮影|摄影|攝影|사진)(?![\w-])",
    re.IGNORECASE,
)
# "... skrifar frá Ósló": says that somebody writes, and from where.
REPORTS = re.compile(
    r"\s(?:skrifar|skriver|schreibt|berichtet|reports?|reporting|rapporte|écrit|escribe|informa|scrive|пишет|пише|передає|повідомляє|γράφει)"
    r"(?:\s(?:frá|från|fra|aus|from|desde|da|de|depuis|z|iz|из|з)\s.*)?$",
    re.IGNORECASE,
)
WEEKDAYS = frozenset(
    """
    mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira lunedì martedì mercoledì giovedì venerdì sabato domenica dilluns dimarts
    dimecres dijous divendres dissabte diumenge maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag
    fredag lørdag søndag måndag tisdag lördag söndag mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur
    maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev
    pirmdiena otrdiena trešdiena ceturtdiena piektdiena sestdiena svētdiena pirmadienis antradienis trečiadienis ketvirtadienis penktadienis
    šeštadienis sekmadienis poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle pondelok
    utorok streda štvrtok piatok nedeľa ponedeljek torek sreda četrtek petek nedelja ponedjeljak srijeda četvrtak petak subota nedjelja
    понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пʼятниця субота неділя понеделник
    вторник сряда четвъртък петък събота неделя luni marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat
    vasárnap δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή pazartesi salı çarşamba perşembe cuma cumartesi pazar senin selasa rabu
    kamis jumat sabtu minggu الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
    """.split()
)
# Small words in people's names.
PARTICLES = frozenset(
    """
    a af al ap av aw bar bat ben bin bint bte d da dal dall de degli dei del dela della delle delli dello den der des di do dos du e el i ibn il in
    la las le lo los maʼ of op san st sta t te ten ter the tot und v van vander vom von vor y z za zu zum zur zur'
    """.split()
)
CONJUNCTION = re.compile(r"^(?:and|und|et|y|e|com|con|with|mit|avec|med|met)\s+", re.IGNORECASE)
# "... and wires", "with agencies": nobody who has a name.
WIRES = re.compile(
    r"^(?:(?:les|l'|las|le|den|der|die|news|wire|press|unsere[nr]?|material(?:e|es)?(?: von| from| der)?|files?(?: from)?|informations?|informaciones|informações)\s?)*"
    r"(?:agences?|agentur(?:en|material|e)?|agencies|agencias|agências|agenzie|agencje|agentury|agentschappen|byråer|bureaus?|wires?|wire (?:services|reports)|"
    r"agences de presse|nachrichtenagenturen|ügynökségek|агентства|агенции|ajanslar|وكالات|وكالات الأنباء|סוכנויות(?: הידיעות)?|综合|外电|外電|各社|各国通信社)(?:\s\w+){0,2}$",
    re.IGNORECASE,
)
FILES_OF = re.compile(
    r"^(?:(?:mit )?material (?:von|der)|(?:with )?files (?:from|by)|(?:with )?reporting (?:from|by)|informations? (?:de|d'|by)|con informaci(?:ón|ones) de|"
    r"com informações d[aeo]|la|le|the|der|die|via)\s+|^l'(?=\w)|^(?:source|quelle|fonte|fuente|nguồn|מקור|المصدر|источник|джерело)\s*[:：]\s*",
    re.IGNORECASE,
)

NEWSROOM = (
    r"[\w-]*redaktion(?:en)?|redactie|r[eé]daction|(?:equipo de )?redacci[oó]n?|redação|redacção|redazione|redakcja|redakce|redakcij?a|redacți[ae]|redaksi|"
    r"toimitus|szerkesztőség|редакция|редакція|σύνταξη|συντακτική ομάδα|news ?(?:room|desk|team)|editorial (?:staff|team|board)|ban biên tập|tòa soạn|"
    r"กองบรรณาธิการ|编辑部|編輯部|編集部|報道部|社会部|政治部|온라인뉴스팀|디지털뉴스[부팀]|편집[부국]|هيئة التحرير|غرفة الأخبار|فريق التحرير|تحریریه|"
    r"haber merkezi|dış haberler servisi"
)
NEWSROOM_WORD = re.compile(rf"(?<!\w)(?:(?:a|la|die|the)\s)?(?:{NEWSROOM})(?!\w)", re.IGNORECASE)
# Words that name an organisation, not a person.
ORGANISATION = re.compile(
    r"(?<!\w)(?:news|newspaper|wires?|disqus|google|linkedin|whatsapp|pinterest|ediciones|éditions|edizioni|edições|editorials?|corporation|media|medias|tv|radio|desk|webdesk|bureau|times|herald|tribune|gazette|journal|magazine|online|digital|network|"
    r"team|staff|admin|administrator|editors|nachrichten|zeitung|tageblatt|rundschau|verlag|gmbh|ltd|inc|llc|agency|agentur|agence|agencia|agência|agenzia|コラム|column|"
    r"diario|jornal|periódico|noticias|notícias|notizie|giornale|quotidiano|actualités|infos?|rtv|kanal|haber|gazetesi|servisi|ajansı|gazeta|portal|dziennik|"
    r"sajtó|hírek|vijesti|vesti|вести|новости|новини|газета|агентство|пресс|telegram|twitter|instagram|facebook|youtube|www|"
    r"न्यूज|न्यूज़|समाचार|डेस्क|टीम|ब्यूरो|অনলাইন|ডেস্ক|প্রতিবেদক|أخبار|وكالة|صحيفة|قناة|الجزيرة|خبرگزاری|روزنامه|ข่าว|ออนไลน์)(?!\w)|"
    r"新聞$|新闻$|通信社?$|通讯社$|日報$|日报$|晚报$|晚報$|編輯$|网$|網$|ニュース|뉴스|신문$|일보$|방송$|報社$",
    re.IGNORECASE,
)
