"""Measures the language detector: files of lines in known languages."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypedDict

from limitedtimes.errors import UsageError
from limitedtimes.ingest.language import Py3LangidDetector, normal_code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_LINES = (1, 3)  # a headline's worth, a paragraph's worth
# ISO 639-3 codes, by which collections of text are named, of languages with a shorter code.
_SHORT = dict(
    pair.split("=")
    for pair in (
        "afr=af amh=am arb=ar ara=ar aze=az bel=be ben=bn bos=bs bul=bg cat=ca ces=cs cym=cy dan=da deu=de ell=el eng=en est=et "
        "eus=eu fas=fa fil=tl fin=fi fra=fr gle=ga glg=gl guj=gu hau=ha heb=he hin=hi hrv=hr hun=hu hye=hy ibo=ig ind=id isl=is "
        "ita=it jpn=ja kan=kn kat=ka kaz=kk khm=km kin=rw kir=ky kmr=ku kor=ko lao=lo lav=lv lit=lt ltz=lb mal=ml mar=mr mkd=mk "
        "mlg=mg mlt=mt mon=mn msa=ms mya=my nep=ne nld=nl nno=nn nob=nb nor=nb orm=om pan=pa pol=pl por=pt prs=fa pus=ps ron=ro "
        "rus=ru sin=si slk=sk slv=sl sna=sn som=so spa=es sqi=sq srp=sr swa=sw swe=sv tam=ta tat=tt tel=te tgk=tg tha=th tir=ti "
        "tuk=tk tur=tr uig=ug ukr=uk urd=ur uzb=uz vie=vi xho=xh yor=yo zho=zh zul=zu"
    ).split()
)


class Figures(TypedDict):
    """Shares of 1 with so many lines at once: over all texts, and of each file that is not wholly right."""

    lines: int
    texts: int
    right: float
    ms: float
    files: dict[str, float]
    confusions: list[tuple[str, str, int]]


class Report(TypedDict):
    """What ``bench language --json`` prints. ``ms`` is processor time of a call, in milliseconds, on this machine.

    A variety counts as its language (``zh-Hant`` as ``zh``); ``confusions`` are language, answer and how often.
    """

    languages: int
    figures: list[Figures]


@dataclass
class _Tally:
    texts: Counter[str] = field(default_factory=Counter)  # by file
    right: Counter[str] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    seconds: float = 0.0


def run(folder: Path) -> Report:
    """Detect every line of the files ``<language>.txt``, alone and three together. Raises UsageError where there are none."""
    files = {file.stem: (code, file) for file in sorted(folder.glob("*.txt")) if (code := _code(file.stem))}
    if not files:
        message = f"{folder} has no files that are named like a language: pt.txt, por.txt or por-BR.txt."
        raise UsageError(message)
    texts = {
        stem: (code, file.read_text(encoding="utf-8", errors="replace").split("\n"))
        for stem, (code, file) in files.items()
    }
    detector = Py3LangidDetector()
    detector.detect("The model is loaded before the clock starts.")
    figures = [_measured(detector, texts, lines) for lines in _LINES]
    return Report(languages=len({code for code, _ in texts.values()}), figures=figures)


def _code(stem: str) -> str | None:
    """The language of a file's name, None for another file: a list of documents, a note."""
    language = stem.partition("-")[0].partition("_")[0].lower()
    return normal_code(_SHORT.get(language, language if len(language) == 2 else None))


def _measured(detector: Py3LangidDetector, texts: dict[str, tuple[str, list[str]]], lines: int) -> Figures:
    tally = _Tally()
    for stem, (code, every) in texts.items():
        for text in _glued(every, lines):
            started = time.process_time()
            detection = detector.detect(text)
            tally.seconds += time.process_time() - started
            answer = detection.language.partition("-")[0] if detection else "none"
            tally.texts[stem] += 1
            tally.right[stem] += answer == code
            if answer != code:
                tally.confusions[code, answer] += 1
    total = tally.texts.total()
    shares = {stem: round(tally.right[stem] / count, 4) for stem, count in tally.texts.items()}
    return Figures(
        lines=lines,
        texts=total,
        right=round(tally.right.total() / max(total, 1), 4),
        ms=round(1000 * tally.seconds / max(total, 1), 3),
        files={stem: share for stem, share in sorted(shares.items(), key=lambda one: one[1]) if share < 1},
        confusions=[(code, answer, count) for (code, answer), count in tally.confusions.most_common(20)],
    )


def _glued(every: Sequence[str], lines: int) -> Iterator[str]:
    """Yield so many lines of text at a time, as one; empty lines are no text."""
    filled = [line for line in every if line.strip()]
    yield from (" ".join(filled[start : start + lines]) for start in range(0, len(filled), lines))
