"""Pages whose encoding is declared wrongly, twice, or not at all come out as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Refused
from sayso.gather.page_encoding import decode_page

WORDS = "<p>“Der Kai bleibt gesperrt”, sagte Ada Börne – die Bürgermeisterin.</p>"
CYRILLIC = "<p>Мост закрыт до осени, сказала мэр города в понедельник утром.</p>"


def meta(charset):
    """A declaration in the page."""
    return f'<meta charset="{charset}">'


@pytest.mark.parametrize(
    ("payload", "charset", "text", "encoding"),
    [
        (WORDS.encode(), None, WORDS, "utf-8"),
        (WORDS.encode(), "iso-8859-1", WORDS, "utf-8"),
        ((meta("windows-1251") + WORDS).encode(), None, meta("windows-1251") + WORDS, "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "koi8-r", WORDS, "utf-8, byte-order mark"),
        (WORDS.encode("utf-16"), "utf-8", WORDS, "utf-16-le, byte-order mark"),
        (WORDS.encode("utf-16-le"), "utf-8", WORDS, "utf-16-le, detected"),
        (WORDS.encode("utf-16-be"), None, WORDS, "utf-16-be, detected"),
        (WORDS.encode("utf-16-le")[:-1], None, WORDS[:-1], "utf-16-le, detected"),
        (WORDS.encode("cp1252"), "utf-8", WORDS, "windows-1252, detected"),
        (CYRILLIC.encode("cp1251"), "windows-1251", CYRILLIC, "windows-1251, declared"),
        ((meta("windows-1251") + CYRILLIC).encode("cp1251"), None, meta("windows-1251") + CYRILLIC,
         "windows-1251, declared"),
        ((meta("koi8-r") + CYRILLIC).encode("cp1251"), "windows-1251", meta("koi8-r") + CYRILLIC,
         "windows-1251, declared"),
        ((meta("windows-1251") + CYRILLIC).encode("cp1251"), "no-such-charset", meta("windows-1251") + CYRILLIC,
         "windows-1251, declared"),
        (WORDS.encode() + "<p>Bo’s café</p>".encode("cp1252"), "utf-8", WORDS + "<p>Bo’s café</p>",
         "utf-8 with 2 bytes of windows-1252"),
        (WORDS.encode() + b"<p>cut off \xe2\x80</p>", None, WORDS + "<p>cut off \ufffd</p>",
         "utf-8 with 2 bytes of windows-1252"),
    ],
)  # fmt: skip
def test_page_comes_out_as_meant(payload, charset, text, encoding):
    """The mark, then what the bytes plainly are, then the server's word before the page's own."""
    found = decode_page(payload, "page.html", charset)
    assert (found.text, found.encoding) == (text, encoding)


@given(payload=st.binary(max_size=300), charset=st.none() | st.sampled_from(["utf-8", "utf-16", "big5", "x", ""]))
def test_any_bytes_are_text_without_halves_or_refused(payload, charset):
    """No bytes end the reading, and none leave half of a surrogate pair."""
    try:
        found = decode_page(payload, "page.html", charset)
    except Refused:
        return
    found.text.encode()
