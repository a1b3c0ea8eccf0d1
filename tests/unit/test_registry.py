from __future__ import annotations

import json
from typing import Any

import pytest
from fxtranslate import discovery
from hypothesis import given
from hypothesis import strategies as st

from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.registry import channel, parse_records, parse_scores, version_key
from registry_server import ANDROID, BETA, DESKTOP, NIGHTLY, digest, record

KINDS = ("model", "vocab", "lex")


def records(
    source: str = "de", version: str = "3.0", kinds: tuple[str, ...] = KINDS, **more: str
) -> list[dict[str, Any]]:
    return [record(kind, f"{source} {version} {kind}".encode(), source, version=version, **more) for kind in kinds]


def body(*lists: list[dict[str, Any]]) -> bytes:
    return json.dumps({"data": [one for several in lists for one in several]}).encode()


def test_a_model_is_offered_with_what_the_registry_says_of_it() -> None:
    (offer,) = parse_records(body(records())).offers
    assert (offer.source, offer.target, offer.version, offer.channel) == ("de", "en", "3.0", "release")
    assert offer.architecture == "base-memory"
    assert {file.kind for file in offer.files} == set(KINDS)
    model = next(file for file in offer.files if file.kind == "model")
    assert model.name == "model.deen.intgemm.alphas.bin"
    assert (model.packed, model.raw_size, model.raw_sha256) == (True, len(b"de 3.0 model"), digest(b"de 3.0 model"))
    assert offer.bytes == sum(file.size for file in offer.files)


def test_the_files_are_those_that_fxtranslate_finds_in_the_same_records() -> None:
    pages = body(records(), records("ja", kinds=("model", "srcvocab", "trgvocab", "lex")), records("fr", "3.1"))
    theirs = {
        (
            one["sourceLanguage"],
            one["name"],
            one["version"],
            one["architecture"],
            one["decompressedHash"],
            one["location"],
        )
        for one in discovery.parse_records(pages.decode())
    }
    offers = parse_records(pages).offers
    ours = {
        (offer.source, file.name, offer.version, offer.architecture, file.raw_sha256, file.location)
        for offer in offers
        for file in offer.files
    }
    assert ours == theirs
    assert [(offer.source, "en") for offer in offers] == sorted(discovery.model_pairs(pages.decode()))


def test_the_older_collection_with_plain_files_is_read_too() -> None:
    old = [
        {
            "name": name,
            "fromLang": "de",
            "toLang": "en",
            "version": "1.0",
            "fileType": kind,
            "attachment": {
                "hash": "a" * 64,
                "size": 5,
                "filename": name,
                "location": f"main/{name}",
                "mimetype": "x/y",
            },
        }
        for kind, name in (("model", "model.deen.bin"), ("vocab", "vocab.deen.spm"))
    ]
    (offer,) = parse_records(body(old)).offers
    assert [(file.packed, file.raw_sha256, file.raw_size) for file in offer.files] == [(False, "a" * 64, 5)] * 2


def test_models_from_english_and_other_things_are_left_out() -> None:
    other = [record("model", b"x", "en", target="de"), {"fileType": "wasm", "name": "bergamot"}]
    registry = parse_records(body(records(), other))
    assert ([one.source for one in registry.offers], registry.unreadable) == (["de"], 0)


@pytest.mark.parametrize(
    ("expression", "said"),
    [
        ("", "release"),
        (DESKTOP, "release"),
        (f"{DESKTOP} || env.channel != 'release'", "release"),
        (ANDROID, "android"),
        (BETA, "beta"),
        (NIGHTLY, "nightly"),
        ("env.locale == 'de'", "other"),
    ],
)
def test_release_and_nightly_are_told_apart(expression: str, said: str) -> None:
    assert channel(expression) == said


def test_the_newest_release_is_found_and_a_newer_nightly_on_request() -> None:
    registry = parse_records(body(records(), records(version="3.1"), records(version="3.2a1", expression=NIGHTLY)))
    assert [one.version for one in registry.offers] == ["3.0", "3.1", "3.2a1"]
    for nightly, version in ((False, "3.1"), (True, "3.2a1")):
        offer = registry.find("de", nightly=nightly)
        assert offer is not None
        assert offer.version == version


