from __future__ import annotations

from datetime import UTC, datetime

import pytest

from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.ingest.page.moments import date_span, without_date
from limitedtimes.model.article import Article, Page
from limitedtimes.rules.bylines import is_sentence, read_byline, says_by

_NOW = datetime(2024, 6, 1, tzinfo=UTC)
_URL = "https://talbote.example/ort/bruecke-1"
_MORE = (
    "<p>Das teilte das zuständige Amt am Vormittag mit, nachdem die Arbeiten an den Pfeilern abgeschlossen waren.</p>"
    "<p>Fußgänger und Radfahrer dürfen die Brücke schon länger wieder benutzen, nun folgen auch die Autos.</p>"
)


def read(body: str, url: str = _URL, head: str = "") -> Article:
    page = f"<html lang='de'><head><title>Brücke an der Ilz ist offen</title>{head}</head><body>{body}</body></html>"
    return read_page(Page(url, page.encode(), "text/html"), language="de", detector=Py3LangidDetector(), now=_NOW)


@pytest.mark.parametrize(
    "first",
    [
        "Die Brücke über die Ilz bei Hals ist seit Freitag wieder offen.",
        "Di Maio ist zurückgetreten.",
        "Von Montag an fahren dort wieder Busse.",
        "Von Passau nach Hals fahren wieder Busse.",
        "Par ailleurs bleibt die Straße gesperrt.",
        "De regering treedt af.",
        "Oleh war der Erste auf der Brücke.",
        "Daniela kam als Erste.",
        "Avenue und Platz bleiben gesperrt.",
    ],
)
def test_a_first_paragraph_is_never_a_byline_and_never_lost(first: str) -> None:
    article = read(f"<article><h1>Brücke an der Ilz ist offen</h1><p>{first}</p>{_MORE}</article>")
    assert first in [article.lead, *(block.text for block in article.blocks)]
    assert article.authors == ()


@pytest.mark.parametrize(
    "text",
    [
        "Argentinier stehen nach dem Sieg im Halbfinale",
        "Montag, den 1. Mai bis einschließlich Sonntag",
        "10",
        "08",
        "Apr 19",
        "Aug. 17",
        "Tuesday",
        "mittwoch",
        "talbote.example.de",
        "Tal Wire",
        "Ediciones del Valle",
        "Learn all about our policy",
        "今日午後に市内の橋が再び開通しました",
        "강 위의 다리가 다시 열렸다.",
        "One Two Three Four Five Six Seven Eight",
    ],
)
def test_numbers_dates_outlets_and_sentences_are_nobody(text: str) -> None:
    assert read_byline(text).authors == ()


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Anna Berg Senior Oslo Correspondent", ("Anna Berg",)),
        ("EVA MUSTER Envoyés spéciaux à Lyon", ("EVA MUSTER",)),
        ("Jón Jónsson skrifar frá Ósló", ("Jón Jónsson",)),
        ("Eva Muster talbote.com Archive", ("Eva Muster",)),
        ("Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("María del Carmen de la Fuente", ("María del Carmen de la Fuente",)),
        ("Eva d'Amico", ("Eva d'Amico",)),
        ("Plácido Domingo", ("Plácido Domingo",)),
    ],
)
def test_names_keep_their_small_words_and_lose_posts(text: str, authors: tuple[str, ...]) -> None:
    assert read_byline(text).authors == authors


@pytest.mark.parametrize("text", ["By Eva Muster", "Door Jan de Vries", "Av Kari Nordmann", "Von: kesm", "Von dpa"])
def test_a_line_that_says_by_names_somebody(text: str) -> None:
    assert says_by(text)


@pytest.mark.parametrize("text", ["Von Montag an", "Por Madrid", "Par ailleurs", "by the way", "Di Maio dimesso"])
def test_a_preposition_alone_says_nobody(text: str) -> None:
    assert not says_by(text)


@pytest.mark.parametrize("text", ["bell hooks", "Eva Muster", "محمد بن سلمان", "ジョン・スミス"])
def test_names_are_no_sentences(text: str) -> None:
    assert not is_sentence(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Eva Muster Tuesday, Aug. 17, 2010", "Eva Muster"),
        ("Eva Muster | 3 mai 2017 à 10h05", "Eva Muster"),
        ("Eva Muster, 03.05.2017, 10:05", "Eva Muster"),
        ("2017年5月3日 王小明", "王小明"),
        ("Plácido Domingo", "Plácido Domingo"),
    ],
)
def test_a_byline_is_read_without_its_date(text: str, rest: str) -> None:
    assert without_date(text) == rest


