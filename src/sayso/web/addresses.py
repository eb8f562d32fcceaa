"""Which machines may be asked: public ones, however their address is dressed up."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

Address = IPv4Address | IPv6Address

# The special-purpose registries of IANA (RFC 6890 and its updates), and 168.63.129.16, where Azure answers its own
# machines. A table of ours and not ``is_global`` alone, whose answers differ between releases of Python.
_NOT_PUBLIC = tuple(map(IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
    "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
)))  # fmt: skip
_GLOBAL_UNICAST = IPv6Network("2000::/3")
# Inside it: protocols (Teredo among them), documentation, and 6to4, behind which an IPv4 address hides. Nobody
# publishes news there, so they are refused whole, not looked into.
_NOT_PUBLIC_6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")))
# These two are what a resolver makes of a public IPv4 address, so the address inside decides.
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: Address) -> bool:
    """Whether *address* is a machine of the public internet, and not one of this machine, network or cloud.

    Example:
        >>> is_public(IPv4Address("169.254.169.254")), is_public(IPv6Address("::ffff:10.0.0.1"))
        (False, False)
        >>> is_public(IPv6Address("64:ff9b::101:101"))
        True
    """
    if isinstance(address, IPv4Address):
        return address.is_global and not any(address in network for network in _NOT_PUBLIC)
    if address.scope_id:
        return False
    if address in _MAPPED or address in _NAT64:
        return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    return address in _GLOBAL_UNICAST and not any(address in network for network in _NOT_PUBLIC_6)
