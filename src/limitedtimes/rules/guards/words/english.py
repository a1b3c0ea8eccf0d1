"""English, as the guards see it: words, negation, and what the tables of other languages are held against."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")

# What makes an English sentence negative, and (without a group) what only looks like it.
NEGATION = re.compile(
    r"\bnot (?:only|just|least|merely|simply|to mention)\b|\bNo\. ?\d|\bno (?:doubt|matter|wonder)\b|\bor not\b|\bnone other than\b"
    r"|,\s(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)n[’']t (?:it|he|she|they|we|you|I|there|that)(?: \w+)?\?"
    r"|\bcan(?:no|[’'])t (?:but|help)\b|\bnothing (?:but|less than|short of)\b|\bno sooner\b|\b(?:if|why) not\b"
    r"|(\b(?:not|cannot|cant|dont|never|no|none|nothing|nobody|nowhere|neither|nor|without)\b|n[’']t\b)",
    re.IGNORECASE,
)

# A quick look: most sentences have none of these letters.
_MAYBE_NEGATION = re.compile(
    r"[nN](?:[oO]|ever|either|EVER|EITHER|['’]t|['’]T)|[wW](?:ithout|ITHOUT)|[cC](?:an|AN)['’]"
)


def negations(text: str) -> list[re.Match[str]]:
    """Return what ``NEGATION`` finds: with a group what negates, without one what only looks like it."""
    return list(NEGATION.finditer(text)) if _MAYBE_NEGATION.search(text) else []


# Words that are negative by themselves or may stand where another language says "not": refuse, unlike, hardly, few ...
_NEGATIVE_WORDS = (
    r"despite|regardless|doubtless|bare\w*|exempt\w*|sans|minus|fail(?:ed|s|ing|ure|ures)?|refus(?:e|es|ed|ing|al)|den(?:y|ies|ied|ial|ials|ying)|lack(?:s|ed|ing)?|reject(?:s|ed|ing|ion)?|declin(?:e|es|ed|ing)|avoid(?:s|ed|ing)?|stop(?:s|ped|ping)?"
    r"|ceas(?:e|es|ed|ing)|prevent(?:s|ed|ing)?|forb[iao]d\w*|banned|prohibit\w*|miss(?:es|ed|ing)|ignor(?:e|es|ed|ing|ant|ance)|resist(?:s|ed|ing)?|hardly|barely|scarcely|rarely|rare|seldom|few|fewer|little"
    r"|less|least|only|except\w*|rather|instead|unlike\w*|unless|unable|impossib\w+|far from|anything but|absen(?:t|ce)|free (?:of|from)|short of|yet to|remains? to|otherwise|forg[eo]t\w*|dispens\w+|reluctan\w+"
    r"|oppos\w+|zero|no-one|non|nope|contrary to|other than|as opposed|rather than|devoid|excluded?|abstain\w*|oblivious|wrong|troubles?|struggl\w+|beyond|difficult\w*|until|out of|still|against|neutrali\w+|stall\w*|unopposed|avert\w*|miss|halt\w*|curb\w*|too \w+ to|nay|dry|unbeaten|withh[eo]ld"
)
_NEGATIVE_PREFIX = (
    r"un(?!i[tvqofl]|der|til|cle|on\b|ite|n)\w{4,}|dis(?=[aeghilmoqru]|s[aui]|p[ra]l?[eio]|co[mun]|c[or]?[eur])(?!appear|cuss|cover|patch|play|ease|hes|mis|sol|tri|gui|creet|cre|ciple|co\b|cos|pens|pers|pos|put|prov)\w{4,}"
    r"|in(?=adeq|accur|accep|access|act(?:ion|ive)|appro|capa|compat|compet|compl|conce|concl|consis|conven|corre|credi|decen|deci[sb]|definit|depend|differ|direct|discr|divi|effect|effic|equa|escap|evit|exac|excu|expe[nr]|expli[ck]|expr|fam|fin|flex"
    r"|form?al|grat|hum|just|offen|opera|secur|sensi|sign|solv|stab|suff|toler|tract|valid|visi|voluntar|vulner)\w{4,}"
    r"|im(?=poss|prob|perf|perm|mor|mob|mat|patien|pract|poten|passi|penet|pena|pun|plaus|prop|prec)\w{4,}|il(?=leg|log|lit|lic)\w{4,}|ir(?=re[sglpvc])\w{4,}"
    r"|\w{3,}less(?:ly|ness)?|non\w{4,}|\w{3,}-free|anti-\w+"
)
NEGATIVE = re.compile(rf"\b(?:{_NEGATIVE_WORDS}|(?P<prefixed>{_NEGATIVE_PREFIX}))\b", re.IGNORECASE)

_FUNCTION = frozenset(
    "a an the this that these those to of in on at by for from with as is are was were be been being am it its he his him she her they their"
    " them we our us you your i my me do does did done have has had having will would can could should shall may might must and or but if so"
    " than then there here what which who whom whose when where how why all any some more most very such also just even still yet go going"
    " get got one ones up out into about over after before under between during through again once own same other both each few".split()
)


def is_content(word: str) -> bool:
    """Tell whether a word says something by itself: no article, pronoun, auxiliary, preposition or negation."""
    return len(word) > 2 and word.lower() not in _FUNCTION and not negations(word)


_AFFIXED = re.compile(r"\b(un|dis|in|im|il|ir|non-?)([a-z]{4,})", re.IGNORECASE)


def affixed(text: str) -> list[tuple[str, str]]:
    """Return (word, what is left without its negative prefix) for every word that may have one, in lower case."""
    return [(match[0].lower(), match[2].lower()) for match in _AFFIXED.finditer(text)]


def without_affixed(text: str) -> str:
    """Return the text without the words that may have a negative prefix."""
    return _AFFIXED.sub(" ", text)


EACH = re.compile(
    r"\b(?:each|every\w*|apiece|per|respective(?:ly)?|either|individual\w*|any\w*|(?<!in )all|daily|weekly|monthly|yearly|annual(?:ly)?|hourly|nightly|a (?:piece|head|person|day|week|month|year|night|side)"
    r"|one by one|separate(?:ly)?|alternate|at a time|own|always|whenever|throughout|wherever|whoever|whatever|as \w+ as)\b|[/@]|(?:\d|\b[A-Z])\s?[-–]\s?\d",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:both|in total|total(?:l?ing|ed)?|altogether|combined|together|overall|between them|in all)\b", re.IGNORECASE
)
TWO = re.compile(
    r"\b(?:both|two|each|either|neither|pair|twins?|twice|double|couple|duo|sides|respective\w*|together|all|alike|as well|another|also|too|mutual\w*|and|half|bilateral|joint\w*|second)\b",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|a third|quarter)\b",
    re.IGNORECASE,
)

BOTH = re.compile(r"\bboth\b(?! (?:\w+ ){1,4}and\b)", re.IGNORECASE)
EVERY = re.compile(r"\b(?:each|every|apiece|per|respectively)\b", re.IGNORECASE)
ONLY_EACH = re.compile(r"\b(?:each|apiece|respectively)\b", re.IGNORECASE)
ON_BOTH = re.compile(
    r"\b(?:on|from|for|in|by|at|to|with|of) (?P<both>both(?: of)?(?: the)?) (?P<noun>\w+)\b", re.IGNORECASE
)
_SINGULAR = ((re.compile(r"ies$"), "y"), (re.compile(r"(s|sh|ch|x)es$"), r"\1"), (re.compile(r"([^s])s$"), r"\1"))


def singular(noun: str) -> str | None:
    """Return a regular plural's singular; None where it is none."""
    return next((ending.sub(instead, noun) for ending, instead in _SINGULAR if ending.search(noun)), None)


