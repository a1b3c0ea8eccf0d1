"""The owner's corrections: sentences with the translation that the owner wants, whatever an engine says.

Kept by sentence and language (without its region), so that one correction serves every article that has the sentence.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from psycopg.types.json import Jsonb

from limitedtimes.rules.languages import base
from limitedtimes.rules.snippets import bigrams
from limitedtimes.rules.translation import amended, verdict
from limitedtimes.store import articles, queue, translations
from limitedtimes.store.database import plain
from limitedtimes.store.lexemes import configuration
from limitedtimes.store.queue import Next

if TYPE_CHECKING:
    from collections.abc import Iterable

    from limitedtimes.model.translation import TranslatedSentence
    from limitedtimes.store.database import Connection
    from limitedtimes.store.press import ToPrint


def correct(connection: Connection, work: ToPrint, sentence: TranslatedSentence, text: str) -> list[int]:
    """Store the owner's translation of a sentence of an article, and have every article with it printed anew.

    This article is shown with it at once; the others, and the alignment, come when they are translated again. Returns the
    articles, by id.
    """
    article = work.article
    store(connection, article.language or "und", sentence.source, text)
    translation = amended(work.translation, sentence.source, text)
    state, reason = verdict(article, translation)
    translations.store(connection, work.id, work.revision, translation, state=state, reason=reason)
    queue.enqueue(connection, [Next("press", work.id, priority=1)])
    return _translate_again(connection, work, sentence)


def withdraw(connection: Connection, work: ToPrint, sentence: TranslatedSentence) -> list[int]:
    """Forget the owner's translation of a sentence, and have every article with it translated again; return those.

    Empty where there was no such correction.
    """
    known = remove(connection, work.article.language or "und", sentence.source)
    return _translate_again(connection, work, sentence) if known else []


def _translate_again(connection: Connection, work: ToPrint, sentence: TranslatedSentence) -> list[int]:
    ids = sorted({work.id, *showing(connection, work.article.language or "und", sentence.source)})
    languages = {articles.translate_again(connection, article_id) for article_id in ids}
    queue.enqueue(connection, [Next("translate", language) for language in sorted(filter(None, languages))])
    return ids


def _key(language: str, sentence: str) -> bytes:
    # What a text column cannot hold is left out of the key too: a stored article has lost it already.
    return hashlib.sha256(f"{base(language)}\0{plain(sentence)}".encode()).digest()


def recall(connection: Connection, language: str, sentences: Iterable[str]) -> dict[str, str]:
    """Return the owner's translations of these sentences, of those that have one."""
    keys = {_key(language, sentence): sentence for sentence in sentences}
    rows = connection.execute("select key, translation from correction where key = any(%s)", [list(keys)])
    return {keys[bytes(row["key"])]: row["translation"] for row in rows}


def store(connection: Connection, language: str, sentence: str, translation: str) -> None:
    """Store a correction in the place of an earlier one."""
    connection.execute(
        "insert into correction (key, language, source, translation) values (%s, %s, %s, %s)"
        " on conflict (key) do update set translation = excluded.translation, made_at = now()",
        [_key(language, sentence), base(language), plain(sentence), plain(translation)],
    )


def remove(connection: Connection, language: str, sentence: str) -> bool:
    """Forget a correction; False when there is none."""
    return connection.execute("delete from correction where key = %s", [_key(language, sentence)]).rowcount > 0


def showing(connection: Connection, language: str, sentence: str) -> list[int]:
    """Return the articles whose newest revision has this very sentence, or unit (title, lead, caption).

    The search index finds those that have all its words; a sentence of stop words alone is in nobody's index.
    """
    rows = connection.execute(
        """
        with configuration as (select coalesce((select oid::regconfig from pg_ts_config
            where cfgname = %(configuration)s and cfgnamespace = 'pg_catalog'::regnamespace), 'simple') as name)
        select a.id from configuration c, search_document d
        join article a on a.id = d.article_id
        join article_body b on b.article_id = a.id and b.revision = a.revision
        where d.tsv_original @@ plainto_tsquery(c.name, unaccent(%(words)s))
            and jsonb_path_exists(b.translation, '$.** ? (@.source == $sentence)', %(wanted)s)
        order by a.id
        """,
        {
            "configuration": configuration(language),
            "words": bigrams(plain(sentence)),
            "wanted": Jsonb({"sentence": plain(sentence)}),
        },
    )
    return [row["id"] for row in rows]
