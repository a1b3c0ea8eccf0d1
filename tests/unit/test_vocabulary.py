from __future__ import annotations

import unicodedata
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import marian_files
from limitedtimes.nmt import vocabulary as vocabulary_module
from limitedtimes.nmt.errors import ModelError
from limitedtimes.nmt.vocabulary import UNKNOWN, Vocabulary, words

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS = """
Os bombeiros combateram o incêndio; a “polícia” não.
الرئيس قال يوم الثلاثاء إن الحكومة ستوافق على الميزانية
הנשיא אמר ביום שלישי שהממשלה תאשר את התקציב
राष्ट्रपति ने मंगलवार को कहा कि सरकार बजट को मंजूरी देगी
ประธานาธิบดีกล่าวเมื่อวันอังคารว่ารัฐบาลจะอนุมัติงบประมาณ
"""
TRAINED = marian_files.PORTUGUESE + marian_files.JAPANESE + SCRIPTS
MIXED = [
    "O preço subiu 3%.",
    "  dois  espaços \t e\nlinhas ",
    "ﬁm de ½ ㎏ ﷺ ①",
    "e\u0301 a\u0303o: decomposed",
    "الرئيس قال",
    "הנשיא, אמר",
    "大統領は火曜日",
    "राष्ट्रपति ने",
    "ประธานาธิบดี",
    "👨‍👩‍👧 👍🏽 ❤️",
    "\x00nul\x07bell\x7f",
    "soft\u00adhyphen zero\u200bwidth\ufeff",
    "\ud800 lone \udfff",
    "</s> <unk> ▁under▁score",
    "",
    " \u3000\n",
    "\u0301",
]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return vocabulary(tmp_path_factory.mktemp("plain"), byte_fallback=False)


