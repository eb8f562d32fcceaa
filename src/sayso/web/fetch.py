"""Fetching: the one door to the network.

A URL is read once, its name is looked up once, every address behind it is checked, and the connection goes to one that
was. Each redirect is a new URL, and passes the same gate.
"""

from __future__ import annotations

import dataclasses
import datetime
import http.client
import importlib.metadata
import socket
import time
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.gather.unpacking import decoded
from sayso.offline import is_offline
from sayso.printable import printable
from sayso.web.addresses import Address, is_public
from sayso.web.exchange import Exchange, LookUp, exchange, request_of
from sayso.web.limits import Limits
from sayso.web.records import records_of
from sayso.web.robots import Rules, rules_of
from sayso.web.targets import Target, shown, target_of

_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}
_ROBOTS_REDIRECTS = 5
_RULES_HOLD = 86_400.0
"""Seconds for which robots.txt is taken as known, RFC 9309's most: whoever watches feeds runs for weeks."""
_UNKNOWN_RULES_HOLD = 600.0
_UNCHANGED = 304
_NOT_NEGLIGIBLE = 1_000_000
ABOUT = "https://pypi.org/project/sayso/"
"""Where whoever runs a server reads what this program is."""


@dataclasses.dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a page's state, to ask it later whether that is still so; ``None`` for what it did not."""

    etag: str | None = None
    last_modified: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Capture:
    """What one fetch gave.

    Args:
        asked: The URL that was asked for, in its plain form.
        url: The URL that answered, after redirects.
        status: Its status; 304 where nothing changed.
        headers: Its headers, names and values in their order.
        body: Its body, without chunks and content codings.
        fetched_at: When, in UTC, as ``2026-05-12T07:30:00Z``.
        records: WARC records of all answers and requests on the way, the redirects first; none for a 304.
        moved_to: The URL to ask from now on: where redirects lead, up to the first that is not permanent (301, 308).
    """

    asked: str
    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str
    records: bytes
    moved_to: str | None = None

    def header(self, name: str) -> str | None:
        """The first value of a header, whatever its letters' case."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    @property
    def validators(self) -> Validators:
        """What to ask with the next time."""
        return Validators(self.header("etag"), self.header("last-modified"))


class Fetcher:
    """Fetches one URL after the other, politely; remembers each host's rules and when it was last asked.

    Args:
        limits: Bounds on what an answer may cost.
        robots: Whether robots.txt is obeyed.
        contact: Who is asking, a URL or e-mail address for whoever runs the server.
        allow: Which machines may be asked.
        look_up: The addresses of a name.
        clock: Seconds since 1970, for pauses and for ``fetched_at``.
        sleep: Waits for some seconds.

    Example:
        >>> with Fetcher() as fetcher:
        ...     fetcher.fetch("http://127.0.0.1/")  # doctest: +NORMALIZE_WHITESPACE
        Traceback (most recent call last):
        sayso.errors.Refused: http://127.0.0.1/: found the address 127.0.0.1, which is not public; wanted a page of the
        public internet; save the page from a browser and add the file
    """

    def __init__(  # noqa: PLR0913 - keywords that a caller leaves out
        self,
        *,
        limits: Limits | None = None,
        robots: bool = True,
        contact: str = ABOUT,
        allow: Callable[[Address], bool] = is_public,
        look_up: LookUp | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not contact.isascii() or not contact.isprintable() or set(contact) & set("()"):
            raise ValueError(f"found {contact!r}; wanted a URL or an e-mail address, without brackets")
        self._limits = limits or Limits()
        self._robots = robots
        self._agent = f"Sayso/{importlib.metadata.version('sayso')} (+{contact})"
        self._allow = allow
        self._look_up = look_up or _looked_up
        self._clock = clock
        self._sleep = sleep
        self._rules: dict[str, tuple[Rules, float]] = {}
        self._asked: dict[str, float] = {}
        self._addresses: dict[str, list[Address]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rules.clear()

    def fetch(self, url: str, *, known: Validators | None = None) -> Capture:
        """Fetch *url*, and the pages to which it redirects.

        Args:
            url: An http or https URL.
            known: What an earlier fetch said; where that is still so the answer is a 304 without a body.

        Returns:
            The answer, whatever its status.

        Raises:
            Refused: The URL may not be fetched, or no whole answer came within the limits.
        """
        target = target_of(url)
        self._addresses.clear()  # a name is looked up once for all that one fetch asks of it
        asked, hops, seen, hosts = target.url, b"", {target.url}, set[str]()
        for_good, moved_to = True, None
        for _ in range(self._limits.redirects + 1):
            self._resolved(target)
            self._admit(target)
            if target.host not in hosts:  # a redirect is part of one request
                self._pause(target)
                hosts.add(target.host)
            answer, at = self._ask(target, _conditions(known))
            if answer.status != _UNCHANGED:
                hops += records_of(answer, at)
            onward = _location(answer)
            if onward is None:
                body = self._decoded(answer)
                records = b"" if answer.status == _UNCHANGED else hops
                return Capture(asked, target.url, answer.status, answer.headers, body, at, records, moved_to)
            target = target_of(onward)
            for_good = for_good and answer.status in _PERMANENT
            moved_to = target.url if for_good else moved_to
            if target.url in seen:
                found = f"redirects in a circle, back to {shown(target.url)}"
                raise Refused(shown(url), found, "a page", "open it in a browser and save it")
            seen.add(target.url)
        raise Refused(shown(url), f"more than {self._limits.redirects} redirects", "a page", "name the last of them")

    def post(self, url: str, body: bytes, media_type: str) -> bytes:
        """Send *body* to *url* and give the answer's body; redirects are not followed.

        Raises:
            Refused: See :meth:`fetch`; also for any status but 200.
        """
        target = target_of(url)
        self._addresses.clear()
        fields = [("User-Agent", self._agent), ("Content-Type", media_type)]
        answer, _ = self._ask(target, fields, body=body)
        if answer.status != http.client.OK:
            raise Refused(shown(url), f"status {answer.status}", "status 200", "check the address")
        return answer.body

    def _admit(self, target: Target) -> None:
        """Raise :class:`Refused` where robots.txt does not let us fetch *target*."""
        if not self._robots:
            return
        rules = self._rules_of(target)
        if rules.unknown:
            found = f"that robots.txt of {target.authority} cannot be had ({rules.unknown})"
            raise Refused(shown(target.url), found, "leave to fetch", "try again later, or see --no-robots")
        if not rules.allow(target.url):
            found = f"that robots.txt of {target.authority} forbids it"
            raise Refused(
                shown(target.url), found, "leave to fetch", "save the page from a browser, or see --no-robots"
            )

    def _rules_of(self, target: Target) -> Rules:
        rules, until = self._rules.get(target.origin, (Rules(), 0.0))
        if self._clock() < until:
            return rules
        try:
            answer = self._robots_txt(target_of(f"{target.origin}/robots.txt"))
            rules = rules_of(answer.status, self._decoded(answer)) if answer else Rules()
        except Refused as refused:
            rules = Rules(unknown=refused.args[1])
        self._rules[target.origin] = rules, self._clock() + (_UNKNOWN_RULES_HOLD if rules.unknown else _RULES_HOLD)
        return rules

    def _robots_txt(self, target: Target) -> Exchange | None:
        """The answer; ``None`` for too many redirects, which RFC 9309 counts as having no rules."""
        for _ in range(_ROBOTS_REDIRECTS + 1):
            answer, _ = self._ask(target, [])
            onward = _location(answer)
            if onward is None:
                return answer
            target = target_of(onward)
        return None

    def _pause(self, target: Target) -> None:
        """Wait until the host may be asked again."""
        wanted = self._rules[target.origin][0].delay if self._robots else 0.0
        pause = max(self._limits.pause, min(wanted, self._limits.longest_pause))
        left = self._asked.get(target.host, -pause) + pause - self._clock()
        if left > 0:
            self._sleep(min(left, pause))  # a clock that was set back is no reason to wait for ever
        self._asked[target.host] = self._clock()

    def _ask(
        self, target: Target, fields: Sequence[tuple[str, str]], *, body: bytes | None = None
    ) -> tuple[Exchange, str]:
        """The answer, and when it was asked for."""
        addresses = self._resolved(target)
        at = datetime.datetime.fromtimestamp(self._clock(), datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        request = request_of(target, [*self._own_fields(), *fields] if body is None else fields, body=body)
        return exchange(target, addresses, request, self._limits), at

    def _own_fields(self) -> list[tuple[str, str]]:
        accepted = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
        return [("User-Agent", self._agent), ("Accept", accepted), ("Accept-Encoding", "gzip, br, zstd")]

    def _resolved(self, target: Target) -> list[Address]:
        """The addresses of a host, looked up where this fetch did not do so yet.

        All must be public. A publisher's name never stands for a private machine as well; one that does is an attack,
        or a network in which the name means something else.
        """
        if is_offline():
            raise Refused(shown(target.url), "a URL", "no network, as --offline says", "leave that out to fetch it")
        if target.host in self._addresses:
            return self._addresses[target.host]
        if target.address is not None:
            addresses: Sequence[Address] = [target.address]
        else:
            try:
                addresses = self._look_up(target.host, target.port)
            except OSError as error:
                found = f"no address for {target.host} ({printable(error.strerror or str(error))[:100]})"
                raise Refused(shown(target.url), found, "one", "check the spelling and your connection") from None
        refused = next((each for each in addresses if not self._allow(each)), None)
        if refused is not None:
            found = f"the address {refused}, which is not public"
            wanted, remedy = "a page of the public internet", "save the page from a browser and add the file"
            raise Refused(shown(target.url), found, wanted, remedy)
        self._addresses[target.host] = list(addresses)
        return self._addresses[target.host]

    def _decoded(self, answer: Exchange) -> bytes:
        """The body without its content codings, whole."""
        where, caps = shown(answer.url), Caps(page=self._limits.body, ratio=self._limits.ratio)
        body, whole = decoded(answer.body, answer.header("content-encoding") or "", where, caps)
        if not whole:
            found = "a packed answer that breaks off"
            raise Refused(where, found, "a whole answer", "try again later, or save the page from a browser")
        if len(body) > max(_NOT_NEGLIGIBLE, self._limits.ratio * len(answer.body)):
            found = f"a bomb ({len(answer.body):,} bytes that unpack to {len(body):,})"
            wanted = f"at most {self._limits.ratio} bytes from each packed one"
            raise Refused(where, found, wanted, "if you trust it, save the page from a browser")
        return body


def _conditions(known: Validators | None) -> list[tuple[str, str]]:
    pairs = (("If-None-Match", known.etag), ("If-Modified-Since", known.last_modified)) if known else ()
    # They were a server's words once: nothing that could end the line goes back.
    return [(name, value) for name, value in pairs if value and value.isascii() and value.isprintable()]


def _location(answer: Exchange) -> str | None:
    """Where a redirect leads; ``None`` for any other answer."""
    location = answer.header("location") if answer.status in _REDIRECTS else None
    if location is None:
        return None
    # Headers are read as Latin-1; servers send UTF-8.
    location = location.encode("latin-1", "replace").decode("utf-8", "replace").replace(" ", "%20")
    try:
        return urljoin(answer.url, location)
    except ValueError:
        raise Refused(shown(answer.url), f"a redirect to {shown(location)}", "a URL", "name the page itself") from None


def _looked_up(host: str, port: int) -> list[Address]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ip_address(str(each[4][0])) for each in found))
