from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, ArticleState
from limitedtimes.model.edition import Listing, Printed
from limitedtimes.model.source import Source
from limitedtimes.model.story import BriefItem, Quoted, StoryCard
from limitedtimes.model.translation import ArticleTranslation, Flag, SentenceState, TranslatedSentence
from limitedtimes.rules.briefing import quote, stands_alone
from limitedtimes.rules.bulletin import as_html, as_text, coverage

if TYPE_CHECKING:
    from typing import Any

NOW = datetime(2020, 10, 22, 18, 45, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "The Beja court condemned three men on Thursday for stealing six kilometres of copper cable.",
        "Vladimir Putin said that almost 5,000 people had died in Nagorno-Karabakh.",
        "“We will not give in,” Leonor Vasques said in parliament on Thursday.",
        "The U.S. government paid $1.5 million to the families of the victims.",
        "On Saturday, the minister went to Porto and met the dockers of Leixões.",
        "In Porto, he met the dockers who have been on strike since Monday.",
    ],
)
def test_whole_sentences_stand_by_themselves(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "He said that almost 5,000 people had died in the fighting.",
        "According to him, almost 5,000 people had died in the fighting.",
        "But the minister did not want to say anything about the strike.",
        "On Saturday, at ten in the morning, he finally entered the hospital.",
        "The strike in the harbours of Lisbon and Leixões: week three.",
        "Photo: the harbour of Lisbon was empty on Thursday morning.",
        "Will the minister meet the dockers of Leixões this week in Lisbon?",
        "A short sentence was said.",
        "the minister went to Porto and met the dockers of Leixões.",
        "The minister went to Porto and met the dockers of Leixões",
        "We went to Porto and met the dockers of the harbour of Leixões.",
        "The strike goes on. The minister went to Porto and met the dockers.",
        "“The strike goes on until the government gives in, she said.",
        "The strike goes on, and they said it will end when the government gives in.",
        "",
    ],
)
def test_what_leans_on_others_is_no_sentence_for_a_briefing(text: str) -> None:
    assert not stands_alone(text)


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert stands_alone(text) in (True, False)


def sentence(english: str | None, **changes: Any) -> TranslatedSentence:
    state = SentenceState.TRANSLATED if english else SentenceState.UNTRANSLATED
    return replace(TranslatedSentence(f"[{english}]", (0, 1), english, state), **changes)


def article(source: int, *sentences: TranslatedSentence | str, lead: str | None = None) -> Printed:
    outlet = Source(source, f"Outlet {source}", f"outlet-{source}", country="PT")
    url = f"https://o.example/{source}"
    listing = Listing(source, outlet, url, ArticleState.COMPLETE, None, "pt", "t", "T", None, None, NOW, NOW, NOW, NOW)
    made = tuple(one if isinstance(one, TranslatedSentence) else sentence(one) for one in sentences)
    translation = ArticleTranslation(sentence("T"), (made,), lead=sentence(lead) if lead else None)
    return Printed(listing, Article(url, "t"), translation)


HEADLINE = "Dockers' strike goes into its third week"
FIRST = "The dockers of Leixões have been on strike since the fifth of October."
OTHER = "Ships wait in the mouth of the Tagus while factories run out of cork."
AGAIN = "The dockers of Leixões have been striking since the fifth of October."


def quoted(*articles: Printed) -> list[tuple[int, str]]:
    return [(one.listing.id, one.text) for one in quote(articles, headline=HEADLINE)]


def test_two_sentences_come_from_two_outlets_with_their_originals() -> None:
    assert quoted(article(1, FIRST, OTHER), article(2, OTHER)) == [(1, FIRST), (2, OTHER)]
    (one, _) = quote([article(1, FIRST, OTHER)], headline=HEADLINE)
    assert one.original == f"[{FIRST}]"


def test_one_outlet_gives_both_where_no_other_has_one() -> None:
    assert quoted(article(1, FIRST, OTHER), article(2, "He said so.")) == [(1, FIRST), (1, OTHER)]


