from __future__ import annotations

from datetime import UTC, datetime

import pytest

from limitedtimes.ingest.dom import parse_html
from limitedtimes.ingest.page.headline import Headline, read_headline
from limitedtimes.ingest.page.metadata import read_metadata
from limitedtimes.ingest.page.titles import is_badge, without_site
from limitedtimes.model.article import Page

NOW = datetime(2024, 5, 4, tzinfo=UTC)
URL = "https://www.talbote.example/politik/wald-4711"


def headline(body: str, head: str = "") -> tuple[str, str | None]:
    page = Page(URL, f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>".encode())
    root = parse_html(page)
    assert root is not None
    found = read_headline(root, read_metadata(root, page, NOW), URL) or Headline("")
    return found.title, found.kicker


def og(title: str, site: str = "Talbote") -> str:
    return f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="{site}">'


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("Neues Gesetz schützt die Wälder | Talbote", "Talbote", "Neues Gesetz schützt die Wälder"),
        ("Talbote: Neues Gesetz | Talbote.example", "Talbote", "Talbote: Neues Gesetz | Talbote.example"),
        ("Une loi protège les forêts – Le Courrier", "Le Courrier", "Une loi protège les forêts"),
        ("La ley protege los bosques » El Faro", "El Faro", "La ley protege los bosques"),
        ("Lei protege florestas • Farol do Norte", "Farol do Norte", "Lei protege florestas"),
        ("Закон защищает леса — Вестник", "Вестник", "Закон защищает леса"),
        ("Νόμος για τα δάση :: Ο Φάρος", "Ο Φάρος", "Νόμος για τα δάση"),
        ("قانون جديد لحماية الغابات | المنارة", "المنارة", "قانون جديد لحماية الغابات"),
        ("قانون جديد لحماية الغابات ، المنارة", "المنارة", "قانون جديد لحماية الغابات"),
        ("חוק חדש להגנת היערות - המגדלור", "המגדלור", "חוק חדש להגנת היערות"),
        ("森林を守る新しい法律｜灯台新聞", "灯台新聞", "森林を守る新しい法律"),
        ("森林を守る新しい法律：灯台新聞", "灯台新聞", "森林を守る新しい法律：灯台新聞"),
        ("新法律保护森林_灯塔网", "灯塔网", "新法律保护森林"),
        ("新法律保护森林-灯塔网", "灯塔网", "新法律保护森林"),
        ("新法律保护森林 － 灯塔网", "灯塔网", "新法律保护森林"),
        ("숲을 지키는 새 법ㅣ등대일보", "등대일보", "숲을 지키는 새 법"),
        ("वन रक्षा का नया कानून | प्रकाशस्तंभ", "प्रकाशस्तंभ", "वन रक्षा का नया कानून"),
        ("กฎหมายใหม่ปกป้องป่า | ประภาคาร", "ประภาคาร", "กฎหมายใหม่ปกป้องป่า"),
        ("Luật mới bảo vệ rừng - Hải Đăng", "Hải Đăng", "Luật mới bảo vệ rừng"),
        ("Yeni yasa ormanları koruyor | Fener", "Fener", "Yeni yasa ormanları koruyor"),
        ("E-Mail-Flut – was hilft", "Talbote", "E-Mail-Flut – was hilft"),
        ("Talbote", "Talbote", "Talbote"),
    ],
)
def test_the_name_of_the_site_is_left_out(title: str, site: str, bare: str) -> None:
    assert without_site(title, [site]) == bare


def test_a_section_behind_the_title_goes_too() -> None:
    assert without_site("Wald geschützt - Politik - Talbote", ["Talbote"], ["Politik"]) == "Wald geschützt"
    assert without_site("Politik - Talbote", ["Talbote"], ["Politik"]) == "Politik"


@pytest.mark.parametrize(
    "text",
    ["LIVE", "En direct", "Vídeo", "ВИДЕО", "Premium", "Abo", "Exclusiv", "S+", "مباشر", "動画", "라이브", "直播"],
)
def test_badges(text: str) -> None:
    assert is_badge(text)


@pytest.mark.parametrize("text", ["Direktor", "Livesey", "Abonnenten klagen", "Videospiele boomen", ""])
def test_words_are_no_badges(text: str) -> None:
    assert not is_badge(text)


