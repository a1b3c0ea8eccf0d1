"""Patterns of what is counted, over a sentence's shape: ``n`` is the amount (see ``amounts``). Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from limitedtimes.model.story import Counted

PEOPLE = (
    r"(?:people|persons?|civilians?|soldiers?|troops|servicemen|military(?: personnel| men)?|personnel|fighters?|combatants?|"
    r"militants?|rebels?|gunmen|policem[ae]n|police officers?|officers?|firefighters?|guards?|children|child|minors?|women|men|"
    r"boys?|girls?|babies|teenagers?|teens|students?|pupils?|workers?|miners?|passengers?|crew(?: members)?|sailors?|migrants?|"
    r"refugees?|residents?|inhabitants?|villagers?|families|protest[eo]rs?|demonstrators?|tourists?|pilgrims?|worshippers|"
    r"journalists?|patients?|prisoners?|hostages|suspects?|others?|individuals|citizens|nationals|members|relatives|victims?|"
    r"climbers?|athletes|fans|drivers?|pedestrians?|employees|doctors|nurses|volunteers|paramilitar\w+|insurgents|names|"
    r"elderly(?: people)?|adults)"
)
# What may be killed, evacuated or lost and is no one.
THINGS = re.compile(
    r"(?:cows?|sheep|cattle|dogs?|cats?|horses?|bears?|wolves|birds?|fish|pigs|goats|animals?|trees|houses?|homes|buildings?|"
    r"shops?|stores?|cars?|vehicles?|schools?|stations?|flights?|trains?|lines|banks?|jobs|companies|deals?|games|matches|seats|"
    r"votes|lives|bodies|operations|raids|attacks|strikes|fires|nights|days|blasts?|rounds|bullets|missiles|drones|rockets|"
    r"planes|hospitals|households|properties|millimet\w+)$",
    re.IGNORECASE,
)

_N = "(?P<n>#+)"
_STOP = r"of|in|at|by|with|from|to|and|or|who|whom|which|that|were|was|are|is|has|have|had|been|for|on|if|when|years?"
_WORD = rf"(?!(?:{_STOP})\b)[\w'’-]+"
_OF_THEM = r"(?: of (?:them|its \w+|his \w+|their \w+|our \w+))?"
_AGED = r"(?: aged (?:(?:under|over|between) )?~+(?: (?:to|and) ~+)?)?"
_WHO = r"(?:,? who [^,.;#]{1,40}?|, (?:including|among them|(?:most|some|#+) of (?:them|whom)) [^,.;]{1,60},)?"
# From an amount to its verb: "63 civilians", "15 children aged under 5", "3 young men who were cousins".
_NP = rf"{_OF_THEM}(?: {_WORD}){{0,5}}?{_AGED}{_WHO} "
_BE = (
    r"(?:(?:were|was|are|is|be|being|have|has|had|been|got|so far|now|also|already|later|still|then|since|will|reportedly|"
    r"officially|in all) ){0,5}"
)
_SURE = (
    r"(?:(?:confirmed|reported|found|pronounced|declared|feared|believed|presumed|known|counted|listed|registered|recorded)"
    r"(?: as| to be| to have| to have been)? )?"
)
_BADLY = (
    r"(?:(?:seriously|badly|severely|slightly|lightly|critically|gravely|fatally|minor|serious|light|severe|wounded or|"
    r"injured or|shot and) )?"
)
# "had been killed" is done to them; "had killed", "killed the" and "killed 5" they did.
_DONE_TO = r"(?<!\bhave )(?<!\bhas )(?<!\bhad )"
_NO_OBJECT = r"\b(?! (?:#|the |an? |his |her |their |its |each other))"
_ACTIVE = r"(?<!was )(?<!were )(?<!been )(?<!being )\b"
_AS_OBJECT = rf"{_N}(?!\w)(?! (?:\w+ )?(?:{THINGS.pattern[3:-2]})\b)"
_TOTAL = r"[^#;.!?]{0,60}?(?:\b(?:to|at|of|is|was|stands at|reach\w*|exceed\w*|pass\w*|surpass\w*|hits?|topped)|\bfrom #+ to)(?: the)? "
_TOLL = rf"(?:\b:? |{_TOTAL})"
_ENDS = r"(?=\s*[,.;:\"”)]| and\b| in\b| after\b| since\b| at\b| following\b|$)"

_DEAD = r"dead(?!ly| line|line)|died|drowned|perished|lost their lives|lost their life"
_KILLED = r"killed|slain|murdered|massacred|executed"
_KILLS = r"(?:kill|murder|slaughter|massacr|execut)(?:e?s|ed|ing)|(?:left|leav\w+) (?=#+ dead)"
_TAKES = r"(?:claim(?:s|ed|ing)|takes|took|taken|taking|costs?|costing)"
_FORCES = r"(?:soldiers|men|troops|fighters|servicemen|policemen|military personnel)"
_HOMELESS = (
    r"homeless|made homeless|left homeless|driven (?:from|out)|(?:left )?without (?:a )?(?:home|homes|roof|shelter)|"
    r"away from (?:their )?homes?|out of (?:their )?homes?|outside (?:the|their) (?:house|home)s?|"
    r"forced (?:to (?:leave|flee|abandon)|from|out of)|had to (?:leave|flee|abandon) (?:the|their)? ?(?:house|home)s?|fled|flee|"
    r"(?:have left|left|abandoned) their homes"
)
_BALLOT = r"voted?|votes|voting|approved|passed|rejected|adopted|backed|carried"


@dataclass(frozen=True, slots=True)
class Pattern:
    """What an amount counts that stands in such a place."""

    counted: Counted
    regex: re.Pattern[str]


def _patterns(counted: Counted, *texts: str) -> tuple[Pattern, ...]:
    return tuple(Pattern(counted, re.compile(text, re.IGNORECASE)) for text in texts)


def _undergone(states: str, participles: str) -> str:
    """Return the pattern of "5 people (have) died" and "5 people (were) killed"."""
    return rf"{_N}(?! of the\b){_NP}{_BE}{_SURE}{_BADLY}(?:(?:{states})\b|{_DONE_TO}(?:{participles}){_NO_OBJECT})"


# The first that fits an amount wins; what follows the amount stands before what precedes it.
PATTERNS = (
    *_patterns(
        Counted.MISSING,
        rf"{_N}{_NP}{_BE}{_SURE}(?:missing|unaccounted for|disappeared){_ENDS}",
        rf"{_N} (?:missing|unaccounted for)(?: (?:people|persons|children)\b|{_ENDS})",
        rf"\b(?:number of (?:the )?missing|missing (?:people|persons))\b{_TOTAL}{_N}",
    ),
    *_patterns(
        Counted.DEAD,
        _undergone(_DEAD, rf"{_KILLED}|shot dead"),
        rf"{_N} (?:(?!of\b)[\w'’-]+ ){{0,2}}?(?:deaths?|fatalities|bodies|corpses|dead|(?:fatal|deadly|mortal) (?:victims?|casualties)|"
        rf"slain)\b(?! threats?| penalt\w+| certificates?| sentences?| row\b)",
        rf"{_N}{_NP}(?:have |has |had )?(?:fallen|fell|fall) to their deaths?\b",
        rf"{_N}(?: of (?:his|her|its|their|our|the))? {PEOPLE} (?:have|has|had) fallen\b",
        rf"{_N} (?:\w+ )?lives (?:were |have been |had been )?(?:lost|claimed)\b",
        rf"\b{_TAKES} {_N} (?:\w+ )?lives\b",
        rf"{_ACTIVE}(?:{_KILLS}) {_AS_OBJECT}",
        rf"\b(?:deaths?|killing|murder|execution) of {_N} (?:\w+ ){{0,2}}?{PEOPLE}",
        rf"\b(?:the|its) (?:(?:official|provisional|overall|total) )?toll\b{_TOTAL}{_N}(?! (?:\w+ )?(?:injured|wounded|missing))",
        rf"\b(?:death|deaths|fatality|fatalities|casualty) (?:toll|count|tally){_TOLL}{_N}",
        rf"\bnumber of (?:the )?(?:confirmed |civilian |military )?(?:dead|deaths|fatalities|people killed|those killed|killed|"
        rf"(?:fatal|deadly) victims|victims killed)\b{_TOTAL}{_N}",
        rf"\b(?:dead|killed|fallen) (?:fighters|soldiers|combatants|people|troops)?[^#;.]{{0,40}}(?:reached|reaches|reaching|has|"
        rf"with|of|contains) {_N} names\b",
        rf"\b(?:lost|loses|losing|loss of) {_N} {_FORCES}\b",
    ),
    *_patterns(
        Counted.INJURED,
        _undergone("hurt(?! party)", "injured|wounded"),
        rf"{_N} {_BADLY}(?:injured|wounded|injuries)\b(?! reserve)",
        rf"{_N}{_NP}(?:have |has |had |were |was |are )?(?:suffer\w*|sustain\w*|receiv\w*|with|left with|treated for)(?: \w+){{0,2}} "
        rf"(?:injuries|wounds|burns)\b",
        rf"{_ACTIVE}(?:injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?) {_AS_OBJECT}",
        rf"\bnumber of (?:the )?(?:injured|wounded|injuries|people injured)\b{_TOTAL}{_N}",
        rf"\bof (?:the )?(?:injured|wounded) (?:was |is |has risen )?(?:to|at) {_N}",
    ),
    *_patterns(
        Counted.ARRESTED,
        _undergone(
            "taken into custody|remanded in custody|placed under arrest|in custody|under arrest|behind bars",
            "arrested|detained|jailed",
        ),
        rf"{_N} (?:(?!of\b)\w+ )?(?:arrests|detentions|detainees)\b",
        rf"{_ACTIVE}(?:arrest(?:s|ed|ing)|detain(?:s|ed|ing)|captur(?:ed|ing)|round(?:ed|ing) up) {_AS_OBJECT}",
        rf"\barrests? of {_N}(?! \w+ attack)",
        rf"\bnumber of (?:arrests|detainees|people (?:arrested|detained))\b{_TOTAL}{_N}",
    ),
    *_patterns(
        Counted.DISPLACED,
        _undergone(_HOMELESS, "(?:internally )?displaced|evacuated|uprooted|dislodged"),
        rf"{_N} (?:(?!of\b)[\w'’-]+ )?(?:refugees|displaced|evacuees|homeless|internally displaced)\b",
        rf"{_ACTIVE}(?:displac(?:es|ed|ing)|evacuat(?:es|ed|ing)|uproot(?:s|ed|ing)) {_AS_OBJECT}",
        rf"\b(?:among|of) the (?:displaced|homeless|evacuees|evacuated|refugees),? (?:there )?(?:are|were|is) {_N}",
        rf"\bnumber of (?:the )?(?:displaced|(?:people|persons) displaced|refugees|evacuees|homeless)(?: people| persons)?\b{_TOTAL}{_N}",
    ),
    *_patterns(
        Counted.VOTES,
        rf"{_N} votes?(?= (?:to|against|for|in favou?r|cast|and)\b|[,.;]|$)",
        rf"\b(?:{_BALLOT})\b[^#~;.]{{0,40}}? (?:by |of )?{_N} ?(?:votes? )?(?:to|against|-|–) ?[#~]",
        rf"\b(?:{_BALLOT})\b[^#~;.]{{0,40}}? (?:by |of )?#+ ?(?:votes? )?(?:to|against|-|–) ?{_N}(?! \w+ed\b)",
        rf"\bvotes? (?:in favou?r |for |against )?(?:to|and|against) {_N} (?:against|in favou?r|for)\b",
        rf"#+ votes? (?:in favou?r |for )?(?:to|and|against) {_N}(?! votes)",
        rf"#+ votes?\b[^#;.]{{0,30}}{_N} (?:against|in favou?r)\b",
        r"(?P<n>%+) of (?:the |all )?(?:valid |popular |national )?votes?\b",
        rf"\b(?:won|got|received|took|obtained|secured|garnered) {_N} votes\b",
    ),
)
