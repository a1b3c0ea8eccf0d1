"""Our engine, fxtranslate and a plain NumPy network translate with the same weights."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

import fxtranslate
import numpy as np
import pytest

import marian_files
import nmt_reference
from limitedtimes.nmt import marian, models
from limitedtimes.nmt.shortlist import Shortlist
from limitedtimes.nmt.translator import Translator
from limitedtimes.nmt.vocabulary import EOS, UNKNOWN, Vocabulary, words
from marian_files import ARCHITECTURES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from limitedtimes.nmt.models import Model

# How far ahead the best word must be at every step for fxtranslate to choose it, too: it rounds to int8 at the same places.
CLOSE = {"int8": 0.3, "float32": 0.02}
# ... and for our engine, which rounds the inner layers more finely.
CLEAR = {"int8": 1.5, "float32": 0.02}


@dataclass(frozen=True)
class Case:
    """A model of random weights, and what NumPy makes of some sentences with it."""

    model: Model
    precision: marian_files.Precision
    joint: bool
    copying: bool
    source: Vocabulary
    target: Vocabulary
    shortlist: Shortlist | None
    reference: nmt_reference.Reference
    sentences: Sequence[str]

    def allowed(self, ids: Sequence[int]) -> NDArray[np.int32]:
        everything = np.arange(self.target.size, dtype=np.int32)
        allowed = self.shortlist.allowed(ids) if self.shortlist else everything
        return np.delete(allowed, UNKNOWN)  # the first ones are always there

    @cached_property
    def engine(self) -> Translator:
        return Translator(self.model, threads=1)

    @cached_property
    def steps(self) -> dict[str, list[nmt_reference.Step]]:
        """What NumPy chooses for each sentence."""
        found = {}
        for sentence in self.sentences:
            ids = [*self.source.encode(sentence).ids, EOS]
            found[sentence] = self.reference.translate(ids, allowed=self.allowed(ids), longest=2 * len(ids))
        return found

    @cached_property
    def beginnings(self) -> dict[str, str]:
        """The translations up to the first step where two words are close."""
        found = {}
        for sentence, steps in self.steps.items():
            clear = takewhile(lambda step: step.margin > CLOSE[self.precision] and step.id != EOS, steps)
            found[sentence] = self.target.decode([step.id for step in clear]).text
        return found

    @cached_property
    def clear(self) -> dict[str, str]:
        """The translations that come to an end, with the best word clearly ahead all along."""
        return {
            sentence: self.beginnings[sentence]
            for sentence, steps in self.steps.items()
            if steps[-1].id == EOS and min(step.margin for step in steps) > CLEAR[self.precision]
        }


@pytest.fixture(scope="module")
def made() -> dict[tuple[object, ...], Case]:
    """The cases that there are already."""
    return {}


@pytest.fixture(params=sorted(ARCHITECTURES))
def architecture(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["int8", "float32"])
def precision(request: pytest.FixtureRequest) -> marian_files.Precision:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=[(True, True), (True, False), (False, True), (False, False)], ids=str)
def case(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    made: dict[tuple[object, ...], Case],
    architecture: str,
    precision: marian_files.Precision,
) -> Case:
    joint, copying = request.param
    key = (architecture, precision, joint, copying)
    if key not in made:
        made[key] = make_case(tmp_path_factory.mktemp("model"), architecture, precision, joint=joint, copying=copying)
    return made[key]


def make_case(
    folder: Path, architecture: str, precision: marian_files.Precision, *, joint: bool, copying: bool
) -> Case:
    marian_files.write_model(
        folder, "xxen", architecture, precision, joint=joint, with_shortlist=copying, copying=copying, seed=3
    )
    model = models.of_folder(folder, "xx")
    source, target = Vocabulary(model.source_vocabulary), Vocabulary(model.target_vocabulary)
    shortlist = Shortlist(model.shortlist, source.size, target.size, joint=joint) if model.shortlist else None
    reference = nmt_reference.Reference(marian.read(model.model), quantised=precision == "int8")
    text = marian_files.PORTUGUESE if joint else marian_files.JAPANESE
    return Case(model, precision, joint, copying, source, target, shortlist, reference, text.strip().split("\n")[:6])


def load_fxtranslate(model: Model) -> fxtranslate.Translator:
    return fxtranslate.Translator(
        model.model.read_bytes(),
        model.source_vocabulary.read_bytes(),
        model.target_vocabulary.read_bytes(),
        model.shortlist.read_bytes() if model.shortlist else None,
    )


def test_fxtranslate_says_what_the_reference_says(case: Case) -> None:
    if case.precision == "float32" and not case.joint:
        pytest.skip("fxtranslate 0.5.0 panics on float32 models with two vocabularies")
    peer = load_fxtranslate(case.model)
    found = {sentence: peer.translate(sentence).strip() for sentence in case.sentences}
    others = [sentence for sentence, text in case.clear.items() if found[sentence] != text]
    others += [sentence for sentence, text in case.beginnings.items() if not found[sentence].startswith(text)]
    # What decides between two words of the source can be close although the word it leads to is clear.
    assert len(set(others)) <= (1 if case.precision == "int8" else 0)
    assert sum(map(len, case.beginnings.values())) > 30


def test_the_engine_says_what_the_reference_says(case: Case) -> None:
    found = [best.text for best, *_ in case.engine.translate(list(case.clear))]
    # What it has nothing to say to it gives back as it is.
    expected = [text or sentence for sentence, text in case.clear.items()]
    others = [text for text, other in zip(found, expected, strict=True) if text != other]
    assert len(others) <= (1 if case.precision == "int8" else 0)
    assert len(case.clear) >= (5 if case.copying else 0)


def test_the_engine_gives_the_probabilities_of_the_reference(case: Case) -> None:
    engine = case.engine
    pairs = [
        (sentence, best.text)
        for sentence, (best, *_) in zip(case.sentences, engine.translate(case.sentences), strict=True)
        if not best.kept
    ]
    differences: list[float] = []
    for (sentence, text), forced in zip(pairs, engine.force(pairs), strict=True):
        ids, wanted = ([*one.ids, EOS] for one in (case.source.encode(sentence), case.target.encode(text)))
        allowed = np.union1d(case.allowed(ids), wanted).astype(np.int32)
        steps = case.reference.translate(ids, allowed=allowed, forced=wanted, longest=len(wanted))
        assert len(forced.log_probabilities) == len(steps)
        differences += np.abs(np.subtract(forced.log_probabilities, [step.log_probability for step in steps])).tolist()
    if case.precision == "float32":
        assert max(differences) < 0.01
    else:
        # Rounding to int8 differs at other places by half a step, which random networks do not forgive.
        assert np.median(differences) < 0.6


def test_a_model_that_copies_aligns_each_word_with_itself(tmp_path: Path, precision: marian_files.Precision) -> None:
    case = make_case(tmp_path, "base", precision, joint=True, copying=True)
    clear = [sentence for sentence, text in case.clear.items() if text == sentence]
    assert len(clear) >= 4
    for sentence, (best, *_) in zip(clear, case.engine.translate(clear), strict=True):
        assert best.text == sentence
        assert [pair for pair in best.alignment if pair[0] != pair[1]] == []
        assert [source for source, _ in best.alignment] == words(sentence)


@pytest.fixture(scope="module")
def english_portuguese(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """The other direction, that the same package carries beside the one we install."""
    folder = tmp_path_factory.mktemp("en-pt")
    for path in next(models.carried().folder.parent.glob("enpt-*")).iterdir():
        (folder / path.name).symlink_to(path)
    return models.of_folder(folder, "en")


PORTUGUESE = marian_files.PORTUGUESE.strip().split("\n")
ENGLISH = marian_files.ENGLISH.strip().split("\n")


def check_real(model: Model, sentences: Sequence[str], least: float) -> None:
    """Texts are mostly the same, and the engine finds the other's text nearly as probable as its own.

    Sentences with characters that the vocabulary does not have are left out: fxtranslate drops those.
    """
    vocabulary = Vocabulary(model.source_vocabulary)
    known = [sentence for sentence in sentences if UNKNOWN not in vocabulary.encode(sentence).ids]
    assert len(known) > len(sentences) / 2
    peer, engine = load_fxtranslate(model), Translator(model)
    own = [best for best, *_ in engine.translate(known)]
    other = [peer.translate(sentence).strip() for sentence in known]
    assert np.mean([best.text == text for best, text in zip(own, other, strict=True)]) >= least
    forced = engine.force(list(zip(known, other, strict=True)))
    behind = [
        np.mean(best.log_probabilities) - np.mean(there.log_probabilities)
        for best, there in zip(own, forced, strict=True)
    ]
    assert np.mean(behind) < 0.1


def test_the_published_model_says_what_fxtranslate_says() -> None:
    check_real(models.carried(), PORTUGUESE, 0.5)


def test_the_published_model_of_the_other_direction_says_what_fxtranslate_says(english_portuguese: Model) -> None:
    check_real(english_portuguese, ENGLISH, 0.5)


@pytest.mark.shared
@pytest.mark.parametrize("language", ["por", "eng"])
def test_real_news_is_translated_as_fxtranslate_does(shared: Path, english_portuguese: Model, language: str) -> None:
    sentences = (shared / "data" / "ntrex" / f"{language}.txt").read_text(encoding="utf-8").split("\n")[:60]
    check_real(models.carried() if language == "por" else english_portuguese, sentences, 0.3)


def test_the_published_model_gives_the_probabilities_of_the_reference() -> None:
    model = models.carried()
    reference = nmt_reference.Reference(marian.read(model.model))
    vocabulary = Vocabulary(model.source_vocabulary)
    shortlist = Shortlist(model.shortlist, vocabulary.size, vocabulary.size, joint=True) if model.shortlist else None
    assert shortlist
    engine = Translator(model, threads=1)
    for source, target in zip(PORTUGUESE[:2], ENGLISH[:2], strict=True):
        ids, wanted = [*vocabulary.encode(source).ids, EOS], [*vocabulary.encode(target).ids, EOS]
        allowed = shortlist.allowed(ids)
        allowed = np.union1d(allowed[allowed != UNKNOWN], wanted).astype(np.int32)
        steps = reference.translate(ids, allowed=allowed, forced=wanted, longest=len(wanted))
        (forced,) = engine.force([(source, target)])
        differences = np.subtract(forced.log_probabilities, [step.log_probability for step in steps])
        assert np.abs(differences).mean() < 0.3
