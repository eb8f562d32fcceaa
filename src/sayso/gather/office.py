"""The text of .pdf and .docx files. Their libraries come with ``pip install 'sayso[documents]'``."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator
from typing import Any

from sayso.article import Article
from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.told import Told, article_told
from sayso.gather.wrapped import unwrapped
from sayso.gather.zips import check_zip

_INSTALL = "install it with `pip install 'sayso[documents]'`"


def article_of_pdf(document: Document, limit: int, caps: Caps) -> Article:
    """The article of a PDF that has text; its lines are joined to paragraphs.

    Raises:
        Refused: It cannot be read, is locked, holds pictures of text only, or takes too long.
    """
    try:
        import pypdf  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError:
        raise Refused(document.where, "a PDF, and no package pypdf", "pypdf", _INSTALL) from None
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    try:
        read = pypdf.PdfReader(io.BytesIO(document.payload))
        if read.is_encrypted and not read.decrypt(""):
            raise Refused(document.where, "a PDF with a password", "one without", "save it without its password")
        lines = list(_lines_of_pdf(read, document.where, limit, caps))
        about = read.metadata
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        found = f"a broken PDF ({type(error).__name__})"
        raise Refused(document.where, found, "one that opens", "save its text as .txt") from None
    text = unwrapped(lines)
    if not text:
        raise Refused(document.where, "a PDF without text", "words, not pictures of them", "run OCR on it first")
    said = {
        "title": ("PDF title", str(about.title or "") if about else ""),
        "byline": ("PDF author", str(about.author or "") if about else ""),
    }
    told = Told({name: each for name, each in said.items() if each[1].strip()}, f"pypdf {pypdf.__version__}")
    return article_told(text, told, document, limit)


def _lines_of_pdf(read: Any, where: str, limit: int, caps: Caps) -> Iterator[str]:
    began, held = time.monotonic(), 0
    for page in read.pages:
        text = page.extract_text()
        held += len(text)
        if held > 2 * limit:
            found = f"a PDF of more than {limit:,} characters"
            raise Refused(where, found, "a shorter one", "raise --limit to read it")
        if time.monotonic() - began > caps.seconds:
            found = f"a PDF that takes longer than {caps.seconds} seconds"
            raise Refused(where, found, "a simpler one", "save its text as .txt, or raise --cap seconds=NUMBER")
        yield from text.splitlines()


def article_of_docx(document: Document, limit: int, caps: Caps) -> Article:
    """The article of a Word document: its paragraphs and the cells of its tables, in order.

    Raises:
        Refused: It cannot be read, or unpacks to more than the caps allow.
    """
    try:
        import docx  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    except ImportError:
        raise Refused(document.where, "a .docx, and no package python-docx", "python-docx", _INSTALL) from None
    assert isinstance(document.payload, bytes)  # noqa: S101 - only a row's is not
    try:
        check_zip(zipfile.ZipFile(io.BytesIO(document.payload)), document.where, caps)
        read = docx.Document(io.BytesIO(document.payload))
        blocks = [paragraph.text for paragraph in _paragraphs_of_docx(read)]
        about = read.core_properties
        said = {
            "title": ("Word title", about.title or ""),
            "byline": ("Word author", about.author or ""),
            "date_raw": ("Word created", about.created.isoformat() if about.created else ""),
        }
    except (OpcError, zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
        found = f"a broken .docx ({type(error).__name__})"
        raise Refused(document.where, found, "one that opens", "save its text as .txt") from None
    text = "\n\n".join(plain for block in blocks if (plain := " ".join(block.split())))
    told = Told({name: each for name, each in said.items() if each[1].strip()}, f"python-docx {docx.__version__}")
    return article_told(text, told, document, limit)


def _paragraphs_of_docx(read: Any) -> Iterator[Any]:
    for block in read.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        else:
            yield block
