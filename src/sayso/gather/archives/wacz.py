"""WACZ files: a zip with the WARC files of a collection in it (specs.webrecorder.net/wacz/1.1.1)."""

from __future__ import annotations

import dataclasses
import zipfile
import zlib
from collections.abc import Iterator

from sayso.errors import Refused
from sayso.gather.archives import warc
from sayso.gather.document import Document
from sayso.gather.source import Source
from sayso.gather.streams import chunks_of
from sayso.gather.zips import check_members, check_size
from sayso.printable import printable

_ARCHIVE = "archive/"
_SUFFIXES = (".warc", ".warc.gz")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


def documents_in(path: str, source: Source) -> Iterator[Document | Refused]:
    """A document for each page of the WARC files in a .wacz; see :func:`sayso.gather.archives.warc.documents_in`."""
    try:
        with zipfile.ZipFile(path) as archive:
            check_members(archive, source.where, source.caps)
            members = [each for each in archive.infolist() if each.filename.startswith(_ARCHIVE) and not each.is_dir()]
            read = [each for each in members if each.filename.lower().endswith(_SUFFIXES)]
            if not read:
                found = "a zip without WARC files in its folder archive"
                raise Refused(source.where, found, "a .wacz", "check that this is the right file")
            for member in read:
                yield from _member(archive, member, source)
    except zipfile.BadZipFile as error:
        raise Refused(source.where, f"a broken zip ({error})", "a .wacz", "copy or download it again") from None


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source) -> Iterator[Document | Refused]:
    inner = dataclasses.replace(source, where=f"{source.where}, {printable(member.filename)[:200]}")
    try:
        check_size([member], inner.where, source.caps)
    except Refused as refused:
        yield refused
        return
    yield from warc.documents_in(lambda: _chunks(archive, member, inner.where), inner)


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> Iterator[bytes]:
    try:
        with archive.open(member) as stream:
            yield from chunks_of(stream)  # type: ignore[arg-type]
    except _BROKEN as error:
        raise Refused(where, f"a broken zip ({type(error).__name__})", "a .wacz", "copy it again") from None
