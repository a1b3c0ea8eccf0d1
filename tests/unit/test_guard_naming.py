from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards import naming
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.edit import edit
from limitedtimes.rules.names import Names
from limitedtimes.rules.names.find import is_common, names, words
from limitedtimes.rules.names.key import fold

if TYPE_CHECKING:
    from pathlib import Path

    from limitedtimes.model.translation import Alignment


def aligned(source: str, english: str, pairs: str) -> Alignment:
    """An alignment from ``source=english`` words; each word stands once in its sentence."""
    found = [pair.split("=") for pair in pairs.split()]
    spans = [
        ((source.index(a), source.index(a) + len(a)), (english.index(b), english.index(b) + len(b))) for a, b in found
    ]
    return tuple(sorted(spans, key=lambda pair: pair[1]))


def mended(case: Case) -> str:
    return edit(case.candidate, naming.repair(case)).candidate.text


def own(source: str, english: str, language: str, pairs: str = "", kept: frozenset[str] = frozenset()) -> Case:
    return Case(source, Candidate(english, aligned(source, english, pairs) or None), language, names=Names(kept=kept))


# --- beside a second opinion ---


@pytest.mark.parametrize(
    ("source", "translation", "second", "language"),
    [
        ("Disse ontem Costa ao jornal.", "Castro told the paper yesterday.", "Costa told the newspaper yesterday.", "pt"),
        ("Costa recusou.", "Montenegro refused.", "Costa refused.", "pt"),
        ("Falou com Rui Rio e Rui Moreira.", "He spoke to Paulo Rio and Rui Moreira.", "He spoke to Rui Rio and Rui Moreira.", "pt"),
        ("A NATO recusou.", "Interpol refused.", "NATO refused.", "pt"),
        ("Вчера Путин молчал.", "Yesterday Biden was silent.", "Putin was silent yesterday.", "ru"),
        ("قال بوتين أمس", "Biden said yesterday", "Putin said yesterday", "ar"),
        ("O Sr. Costa recusou.", "Mr. Castro refused.", "Mr. Costa refused.", "pt"),
    ],
)  # fmt: skip
def test_a_name_exchanged_for_another_is_flagged(source: str, translation: str, second: str, language: str) -> None:
    (flag,) = naming.judge(Case(source, Candidate(translation), language, Candidate(second)))
    assert flag.kind == "name"
    assert flag.source
    assert flag.target
    gone, new = source[slice(*flag.source)], translation[slice(*flag.target)]
    assert flag.message == f"The original names {gone}; the translation names {new} instead."


@pytest.mark.parametrize(
    ("source", "translation", "second", "language"),
    [
        ("Costa recusou.", "He refused.", "Costa refused.", "pt"),
        ("O Presidente falou em Lisboa.", "Speaking in Lisbon, Rebelo de Sousa agreed.", "The President spoke in Lisbon.", "pt"),
        ("A NFL recusou.", "The N.F.L. declined on Monday.", "NFL refused.", "pt"),
        ("O Serviço Nacional de Saúde espera.", "The NHS is waiting.", "The National Health Service waits.", "pt"),
        ("A Europa espera.", "European hopes are high.", "Europe waits.", "pt"),
        ("Вчера Навальный молчал.", "Navalny was silent yesterday.", "Yesterday Nawalny was silent.", "ru"),
        ("Costa recusou. Depois Costa saiu.", "Costa refused. Meanwhile he left.", "Costa refused. Then Costa left.", "pt"),
        ("recusou", "Refused by Costa", "refused", "pt"),
        ("", "", "", "pt"),
    ],
)  # fmt: skip
def test_another_way_to_say_it_is_not(source: str, translation: str, second: str, language: str) -> None:
    assert naming.judge(Case(source, Candidate(translation), language, Candidate(second))) == ()


def test_what_somebody_else_wrote_is_not_repaired() -> None:
    case = Case("O Ciarán riu.", Candidate("Ciar n laughed."), "pt", Candidate("Ciarán laughed."))
    assert naming.repair(case) == ()


# --- the engine's own ---


