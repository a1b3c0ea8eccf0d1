from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate
from limitedtimes.rules.glossary import (
    Term,
    instances,
    is_form,
    missing,
    occurrences,
    remarks,
    substituted,
    with_terms,
)
from limitedtimes.store import glossary, sources

if TYPE_CHECKING:
    from limitedtimes.model.article import Span
    from limitedtimes.store.database import Database

ASSEMBLY = Term("Assembleia da República", "Assembly of the Republic")
SENTENCE = "Ontem a Assembleia da República aprovou a lei."


def span_of(text: str, words: str) -> Span:
    """Where words stand in a text."""
    match = re.search(rf"\b{words}\b", text)
    assert match
    return match.span()


def candidate(source: str, text: str, *pairs: str) -> Candidate:
    """A translation with pairs like ``lei=law``; a word may stand in several."""
    found = [pair.split("=") for pair in pairs]
    alignment = sorted(
        ((span_of(source, left), span_of(text, right)) for left, right in found), key=lambda pair: pair[1]
    )
    return Candidate(text, tuple(alignment))


YESTERDAY = candidate(
    SENTENCE,
    "Yesterday the Parliament passed the law.",
    *("Ontem=Yesterday", "a=the", "Assembleia=Parliament", "República=Parliament", "aprovou=passed", "lei=law"),
)


def found_in(sentence: str, *terms: Term, language: str = "pt") -> list[str]:
    return [sentence[slice(*one.span)] for one in occurrences(sentence, terms, language)]


# -- finding -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "of", "language", "same"),
    [
        ("Assembleias", "Assembleia", "pt", True),
        ("regiões", "região", "pt", True),
        ("tribunais", "tribunal", "pt", True),
        ("jovens", "jovem", "pt", True),
        ("naciones", "nación", "es", True),
        ("ministra", "ministro", "pt", False),
        ("parlamentar", "parlamento", "pt", False),
        ("Bundestages", "Bundestag", "de", True),
        ("Kanzlers", "Kanzler", "de", True),
        ("Parteien", "Partei", "de", True),
        ("Kanzleramt", "Kanzler", "de", False),
        ("Kanzlerei", "Kanzler", "de", False),
        ("думы", "дума", "ru", True),
        ("Думой", "Дума", "ru", True),
        ("Москве", "Москва", "ru", True),
        ("государственной", "государственная", "ru", True),
        ("москвичи", "Москва", "ru", False),
        ("Warszawy", "Warszawa", "pl", True),
        ("sejmu", "Sejm", "pl", True),
        ("Ankaralı", "Ankara", "tr", False),
        ("mar", "ma", "pt", False),
        ("avó", "avô", "pt", False),
        ("LISBOA", "Lisboa", "pt", True),
    ],
)
def test_a_word_is_known_in_another_case_or_number_and_no_further(
    word: str, of: str, language: str, *, same: bool
) -> None:
    assert is_form(word, of, language) is same


def test_terms_are_found_whole_and_in_order() -> None:
    lei = Term("lei", "act")
    assert found_in(SENTENCE, lei, ASSEMBLY) == ["Assembleia da República", "lei"]
    assert found_in("A leitura da Assembleia.", lei, ASSEMBLY) == []
    assert found_in("", ASSEMBLY) == []


@pytest.mark.parametrize(
    ("sentence", "term", "found"),
    [
        ("O Porto venceu no porto.", "Porto", ["Porto"]),
        ("O Porto venceu no porto.", "porto", ["porto"]),
        ("Porto seguro é porto.", "porto", ["Porto", "porto"]),
        ("TRIBUNAL ABSOLVE MINISTRO", "tribunal", ["TRIBUNAL"]),
        ("O Supremo Tribunal e um tribunal.", "tribunal", ["tribunal"]),
    ],
)
def test_a_name_is_told_from_a_word_by_its_capital(sentence: str, term: str, found: list[str]) -> None:
    assert found_in(sentence, Term(term, "x")) == found


