"""Pages of an outlet that does not exist, and reading them."""

from __future__ import annotations

from datetime import UTC, datetime

from limitedtimes.ingest.page.extract import read_page
from limitedtimes.model.article import Article, Block, BlockKind, MarkKind, Page
from limitedtimes.ports import Detection

NOW = datetime(2024, 5, 4, tzinfo=UTC)
URL = "https://talbote.example/politik/neues-gesetz-schuetzt-die-waelder"
TITLE = "Neues Gesetz schützt die Wälder"
SENTENCES = [
    "Die Regierung hat am Freitag ein neues Gesetz über den Schutz der Wälder beschlossen, wie ein Sprecher mitteilte.",
    "Das Gesetz soll nach den Worten der Ministerin im kommenden Jahr in Kraft treten und zehn Jahre lang gelten.",
    "Umweltverbände begrüßten den Beschluss, verlangten aber strengere Regeln für den Bau neuer Straßen im Wald.",
    "Die Opposition kündigte an, im Bundesrat dagegen zu stimmen, weil den Ländern dadurch hohe Kosten entstünden.",
    "Im Jahr 2019 waren nach Angaben des Amtes 245.000 Hektar Wald zerstört worden, so viel wie nie zuvor.",
    "Nun muss noch der Präsident unterschreiben, bevor die Vorschriften im Gesetzblatt verkündet werden können.",
]
JAPANESE = [
    "政府は金曜日、森林の保護に関する新しい法律を閣議決定したと報道官が明らかにした。",
    "この法律は大臣の説明によると、来年施行され、十年間にわたって効力を持つことになる。",
    "環境団体は決定を歓迎する一方で、森林での新たな道路建設についてより厳しい規制を求めた。",
    "野党側は、地方自治体に多額の費用が生じるとして、参議院で反対する方針を示している。",
]
ARABIC = [
    "أعلنت الحكومة يوم الجمعة عن قانون جديد لحماية الغابات في البلاد، وفق ما ذكره المتحدث الرسمي باسمها.",
    "ومن المقرر أن يدخل القانون حيز التنفيذ في العام المقبل وأن يستمر العمل به لمدة عشر سنوات كاملة.",
    "ورحبت منظمات البيئة بالقرار، لكنها طالبت بقواعد أكثر صرامة بشأن بناء الطرق الجديدة داخل الغابات.",
    "وقالت المعارضة إنها ستصوت ضد القانون في المجلس لأن تكاليفه على الأقاليم ستكون مرتفعة للغاية.",
]
MENU = (
    "<header><nav><ul>" + "".join(f"<li><a href='/s{n}'>Rubrik {n}</a></li>" for n in range(9)) + "</ul></nav></header>"
)
TEASERS = "".join(
    f"<div class='x'><a href='/a/{n}'><img src='/t{n}.jpg'><span>Ganz andere Meldung Nummer {n} aus der Stadt</span></a></div>"
    for n in range(6)
)


class Detector:
    """Knows French by an accent, and takes the rest for German."""

    def detect(self, text: str) -> Detection | None:
        return Detection("fr" if "à" in text and "ü" not in text else "de", 0.99) if text.strip() else None


def paragraphs(texts: list[str] = SENTENCES, tag: str = "p") -> str:
    """Each text in an element of its own."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def site(body: str, head: str = f"<title>{TITLE} - Talbote</title>", language: str = "de") -> str:
    """A body among the menus, teasers and footer of its site."""
    footer = "<footer><p>Der Talbote ist eine Zeitung der Talbote Verlagsgesellschaft mit Sitz in Passau.</p></footer>"
    return f"<html lang='{language}'><head>{head}</head><body>{MENU}{body}<div>{TEASERS}</div>{footer}</body></html>"


def article(body: str) -> str:
    """A whole page with an article that has a headline."""
    return site(f"<main><article><h1>{TITLE}</h1>{body}</article></main>")


def read(html: str, url: str = URL) -> Article:
    """What is read from a page."""
    return read_page(Page(url, html.encode(), "text/html"), language=None, detector=Detector(), now=NOW)


def texts(read: Article) -> list[str]:
    """Texts of an article's blocks, pictures aside."""
    return [block.text for block in read.blocks if block.kind is not BlockKind.PICTURE]


def of_kind(read: Article, kind: BlockKind) -> list[Block]:
    """Blocks of one kind."""
    return [block for block in read.blocks if block.kind is kind]


def marked(block: Block, kind: MarkKind) -> list[str]:
    """Words under marks of one kind."""
    return [block.text[slice(*mark.span)] for mark in block.marks if mark.kind is kind]
