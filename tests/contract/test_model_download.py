"""Downloads and installs as they are promised, against a loopback mirror with every fault that there is."""

from __future__ import annotations

import errno
import itertools
import random
import re
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from limitedtimes.nmt import install, manifest
from limitedtimes.nmt.download import Patience, read, unpack
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.models import carried, survey
from limitedtimes.nmt.registry import parse_records, parse_scores
from registry_server import Fault, Mirror, digest, packed, record, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.nmt.models import Model
    from limitedtimes.nmt.registry import Offer

FAST = Patience(silence=0.5, stall=0.2, least=10_000, tries=2, pause=0.01)
# Noise, so that it is as long packed as it is unpacked.
FILES = {kind: random.Random(kind).randbytes(300_000) for kind in ("model", "vocab", "lex")}
NEWER = {**FILES, "model": random.Random("newer").randbytes(300_000)}


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    with serving() as served:
        yield served


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def offer_of(mirror: Mirror, source: str = "de", *, nightly: bool = False) -> Offer:
    """What the program finds in the registry."""
    scores = parse_scores(read(f"{mirror.address}/models.json", limit=10**6))
    offer = parse_records(read(f"{mirror.address}/records", limit=10**6), scores).find(source, nightly=nightly)
    assert offer is not None
    return offer


def add(mirror: Mirror, folder: Path, source: str = "de", **more: Any) -> Model:
    """Install without a look into the files, which are noise."""
    options = {"report": lambda _: None, "patience": FAST, "checked": lambda _: None, **more}
    return install.install(offer_of(mirror, source), folder, mirror=mirror.address, **options)


def visible(folder: Path) -> list[str]:
    """What readers of the folder see."""
    return sorted(place.name for place in folder.iterdir() if not place.name.startswith(".")) if folder.exists() else []


def refused(mirror: Mirror, folder: Path) -> str:
    """The sentence with which an installation ends; nothing may be seen of it."""
    before = visible(folder)
    with pytest.raises(ModelError) as raised:
        add(mirror, folder)
    assert visible(folder) == before
    text = str(raised.value)
    assert "\n" not in text
    return text


def test_a_model_is_installed_with_all_that_is_known_of_it(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    mirror.score(FILES, bleu=40.5, comet22=0.87)
    told: list[int] = []
    model = add(mirror, folder, report=told.append)
    assert (model.source, model.name) == ("de", "de-en")
    assert {path.name: path.read_bytes() for path in model.files} == {
        "model.deen.intgemm.alphas.bin": FILES["model"],
        "vocab.deen.spm": FILES["vocab"],
        "lex.50.50.deen.s2t.bin": FILES["lex"],
    }
    known = manifest.read(model.folder)
    assert known is not None
    assert (known.version, known.channel, known.architecture, known.licence) == (
        "3.0",
        "release",
        "base-memory",
        "MPL-2.0",
    )
    assert known.quality == {"bleu": 40.5, "comet": 0.87}
    assert known.files == {path.name: digest(path.read_bytes()) for path in model.files}
    assert sum(told) == offer_of(mirror).bytes
    assert [path.name for path in (folder / ".incoming").iterdir()] == ["de-en.lock"]
    model.verify()


def test_one_that_is_here_is_not_fetched_again(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    first = add(mirror, folder)
    asked = len(mirror.asked)
    assert add(mirror, folder) == first
    assert len(mirror.asked) - asked == 2  # the two documents


def test_files_that_are_published_unpacked_or_gzipped_are_installed_too(mirror: Mirror, folder: Path) -> None:
    for kind, one in zip(FILES, mirror.publish(FILES), strict=True):
        ending = ".gz" if kind == "lex" else ""
        sent = packed(FILES[kind], ending)
        one["attachment"] |= {"hash": digest(sent), "size": len(sent), "location": f"main/{kind}{ending}"}
        mirror.files[f"/main/{kind}{ending}"] = sent
    assert [path.read_bytes() for path in add(mirror, folder).files] == list(FILES.values())


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (Fault(status=404), "HTTP status 404: it is not there"),
        (Fault(status=403), "HTTP status 403"),
        (Fault(status=503), r"HTTP status 503: .* MB are here; the same command goes on from there"),
        (Fault(cut=0), "ended early"),
        (Fault(cut=1000, no_ranges=True), "ended early"),
        (Fault(drip=50, pause=0.02), "sends too slowly"),
        (Fault(drip=1000, pause=2), "no answer in time"),
    ],
    ids=["missing", "forbidden", "overloaded", "empty", "truncated", "dripping", "silent"],
)
@pytest.mark.parametrize("number", [0, 2])
def test_a_download_that_fails_leaves_nothing_and_says_why(
    mirror: Mirror, folder: Path, fault: Fault, said: str, number: int
) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[number], fault)
    text = refused(mirror, folder)
    assert records[number]["attachment"]["location"] in text
    assert re.search(said, text)
    # The next try, with the fault mended, goes on from what is there.
    mirror.faults.clear()
    add(mirror, folder).verify()


