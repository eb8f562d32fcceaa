"""No network: while it is asked for, this process and those that it starts can open no connection.

Everything of ours that fetches asks :func:`is_offline` first and says so in its own words. The guard is for what is not
ours, or was forgotten: it hears of every look-up and connection of the interpreter (PEP 578), so that no module can go
round it.
"""

from __future__ import annotations

import os
import socket
import sys

from sayso.errors import Offline

VARIABLE = "SAYSO_OFFLINE"
"""The environment variable, which processes of ``--jobs`` inherit."""
_OFF = {"", "0", "false", "no", "off"}
_GUARDED = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_LOOK_UPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}


def is_offline() -> bool:
    """Whether the network was ruled out, by ``--offline`` or ``SAYSO_OFFLINE=1``."""
    return os.environ.get(VARIABLE, "").strip().lower() not in _OFF


def guard() -> None:
    """Refuse, from now on and whenever :func:`is_offline`, every look-up and connection that leaves the process."""
    sys.addaudithook(_hook)


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if not event.startswith("socket.") or not is_offline():
        return
    # Sockets of the file system join processes of one machine.
    local = event in _GUARDED and getattr(arguments[0], "family", None) == getattr(socket, "AF_UNIX", object())
    if event in _LOOK_UPS or (event in _GUARDED and not local):
        raise Offline(event.removeprefix("socket."))
