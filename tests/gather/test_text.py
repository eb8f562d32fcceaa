"""Bytes become text: the encoding is read, or said to have been detected."""

import codecs
import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.gather.document import Document, Kind
from sayso.gather.headline import first_line_headline
from sayso.gather.reader import article_of
from sayso.gather.text import Decoded, LineDecoder, decode

ENGLISH = "“We’re late,” said Zoë Lindqvist of the Café Müller – the bill was €40."


def read(payload, limit=1_000):
    """The article of one text."""
    return article_of(Document("bridge.txt", Kind.TEXT, payload, "bridge.txt"), limit=limit)


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (ENGLISH.encode(), ENGLISH, "utf-8"),
        (codecs.BOM_UTF8 + ENGLISH.encode(), ENGLISH, "utf-8, byte-order mark"),
        (codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le, byte-order mark"),
        (codecs.BOM_UTF32_BE + ENGLISH.encode("utf-32-be"), ENGLISH, "utf-32-be, byte-order mark"),
        (ENGLISH.encode("cp1252"), ENGLISH, "windows-1252, detected"),
        (b"The mayor\x92s bridge", "The mayor’s bridge", "windows-1252, detected"),
        (b"\x93No\x94", "“No”", "windows-1252, detected"),
    ],
)
def test_encoding_is_named(data, text, encoding):
    """A byte-order mark goes before UTF-8, and UTF-8 before detection; the mark is no part of the text."""
    assert decode(data, "bridge.txt") == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр заявил в понедельник, что мост останется закрытым до осени. " * 4),
        ("cp1250", "Burmistrz powiedział w poniedziałek, że most pozostanie zamknięty, i prosił o cierpliwość. " * 4),
        ("cp1253", "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα θα μείνει κλειστή μέχρι το φθινόπωρο. " * 4),
    ],
)
def test_other_encodings_are_not_windows_1252(encoding, text):
    """Text that Windows-1252 would turn into gibberish comes out right, in an encoding that has its letters."""
    decoded = decode(text.encode(encoding), "bridge.txt")
    assert decoded.text == text
    assert decoded.encoding.endswith(", detected")


def test_declared_encoding_comes_before_detection():
    """A page that names its encoding is believed where its bytes agree; iso-8859-1 is Windows-1252, as in browsers."""
    greek = "Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή."
    assert decode(greek.encode("cp1253"), "p.html", declared="windows-1253") == Decoded(greek, "windows-1253, declared")
    assert decode(b"\x93No\x94", "p.html", declared="ISO-8859-1") == Decoded("“No”", "windows-1252, declared")


def test_unknown_declaration_is_passed_over():
    """A page that names an encoding which does not exist is read like one that names none."""
    assert decode(b"\x93No\x94", "p.html", declared="x-nonsense").encoding == "windows-1252, detected"


def test_broken_utf_8_is_replaced_and_counted():
    """A stray byte in a text that is otherwise UTF-8 becomes U+FFFD and is owned up to; the rest is no mojibake."""
    data = ("Zoë and Jörg said: “Übung.” " * 5).encode() + b"\xe2\x80 end"
    assert decode(data, "bridge.txt") == Decoded(
        "Zoë and Jörg said: “Übung.” " * 5 + "\ufffd end", "utf-8, 1 broken bytes replaced"
    )


def test_damaged_ascii_is_read():
    """A few bytes that no encoding has do not keep a long English text from being read."""
    text = "The harbour office said the quay was empty. " * 60
    assert decode(text.encode() + b"\x95\x81", "bridge.txt") == Decoded(text + "•\x81", "windows-1252, detected")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "a PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(64), "a JPEG image"),
        (b"%PDF-1.7\n1 0 obj", "a PDF document"),
        (b"PK\x03\x04\x14\x00" + bytes(64), "a zip archive or an office document"),
        (b"{\\rtf1 The mayor said", "an RTF document"),
        (bytes(range(32)) * 8, "binary data, or UTF-16 without a byte-order mark"),
        (b"\x01\x02\x03\x04 data", "binary data"),
    ],
)
def test_binary_is_refused_by_name(data, found):
    """What is no text is refused, and named where its first bytes tell what it is."""
    with pytest.raises(Refused) as refused:
        decode(data, "scan.txt")
    assert str(refused.value) == f"scan.txt: found {found}; wanted text; save its text as .txt in UTF-8"


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff")))
@settings(max_examples=60, deadline=None)
def test_utf_8_and_utf_16_round_trip(text):
    """Any text comes back unchanged from UTF-8 and from marked UTF-16."""
    assert decode(text.encode(), "x").text == text
    assert decode(codecs.BOM_UTF16_BE + text.encode("utf-16-be"), "x").text == text


