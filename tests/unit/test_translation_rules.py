from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, ArticleState, Block, BlockKind, Picture, Reason
from limitedtimes.model.translation import Candidate, Engine, SentenceState
from limitedtimes.rules.translation import assemble, is_kept, no_model, plan, sentences, verdict

ENGINE = Engine("e 1", "m", "0" * 64)
ARTICLE = Article(
    url="https://a.example/1",
    title="Título. Com duas frases.",
    kicker="Porto",
    lead="O lead.",
    language="pt",
    blocks=(
        Block(BlockKind.PARAGRAPH, "Primeira frase. Segunda frase."),
        Block(BlockKind.PICTURE, image=0),
        Block(BlockKind.HEADING, "Porto", level=2),
        Block(BlockKind.PARAGRAPH, "1.234"),
    ),
    pictures=(Picture("https://a.example/p.jpg", "A legenda."), Picture("https://a.example/q.jpg")),
)
TODO = ("Título.", "Com duas frases.", "Porto", "O lead.", "Primeira frase.", "Segunda frase.", "A legenda.")


def answers(*texts: str) -> dict[str, Candidate]:
    return {text: Candidate(f"EN {text}") for text in texts}


def test_the_plan_has_the_articles_shape_and_names_each_sentence_once() -> None:
    cut = plan(ARTICLE)
    assert cut.todo == TODO
    assert [len(block) for block in cut.blocks] == [2, 0, 1, 1]
    assert [len(caption) for caption in cut.captions] == [1, 0]


def test_everything_translated_is_complete() -> None:
    translation = assemble(ARTICLE, plan(ARTICLE), answers(*TODO), engine=ENGINE)
    assert translation.title.translation == "EN Título. EN Com duas frases."
    assert translation.title.span == (0, len(ARTICLE.title))
    assert [[one.translation for one in block] for block in translation.blocks] == [
        ["EN Primeira frase.", "EN Segunda frase."],
        [],
        ["EN Porto"],
        ["1.234"],
    ]
    assert translation.blocks[3][0].state is SentenceState.KEPT
    assert translation.captions[0] is not None
    assert translation.captions[1] is None
    assert translation.engine == ENGINE
    assert verdict(ARTICLE, translation) == (ArticleState.COMPLETE, None)


def test_every_sentence_stands_once_and_in_order() -> None:
    translation = assemble(ARTICLE, plan(ARTICLE), answers(*TODO), engine=ENGINE)
    for block, done in zip(ARTICLE.blocks, translation.blocks, strict=True):
        assert [block.text[slice(*one.span)] for one in done] == [one.source for one in done]
        assert [one.span for one in done] == sorted(one.span for one in done)


def test_a_failed_sentence_makes_the_article_partial_and_says_how_many() -> None:
    known = answers(*(text for text in TODO if text != "Segunda frase."))
    translation = assemble(ARTICLE, plan(ARTICLE), known, engine=ENGINE, failed=frozenset({"Segunda frase."}))
    assert translation.blocks[0][1].state is SentenceState.FAILED
    assert translation.blocks[0][1].translation is None
    state, reason = verdict(ARTICLE, translation)
    assert (state, reason) == (
        ArticleState.PARTIAL,
        Reason("sentences", "1 of 8 sentences could not be translated."),
    )


def test_a_title_of_which_a_half_failed_has_no_half_translation() -> None:
    known = answers(*(text for text in TODO if text != "Título."))
    translation = assemble(ARTICLE, plan(ARTICLE), known, engine=ENGINE, failed=frozenset({"Título."}))
    assert translation.title.state is SentenceState.FAILED
    assert translation.title.translation is None


def test_nothing_translated_because_everything_failed_is_failed() -> None:
    bare = Article(url="", title="Olá", language="pt", blocks=(Block(BlockKind.PARAGRAPH, "Uma frase."),))
    translation = assemble(bare, plan(bare), {}, engine=None, failed=frozenset({"Olá", "Uma frase."}))
    assert verdict(bare, translation)[0] is ArticleState.FAILED


