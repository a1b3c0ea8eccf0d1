from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.model.article import Article, ArticleState, Block, BlockKind, Mark, MarkKind, Picture, Reason
from limitedtimes.model.translation import Candidate, Engine, Flag, SentenceState, TranslatedSentence
from limitedtimes.rules.guards import Judged
from limitedtimes.rules.translation import amended, assemble, is_kept, no_model, placed, plan, sentences, verdict

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
TODO = ("Porto", "Título.", "Com duas frases.", "O lead.", "Primeira frase.", "Segunda frase.", "A legenda.")


def answers(*texts: str) -> dict[str, Judged]:
    return {text: Judged(Candidate(f"EN {text}"), ()) for text in texts}


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


@pytest.mark.parametrize(("note", "kind"), [("split", "split"), ("unfinished", "omission")])
def test_what_the_engine_notes_becomes_a_remark(note: str, kind: str) -> None:
    one = Article(url="", title="Olá", language="pt")
    translation = assemble(one, plan(one), {"Olá": Judged(Candidate("Hi", notes=(note, "unknown")), ())}, engine=ENGINE)
    assert [flag.kind for flag in translation.title.flags] == [kind]


WHOLE = Article(url="", title="Um dois. 3! Três", language="pt")
PARTS = {
    "Um dois.": Judged(
        Candidate("One two.", (((0, 2), (0, 3)), ((3, 8), (4, 8))), confidence=0.9),
        (Flag("number", "m", (0, 2), (0, 3)), Flag("omission", "o", (3, 7))),
    ),
    "Três": Judged(Candidate("Three", (((0, 4), (0, 5)),), confidence=0.7), (Flag("number", "m", (0, 4), (0, 5)),)),
}


def whole(**changed: Judged | None) -> TranslatedSentence:
    """The title of two sentences and a number between, put together."""
    known = {text: judged for text, judged in {**PARTS, **changed}.items() if judged}
    return assemble(WHOLE, plan(WHOLE), known, engine=ENGINE, failed=frozenset(PARTS).difference(known)).title


def test_a_unit_of_several_sentences_has_its_words_aligned_where_they_stand() -> None:
    title = whole()
    assert title.translation == "One two. 3! Three"
    assert title.alignment is not None
    pairs = [(title.source[slice(*source)], title.translation[slice(*target)]) for source, target in title.alignment]
    assert pairs == [("Um", "One"), ("dois.", "two."), ("3!", "3!"), ("Três", "Three")]


def test_the_remarks_on_a_unit_speak_of_the_right_words() -> None:
    title = whole()
    assert title.translation is not None
    spoken = [(title.source[slice(*flag.source)], flag.target) for flag in title.flags if flag.source]
    assert spoken == [("Um", (0, 3)), ("dois", None), ("Três", (12, 17))]
    assert title.translation[12:17] == "Three"


def test_a_unit_is_as_sure_as_its_least_sure_sentence() -> None:
    assert whole().confidence == 0.7
    assert whole(Três=Judged(Candidate("Three"), ())).confidence is None


def test_a_unit_is_aligned_only_if_all_of_it_is() -> None:
    assert whole(Três=Judged(Candidate("Three"), ())).alignment is None


def test_a_unit_with_a_failed_sentence_has_neither_words_nor_remarks_on_them() -> None:
    title = whole(Três=None)
    assert (title.state, title.translation, title.flags, title.alignment) == (SentenceState.FAILED, None, (), None)


def test_what_the_guards_say_and_how_sure_the_engine_is_goes_with_the_sentence() -> None:
    flag = Flag("number", "m", (0, 1), (0, 1))
    one = Article(url="", title="Olá", language="pt")
    judged = Judged(Candidate("Hi", confidence=0.5, notes=("split",)), (flag,))
    title = assemble(one, plan(one), {"Olá": judged}, engine=ENGINE).title
    assert (title.confidence, [each.kind for each in title.flags]) == (0.5, ["number", "split"])


