from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from lxml import html

from limitedtimes.cli import cli
from limitedtimes.errors import SettingsError
from limitedtimes.ingest.language import Py3LangidDetector
from limitedtimes.ingest.page.extract import read_page
from limitedtimes.ingest.page.outlets import BUNDLED, Outlets, load, read_file
from limitedtimes.ingest.page.selectors import Selector
from limitedtimes.model.article import Article, ArticleForm, Page

if TYPE_CHECKING:
    from pathlib import Path

DETECTOR = Py3LangidDetector()
HEAD = 'version = 1\nhosts = ["gazette.example"]\n'
WORDS = "O conselho municipal aprovou ontem o orçamento para as novas escolas, depois de um debate de quatro horas"
PAGE = f"""<html lang="pt"><head><title>Orçamento aprovado | Gazeta</title>
<meta property="og:type" content="article"></head><body>
<h1>Gazeta da Serra</h1>
<div class="top"><span class="k">Autarquias</span><div class="t">Escolas vão ter mais dinheiro</div>
<p class="l">Quatro horas de debate acabaram com um voto contra.</p>
<span class="by">Ana Prata</span><i data-when="2024-03-02T10:30:00+00:00" class="when">ontem</i></div>
<div class="box"><p>{WORDS} da primeira vez.</p>
<div class="offer"><p>{WORDS} que ninguém pediu aqui.</p></div>
<figure><img src="/a.jpg" width="900" height="600" alt=""><div class="under"><b class="c">A escola nova.</b> <i class="x">Rui Sá</i></div></figure>
<p>{WORDS} da segunda vez.</p><p>Sim.</p></div>
<div class="more"><p>{WORDS} noutra notícia qualquer.</p></div>
</body></html>"""


def write(folder: Path, text: str, name: str = "gazette.toml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def outlets_of(folder: Path, keys: str) -> Outlets:
    write(folder, HEAD + keys)
    return load([folder])


def read_with(outlets: Outlets, url: str = "https://www.gazette.example/2024/1") -> Article:
    page = Page(url, PAGE.encode(), "text/html; charset=utf-8")
    return read_page(page, language=None, detector=DETECTOR, outlets=outlets)


def texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.text]


@pytest.mark.parametrize(
    ("selector", "found"),
    [
        ("p", "abcd"),
        ("p.one", "ab"),
        (".one.two", "b"),
        ("#c", "c"),
        ("div p", "bcd"),
        ("div > p", "bd"),
        ("section p, p.one", "abc"),
        ("p[data-kind]", "bd"),
        ('p[data-kind="x y"]', "b"),
        ("p[data-kind~=y]", "b"),
        ("p[data-kind^='x']", "bd"),
        ("p[data-kind$='y']", "b"),
        ("p[data-kind*='w']", "d"),
        ("*#c", "c"),
        ("P.ONE", ""),
    ],
)
def test_selectors_find_what_css_finds(selector: str, found: str) -> None:
    page = html.document_fromstring(
        '<p id="a" class="one">1</p><div><p id="b" class="one  two" data-kind="x y">2</p>'
        '<section><p id="c" class="oneandmore">3</p></section><p id="d" data-kind="xw">4</p></div>'
    )
    assert "".join(one.get("id") or "" for one in Selector(selector).find(page)) == found


@pytest.mark.parametrize(
    "selector",
    ["", "p:first-child", "p >", "> p", "p,", ",", "p[", "p[a=b", "p..x", ".1a b[c^='']", "p{}", "a:b", "[x:y]"],
)
def test_selectors_that_are_none_are_refused(selector: str) -> None:
    with pytest.raises(ValueError, match=r"cannot be understood|not complete|matches nothing"):
        Selector(selector)


def test_the_text_is_all_of_what_the_file_says(tmp_path: Path) -> None:
    article = read_with(outlets_of(tmp_path, 'text = ".box"\nremove = "div.offer"\n'))
    assert texts(article) == [f"{WORDS} da primeira vez.", f"{WORDS} da segunda vez.", "Sim."]


def test_what_is_removed_takes_no_text_behind_it_along(tmp_path: Path) -> None:
    outlets = outlets_of(tmp_path, 'remove = ["b", "i.gone"]\n')
    root = html.document_fromstring("<p>Um <b>dois</b> três <i class='gone'>quatro</i> cinco</p>")
    outlets.find("https://gazette.example/").prepare(root)
    assert "".join(str(text) for text in root.itertext()).split() == ["Um", "três", "cinco"]