def test_without_a_model_the_article_is_untranslated() -> None:
    german = Article(url="", title="Guten Tag", language="de", blocks=(Block(BlockKind.PARAGRAPH, "Ein Satz."),))
    state, reason = verdict(german, assemble(german, plan(german), {}, engine=None))
    assert state is ArticleState.UNTRANSLATED
    assert reason == Reason("no_model", "no model for German, `limitedtimes models add de`")


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("de", "no model for German, `limitedtimes models add de`"),
        ("de-AT", "no model for German (Austria), `limitedtimes models add de`"),
        ("zh-Hant", "no model for Chinese (Traditional), `limitedtimes models add zh`"),
        (None, "the language could not be told"),
    ],
)
def test_the_reason_says_what_to_do(language: str | None, message: str) -> None:
    assert no_model(language).message == message


def test_what_the_outlet_keeps_back_makes_the_article_partial() -> None:
    paywall = Reason("paywall", "behind the paywall")
    half = Article(
        url="", title="Olá", language="pt", blocks=(Block(BlockKind.PARAGRAPH, "Uma frase."),), partial=paywall
    )
    done = assemble(half, plan(half), answers("Olá", "Uma frase."), engine=ENGINE)
    assert verdict(half, done) == (ArticleState.PARTIAL, paywall)


def test_a_title_without_a_text_is_failed() -> None:
    gone = Reason("http_404", "could not be read: gone")
    bare = Article(url="", title="Olá", language="pt", partial=gone)
    assert verdict(bare, assemble(bare, plan(bare), answers("Olá"), engine=ENGINE)) == (ArticleState.FAILED, gone)


def test_an_english_article_keeps_its_sentences() -> None:
    english = Article(url="", title="Hello", language="en-GB", blocks=(Block(BlockKind.PARAGRAPH, "One. Two."),))
    assert plan(english).todo == ()
    translation = assemble(english, plan(english), {}, engine=None)
    assert {one.state for one in sentences(translation)} == {SentenceState.KEPT}
    assert [one.translation for one in sentences(translation)] == ["Hello", "One.", "Two."]
    assert verdict(english, translation) == (ArticleState.COMPLETE, None)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("1.234,56", True),
        ("22/10/2020 – 18:45", True),
        ("https://example.org/a?b=c", True),
        ("www.example.org", True),
        ("redaccao@example.org", True),
        ("@utilizador #lisboa", True),
        ("😀 …", True),
        ("", True),
        ("Lisboa", False),
        ("às 18h", False),
        ("Leia em https://example.org", False),
        ("日本", False),
    ],
)
def test_what_has_no_words_is_kept(text: str, *, kept: bool) -> None:
    assert is_kept(text, "pt") is kept


def test_a_sentence_that_was_split_carries_a_remark() -> None:
    one = Article(url="", title="Olá", language="pt")
    translation = assemble(one, plan(one), {"Olá": Candidate("Hi", notes=("split", "unknown"))}, engine=ENGINE)
    assert [flag.kind for flag in translation.title.flags] == ["split"]


@given(texts=st.lists(st.text(max_size=60), max_size=6), title=st.text(max_size=40))
def test_whatever_the_text_nothing_is_lost_and_no_article_is_half_complete(texts: list[str], title: str) -> None:
    article = Article(
        url="", title=title, language="pt", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    )
    cut = plan(article)
    translation = assemble(article, cut, answers(*cut.todo), engine=ENGINE)
    assert verdict(article, translation) == (ArticleState.COMPLETE, None)
    for text, block in zip(texts, translation.blocks, strict=True):
        assert "".join(one.source for one in block).split() == text.split() or "".join(
            "".join(one.source.split()) for one in block
        ) == "".join(text.split())
    if cut.todo:
        lacking = assemble(article, cut, answers(*cut.todo[1:]), engine=ENGINE, failed=frozenset(cut.todo[:1]))
        assert verdict(article, lacking)[0] in (ArticleState.PARTIAL, ArticleState.FAILED)