def test_an_owners_words_stand_above_everything_else() -> None:
    owners = {text: Candidate(f"OWN {text}", confidence=1.0) for text in ("Segunda frase.", ARTICLE.title, "1.234")}
    done = assemble(ARTICLE, plan(ARTICLE), answers(*TODO), engine=ENGINE, corrected=owners)
    assert done.title.translation == f"OWN {ARTICLE.title}"
    assert [[one.translation for one in block] for block in done.blocks] == [
        ["EN Primeira frase.", "OWN Segunda frase."],
        [],
        ["EN Porto"],
        ["OWN 1.234"],
    ]
    corrected = done.blocks[0][1]
    assert (corrected.state, corrected.confidence, corrected.flags) == (SentenceState.TRANSLATED, None, ())


def test_an_owners_words_make_good_what_failed() -> None:
    known = answers(*(text for text in TODO if text != "Título."))
    done = assemble(
        ARTICLE,
        plan(ARTICLE),
        known,
        engine=ENGINE,
        failed=frozenset({"Título."}),
        corrected={ARTICLE.title: Candidate("OWN")},
    )
    assert verdict(ARTICLE, done) == (ArticleState.COMPLETE, None)


def test_an_owner_may_correct_every_sentence_and_every_unit() -> None:
    assert set(plan(ARTICLE).texts) == {*TODO, "1.234", ARTICLE.title}


def test_every_sentence_has_a_place_that_finds_it_in_the_json() -> None:
    done = assemble(ARTICLE, plan(ARTICLE), answers(*TODO), engine=ENGINE)
    places = dict(placed(done))
    assert list(places) == ["kicker", "title", "lead", "0.0", "0.1", "2.0", "3.0", "caption.0"]
    assert places["0.1"] is done.blocks[0][1]
    assert list(places.values()) == list(sentences(done))


def test_amending_changes_a_sentence_wherever_it_stands_and_nothing_else() -> None:
    done = assemble(ARTICLE, plan(ARTICLE), answers(*TODO), engine=ENGINE)
    new = amended(done, "Porto", "Harbour")
    assert (new.kicker, new.blocks[2][0]) == (
        TranslatedSentence("Porto", (0, 5), "Harbour", SentenceState.TRANSLATED),
        TranslatedSentence("Porto", (0, 5), "Harbour", SentenceState.TRANSLATED),
    )
    unchanged = [place for place, one in placed(new) if one == dict(placed(done))[place]]
    assert unchanged == ["title", "lead", "0.0", "0.1", "3.0", "caption.0"]


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


def quoting(language: str | None, span: tuple[int, int], article_language: str | None = "pt") -> Article:
    text = "Ele riu. That was it. E saiu."
    block = Block(BlockKind.QUOTE, text, (Mark(MarkKind.LANGUAGE, span, language=language),))
    return Article(
        url="", title="That was it.", language=article_language, blocks=(block, Block(BlockKind.PARAGRAPH, "Fim."))
    )


def test_a_foreign_quote_is_kept_and_the_rest_is_translated() -> None:
    article = quoting("en", (9, 21))
    cut = plan(article)
    assert cut.todo == ("That was it.", "Ele riu.", "E saiu.", "Fim.")
    done = assemble(article, cut, answers(*cut.todo), engine=ENGINE)
    assert [(one.translation, one.state) for one in done.blocks[0]] == [
        ("EN Ele riu.", SentenceState.TRANSLATED),
        ("That was it.", SentenceState.KEPT),
        ("EN E saiu.", SentenceState.TRANSLATED),
    ]
    assert done.title.translation == "EN That was it."
    assert verdict(article, done) == (ArticleState.COMPLETE, None)


@pytest.mark.parametrize(
    ("article", "kept"),
    [
        (quoting("en", (9, 21)), ["That was it."]),
        (quoting("en", (0, 29)), ["Ele riu.", "That was it.", "E saiu."]),
        (quoting("en", (9, 15)), []),
        (quoting("pt-BR", (0, 29)), []),
        (quoting(None, (0, 29)), []),
        (quoting("en", (0, 29), None), []),
    ],
)
def test_only_whole_sentences_in_another_language_are_kept(article: Article, kept: list[str]) -> None:
    done = assemble(article, plan(article), {}, engine=None)
    assert [one.source for one in done.blocks[0] if one.state is SentenceState.KEPT] == kept


def test_the_owner_may_translate_a_foreign_quote() -> None:
    article = quoting("fr", (9, 21))
    done = assemble(article, plan(article), {}, engine=None, corrected={"That was it.": Candidate("So it was.")})
    assert done.blocks[0][1].translation == "So it was."
