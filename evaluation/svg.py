"""What diagrams have in common: an SVG that needs nothing else, no script, no font, no other file."""

from __future__ import annotations

from collections.abc import Iterable

_STYLE = """
svg { --paper: #ffffff; --ink: #1d2329; --soft: #5a6672; --line: #d5dbe1; --mark: #0b5cad; }
@media (prefers-color-scheme: dark) {
  svg { --paper: #14181c; --ink: #e9edf1; --soft: #a3afba; --line: #39434d; --mark: #7ab8ff; }
}
text { fill: var(--ink); font: 14px system-ui, sans-serif; }
.heading { font-weight: 600; font-size: 17px; }
.small { fill: var(--soft); font-size: 12px; }
.paper { fill: var(--paper); }
.grid { stroke: var(--line); stroke-width: 1; }
.axis { stroke: var(--soft); stroke-width: 1; fill: none; }
.ideal { stroke: var(--soft); stroke-width: 1.5; stroke-dasharray: 6 5; }
.interval { stroke: var(--mark); stroke-width: 2; }
.point { fill: var(--mark); stroke: var(--paper); stroke-width: 1.5; }
.bar { fill: var(--mark); fill-opacity: 0.55; }
"""


def drawing(title: str, description: str, size: tuple[int, int], parts: Iterable[str]) -> str:
    """A picture of *parts* on paper, width and height in *size*; named and described for readers who do not see it."""
    width, height = size
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img" aria-labelledby="title desc">',
        f'<title id="title">{escaped(title)}</title>',
        f'<desc id="desc">{escaped(description)}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}"/>',
        *parts,
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """*text* as content of an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """A line of the class *kind*."""
    return f'<line class="{kind}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"/>'