@pytest.mark.parametrize(
    ("heading", "title", "kicker"),
    [
        ("<h1>Pegel der Ilz sinkt weiter</h1>", "Pegel der Ilz sinkt weiter", None),
        ("<h1>PEGEL DER ILZ SINKT WEITER</h1>", "PEGEL DER ILZ SINKT WEITER", None),
        ("<h1>Pegel der Fischer\u00adhütte<br>sinkt&nbsp;weiter</h1>", "Pegel der Fischerhütte sinkt weiter", None),
        ("<h1><span class='kicker'>Hochwasser</span> Pegel der Ilz sinkt</h1>", "Pegel der Ilz sinkt", "Hochwasser"),
        (
            "<h1><span class='a'>Hochwasser<i class='sr-only'>:</i></span><span class='b'>Pegel der Ilz sinkt weiter</span></h1>",
            "Pegel der Ilz sinkt weiter",
            "Hochwasser",
        ),
        (
            "<h1><span class='b'>Premium</span>Le niveau de la rivière baisse</h1>",
            "Le niveau de la rivière baisse",
            None,
        ),
        ("<h1>El nivel del río baja <em>VÍDEO</em></h1>", "El nivel del río baja", None),
        ("<h1>Nível do rio desce<small class='subtitle'>Ponte reaberta</small></h1>", "Nível do rio desce", None),
        ("<h1><i class='visually-hidden'>Zum Artikel</i>Pegel der Ilz sinkt</h1>", "Pegel der Ilz sinkt", None),
        ("<h1><a href='/'>Talbote</a></h1><h1>Pegel der Ilz sinkt weiter</h1>", "Pegel der Ilz sinkt weiter", None),
        (
            "<div class='dachzeile'>Hochwasser</div><h1>Pegel der Ilz sinkt weiter</h1>",
            "Pegel der Ilz sinkt weiter",
            "Hochwasser",
        ),
    ],
)
def test_the_heading_is_read_as_readers_see_it(heading: str, title: str, kicker: str | None) -> None:
    assert headline(heading) == (title, kicker)


def test_the_visible_heading_goes_before_the_one_for_search_engines() -> None:
    head = og("Ilz: Pegel sinkt – alle Infos zum Hochwasser heute", "Talbote")
    assert headline("<h1>Pegel der Ilz sinkt: Brücke offen</h1>", head)[0] == "Pegel der Ilz sinkt: Brücke offen"


@pytest.mark.parametrize(
    "body",
    [
        "<h1><img src='logo.png' alt='Talbote'></h1><h2>Pegel der Ilz sinkt weiter</h2>",
        "<h1>Talbote – Nachrichten aus dem Tal</h1><h2>Pegel der Ilz sinkt weiter</h2>",
        "<h1>Talbote</h1><div itemprop='headline'>Pegel der Ilz sinkt weiter</div>",
        "<div class='article-title'>Pegel der Ilz sinkt weiter</div>",
        "<p>Kein Titel auf der Seite.</p>",
    ],
)
def test_a_title_that_is_no_first_heading_is_found(body: str) -> None:
    assert headline(body, og("Pegel der Ilz sinkt weiter | Talbote"))[0] == "Pegel der Ilz sinkt weiter"


@pytest.mark.parametrize(
    ("told", "heading"),
    [
        ("Ilz-Pegel sinkt", "Der Pegel der Ilz sinkt weiter"),
        ("Le niveau de la rivière baisse enfin", "Le niveau de la rivière baisse"),
        ("El nivel del río baja", "El nivel del río baja por fin"),
        ("O nível do rio desce", "O nível do rio desce em Mangue"),
        ("Il livello del fiume scende", "Il livello del fiume scende ancora"),
        ("Уровень реки падает", "Уровень реки продолжает падать: мост открыт"),
        ("Poziom rzeki spada", "Poziom rzeki nadal spada"),
        ("Η στάθμη του ποταμού πέφτει", "Η στάθμη του ποταμού πέφτει κι άλλο"),
        ("منسوب النهر ينخفض", "منسوب النهر ينخفض مجددا"),
        ("מפלס הנהר יורד", "מפלס הנהר ממשיך לרדת"),
        ("川の水位が下がる", "川の水位さらに下がる　橋は開通"),
        ("강 수위 하락", "강 수위 계속 하락…다리 개통"),
        ("नदी का जलस्तर घटा", "नदी का जलस्तर और घटा"),
        ("ระดับน้ำลดลง", "ระดับน้ำลดลงอีก"),
        ("Mực nước sông giảm", "Mực nước sông tiếp tục giảm"),
        ("河水水位下降", "河水水位继续下降 大桥开放"),
    ],
)
def test_the_article_s_heading_is_told_from_others_in_every_script(told: str, heading: str) -> None:
    body = f"<h1>☰ Menu</h1><aside class='related'><h1>{told[::-1]}</h1></aside><main><h1>{heading}</h1></main>"
    assert headline(body, og(told))[0] == " ".join(heading.split())