@pytest.mark.parametrize("broken", ["Ciar n", "Ciarn", "Ciar?n", "Ciar\ufffdn", "Ciar⁇n", "CiarÃ¡n"])
def test_a_mangled_name_is_written_as_in_the_source(broken: str) -> None:
    case = own("Ontem Ciarán Murphy riu.", f"Yesterday {broken} Murphy laughed.", "pt")
    (flag,) = naming.judge(case)
    assert flag.message == f"The original says Ciarán; the translation writes {broken}."
    assert mended(case) == "Yesterday Ciarán Murphy laughed."


def test_a_word_that_another_one_is_aligned_to_is_no_mangled_name() -> None:
    case = own("Ontem Bênção riu do Bno.", "Bno laughed at it.", "pt", "Ontem=it riu=laughed Bno=Bno")
    assert naming.judge(case) == ()


def test_a_slip_in_the_surname_behind_a_copied_given_name_is_mended() -> None:
    case = own("Ontem Sergio Aguero riu.", "Sergio Agurro laughed yesterday.", "pt")
    assert len(naming.judge(case)) == 1
    assert mended(case) == "Sergio Aguero laughed yesterday."


@pytest.mark.parametrize(
    ("source", "english", "language"),
    [
        ("Ontem Ciarán riu.", "Ciaran laughed yesterday.", "pt"),
        ("Chegou a Lisboa.", "He came to Lisbon.", "pt"),
        ("A Nova Lisboa.", "Nova Lisbon.", "pt"),
        ("Dort war Michail Gorbatschow.", "Michail Gorbachev was there.", "de"),
        ("US-Präsident Trump kam.", "US President Trump came.", "de"),
        ("Angela Merkels Politik.", "Angela Merkel's policies.", "de"),
        ("Potkal Andrej Babiše.", "He met Andrej Babiš.", "cs"),
        ("São Paulo cresce.", "So Paulo grows.", "pt"),
        ("Falou com Żółć.", "He spoke with Z.", "pl"),
        ("La Forêt de Fort Boyard.", "The woods of Fort Boyard.", "fr"),
        ("Алексей Навальный умер.", "Alexei Navalny died.", "ru"),
    ],
)
def test_english_ways_to_write_a_name_are_no_faults(source: str, english: str, language: str) -> None:
    case = own(source, english, language)
    assert naming.judge(case) == ()
    assert naming.repair(case) == []


KEPT = [
    ("de", "Icon: Der Spiegel", "Icon: The mirror", "Icon=Icon Der=The Spiegel=mirror", "Icon: Der Spiegel"),
    ("pt", "Ele disse ao Público que sai.", "He told the public that he leaves.", "disse=told Público=public que=that sai=leaves", "He told Público that he leaves."),
    ("pt", "Disse à Visão que não.", "He told the Vision no.", "Disse=told à=the Visão=the Visão=Vision não=no", "He told Visão no."),
    ("pt", "O jornal Público noticiou.", "The Public newspaper reported.", "jornal=newspaper Público=Public noticiou=reported", "The Público newspaper reported."),
    ("pt", 'Foi o "Observador".', 'It was the "Observer".', "Foi=was Observador=Observer", 'It was the "Observador".'),
    ("pt", "O Correio da Manhã publicou.", "The Morning Mail published.", "O=The Correio=Mail da=Morning Manhã=Morning publicou=published", "Correio da Manhã published."),
    ("fr", "Selon Le Monde, il ment.", "According to The World, he lies.", "Selon=According Le=The Monde=World ment=lies", "According to Le Monde, he lies."),
    ("ru", "Об этом сообщил Интерфакс.", "Interfacts reported this.", "Интерфакс=Interfacts сообщил=reported", "Interfax reported this."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "english", "pairs", "expected"), KEPT)
