"""Each and together, by language: words that give every one of several its own number, and words that add them up.

Alternatives of regular expressions for whole words: (distributive, exempt, total, both). What is exempt holds a
distributive word without its meaning ("cada vez mais": more and more).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from limitedtimes.rules.guards.words import compiled

if TYPE_CHECKING:
    import re

_PT = (
    r"cada|respec?tivamente|de parte a parte|por (?:cabeça|pessoa|equipa|equipe|lado|bando)",
    r"(?:a |de )?cada vez|a cada passo|cada qual",
    r"no total|ao todo|no conjunto|em conjunto|combinad[oa]s",
    r"ambos|ambas",
)
_ES = (
    r"cada|respectivamente|sendos|sendas|por (?:bando|lado|persona|cabeza|equipo|barba)",
    r"cada vez|a cada paso",
    r"en total|en conjunto|combinad[oa]s",
    r"ambos|ambas",
)
_FR = (
    r"chacune?|chaque|respectivement|de part et d['’]autre",
    r"chaque fois|à chaque fois",
    r"au total|en tout|combinée?s",
    r"tous les deux|toutes les deux|tous deux|toutes deux",
)
_IT = (
    r"ciascun[oa]?|ciascun['’]\w+|ognun[oa]|cadaun[oa]|a testa|per parte|rispettivamente|ogni",
    r"ogni (?:volta|tanto)|in ogni caso",
    r"in totale|in tutto|complessivamente",
    r"entramb[ie]",
)
_DE = (
    r"jeweils?|je(?= (?:(?:rund|etwa|fast|knapp|über|circa|ca\.|mehr als|weniger als|bis zu|ein\w*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert|tausend) ?|\d))|jede[rsmn]?|beziehungsweise",
    r"jede[rsnm]? (?:mal|zeit)|auf jeden fall|in jedem fall|je nach|jedes mal|von je her",
    r"insgesamt|zusammen|in summe|alles in allem",
    r"beide[rnms]?",
)
_NL = (
    r"elk|elke|ieder|iedere|respectievelijk|per (?:partij|kant|zijde|persoon|stuk)|telkens",
    r"elke keer|in (?:elk|ieder) geval|steeds",
    r"in totaal|samen|bij elkaar|alles bij elkaar",
    r"beide",
)
_SV = (
    r"var(?=[.,!;])|vardera|varje|var och en|respektive|per (?:person|sida|styck)",
    r"varje gång|i varje fall",
    r"totalt|sammanlagt|tillsammans|sammantaget",
    r"båda",
)
_DA = (
    r"hver|hvert|hver især|henholdsvis",
    r"hver gang|i hvert fald",
    r"i alt|tilsammen|sammenlagt|til sammen",
    r"begge",
)
_NB = (r"hver|hvert|hver især|henholdsvis", r"hver gang|i hvert fall", r"i alt|til sammen|totalt|sammenlagt", r"begge")
_PL = (
    r"każd\w+|odpowiednio",
    r"za każdym razem|każdym razie|w każdej chwili",
    r"łącznie|razem|w sumie|ogółem",
    r"oba|obie|obaj|obu|oboje|obydw\w+",
)
_RU = (
    r"кажд\w+|соответственно|поровну|по(?= (?:дв[ае]|три|четыре|пять|десять|сто|тысяче|\d[\d ]*(?!\d| ?(?:год|г\.|-|ч\.|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))) )",
    r"каждый раз|на каждом шагу",
    r"всего|в общей сложности|вместе|итого|суммарно",
    r"оба|обе|обоих|обеих|обоим|обеим|обоими|обеими",
)
_UK = (
    r"кож[енд]\w*|відповідно",
    r"кожного разу|щоразу",
    r"всього|усього|загалом|разом|сумарно",
    r"обидва|обидві|обоє|обох|обом",
)
_BG = (
    r"вс(?:еки|яка|яко)|съответно",
    r"всеки път|във всеки случай",
    r"общо|заедно|сумарно",
    r"и двамата|и двете|и двата",
)
_SR = (
    r"svak[aeio]\w*|odnosno|respektivno|свак[аеио]\w*",
    r"svaki put|u svakom slučaju|сваки пут|у сваком случају",
    r"ukupno|zajedno|sveukupno|укупно|заједно",
    r"oba|obe|obje|obojica|оба|обе|обојица",
)
_SL = (r"vsak\w*", r"vsakič|v vsakem primeru", r"skupaj|skupno", r"oba|obe|obeh|obema")
_CS = (
    r"každ\w+",
    r"pokaždé|v každém případě",
    r"celkem|dohromady|celkově",
    r"oba|obě|obou|oběma",
)
_SK = (
    r"každ\w+",
    r"zakaždým|v každom prípade",
    r"celkovo|spolu|dohromady|dokopy",
    r"oba|obe|obaja|oboch|obom",
)
_RO = (
    r"fiecare|fiecăr\w+|câte",
    r"de fiecare dată|în fiecare caz",
    r"în total|împreună|laolaltă",
    r"ambii|ambele|amândoi|amândouă",
)
_HU = (
    r"egyenként|fejenként|mindegyik\w*|oldalanként",
    r"egyébként|időnként|esetenként|helyenként",
    r"összesen|együtt|együttesen|mindösszesen",
    r"mindkét|mindkettő\w*|mindketten",
)
_FI = (
    r"kukin|kullakin|kummallakin|kumpikin|jokainen|jokaise\w+|kummankin|kukaan",
    r"joka kerta|joka tapauksessa",
    r"yhteensä|kaikkiaan",
    r"molemm\w+|molempi\w*",
)
_TR = (
    r"her|her biri|her bir|ayrı ayrı",
    r"her (?:zaman|şey\w*|ne|türlü|hâlde|halde|kes|defasında|şeye)|herhangi",
    r"toplam(?:da)?|toplamında|birlikte",
    r"her iki|her ikisi\w*|ikisi de",
)
_EL = (
    r"κάθε|καθεμ\w+|έκαστ\w+|καθέν\w+|αντίστοιχα",
    r"κάθε φορά|σε κάθε περίπτωση",
    r"συνολικά|στο σύνολο",
    r"αμφότερ\w+|και οι δύο|και τα δύο|και οι δυο",
)
_CA = (
    r"cada|cadascun\w*|respectivament",
    r"cada (?:vegada|cop|volta)",
    r"en total|en conjunt",
    r"ambdós|ambdues|tots dos|totes dues",
)
_ID = (
    r"masing-masing|setiap|tiap|tiap-tiap|per (?:orang|pihak)",
    r"setiap kali|setiap saat",
    r"total(?:nya)?|secara keseluruhan|seluruhnya",
    r"kedua|keduanya",
)
_VI = (
    r"mỗi|từng người|mỗi bên",
    r"mỗi (?:khi|lần|lúc)|từng (?:được|là|bị|có|bước)",
    r"tổng cộng|tất cả|tổng số",
    r"cả hai",
)
_AR = (
    r"[لبو]?كل(?= (?:طرف|جانب|واحد|منهما|منهم|جهة|شخص|فريق))|لكل|على التوالي",
    r"كل (?:شيء|مرة|عام)",
    r"إجمالي|مجموعها|مجموعهم|بمجموع|معا|معاً|بمجموع",
    r"كلا|كلتا|كلاهما|كليهما|كلتيهما",
)
_FA = (r"هر|هر یک|هرکدام", r"هر (?:دو|بار|چند|چه|گونه|وقت)", r"مجموعا|مجموعاً|در مجموع|روی هم", r"هر دو|هردو")
_HE = (
    r"[בלמוה]?כל (?:צד|אחד|אחת|קבוצה)|בהתאמה",
    r"כל פעם",
    r"בסך הכל|ביחד|יחד|סך הכול|בסך הכול",
    r"שניהם|שתיהן|שני הצדדים",
)
_HI = (r"प्रत्येक|हर|हरेक|प्रति|क्रमशः", r"हर बार|हर तरह", r"कुल|मिलाकर|कुल मिलाकर", r"दोनों")
_ZH = (
    r"各|每|分别|分別|双方各|雙方各",
    r"每次|每当|每當|各种|各種|各地|各界|各国|各國|各级|各級|各类|各類|各项|各項|各位|各自为|每每",
    r"一共|总共|總共|合计|合計|共计|共計|总计|總計",
    r"双方|雙方|两国|兩國|两者|兩者",
)
_JA = (
    r"それぞれ|ずつ|各(?!地|種|国|界|社)|毎|につき",
    r"毎回|毎度|さまざま",
    r"合計|合わせて|計(?=\d)|総計|全部で",
    r"両国|両者|双方|両方",
)
_KO = (r"각각|각(?= )|씩|마다|인당", r"그때마다|해마다", r"총|모두|합쳐|합계|도합", r"양측|양국|둘 다|양쪽")

_ROWS = {
    "pt": _PT, "gl": _PT, "es": _ES, "fr": _FR, "it": _IT, "de": _DE, "nl": _NL, "sv": _SV, "da": _DA, "nb": _NB, "nn": _NB, "no": _NB,
    "pl": _PL, "ru": _RU, "be": _RU, "uk": _UK, "bg": _BG, "mk": _BG, "sr": _SR, "hr": _SR, "bs": _SR, "sl": _SL, "cs": _CS, "sk": _SK,
    "ro": _RO, "hu": _HU, "fi": _FI, "tr": _TR, "el": _EL, "ca": _CA, "id": _ID, "ms": _ID, "vi": _VI, "ar": _AR, "fa": _FA,
    "he": _HE, "hi": _HI, "zh": _ZH, "ja": _JA, "ko": _KO,
}  # fmt: skip


@cache
def distributives(language: str) -> re.Pattern[str] | None:
    """Return what finds a distributive word in group 1, and what is exempt without a group; None for an unknown language."""
    row = _ROWS.get(language)
    return compiled(language, rf"{row[1]}|({row[0]})") if row else None


@cache
def totals(language: str) -> re.Pattern[str] | None:
    """Return what finds words that add several numbers up; None for an unknown language."""
    row = _ROWS.get(language)
    return compiled(language, row[2]) if row else None


@cache
def duals(language: str) -> re.Pattern[str] | None:
    """Return what finds "both"; None for an unknown language."""
    row = _ROWS.get(language)
    return compiled(language, row[3]) if row else None
