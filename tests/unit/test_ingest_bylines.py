from __future__ import annotations

import pytest

from limitedtimes.rules.bylines import Byline, agencies_in, last_line, read_byline, signature


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("Von Eva Muster und Max Meier, dpa", ("Eva Muster", "Max Meier"), ("dpa",)),
        ("By John Smith & Ann Lee", ("John Smith", "Ann Lee"), ()),
        ("Por Ana Souza e João Lima", ("Ana Souza", "João Lima"), ()),
        ("Agence France-Presse", (), ("AFP",)),
        ("dpa Deutsche Presse-Agentur GmbH", (), ("dpa",)),
        ("Talbote", (), ()),
        ("Ana Souza / Agência Atlântica", ("Ana Souza",), ("Agência Atlântica",)),
        ("Redação", (), ()),
        ("Newsroom", (), ()),
        ("Redaktion", (), ()),
        ("https://talbote.example/eva", (), ()),
        ("eva@talbote.example", (), ()),
        ("新华社", (), ("Xinhua",)),
        ("김철수 기자", ("김철수 기자",), ()),
    ],
)
def test_bylines_are_split(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = read_byline(text, "Talbote")
    assert (byline.authors, byline.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("mes / dpa / AFP", ("mes",), ("dpa", "AFP")),
        ("(APA, 3.5.2024)", (), ("APA",)),
        ("Quelle: dpa", (), ("dpa",)),
        ("dpa/lno", ("lno",), ("dpa",)),
        ("(Europa Press)", (), ("Europa Press",)),
        ("(dmk)", ("dmk",), ()),
        ("Redação, com Lusa", (), ("Lusa",)),
        ("Redaktion mit dpa", (), ("dpa",)),
        ("La Rédaction avec AFP", (), ("AFP",)),
        ("Redacción/EFE", (), ("EFE",)),
        ("M.A. / Lusa", ("M.A.",), ("Lusa",)),
        ("VF/Lusa", ("VF",), ("Lusa",)),
        ("Redazione", (), ()),
    ],
)
def test_signatures_are_read(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = signature(text)
    assert byline is not None
    assert (byline.authors, byline.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("Agência Atlântica", (), ("Agência Atlântica",)),
        ("Agentur Nord / mes", ("mes",), ("Agentur Nord",)),
        ("Agence Armorique, avec AFP", (), ("Agence Armorique", "AFP")),
        ("mes / dpa", ("mes",), ("dpa",)),
    ],
)
def test_a_last_line_may_name_an_agency_that_no_list_has(
    text: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    assert last_line(text) == Byline(authors, agencies)


@pytest.mark.parametrize("text", ["Agentur für Arbeit", "Agência nega atraso", "A Agência Espacial adiou o voo."])
def test_other_last_lines_are_no_signature(text: str) -> None:
    assert last_line(text) is None


def test_an_unlisted_agency_alone_is_none_inside_a_text() -> None:
    assert signature("Agência Atlântica") is None


def test_an_outlet_that_calls_itself_an_agency_is_nobody_on_its_own_pages() -> None:
    assert read_byline("Agência Mangue", "Agência Mangue") == Byline()


def test_initials_of_a_named_author_are_no_second_author() -> None:
    named = Byline(("Henrique Lobo Peçanha", "Jan-Ole Petersen", "Maria da Silva"))
    assert (named + Byline(("hlp", "jop", "M.S.", "mes"))).authors == (*named.authors, "mes")


@pytest.mark.parametrize("text", ["Das Wetter", "Von Max Muster", "dpa meldet drei Tote.", "", "a / b", "der die das"])
def test_other_lines_are_no_signature(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(
    ("first", "last", "agencies"),
    [
        ("Berlin (dpa) - Der Kanzler reist.", "Ende.", ("dpa",)),
        ("Berlin. Der Kanzler reist.", "Er kommt am Montag zurück. (AFP/mes)", ("AFP",)),
        ("PARIS - AFP - Le président part.", "Fin.", ("AFP",)),
        ("Der Kanzler (SPD) reist.", "Er kommt zurück (oder nicht).", ()),
    ],
)
def test_agencies_are_found_in_dateline_and_signature(first: str, last: str, agencies: tuple[str, ...]) -> None:
    assert agencies_in(first, last) == agencies
