from __future__ import annotations

import importlib.util
import math
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from limitedtimes.rules.edition import TOPICS
from limitedtimes.semantics.embed import DIMENSION, StaticEmbedder
from limitedtimes.semantics.topics import WEIGHTS, TopicClassifier, bag, document, softmax

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
CLASSIFIER = TopicClassifier(StaticEmbedder())


def told(title: str, text: str = "") -> str:
    chances = CLASSIFIER.probabilities(title, text)
    assert chances is not None
    return max(chances, key=chances.__getitem__)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The training command, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("train_topics", ROOT / "tools" / "train_topics.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Silent:
    """An embedder to which no text says anything."""

    dimension = DIMENSION

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.zeros((len(texts), DIMENSION), dtype=np.float32)


@pytest.mark.parametrize(
    ("topic", "title", "text"),
    [
        ("politics", "Chancellor loses confidence vote", "Deputies of the coalition abstained; elections in March."),
        ("conflict", "Army and rebels fight over bridge", "Artillery fire was heard all night near the front."),
        ("economy", "Retail group's profit halves", "Shares fell 7 percent after the quarterly results."),
        ("crime_law", "Jury convicts man of killing", "The judge sentenced him to 22 years in prison."),
        ("disaster", "Quake brings down houses", "Rescuers dig in the rubble for survivors."),
        ("health", "Clinics short of vaccine", "Doctors report more patients with measles."),
        ("science_technology", "Probe lands on comet", "Scientists await data from its instruments."),
        ("environment", "Lynx returns to forest", "Conservationists had fought for the habitat."),
        ("education", "Pupils to learn two languages", "Teachers ask for smaller classes in primary schools."),
        ("labour", "Tram drivers walk out", "The union rejected the employer's pay offer."),
        ("society", "Families share one room", "Migrants wait for housing; poverty has grown."),
        ("lifestyle", "The best apple cake", "Mix butter and sugar, bake for 40 minutes, serve with cream."),
        ("culture_arts", "Director shoots second film", "The actress plays a singer; cinemas show it in May."),
        ("religion", "Bishop celebrates mass", "The faithful prayed in the cathedral."),
        ("human_interest", "Lost cat comes home by train", "Its owner, 80, wept with joy when she saw it."),
        ("weather", "Showers and sunny spells", "Forecasters expect 17 degrees and gusts of wind."),
        ("sport", "Keeper saves two penalties", "The hosts reach the semi-final of the cup."),
    ],
)
def test_each_topic_is_told(topic: str, title: str, text: str) -> None:
    assert told(title, text) == topic


def test_probabilities_add_up_to_one_over_all_topics() -> None:
    chances = CLASSIFIER.probabilities("Army and rebels fight over bridge", "")
    assert chances is not None
    assert set(chances) == set(TOPICS)
    assert math.isclose(sum(chances.values()), 1, abs_tol=1e-5)


@pytest.mark.parametrize(
    "text", [" \n ", "?! …", "x", "习近平在北京会见了法国总统"], ids=["empty", "marks", "letter", "Chinese"]
)
def test_a_text_without_a_word_that_is_known_is_not_judged(text: str) -> None:
    assert CLASSIFIER.probabilities("", text) is None


def test_a_text_that_has_no_direction_is_not_judged() -> None:
    assert TopicClassifier(Silent()).probabilities("Keeper saves two penalties", "") is None


@pytest.mark.parametrize("text", ["日本の首相が辞任", "\ud800", "x" * 1_000_000, "0" * 10_000, "Zażółć gęślą jaźń"])
def test_no_text_is_too_strange(text: str) -> None:
    chances = CLASSIFIER.probabilities(text, text)
    assert chances is None or math.isclose(sum(chances.values()), 1, abs_tol=1e-5)


def test_ends_of_lines_and_of_the_headline_change_nothing() -> None:
    assert document("Rain.", "Wind\n\nand  hail") == document("Rain", "Wind and hail") == "Rain. Wind and hail"
    assert document(" ", "Wind") == "Wind"


def test_a_bag_has_length_one_and_knows_only_known_words() -> None:
    rarity = {"goal": 2.0, "keeper": 4.0}
    words = bag("Unheard of: a goal, and another goal past the keeper", rarity)
    assert set(words) == {"goal", "keeper"}
    assert math.isclose(math.hypot(*words.values()), 1)
    assert bag("nothing", rarity) == {}


def test_softmax_stands_large_logits() -> None:
    assert softmax(np.array([[1e4, 0.0], [0.0, 0.0]])).tolist() == [[1.0, 0.0], [0.5, 0.5]]


# -- training ----------------------------------------------------------------------------------------------------------


def test_training_gives_the_shipped_weights_again(tool: ModuleType) -> None:
    text, _ = tool.train()
    assert text == WEIGHTS.read_text(encoding="utf-8")


def test_every_topic_has_a_hundred_examples_of_its_own(tool: ModuleType) -> None:
    found: list[tuple[str, str]] = tool.examples()
    count = {topic: sum(topic == of for of, _ in found) for topic in TOPICS}
    assert min(count.values()) >= 100
    assert {topic for topic, _ in found} == set(TOPICS)
    assert len({text for _, text in found}) == len(found)


def test_an_example_is_judged_as_if_it_had_been_left_out(tool: ModuleType) -> None:
    random = np.random.default_rng(5)
    features, targets = random.normal(size=(12, 4)), random.normal(size=(12, 2))
    _, unseen = tool.fit(features, targets)
    for left in range(12):
        weights, _ = tool.fit(np.delete(features, left, 0), np.delete(targets, left, 0))
        assert np.allclose(features[left] @ weights, unseen[left])