def test_the_headline_and_each_other_are_not_said_again() -> None:
    headline = "The dockers' strike goes into its third week today."
    assert quoted(article(1, headline, FIRST), article(2, AGAIN, OTHER)) == [(1, FIRST), (2, OTHER)]


@pytest.mark.parametrize(
    "doubtful",
    [
        sentence(FIRST, flags=(Flag("number", "The numbers differ."),)),
        sentence(FIRST, confidence=0.2),
        sentence(None),
        sentence(FIRST, state=SentenceState.FAILED),
    ],
)
def test_what_is_doubtful_is_not_quoted(doubtful: TranslatedSentence) -> None:
    assert quoted(article(1, doubtful, OTHER)) == [(1, OTHER)]


def test_a_mended_sentence_is_quoted() -> None:
    mended = sentence(FIRST, flags=(Flag("number", "The number was mended.", repaired=True),))
    assert quoted(article(1, mended)) == [(1, FIRST)]


def test_a_story_of_which_nothing_stands_alone_has_no_sentences() -> None:
    assert quoted(article(1, "He said so."), replace(article(2, FIRST), translation=None)) == []
    assert quoted() == []


def item(**changes: Any) -> BriefItem:
    listing = replace(article(1).listing, title_en=HEADLINE)
    card = StoryCard(1, listing, 3, 2, 2, ("pt", "de"), ("PT",), NOW - timedelta(hours=2), NOW, "labour")
    arabic = replace(article(2).listing, language="ar", url="javascript:alert(1)")
    sentences = (Quoted(listing, FIRST, "Os estivadores <b> estão em greve."), Quoted(arabic, OTHER, "السفن تنتظر"))
    return replace(BriefItem(card, sentences), **changes)


def test_the_text_keeps_to_its_width_and_names_who_wrote_what() -> None:
    lines = [line.text for line in as_text([item()], at=NOW, width=60)]
    assert lines[0] == "The Limited Times: the briefing of Thursday 22 October 2020, 18:45 UTC"
    assert " 1. Dockers' strike goes into its third week" in lines
    assert "    2 sources, 2 languages; 22 October, 16:45 to 18:45 UTC" in lines
    assert "    Outlet 1 (Portugal, Portuguese): https://o.example/1" in lines
    assert all(len(line) <= 60 for line in lines[2:])
    assert not any("estivadores" in line for line in lines)
    assert any("estivadores" in line.text for line in as_text([item()], at=NOW, width=60, originals=True))


def test_nothing_in_the_text_drives_the_terminal() -> None:
    evil = replace(article(1).listing, url="https://o.example/\x1b[2J", title_en="A \x1b]0;title\x07 headline")
    card = replace(item().story, headline=evil)
    lines = list(as_text([BriefItem(card, (Quoted(evil, "Told\x1b[31m so.", "x"),))], at=NOW, width=80, originals=True))
    assert all(line.text.isprintable() for line in lines)


def test_a_story_told_at_one_moment_says_so_once() -> None:
    assert coverage(item(story=replace(item().story, first_at=NOW))) == "2 sources, 2 languages; 22 October, 18:45 UTC"


class _Page(HTMLParser):
    """Collects elements with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def test_the_mail_asks_for_nothing_and_marks_every_original() -> None:
    text = as_html([item()], at=NOW)
    page = _Page()
    page.feed(text)
    tags = [tag for tag, _ in page.elements]
    assert not {"script", "img", "link", "iframe", "b"} & set(tags)
    assert "url(" not in text
    assert "@import" not in text
    assert [one["href"] for tag, one in page.elements if tag == "a"] == ["https://o.example/1"]
    originals = [one for tag, one in page.elements if one.get("class") == "original"]
    assert [(one["lang"], one["dir"]) for one in originals] == [("pt", "ltr"), ("ar", "rtl")]
    assert "estivadores &lt;b&gt; estão" in text
    assert "prefers-color-scheme: dark" in text


def test_an_untranslated_headline_is_marked_as_what_it_is() -> None:
    listing = replace(item().story.headline, title="Hafen steht still", title_en=None, language="de")
    assert '<span lang="de" dir="ltr">Hafen steht still</span>' in as_html(
        [item(story=replace(item().story, headline=listing))], at=NOW
    )
