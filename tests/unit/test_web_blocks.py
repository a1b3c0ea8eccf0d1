"""Tables, quotes with who said them, posts from elsewhere and foreign words, as readers see them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from limitedtimes.model.article import ArticleForm, BlockKind, Mark, MarkKind
from limitedtimes.model.translation import SentenceState, TranslatedSentence
from limitedtimes.web.app import create_app
from newsdesk import PictureDesk, Story, block, get, outlet, printed

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

    from limitedtimes.model.article import Block
    from limitedtimes.store.database import Database

TABLE = block(
    BlockKind.TABLE,
    *[("Partido", "Party"), ("Votos", "Votes"), ("Verdes", "Greens"), ("12 mil", "12,000")],
    joiner="\t",
)
QUOTE = block(
    BlockKind.QUOTE,
    ("Vamos ganhar.", "We will win."),
    ("Ana Silva, candidata", "Ana Silva, candidate"),
    joiner="\n",
    marks=[(MarkKind.ATTRIBUTION, "Ana Silva, candidata", None)],
)
POST = block(BlockKind.EMBED, ("Estou em Lisboa.", "I am in Lisbon."))


@pytest.fixture
def site(database: Database, tmp_path: Path) -> Starlette:
    return create_app(database, PictureDesk(), version="1", pictures=tmp_path)


def page(
    site: Starlette,
    database: Database,
    *body: tuple[Block, tuple[TranslatedSentence, ...]],
    view: str = "translation",
    form: ArticleForm = ArticleForm.ARTICLE,
) -> str:
    with database.connection() as connection:
        story = Story(title=("Título", "Title"), body=body, extra={"form": form})
        number = printed(connection, outlet(connection, "O Mirante"), story)
    return get(site, f"/a/{number}/title?view={view}").text


def texts(html: str, tag: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", one).strip() for one in re.findall(rf"<{tag}\b[^>]*>(.*?)</{tag}>", html, re.DOTALL)]


def table() -> tuple[Block, tuple[TranslatedSentence, ...]]:
    made, sentences = TABLE
    rows = made.text.replace("Votos\t", "Votos\n")
    return type(made)(made.kind, rows, made.marks), sentences


def test_a_table_has_its_rows_and_cells_and_names_its_columns(site: Starlette, database: Database) -> None:
    html = page(site, database, table())
    assert texts(html, "th") == ["Party", "Votes"]
    assert texts(html, "td") == ["Greens", "12,000"]


def test_beside_each_other_both_languages_stand_in_a_tables_cells(site: Starlette, database: Database) -> None:
    html = page(site, database, table(), view="both")
    assert texts(html, "td") == ["GreensVerdes", "12,00012 mil"]


def test_a_table_without_a_translation_is_shown_in_the_original(site: Starlette, database: Database) -> None:
    made, _ = table()
    html = page(site, database, (type(made)(made.kind, made.text + "\nOutros\t"), ()), view="original")
    assert texts(html, "td") == ["Verdes", "12 mil", "Outros", ""]


def test_who_said_a_quote_is_named_on_a_line_of_its_own(site: Starlette, database: Database) -> None:
    assert texts(page(site, database, QUOTE, view="original"), "cite") == ["Ana Silva, candidata"]
    html = page(site, database, QUOTE)
    assert texts(html, "cite") == ["Ana Silva, candidate"]
    assert re.search(r"We will win\..*?<br>.*?<cite>", html, re.DOTALL)


def test_a_post_from_elsewhere_is_told_from_the_article(site: Starlette, database: Database) -> None:
    assert 'class="embed"' in page(site, database, POST)


def test_foreign_words_say_their_language_where_they_stay_as_they_are(site: Starlette, database: Database) -> None:
    text = "« C'est la vie »"
    made, _ = block(BlockKind.QUOTE, (text, text))
    foreign = type(made)(made.kind, text, (Mark(MarkKind.LANGUAGE, (0, len(text)), language="fr"),))
    kept = TranslatedSentence(text, (0, len(text)), text, SentenceState.KEPT)
    assert '<span lang="fr">' in page(site, database, (foreign, (kept,)))
    translated = TranslatedSentence(text, (0, len(text)), "That is life", SentenceState.TRANSLATED)
    assert '<span lang="fr">' not in page(site, database, (foreign, (translated,)))


@pytest.mark.parametrize(("form", "said"), [(ArticleForm.LIVE, "live blog"), (ArticleForm.VIDEO, "is a video")])
def test_readers_are_told_what_kind_of_text_it_is(
    site: Starlette, database: Database, form: ArticleForm, said: str
) -> None:
    assert said in page(site, database, POST, form=form)
