from __future__ import annotations

import json

import pytest

from limitedtimes.errors import ReadError
from limitedtimes.model.article import ArticleForm, BlockKind
from newspage import JAPANESE, MENU, SENTENCES, TEASERS, TITLE, article, of_kind, paragraphs, read, site, texts

S = SENTENCES
HOST = "https://talbote.example"


def ld(**said: object) -> str:
    return f"<title>{TITLE}</title><script type='application/ld+json'>{json.dumps(said)}</script>"


def page(body: str, head: str) -> str:
    return site(f"<main><h1>{TITLE}</h1>{body}</main>", head)


def entries(count: int, tag: str = "div") -> str:
    return "".join(
        f"<{tag} class='e'><time datetime='2024-05-03T10:{n:02}:00+02:00'>10:{n:02}</time><h3>Meldung {n} vom Wald</h3>"
        f"<p>{S[n % 6]} Das war Nummer {n}.</p></{tag}>"
        for n in reversed(range(count))
    )


@pytest.mark.parametrize(
    "said", [{"@type": "LiveBlogPosting", "headline": TITLE}, {"@type": "NewsArticle", "headline": TITLE}]
)
def test_a_live_blog_has_its_entries_in_order_each_under_its_time(said: dict[str, str]) -> None:
    found = read(page(f"<p>{S[0]}</p><div>{entries(8)}</div>", ld(**said)))
    assert found.form is ArticleForm.LIVE
    assert [block.text for block in of_kind(found, BlockKind.HEADING)] == [
        f"10:{n:02} Meldung {n} vom Wald" for n in reversed(range(8))
    ]
    assert texts(found)[0] == S[0]
    assert texts(found)[1:] == [
        text
        for n in reversed(range(8))
        for text in (f"10:{n:02} Meldung {n} vom Wald", f"{S[n % 6]} Das war Nummer {n}.")
    ]


def test_comments_with_times_do_not_make_a_live_blog() -> None:
    found = read(article(f"{paragraphs()}<div class='comments'>{entries(8)}</div>"))
    assert found.form is ArticleForm.ARTICLE


def test_a_column_of_short_news_is_kept_as_one_article_and_said_so() -> None:
    news = "".join(f"<h2>Meldung Nummer {n}</h2><p>{text}</p>" for n, text in enumerate(S))
    found = read(
        site(
            f"<main><article><h1>Kurz gemeldet: Nachrichten aus Bayern</h1>{news}</article></main>", "<title>x</title>"
        )
    )
    assert found.form is ArticleForm.BRIEFS
    assert [block.text for block in of_kind(found, BlockKind.PARAGRAPH)] == S


QUESTIONS = ["Wie geht es dem Wald?", "Was muss nun geschehen?", "Wer soll das bezahlen?", "Und wenn nichts geschieht?"]


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<p><b>{q}</b></p><p>{a}</p>" for q, a in zip(QUESTIONS, S, strict=False)),
        "".join(f"<p>Talbote: {q}</p><p>Eva Muster: {a}</p>" for q, a in zip(QUESTIONS, S, strict=False)),
    ],
)
def test_questions_and_answers_are_an_interview(body: str) -> None:
    found = read(article(body))
    assert found.form is ArticleForm.INTERVIEW
    assert len(texts(found)) == 8


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"<h2>{q}</h2><p>{a}</p>" for q, a in zip(QUESTIONS, S, strict=False)),
        paragraphs([*S[:3], QUESTIONS[0], *S[3:]]),
        paragraphs([f"Bayern: {S[0]}", f"Sachsen: {S[1]}", *S[2:]]),
    ],
)
def test_an_explainer_or_a_rhetorical_question_is_no_interview(body: str) -> None:
    assert read(article(body)).form is ArticleForm.ARTICLE


@pytest.mark.parametrize("text", [f"<p>{S[0]}</p>", ""])
def test_a_video_page_is_read_with_the_words_that_it_has(text: str) -> None:
    head = ld(**{"@type": "VideoObject", "name": TITLE}) + f"<meta name='description' content='{S[0]}'>"
    found = read(page(f"<video src='/v.mp4'></video>{text}", head))
    assert found.form is ArticleForm.VIDEO
    assert [*([found.lead] if found.lead else []), *texts(found)] == [S[0]]


def test_a_report_with_a_video_is_an_article() -> None:
    head = ld(**{"@type": "NewsArticle", "headline": TITLE, "video": {"@type": "VideoObject"}})
    assert read(page(paragraphs(S * 2), head)).form is ArticleForm.ARTICLE


