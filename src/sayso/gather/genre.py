"""What kind of piece an article says it is: by schema.org type, label, section or address. Never guessed from style."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.article import Genre

# What papers print over such pieces, name sections after and put into addresses, in small letters, words apart by one
# space. Only what means one kind wherever it stands: "voices" and "blog" hold news here and opinion there.
_LABELS = {
    Genre.OPINION: "opinion, opinions, op ed, op eds, oped, editorial, editorials, commentary, commentisfree,"
    " comment is free, column, columns, columnist, columnists, viewpoint, viewpoints, letter to the editor,"
    " letters to the editor, guest column, guest commentary, leading article",
    Genre.ANALYSIS: "analysis, news analysis, explainer, explainers, explained, backgrounder, fact check",
    Genre.REVIEW: "review, reviews, book review, book reviews, film review, film reviews, movie review, movie reviews",
    Genre.SATIRE: "satire",
    Genre.SPONSORED: "sponsored, sponsored content, advertorial, paid content, paid post, partner content,"
    " branded content, brand content, promoted content, advertiser content",
    Genre.PRESS_RELEASE: "press release, press releases, news release, news releases, media release, media releases",
    Genre.NEWS: "news",
}
_CALLED = {label: genre for genre, labels in _LABELS.items() for label in labels.split(", ")}
_CALLED |= {genre.value.replace("_", " "): genre for genre in Genre}

# https://schema.org/NewsArticle and its subtypes, as they stood in 2024.
_TYPES = {
    "OpinionNewsArticle": Genre.OPINION,
    "AnalysisNewsArticle": Genre.ANALYSIS,
    "BackgroundNewsArticle": Genre.ANALYSIS,
    "ReviewNewsArticle": Genre.REVIEW,
    "CriticReview": Genre.REVIEW,
    "SatiricalArticle": Genre.SATIRE,
    "AdvertiserContentArticle": Genre.SPONSORED,
    "ReportageNewsArticle": Genre.NEWS,
    "NewsArticle": Genre.NEWS,
}
_SEPARATORS = re.compile(r"[\W_]+")
_SET_APART = re.compile(r"\s?[|:]\s|\s[–—-]\s")
_LONGEST = 60
_MOST_SEGMENTS = 4


def genre_called(label: str) -> Genre | None:
    """The kind of piece that *label* is the name of, in any case and with any marks; ``None`` for other labels.

    Example:
        >>> genre_called("OP-ED"), genre_called("press_release"), genre_called("Sport")
        (<Genre.OPINION: 'opinion'>, <Genre.PRESS_RELEASE: 'press_release'>, None)
    """
    return _CALLED.get(_SEPARATORS.sub(" ", label[:_LONGEST]).strip().lower())


def genre_of_types(types: Iterable[str]) -> tuple[str, Genre] | None:
    """The first of schema.org's *types* that says what kind of piece it is, and the kind."""
    names = (kind.rpartition("/")[2] for kind in types)
    return next(((name, _TYPES[name]) for name in names if name in _TYPES), None)


def genre_of_title(title: str) -> Genre | None:
    """The kind that stands before or after a headline: ``Opinion: …``, ``… | Editorial``.

    Example:
        >>> genre_of_title("Opinion: The bridge can wait")
        <Genre.OPINION: 'opinion'>
    """
    parts = _SET_APART.split(title)
    return genre_called(parts[0]) or genre_called(parts[-1]) if len(parts) > 1 else None


def genre_of_address(url: str) -> Genre | None:
    """The kind that one of the first folders of an address names, ``None`` where they only say "news".

    ``/news/`` holds everything on many sites, so that it says nothing.

    Example:
        >>> genre_of_address("https://inlandpost.example/opinion/2026/bridge")
        <Genre.OPINION: 'opinion'>
    """
    try:
        folders = urlsplit(url).path.split("/")[1:-1][:_MOST_SEGMENTS]
    except ValueError:
        return None
    kinds = (genre_called(folder) for folder in folders)
    return next((kind for kind in kinds if kind not in (None, Genre.NEWS)), None)
