"""Names of languages and countries in English, and the direction in which a text runs."""

from __future__ import annotations

import unicodedata

# BCP 47 code and English name (after CLDR's English names).
_LANGUAGES = """
af Afrikaans|am Amharic|an Aragonese|ar Arabic|as Assamese|ast Asturian|ay Aymara|az Azerbaijani|ba Bashkir|be Belarusian|
bg Bulgarian|bho Bhojpuri|bm Bambara|bn Bangla|bo Tibetan|br Breton|bs Bosnian|ca Catalan|ceb Cebuano|ckb Central Kurdish|
co Corsican|crh Crimean Tatar|cs Czech|cv Chuvash|cy Welsh|da Danish|de German|dv Dhivehi|dz Dzongkha|ee Ewe|el Greek|
en English|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian|ff Fula|fi Finnish|fil Filipino|fj Fijian|fo Faroese|
fr French|fur Friulian|fy Western Frisian|ga Irish|gd Scottish Gaelic|gl Galician|gn Guarani|gsw Swiss German|gu Gujarati|
ha Hausa|haw Hawaiian|he Hebrew|hi Hindi|hr Croatian|hsb Upper Sorbian|ht Haitian Creole|hu Hungarian|hy Armenian|
id Indonesian|ig Igbo|ilo Iloko|is Icelandic|it Italian|iu Inuktitut|ja Japanese|jv Javanese|ka Georgian|kab Kabyle|
kk Kazakh|kl Greenlandic|km Khmer|kn Kannada|ko Korean|kok Konkani|ks Kashmiri|ku Kurdish|ky Kyrgyz|la Latin|
lb Luxembourgish|lg Ganda|li Limburgish|ln Lingala|lo Lao|lt Lithuanian|lv Latvian|mai Maithili|mg Malagasy|mi Māori|
mk Macedonian|ml Malayalam|mn Mongolian|mni Manipuri|mr Marathi|ms Malay|mt Maltese|my Burmese|nb Norwegian Bokmål|
nds Low German|ne Nepali|nl Dutch|nn Norwegian Nynorsk|no Norwegian|nso Northern Sotho|nv Navajo|ny Nyanja|oc Occitan|
om Oromo|or Odia|os Ossetic|pa Punjabi|pap Papiamento|pl Polish|pnb Western Punjabi|ps Pashto|pt Portuguese|qu Quechua|
rm Romansh|rn Rundi|ro Romanian|ru Russian|rw Kinyarwanda|sa Sanskrit|sah Yakut|sat Santali|sc Sardinian|scn Sicilian|
sd Sindhi|se Northern Sami|sh Serbo-Croatian|si Sinhala|sk Slovak|sl Slovenian|sm Samoan|sn Shona|so Somali|sq Albanian|
sr Serbian|ss Swati|st Southern Sotho|su Sundanese|sv Swedish|sw Swahili|ta Tamil|te Telugu|tet Tetum|tg Tajik|th Thai|
ti Tigrinya|tk Turkmen|tl Tagalog|tn Tswana|to Tongan|tpi Tok Pisin|tr Turkish|ts Tsonga|tt Tatar|tw Twi|ty Tahitian|
tyv Tuvinian|udm Udmurt|ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|ve Venda|vec Venetian|vi Vietnamese|wa Walloon|wo Wolof|
xh Xhosa|yi Yiddish|yo Yoruba|yue Cantonese|zh Chinese|zu Zulu|ace Acehnese|bcl Bikol|dsb Lower Sorbian|gcf Guadeloupean Creole|
gcr Guianese Creole|guw Gun|ki Kikuyu|lij Ligurian|ltg Latgalian|nr South Ndebele|pcm Nigerian Pidgin|vo Volapük|war Waray
"""

