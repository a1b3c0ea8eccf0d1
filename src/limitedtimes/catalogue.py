"""The owner's models: what is here, what could be, and the way from one to the other."""

from __future__ import annotations

import contextlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from limitedtimes.errors import LimitedTimesError, UsageError
from limitedtimes.nmt import install
from limitedtimes.nmt.confidence import is_calibrated
from limitedtimes.nmt.download import Patience, read
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import sha256_of
from limitedtimes.nmt.models import LICENCE, NAME, survey
from limitedtimes.nmt.registry import parse_records, parse_scores, version_key
from limitedtimes.rules.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from limitedtimes.nmt.models import Model, Survey
    from limitedtimes.nmt.registry import Offer, Registry
    from limitedtimes.settings import Settings

_SHORT = Patience(silence=8.0, stall=20.0)  # for documents: somebody waits
_LARGEST_DOCUMENT = 50_000_000  # bytes; the records have 1 MB
_RELEASED = ("release", "android")


@dataclass(frozen=True, slots=True)
class Checked:
    """One model after a check of all its files; ``error`` is a sentence, None when all is well."""

    source: str
    model: str
    error: str | None


@contextmanager
def _stated() -> Iterator[None]:
    try:
        yield
    except ModelError as error:
        raise LimitedTimesError(str(error)) from error


def here(settings: Settings) -> Survey:
    """Return what is here, whole and broken."""
    return survey(settings.models)


def registry(settings: Settings) -> Registry:
    """Ask what could be. Raises LimitedTimesError when the registry cannot be had."""
    if not settings.models_registry:
        message = (
            "No registry of models is set (LIMITEDTIMES_MODELS_REGISTRY): use `limitedtimes models add --from DIR`."
        )
        raise LimitedTimesError(message)
    with _stated():
        records = read(settings.models_registry, limit=_LARGEST_DOCUMENT, patience=_SHORT)
        return parse_records(records, _scores(settings))


def _scores(settings: Settings) -> dict[str, dict[str, float]]:
    """The published quality; none when it cannot be had, since models are as good without."""
    if settings.models_scores:
        with contextlib.suppress(ModelError):
            return parse_scores(read(settings.models_scores, limit=_LARGEST_DOCUMENT, patience=_SHORT))
    return {}


def offers(settings: Settings) -> tuple[list[Offer], str | None]:
    """Return the newest released model of each language, and the newest nightly one where that is newer.

    The second value is a remark for the owner: why the registry could not be asked, or that part of it cannot be read.
    """
    try:
        known = registry(settings)
    except LimitedTimesError as error:
        return [], f"What could be had is not known: {error}" if settings.models_registry else None
    found = []
    for language in known.languages:
        released, newest = known.find(language), known.find(language, nightly=True)
        found += [one for one in (released, newest if newest != released else None) if one]
    remark = f"{known.unreadable} entries of the registry are for another version of this program."
    return found, remark if known.unreadable else None


def not_here(known: Survey, found: Sequence[Offer]) -> list[Offer]:
    """Return the offers whose model is not here."""
    have = {(model.source, sha256_of(model.model)) for model in known.models}
    return [offer for offer in found if (offer.source, offer.model_sha256) not in have]


def newer(known: Survey, found: Sequence[Offer], languages: Sequence[str] = ()) -> list[Offer]:
    """Return the offers that are newer than what was downloaded; of ``languages``, any that is not here."""
    versions = {
        model.source: (model.manifest.version, model.manifest.channel in _RELEASED)
        for model in known.models
        if model.manifest and model.manifest.version
    }
    missing = not_here(known, found)
    found = []
    for offer in missing:
        version, released = versions.get(offer.source, (None, True))
        wanted = offer.source in languages if languages else version is not None
        if (
            wanted
            and (offer.channel in _RELEASED or not released)
            and version_key(offer.version) > version_key(version or "")
        ):
            found.append(offer)
    return found


def wanted(known: Registry, language: str, *, nightly: bool) -> Offer:
    """Return the model to install for a language. Raises LimitedTimesError that says why there is none."""
    for code in dict.fromkeys((language, language.split("-", 1)[0].lower())):
        if offer := known.find(code, nightly=nightly):
            return offer
        if known.find(code, nightly=True):
            message = f"The model for {language_name(code)} is not released yet: add --nightly to have it all the same."
            raise LimitedTimesError(message)
    message = (
        f"There is no model for {language_name(language)} into English; `limitedtimes models list` shows what there is."
    )
    raise LimitedTimesError(message)


def add(settings: Settings, offer: Offer, report: Callable[[int], None]) -> Model:
    """Download and install a model; ``report`` is told of bytes. Raises LimitedTimesError."""
    with _stated():
        return install.install(offer, settings.models, mirror=settings.models_mirror, report=report)


def add_from(settings: Settings, place: Path) -> list[Model]:
    """Install the models that a folder holds. Raises LimitedTimesError."""
    with _stated():
        return install.install_from(place, settings.models)


def remove(settings: Settings, language: str) -> None:
    """Remove a language's model. Raises LimitedTimesError where there is none to remove."""
    with _stated():
        if NAME.fullmatch(f"{language}-en") and install.remove(settings.models, language):
            return
    if any(model.source == language for model in here(settings).models):
        message = f"The {language_name(language)} model came with the program, and stays."
        raise LimitedTimesError(message)
    message = f"There is no model for {language} here. `limitedtimes models list` shows what is."
    raise UsageError(message)


def verify(settings: Settings) -> list[Checked]:
    """Check every file of every model against its known hash; where none is known, read them as the engine does."""
    known = here(settings)
    broken = [Checked(one.source, one.folder.name, one.error) for one in known.broken]
    return sorted([*map(_checked, known.models), *broken], key=lambda one: one.source)


def _checked(model: Model) -> Checked:
    try:
        model.verify()
        if not model.expected:
            install.check(model)
    except ModelError as error:
        return Checked(model.source, model.name, str(error))
    return Checked(model.source, model.name, None)


def licence(model: Model) -> str | None:
    """SPDX name of a model's licence; None where it is not known."""
    return LICENCE if model.carried else model.manifest.licence if model.manifest else None


def model_json(model: Model) -> dict[str, Any]:
    """Return a model that is here as JSON."""
    known = model.manifest
    return {
        "source": model.source,
        "target": model.target,
        "here": True,
        "model": model.name,
        "version": known.version if known else None,
        "channel": known.channel if known else None,
        "architecture": model.architecture,
        "bytes": model.bytes,
        "licence": licence(model),
        "quality": known.quality if known else {},
        "calibrated": is_calibrated(model.source, model.target),
        "sha256": model.sha256,
        "origin": model.origin,
    }


def offer_json(offer: Offer) -> dict[str, Any]:
    """Return a model that could be had as JSON, with the fields of one that is here."""
    return {
        "source": offer.source,
        "target": offer.target,
        "here": False,
        "model": None,
        "version": offer.version,
        "channel": offer.channel,
        "architecture": offer.architecture,
        "bytes": offer.bytes,
        "licence": LICENCE,
        "quality": dict(offer.quality),
        "calibrated": is_calibrated(offer.source, offer.target),
        "sha256": None,
        "origin": None,
    }
