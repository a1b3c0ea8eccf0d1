"""Who says how many: attributed figures of a story, from the sentences that outlets wrote. Pure."""

from __future__ import annotations

from limitedtimes.rules.claims.article import claims_of
from limitedtimes.rules.claims.table import figures_table

__all__ = ["claims_of", "figures_table"]
