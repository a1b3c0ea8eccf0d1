"""Fits when an article joins a story, on a stream with known stories, and writes src/limitedtimes/semantics/join.toml.

The stream is half of ECB+ (Cybulska and Vossen, 2014; annotation CC BY 3.0), half of it put into Portuguese by machine,
among unrelated articles. Only the coefficients are kept of it. Usage: python tools/train_join.py STREAM.jsonl.gz
"""

from __future__ import annotations

import sys
from pathlib import Path

from limitedtimes import settings, wiring
from limitedtimes.bench.joining import CUT, examples, fit
from limitedtimes.bench.stories import cross_validated, read_stream
from limitedtimes.storylines import in_english, profiled

TARGET = Path(__file__).resolve().parents[1] / "src" / "limitedtimes" / "semantics" / "join.toml"
_HEAD = """\
# When an article joins a story: a logistic regression. Written by tools/train_join.py; see docs/decisions/0017-stories.md.
# Fitted on the annotation of ECB+ (A. Cybulska and P. Vossen, 2014), CC BY 3.0: attribution in NOTICE.
"""


def main(stream: Path) -> None:
    """Fit, print what is measured on events that were held out, and write the coefficients."""
    rows, truth = read_stream(stream)
    english = in_english(rows, wiring.make_engines(settings.load()), wiring.make_detector())
    profiles = profiled(english, wiring.make_embedder())
    for number, scores in enumerate(cross_validated(profiles, truth)):
        print(f"fold {number} held out: {scores}")
    given = examples(profiles, truth)
    join = fit(given)
    print(f"{len(given)} examples, {sum(one.belongs for one in given)} of which belong: {join}")
    lines = [
        f"cut = {CUT}",
        f"bias = {join.bias}",
        "",
        "[weights]",
        *(f"{name} = {w}" for name, w in join.weights.items()),
    ]
    TARGET.write_text("\n".join([_HEAD, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