def test_many_pictures_with_few_words_are_a_gallery() -> None:
    shown = "".join(
        f"<figure><img src='/baum-{n}-im-wald.jpg'><figcaption>Ein Baum im Mai {n}.</figcaption></figure>"
        for n in range(8)
    )
    found = read(article(f"<p>{S[0]}</p>{shown}<p>{S[1]}</p>"))
    assert found.form is ArticleForm.GALLERY
    assert len(found.pictures) == 8


@pytest.mark.parametrize(
    "said",
    [
        S[:2],
        JAPANESE[:2],
        ["Am Freitag hat die Stadt die Brücke über die Ilz wieder freigegeben.", "Das teilte das Amt mit."],
    ],
)
def test_news_of_two_sentences_are_read(said: list[str]) -> None:
    assert texts(read(article(paragraphs(said)))) == said


def teaser(n: int, text: str) -> str:
    return f"<div class='t'><h3><a href='/politik/meldung-{n}'>Die Überschrift der Meldung {n} aus Bayern</a></h3><p>{text}</p></div>"


def card(n: int, text: str) -> str:
    return (
        f"<article><a href='/politik/meldung-{n}'><img src='/{n}.jpg'></a><div><a href='/politik/meldung-{n}'>Die Überschrift der "
        f"Meldung {n}</a></div><p>{text}</p></article>"
    )


def row(n: int, text: str) -> str:
    return f"<li><a href='/politik/meldung-{n}'><h2>Die Überschrift der Meldung {n}</h2></a><div>{text}</div></li>"


INDEX = {
    "teasers": "".join(teaser(n, S[n % 6]) for n in range(12)),
    "cards": "".join(card(n, S[n % 6]) for n in range(12)),
    "rows": "<ul>" + "".join(row(n, S[n % 6]) for n in range(12)) + "</ul>",
    "links": "".join(
        f"<p><a href='/politik/meldung-{n}'>Die lange Überschrift der Meldung {n}</a></p>" for n in range(20)
    ),
    "long summaries": "".join(teaser(n, S[n % 6] + " " + S[(n + 1) % 6]) for n in range(12)),
}


@pytest.mark.parametrize("path", ["/politik", "/thema/wald", "/suche?q=wald", "/2024/05/", "/seite-2.html"])
@pytest.mark.parametrize("index", INDEX)
def test_pages_of_links_to_articles_are_refused(index: str, path: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(site(f"<main><h1>Politik</h1>{INDEX[index]}</main>", "<title>Politik - Talbote</title>"), HOST + path)
    assert caught.value.code == "not_article"


@pytest.mark.parametrize("path", ["/", "/de/", "/index.html", "/home", ""])
def test_front_pages_are_refused_whatever_stands_on_them(path: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(site(f"<main>{paragraphs()}</main>", "<title>Talbote</title>"), HOST + path)
    assert caught.value.code == "not_article"


def test_a_page_that_says_it_is_a_collection_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read(page(paragraphs(), ld(**{"@type": "CollectionPage"})))
    assert caught.value.code == "not_article"


RELATED = "<aside><h3>Mehr</h3>" + "".join(teaser(n, "Kurz erzählt.") for n in range(8)) + "</aside>"
ARTICLES = {
    "related teasers below": paragraphs() + RELATED,
    "links in every sentence": "".join(f"<p>{text} Mehr steht <a href='/politik/bericht-{n}'>in diesem langen Bericht dazu</a>.</p>" for n, text in enumerate(S)),
    "a teaser between paragraphs": paragraphs(S[:2]) + teaser(1, "Kurz erzählt.") + paragraphs(S[2:]),
    "short news among many links": paragraphs(S[:2]) + "<div>" + INDEX["links"] + "</div>",
    "news in brief, each with a link": "".join(f"<h2>Meldung {n}</h2><p>{text}</p><p><a href='/m/{n}'>Zum ganzen Bericht über den Wald</a></p>" for n, text in enumerate(S)),
}  # fmt: skip


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("kind", ARTICLES)
def test_no_article_is_refused(kind: str, declared: bool) -> None:
    said = ld(**{"@type": "NewsArticle", "headline": TITLE}) if declared else f"<title>{TITLE} - Talbote</title>"
    found = read(page(ARTICLES[kind], said))
    assert found.title == TITLE
    assert S[0] in " ".join(texts(found))


def test_menus_and_teasers_alone_are_no_article() -> None:
    with pytest.raises(ReadError):
        read(f"<html><body>{MENU}{TEASERS}</body></html>")
