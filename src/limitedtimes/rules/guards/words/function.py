"""Frequent small words by language, without those that are English words too: what a sentence's language is known by."""

from __future__ import annotations

ENGLISH = frozenset(
    "the of and to is that it for was with as are by his her from they this have has had not were been which will would their he she"
    " at be an on who what when where there than more we you your our its said after over could should if because but or about into all".split()
)

_WORDS = {
    "pt": "da na nas nos ou isso esta este esse essa nem sem até depois anos ter ser que não uma com para os dos das pelo pela foi são mais também ao aos é à às seu sua está num numa já há por entre sobre como mas muito quando ele ela",
    "es": "o su sus sin hasta después años ser cuatro uno lo también eso ni que el la los las una con para por del fue son más también es está su se como pero muy cuando sobre entre hay ya desde este esta al ha",
    "fr": "la et un le ont leurs sans aussi entre deux depuis dont cet ou si le les des une est et dans pour que qui sur avec pas par plus sont cette ce il elle nous vous aux du été leur mais après ont être à où",
    "it": "ai dal dalla nei nelle sul sulla ed essere tra fra anni ma loro il lo gli di che una con per del della dei delle è sono non più anche nel nella alla al si come ma dopo stato questo questa hanno ha",
    "de": "hat haben am einen einem einer wenn nur noch mehr zum zur vom sein ihre seine dass er es wir der die das und ist nicht ein eine mit den dem des für auf von zu im auch sich wird werden wurde bei nach aus wie aber oder noch über sind",
    "nl": "naar onder tegen zei jaar zich heeft wel geen haar zo werd kan de het een van en zijn niet met voor dat op te aan ook bij naar uit wordt werd heeft hebben maar dit deze er nog om hij zij worden",
    "sv": "ut upp ska hade blev där detta denna sin sitt år under och att det som en på är av för med den till inte har ett om från var sig men han hon kan ska efter också eller vid mot",
    "da": "blev hvor dette denne sin sit år under havde op ud og det som en på er af til med den ikke har et om fra sig men han hun kan skal efter også eller ved mod der blev",
    "nb": "hvor dette denne sin sitt år under hadde opp ut og det som en på er av til med den ikke har et om fra seg men han hun kan skal etter også eller ved mot ble",
    "fi": "ja on ei se että oli ovat mutta myös kun hän tai joka ovat sekä mukaan jälkeen olla vain mitä niin kuin",
    "pl": "te ten ta być bardzo jej jego lat dwa przed pod i w na z do nie się że jest o jak po przez oraz są był było dla od ale tym który która także za już może tego",
    "cs": "a v na se že je s z do o i k ve by pro jako ale za který která také po jsou od byl bylo když až jeho ze",
    "sk": "a v na sa že je s z do o aj k vo by pre ako ale za ktorý ktorá po sú od bol bolo keď až jeho zo",
    "ro": "nu sa fi acest această ei lor după anul până și de la în cu pe că este nu un o din pentru care mai au fost sunt ce prin după sau dar al ale lui fi va această",
    "hu": "a az és hogy nem egy is van volt meg csak de ez már még el mint szerint lehet után azt kell lesz ki vagy",
    "tr": "ve bir bu için ile de da olarak çok daha olan gibi ne ama en sonra kadar her var değil ise o göre oldu",
    "hr": "i u je na se da su za od koji koja s iz kao ne će o bi što nije ali po te do nakon ili biti",
    "sl": "in je v na se da so za s z od ki ne pa tudi po bi bo ali o kot do pri še iz kar",
    "ca": "que el la els les una amb per del dels és són més també no ha al als com però quan sobre entre des aquest aquesta va",
    "id": "yang dan di ke dari dengan untuk pada dalam tidak akan adalah juga oleh itu ini telah karena tersebut atau mereka saat bisa sudah",
    "ms": "yang dan di ke dari dengan untuk pada dalam tidak akan adalah juga oleh itu ini telah kerana tersebut atau mereka ketika boleh sudah",
    "vi": "và của là có được cho các trong không với một những đã này người khi đến từ về để như tại sẽ cũng vào theo ra",
    "sq": "dhe të në e për me nga një që është janë nuk si më por se ka kanë do u ishte edhe pas",
    "lt": "ir kad su yra iš į tai bet kaip už apie buvo ne dėl jis nuo po taip pat bus tik",
    "lv": "un ka ar ir no uz par bet kā arī tas bija pēc lai gan nav ko tikai pie kas viņš",
    "et": "ja on ei et see oli kui ka ning mis aga oma seda pärast või kes ta ole välja üle",
    "is": "og að er á í sem til við það ekki um var en með hann eru af fyrir hefur verið hún þess",
}
_SAME = {"gl": "pt", "bs": "hr", "nn": "nb", "no": "nb"}
# English words, and names' particles: they say nothing of the language.
_ALSO_ENGLISH = frozenset(
    "a i o no as an at in is on to me he so do of for was we by be den die bet per over men war van de la el le des do fi ex us it all and or more with under op ten te also has had los al del di han hun san pas ton sa y hat sin has up out wel am ed ei lat".split()
)


def function_words(language: str) -> frozenset[str]:
    """Return a language's small words; empty for one that is not written in Latin letters or not known."""
    return _TABLE.get(_SAME.get(language, language), frozenset())


_TABLE = {language: frozenset(words.split()) - ENGLISH - _ALSO_ENGLISH for language, words in _WORDS.items()}
