"""Negation by language: what negates, what only looks like it, and what is negative without a word for "not".

Alternatives of regular expressions for whole words. ``negators`` always come out negative in English. ``exempt`` is not
negation although a negator stands in it ("not only", a comparison, a tag question, an expletive "ne"). ``soft`` may
come out as "not" in English (without, stop, refuse, negative prefixes), so an English "not" there is no addition; a row
without it says too little for that question to be asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from limitedtimes.rules.guards.words import compiled

if TYPE_CHECKING:
    import re


@dataclass(frozen=True, slots=True)
class Row:
    """One language's words, as regular expressions."""

    negators: str
    exempt: str
    soft: str = ""


_PT = Row(
    r"sem|não|nunca|jamais|nem|nenhum(?:a|s|as)?|ninguém|tampouco",
    r"sem (?:dúvida|fins)|sem-\w+|não (?:só|somente|apenas|obstante|tardou|tarda)|não é só|a não ser|(?:se|quando|enquanto|até que|como) não|ou não|não-\w+"
    r"|(?:do que|como|que) (?:nunca|jamais|ninguém|nenhum\w*)|não (?:menos|mais) (?:de|do|que)|pois não"
    r"|(?:não é|não foi|não acham?|não é verdade|não)\s*\?|como se não|nem mais nem menos|não fosse",
    r"sem|nada|nenhures|deix\w+ de|fora|menos|impe[dç]\w+|impossibil\w+|proib\w+|recus\w+|neg\w+|evit\w+|rejeit\w+|abst\w+|carec\w+|carên\w+"
    r"|ausên\w+|ausent\w+|falt\w+|falh\w+|fracass\w+|longe de|excet[oa]|exceto|apenas|só|raramente|raro|mal|difícil\w*|dificil\w+|inocent\w+"
    r"|contra\w*|contest\w+|opo[nrs]\w+|opõ\w+|parar\w*|vedad\w+|interdit\w+|ignor\w+|nul[oa]s?|i[mnlr]\w{4,}|des\w{3,}|dis\w{4,}|anti\w+|caso|quase|senão|cess\w+|perd\w+",
)
_ES = Row(
    r"sin|no|nunca|jamás|ningún|ningun[oa]s?|nadie|tampoco",
    r"sin (?:embargo|duda|hogar|techo|papeles)|no (?:s[óo]lo|solamente|únicamente|obstante|bien)|a no ser|(?:si|cuando|mientras|como|cómo|casi|hasta que|por qué) no|o no|¿?no\s*\?"
    r"|(?:que|como) (?:nunca|jamás|nadie|ningun[oa])|no (?:\S+ ){0,2}(?:más|menos) (?:de|que)|no hace (?:mucho|poco)",
    r"sin|ni|nada|dej\w+ de|sino|menos|imp[ie]d\w+|prohib\w+|rechaz\w+|neg\w+|nieg\w+|evit\w+|carec\w+|care[nc]\w+|ausen\w+|falt\w+|fall\w+|fracas\w+"
    r"|lejos de|excepto|salvo|apenas|s[óo]lo|solamente|rara\w*|rar[oa]s?|difícil\w*|inocent\w+|contra\w*|opon\w+|opus\w+|parar|ignor\w+|nul[oa]s?|i[mnlr]\w{4,}"
    r"|des\w{3,}|dis\w{4,}|anti\w+|ces\w+|perd\w+|pierd\w+|demasiad\w+",
)
_FR = Row(
    r"sans|(?:ne\s+|n['’])(?:\S+\s+){0,5}?(?:\S*['’])?(?:pas|jamais|rien|personne|aucune?|plus|guère|point|nulle part)"
    r"|(?:aucune?|personne|rien|jamais|nul(?:le)?) (?:\S+\s+){0,6}?(?:ne|n['’]\w+)|(?:et|mais) non(?: pas)?|pas (?:de|encore|du tout)",
    r"sans (?:doute|abri|papiers)|sans-\w+|(?:et|mais) non (?:seulement|moins)|pas (?:mal|seulement|uniquement|moins de|plus de)|n['’]est-ce pas|ou (?:pas|non)|n['’]en \w+ pas moins"
    r"|(?:ne|n['’]) ?(?:\S+\s+){0,4}?(?:pas|point) (?:seulement|uniquement|que|moins|mal)|(?:ne|n['’]) ?(?:\S+\s+){1,4}?plus que|tant que|si ce n['’]est"
    r"|(?:à moins|avant|de peur) (?:que|qu['’]).{0,60}?\bne|plus (?:que jamais|d'une)|pas de (?:la|l['’]|deux|porte|géant|tir)|ne \w+ pas que",
    r"sans|ne|n['’]\w+|pas|ni|non|aucune?|rien|jamais|cess\w+|arrêt\w+|sauf|moins|empêch\w+|interdi\w+|refus\w+|ni[ae]\w*|évit\w+|reje\w+|manqu\w+|absen\w+"
    r"|faute|échou\w+|échec\w*|loin|excepté|seul\w*|rare\w*|à peine|difficile\w*|innocen\w+|contr\w+|oppos\w+|ignor\w+|nul\w*|i[mnlr]\w{4,}|d[ée]s?\w{4,}"
    r"|dis\w{4,}|mal\w*|mé\w+|anti\w+|perd\w+|trop|peine|peu|exclu\w*",
)
_IT = Row(
    r"senza|non|nessun[oa]?|nessun['’]\w+|neanche|nemmeno|neppure",
    r"senza (?:dubbio|tetto|fissa dimora)|non (?:solo|soltanto|solamente|appena|meno|più di|più che)|(?:a meno che|finché|fino a che|se|che|quando|quanto|come|o) non|o no|no\s*\?"
    r"|non (?:è|è vero|credi|credete)\s*\?|(?:di|che|come) (?:mai|nessun\w*)|non[- ]\w+ono|non che|non ved\w+ l[’']ora|non a caso|non è che",
    r"senza|né|mai|niente|nulla|smett\w+|smess\w+|mancat\w+|manca\w*|meno|imped\w+|viet\w+|proib\w+|rifiut\w+|neg\w+|evit\w+|respin\w+|assen\w+"
    r"|fall\w+|lontan\w+|tranne|salvo|solo|soltanto|raro|rara\w*|difficil\w*|appena|innocen\w+|contr\w+|oppo\w+|ferm\w+|ignor\w+|null\w*|i[mnlr]\w{4,}|s[bcdfglmnprtv]\w{4,}"
    r"|dis\w{4,}|anti\w+|per[ds]\w+|troppo|priv\w+|poc\w+|esclu\w+",
)
_DE = Row(
    r"ohne|nicht|kein\w{0,2}|nie|niemals|nichts|niemand\w*|nirgend\w*|weder|keinesfalls|keineswegs",
    r"ohne (?:zweifel|weiteres)|nicht (?:nur|zuletzt|wahr|allein|bloß|lange|minder|weniger|mehr als|einmal mehr|umsonst)|oder nicht|nichts (?:anderes als|weniger als|mehr als)"
    r"|(?:als|wie) (?:nie|niemand)\w*|wenn nicht(?: gar| sogar)?|(?:bis|ehe|bevor|solange) nicht|nichtsdesto\w+|ob\b.{0,40}\bnicht|nicht zu vergessen",
    r"ohne|kaum|un\w{4,}|\w+los\w{0,2}|\w+frei\w{0,2}|verweiger\w+|weiger\w+|ablehn\w+|lehn\w+|abgelehnt\w*|leugn\w+|bestr[ei]\w+|fehl\w+|mangel\w*|vermeid\w+|verm[ie]{2}d\w*|verhinder\w+"
    r"|verb[oi]\w+|untersag\w+|aufhör\w+|stopp\w+|schwer\w*|selten\w*|wenig\w*|nur|erst|statt\w*|anstatt|gegen\w*|außer\w*|noch|verpass\w+|scheiter\w+|gescheitert|miss\w+|nein|nee"
    r"|nicht\w+|in\w{5,}|ir\w{4,}|ausgeschlossen|ausschließ\w*|keiner\w*|ander\w+|wider\w+|zu|verlor\w+|verlier\w+|ledig\w*|frei\w*|kein\w*|anti\w+|weg|dürf\w*|sonst|weit entfernt",
)
_NL = Row(
    r"zonder|niet|geen|nooit|niets|niemand|nergens|geenszins|nimmer",
    r"zonder twijfel|niet (?:alleen|enkel|slechts|waar|minder|te vergeten|zomaar|lang|zo lang|(?:de|het) enige)|of niet|niet in de laatste plaats|niet meer dan|(?:dan|als) (?:nooit|niemand|ooit)"
    r"|niets (?:anders|minder) dan|als niet|zo niet|niet-\w+|(?:zolang|tot|totdat) \S+ niet",
    r"zonder|noch|nauwelijks|on\w{4,}|\w+loos|\w+loze|weiger\w*|geweigerd|ontken\w*|afwijz\w*|afgewez\w*|ontbre\w+|gebrek\w*|vermijd\w*|verme[de]\w*|voorkom\w*|verbod\w*|verbied\w*"
    r"|stop\w*|gestopt|moeilijk\w*|zelden|weinig|maar|slechts|alleen|pas|plaats|tegen\w*|behalve|mis\w+|gemist|nee|in\w{5,}|im\w{4,}|il\w{4,}|te|verlo\w+|verlie\w+|vrij|anti\w+|non\w+|anders|weg|uitgesloten|des\w+",
)
_SV = Row(
    r"inte|icke|ingen|inget|inga|aldrig|ingenting|varken|ingenstans",
    r"inte (?:bara|minst|enbart|endast|mindre|mer än|långt)|eller inte|(?:om|så länge|förrän|än) inte|inte sant|(?:än|som) (?:aldrig|ingen)|icke-\w+|ingen mindre",
    r"utan|ej|knappt|o\w{3,}|\w+lös\w*|vägra\w*|neka\w*|förneka\w*|avvisa\w*|saknad?\w*|brist\w*|undvik\w*|hindra\w*|förhindra\w*|förbj\w+|förbud\w*|sluta\w*|stopp\w*|svår\w*|sällan|bara|endast"
    r"|istället|mot\w*|utom|miss\w*|nej|in\w{5,}|im\w{4,}|för|förlor\w*|fri\w*|anti\w+|icke\w*|annars|få|lite|misslyck\w*|slapp|slipp\w*",
)
_DA = Row(
    r"uden|ikke|ingen|intet|aldrig|ingenting|hverken",
    r"uden for|uden tvivl|ikke (?:kun|bare|mindst|alene|blot|mindre|mere end|længe)|eller (?:ej|ikke)|(?:hvis|medmindre|før|end|så længe) ikke|ikke sandt|(?:end|som) (?:aldrig|ingen)|ikke-\w+",
    r"uden|ej|næppe|u\w{3,}|\w+løs\w*|nægt\w*|afvis\w*|mangl\w*|undgå\w*|hindr\w*|forhindr\w*|forb[uøy]\w*|stop\w*|svær\w*|sjælden\w*|kun|bare|blot|stedet|imod|mod\w*|undtagen|nej|in\w{5,}|im\w{4,}"
    r"|for|tab\w*|fri\w*|anti\w+|ellers|få|lidt|mis\w*|hold\w* op|først",
)
_NB = Row(
    r"uten|ikke|ingen|intet|aldri|ingenting|verken|hverken|ikkje",
    _DA.exempt.replace("aldrig", "aldri"),
    r"uten|ei|neppe|u\w{3,}|\w+løs\w*|nekt\w*|avvis\w*|mangl\w*|unngå\w*|hindr\w*|forhindr\w*|forb[uøy]\w*|stopp?\w*|slutt\w*|vanskelig\w*|sjelden\w*|kun|bare|stedet|imot|mot\w*|unntatt|nei|in\w{5,}|im\w{4,}"
    r"|for|tap\w*|fri\w*|anti\w+|ellers|få|lite|mis\w*|først|annet",
)
_PL = Row(
    r"bez|nie|nigdy|nikt|nikogo|nikomu|żad\w+",
    r"bez względu|bez wątpienia|uten tvil|nie (?:tylko|lada|mniej niż|więcej niż|licząc|dość że|wykluczone)|(?:o ile|czy|póki|dopóki|zanim|jeśli|jeżeli|gdyby|żeby|aby|jak|jeśli nie|lub|albo|kto by|omal|niemal|mało) nie|nie (?:wprost|próżn\w+)|(?:niż|jak) (?:nigdy|nikt)|nie\s*\?|niemniej",
    r"bez\w*|nic\w*|ni|ani|nie\w+|brak\w*|odm[aoóu]w\w*|zaprzecz\w*|odrzuc\w*|unik\w*|zapobie\w*|zakaz\w*|zabr[ao]n\w*|przesta\w*|trudn\w*|rzadk\w*|tylko|dopiero|zamiast|przeciw\w*|oprócz|poza|ledwo|mało|mniej|straci\w*|anty\w*|woln\w*|niewiele|bądź",
)
_RU = Row(
    r"без|не|нет|никогда|никто|никого|никому|нельзя|нигде|ни один\w*|ни одн\w+|никаки\w+|никакой|невозможно",
    r"без сомнения|без \w+ \w+ (?:час|минут)\w*|не (?:только|столько|прочь|раз|менее|более|меньше|больше|говоря|считая|без|кто иной|что иное)|(?:чуть|едва|пока|если|как|что|или|ли|разве|могу|может|могла|могли|мог|нельзя|вряд ли) не|тем не менее|как нельзя|как никогда|чем (?:кто|что|когда)-либо|как никто|не может не|не переста\w+|не мог\w* не|или нет|не иначе как",
    r"без\w*|ни|ничего|ничто|никак\w*|не\w{2,}|отсутств\w+|отказ\w*|отриц\w*|опроверг\w*|отверг\w*|избе[гж]\w*|предотвра\w*|запре\w*|переста\w*|прекра\w*|трудно|редко|лишь|только|вместо|против\w*|кроме|едва|мало|меньше|лиш\w+|анти\w*|вряд|потер\w*|нет",
)
_UK = Row(
    r"без|не|немає|нема|ніколи|ніхто|нікого|нікому|жод\w+|неможливо|ніде",
    r"не (?:тільки|лише|лиш|стільки|раз|менше|менш|більше|більш|кажучи|рахуючи|без|хто інший)|(?:мало|ледь|поки|доки|якщо|якби|чи|хіба|ледве) не|тим не менш|як ніколи|як ніхто|чи ні|не мо\w+ не",
    r"без\w*|ні|нічого|ніщо|ніяк\w*|не\w{2,}|відсутн\w+|відмов\w*|запереч\w*|спрост\w*|відкид\w*|відхил\w*|уник\w*|запобі\w*|заборон\w*|переста\w*|припин\w*|важко|рідко|лише|тільки|замість|проти\w*|крім|окрім|ледве|мало|менше|анти\w*|навряд|втра\w*",
)
_BG = Row(
    r"без|не|няма\w*|нямаше|нямат|нито|никога|никой|никого|недей\w*|нищо",
    r"не (?:само|по-малко|повече от|случайно|толкова|след дълго)|(?:едва ли|докато|ако|дали|освен ако|за малко|да|защо|или) не|както никога|от всякога|нали",
    r"без\w*|никак\w*|не\w{3,}|липс\w*|отказ\w*|отрич\w*|отхвърл\w*|избяг\w*|избегн\w*|предотврат\w*|забран\w*|спр\w+|трудно|рядко|само|вместо|против\w*|освен|едва|малко|анти\w*|загуб\w*",
)
_SR = Row(
    r"bez|без|ne|nije|nisu|nisam|nismo|niste|nisi|neće\w*|neću|nema|nemam|nemamo|nemaju|nikad|nikada|niko|nitko|nikoga|ništa|nijed\w+|nemojte?"
    r"|не|није|нису|нисам|нисмо|нисте|неће\w*|нећу|нема|немам|немамо|немају|никад|никада|нико|никога|ништа|ниједн?\w+|немојте?",
    r"bez obzira|bez sumnje|без обзира|без сумње|ne samo|(?:ako|dok|da li|umalo|zar|hoće li|osim ako|ili|sve dok) (?:ne|nije|nisu|neće)|ne (?:manje|više) od|kao (?:nikad|nikada|nitko|niko)|nego (?:ikad|ikada)|nije li"
    r"|не само|(?:ако|док|да ли|умало|зар|осим ако|или|све док) (?:не|није|нису|неће)|не (?:мање|више) од|као (?:никад|никада|нико)|није ли",
)
_SL = Row(
    r"brez|ne|ni|niso|nisem|nismo|niste|nisi|nista|nima\w*|noče\w*|nikoli|nihče|nikogar|nič|noben\w*|nikjer",
    r"ne (?:le|samo|glede|nazadnje|dolgo)|(?:dokler|če|ali|preden|razen če|kot|kaj) (?:ne|ni|niso)|kot nikoli|ne (?:manj|več) kot|ni kaj",
)
_CS = Row(
    r"bez|není|nejsou|nejsem|nejsme|nebyl[aoiy]?|nebud\w+|nemá|nemají|nemám|nemáme|nemoh\w+|nemůž\w+|nechce\w*|nechtěl\w*|neměl[aoiy]?|nelze|nikdy|nikdo|nikoho|žádn\w+|nikde|nesmí|neví|nevím|neudělal\w*",
    r"bez ohledu|(?:pokud|dokud|jestli|jestliže|zda|kdyby|než|až) (?:ne\w+)|jako (?:nikdy|nikdo)|není liž?|nikdo jiný než|žádn\w+ div",
)
_SK = Row(
    r"bez|nie|nebol[aoi]?|nebud\w+|nemá|nemajú|nemám|nemáme|nemoh\w+|nemôž\w+|nechce\w*|nechcel\w*|nemal[aoi]?|nemožno|nikdy|nikto|nikoho|žiad\w+|nikde|nesmie|nevie|neviem",
    r"bez ohľadu|nie (?:len|iba|menej|viac|je div)|(?:ak|kým|či|keby|až|alebo) (?:ne\w+|nie)|ako (?:nikdy|nikto)",
)
_RO = Row(
    r"fără|fara|nu|nu-\w+|n-\w+|niciodată|nimeni|niciun\w*|nicio",
    r"fără (?:îndoială|adăpost)|nu (?:numai|doar|mai puțin|mai mult|de mult|tocmai)|(?:dacă|până|ori|sau|decât|de ce|cum) nu|nu-i (?:așa|asa)|(?:decât|ca) (?:niciodată|nimeni)|nu (?:\S+\s+){1,6}?decât",
)
_HU = Row(
    r"nélkül|nem|nincs|nincsen\w*|sincs\w*|soha|sosem|sohasem|senki\w*|semmi\w*|sehol|dehogy",
    r"nem ?(?:csak|csupán|csupan|kevesebb|több|sokkal|is beszélve|beszélve|utolsósorban)|(?:ha|vagy|míg|amíg|hogy|hacsak|mintsem) nem|nemde|(?:mint|ahogy) (?:soha|senki)\w*|nem más",
)
_FI = Row(
    r"ilman|ei|en|emme|ette|eivät|älä|älkää|eikä|eivätkä|enkä|ettei\w*|eipä|eihän|muttei\w*",
    r"ei (?:vain|ainoastaan|pelkästään|vähiten|niinkään|ainoa)|(?:ellei|jollei|kuin|tai|vai|kunnes) (?:ei|en|eivät)|eikö|ei kukaan muu kuin|ei\s*\?",
)
_ET = Row(
    r"ilma|ei|pole|polnud|mitte|ega|polegi|ärge",
    r"mitte (?:ainult|üksnes|vaid|vähem|rohkem)|või (?:mitte|ei)|kui (?:ei|mitte)|ega\b.{0,40}\?",
)
_TR = Row(
    r"değil\w*|yok|yoktu\w*|yoktur|asla|hiçbir\w*|kimse\w*|\w{2,}m[ıiuü]yor\w*|\w{2,}(?:medi|madı|memiş|mamış|meyecek|mayacak|memeli|mamalı|mez|maz|meyen|mayan|medik|madık)\w*",
    r"değil mi|değil (?:sadece|yalnızca)|(?:sadece|yalnızca) \S+ (?:\S+ )?değil|\w+m[ae]z (?:\w+m[ae]z|önce)|\w+(?:madıkça|medikçe|mazsa|mezse)|(?:y|g)?a da değil|olmazsa olmaz|namaz\w*|temmuz\w*|kaçınılmaz\w*|yok (?:e[dt]|ol)\w*|inanılmaz\w*|kazan\w+|vazgeçilmez\w*"
    r"|\w*(?:ya|yi|yı|yu|yü|şı|şi|çı|çi|lı|li|al|ol|gel|ko|ba|ku|ka|ko|u)m[ıiuü]yor\w*",
)
_EL = Row(
    r"χωρίς|δίχως|δεν|δε|όχι|μην|ούτε|κανείς δεν|ουδέποτε",
    r"όχι (?:μόνο|απλώς|απλά|λιγότερο)|(?:αν|ή|εάν|μέχρι να|πριν) (?:όχι|δεν|μην)|δεν (?:\S+\s+){1,7}?παρά|δεν είναι μόνο|μήπως δεν|έτσι δεν είναι",
)
_CA = Row(
    r"sense|no|ningú|tampoc",
    r"sense (?:dubte|sostre)|no (?:només|sols|solament|obstant|gaire)|(?:si|fins que|quan|com|més que|abans que|o) no|oi que no|no\s*\?|no fos|no cal dir-ho|no (?:\S+ ){0,2}(?:més|menys) (?:de|que)|que (?:no|ningú)",
)
_GL = Row(
    r"sen|non|nunca|xamais|ninguén|tampouco|ningun\w*|ningún",
    r"non (?:só|soamente|obstante|menos|máis)|(?:se|ata que|a) non|ou non|non\s*\?|(?:que|coma) (?:nunca|ninguén)",
)
_IS = Row(
    r"án|ekki|enginn|engin|ekkert|engan|engar|engu|aldrei|hvorki",
    r"ekki (?:bara|aðeins|síst|einungis|eingöngu|minna|meira)|(?:eða|ef|fyrr en|þar til) ekki|en (?:aldrei|ekki)|sem aldrei",
)
_LV = Row(
    r"bez|nav|nebija|nekad|neviens|neviena|nevienam|nevar|nevarēja|nebūs|nedrīkst|nekas|nebūtu|neko",
    r"ne tikai|vai nav|ja nav|kā nekad|kamēr nav",
)
_LT = Row(
    r"be|nėra|nebuvo|niekada|niekas|niekam|nieko|negali|negalėjo|nebus|neturi|neturėjo|joki\w+|nebūtų",
    r"be (?:to|abejo)|ne tik|ar ne|jei ne|kaip niekada|kol ne\w*",
)
_ID = Row(
    r"tanpa|tidak|tak|bukan|bukanlah|belum|jangan|takkan|tidaklah|tiada",
    r"(?:tidak|tak|bukan) (?:hanya|saja|cuma|lama|jauh|kurang|lain|sedikit|sekadar|sekedar|lebih)|(?:atau|kalau|jika|apakah|sebelum) (?:tidak|bukan|belum|tak)|bukan(?:kah)?\s*\?|bukankah|tidakkah|mau tidak mau|belum lama",
)
_VI = Row(
    r"không|chưa|chẳng|đừng",
    r"không (?:chỉ|những|ít|gian|quân|khí|lực|kích|phận|lâu|ngừng|kém|dưới|quá|hơn|tặc|vận|lưu|phải chỉ)|(?:hay|hàng|trên|phải|phòng|hư|số|biết|có nên|hoặc) không|(?:không|chưa)\s*\?|không thể không|nếu không|cho đến khi không|có\b.{1,40}\bkhông|lần chưa từng|chưa đầy|chưa đến|chưa tới|chưa kể",
)
_AR = Row(
    r"[وف]?(?:بدون|دون)|[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|لست|لسنا)",
    r"[وف]?لا (?:سيما|يزال|تزال|يزالون|زال|زالت|تزالون|نزال|بد|بأس|شك|محالة|يقل|تقل|يتجاوز|تتجاوز)|[وف]?لم (?:يزل|يعد سوى|شمل\w*)|(?:ليس|لا|ليست) فقط|أم لا|أو لا|[وف]?(?:لا|لم|لن|ليس|ليست)\b.{1,70}?\b(?:إلا|سوى|فحسب|فقط)",
)
_FA = Row(
    r"بدون|نیست\w*|نبود\w*|ندار\w*|نداشت\w*|نمی|نمی\w+|نخواه\w*|نباید|نشد\w*|نکرد\w*|هرگز|نداد\w*|نتوانست\w*|نگفت\w*|نشده|نکرده|ندارد|هیچکس|هیچ‌کس|هیچ",
    r"نه تنها|نه فقط|یا نه|یا خیر|مگر نه|چرا که نه|هیچ‌وقت",
)
_UR = Row(r"بغیر|نہیں|نہ|مت", r"نہ صرف|یا نہیں|ہی نہیں|نہ ہو سکے|کیوں نہ|جب تک\b.{1,60}?\bنہ")
_HE = Row(
    r"[ושה]?(?:בלי|ללא)|[ושהכ]{0,2}(?:לא|אין|אינו|אינה|אינם|אינן|איננו|איני|אינך|מעולם)",
    r"[ושהכ]{0,2}לא (?:רק|פחות|יותר|אחת|בכדי|כולל|מזמן)|(?:אם|או|האם|אלא אם|עד ש|כמעט) (?:לא|אין)|אין ספק|(?:לא|אין)\b.{1,60}?\bאלא|הלא|לא כן|אין-?סוף",
)
_HI = Row(
    r"नहीं|नही|न|मत|ना|बिना",
    r"न (?:केवल|सिर्फ|सिर्फ़|मात्र)|ना (?:केवल|सिर्फ)|ही नहीं|या (?:नहीं|न)|क्यों न|न जाने|कहीं न कहीं|किसी न किसी|कुछ न कुछ|जब तक.{1,80}?न(?:हीं)?",
)
_BN = Row(
    r"না|নেই|নয়|নয়|নি|নন|করেনি|হয়নি|পারেনি|পারেননি|ছিল না", r"না কি|নাকি|শুধু.{1,60}?(?:নয়|নয়|না)|কি না|কিনা|না হলে|যতক্ষণ.{1,60}?না"
)
_TH = Row(
    r"ไม่|มิได้|ห้าม",
    r"ไม่ว่า|ไม่เพียง|ไม่กี่|ไม่น้อย|ไม่นาน|หรือไม่|ไม่ใช่แค่|ไม่แพ้|ไม่เกิน|ไม่ต่ำกว่า|ไม้|ไม่เช่นนั้น|ไม่งั้น|มิใช่เพียง|ไม่ใช่เพียง|ไม่เหมือน|ไม่ทัน",
)
_ZH = Row(
    r"不|没有|沒有|没能|沒能|从未|從未|尚未|并未|並未|并非|並非|绝非|絕非|毫无|毫無|没(?!收|落|入|错)|沒(?!收|落|入|錯)",
    r"不(?:少|同|断|斷|过|過|仅|僅|但|久|满|滿|得不|得已|管|论|論|如|错|錯|安|禁|光|单|只|止|一样|一樣|一会|幸|良|必|易|免|惜|妨|亚|亞|凡|利|足|顾|顧|畅|时|時|等|便|宜|动产|動產|乏|至于|至於|愧|解|明|可避免|可思议|可思議|锈|鏽|到|下|及|变|變|远|遠|"
    r"法|当|當|懈|屈|适|適|公|敬|雅|慎|堪|轨|軌|实|實|准|準|俗|倒|容|料|愿|願|甘|由|知所措|论是|是吗|约而同|仅仅|计其数|計其數)|[要差]不(?:是|多)?|是不是|能不能|可不可|会不会|會不會|要不要|对不起|對不起|了不起|忍不住|说不定|說不定|用不着|无不|無不|莫不|(?<=[^不])不(?=[^不]{1,3}不)"
    r"|不.{1,8}才|除非.{0,20}不|只不过|只不過|从不间断|不是.{1,40}而是|没有比|沒有比|没多久|沒多久|没有什么比|有没有|有沒有|不亚于|不遜|不逊|不二|不已|不治|不相上下|不相|不再像",
)
_JA = Row(
    r"(?<!少)(?<!危)(?<!切)(?<!限り)ない(?=[。、」のとがかけしこほ]|です|$)|なかった|ません|ないで",
    r"だけで(?:は)?な[いく]|のみならず|かも(?:しれ|知れ)(?:ない|ません|なかった)|な(?:ければ|くては|いと)(?:なら|いけ)(?:ない|なかった|ません)|(?:に|も|は)?(?:過ぎ|すぎ|違い|ほかなら|他なら)(?:ない|なかった|ません)|ざるを(?:得|え)(?:ない|なかった|ません)|間違いな[いく]"
    r"|しか(?:\S{0,12}?)(?:ない|なかった|ません)|(?:では|じゃ|では)?ない(?:か|でしょうか|だろうか|と思|と考)|ませんか|わけにはいか(?:ない|なかった)|(?:よう|こと)がない限り|いえな|ではないか|に(?:他|ほか)なら|欠かせない|やまない|もったいない|とんでもない|申し訳(?:ない|ありません)|すみません|せつない|ないし|ない(?:うち|まま)に|あるまい|違いない|相違ない|といっても過言ではない|ばかりでなく",
)
_KO = Row(
    r"지 않|지는 않|지도 않|지 못|지는 못|않았|않고|않을|못하|못했|없다|없었|없을|아니다|아니었|아닌",
    r"뿐(?:만)? 아니라|뿐만이 아니|수밖에 없|(?:을|지) 수 없이|지 않을까|지 않나|지 않습니까|밖에 (?:\S+ )?(?:없|않|못)|다름없|틀림없|끊임없|어김없|변함없|관계없|상관없|하지 않을 수 없|만이 아니라|적지 않|얼마 지나지 않|머지않|못지않|아닌가|아닐까|다름 아닌|에 불과",
)
_SQ = Row(
    r"nuk|s['’]\w+|mos|asnjë\w*|kurrë|askush|asgjë",
    r"jo vetëm|nëse nuk|a nuk|derisa nuk|ose jo|apo jo|se kurrë|si kurrë",
)
_AZ = Row(
    r"deyil\w*|yoxdur\w*|yox|heç|heç bir", r"nəinki|deyilmi|və ya yox|təkcə\b.{1,40}?\bdeyil|yalnız\b.{1,40}?\bdeyil"
)
_HY = Row(r"չէ|չեն|չի|չէր|չէին|չեմ|չենք|երբեք|ոչ ոք|ոչինչ|չկա", r"ոչ միայն|եթե ոչ|թե ոչ|այլևս")
_KA = Row(r"არ|ვერ|არაფერი|არავინ|არასდროს|არასოდეს|არც", r"არა მხოლოდ|თუ არა|სანამ არ|არამარტო|არამხოლოდ")

