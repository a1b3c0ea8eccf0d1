"""Dates as feeds and pages write them, in the languages and calendars of the world, to aware UTC.

ISO 8601, RFC 822, seconds since 1970, dates in words (months after Unicode CLDR), Chinese, Japanese and Korean dates, the
Solar Hijri and the Buddhist year, Japanese eras. "Two hours ago" is no date: nobody knows when it was written.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from limitedtimes.ingest.calendars import (
    AFTERNOON,
    ERAS,
    FILLERS,
    MORNING,
    TWO_WORDS,
    fold,
    from_solar,
    month_of,
    solar_month_of,
)

if TYPE_CHECKING:
    from datetime import tzinfo

_FIRST = datetime(1995, 1, 1, tzinfo=UTC)  # no news page is older
_AHEAD = timedelta(days=2)
_LONGEST = 100  # characters of a date in words
# Zone names that outlets write in RFC 822 dates although the standard knows only American ones; hours east of UTC.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2,
    "SAST": 2, "EEST": 3, "MSK": 3, "МСК": 3, "TRT": 3, "IRST": 3.5, "GST": 4, "PKT": 5, "IST": 5.5, "NPT": 5.75, "BDT": 6,
    "WIB": 7, "ICT": 7, "WITA": 8, "WIT": 9, "HKT": 8, "SGT": 8, "PHT": 8, "KST": 9, "JST": 9, "AEST": 10, "AEDT": 11,
    "BRT": -3, "ART": -3, "CLT": -4, "COT": -5, "PET": -5, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7,
}  # fmt: skip
# The same letters mean another zone where another language is written.
_LOCAL_ZONES = {("zh", "CST"): 8, ("he", "IST"): 2, ("he", "IDT"): 3, ("ar", "AST"): 3, ("ga", "IST"): 1}
# Zones of countries that have one, by top-level domain: for dates that name none.
_COUNTRY_ZONES = {
    "ae": "Asia/Dubai", "af": "Asia/Kabul", "al": "Europe/Tirane", "am": "Asia/Yerevan", "ar": "America/Argentina/Buenos_Aires",
    "at": "Europe/Vienna", "az": "Asia/Baku", "ba": "Europe/Sarajevo", "bd": "Asia/Dhaka", "be": "Europe/Brussels",
    "bg": "Europe/Sofia", "bo": "America/La_Paz", "br": "America/Sao_Paulo", "by": "Europe/Minsk", "ch": "Europe/Zurich",
    "cl": "America/Santiago", "cn": "Asia/Shanghai", "co": "America/Bogota", "cr": "America/Costa_Rica", "cu": "America/Havana",
    "cy": "Asia/Nicosia", "cz": "Europe/Prague", "de": "Europe/Berlin", "dk": "Europe/Copenhagen", "do": "America/Santo_Domingo",
    "dz": "Africa/Algiers", "ec": "America/Guayaquil", "ee": "Europe/Tallinn", "eg": "Africa/Cairo", "es": "Europe/Madrid",
    "et": "Africa/Addis_Ababa", "fi": "Europe/Helsinki", "fr": "Europe/Paris", "ge": "Asia/Tbilisi", "gr": "Europe/Athens",
    "gt": "America/Guatemala", "hk": "Asia/Hong_Kong", "hn": "America/Tegucigalpa", "hr": "Europe/Zagreb", "hu": "Europe/Budapest",
    "ie": "Europe/Dublin", "il": "Asia/Jerusalem", "in": "Asia/Kolkata", "iq": "Asia/Baghdad", "ir": "Asia/Tehran",
    "is": "Atlantic/Reykjavik", "it": "Europe/Rome", "jo": "Asia/Amman", "jp": "Asia/Tokyo", "ke": "Africa/Nairobi",
    "kg": "Asia/Bishkek", "kh": "Asia/Phnom_Penh", "kr": "Asia/Seoul", "kw": "Asia/Kuwait", "la": "Asia/Vientiane",
    "lb": "Asia/Beirut", "lk": "Asia/Colombo", "lt": "Europe/Vilnius", "lu": "Europe/Luxembourg", "lv": "Europe/Riga",
    "ma": "Africa/Casablanca", "md": "Europe/Chisinau", "me": "Europe/Podgorica", "mk": "Europe/Skopje", "mm": "Asia/Yangon",
    "mt": "Europe/Malta", "my": "Asia/Kuala_Lumpur", "ni": "America/Managua", "nl": "Europe/Amsterdam", "no": "Europe/Oslo",
    "np": "Asia/Kathmandu", "pa": "America/Panama", "pe": "America/Lima", "ph": "Asia/Manila", "pk": "Asia/Karachi",
    "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "py": "America/Asuncion", "qa": "Asia/Qatar", "ro": "Europe/Bucharest",
    "rs": "Europe/Belgrade", "sa": "Asia/Riyadh", "se": "Europe/Stockholm", "sg": "Asia/Singapore", "si": "Europe/Ljubljana",
    "sk": "Europe/Bratislava", "sn": "Africa/Dakar", "sv": "America/El_Salvador", "sy": "Asia/Damascus", "th": "Asia/Bangkok",
    "tj": "Asia/Dushanbe", "tn": "Africa/Tunis", "tr": "Europe/Istanbul", "tw": "Asia/Taipei", "tz": "Africa/Dar_es_Salaam",
    "ua": "Europe/Kyiv", "uk": "Europe/London", "uy": "America/Montevideo", "uz": "Asia/Tashkent", "ve": "America/Caracas",
    "vn": "Asia/Ho_Chi_Minh", "za": "Africa/Johannesburg",
}  # fmt: skip
_ISO = re.compile(
    r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ]*(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)?$",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"(\d{9,10})(\d{3})?(?:\.\d+)?$")
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CJK = re.compile(
    r"(?:(令和|平成|昭和|民國|民国)\s*)?(\d{1,4}|元)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]?"
)
_CJK_TIME = re.compile(r"(\d{1,2})\s*[時时點点시]\s*(?:(\d{1,2})\s*[分분]?)?\s*(?:(\d{1,2})\s*[秒초])?")
_CLOCK = re.compile(
    r"(?<!\d)(\d{1,2})(?:\s?:\s?|(?<=\d)[.hH](?=\d\d(?!\d)(?!\.\d)))(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?!\d)"
)
_HOUR = re.compile(r"(?<!\d)(\d{1,2})\s?(?:h|hs|hrs|uhr|часов|ч)\b\.?", re.IGNORECASE)
# A zone stands behind the time; a year may follow it.
_OFFSET = re.compile(
    r"(?:(?<=[:.hT]\d\d)|(?<=[ap]m)|(?<=\.\d\d\d))\s*\(?(?:GMT|UTC|UT)?\s*([+-])(\d{1,2}):?(\d{2})?\)?(?=\s\d{4}$|$)",
    re.IGNORECASE,
)
_ZONE_NAME = re.compile(r"(?<=[\dmM])\s*\(?(?<![^\W\d_])([A-ZМСК]{1,5})\)?(?=\s\d{4}$|$)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d|[./-]\d)")
_VIETNAMESE = re.compile(r"\btháng\s+(\d{1,2})\b", re.IGNORECASE)
_HALF = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
_WORD = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0e7f\u200c'’.])*|[^\w\s]")
_DATE_WORDS = 3  # before the day there may stand a weekday, or "Updated on"


def parse_date(text: str | None, zone: tzinfo = UTC, language: str | None = None) -> datetime | None:
    """A moment in UTC; ``zone`` holds where the text names none. None for what is not surely a date.

    ``language`` (BCP 47) tells what a word means that two languages use (``listopad``). Of 3/5/2024 the day stands first,
    except before AM and PM.
    """
    value = " ".join(_MARKS.sub("", unicodedata.normalize("NFC", text or "")).split())
    if not value or len(value) > _LONGEST:
        return None
    value = _digits(value)
    for reader in (_iso, _epoch, _rfc822):
        if moment := reader(value, zone, language):
            return moment
    return _words(value, zone, language)


def plausible(moment: datetime | None, now: datetime) -> datetime | None:
    """Return the moment unless it is before there was a web or more than two days ahead of ``now``."""
    return moment if moment and _FIRST <= moment <= now + _AHEAD else None


def named_offset(text: str) -> tzinfo | None:
    """Offset that a date names, None where it names none or UTC: programs write Z without meaning it."""
    found = _OFFSET.search(" ".join(text.split()))
    return _offset(*found.group(1, 2, 3)) if found else None


def country_zone(url: str) -> tzinfo:
    """Zone of the country that an address's domain names, if it has one; else UTC."""
    try:
        name = _COUNTRY_ZONES.get((urlsplit(url).hostname or "").rpartition(".")[2])
        return ZoneInfo(name) if name else UTC
    except (ValueError, ZoneInfoNotFoundError):
        return UTC


