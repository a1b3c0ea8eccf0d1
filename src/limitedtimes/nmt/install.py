"""Puts models into the folder of models, and takes them away: whole or not at all, however many processes try at once.

What is on its way lies in ``.incoming`` beside the models, so that the last step is a rename. Whoever installs or removes
a pair holds the pair's lock file, which the kernel releases when its holder dies: what a killed process left is gone on
from, or cleaned away, by the next one that comes for this pair.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from limitedtimes.nmt import manifest as manifests
from limitedtimes.nmt import models
from limitedtimes.nmt.download import LARGEST, Patience, fetch, roomy, unpack
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import Manifest, sha256_of
from limitedtimes.nmt.models import LICENCE, NAME, Model, of_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from limitedtimes.nmt.download import Report
    from limitedtimes.nmt.registry import Offer, RemoteFile

    Check = Callable[[Model], None]

_INCOMING = ".incoming"
_FILE = re.compile(r"((?:model|vocab|srcvocab|trgvocab|lex)\.(?:[\w-]+\.)*(?:bin|spm))(?:\.gz|\.zst)?")
_PAIR_IN_NAME = re.compile(r"model\.([a-z]{2,3})(en)\.")


def check(model: Model) -> None:
    """Read every file of a model as the engine will. Raises ModelError that names the one that is no good."""
    # NumPy and SentencePiece, which only those who install should load.
    from limitedtimes.nmt import marian  # noqa: PLC0415
    from limitedtimes.nmt.shortlist import Shortlist  # noqa: PLC0415
    from limitedtimes.nmt.vocabulary import Vocabulary  # noqa: PLC0415

    config = marian.read(model.model).config
    sizes = (config.source_vocabulary, config.target_vocabulary)
    for path, size in zip((model.source_vocabulary, model.target_vocabulary), sizes, strict=True):
        if Vocabulary(path).size > size:
            message = f"The vocabulary {path} has more words than the model {model.model.name}: it is another model's."
            raise ModelError(message)
    if model.shortlist:
        Shortlist(model.shortlist, *sizes, joint=config.joint)


def install(
    offer: Offer, folder: Path, *, mirror: str, report: Report, patience: Patience | None = None, checked: Check = check
) -> Model:
    """Download, verify and install a model; return it. One that is here already is left as it is. Raises ModelError."""
    pair = f"{offer.source}-{offer.target}"
    with _locked(folder, pair):
        known = _here(folder, pair, {file.name: file.raw_sha256 for file in offer.files})
        if known:
            _clean(folder, pair)
            return known
        incoming = _incoming(folder, pair, offer.version)
        for file in offer.files:
            _obtain(file, incoming, mirror, report, patience)
        manifest = Manifest(
            source=offer.source,
            target=offer.target,
            files={file.name: sha256_of(incoming / file.name) for file in offer.files},
            origin=mirror,
            installed_at=_now(),
            version=offer.version,
            channel=offer.channel,
            architecture=offer.architecture,
            licence=LICENCE,
            quality=dict(offer.quality),
        )
        return _appear(folder, pair, incoming, manifest, checked)


def _obtain(file: RemoteFile, incoming: Path, mirror: str, report: Report, patience: Patience | None) -> None:
    """Have one verified file in ``incoming``; a download that was cut off is gone on from."""
    target = incoming / file.name
    if target.exists() and file.raw_sha256 and sha256_of(target) == file.raw_sha256:
        report(file.size)
        return
    ending = ".zst" if file.location.endswith(".zst") else ".gz" if file.packed else ""
    part = incoming / f"{file.sha256}.part{ending}"
    url = f"{mirror.rstrip('/')}/{file.location}"
    fetch(url, part, size=file.size, sha256=file.sha256, report=report, patience=patience)
    if file.packed:
        unpack(part, target, limit=file.raw_size or LARGEST)
        part.unlink()
    else:
        part.rename(target)
    if file.raw_sha256 and (digest := sha256_of(target)) != file.raw_sha256:
        target.unlink()
        message = f"{url} does not unpack to what the registry names: the SHA-256 is {digest}. Nothing was installed."
        raise ModelError(message)


def install_from(place: Path, folder: Path, *, checked: Check = check) -> list[Model]:
    """Install the models into English that a folder holds, itself or in folders of its own; return them.

    Takes files as Mozilla publishes them, ``.gz`` and ``.zst`` too, and folders of another machine's models. Every file is
    validated before it appears. Raises ModelError.
    """
    if not place.is_dir():
        message = f"{place} is no folder."
        raise ModelError(message)
    found = [one for one in [place, *sorted(place.iterdir())] if one.is_dir() and _files_in(one)]
    into_english = {one: source for one in found if (source := _source_of(one))}
    if not into_english:
        message = (
            f"{place} holds no model into English: a model is a folder like `de-en` with the files"
            " model.deen.intgemm.alphas.bin, vocab.deen.spm and lex.50.50.deen.s2t.bin."
        )
        raise ModelError(message)
    return [_install_folder(one, source, folder, checked) for one, source in into_english.items()]


def _install_folder(place: Path, source: str, folder: Path, checked: Check) -> Model:
    pair = f"{source}-en"
    known = manifests.read(place)
    files = _files_in(place)
    kinds = {name.split(".")[0] for name in files}
    if "vocab" not in kinds and not kinds >= {"srcvocab", "trgvocab"}:
        message = (
            f"{place} holds no vocabulary (vocab.*.spm, or srcvocab.*.spm and trgvocab.*.spm): copy the whole model."
        )
        raise ModelError(message)
    with _locked(folder, pair):
        incoming = _incoming(folder, pair, "from")
        for name, path in files.items():
            unpack(path, incoming / name)
        hashes = {path.name: sha256_of(path) for path in sorted(incoming.iterdir())}
        if known and (wrong := [name for name, digest in known.files.items() if hashes.get(name) != digest]):
            message = f"{place / wrong[0]} is not the file that its model.json names; copy the model again."
            raise ModelError(message)
        if here := _here(folder, pair, hashes):
            shutil.rmtree(incoming)
            return here
        manifest = Manifest(
            source=source,
            target="en",
            files=hashes,
            origin=known.origin if known else f"the folder {place.resolve()}",
            installed_at=_now(),
            version=known.version if known else None,
            channel=known.channel if known else None,
            architecture=known.architecture if known else None,
            licence=known.licence if known else None,
            quality=known.quality if known else {},
        )
        return _appear(folder, pair, incoming, manifest, checked)


def _files_in(place: Path) -> dict[str, Path]:
    """The files of a model in a folder by their unpacked names; of two forms of one file the plain one counts."""
    found = {}
    for path in sorted(place.iterdir(), reverse=True):
        match = _FILE.fullmatch(path.name)
        if match and path.is_file():
            found[match[1]] = path
    weights = [name for name in found if name.startswith("model.")]
    if len(weights) > 1:
        # Training leaves others beside the one that is published.
        for name in weights:
            if not name.endswith(".intgemm.alphas.bin"):
                del found[name]
    return found if weights else {}


def _source_of(place: Path) -> str | None:
    """The language that a folder's model translates into English; None when it is another pair."""
    if match := NAME.fullmatch(place.name):
        return match[1] if match[2] == "en" else None
    pairs = [match[1] for name in _files_in(place) if (match := _PAIR_IN_NAME.match(name))]
    return pairs[0] if pairs else None


