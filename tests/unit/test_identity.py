from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, Block, BlockKind, Picture
from limitedtimes.rules.identity import canonical_url, content_hash, page_key, variant_key


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


ANY_URL = st.builds(
    "{}://{}{}/{}?{}".format,
    st.sampled_from(["http", "https", "ftp"]),
    st.sampled_from(["", "www.", "m.", "amp.m.", "de.m.", "www-a.cdn.ampproject.org/c/s/"]),
    st.sampled_from(["a.example", "b.co.uk", "m.com", "[::1]", "amp"]),
    st.text(alphabet="amp/.-htl1"),
    st.text(alphabet="amp=&1id"),
)


@given(ANY_URL)
def test_variant_keys_are_idempotent(url: str) -> None:
    key = variant_key(url)
    assert variant_key(canonical_url(url)) == key
    if canonical_url(url).startswith("http"):
        assert variant_key(f"https://{key}") == key


@pytest.mark.parametrize(
    "variant",
    [
        "http://www.jornal.example/politica/acordo-123/",
        "https://m.jornal.example/politica/acordo-123",
        "https://mobile.jornal.example/politica/acordo-123?utm_source=rss",
        "https://amp.jornal.example/politica/acordo-123?amp=1",
        "https://jornal.example/amp/politica/acordo-123",
        "https://jornal.example/politica/acordo-123/amp/",
        "https://jornal.example/politica/acordo-123/amp.html",
        "https://jornal.example/politica/acordo-123?outputType=amp",
        "https://jornal.example/politica/acordo-123?outputType=valid-amp",
        "https://jornal.example/politica/acordo-123?amp",
        "https://jornal.example/politica/acordo-123.amp",
        "https://jornal-example.cdn.ampproject.org/c/s/jornal.example/politica/acordo-123/amp/?usqp=mq331&amp_js_v=0.1",
        "https://cdn.ampproject.org/v/s/amp.jornal.example/politica/acordo-123",
        "https://www.google.com/amp/s/jornal.example/politica/acordo-123/amp",
        "https://www.google.co.uk/amp/jornal.example/politica/acordo-123",
        "https://www-jornal-example.bing-amp.com/c/s/www.jornal.example/politica/acordo-123",
    ],
)
def test_variants_of_an_address_have_one_key(variant: str) -> None:
    assert variant_key(variant) == variant_key("https://jornal.example/politica/acordo-123")


@pytest.mark.parametrize("ending", ["a.amp.html", "a-amp.html", "a.html?amp=true"])
def test_the_ending_of_an_amp_page_is_the_articles(ending: str) -> None:
    assert variant_key(f"https://jornal.example/{ending}") == variant_key("https://jornal.example/a.html")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/story?id=1", "https://a.example/story?id=2"),
        ("https://a.example/story?id=1", "https://a.example/story"),
        ("https://a.example/de/story", "https://a.example/fr/story"),
        ("https://de.a.example/story", "https://fr.a.example/story"),
        ("https://de.a.example/story", "https://a.example/story"),
        ("https://a.example/m/story", "https://a.example/story"),
        ("https://a.example/mobile/story", "https://a.example/story"),
        ("https://a.example/m", "https://a.example/"),
        ("https://a.example/amp", "https://a.example/"),
        ("https://a.example/story?q=amp", "https://a.example/story"),
        ("https://a.example/story?amplitude=1", "https://a.example/story"),
        ("https://a.example/story?camp=1", "https://a.example/story?camp=2"),
        ("https://a.example/champ", "https://a.example/ch"),
        ("https://a.example/music/amp/story", "https://a.example/music/story"),
        ("https://a.example/Story", "https://a.example/story"),
        ("https://m.co.uk/story", "https://mobile.co.uk/story"),
        ("https://amp.com.au/story", "https://com.au/story"),
        ("https://a.example:8080/story", "https://a.example/story"),
        ("https://www.google.com/search?q=a", "https://www.google.com/search?q=b"),
        ("https://a.example/c/s/b.example/story", "https://b.example/story"),
        ("https://a.example/1", "https://b.example/1"),
    ],
)
def test_two_articles_never_share_a_key(one: str, other: str) -> None:
    assert variant_key(one) != variant_key(other)


