"""The Merkle tree of RFC 9162, section 2.1, over SHA-256: its roots, and proofs of what is in a log and still in it.

Everything here takes and gives *leaf hashes*, 32 bytes each, made by :func:`leaf_hash`. A log of ``size`` leaves is
appended to by its :class:`Frontier` alone, at most 64 hashes, so that the millionth leaf costs what the tenth did.

Proofs reach into the middle of the tree. A store that keeps only the leaf hashes can make them (about two seconds for
a million leaves); one that also keeps the :class:`Subtree` values which :func:`append` hands out, one row for 255
leaves, answers with a few hundred reads. Those rows are a cache that can be made again from the leaves:
whoever checks a log computes its root from the leaves (:func:`frontier_of`), never from the cache.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterable, Sequence

from sayso.errors import Unproven

Leaves = Callable[[int], bytes] | Sequence[bytes]
"""Leaf hashes by index: ``leaf(index) -> bytes``, or a sequence."""

Kept = Callable[[int, int], bytes | None]
"""Hash of the complete subtree at ``(level, index)`` where the store has it, else ``None``."""

_STRIDE = 8  # Every eighth level is kept: 1/255 more rows than leaves, and a proof reads at most 255 hashes a stride.


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf, 32 bytes. Its prefix differs from that of inner nodes, so that none passes for the other.

    Example:
        >>> leaf_hash(b"").hex()
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
    """
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an inner node over the hashes of its two children, 32 bytes."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclasses.dataclass(frozen=True, slots=True)
class Subtree:
    """A complete subtree: the ``2**level`` leaves from ``index * 2**level`` on, and its hash."""

    level: int
    index: int
    hash: bytes


