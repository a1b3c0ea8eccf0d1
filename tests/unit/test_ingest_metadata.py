from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from limitedtimes.ingest.dom import parse_html
from limitedtimes.ingest.page import jsonld
from limitedtimes.ingest.page.metadata import Metadata, read_metadata
from limitedtimes.model.article import Page

NOW = datetime(2024, 5, 4, tzinfo=UTC)
URL = "https://www.talbote.example/politik/wald-4711.html"


def read(
    head: str = "", body: str = "", url: str = URL, headers: tuple[tuple[str, str], ...] = (), html: str = ""
) -> Metadata:
    page = Page(url, f"<html {html}><head>{head}</head><body>{body}</body></html>".encode(), "text/html", headers)
    root = parse_html(page)
    assert root is not None
    return read_metadata(root, page, NOW)


def ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


def article(**fields: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": "Wald geschützt", **fields}


def meta(**fields: str) -> str:
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in fields.items())


@pytest.mark.parametrize(
    ("author", "authors", "agencies"),
    [
        ({"@type": "Person", "name": "Eva Muster"}, ("Eva Muster",), ()),
        (
            [{"@type": "Person", "name": "Eva Muster"}, {"@type": "Person", "name": "Max Meier"}],
            ("Eva Muster", "Max Meier"),
            (),
        ),
        ("Eva Muster, Max Meier", ("Eva Muster", "Max Meier"), ()),
        (["Eva Muster", "dpa"], ("Eva Muster",), ("dpa",)),
        ({"@type": "Person", "name": ["Eva Muster", "Max Meier"]}, ("Eva Muster", "Max Meier"), ()),
        ({"@type": "Person", "givenName": "Eva", "familyName": "Muster"}, ("Eva Muster",), ()),
        ({"@type": "Organization", "name": "Talbote"}, (), ()),
        ({"@type": "Organization", "name": "Reuters"}, (), ("Reuters",)),
        ({"@type": ["Organization", "NewsMediaOrganization"], "name": "Haus am See"}, (), ()),
        ({"@type": "Person", "name": "Talbote Online"}, (), ()),
        ({"@type": "Person", "name": "Eva Muster", "url": "https://talbote.example/eva"}, ("Eva Muster",), ()),
        ({"@id": "#eva"}, ("Eva Muster",), ()),
        ([{"@id": "#eva"}, {"@id": "#nobody"}], ("Eva Muster",), ()),
    ],
)
def test_authors_of_json_ld(author: object, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    person = {"@type": "Person", "@id": "#eva", "name": "Eva Muster"}
    graph = {"@graph": [article(author=author, publisher={"@type": "Organization", "name": "Talbote"}), person]}
    byline = read(ld(graph)).byline
    assert (byline.authors, byline.agencies) == (authors, agencies)


def test_references_between_two_scripts_are_followed_once() -> None:
    loop = {"@type": "Person", "@id": "#a", "name": "Eva Muster", "worksFor": {"@id": "#a"}}
    root = parse_html(Page(URL, f"<html><head>{ld(article(author={'@id': '#a'}), loop)}</head></html>".encode()))
    assert root is not None
    assert jsonld.strings(jsonld.nodes(root)[0].get("author")) == ["Eva Muster"]


@pytest.mark.parametrize(
    ("body", "authors", "agencies"),
    [
        ("<p class='byline'>Von <a>Eva Muster</a> und <a>Max Meier</a></p>", ("Eva Muster", "Max Meier"), ()),
        ("<a rel='author nofollow'>Eva Muster</a>", ("Eva Muster",), ()),
        ("<p>von <a href='/autoren/eva'>Eva Muster</a></p>", ("Eva Muster",), ()),
        ("<div>Von Eva Muster, Berlin</div>", ("Eva Muster",), ()),
        ("<div>mes / dpa / AFP</div>", ("mes",), ("dpa", "AFP")),
        ("<div>記者王小明／台北報導</div>", ("王小明",), ()),
        ("<div>بقلم: سارة حسن</div>", ("سارة حسن",), ()),
        ("<div id='comments'><span class='author'>Waldkauz</span></div>", (), ()),
        ("<div>Der Wald steht schwarz und schweiget.</div>", (), ()),
    ],
)
def test_bylines_that_readers_see(body: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = read(body=f"<h1>Wald geschützt</h1>{body}<p>{'Text. ' * 40}</p>").byline
    assert (byline.authors, byline.agencies) == (authors, agencies)


def test_addresses_in_meta_elements_are_no_authors() -> None:
    head = meta(article__author="https://social.example/talbote") + '<meta name="author" content="Eva Muster">'
    assert read(head).byline.authors == ("Eva Muster",)


@pytest.mark.parametrize(
    ("head", "url", "html", "published", "offset"),
    [
        (ld(article(datePublished="2024-05-03T10:15:00+02:00")), URL, "", (8, 15), 120),
        (ld(article(datePublished="2024-05-03T10:15:00+05:30")), URL, "", (4, 45), 330),
        (ld(article(datePublished="2024-05-03T08:15:00Z")), URL, "", (8, 15), None),
        (ld(article(datePublished="2024-05-03T08:15:00Z")), "https://talbote.de/a", "", (8, 15), 120),
        (ld(article(datePublished="2024-05-03T10:15:00")), "https://talbote.de/a", "", (8, 15), 120),
        (ld(article(datePublished="2024-05-03T10:15:00")), URL, "lang='de-AT'", (8, 15), 120),
        (
            ld(article(datePublished="2024-05-03T10:15:00", dateModified="2024-05-03T11:00:00-03:00")),
            URL,
            "",
            (13, 15),
            -180,
        ),
        (
            ld(article(datePublished="2024-05-03T10:15:00Z"))
            + meta(article__published_time="2024-05-03T10:15:00+09:00"),
            URL,
            "",
            (1, 15),
            540,
        ),
        (
            ld(article(datePublished="2024-05-03")) + meta(article__published_time="2024-05-03T10:15:00+02:00"),
            URL,
            "",
            (8, 15),
            120,
        ),
        ('<meta name="date" content="2024-05-03T10:15:00+02:00">', URL, "", (8, 15), 120),
    ],
)
def test_times_come_in_utc_with_the_page_s_zone(
    head: str, url: str, html: str, published: tuple[int, int], offset: int | None
) -> None:
    found = read(head, url=url, html=html)
    assert found.published == datetime(2024, 5, 3, *published, tzinfo=UTC)
    assert found.utc_offset == offset


def test_a_date_in_winter_has_the_country_s_winter_time_although_another_one_was_written_in_summer() -> None:
    found = read(
        ld(article(datePublished="2024-01-03T10:15:00", dateModified="2024-05-03T11:00:00+02:00")),
        url="https://talbote.de/a",
    )
    assert found.published == datetime(2024, 1, 3, 9, 15, tzinfo=UTC)
    assert found.utc_offset == 60


def test_the_visible_date_is_the_last_resort() -> None:
    body = "<h1>Wald</h1><span class='date'>3. Mai 2024, 10:15 Uhr</span><time>gestern</time>"
    assert read(body=body, url="https://talbote.de/a", html="lang='de'").published == datetime(
        2024, 5, 3, 8, 15, tzinfo=UTC
    )
    assert read(meta(article__published_time="2024-05-01T10:00:00Z"), body).published == datetime(
        2024, 5, 1, 10, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("head", "url", "canonical"),
    [
        ('<link rel="canonical" href="/politik/wald-4711.html">', URL, URL),
        (
            '<link rel="canonical" href="https://talbote.example/politik/wald-4711.html">',
            URL,
            "https://talbote.example/politik/wald-4711.html",
        ),
        ('<link rel="canonical" href="https://www.talbote.example/">', URL, None),
        ('<link rel="canonical" href="https://www.talbote.example/politik/">', URL, None),
        ('<link rel="canonical" href="http://localhost/politik/wald-4711.html">', URL, None),
        ('<link rel="canonical" href="http://127.0.0.1/politik/wald-4711.html">', URL, None),
        ('<link rel="canonical" href="https://fremd.example.org/x">', URL, None),
        (
            '<link rel="canonical" href="https://fremd.example.org/x">' + meta(og__url="https://fremd.example.org/x"),
            URL,
            "https://fremd.example.org/x",
        ),
        (
            f'<link rel="canonical" href="https://www.talbote.example/other/9.html"><link rel="canonical" href="{URL}">',
            URL,
            URL,
        ),
        (
            '<link rel="canonical" href="https://www.talbote.example/wald-4711">',
            "https://www.talbote.example/wald-4711/amp",
            "https://www.talbote.example/wald-4711",
        ),
        (meta(og__url=URL), URL + "?utm_source=x", URL),
        ('<link rel="canonical" href="javascript:alert(1)">', URL, None),
    ],
)
def test_canonical_addresses(head: str, url: str, canonical: str | None) -> None:
    assert read(head, url=url).canonical_url == canonical


@pytest.mark.parametrize(
    ("head", "accessible"),
    [
        ("", True),
        (ld(article(isAccessibleForFree=False)), False),
        (ld(article(isAccessibleForFree="False")), False),
        (ld(article(isAccessibleForFree="https://schema.org/False")), False),
        (ld(article(isAccessibleForFree="true")), True),
        (ld({"@graph": [article(), {"@type": "WebPage", "isAccessibleForFree": "false"}]}), False),
        (ld(article(hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"})), False),
        (ld(article(hasPart=[{"isAccessibleForFree": True}, {"isAccessibleForFree": "False"}])), False),
        (
            ld(
                article(hasPart={"@id": "#part"}),
                {"@type": "WebPageElement", "@id": "#part", "isAccessibleForFree": False},
            ),
            False,
        ),
        (meta(article__content_tier="locked"), False),
        (meta(article__content_tier="metered"), True),
        (meta(article__content_tier="free"), True),
        ('<meta name="paywall" content="hard">', False),
        ('<meta name="is_premium" content="false">', True),
        (ld(article(isAccessibleForFree=True)) + meta(article__content_tier="locked"), True),
    ],
)
def test_paywalls_are_stated(head: str, accessible: bool) -> None:
    assert read(head).accessible == accessible


@pytest.mark.parametrize(
    ("headers", "rights"),
    [
        ((("X-Robots-Tag", "noai"),), ("noai",)),
        ((("x-robots-tag", "noindex, noimageai"),), ("noimageai",)),
        ((("X-Robots-Tag", "otherbot: noindex, noai"),), ()),
        ((("X-Robots-Tag", "LimitedTimes: noai"),), ("noai",)),
        ((("X-Robots-Tag", "*: noai"),), ("noai",)),
        ((("X-Robots-Tag", "otherbot: noindex, limitedtimes: noai"),), ("noai",)),
        ((("X-Robots-Tag", "max-snippet: 20, noai"),), ("noai",)),
        ((("TDM-Reservation", "1"),), ("tdm-reservation",)),
        ((("TDM-Reservation", "0"),), ()),
    ],
)
def test_reservations_count_where_they_are_addressed_to_all_or_to_us(
    headers: tuple[tuple[str, str], ...], rights: tuple[str, ...]
) -> None:
    assert read(headers=headers).rights == rights


def test_reservations_in_meta_elements() -> None:
    head = '<meta name="robots" content="noai, noimageai"><meta name="tdm-reservation" content="1"><meta name="otherbot" content="noai">'
    assert read(head).rights == ("noai", "noimageai", "tdm-reservation")


def test_the_section_is_the_article_s_else_the_second_step_of_the_breadcrumbs() -> None:
    steps = [
        {"@type": "ListItem", "position": at, "name": name} for at, name in enumerate(["Start", "Politik", "Wald"])
    ]
    trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    assert read(ld(article(), trail)).section == "Politik"
    assert read(ld(article(articleSection=["Bayern", "Politik"]), trail)).section == "Bayern"
    assert read().section is None


@pytest.mark.parametrize(
    ("html", "head", "body", "language"),
    [
        ("lang='pt-BR'", "", "", "pt-BR"),
        ("lang='en-US'", meta(og__locale="de_DE") + ld(article(inLanguage="de")), "", "de"),
        ("lang='en'", "", "<article lang='tr'><h1>Orman</h1></article>", "tr"),
        ("", meta(og__locale="fr_FR"), "", "fr_FR"),
        ("lang='undefined'", "", "", None),
    ],
)
def test_the_declared_language_is_the_text_s_not_the_template_s(
    html: str, head: str, body: str, language: str | None
) -> None:
    assert read(head, body, html=html).language == language
