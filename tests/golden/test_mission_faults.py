"""The faults of the mission's page do not happen again: each in ten paraphrases, and on the sample article itself."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from limitedtimes.demo.press.content import SampleArticle, load_press
from limitedtimes.engines import Engines
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.linewise import translate_lines
from limitedtimes.model.article import Page
from limitedtimes.model.translation import Candidate
from limitedtimes.rules.guards import judge
from limitedtimes.rules.guards.case import Case
from limitedtimes.rules.guards.edit import edit
from limitedtimes.rules.names import Names
from limitedtimes.rules.names.key import key
from limitedtimes.rules.names.spelling import unify
from limitedtimes.rules.translation import plan

Example = dict[str, Any]

FAULTS: dict[str, list[Example]] = tomllib.loads(
    Path(__file__).with_name("mission_faults.toml").read_text(encoding="utf-8")
)
JUDGED = [(fault, example) for fault, examples in FAULTS.items() if fault != "furniture" for example in examples]


def names_of(example: Example) -> Names:
    spellings = {key(name, "en"): name for name in example.get("known", ())}
    return Names(spellings, frozenset(example.get("kept", ())))


def kinds(example: Example, translation: str) -> list[str]:
    """What is flagged in a sentence, and what is flagged because the archive knows its names."""
    source, language, names = example["source"], example["language"], names_of(example)
    flags = judge(Case(source, Candidate(translation), language, names=names))
    (respelt,) = unify([(source, Candidate(translation))], language, names)
    return [flag.kind for flag in (*flags, *(repair.flag for repair in respelt))]


def name_of(value: object) -> str:
    return value["source"][:40] if isinstance(value, dict) else str(value)


def test_there_are_ten_paraphrases_of_each_fault() -> None:
    assert {fault: len(examples) for fault, examples in FAULTS.items()} == dict.fromkeys(FAULTS, 10)


@pytest.mark.parametrize(("fault", "example"), JUDGED, ids=name_of)
def test_a_fault_is_flagged_for_what_it_is(fault: str, example: Example) -> None:
    assert {"outlet": "name"}.get(fault, fault) in kinds(example, example["bad"])


@pytest.mark.parametrize(
    ("example", "good"), [(example, good) for _, example in JUDGED for good in example["good"]], ids=name_of
)
def test_a_good_translation_is_not_flagged(example: Example, good: str) -> None:
    assert kinds(example, good) == []


@pytest.mark.parametrize("example", [example for example in FAULTS["name"] if "known" in example], ids=name_of)
def test_a_name_gets_the_spelling_that_the_archive_knows(example: Example) -> None:
    bad = Candidate(example["bad"])
    (repairs,) = unify([(example["source"], bad)], example["language"], names_of(example))
    assert edit(bad, repairs).candidate.text == example["good"][0]


@pytest.mark.parametrize("example", FAULTS["furniture"], ids=lambda example: example["label"])
def test_what_a_button_says_is_never_translated(example: Example) -> None:
    label = example["label"]
    paragraphs = "".join(f"<p>{block.text}</p>" for block in sample().blocks)
    figure = f"<figure><img src='/porto.jpg' width='900' height='600'><button>{label}</button><figcaption>O porto. <a href='/porto.jpg'>{label}</a></figcaption></figure>"
    page = f"<html lang='pt'><head><title>Título</title></head><body><article><h1>Título</h1>{figure}{paragraphs}<p>{label}</p></article></body></html>"
    article = read_page(
        Page("https://example.org/1", page.encode(), "text/html; charset=utf-8"),
        language="pt",
        detector=Py3LangidDetector(),
    )
    todo = plan(article).todo
    assert "O porto." in todo
    assert not [sentence for sentence in todo if label in sentence]


@cache
def sample() -> SampleArticle:
    (found,) = (article for article in load_press().articles if article.slug == "putin-fala-em-milhares-de-mortos")
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The sample article in English, as it would be printed."""
    article = sample()
    texts = [article.title, article.lead or "", *(block.text for block in article.blocks)]
    engines = Engines(tmp_path_factory.mktemp("models"))
    return "\n".join(line.translation for line in translate_lines(texts, engines, Py3LangidDetector(), "pt"))


def test_the_sample_article_counts_the_dead_of_each_side(printed: str) -> None:
    assert re.search(r"2,000 (?:dead|deaths|killed|people dead) (?:on|from|for) each side", printed)


def test_the_sample_article_spells_a_name_in_one_way(printed: str) -> None:
    assert set(re.findall(r"\b[NV]a[vw]aln\w+", printed)) == {"Navalny"}


def test_the_sample_article_leaves_the_magazine_its_name(printed: str) -> None:
    assert "Der Spiegel" in printed
    assert "mirror" not in printed.lower()


@pytest.mark.parametrize("figure", ["5,000", "874", "30", "63", "145,000", "1994", "27", "20", "22", "2020"])
def test_the_sample_article_loses_no_number(printed: str, figure: str) -> None:
    assert re.search(rf"(?<![\d,.]){figure}(?![\d]|,\d)", printed)


def test_the_sample_article_says_who_said_it(printed: str) -> None:
    assert re.search(
        r"each side[,”\"»]+ (?:said )?(?:the )?Russian [Pp]resident,? Vladimir Putin,? (?:said )?", printed
    )
    assert "the Norwegian said" in printed or "said the Norwegian" in printed