def remove(folder: Path, source: str) -> bool:
    """Remove a language's models from the folder, and what is left of downloads; tell whether there was any.

    A process that has a model open keeps it. Raises ModelError when the folder cannot be written.
    """
    pair = f"{source}-en"
    if not folder.is_dir():
        return False
    with _locked(folder, pair):
        _clean(folder, pair)
        places = _folders(folder, pair)
        _retire(folder, pair, places)
        return bool(places)


@contextmanager
def _locked(folder: Path, pair: str) -> Iterator[None]:
    """Hold a pair's lock; turn what the system refuses into a sentence."""
    try:
        (folder / _INCOMING).mkdir(parents=True, exist_ok=True)
        with roomy(folder / _INCOMING), (folder / _INCOMING / f"{pair}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
    except OSError as error:
        message = f"The models folder {folder} cannot be written: {error.strerror or error}."
        raise ModelError(message) from error


def _incoming(folder: Path, pair: str, version: str) -> Path:
    """The folder in which this version of a pair is put together; what is left of other versions goes."""
    incoming = folder / _INCOMING / f"{pair}@{version}"
    _clean(folder, pair, but=None if version == "from" else incoming)
    incoming.mkdir(exist_ok=True)
    return incoming


def _clean(folder: Path, pair: str, but: Path | None = None) -> None:
    for place in (folder / _INCOMING).glob(f"{pair}@*"):
        if place != but:
            shutil.rmtree(place)


def _folders(folder: Path, pair: str) -> list[Path]:
    return [
        place
        for place in sorted(folder.iterdir())
        if (match := NAME.fullmatch(place.name)) and f"{match[1]}-{match[2]}" == pair and place.is_dir()
    ]


def _here(folder: Path, pair: str, hashes: Mapping[str, str | None]) -> Model | None:
    """The whole model of a pair that is here, if its files are these; then others of the pair go."""
    places = _folders(folder, pair)
    for place in places:
        with contextlib.suppress(ModelError):
            model = of_folder(place, pair.removesuffix("-en"))
            model.verify()
            if model.expected == hashes:
                _retire(folder, pair, [one for one in places if one != place])
                return model
    return None


def _appear(folder: Path, pair: str, incoming: Path, manifest: Manifest, checked: Check) -> Model:
    """Let a complete folder take its place among the models, and older ones of its pair go."""
    for path in incoming.iterdir():
        if path.name not in manifest.files:
            path.unlink()
    manifests.write(incoming, manifest)
    try:
        whole = of_folder(incoming, manifest.source)
        checked(whole)
    except ModelError:
        shutil.rmtree(incoming)
        raise
    older = _folders(folder, pair)
    name = f"{pair}-{sha256_of(whole.model)[:8]}" if older else pair
    place = folder / name
    _retire(folder, pair, [one for one in older if one == place])
    for path in (*incoming.iterdir(), incoming):
        _to_disk(path)
    incoming.rename(place)
    _to_disk(folder)
    _retire(folder, pair, [one for one in older if one != place])
    return models.of_folder(place, manifest.source)


def _retire(folder: Path, pair: str, places: Sequence[Path]) -> None:
    """Remove folders, each in one step: a reader sees all of it or nothing."""
    gone = folder / _INCOMING / f"{pair}@removed"
    for place in places:
        if place.is_symlink():  # of the owner's: what it leads to stays
            place.unlink()
            continue
        if gone.exists():
            shutil.rmtree(gone)
        place.rename(gone)
        shutil.rmtree(gone)


def _to_disk(path: Path) -> None:
    """Have the system write a file or folder before what comes next: names must not outlive contents at a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