def test_a_phones_model_is_the_answer_where_there_is_no_other() -> None:
    both = parse_records(body(records(version="3.1", expression=ANDROID), records(version="3.0", expression=DESKTOP)))
    only = parse_records(body(records(expression=ANDROID)))
    found = [registry.find("de") for registry in (both, only)]
    assert [offer and (offer.version, offer.channel) for offer in found] == [("3.0", "release"), ("3.0", "android")]


def test_simplified_chinese_is_what_articles_call_chinese() -> None:
    registry = parse_records(body(records("zh-Hans"), records("zh-Hant")))
    assert registry.languages == ["zh", "zh-Hant"]
    assert registry.find("zh-Hans") == registry.find("zh") != registry.find("zh-Hant")


def test_versions_are_ordered() -> None:
    ordered = ["1.0a", "1.0a1", "1.0", "1.1", "2.0", "3.0a1", "3.0", "3.10"]
    assert sorted(set(ordered), key=version_key) == ordered


def without(name: str, one: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key != name}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda one: without("attachment", one),
        lambda one: without("name", one),
        lambda one: one | {"name": "../../etc/passwd"},
        lambda one: one | {"name": "model.json"},
        lambda one: one | {"name": "vocab.deen.spm"},
        lambda one: one | {"decompressedHash": "short"},
        lambda one: one | {"decompressedSize": "many"},
        lambda one: one | {"attachment": one["attachment"] | {"hash": None}},
        lambda one: one | {"attachment": one["attachment"] | {"size": "3"}},
        lambda one: one | {"attachment": one["attachment"] | {"size": -3}},
        lambda one: one | {"attachment": one["attachment"] | {"location": "../x.zst"}},
        lambda one: one | {"attachment": one["attachment"] | {"location": "http://elsewhere.invalid/x.zst"}},
        lambda one: one | {"version": "4.0"},
        lambda one: one | {"version": 3},
        lambda one: one | {"version": "new"},
        lambda one: one | {"sourceLanguage": "../de"},
        lambda _: "a text",
    ],
)
def test_a_record_that_is_not_as_it_should_be_spoils_its_own_model_only(spoil: Any) -> None:
    model, *rest = records()
    registry = parse_records(body([spoil(model), *rest], records("fr")))
    assert [one.source for one in registry.offers] == ["fr"]
    assert registry.unreadable == 1


@pytest.mark.parametrize("kinds", [("model",), ("vocab", "lex"), ("model", "srcvocab"), ("model", "model", "vocab")])
def test_a_model_that_lacks_files_is_not_offered(kinds: tuple[str, ...]) -> None:
    assert parse_records(body(records(kinds=kinds))).offers == ()


@pytest.mark.parametrize("document", [b"", b"<html>", b"[]", b"{}", b'{"data": {}}', b"\xff\xfe"])
def test_another_document_is_a_stated_failure(document: bytes) -> None:
    with pytest.raises(ModelError, match="registry of models"):
        parse_records(document)
    with pytest.raises(ModelError, match="scores of models"):
        parse_scores(document)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*record("model", b"x"), "fromLang", "toLang", "variant"]), json_values))
def test_whatever_a_record_holds_the_others_are_read(changed: dict[str, Any]) -> None:
    registry = parse_records(body([records()[0] | changed], records("fr")))
    assert "fr" in registry.languages


def test_scores_come_by_the_hash_of_the_model() -> None:
    entry = {
        "architecture": "base-memory",
        "releaseStatus": "Release",
        "files": {"model": {"path": "models/x.gz", "uncompressedSize": 3, "uncompressedHash": digest(b"de 3.0 model")}},
        "metrics": {"flores200-plus": {"bleu": 40.5, "chrf": 65.1, "comet22": 0.87, "metricx": 3.0, "note": "x"}},
    }
    document = {"generated": "x", "baseUrl": "x", "models": {"de-en": [entry, {"files": {}}, None], "fr-en": None}}
    scores = parse_scores(json.dumps(document).encode())
    (offer,) = parse_records(body(records()), scores).offers
    assert offer.quality == {"bleu": 40.5, "chrf": 65.1, "comet": 0.87}
    (other,) = parse_records(body(records(version="3.1")), scores).offers
    assert other.quality == {}
