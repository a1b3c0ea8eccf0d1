"""Words and letters that tell kindred languages apart, where frequencies of letters do not.

From grammars and dictionaries (months, weekdays, numerals, conjunctions, the two reflexes of *yat* in Serbo-Croatian, the
spelling reforms that parted Malay and Indonesian), not from texts. An entry of one letter is a letter, else a word.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

_HIT = 1.1  # a word that one language has and the other has not makes it three times as likely
_MOST = 8  # distinct words that count
_UNEQUAL = frozenset(
    ("hr", "yi", "ti")
)  # of groups of which the identifier has not learnt all, or not in Latin letters
_AT_LEAST = 0.3  # of what such a group has goes to each of it
_WORD = re.compile(r"[^\W\d_]+")

_MARKERS = (
    """
hr: tko netko nitko svatko tijekom tjedan tjedna tjednu tjedana tjedni uvjet uvjeti uvjeta uvjete tisuća tisuće tisuću milijun milijuna milijuni vlak
hr: vlaka kolodvor zrakoplov zrakoplova zrakoplovi nogomet nogometni nogometaš kazalište glazba glazbe glazbeni siječnja veljače ožujka travnja
hr: svibnja lipnja srpnja kolovoza rujna listopada studenog studenoga prosinca siječanj ožujak travanj svibanj lipanj srpanj kolovoz rujan studeni
hr: prosinac europa europe europi europu europska europske europski europskog europskoj europskih uopće općenito priopćenje priopćenju priopćio
hr: priopćila priopćili izvješće izvješća izvješću izvijestio izvijestila izvijestili izvješćuje sveučilište sveučilišta sveučilištu znanost znanosti
hr: znanstvenik znanstvenici znanstvenika znanstveni gospodarstvo gospodarstva gospodarski gospodarske gospodarska tvrtka tvrtke tvrtki tvrtku
hr: poduzeće poduzeća ravnatelj redatelj glasnogovornik glasnogovornica odvjetnik odvjetnici odvjetnika veleposlanik veleposlanstvo sudac suca suci
hr: obitelj obitelji obiteljski povijest povijesti povijesni točno točka točke kruh otok otoka uporaba uporabe rabi rabiti zaslon računalo računala
hr: putovnica sustav sustava sustavu sustavi nazočan potpora potpore potporu poduprijeti ovisi ovisno ovisnost dogodio dogodila dogodilo dogoditi
hr: kazneno kazneni kaznene tužitelj tužiteljstvo tužitelja tužitelji obveza obveze obvezan dopredsjednik časnik postrojba postrojbe sukladno unatoč
hr: prigodom razina razine razini tečaj nadzor nadzora snimka snimke potpredsjednik proračun proračuna izbornik udruga udruge tjednik tiskovnoj
hr: prosvjed prosvjeda prosvjedi prosvjednici prosvjednika promidžba siječnju veljači ožujku travnju svibnju lipnju srpnju kolovozu rujnu listopadu
hr: studenom prosincu ubojstvo ubojstva ubojica cjepivo cjepiva dužnosnik dužnosnici dužnosnika zastupnik zastupnici zastupnika sabor sabora saboru
hr: saborski vrlo skladu izravno izravni sveučilišni kolodvoru zračna zračne liječnik liječnici liječnika nogometaši stoljeća stoljeće tjelesni
hr: srednjoškolci prosvjednike bojna oružnik
bs: sedmica sedmice sedmicu sedmici sedmično historija historije historiju historijski historijska saopćenje saopćenju saopćio saopćila saopćeno lahko
bs: mehko kahva kahve polahko hljeb hljeba izvještaj izvještaja izvještaju izvještaji uposlenik uposlenici penzioner juni juli august entitet entiteta
bs: federacija kanton kantona kantonalni ubijeđen halal federalni predsjedavajući predsjedavajuća
sr: predsednik predsednika predsedniku predsednica vreme gde ovde negde uvek posle pre mesto mesta mestu deo delu dela delova ceo celo cela celu cele
sr: deca dece deci čovek čoveka čoveku reč reči rečima reka reke svet sveta svetu svetski svetska svetskog videti želeo želeli želela hteo hteli živeo
sr: živeli mesec meseca meseci mesecu nedelja nedelje nedelju ponedeljak sreda sredu sledeći sledeće sledeća posledica posledice promena promene
sr: promenu primena primer primera cena cene cenu bezbednost bezbednosti bezbednosne odeljenje vera vere mera mere merama meru verovatno verovati levo
sr: levi smer saopštio saopštila saopštenje saopštenju saopšteno opština opštine opštini opšti opšte uopšte takođe izveštaj izveštaja izveštaju umesto
sr: hleb uspeh uspeo uspeli dve dvema obe obema celokupan snežne sneg lepo lepa belo beli devojka devojke vest vesti zahtev zahteva pobeda pobede
sr: pobedu poseta posete poseduje rešenje rešenja rešiti rešio odbrana procene procenjuje primećuje izmeni izmene zameni zameniti avgusta avgust odsto
sr: spoljni spoljnih spoljne savet saveta veštačka veštačke prodavnica severni severna severne severnoj dejstvo biće odeljenja ubeđen mleko zvezda
sr: zvezde zvezdu telo tela telu promeni uspešno uspešan
hr bs: prije poslije gdje ovdje negdje uvijek mjesto mjesta mjestu dio dijelu dijela dijelova cijeli cijelo cijela djeca djece djeci čovjek čovjeka
hr bs: riječ riječi riječima rijeka svijet svijeta svijetu svjetski svjetska vidjeti mjesec mjeseca mjeseci nedjelja nedjelje nedjelju ponedjeljak
hr bs: srijeda srijedu sljedeći sljedeće posljedica posljedice promjena promjene primjer primjera cijena cijene vrijeme predsjednik predsjednika odjel
hr bs: mjera mjere mjerama vjerojatno vjerovatno vjerovati lijevo smjer općina općine općinski opći opće također umjesto dvije obje cijelu uspjeh
hr bs: uspio pobjeda pobjede rješenje rješenja riješiti lijepo bijela bijeli djevojka djevojke vijest vijesti zahtjev zahtjeva snijeg budućnost
hr bs: utjecaj posjet posjeta zvijezda zvijezde tijelo tijela tijelu vanjski vanjskih vanjske savjet sjeverni sjeverna sjeverne uspješno uspješan
hr bs: mlijeko ponedjeljka bijeg dijete djeteta
bs sr: šta ko niko tokom uslov uslovi uslova hiljada hiljade hiljadu milion miliona milioni voz voza vozovi fudbal fudbaler fudbalski pozorište muzika
bs sr: januara februara aprila juna jula septembra oktobra novembra decembra januar februar mart april evropa evrope evropi evropu evropska evropske
bs sr: evropski evropskog evropskoj evropskih sistem sistema sistemu univerzitet univerziteta univerzitetu naučnik naučnici naučnika nauka nauke
bs sr: privreda privrede privredni portparol portparolka advokat advokata advokati ambasador ambasade sudija sudije sudiji porodica porodice porodici
bs sr: porodicu tačno tačka tačke uticaj uticaja desio desila desilo desiti krivično krivični krivične tužilac tužilaštvo tužilaštva obaveza obavezan
bs sr: budžet budžeta ostrvo ostrva zavisi preduzeće preduzeća kompjuter pasoš štampa štampi saobraćaj snimak učestvuje učestvovao ubistvo ubistva
bs sr: ubica vakcina vakcine veoma zvaničnik zvaničnici zvaničnika poslanik poslanici poslanika skupština skupštine skupštini skupštinu junu julu
bs sr: avgustu septembru oktobru novembru decembru januaru februaru martu aprilu tužioci tužioca sopstveni direktno kompanija kompanije procenat
bs sr: procenata
""",
    """
