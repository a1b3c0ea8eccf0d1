"""Undoes a body's content coding piece by piece, so that a bomb is never unpacked further than the limit."""

from __future__ import annotations

import zlib

ACCEPT_ENCODING = "gzip, deflate"


class TooLargeError(Exception):
    """More bytes than the limit."""


class BadContentError(Exception):
    """The body is not what its Content-Encoding says."""


class BodyDecoder:
    """Takes a body's pieces as they come off the wire and gives ``body``, at most ``max_bytes`` on either side.

    ``coding`` is the Content-Encoding header: gzip, deflate (with or without the zlib header) or nothing.
    """

    def __init__(self, coding: str | None, max_bytes: int) -> None:
        names = [name for name in (coding or "").lower().replace(" ", "").split(",") if name not in ("", "identity")]
        if len(names) > 1 or (names and names[0] not in ("gzip", "x-gzip", "deflate")):
            raise BadContentError(f"Content-Encoding {coding!r} was not asked for")
        self._coding = names[0].removeprefix("x-") if names else None
        self._limit = max_bytes
        self._wire = 0
        self._decoded = bytearray()
        self._inflate = zlib.decompressobj(wbits=31 if self._coding == "gzip" else 15)

    @property
    def body(self) -> bytes:
        """What was decoded so far."""
        return bytes(self._decoded)

    def feed(self, piece: bytes) -> None:
        """Take one piece; raises TooLargeError, after filling ``body`` up to the limit, or BadContentError."""
        self._wire += len(piece)
        if self._coding is None:
            self._decoded += piece[: self._limit - len(self._decoded)]
        else:
            self._unpack(piece)
        if self._wire > self._limit:  # also ends a stream of empty blocks, which decodes to nothing for ever
            raise TooLargeError

    def finish(self) -> bytes:
        """Return the whole body; raises BadContentError where the compressed stream was cut off."""
        if self._coding is not None and self._wire and not self._inflate.eof:
            raise BadContentError(f"the {self._coding} stream ends too early")
        return self.body

    def _unpack(self, piece: bytes) -> None:
        while piece:
            if self._inflate.eof:
                if self._coding != "gzip" or not piece.startswith(b"\x1f\x8b"):
                    return  # padding behind the stream
                self._inflate = zlib.decompressobj(wbits=31)
            room = self._limit - len(self._decoded)
            self._decoded += self._inflated(piece, room + 1)
            if len(self._decoded) > self._limit:
                del self._decoded[self._limit :]
                raise TooLargeError
            piece = self._inflate.unconsumed_tail or self._inflate.unused_data

    def _inflated(self, piece: bytes, room: int) -> bytes:
        try:
            return self._inflate.decompress(piece, room)
        except zlib.error as error:
            if self._coding != "deflate" or self._decoded or self._wire != len(piece):
                raise BadContentError(f"the body is not {self._coding}") from error
        self._inflate = zlib.decompressobj(wbits=-15)  # servers disagree on whether "deflate" has a zlib header
        try:
            return self._inflate.decompress(piece, room)
        except zlib.error as error:
            raise BadContentError("the body is not deflate") from error
