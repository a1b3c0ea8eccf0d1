from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from limitedtimes.rules.segment import segment

LANGUAGES = ["pt", "de", "fr", "es", "it", "ru", "ar", "hi", "ja", "zh", "th", "el", "tr", "pl", "en", "fi", "xx", None]
# Letters, marks and stops of many scripts: what random text of Unicode's whole range seldom puts together.
_STOPS = [".", "!", "?", "…", "。", "！", "।", "؟", "»", "«", "“", "”", "'", '"', ")", "(", "—"]
_SPACES = [" ", "  ", "\n", "\r", "\t", "\u00a0", "\u3000", "\u200b"]
_WORDS = ["a", "B", "é", "Ж", "中", "の", "ก", "ع", "ह", "1", "22", "Dr", "z.B", "S", "\u0301", "😀", "\ud800"]
_PIECES = st.sampled_from([*_STOPS, *_SPACES, *_WORDS])
_TEXTS = st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=80))


@given(text=_TEXTS, language=st.sampled_from(LANGUAGES))
@example(text="Uma. Duas. Duas. Uma.", language="pt")
@example(text="", language=None)
@example(text=" \n ", language="de")
def test_a_text_is_exactly_its_sentences_and_the_white_space_around_them(text: str, language: str | None) -> None:
    end = 0
    for sentence in segment(text, language):
        start, stop = sentence.span
        assert text[start:stop] == sentence.text
        assert sentence.text == sentence.text.strip() != ""
        assert text[end:start].strip() == ""
        end = stop
    assert text[end:].strip() == ""


@given(text=_TEXTS, language=st.sampled_from(LANGUAGES))
def test_cutting_is_deterministic(text: str, language: str | None) -> None:
    assert segment(text, language) == segment(text, language)


# A bar marks each boundary.
CASES = [
    ("pt", "O Sr. Silva chegou às 10h30.|O prof. Costa não veio.|Custa 3.000 €."),
    ("pt", "«Não sei!», disse ele.|Foi em 22 de out. de 2020."),
    ("pt", "A S. João e a D. Maria casaram.|J. K. Rowling escreveu.|Moram na Av. da República, n.º 5.|E depois?"),
    ("pt", "«Quase 2.000 mortos de cada lado», precisou o Presidente.|«No total, já são 5.000», acrescentou."),
    ("pt", "— Vens amanhã? — perguntou ela.|— Não."),
    ("pt", "Disse: «Basta.»|Depois saiu."),
    ("pt", "O 1.º ministro falou.|O art. 5.º da lei caiu."),
    ("pt", "Veja www.exemplo.pt.|Depois escreva para a.b@c.pt."),
    ("pt-BR", "A Profa. Lima venceu.|O time da U.S. Steel perdeu."),
    ("de", "Am 22. Oktober kam Dr. Müller.|Er sagte: „Das ist z. B. gut.“|Dann ging er."),
    ("de", "Der 3. Platz ging an ihn.|Wer hat das gesagt?|Niemand!"),
    ("de", "Das kostet ca. 3,5 Mio. Euro.|So sagt es Prof. Dr. Anna B. Schmidt."),
    ("de", "„Kommen Sie?“, fragte er.|„Nein.“"),
    ("fr", "M. Dupont est arrivé.|Mme Curie aussi.|« Je ne sais pas ! » dit-il.|Fin."),
    ("fr", "Il est parti à 15 h 30.|J.-P. Martin l’a vu."),
    ("es", "El Sr. García llegó.|¿Quién es?|¡Nadie!|Fin."),
    ("es", "La Dra. Ruiz y D. Pedro hablaron.|Costó 1.500 pesos."),
    ("it", "Il dott. Rossi è qui.|Sono le 10.30.|Bene."),
    ("it", "«Non lo so!», disse.|L’avv. Bianchi tacque."),
    ("ru", "А. С. Пушкин родился в 1799 г. в Москве.|Он умер."),
    ("ru", "«Кто там?» — спросил он.|Никто."),
    ("ar", "كيف حالك؟|أنا بخير.|شكرا."),
    ("hi", "यह एक वाक्य है।|यह दूसरा है।|सच?"),
    ("ja", "これは文です。|「そうです。」と言った。|終わり。"),
    ("zh", "他说：“你好。”|然后走了。|真的吗？|是的。"),
    ("el", "Ο κ. Παπαδόπουλος ήρθε.|Έφυγε στις 10.30."),
    ("tr", "Dr. Yılmaz geldi.|29 Ekim 1923'te kuruldu.|Güzel!|Bitti."),
    ("pl", "Prof. Nowak przyszedł.|W 3. rundzie wygrał.|Koniec."),
    ("fi", "Se alkoi 3. lokakuuta.|Se päättyi."),
    ("en", "Mr. Smith left at 5 p.m. on Monday.|He came back."),
    (None, "First one.|Second one."),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_boundaries_stand_where_a_reader_would_put_them(language: str | None, marked: str) -> None:
    parts = marked.split("|")
    joiner = "" if language in ("ja", "zh") else " "
    assert [one.text for one in segment(joiner.join(parts), language)] == parts


def test_text_without_full_stops_is_cut_at_spaces() -> None:
    text = "กรุงเทพมหานคร เป็นเมืองหลวงของประเทศไทย " * 20
    pieces = segment(text, "th")
    assert len(pieces) > 3
    assert max(len(piece.text) for piece in pieces) <= 180


def test_text_without_full_stops_or_spaces_stays_whole() -> None:
    text = "กรุงเทพมหานคร" * 40
    assert [piece.text for piece in segment(text, "th")] == [text]


def test_ten_thousand_sentences_are_ten_thousand() -> None:
    text = " ".join(f"A frase número {n} é esta." for n in range(10_000))
    assert len(segment(text, "pt")) == 10_000


def test_cells_of_a_table_and_who_said_a_quote_are_sentences_of_their_own() -> None:
    text = "Partido\tVotos\nVerdes\t12 mil\nNós vamos ganhar.\nAna Silva"
    found = segment(text, "pt")
    assert [one.text for one in found] == ["Partido", "Votos", "Verdes", "12 mil", "Nós vamos ganhar.", "Ana Silva"]
    assert all(text[slice(*one.span)] == one.text for one in found)