id: bahwa karena bisa uang polisi kepolisian perusahaan kantor pemerintah mengatakan bagian berbeda coba mencoba kamis jumat minggu maret juni juli
id: agustus desember universitas aktivitas komunitas kualitas identitas fasilitas otoritas prioritas televisi korupsi resmi butuh membutuhkan
id: kebutuhan inggris prancis tiongkok eropa jepang spanyol pengadilan jaksa pengacara sepak karyawan gubernur partai pemilu bandara miliar triliun
id: persen nomor musik film istri putra berbicara mau yaitu setelah saja berbagai dukungan mendukung mantan pria siswa mahasiswa kasus tentara militer
id: keamanan bisnis diperkirakan peneliti penelitian ilmuwan telepon khawatir usai kapan tanggal terkait dari tim klub bahkan saat namun waktu
id: berhasil terjadi upaya wilayah nasional para hal lainnya harus meskipun penjualan menyampaikan skotlandia sanksi juru pasien kanker nuklir menit
id: delapan provinsi dewan kesehatan konferensi departemen maskapai bicara posisi mobil gratis korban pelatih senin kemudian selandia kelompok toko
id: pasar aset kebijakan gempa pernyataan perbatasan anggota seharusnya sebuah pemilihan sudah
ms: bahawa kerana wang polis syarikat sahaja pelbagai beliau ialah manakala iaitu isnin khamis jumaat ahad mac jun julai ogos disember universiti
ms: aktiviti komuniti kualiti identiti fasiliti televisyen stesen rasuah rasmi memerlukan keperluan inggeris eropah jepun sepanyol mahkamah pendakwa
ms: peguam jurulatih perlawanan kakitangan gabenor parti pilihanraya mangsa bilion trilion peratus nombor muzik filem isteri putera bercakap percuma
ms: mahu selepas sokongan menyokong kes tentera ketenteraan keselamatan perniagaan pasaran dijangka menerusi penyelidik penyelidikan saintis telefon
ms: kanak berbeza bahagian cuba mencuba kerajaan bukannya sekiranya pesakit hospital doktor susulan memaklumkan dimaklumkan berkata tular ringgit
ms: daripada boleh apabila lepas semasa kawasan sukan mengikut semula sebarang rakan teruk baharu awak perkara walaupun jenayah jabatan tiada
ms: berbanding ramai bagaimanapun berjaya bilangan kebangsaan jawatankuasa suruhanjaya kanser nuklear olimpik minit kedai kilang lapan jurucakap
ms: pentadbiran pertubuhan kesatuan sempadan ia kedudukan sekatan tempatan sebahagian keganasan keadaan kepada pengerusi timbalan yb datuk teksi bas
ms: pasukan kerusi pengundi mengundi amaran bekalan lawatan peniaga
""",
    """