def _digits(text: str) -> str:
    """The same with ASCII digits: Arabic, Persian, Devanagari and full-width ones are decimal digits to Unicode."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text).replace("：", ":")


def _iso(value: str, zone: tzinfo, _: str | None) -> datetime | None:
    found = _ISO.match(value)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.group(1, 3, 4, 5, 6, 7))
    named = found.group(8)
    if named and named[0] in "+-":
        digits = named[1:].replace(":", "")
        zone = _offset(named[0], digits[:2], digits[2:]) or zone
    elif named:
        zone = UTC
    return _moment(*_gregorian(year, month, day), (hour, minute, second), zone)


def _epoch(value: str, _: tzinfo, __: str | None) -> datetime | None:
    found = _EPOCH.match(value)
    return datetime.fromtimestamp(int(found.group(1)), UTC) if found else None


def _rfc822(value: str, zone: tzinfo, language: str | None) -> datetime | None:
    if _HALF.search(value):  # the parser would pass over PM
        return None
    rest, named = _without_zone(value, language)
    try:
        moment = parsedate_to_datetime(rest if named else value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=named or zone)).astimezone(UTC)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def _without_zone(value: str, language: str | None) -> tuple[str, tzinfo | None]:
    """Take the zone off a date."""
    zone: tzinfo | None = None
    if found := _OFFSET.search(value):
        zone = _offset(*found.group(1, 2, 3))
    elif found := _ZONE_NAME.search(value):
        letters = found.group(1)
        hours = _LOCAL_ZONES.get((language or "", letters), _ZONES.get(letters))
        zone = None if hours is None else timezone(timedelta(hours=hours))
    return (value[: found.start()] + value[found.end() :], zone) if found and zone else (value, None)


def _offset(sign: str, hours: str, minutes: str | None) -> tzinfo | None:
    east = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(east if sign == "+" else -east) if east <= timedelta(hours=14) else None


def _words(value: str, zone: tzinfo, language: str | None) -> datetime | None:
    """A date in words or numbers: the time is taken out, then day, month and year are what is left."""
    value, named = _without_zone(value, language)
    date, rest = _cjk(value) or (None, value)
    clock, rest = _clock(rest)
    if date is None:
        date, rest = _numeric(rest, value) or (None, rest)
    if date is None:
        date = _named_month(rest, language)
    elif any(fold(word) not in FILLERS and not _half(word) and len(word) > 1 for word in _tokens(rest)[_DATE_WORDS:]):
        return None
    if date is None:
        return None
    return _moment(*date, clock or (0, 0, 0), named or zone)


def _cjk(value: str) -> tuple[tuple[int, int, int], str] | None:
    found = _CJK.search(value)
    if not found:
        return None
    era, year, month, day = found.groups()
    number = 1 if year == "元" else int(year)
    if era:
        number += ERAS[era]
    elif number < 100:
        number += 2000
    return (number, int(month), int(day)), value[: found.start()] + " " + value[found.end() :]


def _clock(value: str) -> tuple[tuple[int, int, int] | None, str]:
    """Time of day, on 24 hours, and the text without it. The last one: 03.05.2024 begins like a time."""
    dotless = _NUMBERS.sub(lambda date: "_" * len(date.group()), value)
    found = _CJK_TIME.search(dotless) or next(reversed(list(_CLOCK.finditer(dotless))), None) or _HOUR.search(dotless)
    if not found:
        return None, value
    hour, minute, second = (int(part or 0) for part in (*found.groups(), None, None)[:3])
    before, after = value[: found.start()], value[found.end() :]
    half = next((kind for word in (*_tokens(before)[-1:], *_tokens(after)[:1]) if (kind := _half(word))), None)
    half = half or next((kind for word in _tokens(before + " " + after) if (kind := _half(word))), None)
    if half == "am" and hour == 12:
        hour = 0
    elif half == "pm" and hour < 12:
        hour += 12
    return (hour, minute, second), before + " " + after


def _half(word: str) -> str | None:
    bare = word.lower().strip("()")
    folded = fold(bare)
    if bare in MORNING or folded in MORNING:
        return "am"
    return "pm" if bare in AFTERNOON or folded in AFTERNOON else None


def _numeric(rest: str, whole: str) -> tuple[tuple[int, int, int], str] | None:
    found = _NUMBERS.search(rest)
    if not found:
        return None
    first, mark, second, third = found.group(1), found.group(2), int(found.group(3)), found.group(4)
    if len(first) == 4:
        year, month, day = int(first), second, int(third)
    else:
        day, month, year = int(first), second, _full_year(third)
        american = mark == "/" and re.search(r"\d\s?[AP]M\b", whole)
        if month > 12 >= day or (american and day <= 12):
            day, month = month, day
    return _gregorian(year, month, day), rest[: found.start()] + " " + rest[found.end() :]


def _full_year(digits: str) -> int:
    """RFC 2822, 4.3: two digits below 50 are of this century."""
    year = int(digits)
    return year + (2000 if year < 50 else 1900) if len(digits) <= 2 else year


def _gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Take years of other calendars to ours: 13xx and 14xx are Solar Hijri, 24xx and 25xx Buddhist."""
    if 1300 <= year < 1500:
        try:
            solar = from_solar(year, month, day)
        except ValueError:
            return year, month, day
        return solar.year, solar.month, solar.day
    return (year - 543 if 2400 <= year < 2700 else year), month, day


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text)


