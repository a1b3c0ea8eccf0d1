"""The briefing on paper: text for a terminal, HTML for a mail. Pure."""

from __future__ import annotations

import textwrap
from enum import StrEnum
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from limitedtimes.rules.languages import country_name, direction, language_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from limitedtimes.model.story import BriefItem, Quoted

_INDENT = "    "
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; background: #fffdf8; color: #1b1b1b; font: 17px/1.5 Georgia, "Times New Roman", serif; }
main { max-width: 38em; margin: 0 auto; padding: 1.5em 1em; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .2em; }
h2 { font-size: 1.15em; line-height: 1.3; margin: 1.6em 0 .2em; }
p { margin: .4em 0; }
.meta, .original, cite { color: #595959; font-size: .85em; font-style: normal; }
a { color: #7a1f1f; }
@media (prefers-color-scheme: dark) {
  body { background: #161616; color: #ececec; }
  .meta, .original, cite { color: #b4b4b4; }
  a { color: #f0a8a0; }
}
"""


class Kind(StrEnum):
    """What a line of the text is, for its colour."""

    TITLE = "title"
    HEADLINE = "headline"
    META = "meta"
    SENTENCE = "sentence"
    ORIGINAL = "original"
    ORIGIN = "origin"


class Line(NamedTuple):
    """A line of the text; empty lines part stories."""

    kind: Kind
    text: str


def as_text(items: Sequence[BriefItem], *, at: datetime, width: int, originals: bool = False) -> Iterator[Line]:
    """Yield the briefing's lines, none wider than ``width`` columns of Latin letters but for addresses."""
    yield Line(Kind.TITLE, f"The Limited Times: the briefing of {_moment(at)}")
    yield Line(Kind.META, _notice(items))
    for number, item in enumerate(items, 1):
        yield Line(Kind.META, "")
        start = f"{number:>2}. "
        yield from _wrapped(Kind.HEADLINE, item.story.headline.headline, width, start)
        yield from _wrapped(Kind.META, coverage(item), width)
        for quoted in item.sentences:
            yield from _wrapped(Kind.SENTENCE, quoted.text, width)
            if originals and quoted.original != quoted.text:
                yield from _wrapped(Kind.ORIGINAL, quoted.original, width)
            yield Line(Kind.ORIGIN, f"{_INDENT}{origin(quoted)}: {_printable(quoted.listing.url)}")


def _wrapped(kind: Kind, text: str, width: int, start: str = _INDENT) -> Iterator[Line]:
    lines = textwrap.wrap(
        _printable(text), max(width, 20), initial_indent=start, subsequent_indent=_INDENT, break_on_hyphens=False
    )
    yield from (Line(kind, line) for line in lines)


def _printable(text: str) -> str:
    """Leave out what would drive a terminal instead of standing on it."""
    return "".join(character if character.isprintable() else " " for character in text)


def as_html(items: Sequence[BriefItem], *, at: datetime) -> str:
    """Return the briefing as one HTML document that asks for nothing from elsewhere."""
    title = f"The briefing of {_moment(at)}"
    stories = "\n".join(_story(item) for item in items)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n'
        f'<body>\n<main>\n<h1>{escape(title)}</h1>\n<p class="meta">{escape(_notice(items))}</p>\n{stories}\n</main>\n</body>\n</html>\n'
    )


def _story(item: BriefItem) -> str:
    headline = item.story.headline
    title = _tongued("span", "", headline.headline, None if headline.title_en else headline.language)
    sentences = "\n".join(_sentence(quoted) for quoted in item.sentences)
    return f'<h2>{title}</h2>\n<p class="meta">{escape(coverage(item))}</p>\n{sentences}'


def _sentence(quoted: Quoted) -> str:
    name = escape(origin(quoted))
    url = quoted.listing.url
    # Feeds say what they like: only an address of the web is one to follow.
    linked = f'<a href="{escape(url)}">{name}</a>' if url.lower().startswith(("http://", "https://")) else name
    told = f"<p>{escape(quoted.text)} <cite>{linked}</cite></p>"
    if quoted.original == quoted.text:
        return told
    return f"{told}\n{_tongued('p', 'original', quoted.original, quoted.listing.language)}"


def _tongued(tag: str, style: str, text: str, language: str | None) -> str:
    """Return an element that tells its language, and the direction of its script."""
    style = f' class="{style}"' if style else ""
    tongue = f' lang="{escape(language)}" dir="{direction(language, text)}"' if language else ""
    return f"<{tag}{style}{tongue}>{escape(text)}</{tag}>"


def origin(quoted: Quoted) -> str:
    """Return who wrote a sentence: outlet, country and language."""
    listing = quoted.listing
    about = [country_name(listing.source.country), language_name(listing.language) if listing.language else None]
    known = ", ".join(part for part in about if part)
    return _printable(f"{listing.source.name} ({known})" if known else listing.source.name)


def coverage(item: BriefItem) -> str:
    """Return how many tell a story: ``7 sources, 4 languages; 22 October, 06:15 to 18:45 UTC``."""
    story = item.story
    counts = f"{_counted(story.outlets, 'source')}, {_counted(len(story.languages), 'language')}"
    first, last = f"{story.first_at:%d %B, %H:%M}", f"{story.last_at:%d %B, %H:%M}"
    if first == last:
        return f"{counts}; {first} UTC"
    return f"{counts}; {first} to {last.removeprefix(first.partition(', ')[0] + ', ')} UTC"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _notice(items: Sequence[BriefItem]) -> str:
    number = _counted(len(items), "story").replace("storys", "stories")
    return f"{number}, in sentences that the outlets wrote, translated by machine."


def _moment(at: datetime) -> str:
    return f"{at:%A} {at.day} {at:%B %Y, %H:%M} UTC"