def test_the_heads_places_are_the_files(tmp_path: Path) -> None:
    keys = 'headline = ".t"\nkicker = ".k"\nlead = ".l"\nauthor = ".by"\npublished = ".when"\ntext = ".box"\n'
    page = PAGE.replace("data-when", "datetime")
    article = read_page(
        Page("https://gazette.example/1", page.encode(), "text/html"),
        language=None,
        detector=DETECTOR,
        outlets=outlets_of(tmp_path, keys),
    )
    assert (article.title, article.kicker) == ("Escolas vão ter mais dinheiro", "Autarquias")
    assert article.lead == "Quatro horas de debate acabaram com um voto contra."
    assert article.authors == ("Ana Prata",)
    assert article.published == datetime(2024, 3, 2, 10, 30, tzinfo=UTC)


def test_captions_and_credits_are_those_beside_the_picture(tmp_path: Path) -> None:
    article = read_with(outlets_of(tmp_path, 'text = ".box"\ncaption = ".c"\ncredit = ".x"\n'))
    assert [(one.caption, one.credit) for one in article.pictures] == [("A escola nova.", "Rui Sá")]


def test_form_and_language_are_the_files(tmp_path: Path) -> None:
    article = read_with(outlets_of(tmp_path, 'form = "interview"\nlanguage = "gl"\n'))
    assert article.form is ArticleForm.INTERVIEW
    assert article.language == "pt"  # a sure detection, and the page's own word, count more than an outlet's habit


def test_places_that_a_page_does_not_have_change_nothing(tmp_path: Path) -> None:
    said = "".join(f'{key} = ".nowhere"\n' for key in ("text", "remove", "headline", "lead", "author", "published"))
    assert read_with(outlets_of(tmp_path, said)) == read_with(Outlets())


def test_a_file_is_for_its_hosts_and_those_below(tmp_path: Path) -> None:
    outlets = outlets_of(tmp_path, 'remove = "p"\n')
    assert outlets.find("https://m.gazette.example/x").hosts == ("gazette.example",)
    assert outlets.find("https://gazette.example.evil.example/").hosts == ()
    assert outlets.find("https://other-gazette.example/").hosts == ()
    assert outlets.find("not an address").hosts == ()


def test_the_owners_file_counts_more_than_the_programs(tmp_path: Path) -> None:
    for name, selector in (("bundled", "a"), ("own", "b")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, f'{HEAD}remove = "{selector}"\n')
    found = load([tmp_path / "bundled", tmp_path / "own", tmp_path / "missing"]).find("https://gazette.example/")
    assert found.selectors["remove"].text == "b"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('hosts = ["a.example"]\n', 1, "write version = 1"),
        ('\nversion = 2\nhosts = ["a.example"]\n', 2, "does not know version 2"),
        ("version = 1\n", 1, "hosts are names"),
        ('version = 1\nhosts = ["https://a.example/"]\n', 2, "hosts are names"),
        ('version = 1\nhosts = "a.example"\n\ntekst = "p"\n', 4, "'tekst' is unknown"),
        ('version = 1\nhosts = "a.example"\nremove = ["p", "q:hover"]\n', 3, "cannot be understood"),
        ('version = 1\nhosts = "a.example"\ntext = 5\n', 3, "text is a text"),
        ('version = 1\nhosts = "a.example"\nform = "poem"\n', 3, "form is one of"),
        ('version = 1\nhosts = "a.example"\nlanguage = "klingon"\n', 3, "language is a code"),
        ('version = 1\nhosts = "a.example"\n[text]\na = 1\n', 3, "text is a text"),
        ('version = 1\nhosts = "a.example"\ntext = "p\n', 3, ""),
        ("version = 1\nversion = 1\n", 2, ""),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(SettingsError) as raised:
        read_file(file)
    assert str(file) in str(raised.value)
    assert f"line {line}" in str(raised.value)
    assert said in str(raised.value)


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"#" * 200_000])
def test_what_is_no_outlet_file_is_said(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "gazette.toml"
    file.write_bytes(body)
    with pytest.raises(SettingsError, match=r"gazette\.toml"):
        read_file(file)


def test_a_broken_file_is_reported_and_ignored(tmp_path: Path) -> None:
    write(tmp_path, "version = 9\n", "broken.toml")
    outlets = outlets_of(tmp_path, 'remove = ".offer"\n')
    assert len(outlets.problems) == 1
    assert "broken.toml" in outlets.problems[0]
    assert outlets.find("https://gazette.example/").hosts == ("gazette.example",)


def test_the_programs_own_files_are_good() -> None:
    bundled = load([BUNDLED])
    assert bundled.problems == ()
    assert bundled.by_host


def test_the_command_checks_files(tmp_path: Path) -> None:
    good, bad = write(tmp_path, HEAD), write(tmp_path, HEAD + 'remove = "p:x"\n', "bad.toml")
    assert CliRunner().invoke(cli, ["outlets", "check", str(good)]).output == f"{good}: good, for gazette.example\n"
    result = CliRunner().invoke(cli, ["outlets", "check", str(good), str(bad)])
    assert result.exit_code == 1
    assert f"{bad}, line 3" in result.stderr
