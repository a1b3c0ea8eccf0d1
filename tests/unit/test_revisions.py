from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, ArticleForm, Block, BlockKind, Picture, Reason
from limitedtimes.rules.revisions import Change, ChangeKind, changes, reason_to_keep, same_article, same_shape

if TYPE_CHECKING:
    from collections.abc import Sequence

ARRIVED = "Os ministros chegaram a Lisboa na quinta-feira."
LASTED = "A reunião durou mais de seis horas e terminou sem acordo."
LASTED_LONGER = "A reunião durou mais de sete horas e terminou sem acordo."
MISSING = "Segundo o porta-voz, faltam ainda três capítulos."
WAITING = "Os pescadores esperam uma decisão até ao fim do ano."
CONSENT = "Utilizamos cookies para melhorar a sua experiência de navegação neste sítio."
NOON = datetime(2020, 10, 22, 12, 0, tzinfo=UTC)
NEW, CHANGED, GONE, MOVED = ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.GONE, ChangeKind.MOVED


def article(*paragraphs: str, title: str = "Ministros reúnem-se", lead: str | None = None) -> Article:
    return Article(
        "https://a.example/1",
        title,
        tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs),
        lead=lead,
        language="pt",
        published=NOON,
    )


WHOLE = article(ARRIVED, LASTED, MISSING, WAITING)


def test_a_changed_sentence_is_told_with_its_old_wording() -> None:
    new = article(ARRIVED, LASTED_LONGER, MISSING, WAITING)
    assert changes(WHOLE, new) == (Change(CHANGED, LASTED, LASTED_LONGER, "1.0", "1.0"),)


def test_new_and_gone_sentences_stand_where_they_stand() -> None:
    assert changes(WHOLE, article(ARRIVED, MISSING, CONSENT, WAITING)) == (
        Change(GONE, old=LASTED, old_place="1.0"),
        Change(NEW, new=CONSENT, place="2.0"),
    )


def test_a_sentence_that_stands_elsewhere_has_moved() -> None:
    assert changes(WHOLE, article(WAITING, ARRIVED, LASTED, MISSING)) == (
        Change(MOVED, WAITING, WAITING, "3.0", "0.0"),
    )


def test_several_sentences_of_a_paragraph_are_told_apart() -> None:
    old, new = article(f"{ARRIVED} {LASTED} {MISSING}"), article(f"{ARRIVED} {LASTED_LONGER} {MISSING}")
    assert changes(old, new) == (Change(CHANGED, LASTED, LASTED_LONGER, "0.1", "0.1"),)


def test_headline_kicker_and_captions_change_too() -> None:
    old = replace(WHOLE, pictures=(Picture("https://a.example/1.jpg", "Os ministros à chegada."),))
    new = replace(
        old,
        title="Acordo falhado",
        kicker="Pescas",
        pictures=(replace(old.pictures[0], caption="Os ministros à saída."), Picture("https://a.example/2.jpg")),
    )
    assert changes(old, new) == (
        Change(NEW, new="Pescas", place="kicker"),
        Change(CHANGED, WHOLE.title, "Acordo falhado", "title", "title"),
        Change(CHANGED, "Os ministros à chegada.", "Os ministros à saída.", "caption.0", "caption.0"),
    )


def test_a_first_sentence_that_becomes_the_lead_is_no_change() -> None:
    assert changes(WHOLE, article(LASTED, MISSING, WAITING, lead=ARRIVED)) == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(WHOLE, modified=NOON + timedelta(hours=1), published=NOON - timedelta(days=1)),
        replace(WHOLE, url="https://a.example/1?x", keywords=("pescas",), section="Mundo", authors=("Ana",)),
        article(ARRIVED.replace(" ", "\u00a0 "), LASTED.replace("reunião", "reu\u00adnia\u0303o"), MISSING, WAITING),
        article(f"{ARRIVED} {LASTED}", f"{MISSING} {WAITING}"),
        replace(WHOLE, blocks=tuple(replace(block, kind=BlockKind.LIST_ITEM) for block in WHOLE.blocks)),
    ],
    ids=["dates", "metadata", "white space and accents", "paragraphs", "kinds"],
)
def test_what_readers_do_not_read_is_no_change(other: Article) -> None:
    assert changes(WHOLE, other) == ()


def test_a_rewritten_passage_is_paired_in_order() -> None:
    old = article(ARRIVED, "O governo prometeu ajuda às vítimas.", "A oposição pediu um inquérito.", WAITING)
    new = article(ARRIVED, "A oposição pediu já um inquérito.", "Chove.", WAITING)
    assert changes(old, new) == (
        Change(GONE, old="O governo prometeu ajuda às vítimas.", old_place="1.0"),
        Change(CHANGED, "A oposição pediu um inquérito.", "A oposição pediu já um inquérito.", "2.0", "1.0"),
        Change(NEW, new="Chove.", place="2.0"),
    )


def test_scripts_without_spaces_are_compared_too() -> None:
    old = replace(article("会議は六時間続き、合意なく終わった。", "漁師は決定を待っている。"), language="ja")
    new = replace(article("会議は七時間続き、合意なく終わった。", "漁師は決定を待っている。"), language="ja")
    assert [(one.kind, one.place) for one in changes(old, new)] == [(CHANGED, "0.0")]


