"""Following outlets: the feed behind an address, lists of feeds as OPML, the starter list, and whether feeds answer."""

from __future__ import annotations

from limitedtimes.subscriptions.checking import Answer, check_feeds
from limitedtimes.subscriptions.finding import Found, find_feed, follow, with_feed
from limitedtimes.subscriptions.opml import read_opml, starter_list, write_opml

__all__ = [
    "Answer",
    "Found",
    "check_feeds",
    "find_feed",
    "follow",
    "read_opml",
    "starter_list",
    "with_feed",
    "write_opml",
]