@given(data=st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read_or_refused(data):
    """Whatever the bytes, they are text or refused; nothing else happens."""
    with contextlib.suppress(Refused):
        assert isinstance(read(data).text, str)


def test_lines_in_two_encodings_are_both_read():
    """Files that several programs appended to are decoded line by line."""
    decoder = LineDecoder("Zoë,1\n".encode())
    lines = ["Zoë,1\n".encode(), b"Andr\xe9,2\n", b"plain,3\n"]
    assert [decoder(line, "x") for line in lines] == [
        Decoded("Zoë,1\n", "utf-8"),
        Decoded("André,2\n", "windows-1252, detected"),
        Decoded("plain,3\n", "utf-8"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Bridge",
        "“One “two” three, ''four'' and \"five, said Ada Byrne.",
        "“First paragraph.\r\n\r\n“Second paragraph,” said Ada Byrne.\r\n",
        "No final newline, the mayor said",
        "\u202eesrever\u202c and zero\u200bwidth \u2066isolates\u2069",
        "\n\n  Indented.\n",
    ],
)
def test_text_is_unchanged(text):
    """``text`` is the file's content: quotation marks, line ends, bidi and zero-width characters are left alone."""
    article = read(text.encode())
    assert article.text == text
    assert article.found_in["encoding"] == "utf-8"


def test_long_article_is_read_within_the_limit():
    """An article may have as many characters as the limit, whatever its bytes, and not one more."""
    assert len(read(("é" * 999 + ".").encode()).text) == 1_000
    with pytest.raises(Refused) as refused:
        read(("é" * 1_000 + ".").encode())
    assert (
        str(refused.value)
        == "bridge.txt: found an article of 1,001 characters; wanted at most 1,000; raise --limit to read it"
    )


def test_id_is_derived_from_the_bytes():
    """The same file always gets the same id, another file another one."""
    assert read(b"The bridge is closed.").id == "e4a1e29755ae"
    assert read(b"The bridge is closed!").id != "e4a1e29755ae"


BODY = "The bridge at Port Ada stays closed until the autumn, the mayor said on Monday."


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Bridge closed\n\n{BODY}", "Bridge closed"),
        (f"\nBridge closed  \r\n \r\n{BODY}", "Bridge closed"),
        (f"Will it ever open?\n\n{BODY}", "Will it ever open?"),
        (f"Port Ada sues the U.S.\n\n{BODY}", "Port Ada sues the U.S."),
        (f"The bridge is closed.\n\n{BODY}", None),
        (f"Bridge closed\n{BODY}", None),
        (f"{BODY[:-1] * 3}\n\n{BODY}", None),
        ("Bridge closed", None),
        ("Bridge closed\n\n", None),
        (f"By Ada Byrne\n\n{BODY}", None),
        ("", None),
    ],
)
def test_headline_is_a_short_first_line(text, headline):
    """A short first line without a full stop, with a blank line and more text after it, is the headline."""
    span = first_line_headline(text)
    assert (span and span.of(text)) == headline


def test_headline_of_a_text_is_its_title():
    """A headline that was found is the title, with its place and where it was found."""
    article = read(f"Bridge closed\n\n{BODY}".encode())
    assert (article.title, article.title_span.of(article.text)) == ("Bridge closed", "Bridge closed")
    assert article.found_in["title"] == "first line"
