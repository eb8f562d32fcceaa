"""Feeds: RSS, Atom, JSON Feed and news sitemaps, and watching them over days."""

from sayso.feeds.item import Feed, Item, Rhythm
from sayso.feeds.parse import parse

__all__ = ["Feed", "Item", "Rhythm", "parse"]