def _named_month(text: str, language: str | None) -> tuple[int, int, int] | None:
    """Day, month word and year, in any order, with nothing between them that could mean something else."""
    folded = _VIETNAMESE.sub(lambda found: f" {_MONTH_NAMES[int(found.group(1)) % 13]} ", text)
    for pair in TWO_WORDS:
        if pair in folded.lower():
            folded = re.sub(re.escape(pair), pair.replace(" ", "_"), folded, flags=re.IGNORECASE)
    words = [word.replace("_", " ") for word in re.findall(r"[^\W\d_]+_[^\W\d_]+|" + _WORD.pattern, folded)]
    months = [(place, found) for place, word in enumerate(words) if (found := _month(word, language))]
    numbers = [(place, word) for place, word in enumerate(words) if word.isdigit()]
    if len(months) != 1 or len(numbers) != 2 or not _nothing_else(words, months[0][0], numbers):
        return None
    (month, solar), day, year = months[0][1], numbers[0][1], numbers[1][1]
    if len(day) > 2 or (len(year) <= 2 and len(day) <= 2 and int(day) > 31):
        day, year = year, day
    if len(day) > 2 or not (len(year) == 4 or (len(year) == 2 and numbers[1][0] > months[0][0])):
        return None
    return _gregorian_of(_full_year(year), month, int(day), solar=solar)