def test_thousands_of_equal_lines_are_compared_soon() -> None:
    rows = "\n".join(["–"] * 3000)
    old, new = article(ARRIVED, rows, LASTED), article(ARRIVED, rows + "\nfim", LASTED_LONGER)
    assert [one.kind for one in changes(old, new)][-1] is CHANGED


def test_a_long_text_that_is_another_one_is_gone_and_new() -> None:
    old = article(*(f"Frase número {n} do texto antigo." for n in range(300)))
    new = article(*(f"Frase número {n} do texto novo." for n in range(300)))
    kinds = [one.kind for one in changes(old, new)]
    assert (kinds.count(GONE), kinds.count(NEW)) == (300, 300)


WORDS = st.lists(st.sampled_from("abcdef"), max_size=12)


def lines(letters: Sequence[str]) -> Article:
    return article(*(f"{letter * 5}." for letter in letters))


def longest(one: Sequence[str], other: Sequence[str]) -> int:
    @lru_cache(None)
    def length(i: int, j: int) -> int:
        if i == len(one) or j == len(other):
            return 0
        if one[i] == other[j]:
            return 1 + length(i + 1, j + 1)
        return max(length(i + 1, j), length(i, j + 1))

    return length(0, 0)


@given(WORDS, WORDS)
def test_what_is_not_told_is_a_longest_common_subsequence(old: list[str], new: list[str]) -> None:
    found = changes(lines(old), lines(new))
    assert len(new) - sum(1 for one in found if one.place) == longest(old, new)
    assert len(old) - sum(1 for one in found if one.old_place) == longest(old, new)


@given(WORDS, WORDS)
def test_every_change_is_where_it_says(old: list[str], new: list[str]) -> None:
    found = changes(lines(old), lines(new))
    for one in found:
        if one.old is not None:
            assert one.old == f"{old[int((one.old_place or '').split('.')[0])] * 5}."
        if one.new is not None:
            assert one.new == f"{new[int((one.place or '').split('.')[0])] * 5}."
    told = [int(one.place.split(".")[0]) for one in found if one.place]
    assert told == sorted(set(told))


@given(WORDS)
def test_the_same_text_has_not_changed(text: list[str]) -> None:
    assert changes(lines(text), lines(text)) == ()


def test_a_translation_fits_where_the_texts_stand_in_the_same_blocks() -> None:
    assert same_shape(WHOLE, replace(WHOLE, modified=NOON))
    assert not same_shape(WHOLE, article(f"{ARRIVED} {LASTED}", MISSING, WAITING))
    assert not same_shape(WHOLE, replace(WHOLE, language="es"))
    assert not same_shape(WHOLE, replace(WHOLE, pictures=(Picture("https://a.example/1.jpg"),)))


# -- what may take an article's place ----------------------------------------------------------------------------------


def test_a_page_that_lost_most_of_its_text_is_not_believed() -> None:
    kept = reason_to_keep(WHOLE, article(ARRIVED))
    assert kept is not None
    assert kept.code == "shrunk"


def test_a_page_that_says_it_was_modified_is_believed() -> None:
    assert reason_to_keep(WHOLE, replace(article(ARRIVED), modified=NOON + timedelta(hours=2))) is None


@pytest.mark.parametrize("modified", [NOON, NOON - timedelta(days=1)])
def test_a_page_that_was_modified_before_is_not_believed(modified: datetime) -> None:
    old = replace(WHOLE, modified=NOON)
    assert reason_to_keep(old, replace(article(ARRIVED), modified=modified)) is not None


def test_a_wall_in_the_articles_place_is_not_believed_however_long() -> None:
    wall = article(*(f"{CONSENT} ({n})" for n in range(9)), title="Antes de continuar")
    kept = reason_to_keep(WHOLE, wall)
    assert kept is not None
    assert kept.code == "replaced"


def test_a_short_report_that_becomes_a_long_one_is_a_revision() -> None:
    assert reason_to_keep(article(ARRIVED), article(LASTED, MISSING, WAITING)) is None


def test_less_than_the_whole_never_replaces_the_whole() -> None:
    wall = Reason("paywall", "behind the paywall")
    assert reason_to_keep(WHOLE, replace(WHOLE, partial=wall)) == wall
    assert reason_to_keep(replace(WHOLE, partial=wall), WHOLE) is None


def test_a_live_blog_drops_its_oldest_entries() -> None:
    assert reason_to_keep(WHOLE, replace(article(ARRIVED), form=ArticleForm.LIVE)) is None


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (WHOLE, True),
        (article(CONSENT), True),
        (article(ARRIVED, LASTED, title="Outro título"), True),
        (article(CONSENT, title="Outro título"), False),
        (article(CONSENT, ARRIVED, title="Outro título"), False),
        (article(title="Outro título"), False),
    ],
)
def test_one_article_or_two(other: Article, *, same: bool) -> None:
    assert same_article(WHOLE, other) is same
    assert same_article(other, WHOLE) is same
