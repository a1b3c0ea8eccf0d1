from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from limitedtimes.errors import FeedError
from limitedtimes.ingest.feeds.discovery import discover_feeds
from limitedtimes.ingest.feeds.reader import ParsedFeed, parse_feed
from limitedtimes.model.article import Page

NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
URL = "https://jornal.example/rss.xml"

RSS_091 = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Diário</title><link>http://diario.example/</link><description>Tudo</description>
<language>pt-br</language>
<item><title>Eleição em São Paulo</title><link>/noticia/1</link><description>Resumo</description></item>
</channel></rss>"""

RSS_10 = """<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="http://gazeta.example/"><title>Gazeta</title><link>http://gazeta.example/</link>
<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="http://gazeta.example/1"><title>Pierwszy</title><link>http://gazeta.example/1</link>
<dc:creator>Anna Nowak</dc:creator><dc:date>2024-05-03T10:00:00+02:00</dc:date></item>
</rdf:RDF>"""

RSS_20 = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Zeitung</title><link>https://zeitung.example/</link><ttl>15</ttl>
<atom:link rel="hub" href="https://hub.example/"/>
<item><title>Ein &amp;quot;Titel&amp;quot; mit &lt;b&gt;Auszeichnung&lt;/b&gt;&amp;nbsp;hier</title>
<link>https://zeitung.example/a?x=1&amp;y=2</link><guid isPermaLink="false">tag:1</guid>
<description>&lt;p&gt;Kurz&lt;/p&gt;</description><content:encoded><![CDATA[<p>Lang <a href="/b">mehr</a></p>]]></content:encoded>
<pubDate>Fri, 03 May 2024 10:00:00 +0200</pubDate><category>Politik</category><category>Politik</category>
<dc:creator>Max Muster</dc:creator>
<media:content url="https://zeitung.example/k.jpg" type="image/jpeg" width="200"/>
<media:content url="https://zeitung.example/g.jpg" type="image/jpeg" width="1200"/></item>
<item><title>Ohne Zone</title><link>https://zeitung.example/2</link><pubDate>Fri, 03 May 2024 10:00:00 CEST</pubDate></item>
<item><title>Alt</title><link>https://zeitung.example/3</link><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
<item><title>Zukunft</title><link>https://zeitung.example/4</link><pubDate>Fri, 03 May 2030 10:00:00 GMT</pubDate></item>
<item><title>Ohne Adresse</title></item>
<item><title>Zweimal</title><link>https://zeitung.example/2</link></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://journal.example/">
<title>Journal</title><link rel="alternate" href="/"/><link rel="self" href="/atom"/>
<entry><id>urn:1</id><title type="html">L&amp;#39;été</title><link rel="alternate" href="un"/>
<published>2024-05-02T08:00:00Z</published><updated>2024-05-03T08:00:00Z</updated>
<author><name>Zoé</name></author><summary>Court</summary></entry></feed>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Lehti",
        "home_page_url": "https://lehti.example/",
        "language": "fi-FI",
        "items": [
            {
                "id": 7,
                "url": "/juttu/7",
                "title": "Otsikko",
                "content_text": "Yksi < kaksi\n\nKolme",
                "date_published": "2024-05-03T08:00:00+03:00",
                "authors": [{"name": "Aino"}],
                "tags": ["Kotimaa"],
                "image": "/kuva.jpg",
            },
            "not an item",
        ],
    }
)


def parsed(text: str | bytes, content_type: str | None = None, url: str = URL) -> ParsedFeed:
    return parse_feed(text if isinstance(text, bytes) else text.encode(), url=url, content_type=content_type, now=NOW)


def test_rss_091_with_doctype_encoding_and_relative_links() -> None:
    feed = parsed(RSS_091.encode("iso-8859-1"))
    assert (feed.title, feed.home, feed.language) == ("Diário", "http://diario.example/", "pt")
    entry = feed.entries[0]
    assert (entry.title, entry.url, entry.published) == (
        "Eleição em São Paulo",
        "http://diario.example/noticia/1",
        None,
    )
    assert entry.guid == entry.url


def test_rss_10() -> None:
    feed = parsed(RSS_10)
    assert feed.title == "Gazeta"
    assert feed.ttl == 1800.0
    assert feed.entries[0].authors == ("Anna Nowak",)
    assert feed.entries[0].published == datetime(2024, 5, 3, 8, 0, tzinfo=UTC)


def test_rss_20() -> None:
    feed = parsed(RSS_20)
    assert (feed.hub, feed.ttl) == ("https://hub.example/", 900.0)
    first = feed.entries[0]
    assert first.guid == "tag:1"
    assert first.url == "https://zeitung.example/a?x=1&y=2"
    assert first.title == 'Ein "Titel" mit Auszeichnung hier'
    assert first.published == datetime(2024, 5, 3, 8, 0, tzinfo=UTC)
    assert first.summary_html == "<p>Kurz</p>"
    assert "Lang" in first.content_html
    assert first.keywords == ("Politik",)
    assert first.authors == ("Max Muster",)
    assert first.image == "https://zeitung.example/g.jpg"


def test_rss_20_keeps_order_drops_absurd_dates_and_entries_without_address() -> None:
    entries = parsed(RSS_20).entries
    assert [entry.title for entry in entries[1:]] == ["Ohne Zone", "Alt", "Zukunft"]
    assert [entry.published for entry in entries[1:]] == [datetime(2024, 5, 3, 8, 0, tzinfo=UTC), None, None]


def test_atom() -> None:
    feed = parsed(ATOM)
    entry = feed.entries[0]
    assert feed.home == "https://journal.example/"
    assert (entry.guid, entry.url, entry.title) == ("urn:1", "https://journal.example/un", "L'été")
    assert entry.published == datetime(2024, 5, 2, 8, 0, tzinfo=UTC)
    assert entry.updated == datetime(2024, 5, 3, 8, 0, tzinfo=UTC)
    assert entry.authors == ("Zoé",)


def test_json_feed() -> None:
    feed = parsed(JSON, "application/feed+json")
    assert (feed.title, feed.home, feed.language) == ("Lehti", "https://lehti.example/", "fi")
    entry = feed.entries[0]
    assert (entry.guid, entry.url, entry.title) == ("7", "https://jornal.example/juttu/7", "Otsikko")
    assert entry.content_html == "<p>Yksi &lt; kaksi</p><p>Kolme</p>"
    assert entry.published == datetime(2024, 5, 3, 5, 0, tzinfo=UTC)
    assert (entry.authors, entry.keywords) == (("Aino",), ("Kotimaa",))
    assert entry.image == "https://jornal.example/kuva.jpg"


@pytest.mark.parametrize(
    "text",
    [
        '<rss version="2.0"><channel><title>Leer</title></channel></rss>',
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Leer</title></feed>',
        '{"version": "https://jsonfeed.org/version/1", "title": "Leer", "items": []}',
    ],
)
def test_feed_without_entries_is_a_feed(text: str) -> None:
    feed = parsed(text)
    assert feed.title == "Leer"
    assert feed.entries == ()


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (b"  \n\xef\xbb\xbf ", "empty"),
        (b"<!DOCTYPE html><html><body>Hei</body></html>", "web page"),
        (b"<!-- x --><html><head></head></html>", "web page"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="x"/>', "web page"),
        (b"Not found", "neither XML nor JSON"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither XML nor JSON"),
        (b'<?xml version="1.0"?><note><to/></note>', "XML, but not a feed"),
        (b'{"error": "no"}', "JSON, but not a JSON Feed"),
        (b'[{"items": []}]', "JSON, but not a JSON Feed"),
        (b'{"items": [', "broken JSON"),
        (b'<rss version="2.0"><channel><title>T', "broken feed"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, says: str) -> None:
    with pytest.raises(FeedError, match=says) as caught:
        parsed(body)
    assert URL in str(caught.value)


def test_broken_xml_gives_the_entries_that_can_be_read() -> None:
    text = RSS_20.replace("<title>Ohne Zone</title>", "<title>R&B &nbsp; <b>offen</title>").replace("</rss>", "")
    feed = parsed(text)
    assert feed.entries[0].title.startswith("Ein")
    assert len(feed.entries) >= 3


@pytest.mark.parametrize(
    ("declared", "actual", "header"),
    [
        ("utf-8", "cp1252", None),
        ("iso-8859-1", "utf-8", None),
        ("iso-8859-1", "cp1252", "text/xml"),
        ("windows-1251", "windows-1251", "text/xml; charset=windows-1251"),
        ("euc-kr", "cp949", None),
        ("gb2312", "gb18030", None),
        ("utf-16", "utf-16", None),
        ("utf-8", "utf-8-sig", "application/rss+xml; charset=iso-8859-1"),
        ("nonsense", "utf-8", "text/xml; charset=nonsense"),
    ],
)
def test_encodings_are_what_the_bytes_are(declared: str, actual: str, header: str | None) -> None:
    title = {"windows-1251": "Новости дня", "cp949": "뉴스 똠", "gb18030": "新闻 镕"}.get(actual, "Ação – “já”")
    text = (
        f'<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>{title}</title></channel></rss>'
    )
    assert parsed(text.encode(actual), header).title == title


def test_missing_declaration() -> None:
    text = '<rss version="2.0"><channel><title>Ação</title></channel></rss>'
    assert parsed(text.encode()).title == "Ação"
    assert parsed(text.encode("cp1252")).title == "Ação"


def test_entries_without_guid_or_date_have_a_stable_guid() -> None:
    text = RSS_20.replace('<guid isPermaLink="false">tag:1</guid>', "")
    assert parsed(text).entries[0].guid == "https://zeitung.example/a?x=1&y=2"


def test_external_entities_are_not_read() -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        '<rss version="2.0"><channel><item><title>a&x;b</title><link>/1</link></item></channel></rss>'
    )
    assert "root:" not in parsed(text).entries[0].title


def page(text: str) -> Page:
    return Page("https://jornal.example/politica/", text.encode(), "text/html")


def test_feeds_of_a_page_are_ranked() -> None:
    found = discover_feeds(
        page(
            """<html><head>
            <link rel="alternate" type="application/rss+xml" title="Kommentare" href="/comments/feed">
            <link rel="alternate" type="application/json" href="/wp-json/posts/1">
            <link rel="alternate" type="text/xml" href="/rss/politica">
            <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="../atom.xml">
            <link rel="alternate" hreflang="en" href="/en/"></head>
            <body><a href="/feed">RSS</a><a href="mailto:feed@jornal.example">x</a><a href="/feedback">y</a></body></html>"""
        )
    )
    assert found == [
        "https://jornal.example/atom.xml",
        "https://jornal.example/rss/politica",
        "https://jornal.example/feed",
        "https://jornal.example/comments/feed",
    ]


def test_page_without_feeds() -> None:
    assert discover_feeds(page("<p>Olá</p>")) == []
    assert discover_feeds(page("")) == []
