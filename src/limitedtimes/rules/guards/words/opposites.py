"""Words whose negative is a word of its own: "disagree" must not come out as "agree".

Each row: the English word that would say the opposite, and what says its negative in the languages of the Latin, Greek and
Cyrillic alphabets (all in one: they do not look like each other's other words).
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Opposite(NamedTuple):
    """``english`` finds the positive word; ``negatives`` finds its negative in a source.

    ``starts`` are the first four letters of the positive words: a quick look whether one may be there at all.
    """

    starts: frozenset[str]
    english: re.Pattern[str]
    negatives: re.Pattern[str]


def _row(starts: str, english: str, negatives: str) -> Opposite:
    return Opposite(
        frozenset(starts.split()),
        re.compile(rf"\b(?:{english})\b", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{negatives})(?!\w)", re.IGNORECASE),
    )


OPPOSITES = (
    _row(
        "agre",
        r"agree|agree[ds]|agreeing|agreement",
        r"discord\w+|widersprech\w*|widersprich\w*|widersprach\w*|tegensprek\w*|tegengesproken|desacord\w+|desacuerd\w+|desacord|(?:en )?désaccord\w*|disaccord\w*|dissent\w+|uneinig\w*|uneins|oneens|oenig\w*|uenig\w*|niezgod\w+|nesouhlas\w*|nesúhlas\w*|несоглас\w+|незгод\w+|несъглас\w+|dezacord\w*|διαφων\w+|διαφών\w+",
    ),
    _row(
        "conf",
        r"confirm|confirm(?:s|ed|ing)",
        r"desment\w+|desmint\w+|desmient\w+|démen[tie]\w*|smenti\w+|dementier\w+|опроверг\w*|спросту\w+|спростов\w+|zdementow\w+|ontken\w+|förneka\w*|benægt\w*|avkreft\w*|popír\w+|popřel\w*|poprel\w*|cáfol\w+|yalanla\w+|leugne\w*|bestreit\w*|bestritt\w*|dezmin\w+|διέψευσ\w*|διαψεύδ\w*",
    ),
    _row(
        "poss",
        r"possible|possibly|possibility",
        r"imposs[ií]\w+|imposible\w*|unmöglich\w*|onmogelijk\w*|omöjlig\w*|umulig\w*|niemożliw\w*|nemožn\w*|nemogu[ćč]\w*|невозможн\w*|неможлив\w*|невъзможн\w*|немогућ\w*|imposibil\w*|lehetetlen\w*|mahdot\w+|imkansız\w*|αδύνατ\w*",
    ),
    _row(
        "lega lawf",
        r"legal|legally|lawful",
        r"ilega\w+|illéga\w+|illegal\w*|unrechtmäßig\w*|rechtswidrig\w*|nielegaln\w*|nezákonn\w*|незаконн\w*|нелегальн\w*|незакон\w*|törvénytelen\w*|laito\w+|yasa ?dışı\w*|παράνομ\w*",
    ),
    _row(
        "like prob",
        r"likely|probable|probably",
        r"improbab\w+|improváve\w+|improbable\w*|improbabil\w*|unwahrscheinlich\w*|onwaarschijnlijk\w*|osannolik\w*|usandsynlig\w*|usannsynlig\w*|nieprawdopodob\w+|nepravděpodob\w*|nepravdepodob\w*|маловероятн\w*|малоймовірн\w*|малковероятн\w*|valószínűtlen\w*|epätodennäk\w+|απίθαν\w*",
    ),
    _row(
        "sati happ cont plea",
        r"satisf\w+|happy|content|pleased",
        r"insatisfe\w+|insatisfech\w+|insatisfai\w+|descontent\w+|mécontent\w*|insoddisfat\w*|scontent\w*|unzufrieden\w*|ontevreden\w*|missnöjd\w*|utilfreds\w*|misfornøyd\w*|niezadowol\w+|nespokoj\w+|недовол\w+|незадовол\w+|nemulțumi\w+|elégedetlen\w*|tyytymät\w+|δυσαρεστ\w+",
    ),
    _row(
        "inno",
        r"innocent",
        r"culpad[oa]s?|culpável|culpables?|coupables?|colpevol\w+|schuldig\w{0,2}|skyldig\w{0,2}|winn[yaei]|виновн\w+|виновен|винн\w+|винен|vinn[yáíé]|bűnös\w*|syyllinen|suçlu\w*|ένοχ\w+|kriv|vinovat\w*",
    ),
    _row(
        "guil",
        r"guilty",
        r"inocent\w*|innocent\w*|innocen[tz]\w*|unschuldig\w*|onschuldig\w*|oskyldig\w*|uskyldig\w*|niewinn\w+|nevinn\w+|невиновн\w*|невинн\w+|невинен|nevin\w+|ártatlan\w*|syyt[öt]\w+|masum\w*|αθώ\w+",
    ),
    _row(
        "allo perm lega",
        r"allow|allow(?:s|ed|ing)|permit|permit(?:s|ted|ting)|legali[sz]e\w*",
        r"pro[ií]b\w+|prohíb\w+|verbiet\w*|verbot\w*|verboten|untersag\w+|interdi[ts]\w*|interzi\w+|viet[aò]\w*|vietat\w+|zakaz\w+|zabron\w+|запре[тщ]\w+|заборон\w+|забран\w+|zakáz\w+|zabran\w+|verb[io]ed\w*|verboden|förbj\w+|förbud\w*|forbyd\w*|forbud\w*|megtilt\w*|kielt[äio]\w*|yasakla\w*|απαγορ\w+",
    ),
    _row(
        "acce appr welc",
        r"accept|accept(?:s|ed|ing)|approve[ds]?|welcomed?",
        r"desaprov\w+|desaprueb\w+|désapprouv\w+|disapprov\w+|missbillig\w+|rejeit\w+|rechaz[aó]\w*|rejet[ae]\w*|respin[gts]\w+|ablehn\w+|abgelehnt\w*|zurückgewies\w+|afgewez\w+|avvisa\w*|avvis[te]\w*|odrzuci\w+|odmítl\w*|odmiet\w+|отверг\w*|відхили\w+|відкину\w+|отхвърл\w+|odbi[oj]\w*|elutasít\w*|hylkäs\w*|hylkä\w+|reddet\w+|απέρριψ\w+|απορρίπτ\w+",
    ),
    _row(
        "reme reca",
        r"remember\w*|recall\w*",
        r"esquec\w+|olvid\w+|oubli\w+|dimentic\w+|vergess\w+|vergiss\w*|vergisst|vergat\w*|vergaß\w*|vergeten|glöm\w+|glem\w+|zapomn\w+|забы[лвт]\w*|забув\w*|забрав\w+|zaborav\w+|elfelejt\w*|unohta\w*|unuttu\w*|ξέχασ\w*|ξεχν\w+",
    ),
    _row(
        "supp back favo",
        r"support|support(?:s|ed|ing)|back(?:s|ed|ing)|favou?r",
        r"opõe(?:-se)?|opor-se|opôs(?:-se)?|opuseram(?:-se)?|se oponen?|se opuso|se opusieron|s['’]oppose(?:nt)?|s['’]est opposée?|si oppon\w+|si è oppost\w+|widersetz\w+|sprzeciwi\w+|выступ\w+ против|виступ\w+ проти",
    ),
    _row(
        "succ mana",
        r"succeeded|succeeds|success|successful\w*|managed",
        r"fracass\w+|échou\w+|gescheitert\w*|scheiter\w+|mislukt\w*|misslyck\w*|mislykk?e\w*|провал\w+|neusp\w+|neúsp\w+|fallit[oaie]|fallisc\w+|kudarc\w*|epäonnist\w*",
    ),
    _row(
        "reco advi urge",
        r"recommend|recommend(?:s|ed|ing)|advise[ds]?|advising|urge[ds]?",
        r"desaconselh\w+|desaconsej\w+|déconseill\w+|sconsigli\w+|abgeraten|abraten|rät (?:\S+ ){0,6}?ab|raten (?:\S+ ){0,6}?ab|afgeraden|raadt (?:\S+ ){0,6}?af|avråd\w+|fraråd\w+|odradza\w+|nedoporuč\w+|neodporúč\w+|не рекоменд\w+",
    ),
    _row(
        "trus conf",
        r"trust|trust(?:s|ed|ing)|confidence|confident",
        r"desconfi\w+|méfi\w+|méfian\w+|defian\w+|défiance|sfiduci\w+|diffid\w+|misstrau\w+|wantrou\w+|misstro\w*|mistillid\w*|mistro\w*|nieufn\w+|nedův\w+|nedôver\w+|недовер\w+|недовір\w+|nepover\w+|nepoverenj\w+|neîncred\w+|bizalmatlan\w*|epäluottam\w+|güvensizl\w+|δυσπιστ\w+",
    ),
    _row(
        "capa able",
        r"capable|able to|ability",
        r"incapa\w+|incapac\w+|unfähig\w*|außerstande|onbekwa\w+|oförm\w+|niezdoln\w+|neschopn\w+|неспособн\w+|нездатн\w+|nesposob\w+|képtelen\w*|kykene\w*|ανίκαν\w+",
    ),
    _row(
        "know",
        r"known|knows|knew",
        r"desconhec\w+|desconoc\w+|inconnu\w*|méconnu\w*|sconosciut\w+|unbekannt\w*|onbekend\w*|okänd\w*|ukendt\w*|ukjent\w*|nieznan\w+|neznám\w+|неизвестн\w+|невідом\w+|неизвест\w+|nepoznat\w+|necunoscut\w*|ismeretlen\w*|tuntemat\w+|bilinmey\w+|bilinmiyor|άγνωστ\w+",
    ),
    _row(
        "fair just",
        r"fair|fairly|just|justice",
        r"injust\w+|ingiust\w+|ungerecht\w*|unfair\w*|onrechtvaardig\w*|oneerlijk\w*|orättvis\w*|uretfærdig\w*|urettferdig\w*|niesprawiedliw\w+|nespravedliv\w+|несправедлив\w+|nepravedn\w+|nedrept\w*|igazságtalan\w*|epäoikeudenmuka\w+|άδικ\w+",
    ),
    _row(
        "stab",
        r"stable|stability",
        r"inst[aá]ve\w+|inestab\w+|inestable\w*|instab\w+|unstabil\w*|onstabiel\w*|ostabil\w*|ustabil\w*|niestabil\w+|nestabil\w*|нестабильн\w+|нестабільн\w+|ασταθ\w+|αστάθ\w+",
    ),
    _row(
        "acce",
        r"acceptable",
        r"inaceit\w+|inacept\w+|inaccept\w+|inaccettabil\w+|inacceptabil\w*|unannehmbar\w*|inakzeptab\w+|onaanvaardba\w+|onacceptabel\w*|oacceptab\w+|uacceptab\w+|uakseptab\w+|niedopuszczaln\w+|nepřijateln\w+|neprijateľn\w+|неприемлем\w+|неприйнятн\w+|неприемлив\w*|neprihvatljiv\w+|nesprejemljiv\w+|elfogadhatatlan\w*|απαράδεκτ\w+",
    ),
    _row(
        "resp",
        r"responsible|responsibly",
        r"irrespons\w+|unverantwort\w+|verantwortungslos\w*|onverantwoord\w*|oansvarig\w*|uansvarlig\w*|nieodpowiedzialn\w+|nezodpověd\w+|nezodpoved\w+|безответственн\w+|безвідповідальн\w+|безотговорн\w+|neodgovorn\w+|iresponsab\w+|felelőtlen\w*|vastuuton\w*|sorumsuz\w*|ανεύθυν\w+",
    ),
    _row(
        "suff enou",
        r"sufficient|sufficiently|enough",
        r"insuficien\w+|insuffisan\w+|insufficien\w+|unzureichend\w*|ungenügend\w*|onvoldoende|otillräcklig\w*|utilstrækkelig\w*|utilstrekkelig\w*|niewystarczaj\w+|nedostatečn\w+|nedostatočn\w+|недостаточ\w+|недостатн\w+|nedovolj\w+|insuficient\w*|elégtelen\w*|riittämät\w+|yetersiz\w*|ανεπαρκ\w+",
    ),
    _row(
        "nece",
        r"necessary|necessarily",
        r"desnecess\w+|innecesari\w+|inutile\w*|unnötig\w*|onnodig\w*|onödig\w*|unødvendig\w*|niepotrzebn\w+|zbyteczn\w+|zbytečn\w+|ненужн\w+|непотрібн\w+|ненужен|nepotreb\w+|szükségtelen\w*|tarpeet\w+|gereksiz\w*|περιττ\w+",
    ),
    _row(
        "appe",
        r"appear|appear(?:s|ed|ing)|appearance",
        r"desaparec\w+|dispar[au]\w+|spari\w+|scompar\w+|scompai\w+|verschw[iu]nd\w+|verdw[ie]n\w+|verdwenen|försv[ia]nn\w+|försvunn\w+|forsv[ia]nd\w+|forsvann|forsvunne\w*|znikn\w+|zniknę\w+|zmiz\w+|исчез\w+|зник\w+|изчез\w+|nesta[lj]\w+|dispăr\w+|eltűn\w+|kado[nt]\w+|katos\w+|εξαφαν\w+",
    ),
    _row(
        "like love",
        r"likes?|liked|love[ds]?",
        r"detest\w+|odei\w+|odia[rns]?\w*|odian?|déteste\w*|hasst?|hassen|haat|haten|avskyr?|hader|hater|nienawidz\w+|nenávid\w+|ненавид\w+|мрази\w*|mrze|mrzi|gyűlöl\w*|vihaa\w*|nefret eder\w*|μισ[ώεο]\w*",
    ),
    _row(
        "expe",
        r"expected|expectedly",
        r"inesperad\w+|inopinad\w+|inattendu\w*|inaspettat\w+|unerwartet\w*|onverwacht\w*|oväntat?|oväntade|uventet|uventede|niespodziewan\w+|nečekan\w+|nečakan\w+|неожиданн\w+|несподіван\w+|неочакван\w+|neočekivan\w+|nepričakovan\w+|neaşteptat\w*|neașteptat\w*|váratlan\w*|odottamat\w+|beklenmedik|αναπάντεχ\w+",
    ),
    _row(
        "usua norm",
        r"usual|usually|normal|normally",
        r"incomum|incomuns|insólit\w+|inusual\w*|inhabituel\w*|insolit\w*|ungewöhnlich\w*|ongewoon|ongewone|ovanlig\w*|usædvanlig\w*|uvanlig\w*|niezwykł\w+|neobvykl\w+|необычн\w+|незвичайн\w+|необичайн\w+|neobičajn\w+|nenavadn\w+|neobișnuit\w*|szokatlan\w*|epätavalli\w+|ασυνήθιστ\w+",
    ),
    _row(
        "popu",
        r"popular",
        r"impopular\w*|impopulaires?|impopolar\w+|unpopulär\w*|unbeliebt\w*|impopulair\w*|impopulär\w*|upopulær\w*|niepopularn\w+|nepopul\w+|непопулярн\w+|népszerűtlen\w*|epäsuosit\w+",
    ),
    _row(
        "obey comp",
        r"obey(?:s|ed|ing)?|compl(?:y|ies|ied|ying)",
        r"desobede\w+|désobé\w+|disobbed\w+|ungehorsam\w*|incumpl\w+|incumpr\w+|не подчин\w+|nieposłusz\w+|neposlouch\w+",
    ),
)

# The rows by the first four letters of their positive words.
BY_START = {start: [row for row in OPPOSITES if start in row.starts] for row in OPPOSITES for start in row.starts}
