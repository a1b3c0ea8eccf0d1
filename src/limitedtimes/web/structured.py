"""What machines read on an article's page: schema.org's NewsArticle with its original and its translator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from limitedtimes.web.words import iso, outward

if TYPE_CHECKING:
    from limitedtimes.model.edition import Printed
    from limitedtimes.web.typesetting import Sheet


def news_article(printed: Printed, sheet: Sheet, address: str) -> dict[str, object]:
    """Return the page's article; a translation names its original (``translationOfWork``) and its ``translator``."""
    listing, article = printed.listing, printed.article
    publisher = _named("NewsMediaOrganization", listing.source.name, outward(listing.source.home))
    original: dict[str, object] = {
        "@type": "NewsArticle",
        "url": outward(listing.url),
        "headline": article.title,
        "inLanguage": listing.language,
        "publisher": publisher,
    }
    page: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "headline": listing.headline,
        "description": listing.lead_en or listing.lead,
        "inLanguage": "en" if sheet.translated else listing.language,
        "datePublished": iso(listing.published) if listing.published else None,
        "dateModified": iso(article.modified) if article.modified else None,
        "author": [_named("Person", name) for name in article.authors] or None,
        "image": [f"/img/{listing.id}/{number}" for number in range(len(article.pictures))] or None,
        "isAccessibleForFree": listing.accessible,
        "sourceOrganization": publisher,
    }
    if sheet.translated and printed.translation and (engine := printed.translation.engine):
        page["translationOfWork"] = _known(original)
        page["translator"] = _named("SoftwareApplication", f"{engine.name}, model {engine.model}")
    else:
        page["isBasedOn"] = outward(listing.url)
    return _known(page)


def _named(kind: str, name: str, url: str | None = None) -> dict[str, object]:
    return _known({"@type": kind, "name": name, "url": url})


def _known(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if value is not None}