HEDGED = re.compile(
    r"\b(?:alleg\w+|report(?:ed|edly|s|ing)|purport\w*|suppos\w+|suspect\w*|apparent\w*|claim\w*|accus\w*|believ\w+|thought|presum\w+|likely|may|might|could|would|possib\w+|probabl\w+|seem\w*"
    r"|appear\w*|so-called|so called|self-\w+|according|rumou?r\w*|unconfirmed|understood|assum\w+|ostensib\w+|charged|said to|indicat\w+|suggest\w+|perhaps|maybe|potential\w*|prosecut\w+"
    r"|putative|estimated|considered|deemed|expected|will have|imagin\w+|doubt\w*|hypothe\w+|fake|sham|would-be|assert\w*|contend\w*|perceived|questionable|defendant|wanted|must have|who says?|what"
    r"|suspicio\w+|had to|pretend\w*|pretext|guise|is to have|pursued|theor\w+|theoretically|in question|investigat\w+|indict\w+|it is said|they say|some say|is said|are said|was said|arrest\w*|should have|denied|estimates?)\b|[\"“”‘«]",
    re.IGNORECASE,
)

SAID = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|tell(?:s|ing)?|told|stat(?:ed|es|ing|ements?)|according|add(?:s|ed|ing)|announc\w+|report\w*|claim\w*|expla(?:in|n)\w*|warn\w*|declar\w+|insist\w*|argu\w+|assert\w*|affirm\w*|maintain(?:s|ed)"
    r"|confirm\w*|testif\w+|testimon\w+|comment\w*|not(?:ed|es|ing)|remark\w*|recall\w*|repl(?:y|ies|ied)|respon[ds]\w*|answer\w*|ask(?:s|ed|ing)|admit\w*|acknowledg\w*|conced\w+|den(?:y|ies|ied|ying)|accus\w+|alleg\w+|emphasi\w+"
    r"|stress\w*|underlin\w+|point(?:s|ed|ing)? out|mention\w*|reveal\w*|disclos\w+|writ(?:es|ing|ten)|wrote|tweet\w*|quot\w+|cit(?:ed|es|ing)|describ\w+|believ\w+|suggest\w*|indicat\w+|spoke\w*|speak(?:s|ing)?"
    r"|talk(?:s|ed|ing)|promis\w+|pledg\w+|vow\w*|urg(?:ed|es|ing)|predict\w*|estimat\w+|conclud\w+|jok(?:ed|es|ing)|boast\w*|complain\w*|critici\w+|prais\w+|express\w*|hint\w*|reiterat\w+|repeat(?:s|ed|ing)|went on|put it"
    r"|in (?:his|her|their|its) words|in (?:\S+ ){1,4}(?:view|opinion)|remind\w*|admonish\w*|as per|murmur\w*|whisper\w*|shout\w*|cried|observ(?:ed|es|ing)|reflect(?:s|ed|ing)|inform\w*|propos(?:ed|es|ing)|recommend\w*|advis\w+|assur(?:ed|es|ing)|highlight\w*|outlin\w+"
    r"|clarif\w+|specif(?:y|ied|ies)|publish\w*|lament\w*|defend(?:ed|s|ing)|contend\w*|opin(?:ed|es)|rebu\w+|referr\w+|based on|in line with|called|plead\w*|swore|ruled|issued)\b|:",
    re.IGNORECASE,
)