NEGATION = {
    "pt": _PT, "es": _ES, "fr": _FR, "it": _IT, "de": _DE, "nl": _NL, "sv": _SV, "da": _DA, "nb": _NB, "nn": _NB, "no": _NB,
    "pl": _PL, "ru": _RU, "be": _RU, "uk": _UK, "bg": _BG, "mk": _BG, "sr": _SR, "hr": _SR, "bs": _SR, "sl": _SL, "cs": _CS, "sk": _SK,
    "ro": _RO, "hu": _HU, "fi": _FI, "et": _ET, "tr": _TR, "el": _EL, "ca": _CA, "gl": _GL, "is": _IS, "lv": _LV, "lt": _LT,
    "id": _ID, "ms": _ID, "vi": _VI, "ar": _AR, "fa": _FA, "ur": _UR, "he": _HE, "hi": _HI, "bn": _BN, "th": _TH,
    "zh": _ZH, "ja": _JA, "ko": _KO, "sq": _SQ, "az": _AZ, "hy": _HY, "ka": _KA,
}  # fmt: skip


@cache
def negators(language: str) -> re.Pattern[str] | None:
    """Return what finds a language's negation in group 1, and what is exempt without a group; None for an unknown language."""
    row = NEGATION.get(language)
    return compiled(language, rf"{row.exempt}|({row.negators})") if row else None


@cache
def negatives(language: str) -> re.Pattern[str] | None:
    """Return what finds whatever may come out as "not" in English; None where the tables say too little."""
    row = NEGATION.get(language)
    return compiled(language, rf"{row.negators}|{row.exempt}|{row.soft}") if row and row.soft else None
