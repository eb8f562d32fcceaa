"""Watching 200 feeds over simulated days: what was lost, what was fetched too often, and what it took."""

from __future__ import annotations

import collections
import contextlib
import time
from pathlib import Path

from sayso.feeds.times import utc_of
from sayso.feeds.watch import watch
from sayso.ledger import feeds, new_ledger
from tests.feeds.world import DAY, START, Ended, Newspapers

FEEDS = 200
DAYS = 3


def measure(folder: Path) -> str:
    """The figures as a few lines. *folder* is where the ledger may be put."""
    papers, counts = Newspapers(FEEDS, DAYS), collections.Counter[str]()
    world, started = papers.world, time.process_time()
    with new_ledger(folder / "feeds.sayso") as ledger:
        with ledger.writing():
            for url in papers.feeds:
                feeds.put(ledger.connection, url, utc_of(START))
        with contextlib.suppress(Ended):
            for event in watch(ledger, world, clock=world.clock, sleep=world.sleep):
                counts[event.what.value] += 1
        took = time.process_time() - started
        lost, too_often = papers.outcome(ledger)
        kept = sum(1 for _ in ledger.articles())
        verified = ledger.verify().entries
    asked = collections.Counter(status for _, _, status in world.asked)
    of_feeds = sum(url not in papers.articles for _, url, _ in world.asked)
    told = ", ".join(f"{what} {count:,}" for what, count in counts.most_common())
    answers = ", ".join(f"{status or 'none'} {count:,}" for status, count in asked.most_common())
    return "\n".join([
        f"{len(papers.feeds)} feeds, {(world.now - START) / DAY:.1f} days, {len(papers.articles):,} articles",
        f"lost {len(lost)}, fetched too often {too_often}, in the ledger {kept:,}",
        f"{len(world.asked):,} requests, {of_feeds:,} of them of feeds; answers: {answers}",
        f"events: {told}",
        f"{took:.0f} CPU seconds, {took / len(world.asked) * 1000:.1f} ms a request; {verified:,} entries verified",
    ])  # fmt: skip
