"""An article as the page sets it."""

from __future__ import annotations

from sayso import Article, Span
from sayso.show.layout import lay_out


def blocks(article: Article) -> list[tuple[bool, str]]:
    """Whether each block is the headline, and its words."""
    return [(block.is_title, "".join(piece.text for piece in block.pieces)) for block in lay_out(article)]


def test_paragraphs(harbour):
    """The headline and each line with words are a block, in the order of the text."""
    assert blocks(harbour) == [
        (True, "Harbour closed after blast\n"),
        (False, f"{harbour.text[28:135]}\n"),
        (False, "“We heard it,” she said, “and ran.”\n"),
    ]


def test_title_without_its_full_stop():
    """Punctuation left on the headline's line belongs to the headline."""
    article = Article("a", "Pier shut.\nIt rained.", title_span=Span(0, 9))
    assert blocks(article) == [(True, "Pier shut.\n"), (False, "It rained.")]


def test_title_in_a_line():
    """Where headline and text share a line, the text goes on in a paragraph; a kicker stays above."""
    article = Article("a", "WORLD\nPier shut 9 March 2026 It rained.", title_span=Span(6, 15))
    assert blocks(article) == [(False, "WORLD\n"), (True, "Pier shut"), (False, " 9 March 2026 It rained.")]


def test_statements_are_numbered_where_they_begin(attributed):
    """Numbers ascend through the text, a statement before the one within it, whatever the order of the attributions."""
    article = attributed(
        "“No,” Ada said.\nBen said Cleo thinks so.",
        ("Cleo", "thinks", "so", 0.95, "indirect"),
        ("Ben", "said", "Cleo thinks so", 0.95, "indirect"),
        ("Ada", "said", "“No,”", 0.95, "direct"),
    )
    notes = [[(note.number, note.attribution.id) for note in block.notes] for block in lay_out(article)]
    assert notes == [[(1, "a.3")], [(2, "a.2"), (3, "a.1")]]


def test_statement_ends_after_its_last_part(harbour):
    """A split quotation begins before its first part and ends after its last."""
    last = lay_out(harbour)[-1]
    assert [(piece.text, len(piece.begins), len(piece.ends)) for piece in last.pieces if piece.marks] == [
        ("“We heard it,”", 1, 0),
        ("she", 0, 0),
        ("said,", 0, 0),
        ("“and ran.”", 0, 1),
    ]


def test_content_that_begins_with_a_line_end(attributed):
    """White space before the words does not pull their number into the paragraph above."""
    article = attributed("Ada said:\n“No.”", ("Ada", "said", "\n“No.”", 0.95, "direct"))
    assert [len(block.notes) for block in lay_out(article)] == [0, 1]


def test_without_content(attributed):
    """A statement without content is numbered at its cue."""
    article = attributed("Ada declined to comment.", ("Ada", "declined to comment", "", 0.95, "indirect"))
    assert [(piece.text, len(piece.begins)) for piece in lay_out(article)[0].pieces][2] == ("declined to comment", 1)


def test_empty():
    """A text without words has no blocks."""
    assert lay_out(Article("a", " \n\n")) == []
