"""A web of our own in which days pass in seconds: feeds and pages that behave as badly as real ones, and a clock."""

import collections
import dataclasses
import itertools
import json
import random
from email.utils import formatdate

from sayso.errors import Refused
from sayso.feeds.schedule import LOOKS
from sayso.feeds.times import parsed, utc_of
from sayso.web import Capture

HOUR, DAY = 3_600, 86_400
START = 1_778_572_800.0  # 2026-05-12, 08:00
WORDS = (
    "Das Lager am Salzkai stand seit Wochen leer, wie ein Sprecher der Hafenbehörde am Dienstag in Port Ada erklärte.",
    "Nach Angaben der Feuerwehr wurde niemand verletzt, als in der Nacht ein Teil des Daches in sich zusammenfiel.",
    "Die Behörde will bis zum Ende der Woche bekannt geben, wann die Fähre nach Corrin wieder ablegen kann.",
)
"""In a language that is kept and not attributed: what is tried here is not reading."""


class Ended(Exception):
    """The time that a test has is over."""


def page(title, paragraphs=WORDS, head=""):
    """A page with an article."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"
    )


@dataclasses.dataclass
class Answer:
    """What a server answers: status, body and headers; ``None`` for a status is no answer at all."""

    status: int | None = 200
    body: str = ""
    headers: dict[str, str] = dataclasses.field(default_factory=dict)


class World:
    """Addresses and what they answer at a time; a fetcher and a clock for :func:`sayso.feeds.watch`.

    ``pages`` has for each address an :class:`Answer`, or a function of the time that gives one. ``asked`` has each
    request: time, address, and the status that came.
    """

    def __init__(self, pages=None, *, until=DAY, takes=0.25):
        self.pages = pages or {}
        self.now = START
        self.end = START + until
        self.takes = takes
        self.asked = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def clock(self):
        """Seconds since 1970."""
        return self.now

    def sleep(self, seconds):
        """Let time pass, until the end."""
        self.now += seconds
        if self.now >= self.end:
            raise Ended

    def fetch(self, url, *, known=None):
        """What :class:`sayso.web.Fetcher` gives; redirects are followed."""
        self.now += self.takes
        first, moved_to, for_good = url, None, True
        while True:
            found = self.pages.get(url, Answer(404))
            answer = found(self.now) if callable(found) else found
            self.asked.append((self.now, url, answer.status))
            if answer.status not in (301, 302):
                break
            url = answer.headers["Location"]
            for_good = for_good and answer.status == 301
            moved_to = url if for_good else moved_to
        if answer.status is None:
            raise Refused(url, "no connection", "an answer", "try again later")
        etag = f'"{hash_of(answer.body)}"'
        status = answer.status
        if status == 200 and known and known.etag == etag:
            status = 304
            self.asked[-1] = (self.now, url, status)
        headers = {"ETag": etag, **answer.headers}
        body = b"" if status == 304 else answer.body.encode()
        return Capture(
            first,
            url,
            status,
            tuple(headers.items()),
            body,
            utc_of(self.now),
            records_of(url, headers, body, self.now),
            moved_to,
        )

    def times(self, url, *statuses):
        """When *url* was asked with one of these answers."""
        return [at for at, one, status in self.asked if one == url and status in (statuses or (200, 304))]


def hash_of(body):
    """A name for a body, the same in every run."""
    return f"{len(body)}-{sum(map(ord, body)) % 1_000_003}-{body.count('e')}"


def records_of(url, headers, body, now):
    """The WARC record of an answer."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in {"Content-Type": "text/html", **headers}.items())
    block = f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + body
    fields = {
        "WARC-Type": "response",
        "WARC-Target-URI": url,
        "WARC-Date": utc_of(now),
        "WARC-Record-ID": "<urn:uuid:1>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": len(block),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def rss(*links, ttl=None, more=""):
    """A feed with these links; a pair is a link and more elements of its item."""
    items = "".join(
        f"<item><link>{link}</link>{rest}</item>"
        for link, rest in (each if isinstance(each, tuple) else (each, "") for each in links)
    )
    wants = f"<ttl>{ttl}</ttl>" if ttl else ""
    return f'<rss version="2.0"><channel><title>The Inland Post</title>{wants}{more}{items}</channel></rss>'


class Newspapers:
    """Many feeds over days, each with its habits and its troubles, all decided by a seed.

    Args:
        feeds: How many.
        days: For how long they publish; after that they only behave.
        a_day: Articles that the busiest of them publishes in a day; others publish fewer.
    """

    def __init__(self, feeds, days, *, a_day=12, seed=20260512):
        self.world = World(until=(days + 2) * DAY, takes=0.05)
        self.stop = START + days * DAY
        self.articles = {}
        self.feeds = [self._feed(number, days, a_day, random.Random(seed * 1000 + number)) for number in range(feeds)]

    def _feed(self, number, days, a_day, chance):
        host = f"https://paper{number}.example"
        url = f"{host}/feed"
        each = days * chance.randint(1, a_day)
        published = sorted((START + chance.uniform(-DAY, days * DAY), f"{host}/{n}") for n in range(each))
        for at, link in published:
            self.articles[link] = at
            self.world.pages[link] = self._page(link, at, chance)
        troubles = [
            (chance.uniform(START, self.stop), chance.choice([None, 500, 429, 503]))
            for _ in range(chance.randint(0, 4))
        ]
        lasting = [(at, min(self.stop, at + chance.uniform(600, 8 * HOUR)), status) for at, status in troubles]
        form, moves = chance.choice([_as_rss, _as_atom, _as_json, _as_sitemap]), chance.random() < 0.1
        moved_at = chance.uniform(START, self.stop)
        shuffle = random.Random(number)

        def answer(now):
            for begin, end, status in lasting:
                if begin <= now < end:
                    return Answer(
                        status, headers={"Retry-After": str(int(end - now) + 1)} if status in (429, 503) else {}
                    )
            shown = [(at, link) for at, link in published if now - 2 * DAY <= at <= now]
            if shuffle.random() < 0.3:
                shuffle.shuffle(shown)
            return Answer(body=form(shown, self._title))

        self.world.pages[url] = answer
        if moves:
            self.world.pages[f"{host}/new-feed"] = answer
            self.world.pages[url] = lambda now: (
                Answer(301, headers={"Location": f"{host}/new-feed"}) if now >= moved_at else answer(now)
            )
        return url

    def _title(self, link, at):
        """An item's title, which the feed changes after some hours; and its guid, which several items share."""
        edited = int(self.world.now - at) // (9 * HOUR)
        return f"Report {link.rpartition('/')[2]}, {edited}", f"guid-{int(link.rpartition('/')[2]) // 2}"

    def _page(self, link, at, chance):
        changes_at = at + chance.uniform(0, 2 * DAY) if chance.random() < 0.1 else None
        down = (at, at + chance.uniform(0, 6 * HOUR)) if chance.random() < 0.1 else (0, 0)
        trouble = chance.choice([None, 500, 503, 429, 404])
        gone_at = at + chance.uniform(DAY, 2 * DAY) if chance.random() < 0.02 else None

        def answer(now):
            if down[0] <= now < down[1] and now < self.stop:
                return Answer(trouble)
            if gone_at and now >= gone_at:
                return Answer(404)
            changed = changes_at and now >= changes_at
            extra = ("Die Behörde berichtigte am Abend ihre Angaben über das Dach.",) if changed else ()
            return Answer(body=page(f"Bericht {link}", (*WORDS, f"Bericht von {link}.", *extra)))

        return answer

    def outcome(self, ledger):
        """The articles that were never fetched, and how many fetches there were too many.

        After the first time that a page came, it may come once for each look that was due since it came before.
        """
        seen = dict(ledger.connection.execute("SELECT url, seen_at FROM items"))
        fetched = collections.defaultdict(list)
        for at, url, status in self.world.asked:
            if url in self.articles and status in (200, 304):
                fetched[url].append(at)
        too_often = 0
        for url, times in fetched.items():
            due = [parsed(seen[url]).timestamp() + each for each in LOOKS]
            too_often += sum(
                not any(before < each <= after for each in due) for before, after in itertools.pairwise(times)
            )
        return set(self.articles) - set(fetched), too_often


def _as_rss(shown, said):
    items = [
        (link, "<title>{}</title><guid isPermaLink='false'>{}</guid>".format(*said(link, at))) for at, link in shown
    ]
    return rss(*items)


def _as_atom(shown, said):
    entries = "".join(
        "<entry><link href='{}'/><title>{}</title><id>{}</id></entry>".format(link, *said(link, at))
        for at, link in shown
    )
    return f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Post</title>{entries}</feed>"


def _as_json(shown, said):
    items = [dict(zip(("url", "title", "id"), (link, *said(link, at)), strict=True)) for at, link in shown]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def _as_sitemap(shown, said):
    urls = "".join(
        f"<url><loc>{link}</loc><news:news><news:title>{said(link, at)[0]}</news:title></news:news></url>"
        for at, link in shown
    )
    return f"<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>{urls}</urlset>"


def http_date(at):
    """A time as headers have it."""
    return formatdate(at, usegmt=True)
