"""Hearsay and who said it, by language.

Alternatives of regular expressions for whole words: (hedge, attribution). A ``hedge`` says that something is alleged, not
known, and nothing else; ``attribution`` is a verb of saying in the form in which news name the speaker, or "according to".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from limitedtimes.rules.guards.words import compiled

if TYPE_CHECKING:
    import re


def _said(verbs: str, that: str) -> str:
    """Return the verbs as far as they report: behind a comma or a quotation, or before "that" or a colon."""
    return rf"(?:(?<=[»”\"], )|(?<=[,»”\"] ))(?:{verbs})|(?:{verbs})(?= (?:{that})(?!\w)|\s?:)"


_PT = (
    r"alegad\w+|supost[oa]s?|supostamente|presumíve(?:l|is)|presumivelmente|presumid[oa]s|presumid[oa]|pretens[oa]s?|ter(?:á|ão) (?:sido|\w+[aií]do|feito|dito|visto|aberto|escrito|morto)",
    _said(
        r"diss(?:e|eram)|diz|dizem|(?:afirm|declar|acrescent|explic|sublinh|salient|adiant|assegur|alert|anunci|lembr|record|avis|confirm|coment|observ|notici|revel)(?:ou|aram)|frisou|(?:referi|garanti|admiti|insisti)(?:u|ram)",
        "que",
    )
    + r"|segundo (?:[oa]s?|um|uma|fontes?|dados)|segundo(?= (?-i:[A-ZÀ-Ý]))|de acordo com|conforme(?= \w+(?:ou|iu|eu|sse) )|na opinião d\w+",
)
_ES = (
    r"presunt[oa]s?|presuntamente|supuest[oa]s?|supuestamente|alegad[oa]s?|habría[n]? (?:sido|\w+[ai]do)",
    _said(
        r"dijo|dijeron|dice|dicen|(?:afirm|declar|señal|agreg|explic|inform|asegur|anunci|confirm|record|manifest|indic|revel|coment)(?:ó|aron)|(?:añadi|advirti|admiti|insisti)(?:ó|eron)",
        "que",
    )
    + r"|según (?:el|la|los|las|un|una|fuentes|datos)|según(?= (?-i:[A-ZÀ-Ý]))|de acuerdo con (?:el|la|los|las)",
)
_FR = (
    r"présumée?s?|présumément|prétendue?s?|prétendument|soi-disant|supposée?s?|(?:aurai(?:t|ent)|serai(?:t|ent)) (?!dû|pu|voulu|mieux|aimé|préféré)(?:été|\w+(?:[éiu]e?s?|ert|is|mort))(?= )",
    _said(
        r"(?:a|ont) (?:déclaré|affirmé|ajouté|expliqué|indiqué|précisé|annoncé|estimé|dit|souligné|assuré|averti|rappelé|confirmé|admis|insisté)|a-t-(?:il|elle|on) (?:\w+é|dit)|dit|affirme|explique|assure|déclare|ajoute|précise",
        r"que|qu['’]\w+",
    )
    + r"|(?:selon|d['’]après) (?:le|la|les|l['’]\w+|un|une)|(?:selon|d['’]après)(?= (?-i:[A-ZÀ-Ý]))",
)
_IT = (
    r"presunt[oaie]|presumibilmente|sedicent[ei]|asserit[oaie]|(?:avrebbe(?:ro)?|sarebbe(?:ro)?) (?!potut|dovut|volut)(?:stat[oaie]|\w+(?:[aiu]t|ss|cis|pres|mess|tt|es)[oaie])",
    _said(
        r"(?:ha|hanno) (?:detto|dichiarato|affermato|aggiunto|spiegato|sottolineato|riferito|annunciato|precisato|avvertito|confermato|ricordato|ammesso|insistito)|dice|dicono|afferma|spiega|sostiene|aggiunge",
        r"che|di",
    )
    + r"|secondo (?:il|la|lo|i|gli|le|quanto|l['’]\w+)|secondo(?= (?-i:[A-ZÀ-Ý]))",
)
_DE = (
    r"mutmaßlich\w*|angeblich\w*|vermeintlich\w*|vermutlich\w*|soll(?:en)?(?= (?:\S+ ){0,9}?\S+(?:t|en) (?:haben|sein|worden sein)(?!\w))",
    r"sagte?n?|mitteilten?|warnten?|bestätigten?|so(?= (?:(?:der|die|das) )?(?-i:[A-ZÄÖÜ])[\w-]+(?: (?-i:[A-ZÄÖÜ])[\w-]+)?\.)|erklärten?|teilten? (?:\S+ ){0,6}?mit|laut|zufolge|nach angaben|betonten?|ergänzten?|fügten? (?:\S+ ){0,4}?hinzu|berichteten?|gab (?:\S+ ){0,4}?bekannt",
)
_NL = (
    r"vermeende?|vermoedelijke?|zogenaamde?|naar verluidt|zou(?:den)? (?:\S+ ){0,7}?(?:hebben|zijn) ge\w+",
    r"zei(?:den)?|zegt|zeggen|waarschuwden?|verklaarden?|aldus|volgens|liet (?:\S+ ){0,4}?weten|voegde (?:\S+ ){0,3}?toe|meldden?|benadrukten?",
)
_SV = (
    r"påstådd\w?|påstådda|förmodad\w?|förmodade|misstänkt\w*|uppges|lär (?:ha|vara)|ska ha",
    r"sade|sa|säger|uppger|enligt|meddelade|meddelar|tillade|tillägger|berättade|berättar|förklarade",
)
_DA = (
    r"påståed\w*|angivelig\w*|formodede?|formentlig\w*|mistænkt\w*|(?:skulle|skal) have(?= \w+t )",
    r"sagde|siger|oplyser|oplyste|ifølge|udtaler|udtalte|meddeler|meddelte|tilføjede|tilføjer|fortæller|fortalte|forklarede",
)
_NB = (
    r"påstått\w*|angivelig\w*|antatte?|visstnok|mistenkt\w*|skal ha(?= \w+t )",
    r"sa|sier|opplyser|opplyste|ifølge|uttaler|uttalte|melder|meldte|la (?:\S+ ){0,3}?til|legger (?:\S+ ){0,3}?til|forteller|fortalte|forklarte",
)
_PL = (
    r"rzekom\w+|domniemyw?an\w*|domniem\w+|podejrzan\w+|jakoby|ponoć|podobno",
    r"powiedział[ay]?|oświadczył[ay]?|stwierdził[ay]?|dodał[ay]?|poinformował[aiy]?|zdaniem|według|wyjaśnił[ay]?|podkreślił[ay]?|mówi|twierdzi|zaznaczył[ay]?",
)
_RU = (
    r"якобы|предполагаем\w+|предположительно|подозреваем\w+|вероятно|мнимы\w*",
    r"сказал[аи]?|заявил[аи]?|сообщил[аи]?|сообщает|сообщают|отметил[аи]?|добавил[аи]?|подчеркнул[аи]?|по словам|по данным|рассказал[аи]?|пояснил[аи]?|говорит|утверждает|по информации|по мнению",
)
_UK = (
    r"нібито|імовірн\w+|ймовірн\w+|передбачуван\w+|підозрюван\w+|начебто",
    r"сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)|повідомля\w+|зазначи(?:в|ла|ли)|дода(?:в|ла|ли)|наголоси(?:в|ла|ли)|за словами|за даними|розпові(?:в|ла|ли)|поясни(?:в|ла|ли)|стверджу\w+",
)
_BG = (
    r"предполагаем\w+|твърдян\w*|уж|мним\w+|заподозрян\w+|вероятн\w+",
    r"каза(?:ха)?|заяви(?:ха)?|съобщи(?:ха)?|добави(?:ха)?|посочи(?:ха)?|обясни(?:ха)?|според|по думите|подчерта(?:ха)?|твърди|твърдят",
)
_SR = (
    r"navodn\w+|tobož\w*|pretpostavlj\w+|osumnjičen\w+|наводн\w+|тобож\w*|осумњичен\w+",
    r"rek(?:ao|la|li)|kaza(?:o|la|li)|izjavi(?:o|la|li)|navodi|naveo|navela|prema (?:rečima|riječima|podacima|izvješ\w+|izveštaj\w+|navodima)|saopšti\w+|priopći\w+|kaže|рек(?:ао|ла|ли)|каза(?:о|ла|ли)|изјави(?:о|ла|ли)|навео|навела|према (?:речима|подацима|извештај\w+|наводима)|саопшти\w+|каже",
)
_SL = (
    r"domnevn\w+|naj bi|osumnjičen\w+|dozdevn\w+",
    r"dejal[aio]?|povedal[aio]?|izjavil[aio]?|dodal[aio]?|sporočil[aio]?|pojasnil[aio]?|navajajo|po (?:besedah|navedbah)",
)
_CS = (
    r"údajn\w+|domněl\w+|prý|podezřel\w+|takzvan\w+",
    r"řek(?:l|la|li|lo)|uved(?:l|la|li|lo)|prohlásil[aiy]?|dodal[aiy]?|podle|sdělil[aiy]?|oznámil[aiy]?|vysvětlil[aiy]?|říká|tvrdí",
)
_SK = (
    r"údajn\w+|domnel\w+|vraj|podozriv\w+",
    r"povedal[ai]?|uviedol|uviedl[ai]|vyhlásil[ai]?|dodal[ai]?|podľa|oznámil[ai]?|vysvetlil[ai]?|hovorí|tvrdí|informoval[ai]?",
)
_RO = (
    r"presupus\w*|pretins\w*|chipurile|aşa-zis\w*|așa-zis\w*|suspect\w*|ar fi (?!trebui|putut|vrut)(?:fost|\w+[ait]t\w?)",
    _said(
        r"(?:a|au) (?:spus|declarat|afirmat|adăugat|precizat|anunțat|explicat|menționat|avertizat|confirmat)|susține|spune|spun",
        r"că",
    )
    + r"|potrivit|conform",
)
_HU = (
    r"állítólag\w*|feltételezett|feltehető\w*|vélt|gyanúsított\w*",
    r"mondt[aá]k?|közölte|közölték|nyilatkozta|hozzátette|szerint|jelentette|kijelentette|elmondta|hangsúlyozta|állítja",
)
_FI = (
    r"väitet\w+|oletet\w+|epäil\w+|muka|tiettävästi|kerrotaan",
    r"sanoi|sanoo|kertoi|kertoo|mukaan(?! (?:lukien|luettuna|lukematta))|ilmoitti|lisäsi|totesi|toteaa|selitti|sanovat|sanoivat|kertovat|huomautti|väittää|väitti",
)
_TR = (
    r"iddia edil\w+|iddiaya göre|sözde|sözümona|güya|şüpheli\w*|muhtemel\w*",
    r"dedi|söyledi\w*|belirtti\w*|açıkladı\w*|ifade etti\w*|haberine göre|açıklamasına göre|ekledi\w*|bildirdi\w*|vurguladı|diyor|anlattı",
)
_EL = (
    r"φερόμεν\w+|υποτιθέμεν\w+|δήθεν|εικαζόμεν\w+|ύποπτ\w+",
    r"είπε|είπαν|δήλωσε|δήλωσαν|ανέφερε|ανέφεραν|πρόσθεσε|σύμφωνα με|τόνισε|εξήγησε|λέει|υποστηρίζει|ανακοίνωσε",
)
_CA = (
    r"presumpt\w*|suposada?s?|suposadament|presumptament|hauria\w* (?:estat|\w+[aiu]t)",
    _said(
        r"(?:va|van) (?:dir|afirmar|declarar|afegir|explicar|assegurar|indicar)|(?:ha|han) (?:dit|afirmat|declarat|afegit|explicat|assegurat|indicat)|diu|diuen",
        r"que",
    )
    + r"|segons (?:el|la|els|les|un|una|l['’]\w+)|segons(?= (?-i:[A-ZÀ-Ý]))|d['’]acord amb",
)
_ID = (
    r"diduga|dugaan|konon|tersangka|disebut-sebut|kabarnya|didakwa|dituduh",
    r"kata|ujar\w*|ucap\w*|menurut|mengatakan|menyatakan|menambahkan|tutur\w*|jelas(?:nya)?|berkata|melaporkan",
)
_VI = (
    r"bị cáo buộc|cáo buộc|bị nghi|nghi can|nghi phạm|được cho là|nghi ngờ",
    r"cho biết|tuyên bố|cho hay|nói rằng|phát biểu|nói:|chia sẻ rằng|theo lời",
)
_AR = (
    r"المزعوم\w*|مزعوم\w*|يُ?زعم|زُعم|يشتبه|المشتبه",
    r"[وف]?قال(?:ت|وا)?|[وف]?يقول|[وف]?صرح(?:ت)?|[وف]?أضاف(?:ت)?|[وف]?أعلن(?:ت)?|[وف]?ذكر(?:ت)?|وفقا|وفقًا|وفقاً|بحسب|[وف]?أكد(?:ت)?|[وف]?أوضح(?:ت)?|حسب|[وف]?أشار(?:ت)?",
)
_FA = (
    r"ظاهرا|ظاهراً|به اصطلاح|متهم|مظنون\w*|گویا|ادعایی|ادعا",
    r"گفت|گفتند|اظهار|افزود|اعلام|به گفته|بنا به|طبق|تاکید|تأکید|می‌گوید|گفته|خاطرنشان",
)
_HE = (
    r"לכאורה|כביכול|החשוד\w*|חשוד\w*|הנחשד\w*|כנראה",
    r"[והש]?אמר(?:ה|ו)?|[וש]?מסר(?:ה|ו)?|לדברי|על פי|לפי|[וש]?הוסיפ?(?:ה|ו)?|[וש]?הוסיף|[וש]?טען|[וש]?טענה|[וש]?הצהיר(?:ה)?|[וש]?הודיע(?:ה)?|אומר(?:ת)?|דיווח(?:ה)?|[וש]?הסביר(?:ה)?",
)
_HI = (r"कथित|कथित तौर पर|कथित रूप से|संदिग्ध\w*|तथाकथित", r"कहा|कहना|बताया|के अनुसार|के मुताबिक|कहते|कहती|बोले|दावा|कहता")
_ZH = (
    r"涉嫌|据称|據稱|据说|據說|所谓|所謂|疑似|据传|據傳|传闻|傳聞|嫌疑",
    r"表示[，：:“「]|[称稱说說道][，：:“「]|指出[，：:]|透露[，：:]|强调[，：:]|強調[，：:]|写道|寫道|补充道|補充道|据.{1,12}报道|據.{1,12}報導",
)
_JA = (
    r"とされる|容疑|疑い|と(?:み|見)られる|いわゆる|らしい|という疑",
    r"と(?:述べ|語っ|言っ|話し|説明し|コメントし|主張し|指摘し|明らかにし|発表し|報じ|伝え)|によると|によれば",
)
_KO = (
    r"혐의|의혹|이른바|소위|추정|것으로 알려",
    r"말했|밝혔|전했|덧붙였|에 따르면|설명했|강조했|주장했|라고 (?:말|밝|전|덧|설명|강조|주장)",
)

_ROWS = {
    "pt": _PT, "es": _ES, "fr": _FR, "it": _IT, "de": _DE, "nl": _NL, "sv": _SV, "da": _DA, "nb": _NB, "nn": _NB, "no": _NB,
    "pl": _PL, "ru": _RU, "be": _RU, "uk": _UK, "bg": _BG, "mk": _BG, "sr": _SR, "hr": _SR, "bs": _SR, "sl": _SL, "cs": _CS, "sk": _SK,
    "ro": _RO, "hu": _HU, "fi": _FI, "tr": _TR, "el": _EL, "ca": _CA, "id": _ID, "ms": _ID, "vi": _VI, "ar": _AR, "fa": _FA,
    "he": _HE, "hi": _HI, "zh": _ZH, "ja": _JA, "ko": _KO,
}  # fmt: skip


@cache
def hedges(language: str) -> re.Pattern[str] | None:
    """Return what finds words of hearsay; None for an unknown language."""
    row = _ROWS.get(language)
    return compiled(language, row[0]) if row else None


@cache
def attributions(language: str) -> re.Pattern[str] | None:
    """Return what finds words that name who said it; None for an unknown language."""
    row = _ROWS.get(language)
    return compiled(language, row[1]) if row else None
