from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, Block, BlockKind, Picture
from limitedtimes.rules.identity import canonical_url, content_hash


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://WWW.Jornal.Example:443", "https://www.jornal.example/"),
        ("http://a.example:80/x#top", "http://a.example/x"),
        ("http://a.example:8080/x", "http://a.example:8080/x"),
        (" https://a.example/x?utm_source=rss&id=5&UTM_medium=x&fbclid=y ", "https://a.example/x?id=5"),
        ("https://a.example/x?ref=rss&ref=home", "https://a.example/x?ref=home"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
        ("https://a.example/Größe", "https://a.example/Gr%C3%B6%C3%9Fe"),
        ("https://a.example/Gr%c3%b6%c3%9fe", "https://a.example/Gr%C3%B6%C3%9Fe"),
        ("https://a.example/100%", "https://a.example/100%25"),
        ("https://münchen.example./", "https://xn--mnchen-3ya.example/"),
        ("https://[::1]:443/", "https://[::1]/"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://[broken/", "https://[broken/"),
        ("", ""),
    ],
)
def test_canonical_urls(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@given(
    st.one_of(
        st.text(),
        st.builds(
            "{}://{}{}{}?{}#{}".format,
            st.sampled_from(["http", "https", "HTTP", "ftp"]),
            st.text(min_size=1),
            st.sampled_from(["", ":80", ":443", ":8080", ":"]),
            st.text(),
            st.text(alphabet="utm_source=&rfs%2f ä?/"),
            st.text(),
        ),
    )
)
def test_canonical_urls_are_idempotent(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once


def article() -> Article:
    return Article(
        url="https://a.example/1",
        title="Titel",
        lead="Vorspann",
        blocks=(Block(BlockKind.PARAGRAPH, "Eins"), Block(BlockKind.PICTURE, image=0)),
        pictures=(Picture("https://a.example/1.jpg", "Bild"),),
    )


def test_content_hash_ignores_what_is_not_text() -> None:
    one = article()
    other = replace(
        one,
        url="https://a.example/2",
        modified=datetime(2024, 5, 3, tzinfo=UTC),
        pictures=(Picture("https://cdn.example/2.jpg?token=1", "Bild"),),
    )
    assert content_hash(one) == content_hash(other)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Titel!"},
        {"lead": None},
        {"kicker": "Politik"},
        {"blocks": (Block(BlockKind.PARAGRAPH, "Zwei"),)},
        {"blocks": (Block(BlockKind.HEADING, "Eins"), Block(BlockKind.PICTURE, image=0))},
        {"pictures": (Picture("https://a.example/1.jpg", "Anderes Bild"),)},
    ],
)
def test_content_hash_changes_with_the_text(changed: dict[str, object]) -> None:
    assert content_hash(article()) != content_hash(replace(article(), **changed))  # type: ignore[arg-type]  # parametrised
