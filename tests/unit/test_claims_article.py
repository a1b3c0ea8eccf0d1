from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from limitedtimes.model.article import Article, Block, BlockKind
from limitedtimes.model.story import Counted
from limitedtimes.model.translation import Flag
from limitedtimes.rules.claims import claims_of
from limitedtimes.rules.translation import assemble, plan
from newsdesk import Story, block, paragraph

if TYPE_CHECKING:
    from limitedtimes.model.story import Claim
    from newsdesk import Unit


def read(*units: Unit, kind: BlockKind = BlockKind.PARAGRAPH, title: Unit = ("Um título", "A title")) -> list[Claim]:
    """The claims of an article of one block."""
    return of(Story(title, body=(block(kind, *units),)))


def of(story: Story) -> list[Claim]:
    return list(claims_of(7, story.article("https://a.example/1"), story.translation()))


def test_a_claim_shows_its_sentence_and_its_original_with_the_figure_marked() -> None:
    original = "O Azerbaijão fala em 63 civis mortos."
    (claim,) = read((original, "Azerbaijan speaks of 63 civilians dead."))
    assert (claim.article_id, claim.counted, claim.speaker, claim.scope) == (7, Counted.DEAD, "Azerbaijan", "civilians")
    assert claim.sentence[slice(*claim.span)] == claim.figure == "63"
    assert (claim.original, claim.original[slice(*claim.original_span)]) == (original, "63")


@pytest.mark.parametrize(
    ("original", "english", "place"),
    [
        ("Morreram duas mil pessoas.", "2,000 people died.", "duas mil"),
        ("Morreram 2.000 pessoas.", "Two thousand people died.", "2.000"),
        ("Entre 20 e 30 pessoas morreram.", "Between 20 and 30 people died.", "20 e 30"),
        ("O prejuízo é de 4,3 milhões de euros.", "The damage is 4.3 million euros.", "4,3 milhões"),
    ],
)
def test_a_figure_is_found_in_the_original_however_it_is_written(original: str, english: str, place: str) -> None:
    (claim,) = read((original, english))
    assert original[slice(*claim.original_span)] == place


@pytest.mark.parametrize(
    ("language", "original", "english", "place"),
    [
        ("de", "Mindestens zwölf Menschen starben.", "At least twelve people died.", "zwölf"),
        ("ru", "Погибли 12 тысяч человек.", "12,000 people died.", "12 тысяч"),
        ("fr", "Quatre-vingt-dix personnes sont mortes.", "90 people died.", "Quatre-vingt-dix"),
        ("ar", "قتل ٦٣ شخصا.", "63 people were killed.", "٦٣"),
        ("ja", "2万人が死亡した。", "20,000 people died.", "2万"),
        ("sw", "Watu 63 walikufa.", "63 people died.", "63"),
    ],
)
def test_originals_are_read_in_their_own_language(language: str, original: str, english: str, place: str) -> None:
    (claim,) = of(Story(("-", "A title"), language=language, body=(paragraph((original, english)),)))
    assert original[slice(*claim.original_span)] == place


@pytest.mark.parametrize(
    ("original", "english"),
    [
        ("Morreram 87 pessoas.", "84 people died."),
        ("Morreram muitas pessoas.", "84 people died."),
        ("Entre 20 e 40 pessoas morreram.", "Between 20 and 30 people died."),
    ],
)
def test_a_figure_that_the_original_does_not_have_is_left_out(original: str, english: str) -> None:
    assert read((original, english)) == []


def test_of_two_like_figures_the_alignment_tells_which() -> None:
    original, english = "Às 12 horas de dia 12 morreram 12 pessoas.", "12 people died."
    body = paragraph((original, english))
    aligned = replace(body[1][0], alignment=(((31, 33), (0, 2)), ((34, 41), (3, 9))))
    (claim,) = of(Story(("Um título", "A title"), body=((body[0], (aligned,)),)))
    assert claim.original_span == (31, 33)


@pytest.mark.parametrize(
    ("flag", "claims"),
    [
        (Flag("number", "", None, (0, 2)), 0),
        (Flag("number", "", None, (0, 2), repaired=True), 1),
        (Flag("number", "", None, (30, 31)), 1),
        (Flag("quantifier", ""), 0),
        (Flag("attribution", ""), 0),
        (Flag("negation", ""), 0),
        (Flag("name", ""), 1),
    ],
)
def test_what_the_guards_doubt_is_left_out(flag: Flag, claims: int) -> None:
    body = paragraph(("De cada lado morreram 12 pessoas.", "12 people died on each side."))
    flagged = replace(body[1][0], flags=(flag,))
    assert len(of(Story(("Um título", "A title"), body=((body[0], (flagged,)),)))) == claims


def test_an_english_sentence_is_its_own_original() -> None:
    text = "The meeting was long. At least 12 people died, police said."
    article = Article("", "A title", (Block(BlockKind.PARAGRAPH, text),), language="en")
    (claim,) = claims_of(1, article, assemble(article, plan(article), {}, engine=None))
    assert claim.sentence == claim.original == "At least 12 people died, police said."
    assert (claim.figure, claim.original[slice(*claim.original_span)]) == ("At least 12", "12")


def test_a_lead_of_two_sentences_is_read_sentence_by_sentence() -> None:
    lead = ("Foi longo. Morreram 12 pessoas.", "It was long. 12 people died.")
    (claim,) = of(Story(("Um título", "A title"), lead=lead))
    assert (claim.sentence, claim.original) == ("12 people died.", lead[0])
    assert claim.original[slice(*claim.original_span)] == "12"


def test_a_quotation_without_a_name_and_a_table_are_not_read() -> None:
    units = ("Morreram 12 pessoas.", "12 people died.")
    assert read(units, kind=BlockKind.QUOTE) == []
    assert read(units, kind=BlockKind.TABLE) == []
    assert len(read(units, kind=BlockKind.LIST_ITEM)) == 1


def test_a_figure_that_the_text_attributes_is_not_the_outlets_own_in_the_headline() -> None:
    found = read(
        ("Morreram 12 pessoas, diz a polícia.", "12 people died, police say."),
        title=("Tempestade mata 12", "Storm kills 12"),
    )
    assert [(one.figure, one.speaker) for one in found] == [("12", "police")]


def test_a_figure_that_is_given_again_is_claimed_once() -> None:
    again = ("Morreram 12 pessoas.", "12 people died.")
    assert len(read(again, again)) == 1


def test_an_article_without_a_translation_or_a_language_claims_nothing() -> None:
    body = (paragraph(("12 Menschen starben.", "12 people died.")),)
    assert of(Story(("Ein Titel", "A title"), language="de", engine=None, body=body)) == []
    assert of(Story(("Ein Titel", "A title"), language=None, body=body)) == []