def test_an_outlets_name_is_put_back(language: str, source: str, english: str, pairs: str, expected: str) -> None:
    case = own(source, english, language, pairs)
    (flag,) = naming.kept(case)
    assert (flag.kind, flag.repaired) == ("name", False)
    assert mended(case) == expected
    assert naming.kept(own(source, expected, language)) == ()


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("Das meldet die Süddeutsche Zeitung.", "Sueddeutsche Zeitung reports."),
        ("Das sagte sie Der Spiegel.", "She told Spiegel."),
        ("Wie dpa meldet.", "DPA reports."),
        ("Secondo Il Sole 24 Ore tutto va bene.", "According to Il Sole-24 Ore all is well."),
        ("O Sol nasce.", "The sun rises."),
    ],
)
def test_a_name_that_is_there_is_not_missed(source: str, english: str) -> None:
    assert naming.kept(own(source, english, "de")) == ()


def test_without_an_alignment_a_translated_outlet_is_only_flagged() -> None:
    case = own("Das sagte sie Der Spiegel.", "She told The Mirror.", "de")
    (flag,) = naming.kept(case)
    assert flag.message == "The original names Der Spiegel; this name is not in the translation."
    assert naming.repair(case) == []


def test_an_outlet_whose_words_are_mixed_with_others_is_only_flagged() -> None:
    case = own(
        "Falou ao Correio da Manhã ontem.",
        "Mail yesterday Morning.",
        "pt",
        "Correio=Mail Manhã=Morning ontem=yesterday",
    )
    assert len(naming.kept(case)) == 1
    assert naming.repair(case) == []


def test_the_users_own_outlets_are_put_back() -> None:
    source, english, kept = "Disse ao Farol que não.", "He told the Lighthouse no.", frozenset({"Farol"})
    case = own(source, english, "pt", "Disse=told Farol=Lighthouse não=no", kept)
    assert mended(case) == "He told Farol no."


TEXT = st.text(st.sampled_from("AbČánŻółć Spiegel.Público“'s-\n?⁇Навальный"), max_size=40)


@given(TEXT, TEXT, st.none() | TEXT, st.sampled_from(["de", "pt", "ru", "zh", "und"]))
def test_any_text_can_be_judged_and_repaired(source: str, english: str, second: str | None, language: str) -> None:
    case = Case(source, Candidate(english), language, None if second is None else Candidate(second))
    for flag in (*naming.judge(case), *naming.kept(case)):
        assert flag.message
        assert flag.target is None or 0 <= flag.target[0] < flag.target[1] <= len(english)
    edit(case.candidate, naming.repair(case))


# --- measured ---


@pytest.mark.shared
def test_human_translations_raise_no_alarm_without_a_second_opinion(shared: Path) -> None:
    folder = shared / "data" / "ntrex"
    english = (folder / "eng.txt").read_text(encoding="utf-8").splitlines()[1::2]
    for code, language in (("por", "pt"), ("spa", "es"), ("rus", "ru"), ("nld", "nl")):
        source = (folder / f"{code}.txt").read_text(encoding="utf-8").splitlines()[1::2]
        cases = [own(one, other, language) for one, other in zip(source, english, strict=True)]
        assert sum(bool(naming.judge(case) or naming.kept(case)) for case in cases) <= 0.002 * len(cases)


@pytest.mark.shared
def test_exchanged_names_are_found_beside_a_translation_by_another_hand(shared: Path) -> None:
    folder = shared / "data" / "ntrex"
    sources, english = (
        (folder / f"{code}.txt").read_text(encoding="utf-8").splitlines()[1::2] for code in ("por", "eng")
    )
    chance = random.Random(4)
    pool = [name.text for text in english for name in names(text) if not name.opening and not is_common(name)]
    planted = found = 0
    for source, good in zip(sources, english, strict=True):
        known = {fold(word.text) for word in words(source)}
        able = [name for name in names(good) if not is_common(name) and len(name.text) > 2 and fold(name.text) in known]
        if not able:
            continue
        name, other = chance.choice(able), chance.choice(pool)
        if other in good or other in source:
            continue
        planted += 1
        bad = good[: name.span[0]] + other + good[name.span[1] :]
        # The reference itself as second opinion: what an engine that makes no mistakes would give.
        found += bool(naming.judge(Case(source, Candidate(bad), "pt", Candidate(good))))
    assert found >= 0.95 * planted