# ISO 3166-1 alpha-2 and the short English name.
_COUNTRIES = """
AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania|AM Armenia|AO Angola|
AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba|AX Åland Islands|AZ Azerbaijan|
BA Bosnia and Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin|
BL Saint Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands|BR Brazil|BS Bahamas|BT Bhutan|BV Bouvet Island|BW Botswana|
BY Belarus|BZ Belize|CA Canada|CC Cocos Islands|CD DR Congo|CF Central African Republic|CG Republic of the Congo|
CH Switzerland|CI Côte d’Ivoire|CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|
CV Cabo Verde|CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica|
DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|ES Spain|ET Ethiopia|
FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|GA Gabon|GB United Kingdom|GD Grenada|
GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|
GQ Equatorial Guinea|GR Greece|GS South Georgia and the South Sandwich Islands|GT Guatemala|GU Guam|GW Guinea-Bissau|GY Guyana|HK Hong Kong|HM Heard Island and McDonald Islands|HN Honduras|HR Croatia|
HT Haiti|HU Hungary|ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India|IO British Indian Ocean Territory|IQ Iraq|IR Iran|IS Iceland|IT Italy|
JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|
KN Saint Kitts and Nevis|KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|
LC Saint Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|
MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF Saint Martin|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|
MM Myanmar|MN Mongolia|MO Macao|MP Northern Mariana Islands|MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|
MU Mauritius|MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|
NF Norfolk Island|NG Nigeria|NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|
PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|
PM Saint Pierre and Miquelon|PN Pitcairn Islands|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar|
RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|
SG Singapore|SH Saint Helena|SI Slovenia|SJ Svalbard and Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|
SO Somalia|SR Suriname|SS South Sudan|ST São Tomé and Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|
TC Turks and Caicos Islands|TD Chad|TF French Southern Territories|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|
TL Timor-Leste|TM Turkmenistan|TN Tunisia|TO Tonga|TR Türkiye|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|
UA Ukraine|UG Uganda|UM US Minor Outlying Islands|US United States|UY Uruguay|UZ Uzbekistan|VA Vatican City|VC Saint Vincent and the Grenadines|
VE Venezuela|VG British Virgin Islands|VI US Virgin Islands|VN Vietnam|VU Vanuatu|WF Wallis and Futuna|WS Samoa|
XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe
"""

_SCRIPTS = {
    "arab": "Arabic script",
    "cyrl": "Cyrillic",
    "deva": "Devanagari",
    "hans": "Simplified",
    "hant": "Traditional",
    "latn": "Latin",
}
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa", "yezi"}
)
# Languages whose usual script runs from right to left; az, ku, pa and uz are missing on purpose.
_RIGHT_TO_LEFT = frozenset(
    [
        "ar",
        "arz",
        "ary",
        "ckb",
        "dv",
        "fa",
        "glk",
        "he",
        "iw",
        "ji",
        "ks",
        "lrc",
        "mzn",
        "nqo",
        "pnb",
        "ps",
        "sd",
        "syr",
        "ug",
        "ur",
        "yi",
    ]
)
_FORMER = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro"}  # codes that ISO 639 withdrew and pages still carry
_LETTERS_LOOKED_AT = 400


def _table(text: str) -> dict[str, str]:
    rows = (row.strip().partition(" ") for row in text.split("|"))
    return {code: name for code, _, name in rows}


LANGUAGES = _table(_LANGUAGES)
COUNTRIES = _table(_COUNTRIES)
_CODES = {name.lower(): code for code, name in LANGUAGES.items()}


def base(code: str) -> str:
    """Return the language without script and region: ``pt`` of ``pt-BR``."""
    first = code.replace("_", "-").partition("-")[0].lower()
    return _FORMER.get(first, first)


def language_name(code: str | None) -> str:
    """Return the English name of a BCP 47 language: "Portuguese (Brazil)"; the code where there is no name for it."""
    if not code or code == "und":
        return "an unknown language"
    language = base(code)
    if not (name := LANGUAGES.get(language)):
        return code
    subtags = code.replace("_", "-").split("-")[1:]
    details = [_SCRIPTS.get(part.lower()) or COUNTRIES.get(part.upper()) for part in subtags]
    known = ", ".join(detail for detail in details if detail)
    return f"{name} ({known})" if known else name


def language_code(name: str) -> str | None:
    """Return the code for an English name of a language, or the code itself where it is one; None if it is neither."""
    lowered = name.strip().lower()
    return _CODES.get(lowered) or (lowered if base(lowered) in LANGUAGES else None)


def country_name(code: str | None) -> str | None:
    """Return the short English name of an ISO 3166-1 alpha-2 country; the code where there is no name for it."""
    return COUNTRIES.get(code.upper(), code) if code else None


def direction(code: str | None, text: str) -> str:
    """Return ``rtl`` or ``ltr``: by the code's script, else by the letters of the text, else by the language's usual script.

    A language alone does not tell: Azerbaijani, Kurdish, Punjabi and Uzbek are written both ways.
    """
    subtags = code.lower().replace("_", "-").split("-") if code else []
    if script := next((part for part in subtags[1:] if len(part) == 4 and part.isalpha()), None):
        return "rtl" if script in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    strong = [kind for kind in map(unicodedata.bidirectional, text[:_LETTERS_LOOKED_AT]) if kind in ("L", "R", "AL")]
    if strong:
        return "ltr" if strong.count("L") * 2 >= len(strong) else "rtl"
    return "rtl" if subtags and subtags[0] in _RIGHT_TO_LEFT else "ltr"
