from __future__ import annotations

import pytest

from limitedtimes.rules.bylines import Byline, agencies_in, last_line, read_byline, says_by, signature


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("By John Smith & Ann Lee", ("John Smith", "Ann Lee"), ()),
        ("dpa Deutsche Presse-Agentur GmbH", (), ("dpa",)),
        ("Ana Souza / Agência Atlântica", ("Ana Souza",), ("Agência Atlântica",)),
        ("Redação", (), ()),
        ("Newsroom", (), ()),
        ("https://talbote.example/eva", (), ()),
        ("eva@talbote.example", (), ()),
        ("新华社", (), ("Xinhua",)),
        ("Von Eva Muster und Max Meier, dpa", ("Eva Muster", "Max Meier"), ("dpa",)),
        ("mes / dpa / AFP", ("mes",), ("dpa", "AFP")),
        ("Reuters", (), ("Reuters",)),
        ("(Xinhua)", (), ("Xinhua",)),
        ("Redação com Lusa", (), ("Lusa",)),
        ("Jean Dupont avec AFP", ("Jean Dupont",), ("AFP",)),
        ("por Redacción | EFE", (), ("EFE",)),
        ("ТАСС/Иван Иванов", ("Иван Иванов",), ("TASS",)),
        ("記者王小明／台北報導", ("王小明",), ()),
        ("【東京=山田太郎】", ("山田太郎",), ()),
        ("【ベルリン共同】", (), ("Kyodo",)),
        ("서울=연합뉴스 김철수 기자", ("김철수",), ("Yonhap",)),
        ("김철수 기자", ("김철수",), ()),
        ("박준석 기자 외 1명", ("박준석",), ()),
        ("김철수 기자 kim@x.example", ("김철수",), ()),
        ("(中央社記者王小明台北5日電)", ("王小明",), ("CNA",)),
        ("中央社記者王小明台北5日電", ("王小明",), ("CNA",)),
        ("تحرير: أحمد علي", ("أحمد علي",), ()),
        ("بقلم: سارة حسن", ("سارة حسن",), ()),
        ("Max Meier, Korrespondent in Berlin", ("Max Meier",), ()),
        ("Max Meier, Berlin", ("Max Meier",), ()),
        ("By John Smith, Special to The Star", ("John Smith",), ()),
        ("John Smith, staff writer", ("John Smith",), ()),
        ("John Smith and wires", ("John Smith",), ()),
        ("Jane Roe @janeroe jane@x.example", ("Jane Roe",), ()),
        ("José Ortega y Gasset", ("José Ortega y Gasset",), ()),
        ("Ana Souza e João Lima", ("Ana Souza", "João Lima"), ()),
        ("Jean Dupont et Marie Curie (avec AFP)", ("Jean Dupont", "Marie Curie"), ("AFP",)),
        ("Jean Dupont (AFP)", ("Jean Dupont",), ("AFP",)),
        ("AFP, MANILA", (), ("AFP",)),
        ("约翰·史密斯", ("约翰·史密斯",), ()),
        ("文／王小明", ("王小明",), ()),
        ("本報記者 王小明", ("王小明",), ()),
        ("Sportredaktion", (), ()),
        ("Digital Desk", (), ()),
        ("Equipo de Redacción", (), ()),
        ("Dr. Max Kolter", ("Dr. Max Kolter",), ()),
        ("Van Damme", ("Van Damme",), ()),
        ("di Mario Rossi", ("Mario Rossi",), ()),
        ("Di Maio Luigi", ("Di Maio Luigi",), ()),
        ("Maria da Silva", ("Maria da Silva",), ()),
        ("Oleh: Budi Santoso", ("Budi Santoso",), ()),
        ("Theo TTXVN", (), ("VNA",)),
        ("Του Γιάννη Παπά", ("Γιάννη Παπά",), ()),
        ("dpa-Korrespondent Max Meier", ("Max Meier",), ()),
        ("山田太郎記者", ("山田太郎",), ()),
        ("Наш корреспондент Иван Иванов", ("Иван Иванов",), ()),
        ("Sita Sharma", ("Sita Sharma",), ()),
        ("Sita", ("Sita",), ()),
        ("SITA", (), ("SITA",)),
        ("Anna Nowak (PAP)", ("Anna Nowak",), ("PAP",)),
        ("Editor: Budi | Penulis: Ani Wijaya", ("Ani Wijaya",), ()),
        ("De notre envoyé spécial à Kiev", (), ()),
        ("Juan Pérez en Madrid", ("Juan Pérez",), ()),
        ("Jean Dupont à Paris", ("Jean Dupont",), ()),
        ("Eva Muster | 12.03.2024, 10:15 Uhr", ("Eva Muster",), ()),
        ("Reporting by Jane Roe; Editing by John Doe", ("Jane Roe",), ()),
        ("新华社记者王小明", ("王小明",), ("Xinhua",)),
        ("פלוני אלמוני", ("פלוני אלמוני",), ()),
        ("מאת: פלוני אלמוני", ("פלוני אלמוני",), ()),
        ("โดย สมชาย ใจดี", ("สมชาย ใจดี",), ()),
        ("राजेश कुमार, संवाददाता", ("राजेश कुमार",), ()),
        ("John Smith for CNN", ("John Smith",), ()),
        ("Lance Lemaire et Theodor Vilar", ("Lance Lemaire", "Theodor Vilar"), ()),
        ("Quelle: dpa", (), ("dpa",)),
        ("Suhartono", ("Suhartono",), ()),
        ("Anne-Marie", ("Anne-Marie",), ()),
        ("webmaster", (), ()),
        ("Redação O Farol, com agências internacionais", (), ()),
        ("Ana Souza - G1", ("Ana Souza",), ()),
        ("Text: Eva Muster, Fotos: Max Meier", ("Eva Muster",), ()),
        ("Onze correspondent Jan Jansen", ("Jan Jansen",), ()),
        ("Van onze verslaggever", (), ()),
        ("Piotr Nowak, oprac. ab", ("Piotr Nowak",), ()),
        ("Иван Иванов, фото автора", ("Иван Иванов",), ()),
        ("Ника Иванова, корреспондент РИА Новости", ("Ника Иванова",), ("RIA Novosti",)),
        ("文/本报记者 王小明 李大华", ("王小明", "李大华"), ()),
        ("作者：王小明 编辑：李大华", ("王小明",), ()),
        ("김철수 워싱턴특파원", ("김철수",), ()),
        ("Sarah Smith, North Scotland editor", ("Sarah Smith",), ()),
        ("Story by AFP", (), ("AFP",)),
        ("Reported by: ANI, Written by: Ravi Kumar", ("Ravi Kumar",), ("ANI",)),
        ("dpa/AFP/epd/jml", ("jml",), ("dpa", "AFP", "epd")),
        ("red-online", (), ()),
        ("M.A.", ("M.A.",), ()),
        ("J. R. R. Tolkien", ("J. R. R. Tolkien",), ()),
        ("Agence France-Presse", (), ("AFP",)),
        ("By Jane Roe, with files from The Canadian Press", ("Jane Roe",), ("The Canadian Press",)),
        ("Ian O'Brien", ("Ian O'Brien",), ()),
        ("Talbote", (), ()),
        ("Max Muster mit Material der dpa", ("Max Muster",), ("dpa",)),
        ("dts Nachrichtenagentur", (), ("dts",)),
        ("AFP y Reuters", (), ("AFP", "Reuters")),
        ("Ana Díaz / Agencias", ("Ana Díaz",), ()),
        ("By Associated Press", (), ("AP",)),
        ("By JANE ROE Associated Press", ("JANE ROE",), ("AP",)),
        ("Von Max Meier und unseren Agenturen", ("Max Meier",), ()),
    ],
)
def test_bylines_are_split(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = read_byline(text, ["Talbote"])
    assert (byline.authors, byline.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("mes / dpa / AFP", ("mes",), ("dpa", "AFP")),
        ("(APA, 3.5.2024)", (), ("APA",)),
        ("Quelle: dpa", (), ("dpa",)),
        ("dpa/lno", ("lno",), ("dpa",)),
        ("(Europa Press)", (), ("Europa Press",)),
        ("(dmk)", ("dmk",), ()),
        ("Redação, com Lusa", (), ("Lusa",)),
        ("Redaktion mit dpa", (), ("dpa",)),
        ("La Rédaction avec AFP", (), ("AFP",)),
        ("Redacción/EFE", (), ("EFE",)),
        ("M.A. / Lusa", ("M.A.",), ("Lusa",)),
        ("VF/Lusa", ("VF",), ("Lusa",)),
        ("Redazione", (), ()),
    ],
)
def test_signatures_are_read(text: str, authors: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = signature(text)
    assert byline is not None
    assert (byline.authors, byline.agencies) == (authors, agencies)


@pytest.mark.parametrize(
    ("text", "authors", "agencies"),
    [
        ("Agência Atlântica", (), ("Agência Atlântica",)),
        ("Agentur Nord / mes", ("mes",), ("Agentur Nord",)),
        ("Agence Armorique, avec AFP", (), ("Agence Armorique", "AFP")),
        ("mes / dpa", ("mes",), ("dpa",)),
    ],
)
def test_a_last_line_may_name_an_agency_that_no_list_has(
    text: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    assert last_line(text) == Byline(authors, agencies)


@pytest.mark.parametrize("text", ["Agentur für Arbeit", "Agência nega atraso", "A Agência Espacial adiou o voo."])
def test_other_last_lines_are_no_signature(text: str) -> None:
    assert last_line(text) is None


def test_an_unlisted_agency_alone_is_none_inside_a_text() -> None:
    assert signature("Agência Atlântica") is None


def test_an_outlet_that_calls_itself_an_agency_is_nobody_on_its_own_pages() -> None:
    assert read_byline("Agência Mangue", ["Agência Mangue"]) == Byline()


def test_initials_of_a_named_author_are_no_second_author() -> None:
    named = Byline(("Henrique Lobo Peçanha", "Jan-Ole Petersen", "Maria da Silva"))
    assert (named + Byline(("hlp", "jop", "M.S.", "mes"))).authors == (*named.authors, "mes")


@pytest.mark.parametrize("text", ["Das Wetter", "Von Max Muster", "dpa meldet drei Tote.", "", "a / b", "der die das"])
def test_other_lines_are_no_signature(text: str) -> None:
    assert signature(text) is None


@pytest.mark.parametrize(
    ("first", "last", "agencies"),
    [
        ("Berlin (dpa) - Der Kanzler reist.", "Ende.", ("dpa",)),
        ("Berlin. Der Kanzler reist.", "Er kommt am Montag zurück. (AFP/mes)", ("AFP",)),
        ("PARIS - AFP - Le président part.", "Fin.", ("AFP",)),
        ("Der Kanzler (SPD) reist.", "Er kommt zurück (oder nicht).", ()),
        ("MADRID, 3 May. (EUROPA PRESS) - El Gobierno aprueba.", "Fin.", ("Europa Press",)),
        ("МОСКВА, 3 мая. /ТАСС/. Совет собрался.", "Конец.", ("TASS",)),
        ("(서울=연합뉴스) 김철수 기자 = 정부는 오늘 발표했다.", "끝", ("Yonhap",)),
        ("【ベルリン共同】首相は発表した。", "以上", ("Kyodo",)),
        ("新华社北京5月3日电 会议召开。", "完", ("Xinhua",)),
        ("（中央社記者王小明台北3日電）會議召開。", "完", ("CNA",)),
        ("नई दिल्ली, 3 मई (भाषा) बैठक हुई।", "समाप्त", ("PTI",)),
        ("القاهرة (رويترز) - قال متحدث.", "انتهى", ("Reuters",)),
        ("Вечером совет собрался.", "Решение принято. /ТАСС/", ("TASS",)),
    ],
)
def test_agencies_are_found_in_dateline_and_signature(first: str, last: str, agencies: tuple[str, ...]) -> None:
    assert agencies_in(first, last) == agencies


@pytest.mark.parametrize(
    "text", ["Von Eva Muster", "Par Jean Dupont et Marie Curie", "Автор: Иван Иванов", "By AFP", "מאת: דנה כהן"]
)
def test_lines_that_say_by(text: str) -> None:
    assert says_by(text)


@pytest.mark.parametrize("text", ["Von hier nach dort", "Par amour", "Eva Muster", "Por qué no", "Vor Ort"])
def test_lines_that_begin_like_it_and_say_something_else(text: str) -> None:
    assert not says_by(text)