@pytest.fixture(scope="module")
def bytewise(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    return vocabulary(tmp_path_factory.mktemp("bytes"), byte_fallback=True)


def vocabulary(folder: Path, *, byte_fallback: bool) -> Vocabulary:
    path = folder / "vocab.spm"
    path.write_bytes(marian_files.vocabulary(TRAINED, 400, byte_fallback=byte_fallback))
    return Vocabulary(path)


def covered(text: str, spans: list[tuple[int, int]]) -> str:
    """The characters that are in some span; the others as dots."""
    inside = {place for start, end in spans for place in range(start, end)}
    return "".join(character if place in inside else "." for place, character in enumerate(text))


def is_text(character: str) -> bool:
    """Whether a character is one that normalisation keeps: no white space (which ▁ and U+FFFD are), control or format."""
    return (
        character not in "▁\ufffd"
        and not character.isspace()
        and unicodedata.category(character) not in ("Cc", "Cf", "Cs")
    )


def check_spans(text: str, spans: list[tuple[int, int]]) -> None:
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert not any(text[start:end] != text[start:end].strip() for start, end in spans)
    kept = covered(text, spans)
    assert [a for a, b in zip(text, kept, strict=True) if is_text(a) and a != b] == []


@pytest.mark.parametrize("text", MIXED)
def test_spans_cover_the_text_as_given(plain: Vocabulary, bytewise: Vocabulary, text: str) -> None:
    for one in (plain, bytewise):
        encoded = one.encode(text)
        assert len(encoded.ids) == len(encoded.spans)
        check_spans(text, encoded.spans)
        decoded = one.decode(encoded.ids)
        assert len(decoded.spans) == len(encoded.ids)
        check_spans(decoded.text, decoded.spans)


@given(text=st.text(max_size=60) | st.text("ab ½ﬁé\u0301\u200b日の ▁", max_size=30))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_short_way_to_spans_is_the_long_one(plain: Vocabulary, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    clean = "".join(letter for letter in text if letter.isprintable())
    encoded = plain.encode(clean)
    with monkeypatch.context() as patched:
        patched.setattr(vocabulary_module, "_spans", vocabulary_module._trimmed)
        assert plain.encode(clean) == encoded


@given(text=st.text(max_size=60) | st.text("ab ½ﬁé\u0301\u200b日の ▁", max_size=30))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_has_spans(plain: Vocabulary, bytewise: Vocabulary, text: str) -> None:
    for one in (plain, bytewise):
        encoded = one.encode(text)
        check_spans(text, encoded.spans)
        check_spans(*one.decode(encoded.ids))


@given(data=st.data())
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_pieces_make_a_text_with_spans(plain: Vocabulary, bytewise: Vocabulary, data: st.DataObject) -> None:
    for one in (plain, bytewise):
        ids = data.draw(st.lists(st.integers(1, one.size - 1), max_size=20))
        decoded = one.decode(ids)
        assert decoded.text == decoded.text.strip()
        assert len(decoded.spans) == len(ids)
        check_spans(*decoded)


@pytest.mark.parametrize("text", [line for line in TRAINED.split("\n") if line])
def test_known_text_survives_there_and_back_with_the_same_spans(plain: Vocabulary, text: str) -> None:
    normal = unicodedata.normalize("NFKC", text)
    encoded = plain.encode(normal)
    decoded = plain.decode(encoded.ids)
    assert decoded.text == normal
    assert decoded.spans == encoded.spans


def test_a_character_that_becomes_several_is_shared_by_their_pieces(bytewise: Vocabulary) -> None:
    encoded = bytewise.encode("x ½ y")
    parts = [span for span in encoded.spans if span[0] < 3 <= span[1]]
    assert len(parts) > 1
    assert set(parts) == {(2, 3)}


def test_the_bytes_of_a_character_share_its_span(bytewise: Vocabulary) -> None:
    encoded = bytewise.encode("a 🦜b")
    assert encoded.spans[-5:] == [(2, 3)] * 4 + [(3, 4)]
    decoded = bytewise.decode(encoded.ids)
    assert decoded.text == "a 🦜b"
    assert decoded.spans[-5:] == [(2, 3)] * 4 + [(3, 4)]


def test_combining_marks_belong_to_their_letter(plain: Vocabulary) -> None:
    decomposed, composed = plain.encode("caf\u0065\u0301 x"), plain.encode("café x")
    assert decomposed.ids == composed.ids
    assert decomposed.spans[-1] == (6, 7)
    assert composed.spans[-1] == (5, 6)


def test_an_unknown_piece_has_its_place_in_the_text(plain: Vocabulary) -> None:
    encoded = plain.encode("o 🦜 x")
    assert UNKNOWN in encoded.ids
    decoded = plain.decode(encoded.ids)
    place = decoded.spans[encoded.ids.index(UNKNOWN)]
    assert decoded.text[slice(*place)] == "⁇"


def test_a_lone_surrogate_is_a_replacement_character_of_the_same_length(plain: Vocabulary) -> None:
    assert plain.encode("a\ud83d b") == plain.encode("a\ufffd b")


def test_a_piece_that_is_only_a_space_stands_before_what_follows(plain: Vocabulary) -> None:
    spaces = [span for span in plain.encode("o   🦜").spans if span[0] == span[1]]
    assert spaces == [(4, 4)]


@pytest.mark.parametrize("data", [b"", b"\xff" * 100, marian_files.vocabulary(TRAINED, 400)[:5000]])
def test_what_is_no_vocabulary_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "vocab.spm"
    path.write_bytes(data)
    with pytest.raises(ModelError, match=r"vocab\.spm cannot be used: it is no SentencePiece model, or is damaged\."):
        Vocabulary(path)


def test_a_missing_vocabulary_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.spm cannot be read: No such file or directory\."):
        Vocabulary(tmp_path / "none.spm")


def test_a_folder_is_no_vocabulary(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be used: it is no file"):
        Vocabulary(tmp_path)


def test_a_vocabulary_with_other_special_ids_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vocab.spm"
    path.write_bytes(marian_files.vocabulary(TRAINED, 400, eos=1, unknown=0))
    with pytest.raises(ModelError, match="its ids of sentence end and unknown word are not 0 and 1"):
        Vocabulary(path)


@given(cut=st.integers(0, 400), changes=st.lists(st.tuples(st.integers(0, 8000), st.integers(0, 255)), max_size=3))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_vocabulary_is_refused_or_encodes(tmp_path: Path, cut: int, changes: list[tuple[int, int]]) -> None:
    data = bytearray(marian_files.vocabulary(TRAINED, 400))
    for place, byte in changes:
        data[place % len(data)] = byte
    path = tmp_path / "vocab.spm"
    path.write_bytes(data[: len(data) - cut])
    with suppress(ModelError):
        assert Vocabulary(path).size > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" \n\t\u3000", ""),
        ("Sim, não; talvez.", "Sim|,|não|;|talvez|."),
        ("Nagorno-Karabakh d'água l’État Sant·Boi", "Nagorno-Karabakh|d'água|l’État|Sant·Boi"),
        ("2.200.112 1,5 12:30 18h45 3/4 50% R$10", "2.200.112|1,5|12:30|18h45|3/4|50|%|R|$|10"),
        ("foo,bar e:f 1.", "foo|,|bar|e|:|f|1|."),
        ("os E.U.A. e a.C. fim.", "os|E.U.A.|e|a.C.|fim|."),
        ("“aspas” (dentro) – fora…", "“|aspas|”|(|dentro|)|–|fora|…"),
        ("a -b- c--d 'x'", "a|-|b|-|c|-|-|d|'|x|'"),
        ("cafe\u0301s e\u0301-x", "cafe\u0301s|e\u0301-x"),
        ("राष्ट्रपति ने कहा।", "राष्ट्रपति|ने|कहा|।"),
        ("قالَ، الرئيس؟", "قالَ|،|الرئيس|؟"),
        ("הַנָּשִׂיא אמר", "הַנָּשִׂיא|אמר"),
        ("大統領は、カメラマンをみた。", "大|統|領|は|、|カメラマン|をみた|。"),
        ("ジョン・スミス2人", "ジョン|・|スミス|2|人"),
        ("中国的AM党", "中|国|的|AM|党"),
        ("한국은 크다", "한국은|크다"),
        ("ประเทศไทย", "ป|ระ|เท|ศ|ไท|ย"),
        ("ພາສາລາວ", "ພາ|ສາ|ລາ|ວ"),
        ("ភាសាខ្មែរ", "ភា|សា|ខ្មែ|រ"),
        ("မြန်မာ", "မြ|န်|မာ"),
        ("👨‍👩‍👧👍🏽❤️x", "👨‍👩‍👧|👍🏽|❤️|x"),
        ("x \u0301 y", "x|\u0301|y"),
        ("a\x00b\ud800c", "a|\x00|b|\ud800|c"),
        ("葛\U000e0100飾", "葛\U000e0100|飾"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert "|".join(text[start:end] for start, end in words(text)) == expected


@given(text=st.text(max_size=80) | st.text("a1.-',é\u0301\u200dทेक日の👍 ", max_size=40))
@settings(max_examples=300)
def test_every_character_but_white_space_is_in_exactly_one_word(text: str) -> None:
    found = words(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert covered(text, found).replace(".", "") == "".join(text.split()).replace(".", "")
    assert not any(character.isspace() for start, end in found for character in text[start:end])
