"""The command that tells what an outlet changed in an article: revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from limitedtimes.model.translation import ArticleTranslation
    from limitedtimes.rules.revisions import Change
    from limitedtimes.store.revisions import History, Revision


@click.command(epilog="Example: limitedtimes revisions 123")
@click.argument("article_id", metavar="ID", type=click.IntRange(1, 2**31 - 1))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def revisions(article_id: int, *, as_json: bool) -> None:
    """Say what the outlet changed in an article, sentence by sentence, from one revision to the next."""
    import json

    from limitedtimes import settings, wiring
    from limitedtimes.errors import LimitedTimesError
    from limitedtimes.store.revisions import history

    with wiring.house(settings.load()) as building, building.database.connection() as connection:
        found = history(connection, article_id)
    if found is None:
        message = (
            f"There is no article {article_id}; `limitedtimes search` and `limitedtimes export articles` give ids."
        )
        raise LimitedTimesError(message)
    if as_json:
        click.echo(json.dumps(_history_json(found), ensure_ascii=False))
        return
    for line in _lines(found):
        click.echo(line)


def _history_json(found: History) -> dict[str, Any]:
    from limitedtimes.export import reason_json
    from limitedtimes.store.codec import time_to_json

    befores = (None, *found.revisions)
    return {
        "id": found.id,
        "url": found.url,
        "looked_at": time_to_json(found.looked_at),
        "look_at": time_to_json(found.look_at),
        "kept": reason_json(found.kept),
        "revisions": [
            {
                "revision": one.number,
                "read_at": time_to_json(one.read_at),
                "modified": time_to_json(one.article.modified),
                "title": one.article.title,
                "changes": list(_changes_json(before, one)),
            }
            for before, one in zip(befores, found.revisions, strict=False)
        ],
    }


def _changes_json(before: Revision | None, after: Revision) -> Iterator[dict[str, Any]]:
    old, new = _english(before.translation if before else None), _english(after.translation)
    for change in after.changes:
        yield {
            "kind": change.kind,
            "old": change.old,
            "new": change.new,
            "old_place": change.old_place,
            "place": change.place,
            "old_translation": old.get(change.old or ""),
            "translation": new.get(change.new or ""),
        }


def _english(translation: ArticleTranslation | None) -> dict[str, str | None]:
    from limitedtimes.rules.translation import sentences

    return {one.source: one.translation for one in sentences(translation)} if translation else {}


def _lines(found: History) -> Iterator[str]:
    for one in found.revisions:
        yield f"Revision {one.number}, read {one.read_at:%Y-%m-%d %H:%M} UTC: {one.article.title}"
        for change in one.changes:
            yield from _said(change)
    if not found.revisions:
        yield "Nothing was read of this article yet."
    if found.kept and found.looked_at:
        yield f"Kept as it is since {found.looked_at:%Y-%m-%d %H:%M} UTC: {found.kept.message}"


def _said(change: Change) -> Iterator[str]:
    if change.kind == "moved":
        yield f"  moved from {change.old_place} to {change.place}: {change.new}"
        return
    if change.old is not None:
        yield f"  {change.old_place} - {change.old}"
    if change.new is not None:
        yield f"  {change.place} + {change.new}"


COMMANDS = (revisions,)