@pytest.mark.parametrize("text", ["Mai Nguyen", "3 Tote im Mai", "Room 2010", "May 4"])
def test_what_lacks_day_month_or_year_is_no_date(text: str) -> None:
    assert date_span(text) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("<p>Mittwoch, 3. Mai 2017</p>", (2017, 5, 3)),
        ("<p>Passau | 3 de mayo de 2017 | 10:05</p>", (2017, 5, 3)),
        ("<div>2017年5月3日 10:05</div>", (2017, 5, 3)),
        ("<span>Submitted on Wed, 2017-05-03 13:49</span>", (2017, 5, 3)),
        ("<abbr class='published' title='2017-05-03T10:05:00Z'>vor einer Stunde</abbr>", (2017, 5, 3)),
        ("<div class='updated' title='2017-05-03T1005Z'>May 3</div>", (2017, 5, 3)),
    ],
)
def test_a_date_near_the_headline_is_found_without_a_mark(line: str, day: tuple[int, int, int]) -> None:
    article = read(f"<article><h1>Brücke an der Ilz ist offen</h1>{line}{_MORE}</article>")
    assert article.published is not None
    assert (article.published.year, article.published.month, article.published.day) == day


def test_a_date_in_a_sentence_or_a_comment_is_not_the_articles() -> None:
    said = "<p>Das Gesetz trat am 3. Mai 2010 in Kraft.</p><div class='comments'><p>Otto, 4. Mai 2011</p></div>"
    assert read(f"<article><h1>Brücke an der Ilz ist offen</h1>{_MORE}{said}</article>").published is None


def test_the_address_tells_the_day_where_nothing_else_does() -> None:
    article = read(
        f"<article><h1>Brücke an der Ilz ist offen</h1>{_MORE}</article>", "https://talbote.example/2012/10/27/bruecke"
    )
    assert article.published == datetime(2012, 10, 27, tzinfo=UTC)


def test_people_of_comments_are_not_the_authors() -> None:
    comment = "<div><span class='comment_author'>Otto Leser</span> findet das gut.</div>"
    assert read(f"<article><h1>Brücke an der Ilz ist offen</h1>{_MORE}</article>{comment}").authors == ()


@pytest.mark.parametrize("line", ["Di Mario Rossi", "di Mario Rossi", "By Mario Rossi | May 3, 2017"])
def test_a_line_behind_the_headline_tells_who_wrote(line: str) -> None:
    article = read(f"<article><h1>Brücke an der Ilz ist offen</h1><p>{line}</p>{_MORE}</article>")
    assert article.authors == ("Mario Rossi",)


def test_the_sites_logo_is_no_headline() -> None:
    logo = "<h1 class='logo'><a href='/'>Brücke</a></h1>"
    article = read(f"{logo}<article><h1>Brücke an der Ilz ist wieder offen</h1>{_MORE}</article>")
    assert article.title == "Brücke an der Ilz ist wieder offen"


@pytest.mark.parametrize(
    "above", ["Email", "Main Content", "7-minute read", "来源：某某网", "Episode #42", "Ort 3. Mai 2017, 10:05 Uhr"]
)
def test_what_stands_above_the_headline_for_other_ends_is_no_kicker(above: str) -> None:
    assert read(f"<article><p>{above}</p><h1>Brücke an der Ilz ist offen</h1>{_MORE}</article>").kicker is None


def test_a_section_behind_the_title_that_the_menu_names_is_left_out() -> None:
    menu = "<nav><a href='/politik'>정치</a></nav>"
    title = "<meta property='og:title' content='강 위의 다리가 다시 열렸다-정치ㅣ탈보테'><meta property='og:site_name' content='탈보테'>"
    assert read(f"{menu}<article>{_MORE}</article>", head=title).title == "강 위의 다리가 다시 열렸다"


def test_an_agency_with_its_place_signs_behind_the_headline() -> None:
    article = read(f"<article><h1>Brücke an der Ilz ist offen</h1><div>AFP, PASSAU</div>{_MORE}</article>")
    assert (article.authors, article.agencies) == ((), ("AFP",))


def test_a_colon_that_only_a_screen_reader_says_stays_between_kicker_and_headline() -> None:
    heading = "<h1><span>Verkehr in Passau<span class='visually-hidden'>:</span></span> <span>Brücke ist wieder offen</span></h1>"
    assert read(f"<article>{heading}{_MORE}</article>").title == "Verkehr in Passau: Brücke ist wieder offen"
