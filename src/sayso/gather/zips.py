"""Zip archives from anywhere, looked at before anything in them is unpacked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable

from sayso.errors import Refused
from sayso.gather.caps import Caps
from sayso.printable import printable

_LOCKED = 0x1


def check_zip(archive: zipfile.ZipFile, where: str, caps: Caps) -> None:
    """Nothing for an archive that can be unpacked as a whole. Raises :class:`Refused`, see the two below."""
    check_members(archive, where, caps)
    check_size(archive.infolist(), where, caps)


def check_members(archive: zipfile.ZipFile, where: str, caps: Caps) -> None:
    """Nothing for an archive of as many members as the caps allow, none of them locked. Names are never used as paths.

    Raises:
        Refused: It has too many, or one that is locked.
    """
    members = archive.infolist()
    if len(members) > caps.members:
        found = f"a zip of {len(members):,} members"
        raise Refused(where, found, f"at most {caps.members:,}", "raise --cap members=NUMBER if you trust it")
    locked = next((each.filename for each in members if each.flag_bits & _LOCKED), None)
    if locked is not None:
        raise Refused(
            where, f"a locked member ({printable(locked)[:100]})", "one without a password", "unlock it first"
        )


def check_size(members: Iterable[zipfile.ZipInfo], where: str, caps: Caps) -> None:
    """Nothing for members that are as small as they should be when unpacked.

    Python unpacks no more of a member than its entry says, so what the entries say can be trusted as a bound.

    Raises:
        Refused: They would grow like a bomb.
    """
    sizes = [(each.compress_size, each.file_size) for each in members]
    packed, unpacked = sum(size for size, _ in sizes), sum(size for _, size in sizes)
    if unpacked > max(caps.page, caps.ratio * packed):
        found = f"a zip bomb ({packed:,} bytes that unpack to {unpacked:,})"
        raise Refused(
            where, found, f"at most {caps.ratio} bytes from each packed one", "unpack it first if you trust it"
        )