@dataclasses.dataclass(frozen=True, slots=True)
class Frontier:
    """What appending to a log of ``size`` leaves needs: the hashes of its largest complete subtrees, left to right.

    There is one for each bit that is set in ``size``; an empty log has none. A store need not keep it:
    :func:`frontier_at` makes it again.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError(f"found {len(self.peaks)} peaks; a log of {self.size} leaves has {self.size.bit_count()}")

    @property
    def root(self) -> bytes:
        """The root of the log, 32 bytes; of an empty log the hash of nothing.

        Example:
            >>> Frontier().root.hex()
            'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
        """
        if not self.peaks:
            return hashlib.sha256().digest()
        *left, root = self.peaks
        for peak in reversed(left):
            root = node_hash(peak, root)
        return root


def append(frontier: Frontier, leaf: bytes) -> tuple[Frontier, tuple[Subtree, ...]]:
    """The log with one more leaf hash, and the subtrees that a store should keep to make proofs fast.

    Args:
        frontier: The log so far.
        leaf: Hash of the new leaf, which gets the index ``frontier.size``.

    Returns:
        The new frontier, and the subtrees of a kept level (8, 16, …) that this leaf completed, smallest first: none
        for 255 leaves of 256. Kept as rows ``(level, index, hash)`` they are the :data:`Kept` of the proofs.

    Example:
        >>> frontier, completed = append(Frontier(), leaf_hash(b"a"))
        >>> frontier.size, frontier.root == leaf_hash(b"a"), completed
        (1, True, ())
    """
    peaks, completed = [*frontier.peaks, leaf], []
    size = frontier.size + 1
    for level in range(1, (size & -size).bit_length()):  # each trailing zero of the size closes a subtree
        right, left = peaks.pop(), peaks.pop()
        peaks.append(node_hash(left, right))
        if level % _STRIDE == 0:
            completed.append(Subtree(level, (size >> level) - 1, peaks[-1]))
    return Frontier(size, tuple(peaks)), tuple(completed)


def frontier_of(leaves: Iterable[bytes]) -> Frontier:
    """The frontier of a log from all its leaf hashes in order, each read, and nothing else believed."""
    frontier = Frontier()
    for leaf in leaves:
        frontier, _ = append(frontier, leaf)
    return frontier


def frontier_at(size: int, leaves: Leaves, *, kept: Kept | None = None) -> Frontier:
    """The frontier that a log had at *size* leaves: to go on appending, or for the root that a checkpoint then had.

    Args:
        size: How many of the log's leaves count.
        leaves: The log's leaf hashes.
        kept: The subtrees that :func:`append` handed out, where a store keeps them.
    """
    hash_of, start, peaks = _reader(leaves, kept), 0, []
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            peaks.append(hash_of(start, start + (1 << level)))
            start += 1 << level
    return Frontier(size, tuple(peaks))


def inclusion_proof(index: int, size: int, leaves: Leaves, *, kept: Kept | None = None) -> tuple[bytes, ...]:
    """The hashes that join leaf *index* to the root of the first *size* leaves (RFC 9162, 2.1.3.1).

    Args:
        index: Which leaf, from 0.
        size: How many leaves the tree has in which it is proved; the log may have more by now.
        leaves: The log's leaf hashes.
        kept: The subtrees that :func:`append` handed out, where a store keeps them.

    Returns:
        Hashes from the leaf upwards, at most one a level; none in a log of one leaf.

    Raises:
        ValueError: *index* is not in ``[0, size)``.

    Example:
        >>> first, second = leaf_hash(b"a"), leaf_hash(b"b")
        >>> inclusion_proof(0, 2, [first, second]) == (second,)
        True
    """
    if not 0 <= index < size:
        raise ValueError(f"found leaf {index}; wanted one in [0, {size})")
    hash_of = _reader(leaves, kept)
    return tuple(hash_of(start, end) for start, end in _beside_leaf(index, size))


def consistency_proof(old: int, new: int, leaves: Leaves, *, kept: Kept | None = None) -> tuple[bytes, ...]:
    """The hashes that show that the first *old* leaves still begin the log of *new* leaves (RFC 9162, 2.1.4.1).

    Args:
        old: Size of the earlier log.
        new: Size of the later log.
        leaves: The log's leaf hashes.
        kept: The subtrees that :func:`append` handed out, where a store keeps them.

    Returns:
        At most one hash more than the tree has levels; none where the sizes are equal or *old* is 0.

    Raises:
        ValueError: Not ``0 <= old <= new``.
    """
    if not 0 <= old <= new:
        raise ValueError(f"found sizes {old} and {new}; wanted 0 <= old <= new")
    hash_of = _reader(leaves, kept)
    return tuple(hash_of(start, end) for start, end in _beside_beginning(old, new))


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> None:
    """Return if the leaf hash stands at *index* in the log with *size* leaves and this root (RFC 9162, 2.1.3.2).

    Raises:
        Unproven: It does not, or *path* is not a proof of it.
    """
    if not 0 <= index < size:
        raise Unproven(_INCLUSION, f"leaf {index} of a log of {size}", "a leaf of that log", _NOT_IN)
    beside = _beside_leaf(index, size)
    _verify_form(_INCLUSION, path, len(beside), _NOT_IN)
    found = leaf
    for (_, end), sibling in zip(beside, path, strict=True):
        found = node_hash(sibling, found) if end <= index else node_hash(found, sibling)
    _verify_root(_INCLUSION, size, found, root, _NOT_IN)


def verify_consistency(old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]) -> None:
    """Return if the log with *old* leaves is the beginning of the one with *new* leaves (RFC 9162, 2.1.4.2).

    Raises:
        Unproven: It is not (the log was forked or cut), or *path* is not a proof of it.
    """
    if not 0 <= old <= new:
        raise Unproven(_CONSISTENCY, f"{new} leaves", f"at least the {old} of the earlier log", _FORKED)
    beside = _beside_beginning(old, new)
    _verify_form(_CONSISTENCY, path, len(beside), _FORKED)
    if old == 0:  # every log begins with the empty one
        _verify_root(_CONSISTENCY, 0, old_root, Frontier().root, _FORKED)
        return
    rest = list(zip(beside, path, strict=True))
    if rest and rest[0][0][1] == old:
        _, found_old = rest.pop(0)
    else:  # the earlier log is one subtree of the later, and the proof leaves out its hash: it is the old root
        found_old = old_root
    found_new = found_old
    for (_, end), sibling in rest:
        if end <= old:
            found_old, found_new = node_hash(sibling, found_old), node_hash(sibling, found_new)
        else:
            found_new = node_hash(found_new, sibling)
    _verify_root(_CONSISTENCY, old, found_old, old_root, _FORKED)
    _verify_root(_CONSISTENCY, new, found_new, new_root, _FORKED)


_INCLUSION = "the inclusion proof"
_CONSISTENCY = "the consistency proof"
_NOT_IN = "do not rely on the entry: by this proof it is not in the log"
_FORKED = "do not rely on the later log: by this proof it was forked or cut; ask its owner for both"


def _verify_form(what: str, path: Sequence[bytes], count: int, remedy: str) -> None:
    if len(path) != count or any(len(sibling) != 32 for sibling in path):
        lengths = sorted({len(sibling) for sibling in path})
        raise Unproven(what, f"{len(path)} hashes of {lengths} bytes", f"{count} of 32 bytes", remedy)


def _verify_root(what: str, size: int, found: bytes, wanted: bytes, remedy: str) -> None:
    if found != wanted:
        raise Unproven(what, f"the root {found.hex()}", f"{wanted.hex()} for {size} leaves", remedy)


def _split(start: int, end: int) -> int:
    """Where a tree over the leaves ``[start, end)``, two or more, parts: the largest power of two below goes left."""
    return start + (1 << ((end - start - 1).bit_length() - 1))


def _beside_leaf(index: int, size: int) -> list[tuple[int, int]]:
    """The ranges of leaves beside the way from leaf *index* up to the root, in this order."""
    start, end, beside = 0, size, []
    while end - start > 1:
        middle = _split(start, end)
        if index < middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start = middle
    return beside[::-1]


def _beside_beginning(old: int, new: int) -> list[tuple[int, int]]:
    """The ranges that a log of *new* leaves is joined from, upwards, beside the subtree at the end of the first *old*.

    That subtree itself comes first, unless it is all of the earlier log.
    """
    if old == 0:
        return []
    start, end, beside = 0, new, []
    while end != old:
        middle = _split(start, end)
        if old <= middle:
            beside.append((middle, end))
            end = middle
        else:
            beside.append((start, middle))
            start = middle
    return [*([(start, end)] if start else []), *reversed(beside)]


def _reader(leaves: Leaves, kept: Kept | None) -> Callable[[int, int], bytes]:
    """A function that gives the hash over the leaves ``[start, end)``, from a kept subtree where there is one."""
    leaf = leaves if callable(leaves) else leaves.__getitem__

    def hash_of(start: int, end: int) -> bytes:
        count = end - start
        if count == 1:
            return leaf(start)
        level = count.bit_length() - 1
        if kept and count == 1 << level and level % _STRIDE == 0:
            known = kept(level, start >> level)
            if known is not None:
                return known
        middle = _split(start, end)
        return node_hash(hash_of(start, middle), hash_of(middle, end))

    return hash_of