def test_of_two_terms_the_longer_one_counts() -> None:
    assert found_in(SENTENCE, Term("República", "Republic"), ASSEMBLY) == ["Assembleia da República"]


def test_what_stands_between_the_words_of_a_term_does_not_matter() -> None:
    assert found_in("O Coca-Cola é Coca Cola.", Term("Coca-Cola", "Coke")) == ["Coca-Cola", "Coca Cola"]


def test_scripts_without_spaces_are_searched_letter_by_letter() -> None:
    assert found_in("昨日国会議事堂で会議。国会は閉会。", Term("国会", "Diet"), language="ja") == ["国会", "国会"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("the Assembly of the Republic has voted", True),
        ("the Assembly of the Republic's vote", True),
        ("the assembly of the Republic has voted", True),
        ("the Assembly of the Republicans", False),
        ("the Parliament", False),
    ],
)
def test_the_english_is_known_in_its_inflections(text: str, *, there: bool) -> None:
    assert bool(instances(text, ASSEMBLY.english)) is there


# -- writing -----------------------------------------------------------------------------------------------------------


def test_a_term_takes_the_place_of_the_words_that_its_own_are_aligned_to() -> None:
    found = occurrences(SENTENCE, [ASSEMBLY], "pt")
    printed = substituted(found, YESTERDAY)
    assert printed.text == "Yesterday the Assembly of the Republic passed the law."
    assert missing(found, printed) == ()
    assert printed.alignment is not None
    assert ("lei", "law") in [(SENTENCE[slice(*a)], printed.text[slice(*b)]) for a, b in printed.alignment]
    (flag,) = remarks(found, YESTERDAY, printed)
    assert (flag.kind, flag.repaired) == ("glossary", True)
    assert flag.source is not None
    assert flag.target is not None
    assert SENTENCE[slice(*flag.source)] == ASSEMBLY.source
    assert printed.text[slice(*flag.target)] == ASSEMBLY.english


@pytest.mark.parametrize(
    ("english", "before", "after"),
    [
        ("assembly", "Parliament sat.", "Assembly sat."),
        ("Assembly", "Parliament's law.", "Assembly's law."),
        ("Assembly", "In a Parliament here", "In an Assembly here"),
        ("House", "In an Assembly here", "In a House here"),
        ("the House", "In the Parliament here", "In the House here"),
        ("the House", "The Parliament sat.", "The House sat."),
        ("the House", "In Parliament here", "In the House here"),
    ],
)
def test_what_stands_around_a_term_fits_it(english: str, before: str, after: str) -> None:
    source = "Câmara"
    word = next(match for match in re.finditer(r"(?:Parliament|Assembly)(?:'s)?", before))
    first = Candidate(before, (((0, 6), word.span()),))
    found = occurrences(source, [Term(source, english)], "pt")
    assert substituted(found, first).text == after


@pytest.mark.parametrize(
    "first",
    [
        Candidate("Yesterday the Parliament passed the law."),
        candidate(SENTENCE, "Yesterday they passed the law.", "lei=law"),
        candidate(SENTENCE, "Parliament passed law Republic", "Assembleia=Parliament", "lei=law", "República=Republic"),
    ],
    ids=["no alignment", "aligned to nothing", "aligned to words apart"],
)
def test_a_term_without_a_place_is_remarked_on_and_not_forced(first: Candidate) -> None:
    found = occurrences(SENTENCE, [ASSEMBLY], "pt")
    printed = substituted(found, first)
    assert printed.text == first.text
    (flag,) = remarks(found, first, printed)
    assert (flag.kind, flag.repaired, flag.target) == ("glossary", False, None)
    assert flag.source == span_of(SENTENCE, ASSEMBLY.source)


def test_a_translation_that_has_the_term_deserves_no_remark() -> None:
    good = Candidate("Yesterday the Assembly of the Republic passed the law.")
    found = occurrences(SENTENCE, [ASSEMBLY], "pt")
    assert remarks(found, good, good) == ()
    assert with_terms(found, [good, YESTERDAY]) == (good,)


