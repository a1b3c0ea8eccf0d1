"""A small newsroom for tests: outlets, articles with their translations, and a client that asks the site in process."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from PIL import Image, ImageDraw

from limitedtimes.errors import FetchError
from limitedtimes.model.article import Article, ArticleState, Block, BlockKind, Mark, MarkKind, Page, Picture, Reason
from limitedtimes.model.translation import ArticleTranslation, Engine, Flag, SentenceState, TranslatedSentence
from limitedtimes.ports import FetchLimits, Response
from limitedtimes.rules.coverage import cover
from limitedtimes.rules.snippets import sentences
from limitedtimes.store import codec, grouping, press, search, sources, stories
from limitedtimes.store.database import jsonb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.applications import Starlette

    from limitedtimes.model.source import Source
    from limitedtimes.store.database import Connection

ENGINE = Engine("engine 1.0", "model-pt-en-1", "0" * 64)
EVENING = datetime(2020, 10, 22, 18, 45, 52, tzinfo=UTC)
Unit = tuple[str, str | None]  # original and English; None: not translated


def block(
    kind: BlockKind,
    *units: Unit,
    marks: Sequence[tuple[MarkKind, str, str | None]] = (),
    level: int | None = None,
    joiner: str = " ",
) -> tuple[Block, tuple[TranslatedSentence, ...]]:
    """A block of sentences. A mark is given by its kind, the words that it covers, and where it leads."""
    text = joiner.join(original for original, _ in units)
    found, at = [], 0
    for original, english in units:
        start = text.index(original, at)
        at = start + len(original)
        found.append(sentence(original, english, start))
    covered = tuple(
        Mark(mark, (text.index(words), text.index(words) + len(words)), href) for mark, words, href in marks
    )
    return Block(kind, text, covered, level), tuple(found)


def sentence(original: str, english: str | None, start: int = 0, *flags: Flag) -> TranslatedSentence:
    """A sentence with its translation; without one it has failed."""
    state = SentenceState.FAILED if english is None else SentenceState.TRANSLATED
    return TranslatedSentence(original, (start, start + len(original)), english, state, flags=flags)


def paragraph(*units: Unit, **options: Any) -> tuple[Block, tuple[TranslatedSentence, ...]]:
    """A paragraph of sentences."""
    return block(BlockKind.PARAGRAPH, *units, **options)


@dataclass(frozen=True)
class Story:
    """An article with its translation, ready to be printed."""

    title: Unit
    lead: Unit | None = None
    body: Sequence[tuple[Block, tuple[TranslatedSentence, ...]]] = ()
    language: str | None = "pt"
    published: datetime | None = EVENING
    topic: str | None = None
    kicker: Unit | None = None
    pictures: Sequence[Picture] = ()
    captions: Sequence[str | None] = ()
    authors: Sequence[str] = ()
    agencies: Sequence[str] = ()
    state: ArticleState = ArticleState.COMPLETE
    reason: Reason | None = None
    engine: Engine | None = ENGINE
    url: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)

    def article(self, url: str) -> Article:
        """The original."""
        return Article(
            url=url,
            title=self.title[0],
            blocks=tuple(one for one, _ in self.body),
            kicker=self.kicker[0] if self.kicker else None,
            lead=self.lead[0] if self.lead else None,
            language=self.language,
            published=self.published,
            authors=tuple(self.authors),
            agencies=tuple(self.agencies),
            pictures=tuple(self.pictures),
            **self.extra,
        )

    def translation(self) -> ArticleTranslation:
        """Its sentences in English."""
        captions = [*self.captions, *[None] * (len(self.pictures) - len(self.captions))]
        translation = ArticleTranslation(
            title=sentence(*self.title),
            blocks=tuple(translated for _, translated in self.body),
            captions=tuple(
                sentence(picture.caption, english) if picture.caption else None
                for picture, english in zip(self.pictures, captions, strict=True)
            ),
            kicker=sentence(*self.kicker) if self.kicker else None,
            lead=sentence(*self.lead) if self.lead else None,
            engine=self.engine,
        )
        return translation if self.engine else _untranslated(translation)


def _untranslated(translation: ArticleTranslation) -> ArticleTranslation:
    def bare(one: TranslatedSentence) -> TranslatedSentence:
        return replace(one, translation=None, state=SentenceState.UNTRANSLATED)

    return replace(
        translation,
        title=bare(translation.title),
        kicker=bare(translation.kicker) if translation.kicker else None,
        lead=bare(translation.lead) if translation.lead else None,
        blocks=tuple(tuple(bare(one) for one in block) for block in translation.blocks),
        captions=tuple(bare(caption) if caption else None for caption in translation.captions),
    )


def outlet(connection: Connection, name: str, language: str = "pt", country: str = "PT") -> Source:
    """Subscribe to an outlet."""
    letters = "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum())
    address = f"https://{letters or 'outlet'}-{language}.example"
    source, _, _ = sources.subscribe(
        connection, url=f"{address}/feed", name=name, home=address, language=language, country=country
    )
    return source


def printed(connection: Connection, source: Source, story: Story, *, now: datetime = EVENING) -> int:
    """Print an article as the press does, and return its number."""
    row = connection.execute("select count(*) as number from article").fetchone()
    assert row is not None
    url = story.url or f"{source.home}/{row['number'] + 1}"
    article, translation = story.article(url), story.translation()
    row = connection.execute(
        """insert into article (source_id, url, url_key, title, language, state, reason_code, reason_message, published, revision,
        first_seen) values (%s, %s, %s, %s, %s, %s, %s, %s, %s, 1, %s) returning id""",
        [
            source.id,
            url,
            url,
            article.title,
            article.language,
            story.state.value,
            story.reason.code if story.reason else None,
            story.reason.message if story.reason else None,
            article.published,
            now,
        ],
    ).fetchone()
    assert row is not None
    number = int(row["id"])
    connection.execute(
        "insert into article_body (article_id, revision, content_hash, content, translation) values (%s, 1, '', %s, %s)",
        [number, jsonb(codec.article_to_json(article)), jsonb(codec.translation_to_json(translation))],
    )
    work = press.ToPrint(number, story.state, 1, article, translation, None)
    press.show(connection, work, topic=story.topic, now=now)
    pairs = list(sentences(translation))
    search.index(
        connection,
        number,
        title_en=translation.title.translation or "",
        text_en="\n".join(pair.english for pair in pairs if pair.english),
        title=article.title,
        text="\n".join(pair.source for pair in pairs),
        language=article.language,
    )
    told(connection, number)
    press.bump(connection, press.pages_of(connection, number))
    return number


def told(connection: Connection, *articles: int, reason: str | None = None) -> int:
    """Make a story of articles as grouping does, the first its headline, and return its number."""
    left = set(stories.stories_of(connection, articles).values())
    story = grouping.new_story(connection)
    for number in articles:
        grouping.place(connection, [(number, story, None if number == articles[0] else reason)])
    found = grouping.prints(connection, {story, *left})
    cards = {one: (prints[0].article_id, cover(prints)) if prints else None for one, prints in found.items()}
    grouping.describe(connection, cards | {story: (articles[0], cover(found[story]))})
    return story


def drawing(name: str, size: tuple[int, int] = (1600, 1000), kind: str = "JPEG") -> bytes:
    """A drawn picture whose colours follow from its name."""
    seed = sum(name.encode()) * 37
    sky, ground = (90 + seed % 120, 110 + seed % 90, 150 + seed % 80), (60 + seed % 70, 70 + seed % 50, 60 + seed % 40)
    image = Image.new("RGB", size, sky)
    draw = ImageDraw.Draw(image)
    draw.ellipse([size[0] * 0.65, size[1] * 0.12, size[0] * 0.8, size[1] * 0.36], fill=(244, 226, 180))
    for row in range(4):
        top = size[1] * (0.5 + row * 0.12)
        tone = tuple(max(0, channel - row * 14) for channel in ground)
        draw.polygon(
            [(0, size[1]), (0, top), (size[0] * (0.2 + 0.2 * row), top - 90), (size[0], top + 40), size], fill=tone
        )
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


class PictureDesk:
    """A fetcher that has a drawn picture at every address, but for what it was given: bytes, or an error to raise."""

    def __init__(self, **known: bytes | FetchError) -> None:
        self.known = known
        self.asked: list[str] = []

    async def fetch(
        self,
        url: str,
        *,
        limits: FetchLimits | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        robots: bool = True,
        accept: str | None = None,
    ) -> Response:
        """Answer with the picture of that name."""
        del limits, etag, last_modified, robots, accept
        self.asked.append(url)
        name = url.rpartition("/")[2].partition(".")[0]
        found = self.known.get(name)
        if isinstance(found, FetchError):
            raise found
        return Response(200, Page(url, found if found is not None else drawing(name)))


@dataclass(frozen=True)
class Answer:
    """What the site answered; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def get(app: Starlette, target: str, method: str = "GET", **headers: str) -> Answer:
    """Ask the site in process, as a server would: an underscore in a header's name stands for a hyphen."""
    return asyncio.run(ask(app, target, method, headers))


async def ask(app: Starlette, target: str, method: str, headers: Mapping[str, str]) -> Answer:
    """Ask the site in process, in a loop that runs."""
    path, _, query = target.partition("?")

    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"127.0.0.1"), *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    messages: list[dict[str, Any]] = []
    answered = asyncio.Event()

    async def receive() -> dict[str, Any]:
        await answered.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        messages.append(message)

    await app(scope, receive, send)
    answered.set()
    start = next(message for message in messages if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in messages if message["type"] == "http.response.body")
    return Answer(start["status"], {k.decode(): v.decode() for k, v in start["headers"]}, body)