_MONTH_NAMES = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _gregorian_of(year: int, month: int, day: int, *, solar: bool) -> tuple[int, int, int] | None:
    if not solar:
        return _gregorian(year, month, day) if not 1300 <= year < 1500 else None
    try:
        found = from_solar(year, month, day)
    except ValueError:
        return None
    return found.year, found.month, found.day


def _month(word: str, language: str | None) -> tuple[int, bool] | None:
    month = month_of(word, language) or month_of(word.removeprefix("ב"), language)  # Hebrew writes "in May" as one word
    if month is not None:
        return month, False
    solar = solar_month_of(word)
    return None if solar is None else (solar, True)


def _nothing_else(words: list[str], month: int, numbers: list[tuple[int, str]]) -> bool:
    """Tell whether a date is all there is: some words before it, such as a weekday, and fillers inside and after it."""
    first = min(month, numbers[0][0])
    before = [word for word in words[:first] if word.isalpha() and fold(word) not in FILLERS]
    inside = [word for place, word in enumerate(words) if place > first and place != month and not word.isdigit()]
    meaning = [word for word in inside if fold(word) not in FILLERS and word not in FILLERS and not _half(word)]
    # A weekday may stand behind the year, as in Hungarian; one word.
    return len(before) <= _DATE_WORDS and len(meaning) <= 1


def _moment(year: int, month: int, day: int, clock: tuple[int, int, int], zone: tzinfo) -> datetime | None:
    hour, minute, second = clock
    try:
        late = timedelta(days=1) if (hour, minute, second) == (24, 0, 0) else timedelta()
        moment = datetime(year, month, day, hour % 24 if late else hour, minute, min(second, 59), tzinfo=zone)
        return (moment + late).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
