from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from limitedtimes.bench.copies import run
from limitedtimes.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

REPORT = (
    "Die Polizei hat in der Nacht zum Donnerstag zwei Männer festgenommen, die ein Schmuckgeschäft in Passau überfallen"
    " haben sollen. Nach Angaben eines Sprechers trugen sie Schmuck im Wert von 45.000 Euro und eine Waffe bei sich."
    " Der Inhaber, ein Mann von 61 Jahren, kam mit leichten Verletzungen am Kopf in ein Krankenhaus."
)
OTHER = (
    "Der Stadtrat von Regensburg streitet über eine neue Brücke für Radfahrer. Die Verwaltung rechnet mit Kosten von"
    " zwölf Millionen Euro, die Opposition hält das für zu wenig. Über den Antrag soll im Frühjahr abgestimmt werden."
    " Radfahrer müssen bisher einen Umweg von drei Kilometern nehmen, weil die alte Holzbrücke seit Jahren gesperrt ist."
)
JAPANESE = (
    "政府は金曜日、森林の保護に関する新しい法律を閣議決定したと報道官が明らかにした。この法律は大臣の説明によると、"
    "来年施行され、十年間にわたって効力を持つことになる。環境団体は決定を歓迎する一方で、より厳しい規制を求めた。"
)


def texts(folder: Path, *rows: dict[str, str], packed: bool = False) -> Path:
    file = folder / ("texts.jsonl.gz" if packed else "texts.jsonl")
    content = "".join(json.dumps(row) + "\n" for row in rows).encode()
    file.write_bytes(gzip.compress(content) if packed else content)
    return file


@pytest.mark.parametrize("packed", [False, True])
def test_copies_made_by_program_are_found_and_other_articles_are_none(tmp_path: Path, *, packed: bool) -> None:
    rows = [{"text": text} for text in (REPORT, OTHER, JAPANESE, "Zu kurz.")]
    report = run(texts(tmp_path, *rows, packed=packed))
    assert (report["texts"], report["too_short"], report["missed"]) == (4, 1, [])
    assert set(report["found"].values()) == {1.0}
    assert (report["other_pairs"], report["false_per_1000"], report["pairs"]) == (6, 0.0, [])


def test_pairs_of_one_story_are_told_apart_from_others(tmp_path: Path) -> None:
    copies = [{"id": name, "text": REPORT, "story": story} for name, story in (("a", "1"), ("b", "1"), ("c", "2"))]
    report = run(texts(tmp_path, *copies, {"id": "d", "text": OTHER, "story": "2"}))
    assert report["pairs"] == [("a", "b"), ("a", "c"), ("b", "c")]
    assert (report["same_story_pairs"], report["same_story_per_1000"]) == (2, 500.0)
    assert (report["other_pairs"], report["false_per_1000"]) == (4, 500.0)


def test_texts_in_different_languages_are_no_pair_and_those_of_two_regions_are(tmp_path: Path) -> None:
    rows = [{"text": REPORT, "language": language} for language in ("de", "en", "de-CH")]
    report = run(texts(tmp_path, *rows))
    assert (report["other_pairs"], report["pairs"]) == (1, [("0", "2")])


@pytest.mark.parametrize("content", ["", "no json\n", "[1]\n", '{"title": "x"}\n', '{"text": 1}\n', b"\xff\xfe\n"])
def test_files_without_texts_are_refused(tmp_path: Path, content: str | bytes) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError, match=r"texts\.jsonl has no"):
        run(file)


@pytest.mark.shared
def test_every_copy_is_found_and_hardly_another_article_is_one(shared: Path) -> None:
    report = run(shared / "data" / "stories" / "stream.jsonl.gz", seed=7)
    found = dict(report["found"])
    assert found.pop("replaced") >= 0.998  # by chance it is far more than 15 %
    assert set(found.values()) == {1.0}
    assert report["false_per_1000"] <= 0.01
    # 28 pairs: by their beginnings the same report, with .69 and more of the shorter one's words in order in the other.
    assert report["same_story_per_1000"] <= 20
