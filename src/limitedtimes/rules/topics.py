"""Topics: what a section's name in the outlet's own language tells. Pure; a classifier of texts comes on top of it."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from limitedtimes.model.article import Article

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


def topic_of(article: Article) -> str | None:
    """Return the topic that the article's section names, else the one that its address does, else None."""
    named = [article.section or ""]
    named += [part for part in urlsplit(article.url).path.split("/")[1:3] if part]
    for name in named:
        plain = _plain(name)
        for part in (plain, *re.split(r"-(?:e|und|and|y|et|&)-|/", plain)):
            if topic := _TOPIC_OF.get(part):
                return topic
    return None


def _plain(name: str) -> str:
    """Return a name without accents, in lower case, its words joined by hyphens."""
    text = unicodedata.normalize("NFKD", name.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9&]+", "-", text).strip("-")
