"""Dates in the forms and languages in which feeds write them. Every line of MOMENT is the same moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from limitedtimes.ingest.calendars import from_solar
from limitedtimes.ingest.dates import country_zone, named_offset, parse_date

EAST = timezone(timedelta(hours=2))
MOMENT = datetime(2024, 5, 3, 8, 15, tzinfo=UTC)

FORMS = """
2024-05-03T10:15:00+02:00
2024-05-03T10:15+02
2024-05-03T10:15:00.123456789+02:00
2024-05-03T10:15:00:000+02:00
2024-05-03 10:15:00 +0200 CEST
2024-05-03 08:15:00 UTC
2024/05/03 10:15:00
2024.05.03 10:15
20240503T1015
20240503101500
1714724100
1714724100000
Fri, 03 May 2024 10:15:00 +0200
Fri, 03 May 24 10:15:00 +0200
Fri, 03 May 2024 10:15:00 +0200 (CEST)
Fri, 3 May 2024 10:15 CEST
Fri, 03 May 2024 10:15:00 GMT+2
Fri, 03 May 2024 10:15:00 GMT+02:00
Fri, 03 May 2024 10:15:00 (UTC+02:00)
Fri, 03 May 2024 03:15:00 EST
Fri, 03 May 2024 08:15:00 Z
Fri May 03 10:15:00 CEST 2024
Fri May 03 10:15:00 +0200 2024
03/05/2024 10:15
03.05.2024 10:15
03.05.24, 10:15
03-05-2024 10:15:00
10:15 03-05-2024
03.05.2024 10.15 +02:00
3.5.2024 klo 10.15
03/05/2024 - 10h15
5/3/2024 10:15:00 AM
May 3rd, 2024 10:15am
03-May-2024 10:15
03/May/2024 10:15
"""

LANGUAGES = """
de Fr, 03 Mai 2024 10:15:00 +0200
de Freitag, 3. Mai 2024, 10:15 Uhr
de 03. Mai 2024 um 10.15 Uhr
fr ven., 03 mai 2024 10:15:00 +0200
fr vendredi 3 mai 2024 à 10h15
es vie, 03 may 2024 10:15:00 +0200
es 3 de mayo de 2024, 10:15 h
pt sex, 03 mai 2024 10:15:00 +0200
pt 3 de maio de 2024, às 10h15
it ven, 03 mag 2024 10:15:00 +0200
it 3 maggio 2024 alle 10.15
nl vr, 03 mei 2024 10:15:00 +0200
nl 3 mei 2024 om 10:15
pl pt., 03 maj 2024 10:15:00 +0200
pl 3 maja 2024 r., godz. 10:15
ru Пт, 03 май 2024 10:15:00 +0200
ru 3 мая 2024 г. 10:15
ru 03 мая 2024 11:15 МСК
uk пт, 03 трав. 2024 10:15:00 +0200
uk 3 травня 2024, 10:15
cs pá, 03 kvě 2024 10:15:00 +0200
cs 3. května 2024 10:15
sk 3. mája 2024 10:15
hr 3. svibnja 2024. 10:15
sr 3. мај 2024. 10:15
bg 3 май 2024 г. 10:15
ro 3 mai 2024, 10:15
hu 2024. május 3., péntek 10:15
fi 3. toukokuuta 2024 klo 10.15
et 3. mai 2024 kell 10:15
lt 2024 m. gegužės 3 d. 10:15
lv 2024. gada 3. maijā 10:15
sv 3 maj 2024 kl. 10.15
nb 3. mai 2024 kl. 10:15
el Παρ, 03 Μάι 2024 10:15:00 +0200
el Παρασκευή, 3 Μαΐου 2024 10:15 π.μ.
tr 3 Mayıs 2024 Cuma 10:15
tr Cum, 03 May 2024 10:15:00 +0200
az 3 may 2024 10:15
ka 3 მაისი, 2024 10:15
hy 3 մայիսի 2024 10:15
he 3 במאי 2024 10:15
ar الجمعة 3 مايو 2024 10:15
ar ٣ مايو ٢٠٢٤ ١٠:١٥
ar 3 أيار 2024 10:15 ص
ar ٢٠٢٤-٠٥-٠٣ ١٠:١٥ ص
fa ۱۴۰۳/۰۲/۱۴ ۱۰:۱۵
fa جمعه ۱۴ اردیبهشت ۱۴۰۳ - ۱۰:۱۵
fa ۳ مه ۲۰۲۴ ۱۰:۱۵
prs 14 ثور 1403 10:15
ur 3 مئی 2024 10:15
hi 3 मई 2024 10:15
bn ৩ মে ২০২৪, ১০:১৫
ta 3 மே 2024 10:15
th 3 พฤษภาคม 2567 10:15 น.
th 3 พ.ค. 2567 10:15
vi Thứ sáu, 03 Tháng 5 2024 10:15
id Jumat, 03 Mei 2024 15:15 WIB
ja 2024年05月03日(金) 10時15分
ja 令和6年5月3日 午前10時15分
zh 2024年5月3日 上午10:15
zh 2024-05-03 16:15:00 CST
zh 民國113年5月3日 10:15
ko 2024년 5월 3일 오전 10:15
ko 2024. 5. 3. 오전 10:15
ko 2024-05-03 오전 10:15:00
"""


@pytest.mark.parametrize("text", FORMS.strip().splitlines())
def test_a_moment_is_read_in_every_form(text: str) -> None:
    assert parse_date(text, EAST) == MOMENT


@pytest.mark.parametrize("line", LANGUAGES.strip().splitlines())
def test_a_moment_is_read_in_every_language(line: str) -> None:
    language, _, text = line.partition(" ")
    assert parse_date(text, EAST, language) == MOMENT


def test_a_language_is_needed_only_where_two_mean_different_things() -> None:
    unknown = [line for line in LANGUAGES.strip().splitlines() if parse_date(line.partition(" ")[2], EAST) != MOMENT]
    assert unknown == ["zh 2024-05-03 16:15:00 CST"]
    assert parse_date("3. listopada 2024", UTC, "pl") == datetime(2024, 11, 3, tzinfo=UTC)
    assert parse_date("3. listopada 2024", UTC, "hr") == datetime(2024, 10, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("3 May 2024 12:15 AM", 0),
        ("3 May 2024 12:15 PM", 12),
        ("2024년 5월 3일 오후 3:15", 15),
        ("2024年5月3日 下午3:15", 15),
        ("2024年5月3日 午後3時15分", 15),
        ("3 Μαΐου 2024 3:15 μ.μ.", 15),
        ("3 مايو 2024 3:15 م", 15),
    ],
)
def test_halves_of_the_day(text: str, hour: int) -> None:
    assert parse_date(text) == datetime(2024, 5, 3, hour, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "gestern",
            "há 2 horas",
            "2 hours ago",
            "vor 3 Stunden",
            "3 dakika önce",
            "12",
            "2024",
            "10:15",
            "Mai 2024",
            "3 Mai",
        ),
        *(
            "Seit 3. Mai 2024 gilt die neue Regel der Stadt",
            "Kapitel 3.5.2024.7",
            "1234567",
            "99/99/2024",
            "31.02.2024",
        ),
        *(
            "2024-02-30T10:00:00",
            "Room 12 may 2024 be open 10",
            "1403/13/40",
            "5 von 10 Mai",
            "a" * 500,
            "9" * 30,
            "\x00",
        ),
    ],
)
def test_what_is_not_surely_a_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1405, 9, 2), date(2026, 11, 23)),
    ],
)
def test_solar_hijri_days(solar: tuple[int, int, int], day: date) -> None:
    assert from_solar(*solar) == day


def test_the_end_of_a_day_is_the_beginning_of_the_next() -> None:
    assert parse_date("2024-05-03T24:00:00Z") == datetime(2024, 5, 4, tzinfo=UTC)
    assert parse_date("2016-12-31T23:59:60Z") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


def test_offsets_and_countries() -> None:
    assert named_offset("Fri, 03 May 2024 10:15:00 +0200") == EAST
    assert named_offset("Fri, 03 May 2024 10:15:00 GMT") is None
    assert named_offset("03-05-2024") is None
    zone = country_zone("https://www.zeitung.de/x")
    assert datetime(2024, 5, 3, tzinfo=zone).utcoffset() == timedelta(hours=2)
    assert country_zone("https://zeitung.example/") is UTC
