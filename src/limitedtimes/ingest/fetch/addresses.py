"""Which network addresses may be connected to: public ones, and what the owner allowed by name.

The guard stands in the resolver, so the address that is checked is the address that is connected to, and a name that
answers differently the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

if TYPE_CHECKING:
    from collections.abc import Iterable

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Of IANA's registries of special addresses, what some versions of Python take for global.
_SPECIAL = tuple(
    ipaddress.ip_network(text)
    for text in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "2001::/23", "3fff::/20", "5f00::/16")
)
_LOOPBACK = (("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6))


class PrivateAddressError(Exception):
    """A host has no public address; the message names the host and an address."""

    def __init__(self, host: str, address: str) -> None:
        super().__init__(f"{host} is at {address}, which is not a public address")


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is out on the internet; addresses that carry an IPv4 address are judged by that one."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def literal_address(host: str) -> IPAddress | None:
    """Return the address that a URL's host spells, in any form a socket would take (``127.1``, ``0x7f000001``), or None."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        pass
    if not host or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return None


class AllowedHosts:
    """The owner's list of ``host[:port]``: matched against the host as the URL writes it, any port where none is named."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries = frozenset(_split(entry) for entry in entries if entry.strip())

    def __contains__(self, place: tuple[str, int | None]) -> bool:
        host, _ = place
        return place in self._entries or (host, None) in self._entries


def _split(entry: str) -> tuple[str, int | None]:
    text = entry.strip()
    if text.count(":") > 1 and not text.startswith("["):
        text = f"[{text}]"
    url = URL(f"http://{text}")
    return url.raw_host or "", url.explicit_port


class GuardedResolver(AbstractResolver):
    """Resolves names and leaves out every address that is not public, unless the host is allowed.

    Names under ``localhost`` are loopback without asking anybody (RFC 6761). Raises PrivateAddressError.
    """

    def __init__(self, inner: AbstractResolver, allowed: AllowedHosts) -> None:
        self._inner = inner
        self._allowed = allowed

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Addresses for a host; raises OSError where the name is not known."""
        if host == "localhost" or host.endswith(".localhost"):
            found = _loopback(host, port, family)
        else:
            found = await self._inner.resolve(host, port, family)
        if not found:
            raise OSError(None, f"{host} has no address")
        if (host, port) in self._allowed:
            return found
        public = [one for one in found if is_public(ipaddress.ip_address(one["host"]))]
        if not public:
            raise PrivateAddressError(host, found[0]["host"])
        return public

    async def close(self) -> None:
        """Release the inner resolver."""
        await self._inner.close()


def _loopback(host: str, port: int, family: socket.AddressFamily) -> list[ResolveResult]:
    return [
        ResolveResult(hostname=host, host=address, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
        for address, kind in _LOOPBACK
        if family in (socket.AF_UNSPEC, kind)
    ]