STORY = "https://jornal.example/politica/acordo-de-paz-assinado-em-lisboa"
NUMBERED = "https://jornal.example/politica/acordo-de-paz-4711234.html"


def page(canonical: str | None, title: str = "Acordo de paz assinado em Lisboa", reached: str = STORY) -> Article:
    return Article(url=reached, title=title, canonical_url=canonical)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (STORY, "http://www.jornal.example/politica/acordo-de-paz-assinado-em-lisboa/?utm_source=rss#topo"),
        (STORY, "https://m.jornal.example/politica/acordo-de-paz-assinado-em-lisboa/amp"),
        (STORY, "https://jornal.example/mundo/acordo-de-paz-assinado-em-lisboa"),
        (STORY, "https://noticias.jornal.example/2024/05/03/acordo-de-paz-assinado-em-lisboa.html"),
        (STORY, "https://jornal.example/politica/acordo-de-paz-assinado-ontem-em-lisboa"),
        (STORY, "https://jornal.example/acordo-de-paz-assinado-em-lisboa-4711234"),
        (f"{STORY}?page=2", STORY),
        (NUMBERED, "https://jornal.example/mundo/lisboa-celebra-4711234.html"),
        (
            "https://jornal.example/n.php?id=4711234&ref=capa",
            "https://jornal.example/mundo/lisboa-celebra-4711234.html",
        ),
        ("https://jornal.example/n.php?id=7&page=2", "https://jornal.example/n.php?id=7"),
        ("https://jornal.example/?p=7", "https://jornal.example/2024/05/acordo-de-paz-em-lisboa/"),
        ("https://jornal.example/?p=7", "https://jornal.example/2024/05/acordo/"),
        ("https://sho.rt/x7", STORY),
    ],
)
def test_the_address_that_a_page_names_is_believed_where_it_names_the_article(url: str, canonical: str) -> None:
    assert page_key(url, page(canonical)) == variant_key(canonical)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        (STORY, None),
        (STORY, ""),
        (STORY, "javascript:void(0)"),
        (STORY, "https://jornal.example/"),
        (STORY, "https://jornal.example"),
        (STORY, "https://jornal.example/politica"),
        (STORY, "https://jornal.example/politica/acordo"),
        (STORY, "https://jornal.example/politica/chuva-forte-no-norte"),
        (STORY, "https://gazeta.example/politica/acordo-de-paz-assinado-em-lisboa"),
        (STORY, "https://jornal.example/en/politica/acordo-de-paz-assinado-em-lisboa"),
        (STORY, "https://en.jornal.example/politica/acordo-de-paz-assinado-em-lisboa"),
        (STORY, "https://jornal.example/?p=7"),
        (NUMBERED, "https://jornal.example/politica/acordo-de-paz-4711235.html"),
        ("https://jornal.example/20240503/acordo", "https://jornal.example/20240503/chuva"),
        ("https://jornal.example/n.php?id=7", "https://jornal.example/n.php?id=8"),
        ("https://jornal.example/n.php?id=7", "https://jornal.example/n.php"),
        ("https://jornal.example/liga-jornada-5-resumo", "https://jornal.example/liga-jornada-6-resumo"),
        ("https://a.co.uk/acordo-de-paz-assinado-em-lisboa", "https://b.co.uk/acordo-de-paz-assinado-em-lisboa"),
        ("https://sho.rt/x7", "https://sho.rt/"),
    ],
)
def test_an_address_that_names_anything_else_is_not_believed(url: str, canonical: str | None) -> None:
    other = page(canonical, title="Chuva forte" if "liga" in url else "Acordo de paz assinado em Lisboa")
    assert page_key(url, other) == variant_key(url)


def test_a_redirection_to_a_wall_gives_its_address_to_no_article() -> None:
    wall = "https://consent.example/aceitar-e-continuar"
    assert page_key(STORY, page(wall, reached=wall)) == variant_key(STORY)


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
