"""From bytes to text: the encoding is read from the bytes, or said to have been detected."""

from __future__ import annotations

import codecs
import dataclasses
import re

from charset_normalizer import from_bytes
from resiliparse.parse.encoding import map_encoding_to_html5

from sayso.errors import Refused

_SAMPLE = 1 << 16

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image, or sound"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_TEXT_MAGIC = (b"%PDF-", b"{\\rtf")  # these may hold nothing but printable characters
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_MOST_CONTROLS = 0.01

# What stands in Western newspapers outside ASCII. A text that cp1252 turns into something else is not in cp1252.
_WESTERN = frozenset("‘’‚“”„–—…•€£¥¢§©®™°·«»‹›¡¿½¼¾²³¹ªº±×÷´`¨¸¶†‡\u00a0\u00ad")
_ODD = re.compile(
    r"(?<=[a-zß-öø-ÿ])[À-ÖØ-Þ‚„†‡Œ]"  # a capital or a low mark inside a word
    r"|(?<=[a-zà-ÿ]{3})[¹²³]|¿(?=[a-z])"  # a raised figure after a word, an opening mark that nobody capitalises
    r"|(?<=[^\W\d_])[¡¿¼½¾²³¹ªº±¶§©®¥£¢°«»¸¨´‹›÷×](?=[^\W\d_])"  # a sign between two letters
)
_C1 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
# By the time that charset-normalizer is asked, the text is known not to be in these.
_RULED_OUT = {"cp1252", "latin_1", "iso8859_15", "utf_8"}
_DAMAGE = 0.002
_MOST_ACCENTS = 0.25
_MOST_ODD = 0.02


@dataclasses.dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its bytes were read: ``utf-8``, ``utf-16-le, byte-order mark``, ``windows-1252, detected``."""

    text: str
    encoding: str


def decode(data: bytes, where: str, *, declared: str | None = None) -> Decoded:
    """The text that *data* hold, without its byte-order mark, otherwise unchanged.

    In this order: the byte-order mark; UTF-8; the *declared* encoding; UTF-8 with a few broken bytes, each replaced by
    U+FFFD and counted; Windows-1252 where what comes out is Western text; what charset-normalizer finds.

    Args:
        data: Any bytes; none give an empty text.
        where: The input's name, for the error.
        declared: What a page says of itself. ``iso-8859-1`` means Windows-1252, as in every browser.

    Raises:
        Refused: For data that are not text, or in no encoding that could be told.
    """
    if marked := _marked(data):
        return marked
    refuse_binary(data, where)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for found in (_declared(data, declared), _mended(data), _detected(data)):
        if found:
            return found
    raise Refused(where, "text in an encoding that could not be told", "UTF-8", "save it as UTF-8")


def bounded(text: str, where: str, limit: int) -> str:
    """*text* itself. Raises :class:`Refused` where it is blank or has more than *limit* characters."""
    if not text.strip():
        raise blank(where, text)
    if len(text) > limit:
        raise too_long(where, f"{len(text):,}", limit)
    return text


def blank(where: str, content: str | bytes) -> Refused:
    """What to answer to a *content* without a word in it."""
    found = "nothing but white space" if content else "an empty file"
    return Refused(where, found, "an article", "check that this is the right file")


def too_long(where: str, length: str, limit: int) -> Refused:
    """What to answer to an article of *length* characters, in words."""
    return Refused(where, f"an article of {length} characters", f"at most {limit:,}", "raise --limit to read it")


def refuse_binary(data: bytes, where: str) -> None:
    """Nothing for text in any encoding that keeps ASCII as it is.

    Raises:
        Refused: For pictures, documents, archives and the like, named where their first bytes tell.
    """
    head = data[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls <= _MOST_CONTROLS * len(head) and not head.startswith(_TEXT_MAGIC):
        return
    unknown = "binary data, or UTF-16 without a byte-order mark" if b"\0" in head else "binary data"
    found = next((name for magic, name in _MAGIC if head.startswith(magic)), unknown)
    remedy = "name it .gz" if found == "gzip data" else "save its text as .txt in UTF-8"
    raise Refused(where, found, "text", remedy)


class LineDecoder:
    """Decodes the lines of one file as they come: as UTF-8, or in the one other encoding that the file has.

    Files that several programs appended to hold lines in both, so each line is tried on its own. The other encoding is
    told once, from the first line that is not UTF-8 and those in the first block of the file.

    Args:
        head: The first block of the file.
        utf8: What to call UTF-8: ``utf-8``, or the encoding that was turned into it.
        other: The other encoding, where it was told before.
    """

    def __init__(self, head: bytes, utf8: str = "utf-8", *, other: str | None = None) -> None:
        self._others = [line for line in head.split(b"\n")[:-1] if not is_utf8(line)]
        self.utf8 = utf8
        self._other = other

    def __call__(self, line: bytes, where: str) -> Decoded:
        """*line* as text. Raises :class:`Refused` where it is in neither encoding."""
        try:
            return Decoded(line.decode("utf-8"), self.utf8)
        except UnicodeDecodeError:
            pass
        if self._other is None:
            found = _detected(b"\n".join([*self._others, line]))
            self._other = found.encoding.removesuffix(", detected") if found else "utf-8"
        try:
            return Decoded(_decoded(line, self._other), f"{self._other}, detected")
        except UnicodeDecodeError:
            found_bytes = f"bytes that are neither UTF-8 nor {self._other}"
            raise Refused(where, found_bytes, "one encoding", "save the file as UTF-8") from None


def mark_of(data: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark at the beginning of *data* and the encoding that it stands for."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)


def is_utf8(data: bytes) -> bool:
    """Whether *data* are UTF-8 to the last byte; ASCII is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _marked(data: bytes) -> Decoded | None:
    found = mark_of(data)
    if found is None:
        return None
    mark, name = found
    try:
        return Decoded(data[len(mark) :].decode(name), f"{name}, byte-order mark")
    except UnicodeDecodeError:
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    if declared is None:
        return None
    name = map_encoding_to_html5(declared, fallback_utf8=False)
    if name is None or name == "utf-8":
        return None
    try:
        return Decoded(_decoded(data, name), f"{_label(name)}, declared")
    except (UnicodeDecodeError, LookupError):
        return None


def _mended(data: bytes) -> Decoded | None:
    """UTF-8 with broken bytes: at most one to ten characters that are outside ASCII and whole."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(not c.isascii() for c in text) - broken < 10 * broken:
        return None
    return Decoded(text, f"utf-8, {broken} broken bytes replaced")


def _detected(data: bytes) -> Decoded | None:
    """The text in the likeliest encoding other than UTF-8, ``None`` for ASCII and where nothing fits."""
    if data.isascii():
        return None
    western = _western(data)
    if western is not None:
        return Decoded(western, "windows-1252, detected")
    for encoding in (match.encoding for match in from_bytes(_telling(data))):
        if encoding in _RULED_OUT:
            continue
        try:
            return Decoded(data.decode(encoding), f"{_label(encoding)}, detected")
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _western(data: bytes) -> str | None:
    """*data* in Windows-1252, ``None`` where that gives something that no Western newspaper prints.

    charset-normalizer alone calls short Windows-1252 texts cp1250, mac_roman or worse: a handful of curly quotation
    marks is little evidence, but for an English article Windows-1252 is by far the likeliest. So it also is for a text
    with so few bytes outside ASCII that they can only be damage.
    """
    text = _windows_1252(data)
    high = [c for c in text if not c.isascii()]
    if len(high) <= _DAMAGE * len(text):
        return text
    accents = sum(c.isalpha() for c in high)
    letters = sum(c.isalpha() for c in text)
    odd = sum(c not in _WESTERN and not c.isalpha() for c in high) + len(_ODD.findall(text))
    return text if accents <= _MOST_ACCENTS * letters and odd <= _MOST_ODD * len(high) else None


def _decoded(data: bytes, encoding: str) -> str:
    return _windows_1252(data) if encoding == "windows-1252" else data.decode(encoding)


def _windows_1252(data: bytes) -> str:
    """As browsers do it: the five bytes that Windows-1252 leaves out are control characters, not errors."""
    return data.decode("latin-1").translate(_C1)


def _telling(data: bytes) -> bytes:
    """The lines that are not plain ASCII, up to 64 KiB: the rest tells nothing and costs time."""
    if len(data) <= _SAMPLE:
        return data
    return b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:_SAMPLE] or data[:_SAMPLE]


def _label(codec: str) -> str:
    name = codec.replace("_", "-")
    return re.sub(r"^cp(?=125\d$)", "windows-", name)
