from __future__ import annotations

import pytest

from limitedtimes.model.article import Article
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.topics import _TOPIC_OF, SECTIONS_RIGHT, Judged, judge, named_topic, topic_of, topic_path


def article(section: str | None = None, url: str = "https://a.example/2020/1") -> Article:
    return Article(url=url, title="x", section=section)


@pytest.mark.parametrize(
    ("section", "topic"),
    [
        ("Política", "politics"),
        ("POLITIK", "politics"),
        ("Desporto", "sport"),
        ("Esportes", "sport"),
        ("Economia & Negócios", "economy"),
        ("Ciência e Tecnologia", "science_technology"),
        ("Meio Ambiente", "environment"),
        ("Justiça", "crime_law"),
        ("Saúde", "health"),
        ("Fußball", "sport"),
        ("Sağlık", None),
        ("Mundo", None),
        ("Portugal", None),
        ("", None),
        ("文化", None),
        (None, None),
    ],
)
def test_a_sections_name_tells_the_topic_or_nothing(section: str | None, topic: str | None) -> None:
    assert topic_of(article(section)) == topic


@pytest.mark.parametrize(
    ("url", "topic"),
    [
        ("https://a.example/desporto/noticia/x", "sport"),
        ("https://a.example/noticias/cultura/x", "culture_arts"),
        ("https://a.example/a/b/cultura/x", None),
        ("https://a.example/", None),
        ("not a url", None),
    ],
)
def test_else_its_address_does(url: str, topic: str | None) -> None:
    assert topic_of(article(url=url)) == topic


def test_the_section_goes_before_the_address() -> None:
    assert topic_of(article("Economia", "https://a.example/desporto/x")) == "economy"


def test_only_topics_of_the_contract_come_out() -> None:
    assert set(_TOPIC_OF.values()) == set(TOPICS)


@pytest.mark.parametrize("url", ["http://[", "https://[a/desporto", "//", "desporto/1", "\x00"])
def test_what_is_no_address_tells_nothing(url: str) -> None:
    assert named_topic(None, url) is None


# -- section, outlet and text together ---------------------------------------------------------------------------------


def chances(**known: float) -> dict[str, float]:
    """Probabilities of some topics; the others share the rest."""
    rest = (1 - sum(known.values())) / (len(TOPICS) - len(known))
    return {topic: known.get(topic, rest) for topic in TOPICS}


def test_without_a_text_the_section_is_believed_and_else_the_outlet() -> None:
    assert judge(None, section="sport", source="politics") == Judged("sport", SECTIONS_RIGHT)
    assert judge(None, source="politics") == Judged("politics", SECTIONS_RIGHT)
    assert judge(None) == Judged(None, None)


def test_a_section_decides_between_likely_topics_and_overrides_no_clear_text() -> None:
    assert judge(chances(health=0.5, society=0.3), section="society").topic == "society"
    assert judge(chances(health=0.95, society=0.01), section="society").topic == "health"


def test_an_outlets_topic_says_less_than_a_section_and_is_not_heard_beside_it() -> None:
    text = chances(politics=0.6, sport=0.15)
    assert judge(text, section="sport").topic == "sport"
    assert judge(text, source="sport").topic == "politics"
    assert judge(text, section="sport", source="politics") == judge(text, section="sport")


def test_what_agrees_raises_the_probability_and_what_differs_lowers_it() -> None:
    text = chances(economy=0.6, labour=0.2)
    alone, agreed, opposed = judge(text), judge(text, section="economy"), judge(text, section="labour")
    assert alone.topic == "economy"
    assert alone.probability == pytest.approx(0.6)
    assert (agreed.probability or 0) > 0.6
    assert opposed.topic == "labour"


def test_an_unclear_text_has_no_topic_but_a_probability() -> None:
    judged = judge(chances(economy=0.15))
    assert judged.topic is None
    assert judged.probability == pytest.approx(0.15)
    assert judge(chances(economy=0.15), section="economy").topic == "economy"


def test_labels_have_the_desk_before_them() -> None:
    assert [topic_path(topic) for topic in ("politics", "economy", None, "cats")] == [
        "News/Politics",
        "News/Business",
        "News",
        "News",
    ]
