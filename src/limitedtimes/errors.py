"""One tree of typed errors; an error's text says what to do about it.

::

    LimitedTimesError
    ├── SettingsError
    ├── StoreError
    │   ├── ServerError            the embedded server cannot be started or reached
    │   ├── DatabaseUnavailable    the database went away; trying again may help
    │   └── SchemaError            the schema is newer than this program, or lacks an extension
    ├── FetchError                 why a URL could not be had
    │   ├── Refused                will not be fetched: robots, address, scheme, rights
    │   └── Transient              may work later: time-out, 5xx, 429, connection
    │       ├── Busy               another request's turn at this host; come back at the moment named
    │       └── HeldBack           the host asked for a rest, and is given it
    ├── FeedError                  what came is not a feed that can be read
    ├── ReadError                  the page gives no article
    ├── TranslationError
    │   └── ModelMissing
    └── UsageError                 wrong use of a command
"""

from __future__ import annotations


class LimitedTimesError(Exception):
    """The root: everything that the program raises on purpose. ``str(error)`` is one sentence for a person."""


class SettingsError(LimitedTimesError):
    """A setting is missing, malformed or refused."""


class StoreError(LimitedTimesError):
    """The database cannot do what was asked."""


class ServerError(StoreError):
    """The embedded database server cannot be started, reached or stopped."""


class DatabaseUnavailableError(StoreError):
    """The database went away while it was asked; trying again may help."""


class SchemaError(StoreError):
    """The database's schema is newer than this program, or the server lacks something that it needs."""


class FetchError(LimitedTimesError):
    """A URL could not be had.

    ``code`` is a short stable word (``http_404``, ``timeout``, ``too_large``, ``private_address``, ``robots`` ...);
    ``status`` is the HTTP status if one was answered; ``retry_after`` is in seconds if the server named one.
    """

    def __init__(
        self, message: str, *, code: str, url: str, status: int | None = None, retry_after: float | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.url = url
        self.status = status
        self.retry_after = retry_after


class RefusedError(FetchError):
    """The URL will not be fetched: robots.txt, a private address, a scheme that is not HTTP."""


class TransientError(FetchError):
    """The URL may be had later: a time-out, a refused connection, 429, 5xx."""


class BusyError(TransientError):
    """It is not this request's turn at its host; ``retry_after`` (seconds) is promised to the caller."""


class HeldBackError(TransientError):
    """The host asked for no requests during the next ``seconds``."""

    def __init__(self, host: str, seconds: float) -> None:
        message = f"{host} asked for no more requests for now; it is asked again in {seconds:.0f} s."
        super().__init__(message, code="held_back", url=host, retry_after=seconds)


class FeedError(LimitedTimesError):
    """What came is not a feed that can be read."""


class ReadError(LimitedTimesError):
    """The page gives no article. ``code`` is a short stable word (``no_text``, ``not_html``, ``too_large`` ...)."""

    def __init__(self, message: str, *, code: str) -> None:
        super().__init__(message)
        self.code = code


class TranslationError(LimitedTimesError):
    """A sentence could not be translated."""


class ModelMissingError(TranslationError):
    """There is no model here for a language pair."""


class UsageError(LimitedTimesError):
    """A command was used in a way that cannot work; exit status 2."""