nb: ble mye noen noe nå gikk fikk fått vært sier hva enn innen fremdeles blitt gi ta uke
nb da: ikke jeg hvordan hvor hvem hvis fra en et hun være de bare disse hele sammen siden
nb nn: av meg deg seg etter hadde opp ut inn mot gjennom mellom
da: af blev efter meget mig dig sig nu nogle noget nogen kun op ud siger sagde ind gennem mod gik fik fået havde uden børn hvad været selvom lidt mere
da: mellem bliver blive blevet give have inden omkring uge måde
nn: ikkje eg kva kvar kven korleis frå ein eit dei noko nokon nokre meir berre hjå seier vere vore mykje då saman heile sidan gjer difor medan fyrste
nn: verte vart gjekk fekk høyre òg dykkar desse veke
""",
    """
cs: ě ř ů že jsem jsou nebo také když který která které byl bylo při přes před
sk: ľ ĺ ŕ ô ä že som sú alebo tiež keď ktorý ktorá ktoré bol bolo pri cez pred
""",
    """
az: ə və üçün bir edib olub deyib
tr: ve için bir etti dedi olan değil
""",
    """
uk: і ї є ґ и щ ю я й що та
be: і ў ё ы э ю я й што
ru: ы э ё ъ и щ ю я й что
bg: ъ и щ ю я й са че
mk: ѓ ќ ѕ ј љ њ џ и во со дека
sr: ћ ђ ј љ њ џ и су да ће
""",
    """
