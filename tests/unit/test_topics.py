from __future__ import annotations

import pytest

from limitedtimes.model.article import Article
from limitedtimes.rules.edition import TOPICS
from limitedtimes.rules.topics import _TOPIC_OF, topic_of


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
