"""What could be: Mozilla's registry of models.

Two public documents. The *records* (the collection ``translations-models-v2`` of Firefox's Remote Settings; its
predecessor ``translations-models`` is read too) have one record a file: its pair, kind, version, whom it is for, and the
attachment with size and SHA-256, compressed and, where it is compressed, uncompressed. The *scores* are in ``models.json`` of
mozilla/translations; the SHA-256 of the model file joins the two, as on Mozilla's own page.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import mapping, numbers, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NEWEST_FORMAT = 3  # major version of the models that this program reads; a greater one is another format
_KINDS = ("model", "vocab", "srcvocab", "trgvocab", "lex")
_ANDROID_ONLY = "env.appinfo.OS == 'Android'"
_NOT_ANDROID = "env.appinfo.OS != 'Android'"
_HASH = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"(model|vocab|srcvocab|trgvocab|lex)\.[\w.+-]+\.(?:bin|spm)")
_VERSION = re.compile(r"(\d+(?:\.\d+)*)([a-z]\d*)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?")
_SAME = {"zh-Hans": "zh"}  # the registry's name of a language, and the one by which articles ask for it
_METRICS = {"bleu": "bleu", "chrf": "chrf", "comet22": "comet"}


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a model as it lies on the mirror: ``size`` and ``sha256`` are of what is sent, ``raw_*`` of what it unpacks
    to (None: not known). ``name`` is that of the unpacked file.
    """

    kind: str
    name: str
    location: str
    size: int
    sha256: str
    raw_sha256: str | None
    raw_size: int | None

    @property
    def packed(self) -> bool:
        """Tell whether it is compressed on the mirror."""
        return self.location.endswith((".zst", ".gz"))


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that the registry has."""

    source: str
    target: str
    version: str
    channel: str
    architecture: str | None
    files: tuple[RemoteFile, ...]
    quality: Mapping[str, float] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """What is to be downloaded."""
        return sum(file.size for file in self.files)

    @property
    def model_sha256(self) -> str | None:
        """SHA-256 of the unpacked model file."""
        return next((file.raw_sha256 for file in self.files if file.kind == "model"), None)


@dataclass(frozen=True, slots=True)
class Registry:
    """The models into English that the records hold, and how many entries of theirs could not be read."""

    offers: tuple[Offer, ...]
    unreadable: int

    def find(self, language: str, *, nightly: bool = False) -> Offer | None:
        """Return the newest model for a language: a released one, or with ``nightly`` whichever is newest.

        A model for phones is the answer only where there is no other: it is smaller, and worse.
        """
        channels = ("release", "beta", "nightly", "other") if nightly else ("release",)
        code = _SAME.get(language, language)
        for wanted in (channels, ("android",)):
            found = [one for one in self.offers if one.source == code and one.channel in wanted]
            if found:
                return max(found, key=lambda one: (version_key(one.version), one.bytes))
        return None

    @property
    def languages(self) -> list[str]:
        """Languages of which there is any model into English."""
        return sorted({one.source for one in self.offers})


def version_key(version: str) -> tuple[tuple[int, ...], bool, str]:
    """Order of versions: ``1.0a1`` before ``1.0`` before ``1.1``. What is no version comes first."""
    match = _VERSION.fullmatch(version)
    if not match:
        return (), False, version
    return tuple(map(int, match[1].split("."))), match[2] is None, match[2] or ""


def parse_records(body: bytes, scores: Mapping[str, Mapping[str, float]] | None = None) -> Registry:
    """Read the records; ``scores`` are a model's by its SHA-256. Raises ModelError when the document is another one.

    A record that is not as it should be spoils its own model only; what is there besides models is none of our business.
    """
    groups: defaultdict[tuple[str, ...], list[RemoteFile]] = defaultdict(list)
    spoilt: set[tuple[str, ...]] = set()
    unreadable = 0
    for record in _data(body):
        try:
            key = _key(record)
        except (KeyError, TypeError, ValueError):
            unreadable += 1
            continue
        if key is None:
            continue
        try:
            groups[key].append(_file(record))
        except (KeyError, TypeError, ValueError):
            unreadable += 1
            spoilt.add(key)
    whole = {key: files for key, files in groups.items() if key not in spoilt and _complete(files)}
    offers = [_offer(key, files, scores or {}) for key, files in whole.items()]
    return Registry(tuple(sorted(offers, key=lambda one: (one.source, version_key(one.version)))), unreadable)


def _data(body: bytes) -> list[Any]:
    try:
        document = json.loads(body)
    except ValueError as error:
        message = f"The registry of models did not answer with JSON ({error})."
        raise ModelError(message) from error
    if not isinstance(document, dict) or not isinstance(records := document.get("data"), list):
        message = "The registry of models answered with another document than a list of records."
        raise ModelError(message)
    return records


def _key(record: Any) -> tuple[str, ...] | None:
    """Return what the files of one model have in common; None for a record of something else."""
    if not isinstance(record, dict):
        raise TypeError
    if record.get("fileType") not in _KINDS:
        return None
    old = "fromLang" in record
    source, target = (
        text(record, "fromLang" if old else "sourceLanguage"),
        record["toLang" if old else "targetLanguage"],
    )
    if target != "en":
        return None
    source = _SAME.get(source, source)
    version = text(record, "version")
    match = _VERSION.fullmatch(version)
    if not _LANGUAGE.fullmatch(source) or not match or not 1 <= int(match[1].split(".")[0]) <= _NEWEST_FORMAT:
        raise ValueError
    architecture = record.get("architecture") or record.get("variant") or ""
    return source, version, str(record.get("filter_expression") or ""), str(architecture)


def _file(record: dict[str, Any]) -> RemoteFile:
    attachment = mapping(record, "attachment")
    name, location, size = text(record, "name"), text(attachment, "location"), attachment["size"]
    raw_size = record.get("decompressedSize")
    if type(size) is not int or size <= 0 or type(raw_size) not in (int, type(None)):
        raise ValueError
    # Names and places come from elsewhere and become paths here.
    kind = _NAME.fullmatch(name)
    if not kind or kind[1] != record["fileType"] or ".." in location.split("/") or "://" in location:
        raise ValueError
    packed = location.endswith((".zst", ".gz"))
    digest = _digest(attachment, "hash")
    return RemoteFile(
        kind=kind[1],
        name=name,
        location=location,
        size=size,
        sha256=digest,
        raw_sha256=_digest(record, "decompressedHash") if "decompressedHash" in record else None if packed else digest,
        raw_size=raw_size if packed else size,
    )


def _digest(data: dict[str, Any], name: str) -> str:
    value = text(data, name).lower()
    if not _HASH.fullmatch(value):
        raise ValueError
    return value


def _complete(files: list[RemoteFile]) -> bool:
    kinds = sorted(file.kind for file in files)
    return kinds in (
        ["model", "vocab"],
        ["lex", "model", "vocab"],
        ["model", "srcvocab", "trgvocab"],
        ["lex", "model", "srcvocab", "trgvocab"],
    )


def _offer(key: tuple[str, ...], files: list[RemoteFile], scores: Mapping[str, Mapping[str, float]]) -> Offer:
    source, version, expression, architecture = key
    offer = Offer(source, "en", version, channel(expression), architecture or None, tuple(files))
    quality = scores.get(offer.model_sha256 or "", {})
    return Offer(source, "en", version, offer.channel, offer.architecture, offer.files, quality)


def channel(expression: str) -> str:
    """Whom a record is for, from its filter expression: none is everybody's release."""
    if not expression or _NOT_ANDROID in expression:
        return "release"
    if expression == _ANDROID_ONLY:
        return "android"
    channels = set(re.findall(r"env\.channel == '(\w+)'", expression))
    return "beta" if "beta" in channels else "nightly" if "nightly" in channels else "other"


def parse_scores(body: bytes) -> dict[str, dict[str, float]]:
    """Return the publisher's scores by the SHA-256 of the model. Raises ModelError when the document is another one."""
    try:
        pairs = mapping(json.loads(body), "models")
    except (ValueError, KeyError, TypeError) as error:
        message = f"What should be the scores of models is another document: {error}."
        raise ModelError(message) from error
    return dict(_scores(entry for entries in pairs.values() if isinstance(entries, list) for entry in entries))


def _scores(entries: Iterable[Any]) -> Iterable[tuple[str, dict[str, float]]]:
    for entry in entries:
        try:
            digest = _digest(mapping(mapping(entry, "files"), "model"), "uncompressedHash")
            measured = numbers(mapping(mapping(entry, "metrics"), "flores200-plus"))
        except (KeyError, TypeError, ValueError):
            continue  # a model without scores is nothing wrong
        yield digest, {_METRICS[name]: value for name, value in measured.items() if name in _METRICS}
