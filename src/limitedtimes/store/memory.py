"""Translation memory: what an engine answered for a sentence, word for word as it answered.

Keyed by everything that the answer depends on, so a new model never serves an old translation. Guards, names, marks and the
owner's glossary run after it, every time; a failure is never stored.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from limitedtimes.store import codec
from limitedtimes.store.database import jsonb

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from limitedtimes.model.translation import Candidate, Engine
    from limitedtimes.store.database import Connection


def _key(engine: Engine, pair: str, sentence: str, glossary: str) -> bytes:
    parts = (engine.name, pair, engine.model_sha256, glossary, sentence)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()


def recall(
    connection: Connection, engine: Engine, pair: str, sentences: Sequence[str], glossary: str = ""
) -> dict[str, tuple[Candidate, ...]]:
    """Return what is remembered of these sentences; ``pair`` is like ``pt-en``.

    ``glossary`` is the hash of the terms that the engine itself was given: none, for an engine that takes sentences only.
    """
    keys = {_key(engine, pair, sentence, glossary): sentence for sentence in sentences}
    rows = connection.execute("select key, candidates from translation_memory where key = any(%s)", [list(keys)])
    return {keys[bytes(row["key"])]: codec.candidates_from_json(row["candidates"]) for row in rows}


def remember(
    connection: Connection,
    engine: Engine,
    pair: str,
    answers: Mapping[str, Iterable[Candidate]],
    glossary: str = "",
) -> None:
    """Store what the engine answered. Of two answers to the same sentence the one with more alternatives stays, or the first."""
    # In one order, so that two workers with the same sentences wait for each other instead of locking each other up.
    rows = [
        (key, jsonb(codec.candidates_to_json(answers[sentence])))
        for key, sentence in sorted((_key(engine, pair, sentence, glossary), sentence) for sentence in answers)
    ]
    with connection.cursor() as cursor:
        cursor.executemany(
            "insert into translation_memory as known (key, candidates) values (%s, %s)"
            " on conflict (key) do update set candidates = excluded.candidates"
            " where jsonb_array_length(excluded.candidates) > jsonb_array_length(known.candidates)",
            rows,
        )
