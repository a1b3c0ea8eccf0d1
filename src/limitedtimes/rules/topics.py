"""Topics: what a section's name in the outlet's own language tells, and what becomes of it and of what the text tells. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from limitedtimes.rules.edition import TOPICS, topic_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from limitedtimes.model.article import Article

SECTIONS_RIGHT = 0.76  # share of articles whose section and text tell the same
# Prior odds of the topic named against any other. Less than that share gives (51): a section's name errs where the text is
# hard to tell, too, so the two are no independent witnesses.
_SECTION_ODDS = 20.0
_SOURCE_ODDS = 3.0  # an outlet's own topic says less: a sports paper has a page about politics
_LEAST = 0.2  # below, the likeliest topic is wrong four times in five, and none is better

# Section names as outlets write them, without accents, in the languages with many feeds. Only names that mean one topic
# everywhere: "Portugal", "Brasil", "Local", "Mundo" tell a place, not a topic.
_SECTIONS = {
    "politics": "politica politics politik politique pais-politico legislativas eleicoes elections elecciones wahlen parlamento innenpolitik politiek polityka siyaset politika",
    "conflict": "conflitos guerra conflict war krieg guerre wojna",
    "economy": "economia economy economics business negocios wirtschaft economie finanzas financas finanzen finance mercados markets boerse empresas dinheiro dinero gospodarka ekonomi empresa industria",
    "crime_law": "justica justicia justice justiz crime crimes policia policial police tribunais sucessos kriminalitaet cronaca-nera sucesos",
    "disaster": "desastres catastrofes disasters katastrophen emergencia",
    "health": "saude salud sante health gesundheit salute zdrowie saglik bem-estar-e-saude medicina",
    "science_technology": "ciencia ciencias science sciences wissenschaft wissen scienza tecnologia tech technologie technik technology tecnologias digital netzwelt nauka bilim teknoloji inovacao ciencia-e-tecnologia",
    "environment": "ambiente meio-ambiente medio-ambiente environment umwelt environnement clima climate klima natureza sustentabilidade ecologia planeta agua",
    "education": "educacao ensino educacion education bildung escolas schule scuola edukacja universidades",
    "labour": "trabalho trabajo labour labor arbeit emprego lavoro travail empleo sindicatos",
    "society": "sociedade sociedad society gesellschaft societe societa spoleczenstwo toplum cidades direitos",
    "lifestyle": "lifestyle estilo-de-vida vida estilo gastronomia comida viagens viajes reise food leben lazer boa-vida mesa receitas moda",
    "culture_arts": "cultura culture kultur cultural artes arts feuilleton kultura ipsilon ilustrada cinema musica livros teatro theater kultuur kultur-sanat",
    "religion": "religiao religion fe igreja kirche glaube",
    "human_interest": "gente people pessoas historias panorama curiosidades perfil retratos vidas",
    "weather": "tempo meteorologia weather wetter meteo clima-tempo previsao-do-tempo eltiempo",
    "sport": "desporto esporte esportes deporte deportes sport sports futebol futbol fussball football bola spor",
}
_TOPIC_OF = {name: topic for topic, names in _SECTIONS.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Judged:
    """An article's topic, None where it is better not to say, and the probability of the likeliest one; None: nothing known."""

    topic: str | None
    probability: float | None


def judge(text: Mapping[str, float] | None, *, section: str | None = None, source: str | None = None) -> Judged:
    """Decide on a topic: prior odds by what is known beside the text, times the probabilities that the text gives.

    ``text``: a probability for each topic, all topics being equally frequent; None where there is no text to judge.
    ``section``: the topic that the article's section names; ``source``: that of its outlet, heard only without a section.
    """
    named = section or source
    if text is None:
        return Judged(named, SECTIONS_RIGHT if named else None)
    odds = _SECTION_ODDS if section else _SOURCE_ODDS
    weighed = {topic: chance * (odds if topic == named else 1.0) for topic, chance in text.items()}
    best = max(weighed, key=weighed.__getitem__)
    probability = weighed[best] / sum(weighed.values())
    return Judged(best if probability >= _LEAST else None, probability)


def topic_path(topic: str | None) -> str:
    """Return the label of a topic with the desk before it, like "News/Politics"; "News" for none."""
    return f"News/{topic_label(topic)}" if topic in TOPICS else "News"


def topic_of(article: Article) -> str | None:
    """Return the topic that the article's section names, else the one that its address does, else None."""
    return named_topic(article.section, article.url)


def named_topic(section: str | None, url: str) -> str | None:
    """Return the topic that a section's name tells, else the one that the first parts of an address do, else None."""
    try:
        path = urlsplit(url).path
    except ValueError:  # no address: "https://[a"
        path = ""
    for name in (section or "", *filter(None, path.split("/")[1:3])):
        plain = _plain(name)
        for part in (plain, *re.split(r"-(?:e|und|and|y|et|&)-|/", plain)):
            if topic := _TOPIC_OF.get(part):
                return topic
    return None


def _plain(name: str) -> str:
    """Return a name without accents, in lower case, its words joined by hyphens."""
    text = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9&]+", "-", text).strip("-")