pt: ã õ â ê uma não são também ao
gl: ñ unha non son tamén dun dunha ao
es: ñ una no son también del
""",
    """
yi: װ ױ ײ און איז פון האט אויף מיט צו נישט דער דאס
he: של את על לא הוא עם זה כי גם
""",
    """
am: ነው እና ላይ ውስጥ
ti: እዩ ናይ ኣብ ካብ ድማ እቲ
""",
)

# Common characters before and after the reform of 1956, from the official table of simplified characters.
_TRADITIONAL = (
    "國會說這來時個們為對過學發經現後開實長動進問關種無電與機體書見間應將還門車東馬語話條讓從產業點報萬總統選舉議員當區聯處務數據達認導環資質請術變級費灣爾蘭羅維納亞歐華劉陳張楊趙衛緊給組織線結細紀約終練續"
    "網難雖讀該誰調談論試訴許證識護貴買賣賽貨財責轉輪輕載較農運遠適鄉醫針錢錄鐵銀錯陽隊階際隨險雙雜離韓頭題顯風飛館驗魚黨兩嚴樂標權檢歲歷殺氣減測漢滿漲災爭獨獲畫療盡監確礎禮穩築簡籃糧節範罰聽聲職腦腳舊蘇號"
    "衝補製複規視覺觀記設"
)
_SIMPLIFIED = (
    "国会说这来时个们为对过学发经现后开实长动进问关种无电与机体书见间应将还门车东马语话条让从产业点报万总统选举议员当区联处务数据达认导环资质请术变级费湾尔兰罗维纳亚欧华刘陈张杨赵卫紧给组织线结细纪约终练续"
    "网难虽读该谁调谈论试诉许证识护贵买卖赛货财责转轮轻载较农运远适乡医针钱录铁银错阳队阶际随险双杂离韩头题显风飞馆验鱼党两严乐标权检岁历杀气减测汉满涨灾争独获画疗尽监确础礼稳筑简篮粮节范罚听声职脑脚旧苏号"
    "冲补制复规视觉观记设"
)


def _table(text: str) -> dict[str, frozenset[str]]:
    """Words and letters of each language: a line ``hr bs: ...`` is both languages'."""
    words: dict[str, set[str]] = {}
    for line in text.split("\n"):
        codes, _, listed = line.partition(": ")
        for code in codes.split():
            words.setdefault(code, set()).update(listed.split())
    return {code: frozenset(found) for code, found in words.items()}


_GROUPS = tuple(_table(text) for text in _MARKERS)


def weighed(shares: Mapping[str, float], text: str) -> dict[str, float]:
    """Part shares of languages anew among the kin of the likeliest, by the words and letters that only some of them have."""
    best = max(shares, key=lambda language: shares[language])
    lowered = text.lower()
    seen = set(_WORD.findall(lowered)).union(lowered)
    parted = dict(shares)
    for group in _GROUPS:
        hits = {code: len(words & seen) for code, words in group.items()} if best in group else {}
        if any(hits.values()):
            whole = sum(parted.get(code, 0.0) for code in group)
            least = whole * (_AT_LEAST if _UNEQUAL.intersection(group) else 0.01)
            weights = {
                code: max(parted.get(code, 0.0), least) * math.exp(_HIT * min(found, _MOST))
                for code, found in hits.items()
            }
            total = sum(weights.values())
            parted |= {code: whole * weight / total for code, weight in weights.items()}
    return parted


def is_traditional(letters: Counter[str]) -> bool:
    """Tell whether a Chinese text with these characters, and how often each, is in traditional ones."""
    return sum(letters[one] for one in _TRADITIONAL) > sum(letters[one] for one in _SIMPLIFIED)
