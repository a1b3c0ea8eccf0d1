"""Links and emphasis come to stand on the right English words, and none is lost."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from limitedtimes.model.article import Mark, MarkKind
from limitedtimes.model.translation import SentenceState, TranslatedSentence
from limitedtimes.rules.marks import places, project
from limitedtimes.rules.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from limitedtimes.model.article import Span
    from limitedtimes.model.translation import Alignment

BRACES = re.compile(r"[{}]")


def words(text: str) -> list[Span]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def translated(source: str, english: str | None, links: str | None = "", start: int = 0) -> TranslatedSentence:
    """A sentence; ``links`` are pairs of word numbers as aligners print them: ``0-0 1-2``."""
    alignment: Alignment | None = None
    if links is not None and english is not None:
        pairs = [tuple(map(int, link.split("-"))) for link in links.split()]
        alignment = tuple(
            (words(source)[one], words(english)[other]) for one, other in sorted(pairs, key=lambda p: p[1])
        )
    state = SentenceState.TRANSLATED if english is not None else SentenceState.FAILED
    return TranslatedSentence(source, (start, start + len(source)), english, state, alignment=alignment)


def carried(marked: str, english: str, links: str | None, kind: MarkKind = MarkKind.LINK) -> str:
    """The translation with braces around what the marks came to cover, from an original with braces around it."""
    source = BRACES.sub("", marked)
    open_, marks = [], []
    at = 0
    for character in marked:
        if character == "{":
            open_.append(at)
        elif character == "}":
            marks.append(Mark(kind, (open_.pop(), at)))
        else:
            at += 1
    marks.sort(key=lambda mark: (mark.span[0], -mark.span[1]))
    found = [one.target for one in project(marks, [translated(source, english, links)]) if one.target]
    edges = [(start, 1, -end, "{") for start, end in found] + [(end, 0, 0, "}") for _, end in found]
    for at, _, _, brace in sorted(edges, reverse=True):
        english = english[:at] + brace + english[at:]
    return english


TEXT = "Os combates continuam apesar da mediação internacional ."
ENGLISH = "The fighting continues despite international mediation ."
LINKS = "0-0 1-1 2-2 3-3 4-3 5-5 6-4 7-6"


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Os combates continuam apesar da {mediação internacional} .", "The fighting continues despite {international mediation} ."),
        ("Os combates continuam apesar da {mediação} internacional .", "The fighting continues despite international {mediation} ."),
        ("{Os combates} continuam apesar da mediação internacional .", "{The fighting} continues despite international mediation ."),
        ("{Os combates continuam apesar da mediação internacional .}", "{The fighting continues despite international mediation .}"),
        ("{Os combates continuam apesar da mediação internacional} .", "{The fighting continues despite international mediation} ."),
        ("Os combates continuam {apesar da} mediação internacional .", "The fighting continues {despite} international mediation ."),
        ("Os com{bates} continuam apesar da mediação internacional .", "The {fighting} continues despite international mediation ."),
        ("{Os {combates} continuam} apesar da {mediação} internacional .", "{The {fighting} continues} despite international {mediation} ."),
        ("Os combates continuam apesar da mediação internacional {.}", "The fighting continues despite international mediation {.}"),
    ],
)  # fmt: skip
def test_a_mark_goes_onto_the_words_that_its_words_align_to(marked: str, expected: str) -> None:
    assert BRACES.sub("", marked) == TEXT
    assert carried(marked, ENGLISH, LINKS) == expected


@pytest.mark.parametrize(
    ("marked", "english", "links", "expected"),
    [
        # Two links on one word would be one link: the second goes beside it.
        ("Er {rief} ihn {an} .", "He called him .", "0-0 1-1 2-2 3-1 4-3", "{He} {called} him ."),
        # A small word of others in the midst is bridged, many are not; then the weightier part is taken.
        ("Er {hat gesagt} das .", "He has it said .", "0-0 1-1 2-3 3-2 4-4", "He {has it said} ."),
        ("Er {hat gesagt} das alles .", "He has all of these said .", "0-0 1-1 2-5 3-4 4-2 4-3 5-6", "He has all of these {said} ."),
        (
            "Der Plan {sieht vor} dass alle gehen .", "The plan in the eyes of all foresees to go .",
            "0-0 1-1 2-7 3-2 4-3 5-6 6-9 4-5 4-4 7-10", "The plan in the eyes of all {foresees} to go .",
        ),
        # What is shared with a word of others is not taken in at an end.
        ("pediu ao {governo} que", "asked the government to", "0-0 1-1 2-2 2-3 3-3", "asked the {government} to"),
        ("{Ficam de fora} as casas", "The houses are out", "0-0 1-3 2-3 3-0 4-1", "The houses are {out}"),
        # Words that nothing aligns to are bridged inside and left out at the ends.
        ("o {Presidente República} disse", "the President of Republic said", "1-1 2-3 3-4", "the {President of Republic} said"),
        ("{Presidente} disse", "The President said", "0-1 1-2", "The {President} said"),
    ],
)  # fmt: skip
def test_the_run_holds_the_most_of_its_own_words_and_the_fewest_of_others(
    marked: str, english: str, links: str, expected: str
) -> None:
    assert carried(marked, english, links) == expected


@pytest.mark.parametrize(
    ("marked", "english", "links", "expected"),
    [
        ("o {« Mirante »} disse", "the “Mirante” said", "0-0 2-1 4-2", "the {“Mirante”} said"),
        ("o « {Mirante} » disse", "the “Mirante” said", "0-0 2-1 4-2", "the “{Mirante}” said"),
        ("{«Não há»}, disse", "“There is none,” he said", "0-0 1-2 2-4", "{“There is none,”} he said"),
        ("«{Não há}», disse", "“There is none,” he said", "0-0 1-1 1-2 2-4", "“{There is none},” he said"),
        ("O caso {(de 2014)} acabou.", "The case (from 2014) ended.", "0-0 1-1 2-2 3-3 4-4", "The case {(from 2014)} ended."),
        ("O caso de {2014}.", "The case of 2014.", "0-0 1-1 2-2 3-3", "The case of {2014}."),
        ("O caso de {2014.}", "The case of 2014.", "0-0 1-1 2-2 3-3", "The case of {2014.}"),
        # A quote whose partner came to stand inside goes along.
        ("{o jornal «Mirante»} disse", "“Mirante” newspaper said", "1-1 2-0 3-2", "{“Mirante” newspaper} said"),
        ("{o diz «não» hoje}", "today he says “no”", "1-2 2-3 3-0", "{today he says “no”}"),
    ],
)  # fmt: skip
def test_quotes_and_stops_go_along_where_the_original_has_them_in_the_mark(
    marked: str, english: str, links: str, expected: str
) -> None:
    assert carried(marked, english, links) == expected


@pytest.mark.parametrize(
    ("marked", "english", "links", "expected"),
    [
        ("Ele foi {ontem} embora", "He left yesterday", "0-0 1-1 3-1", "He left {yesterday}"),
        ("Ele {se} foi embora", "He left", "0-0 2-1", "He {left}"),
        ("Ele foi {lá}", "He left", "0-0 1-1", "He {left}"),
        ("Ele {foi} lá", "He left", "", "He {left}"),
        ("Ele {foi} para {lá}", "He left", "0-0 1-1 2-1", "{He} {left}"),
        ("{A} {B}", "Both", "0-0 1-0", "{{Both}}"),
    ],
)  # fmt: skip
def test_a_mark_whose_words_align_to_nothing_is_not_lost(marked: str, english: str, links: str, expected: str) -> None:
    assert carried(marked, english, links) == expected


@pytest.mark.parametrize(
    ("marked", "english", "expected"),
    [
        ("{Tudo acabou.}", "All is over.", "{All is over.}"),
        ("{Tudo acabou}.", "All is over.", "{All is over}."),
        ("Disse {Jens Stoltenberg}.", "Jens Stoltenberg said.", "{Jens Stoltenberg} said."),
        ("Morreram {2014} pessoas.", "2014 people died.", "{2014} people died."),
        ("A {casa} ardeu.", "The house burned.", "The house burned."),
    ],
)  # fmt: skip
def test_without_an_alignment_only_what_is_plain_to_see_is_carried_over(
    marked: str, english: str, expected: str
) -> None:
    assert carried(marked, english, None) == expected


@pytest.mark.parametrize(
    ("marked", "english", "links", "expected"),
    [
        ("o ADN de {Simpson}", "they had Simpson's DNA", "0-3 1-3 3-1", "they had {Simpson's} DNA"),
        ("desde {2000} não", "not since the early 2000s", "0-1 1-0 2-0", "not since the early {2000s}"),
        ("diz {Jens Stoltenberg}", "Jens Stoltenberg says", "0-2 1-2 2-1", "{Jens Stoltenberg} says"),
        ("um {software} que decide", "software that decides", "0-0 2-1 3-2", "{software} that decides"),
        # None of them where the word stands twice, is part of another, or is a small one.
        ("os {Rios} e Rios", "the Rivers and Rios", "0-0 1-1 2-2 3-3", "the {Rivers} and Rios"),
        ("o {Port} ganhou", "Portugal won the cup", "0-2 1-3 2-1", "Portugal won the {cup}"),
        ("{As} casas ardem", "Houses burn As seen", "0-0 1-0 2-1", "{Houses} burn As seen"),
    ],
)  # fmt: skip
def test_names_and_numbers_find_themselves_whatever_the_alignment_says(
    marked: str, english: str, links: str, expected: str
) -> None:
    assert carried(marked, english, links) == expected


def test_emphasis_that_comes_to_meet_on_one_word_stays_there() -> None:
    assert (
        carried("Er {rief} ihn {an} .", "He called him .", "0-0 1-1 2-2 3-1 4-3", MarkKind.STRONG)
        == "He {{called}} him ."
    )


def test_an_alignment_by_letters_carries_marks_in_scripts_without_spaces() -> None:
    source, english = "調査チームは新しいサンゴ礁を発見した。", "The team found a new coral reef."
    pairs = (("調査チーム", "team"), ("発見した", "found"), ("新しい", "new"), ("サンゴ礁", "coral"), ("サンゴ礁", "reef."))  # fmt: skip

    def at(text: str, word: str) -> Span:
        return text.index(word), text.index(word) + len(word)

    one = TranslatedSentence(
        source,
        (0, len(source)),
        english,
        SentenceState.TRANSLATED,
        alignment=tuple((at(source, one), at(english, other)) for one, other in pairs),
    )
    (link,) = project([Mark(MarkKind.LINK, at(source, "新しいサンゴ礁"), "https://x.example/")], [one])
    assert link.target is not None
    assert english[slice(*link.target)] == "new coral reef"


def block(*sentences: TranslatedSentence) -> tuple[list[TranslatedSentence], str]:
    return list(sentences), " ".join(one.translation for one in sentences if one.translation)


def test_a_mark_across_sentences_goes_from_the_first_to_the_last() -> None:
    sentences, english = block(
        translated("Um dois.", "Two one.", "0-1 1-0"),
        translated("Três quatro.", None, start=9),
        translated("Cinco seis.", "Six five.", "0-1 1-0", start=22),
    )
    whole, begun, ended = project(
        [Mark(MarkKind.STRONG, (0, 33)), Mark(MarkKind.LINK, (3, 27), "x"), Mark(MarkKind.EMPHASIS, (9, 21))], sentences
    )
    assert whole.target == (0, len(english))
    assert begun.target is not None
    assert english[slice(*begun.target)] == "Two one. Six five"
    assert ended.target is None


def test_the_places_of_translations_leave_out_what_has_none() -> None:
    sentences, english = block(
        translated("Um.", "One."), translated("Dois.", None, start=4), translated("Três.", "Three.", start=10)
    )
    found = places(sentences)
    assert [span and english[slice(*span)] for span in found] == ["One.", None, "Three."]


def test_a_sentence_that_was_kept_keeps_its_marks_where_they_are() -> None:
    one = TranslatedSentence("Read it here.", (0, 13), "Read it here.", SentenceState.KEPT)
    assert [mark.target for mark in project([Mark(MarkKind.LINK, (8, 12), "x")], [one])] == [(8, 12)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2,000 o'clock e-mail: AT&T’s “no”…", ["The", "2,000", "o'clock", "e-mail", ":", "AT&T’s", "“", "no", "”", "…"]),
        ("5% of €3 (1.5 m)", ["5%", "of", "€3", "(", "1.5", "m", ")"]),
        ("cafe\u0301 👩🏽\u200d🚀 🇵🇹🇪🇸", ["cafe\u0301", "👩🏽\u200d🚀", "🇵🇹🇪🇸"]),
        ("", []),
    ],
)  # fmt: skip
def test_words_and_signs_of_a_line(text: str, expected: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens(text)] == expected


VOCABULARY = [
    "um",
    "casa",
    "de",
    "2.014",
    "Ana",
    "«não»",
    "fim.",
    "(sim)",
    "e\u0301l",
    "👩🏽\u200d🚀",
    "—",
    "...",
    '"ok"',
    "o’neil",
]
LINE = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=7).map(" ".join)


@st.composite
def sentences(draw: st.DrawFn) -> tuple[TranslatedSentence, ...]:
    found, at = [], 0
    for source in draw(st.lists(LINE, min_size=1, max_size=3)):
        english = draw(st.one_of(LINE, LINE, LINE, st.none()))
        count, other = len(words(source)), len(words(english or ""))
        pairs = st.tuples(st.integers(0, count - 1), st.integers(0, max(0, other - 1)))
        links = draw(st.none() | st.lists(pairs, max_size=8, unique=True))
        text = None if links is None else " ".join(f"{one}-{two}" for one, two in links)
        found.append(translated(source, english, text, at))
        at += len(source) + 1
    return tuple(found)


@st.composite
def nested(draw: st.DrawFn, low: int, high: int, depth: int = 3) -> list[Mark]:
    """Marks of which any two are nested or apart, as elements of a page are; in a text without outer white space."""
    found: list[Mark] = []
    edges = sorted(draw(st.lists(st.integers(low, high), max_size=4, unique=True)))
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        found.append(Mark(draw(st.sampled_from(MarkKind)), (start, end)))
        if depth and draw(st.booleans()):
            found += draw(nested(start, end, depth - 1))
    return found


def text_of(found: Sequence[TranslatedSentence]) -> str:
    return " ".join(one.source for one in found)


BLOCKS = sentences().flatmap(lambda found: st.tuples(st.just(found), nested(0, len(text_of(found)))))


def crossing(one: Span, other: Span) -> bool:
    (_, second), (third, fourth) = sorted([one, other], key=lambda span: (span[0], -span[1]))
    return third < second < fourth


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_marks_stay_nested_or_apart_and_none_is_lost_or_doubled(
    drawn: tuple[tuple[TranslatedSentence, ...], list[Mark]],
) -> None:
    found, marks = drawn
    english = " ".join(one.translation for one in found if one.translation)
    projected = project(marks, found)
    assert [one.mark for one in projected] == marks
    spans = [one.target for one in projected if one.target]
    assert all(0 <= start < end <= len(english) for start, end in spans)
    assert all(english[start:end] == english[start:end].strip() for start, end in spans)
    assert not [pair for pair in combinations(spans, 2) if crossing(*pair)]
    for one in projected:
        shown = [
            sentence
            for sentence in found
            if text_of(found)[max(one.mark.span[0], sentence.span[0]) : min(one.mark.span[1], sentence.span[1])].strip()
        ]
        # Where every sentence has an alignment, every mark over something of a translated one has its place.
        if shown and all(sentence.translation and sentence.alignment is not None for sentence in shown):
            assert one.target, one.mark


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_a_mark_inside_another_stays_inside_and_no_character_is_cut(
    drawn: tuple[tuple[TranslatedSentence, ...], list[Mark]],
) -> None:
    found, marks = drawn
    if not all(one.translation and one.alignment is not None for one in found):
        return
    english = " ".join(one.translation or "" for one in found)
    targets = [(one.mark.span, one.target) for one in project(marks, found) if one.target]
    for span, target in targets:
        assert all(
            target[0] <= inner[0] and inner[1] <= target[1]
            for other, inner in targets
            if span[0] <= other[0] and other[1] <= span[1] and span != other
        )
    changed = [one for one in found if one.translation != one.source]
    if len(changed) == len(found):
        for _, (start, end) in targets:
            for whole in ("e\u0301l", "👩🏽\u200d🚀"):
                for at in (start, end):
                    inside = english.rfind(whole, 0, at + len(whole))
                    assert not (inside >= 0 and inside < at < inside + len(whole))


@settings(max_examples=100, deadline=None)
@given(BLOCKS)
def test_a_mark_over_a_whole_sentence_covers_its_whole_translation(
    drawn: tuple[tuple[TranslatedSentence, ...], list[Mark]],
) -> None:
    found, _ = drawn
    marks = [Mark(MarkKind.STRONG, one.span) for one in found]
    assert [one.target for one in project(marks, found)] == list(places(found))
