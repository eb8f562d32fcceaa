"""Items as they are gathered: each address once, and a refusal in the place of what cannot be used."""

from __future__ import annotations

from collections.abc import Callable

from sayso.errors import Refused
from sayso.feeds.item import Item
from sayso.feeds.links import absolute
from sayso.printable import printable

MOST = 20_000
"""Items of one feed that are read; feeds have 10 to 100, and 20,000 take six seconds."""
_SHOWN = 60


class Kept:
    """The items of one feed and what was refused of it, both in its order.

    Args:
        url: Where the feed is.
        given: How many items it has; those beyond *most* are one refusal.
        most: How many are read.
    """

    def __init__(self, url: str, given: int, *, most: int = MOST) -> None:
        self._url, self._where = url, printable(url)
        self._items: dict[str, Item] = {}
        self._refused: list[Refused] = []
        if given > most:
            found = f"a feed of {given:,} items, of which the first {most:,} were read"
            self._refused.append(Refused(self._where, found, f"at most {most:,}", "look for the outlet's other feeds"))

    @property
    def items(self) -> tuple[Item, ...]:
        """Those that can be fetched."""
        return tuple(self._items.values())

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Those that cannot, and why."""
        return tuple(self._refused)

    def put(self, link: str | None, item_of: Callable[[str], Item], name: str) -> None:
        """Keep the item that *item_of* makes of its absolute address.

        Args:
            link: Where it is, as the feed has it; ``None`` where it does not say.
            item_of: Called only for an address that can be fetched and was not there before.
            name: What to call the item where it is refused.
        """
        if link is None:
            self.refuse(name, "no address")
            return
        try:
            url = absolute(link, self._url, self._named(name))
        except Refused as refused:
            self._refused.append(refused)
        else:
            if url not in self._items:
                self._items[url] = item_of(url)

    def refuse(self, name: str, found: str) -> None:
        """Keep why the item of that *name* is not read."""
        wanted = "the address of an article"
        self._refused.append(Refused(self._named(name), found, wanted, "tell whoever makes the feed"))

    def _named(self, name: str) -> str:
        return f"{self._where}, item {printable(name)[:_SHOWN]}"
