from __future__ import annotations

import pytest

from limitedtimes.rules.bylines import agencies_in, read_byline, signature


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("Von Eva Muster und Max Meier, dpa", ("Eva Muster", "Max Meier"), ("dpa",)),
        ("By John Smith & Ann Lee", ("John Smith", "Ann Lee"), ()),
        ("Por Ana Souza e João Lima", ("Ana Souza", "João Lima"), ()),
        ("Agence France-Presse", (), ("AFP",)),
        ("dpa Deutsche Presse-Agentur GmbH", (), ("dpa",)),
        ("Talbote", (), ()),
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
    ],
)
def test_signatures_are_read(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = signature(text)
    assert byline is not None
    assert (byline.authors, byline.agencies) == (authors, agencies)


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