def test_likely_alternatives_that_have_the_term_come_before_what_is_written_in() -> None:
    def scored(candidate: Candidate, score: float) -> Candidate:
        return replace(candidate, log_probabilities=(score,))

    other = Candidate("The Assembly of the Republic passed the law yesterday.")
    far = Candidate("The Assembly of the Republic.")
    found = occurrences(SENTENCE, [ASSEMBLY], "pt")
    best = scored(YESTERDAY, -0.1)
    written = "Yesterday the Assembly of the Republic passed the law."
    likely = [best, scored(Candidate("Parliament did."), -0.1), scored(far, -9.0), scored(other, -0.2)]
    assert [one.text for one in with_terms(found, likely)] == [other.text, written]
    assert [one.text for one in with_terms(found, [YESTERDAY, other])] == [written], "nobody knows how likely it is"


def test_of_two_occurrences_only_the_one_that_lacks_the_term_is_changed() -> None:
    source, term = "A Câmara e a Câmara", Term("Câmara", "House")
    spans = [match.span() for match in re.finditer("Câmara", source)]
    first = Candidate("The House and the Chamber", ((spans[0], (4, 9)), (spans[1], (18, 25))))
    found = occurrences(source, [term], "pt")
    assert [one.span for one in missing(found, first)] == [spans[1]]
    assert substituted(found, first).text == "The House and the House"


def test_without_terms_nothing_is_done() -> None:
    assert with_terms((), [YESTERDAY]) == (YESTERDAY,)
    assert remarks((), YESTERDAY, YESTERDAY) == ()


words = st.text("abcdeã ", min_size=1, max_size=12)


@given(sentence=words, text=words, term=words.filter(str.strip), english=words.filter(str.strip), data=st.data())
def test_whatever_the_words_a_term_is_either_there_or_remarked_on(
    sentence: str, text: str, term: str, english: str, data: st.DataObject
) -> None:
    source_words = [match.span() for match in re.finditer(r"\S+", sentence)]
    target_words = [match.span() for match in re.finditer(r"\S+", text)]
    pairs = st.tuples(st.sampled_from(source_words or [(0, 0)]), st.sampled_from(target_words or [(0, 0)]))
    alignment = data.draw(st.lists(pairs, max_size=6)) if source_words and target_words else []
    first = Candidate(text, tuple(sorted(alignment, key=lambda pair: pair[1])))
    found = occurrences(sentence, [Term(" ".join(term.split()), " ".join(english.split()))], "pt")
    printed = substituted(found, first)
    flags = remarks(found, first, printed)
    assert len(flags) == len(missing(found, first))
    for flag in flags:
        assert flag.source is not None
        assert (flag.target is not None) == flag.repaired


# -- the store ---------------------------------------------------------------------------------------------------------


def test_terms_are_kept_by_language_and_outlet(database: Database) -> None:
    with database.transaction() as connection:
        source, _, _ = sources.subscribe(connection, url="https://a.example/feed", name="A Folha")
        glossary.add(connection, "pt-BR", ASSEMBLY)
        glossary.add(connection, "pt", Term("lei", "act"), source.id)
        glossary.add(connection, "de", Term("Kanzler", "chancellor"))
        assert [(one.language, one.term.source, one.source_name) for one in glossary.entries(connection)] == [
            ("de", "Kanzler", None),
            ("pt", "Assembleia da República", None),
            ("pt", "lei", "A Folha"),
        ]
        assert [one.term for one in glossary.entries(connection, "pt-PT")] == [ASSEMBLY, Term("lei", "act")]


def test_a_term_is_there_once_and_the_last_word_counts(database: Database) -> None:
    with database.transaction() as connection:
        glossary.add(connection, "pt", Term("lei", "act"))
        glossary.add(connection, "pt", Term("lei", "law"))
        assert [one.term.english for one in glossary.entries(connection)] == ["law"]
        assert glossary.remove(connection, "pt", "lei")
        assert not glossary.remove(connection, "pt", "lei")
        assert glossary.entries(connection) == []
