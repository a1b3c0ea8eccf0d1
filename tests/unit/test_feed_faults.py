"""What is wrong with feeds in the wild, a fault a test."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from limitedtimes.errors import FeedError
from limitedtimes.ingest.feeds.reader import ParsedFeed, parse_feed

if TYPE_CHECKING:
    from limitedtimes.model.article import Entry

NOW = datetime(2024, 5, 3, 12, 0, tzinfo=UTC)
URL = "https://jornal.example/rss.xml"
SPACES = (
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    ' xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(items: str, spaces: str = SPACES, channel: str = "") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {spaces}><channel><title>Jornal</title>{channel}{items}</channel></rss>'


def item(inner: str = "", title: str = "<title>Título</title>", number: int = 1) -> str:
    return f"<item>{title}<link>https://jornal.example/{number}</link>{inner}</item>"


def parsed(text: str | bytes, content_type: str | None = None, url: str = URL) -> ParsedFeed:
    return parse_feed(text if isinstance(text, bytes) else text.encode(), url=url, content_type=content_type, now=NOW)


def only(text: str | bytes) -> Entry:
    (entry,) = parsed(text).entries
    return entry


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Um &lt;b&gt;título&lt;/b&gt;", "Um título"),
        ("Um &amp;lt;b&amp;gt;título&amp;lt;/b&amp;gt;", "Um título"),
        ("<![CDATA[Um <b>título</b> &amp; mais]]>", "Um título & mais"),
        ("Um <b>título</b> &amp; mais", "Um título & mais"),
        ("AT&amp;T", "AT&T"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&T", "AT&T"),
        ("AT&T &nbsp; caf&eacute; &#8212; x", "AT&T café — x"),
        ("Why &lt;script&gt; is dangerous", "Why <script> is dangerous"),
        ("Why &amp;lt;script&amp;gt; is dangerous", "Why <script> is dangerous"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Título", "Título"),
        ("2 &lt; 3 &amp;&amp; 5 &gt; 4", "2 < 3 && 5 > 4"),
        ("don\x92t \x93x\x94", "don’t “x”"),
        ("a\x00b\x0bc&#0;d&#x1F;e", "abcde"),
        ("  Um\n  título\t ", "Um título"),
        ("Fischer&shy;h&uuml;tte", "Fischerhütte"),
        ("&#55357;x", "x"),
        ("&unknown; x", "&unknown; x"),
        ("", ""),
    ],
)
def test_titles_say_what_they_mean(written: str, title: str) -> None:
    assert only(rss(item(title=f"<title>{written}</title>"))).title == title


@pytest.mark.parametrize(
    ("kind", "written", "title"),
    [
        ("text", "AT&amp;T &lt;script&gt;", "AT&T <script>"),
        ("html", "L&amp;#39;&lt;i&gt;été&lt;/i&gt;", "L'été"),
        ("xhtml", '<div xmlns="http://www.w3.org/1999/xhtml">L\'<i>été</i> &amp; plus</div>', "L'été & plus"),
        ("", "L'été", "L'été"),
    ],
)
def test_titles_of_atom(kind: str, written: str, title: str) -> None:
    entry = only(
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="https://x.example/1"/>'
        f'<title type="{kind}">{written}</title></entry></feed>'
    )
    assert entry.title == title


@pytest.mark.parametrize(
    "broken",
    [
        rss(item() + item(number=2)).replace("</channel></rss>", ""),
        rss(item() + item(number=2)) + "</rss>lixo",
        rss(item() + item(number=2)).replace("</item>", "", 1),
        rss(item("<description><p>Um<br>dois</p></description>") + item(number=2)),
        rss(item("<description><p>Um</description>") + item(number=2)),
        rss(item("<description>Um <b>dois</description>") + item(number=2)),
        rss(item("<description>1 < 2</description>") + item(number=2)),
        rss(item("<description>Um") + item(number=2)),
        rss(item('<media:content url=https://x.example/1.jpg type="image/jpeg" url="b">') + item(number=2)),
        rss(item("<odd:thing>x</odd:thing>") + item(number=2)),
        rss(item("<![CDATA[ ]]> ]]> &") + item(number=2)),
        rss(item() + item(number=2), spaces=""),
        "<br />\n<b>Warning</b>: mysql_connect() in <b>x.php</b><br />\n" + rss(item() + item(number=2)),
        "\ufeff\n\n" + rss(item() + item(number=2)),
        "<!DOCTYPE html>" + rss(item() + item(number=2)),
        rss(item() + item(number=2)).replace("<?xml", "<?xml version='1.0'?><?xml", 1),
        rss(item() + item(number=2)).replace("rss", "RSS").replace("item", "ITEM").replace("link>", "LINK>"),
    ],
)
def test_entries_of_broken_xml_are_read(broken: str) -> None:
    assert [(entry.title, entry.url[-1]) for entry in parsed(broken).entries] == [("Título", "1"), ("Título", "2")]


def test_markup_that_stands_unescaped_in_a_text_is_the_texts_own() -> None:
    entry = only(rss(item("<description><p>Um <a href='/x'>elo</a><br>dois</p></description>")))
    assert entry.summary_html == "<p>Um <a href='/x'>elo</a><br>dois</p>"


def test_a_feed_that_was_cut_off_gives_what_came() -> None:
    whole = rss(item() + item(number=2, inner="<description>Longo</description>"))
    assert len(parsed(whole[: whole.index("Longo")]).entries) == 2
    with pytest.raises(FeedError, match="broken feed"):
        parsed(whole[: whole.index("<item>")])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-16", "Ação"),
        ("utf-16-le", "Ação"),
        ("utf-16-be", "Ação"),
        ("windows-1250", "Żółć"),
        ("windows-1251", "Новости"),
        ("windows-1253", "Ειδήσεις"),
        ("windows-1254", "Şırnak"),
        ("windows-1255", "חדשות"),
        ("windows-1256", "أخبار"),
        ("koi8-r", "Новости"),
        ("shift_jis", "新聞"),
        ("euc-jp", "新聞"),
        ("euc-kr", "뉴스"),
        ("gb18030", "新闻"),
        ("big5", "新聞"),
        ("iso-8859-15", "Œuvre €"),
    ],
)
def test_encodings(encoding: str, text: str) -> None:
    feed = rss(item(title=f"<title>{text}</title>")).replace('"1.0"', f'"1.0" encoding="{encoding}"')
    assert only(feed.encode(encoding)).title == text


@pytest.mark.parametrize(
    "content_type", ["text/html", "text/plain; charset=utf-8", "application/octet-stream", None, "x"]
)
def test_whatever_the_server_calls_it_a_feed_is_a_feed(content_type: str | None) -> None:
    assert len(parsed(rss(item()), content_type).entries) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>404</title></head></html>",
        "<!-- cache -->\n<!DOCTYPE html>\n<!-- x --><html><body>Not found</body></html>",
        "<head><title>x</title></head>",
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "<meta http-equiv=refresh content='0;url=/x'>",
        "<script>location='/x'</script>",
    ],
)
def test_error_pages_are_no_feeds(page: str) -> None:
    with pytest.raises(FeedError, match="web page"):
        parsed(page)


def test_relative_links_start_from_the_home_page_that_the_feed_names() -> None:
    text = rss("<item><title>A</title><link>/1</link></item>", channel="<link>https://outro.example/</link>")
    assert only(text).url == "https://outro.example/1"
    assert only(rss("<item><title>A</title><link>/1</link></item>")).url == "https://jornal.example/1"


def test_relative_links_start_from_xml_base() -> None:
    entry = only(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><entry xml:base="y/"><id>1</id>'
        '<link href="z"/><content type="html" xml:base="b/">&lt;a href="c"&gt;d&lt;/a&gt;</content></entry></feed>'
    )
    assert entry.url == "https://a.example/x/y/z"
    assert entry.content_html == '<base href="https://a.example/x/y/b/"><a href="c">d</a>'


@pytest.mark.parametrize(
    ("inner", "url"),
    [
        ("<guid>https://a.example/1</guid>", "https://a.example/1"),
        ('<guid isPermaLink="true">https://a.example/1</guid>', "https://a.example/1"),
        ('<atom:link rel="alternate" href="https://a.example/1"/>', "https://a.example/1"),
        ('<link/><atom:link href="https://a.example/1"/>', "https://a.example/1"),
        ('<link href="https://a.example/1"/>', "https://a.example/1"),
        ("<link><![CDATA[ https://a.example/1?a=1&b=2 ]]></link>", "https://a.example/1?a=1&b=2"),
        ("<link>https://a.example/1?a=1&b=2</link>", "https://a.example/1?a=1&b=2"),
        (
            "<link>https://feeds.example/x</link><feedburner:origLink>https://a.example/1</feedburner:origLink>",
            "https://a.example/1",
        ),
    ],
)
def test_the_address_of_an_entry(inner: str, url: str) -> None:
    assert only(rss(f"<item><title>A</title>{inner}</item>")).url == url


def test_of_several_links_the_page_is_taken() -> None:
    entry = only(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link rel="self" href="https://a.example/self"/>'
        '<link rel="alternate" type="application/json" href="https://a.example/1.json"/>'
        '<link rel="alternate" type="text/html" href="https://a.example/1"/>'
        '<link rel="enclosure" type="image/jpeg" href="https://a.example/1.jpg"/></entry></feed>'
    )
    assert (entry.url, entry.image) == ("https://a.example/1", "https://a.example/1.jpg")


def test_a_guid_that_all_entries_share_names_none_of_them() -> None:
    feed = parsed(rss(item("<guid>0</guid>") + item("<guid>0</guid>", number=2) + item("<guid>x</guid>", number=3)))
    assert [entry.guid for entry in feed.entries] == ["https://jornal.example/1", "https://jornal.example/2", "x"]


def test_an_entry_that_is_repeated_comes_once_as_it_came_first() -> None:
    feed = parsed(rss(item("<guid>a</guid>") + item("<guid>a</guid>", title="<title>Antigo</title>")))
    assert [entry.title for entry in feed.entries] == ["Título"]


@pytest.mark.parametrize(
    ("inner", "authors"),
    [
        ("<author>ana@a.example (Ana Sá)</author>", ("Ana Sá",)),
        ("<author>Ana Sá &lt;ana@a.example&gt;</author>", ("Ana Sá",)),
        ("<author>ana@a.example</author>", ()),
        ("<dc:creator><![CDATA[Ana Sá]]></dc:creator><dc:creator>Rui</dc:creator>", ("Ana Sá", "Rui")),
        ("<itunes:author>Ana Sá</itunes:author>", ("Ana Sá",)),
        ("<atom:author><atom:name>Ana Sá</atom:name><atom:email>x@y</atom:email></atom:author>", ("Ana Sá",)),
        ("<author><name>Ana Sá</name></author>", ("Ana Sá",)),
    ],
)
def test_authors(inner: str, authors: tuple[str, ...]) -> None:
    assert only(rss(item(inner))).authors == authors


def test_categories_of_every_kind() -> None:
    entry = only(
        rss(
            item(
                '<category domain="https://a.example/tags">Política</category><dc:subject>Europa</dc:subject>'
                '<atom:category term="t" label="Rótulo" scheme="s"/><category>https://schemas.example/#post</category>'
                "<media:keywords>mar, rio</media:keywords><category>Política</category>"
            )
        )
    )
    assert entry.keywords == ("Política", "Rótulo", "Europa", "mar", "rio")


@pytest.mark.parametrize(
    ("inner", "image"),
    [
        ('<enclosure url="/1.jpg" type="image/jpeg" length="1"/>', "https://jornal.example/1.jpg"),
        ('<enclosure url="/1.mp3" type="audio/mpeg"/>', None),
        (
            '<media:thumbnail url="/s.jpg" width="90"/><media:thumbnail url="/l.jpg" width="900"/>',
            "https://jornal.example/l.jpg",
        ),
        (
            '<media:group><media:content url="/s.jpg" medium="image" width="90"/>'
            '<media:content url="/l.jpg" medium="image" width="900"/></media:group>',
            "https://jornal.example/l.jpg",
        ),
        (
            '<media:content url="/v.mp4" type="video/mp4"><media:thumbnail url="/t.jpg"/></media:content>',
            "https://jornal.example/t.jpg",
        ),
        ('<itunes:image href="/i.jpg"/>', "https://jornal.example/i.jpg"),
        ("<image><url>https://a.example/i.jpg</url><title>x</title></image>", "https://a.example/i.jpg"),
        (
            "<description>&lt;img src='/p.gif' width='1'&gt;&lt;img src='/b.jpg'&gt;</description>",
            "https://jornal.example/b.jpg",
        ),
    ],
)
def test_the_picture_of_an_entry(inner: str, image: str | None) -> None:
    assert only(rss(item(inner))).image == image


@pytest.mark.parametrize(
    "spaces",
    [
        'xmlns:media="http://search.yahoo.com/mrss" xmlns:content="http://purl.org/rss/1.0/modules/content"',
        'xmlns:media="https://search.yahoo.com/MRSS/" xmlns:content="urn:unknown"',
        "",
    ],
)
def test_misdeclared_namespaces(spaces: str) -> None:
    inner = '<media:content url="/1.jpg" medium="image"/><content:encoded>&lt;p&gt;Longo&lt;/p&gt;</content:encoded>'
    entry = only(rss(item(inner), spaces=spaces))
    assert (entry.image, entry.content_html) == ("https://jornal.example/1.jpg", "<p>Longo</p>")


def test_a_title_of_a_picture_or_of_the_source_is_not_the_entrys() -> None:
    entry = only(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><entry><id>1</id>'
        '<source><title>Outro</title><link href="https://outro.example/"/></source><media:group><media:title>Foto</media:title>'
        '</media:group><title>Título</title><link href="https://a.example/1"/></entry></feed>'
    )
    assert (entry.title, entry.url) == ("Título", "https://a.example/1")


@pytest.mark.parametrize(
    ("summary", "html"),
    [
        ("Texto simples\n\nDois", "<p>Texto simples</p><p>Dois</p>"),
        ("&lt;p&gt;Um&lt;/p&gt;", "<p>Um</p>"),
        ("&amp;lt;p&amp;gt;Um&amp;lt;/p&amp;gt;", "<p>Um</p>"),
        ("<![CDATA[<p>Um & dois</p>]]>", "<p>Um & dois</p>"),
    ],
)
def test_summaries_become_html_once(summary: str, html: str) -> None:
    assert only(rss(item(f"<description>{summary}</description>"))).summary_html == html


def test_languages_of_a_feed_and_of_its_entries() -> None:
    feed = parsed(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt-PT"><entry xml:lang="es"><id>1</id><link href="https://a.example/1"/>'
        '</entry><entry><id>2</id><link href="https://a.example/2"/></entry></feed>'
    )
    assert (feed.language, [entry.language for entry in feed.entries]) == ("pt", ["es", None])
    assert (
        parsed(rss(item("<dc:language>gl</dc:language>"), channel="<dc:language>pt</dc:language>")).entries[0].language
        == "gl"
    )


@pytest.mark.parametrize(
    ("dates", "hour"),
    [
        (("Fri, 03 May 2024 09:00:00 +0300", "Fri, 03 May 2024 10:00:00"), 7),
        (("Fri, 03 May 2024 10:00:00", "Fri, 03 May 2024 10:00:00"), 10),
    ],
)
def test_a_date_without_a_zone_has_that_of_the_dates_before_it(dates: tuple[str, str], hour: int) -> None:
    items = "".join(item(f"<pubDate>{text}</pubDate>", number=n) for n, text in enumerate(dates))
    assert parsed(rss(items)).entries[1].published == datetime(2024, 5, 3, hour, tzinfo=UTC)


def test_or_that_of_the_outlets_country() -> None:
    (entry,) = parsed(rss(item("<pubDate>2024-05-03 10:00:00</pubDate>")), url="https://zeitung.de/rss").entries
    assert entry.published == datetime(2024, 5, 3, 8, tzinfo=UTC)


def test_hub_and_self_are_what_websub_needs() -> None:
    feed = parsed(
        rss(item(), channel='<atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="/rss"/>')
    )
    assert (feed.hub, feed.self_url) == ("https://hub.example/", "https://jornal.example/rss")
