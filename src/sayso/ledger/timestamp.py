"""A time-stamp (RFC 3161) on a checkpoint: one more somebody who had it, and says when.

The only place where a ledger's command reaches the network, and only for the address that the user named. Nothing but a
hash of the checkpoint leaves the house.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable

from sayso.errors import ExtraMissing, Refused, Unproven
from sayso.printable import printable
from sayso.web import Fetcher, Limits

_LIMITS = Limits(total=30, body=1 << 20)
"""A time-stamp with its certificates has some thousands of bytes."""


def post(url: str) -> Callable[[bytes], bytes]:
    """What sends a query to the authority at *url* and gives its answer. Raises :class:`Unproven` without one."""

    def send(query: bytes) -> bytes:
        # An authority may stand in the user's own network: nobody but the user names it, and no redirect is followed.
        try:
            with Fetcher(limits=_LIMITS, allow=lambda _: True) as fetcher:
                return fetcher.post(url, query, "application/timestamp-query")
        except Refused as refused:
            where, found, wanted, remedy = refused.args
            raise Unproven(f"the time-stamp of {where}", found, wanted, remedy) from refused

    return send


def stamp(checkpoint: str, send: Callable[[bytes], bytes]) -> tuple[bytes, datetime.datetime]:
    """Have a checkpoint stamped.

    That the answer is to this query is checked; whether its signature is one that you trust, ``openssl ts -verify``
    says, with the authority's certificate.

    Args:
        checkpoint: Its lines, as they are published.
        send: Gives an authority's answer to a query, see :func:`post`.

    Returns:
        The answer (a ``.tsr`` file), and the time that the authority says.

    Raises:
        ExtraMissing: rfc3161-client is not installed.
        Unproven: The authority did not grant a stamp, or stamped something else.
    """
    try:
        import rfc3161_client as tsp  # noqa: PLC0415 - an extra
    except ImportError:
        raise ExtraMissing("rfc3161-client", "timestamp") from None
    data = checkpoint.encode()
    asked = tsp.TimestampRequestBuilder(data=data, hash_algorithm=tsp.HashAlgorithm.SHA256).build()
    answer = send(asked.as_bytes())
    try:
        read = tsp.decode_timestamp_response(answer)
        granted = read.status in (tsp.PKIStatus.GRANTED, tsp.PKIStatus.GRANTED_WITH_MODS)
        info = read.tst_info if granted else None
    except ValueError as error:
        raise Unproven("the time-stamp", "an answer that is none", "a time-stamp", "check the address") from error
    if info is None:
        found = f"a refusal ({printable(' '.join(read.status_string)) or 'without a reason'})"
        raise Unproven("the time-stamp", found, "a time-stamp", "ask the authority, or another")
    if info.nonce != asked.nonce or info.message_imprint.message != hashlib.sha256(data).digest():
        raise Unproven("the time-stamp", "one of something else", "one of this checkpoint", "ask again")
    return answer, info.gen_time