def test_a_truncated_download_is_gone_on_from(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[0], Fault(cut=100_000, once=True))
    told: list[int] = []
    add(mirror, folder, report=told.append)
    assert [wanted for path, wanted in mirror.asked if records[0]["attachment"]["location"] in path] == [
        None,
        "bytes=100000-",
    ]
    assert sum(told) == offer_of(mirror).bytes


def test_a_server_without_ranges_starts_over(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[0], Fault(cut=100_000, once=True))
    interrupted = refused_patience(mirror, folder)
    assert "ended early" in interrupted
    mirror.fail(records[0], Fault(no_ranges=True))
    told: list[int] = []
    add(mirror, folder, report=told.append).verify()
    assert sum(told) == offer_of(mirror).bytes


def refused_patience(mirror: Mirror, folder: Path) -> str:
    with pytest.raises(ModelError) as raised:
        add(mirror, folder, patience=Patience(tries=1))
    return str(raised.value)


def test_another_file_than_the_registry_names_is_refused(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    path = "/" + records[1]["attachment"]["location"]
    good = mirror.files[path]
    mirror.files[path] = good[:-1] + bytes([good[-1] ^ 1])
    assert "is not the file that the registry names" in refused(mirror, folder)
    mirror.files[path] = good
    add(mirror, folder).verify()


def test_a_beginning_of_another_file_does_not_spoil_the_download(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[0], Fault(cut=100_000, once=True))
    refused_patience(mirror, folder)
    (part,) = folder.glob(".incoming/*/*.part.zst")
    part.write_bytes(b"?" * 100_000)
    told: list[int] = []
    add(mirror, folder, report=told.append).verify()
    assert sum(told) == offer_of(mirror).bytes


def test_more_than_the_registry_says_is_refused(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.files["/" + records[0]["attachment"]["location"]] += b"more"
    assert "longer than the registry says" in refused(mirror, folder)


def test_what_unpacks_to_another_file_is_refused(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)[0]["decompressedHash"] = "f" * 64
    assert "does not unpack to what the registry names" in refused(mirror, folder)


def test_what_unpacks_to_more_than_it_should_is_refused_before_it_fills_the_disk(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish({**FILES, "model": bytes(5_000_000)})
    records[0]["decompressedSize"] = 1000
    assert "unpacks to more than" in refused(mirror, folder)
    assert max(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 1_000_000


def test_what_is_not_packed_as_it_says_is_refused(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    sent = b"no zstandard at all"
    records[0]["attachment"] |= {"hash": digest(sent), "size": len(sent)}
    mirror.files["/" + records[0]["attachment"]["location"]] = sent
    assert "cannot be unpacked" in refused(mirror, folder)


def test_a_server_that_is_not_there_is_named(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    offer = offer_of(mirror)
    with pytest.raises(ModelError, match=r"http://127\.0\.0\.1:9/.* cannot be reached \(Connection refused\)"):
        install.install(offer, folder, mirror="http://127.0.0.1:9", report=lambda _: None, patience=FAST)
    with pytest.raises(ModelError, match="no address on the web"):
        install.install(offer, folder, mirror="file:///etc", report=lambda _: None, patience=FAST)


def test_the_proxy_of_the_environment_is_used(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    mirror.files["http://models.invalid/list"] = b"through the proxy"
    monkeypatch.setenv("http_proxy", mirror.address)
    assert read("http://models.invalid/list", limit=100) == b"through the proxy"


def test_a_document_without_end_is_refused(mirror: Mirror) -> None:
    mirror.files["/large"] = bytes(2_000_000)
    with pytest.raises(ModelError, match="larger than 1 MB"):
        read(f"{mirror.address}/large", limit=1_000_000)


def test_a_full_disk_is_said_and_leaves_nothing(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    incoming = folder / ".incoming" / "de-en@3.0"
    incoming.mkdir(parents=True)
    # A device that has no room for a single byte.
    (incoming / f"{records[0]['attachment']['hash']}.part.zst").symlink_to("/dev/full")
    assert "There is no room left" in refused(mirror, folder)


def test_a_disk_that_is_full_when_unpacking_is_said_too(tmp_path: Path) -> None:
    whole = tmp_path / "x.zst"
    whole.write_bytes(packed(bytes(100_000), ".zst"))
    with pytest.raises(ModelError, match=r"There is no room left.*make room and run the command again"):
        unpack(whole, Path("/dev/full"), limit=100_000)


def test_a_folder_that_cannot_be_written_is_said(mirror: Mirror, tmp_path: Path) -> None:
    mirror.publish(FILES)
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="cannot be written"):
        add(mirror, tmp_path / "file")


def test_files_that_no_engine_reads_do_not_appear(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    with pytest.raises(ModelError, match=r"model\.deen\.intgemm\.alphas\.bin"):
        add(mirror, folder, checked=install.check)
    assert visible(folder) == []


def test_several_at_once_fetch_once(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[0], Fault(drip=30_000, pause=0.01))
    start = threading.Barrier(4)

    def one() -> Model:
        start.wait()
        return add(mirror, folder)

    with ThreadPoolExecutor(4) as pool:
        found = [future.result() for future in [pool.submit(one) for _ in range(4)]]
    assert len({model.sha256 for model in found}) == 1
    fetched = [path for path, _ in mirror.asked if path not in ("/records", "/models.json")]
    assert len(fetched) == len(set(fetched)) == 3


def test_a_newer_model_takes_the_place_of_the_older(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    older = add(mirror, folder)
    with older.model.open("rb") as held:
        mirror.publish(NEWER, version="3.1")
        newer = add(mirror, folder)
        assert held.read() == FILES["model"]  # a process that has it open keeps it
    assert visible(folder) == [newer.name]
    assert survey(folder).find("de").stamp == newer.stamp
    assert newer.name == f"de-en-{digest(NEWER['model'])[:8]}"


def test_a_broken_model_is_replaced(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    model = add(mirror, folder)
    model.model.write_bytes(b"broken")
    add(mirror, folder).verify()
    assert len(visible(folder)) == 1


def test_leftovers_of_an_older_version_are_cleaned_away(mirror: Mirror, folder: Path) -> None:
    records = mirror.publish(FILES)
    mirror.fail(records[0], Fault(cut=100_000, once=True))
    refused_patience(mirror, folder)
    mirror.publish(NEWER, version="3.1")
    add(mirror, folder)
    assert [path.name for path in (folder / ".incoming").iterdir()] == ["de-en.lock"]


class KilledError(BaseException):
    """Stands for a kill: nothing in the program catches it."""


class Death:
    """Comes before or after one of the calls that change something, by their number; 0: never."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = self.calls = 0
        for place, name in [
            *((install, name) for name in ("fetch", "unpack", "_to_disk")),
            *((Path, name) for name in ("rename", "unlink", "mkdir", "write_text")),
            (shutil, "rmtree"),
        ]:
            monkeypatch.setattr(place, name, self._mortal(getattr(place, name)))

    def _mortal(self, original: Any) -> Any:
        def call(*arguments: Any, **more: Any) -> Any:
            self._count()
            result = original(*arguments, **more)
            self._count()
            return result

        return call

    def _count(self) -> None:
        self.calls += 1
        if self.calls == self.at:
            raise KilledError

    def come(self, at: int) -> None:
        """Come at that call from now on."""
        self.at, self.calls = at, 0


@pytest.mark.parametrize("older", [False, True], ids=["first", "upgrade"])
def test_killed_at_any_step_there_is_a_whole_model_or_none_and_the_next_start_is_clean(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, older: bool
) -> None:
    death = Death(monkeypatch)
    mirror.publish(FILES)
    if older:
        add(mirror, tmp_path / "older")
        mirror.publish(NEWER, version="3.1")
    for at in itertools.count(1):
        folder = tmp_path / f"killed at {at}"
        death.come(0)
        if older:
            shutil.copytree(tmp_path / "older", folder)
        death.come(at)
        try:
            add(mirror, folder)
        except KilledError:
            death.come(0)
            here = survey(folder)
            german = [model for model in here.models if model.source == "de"]
            assert here.broken == ()
            assert len(german) in ((1,) if older else (0, 1))
            for model in german:
                model.verify()
            assert add(mirror, folder).model.read_bytes() == (NEWER if older else FILES)["model"]
            assert len(visible(folder)) == 1
            assert [path.name for path in (folder / ".incoming").iterdir()] == ["de-en.lock"]
            continue
        break
    assert at > 30


# -- removal, and installation from a folder ---------------------------------------------------------------------------


def test_removal_takes_the_model_and_what_is_left_of_downloads(mirror: Mirror, folder: Path) -> None:
    mirror.publish(FILES)
    records = mirror.publish(FILES, source="fr")
    model = add(mirror, folder)
    mirror.fail(records[0], Fault(cut=100_000, once=True))
    with pytest.raises(ModelError):
        add(mirror, folder, "fr", patience=Patience(tries=1))
    with model.model.open("rb") as held:
        assert install.remove(folder, "de")
        assert held.read() == FILES["model"]
    assert not install.remove(folder, "fr")
    assert not install.remove(folder / "none", "de")
    assert visible(folder) == []
    assert list(folder.glob(".incoming/*@*")) == []


def test_a_link_of_the_owners_goes_and_what_it_leads_to_stays(mirror: Mirror, tmp_path: Path, folder: Path) -> None:
    mirror.publish(FILES)
    theirs = add(mirror, tmp_path / "elsewhere")
    folder.mkdir()
    (folder / "de-en").symlink_to(theirs.folder)
    assert survey(folder).find("de").sha256 == theirs.sha256
    assert install.remove(folder, "de")
    assert visible(folder) == []
    theirs.verify()


def lay(place: Path, pair: str, ending: str = "", names: tuple[str, ...] = ("model", "vocab", "lex")) -> Path:
    """Lay out a model's files as Mozilla publishes them."""
    place.mkdir(parents=True, exist_ok=True)
    for kind in names:
        name = record(kind, b"x", pair.partition("-")[0])["name"]
        (place / f"{name}{ending}").write_bytes(packed(FILES["vocab" if "vocab" in kind else kind], ending))
    return place


def unchecked(place: Path, folder: Path) -> list[Model]:
    return install.install_from(place, folder, checked=lambda _: None)


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_a_folder_of_files_is_installed(tmp_path: Path, folder: Path, ending: str) -> None:
    place = lay(tmp_path / "here" / "de-en", "de", ending)
    for given in (place, place.parent):
        (model,) = unchecked(given, folder)
        assert [path.read_bytes() for path in model.files] == [FILES["model"], FILES["vocab"], FILES["lex"]]
        model.verify()
        assert visible(folder) == ["de-en"]


def test_a_folder_of_folders_installs_what_is_into_english(tmp_path: Path, folder: Path) -> None:
    place = tmp_path / "many"
    lay(place / "de-en", "de")
    lay(place / "en-de", "en")
    lay(place / "pten-1693087646", "pt", ".gz")
    lay(place / "ja-en", "ja", names=("model", "srcvocab", "trgvocab"))
    (place / "notes.txt").touch()
    assert [model.source for model in unchecked(place, folder)] == ["de", "ja", "pt"]
    assert [model.source for model in survey(folder).models] == ["de", "ja", "pt"]


def test_another_machines_models_come_with_what_is_known_of_them(mirror: Mirror, tmp_path: Path, folder: Path) -> None:
    mirror.publish(FILES)
    theirs = add(mirror, tmp_path / "theirs")
    (ours,) = unchecked(tmp_path / "theirs", folder)
    assert ours.manifest is not None
    assert theirs.manifest is not None
    assert (ours.manifest.version, ours.manifest.files) == ("3.0", theirs.manifest.files)
    theirs.model.write_bytes(b"damaged on the way")
    with pytest.raises(ModelError, match=r"is not the file that its model\.json names"):
        unchecked(tmp_path / "theirs", folder)
    assert visible(folder) == ["de-en"]


@pytest.mark.parametrize(
    ("names", "said"), [((), "holds no model into English"), (("model", "srcvocab"), "holds no vocabulary")]
)
def test_a_folder_without_a_whole_model_is_refused(
    tmp_path: Path, folder: Path, names: tuple[str, ...], said: str
) -> None:
    lay(tmp_path / "here" / "de-en", "de", names=names)
    with pytest.raises(ModelError, match=said):
        unchecked(tmp_path / "here", folder)
    with pytest.raises(ModelError, match="is no folder"):
        unchecked(tmp_path / "none", folder)
    assert visible(folder) == []


def test_files_from_a_folder_are_validated_before_they_appear(tmp_path: Path, folder: Path) -> None:
    real = carried()
    place = tmp_path / "here" / "de-en"
    shutil.copytree(real.folder, place)
    (model,) = install.install_from(place, folder)
    assert (model.architecture, model.shortlist is not None) == ("tiny", True)
    for name in (real.model.name, real.source_vocabulary.name, str(real.shortlist and real.shortlist.name)):
        path = place / name
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2])
        with pytest.raises(ModelError, match=name):
            install.install_from(place, folder)
        path.write_bytes(whole)
    assert [path.read_bytes() == (real.folder / path.name).read_bytes() for path in model.files] == [True] * 3


def test_an_error_of_the_system_is_a_sentence(mirror: Mirror, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mirror.publish(FILES)

    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(install, "_to_disk", broken)
    assert "Input/output error" in refused(mirror, folder)
