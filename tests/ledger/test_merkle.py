"""The Merkle tree of RFC 9162."""

import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import Unproven
from sayso.ledger.merkle import (
    Frontier,
    append,
    consistency_proof,
    frontier_at,
    frontier_of,
    inclusion_proof,
    leaf_hash,
    verify_consistency,
    verify_inclusion,
)

# The reference tree of Certificate Transparency (google/certificate-transparency, merkletree tests): eight entries and
# the root over the first n of them.
ENTRIES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
LEAVES = [leaf_hash(bytes.fromhex(entry)) for entry in ENTRIES]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive_root(leaves):
    """MTH of RFC 9162, 2.1.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    k = max(1 << bit for bit in range(len(leaves)) if 1 << bit < len(leaves))
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def naive_path(m, leaves):
    """PATH of RFC 9162, 2.1.3.1, word for word."""
    if len(leaves) == 1:
        return []
    k = max(1 << bit for bit in range(len(leaves)) if 1 << bit < len(leaves))
    if m < k:
        return [*naive_path(m, leaves[:k]), naive_root(leaves[k:])]
    return [*naive_path(m - k, leaves[k:]), naive_root(leaves[:k])]


def naive_subproof(m, leaves, whole):
    """SUBPROOF of RFC 9162, 2.1.4.1, word for word."""
    if m == len(leaves):
        return [] if whole else [naive_root(leaves)]
    k = max(1 << bit for bit in range(len(leaves)) if 1 << bit < len(leaves))
    if m <= k:
        return [*naive_subproof(m, leaves[:k], whole), naive_root(leaves[k:])]
    return [*naive_subproof(m - k, leaves[k:], False), naive_root(leaves[:k])]


def made(count):
    """So many leaf hashes, each its own."""
    return [leaf_hash(str(i).encode()) for i in range(count)]


def log_of(leaves):
    """The frontier after appending the leaves, and the subtrees that a store keeps."""
    frontier, kept = Frontier(), {}
    for leaf in leaves:
        frontier, completed = append(frontier, leaf)
        kept.update({(subtree.level, subtree.index): subtree.hash for subtree in completed})
    return frontier, kept


def changed(value, at):
    """The bytes with one bit turned."""
    return bytes(byte ^ (i == at % len(value)) for i, byte in enumerate(value))


@pytest.mark.parametrize("size", range(9))
def test_reference_roots(size):
    """The published roots of the reference tree, at every size."""
    assert frontier_of(LEAVES[:size]).root.hex() == ROOTS[size]


@pytest.mark.parametrize(
    ("index", "size", "path"),
    [
        (0, 1, []),
        (
            0,
            8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            5,
            8,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
        (
            1,
            5,
            [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ],
)
def test_reference_inclusion_proofs(index, size, path):
    """The published inclusion proofs of the reference tree are made, and hold."""
    made_path = inclusion_proof(index, size, LEAVES)
    assert [sibling.hex() for sibling in made_path] == path
    verify_inclusion(LEAVES[index], index, size, made_path, bytes.fromhex(ROOTS[size]))


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        (1, 1, []),
        (
            1,
            8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ],
        ),
        (
            6,
            8,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ],
        ),
        (
            2,
            5,
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ],
        ),
    ],
)
def test_reference_consistency_proofs(old, new, path):
    """The published consistency proofs of the reference tree are made, and hold."""
    made_path = consistency_proof(old, new, LEAVES)
    assert [sibling.hex() for sibling in made_path] == path
    verify_consistency(old, bytes.fromhex(ROOTS[old]), new, bytes.fromhex(ROOTS[new]), made_path)


@given(st.lists(st.binary(max_size=40), max_size=70))
def test_appending_gives_the_root_of_the_definition(entries):
    """One leaf after the other, the frontier has the root that the RFC defines over all leaves."""
    leaves = [leaf_hash(entry) for entry in entries]
    frontier, _ = log_of(leaves)
    assert (frontier.size, frontier.root) == (len(leaves), naive_root(leaves))


@given(st.data())
def test_inclusion_proofs_are_those_of_the_definition(data):
    """In a log of any size the proof of any leaf is the RFC's and holds, from leaves alone and from kept subtrees."""
    size = data.draw(st.integers(1, 600))
    index = data.draw(st.integers(0, size - 1))
    leaves = made(size)
    frontier, kept = log_of(leaves)
    path = inclusion_proof(index, size, leaves)
    assert list(path) == naive_path(index, leaves)
    assert path == inclusion_proof(index, size, leaves.__getitem__, kept=lambda level, i: kept.get((level, i)))
    verify_inclusion(leaves[index], index, size, path, frontier.root)


@given(st.data())
def test_consistency_proofs_are_those_of_the_definition(data):
    """Of any two sizes of a log the proof is the RFC's and holds, from leaves alone and from kept subtrees."""
    new = data.draw(st.integers(1, 600))
    old = data.draw(st.integers(1, new))
    leaves = made(new)
    frontier, kept = log_of(leaves)
    path = consistency_proof(old, new, leaves)
    assert list(path) == naive_subproof(old, leaves, True)
    assert path == consistency_proof(old, new, leaves.__getitem__, kept=lambda level, i: kept.get((level, i)))
    verify_consistency(old, frontier_of(leaves[:old]).root, new, frontier.root, path)


@given(st.data())
def test_a_log_has_the_frontiers_that_it_had(data):
    """At any earlier size the frontier is what appending gave then, from leaves alone and from kept subtrees."""
    leaves = made(data.draw(st.integers(0, 600)))
    size = data.draw(st.integers(0, len(leaves)))
    _, kept = log_of(leaves)
    then = frontier_of(leaves[:size])
    assert frontier_at(size, leaves) == then
    assert frontier_at(size, leaves, kept=lambda level, index: kept.get((level, index))) == then


@given(st.data())
def test_no_other_leaf_place_or_hash_is_proved(data):
    """With a bit of the leaf, the root or the path turned, or another place named, an inclusion proof fails."""
    size = data.draw(st.integers(2, 70))
    index = data.draw(st.integers(0, size - 1))
    leaves = made(size)
    root, path, at = frontier_of(leaves).root, inclusion_proof(index, size, leaves), data.draw(st.integers(0, 31))
    turned = data.draw(st.integers(0, len(path) - 1))
    other = data.draw(st.integers(-1, size).filter(lambda i: i != index))
    for leaf, place, proof, wanted in [
        (changed(leaves[index], at), index, path, root),
        (leaves[index], index, path, changed(root, at)),
        (leaves[index], other, path, root),
        (leaves[index], index, [*path[:turned], changed(path[turned], at), *path[turned + 1 :]], root),
        (leaves[index], index, [*path[:turned], *path[turned + 1 :]], root),
        (leaves[index], index, [*path, path[0]], root),
        (leaves[index], index, [path[0][:31], *path[1:]], root),
    ]:
        with pytest.raises(Unproven, match="inclusion"):
            verify_inclusion(leaf, place, size, proof, wanted)


@given(st.data())
def test_a_forked_log_is_not_consistent(data):
    """A log with one of the earlier leaves changed has no proof that it goes on from the earlier log."""
    new = data.draw(st.integers(2, 70))
    old = data.draw(st.integers(1, new))
    leaves = made(new)
    forked = list(leaves)
    forked[data.draw(st.integers(0, old - 1))] = leaf_hash(b"another")
    for story in (leaves, forked):
        with pytest.raises(Unproven, match=r"consistency proof: found .*; wanted .*; do not rely"):
            verify_consistency(
                old, frontier_of(leaves[:old]).root, new, frontier_of(forked).root, consistency_proof(old, new, story)
            )


def test_a_proof_of_another_form_says_so():
    """Too many hashes, or hashes of another length, are no proof, whatever they lead to."""
    path = inclusion_proof(5, 8, LEAVES)
    root = bytes.fromhex(ROOTS[8])
    with pytest.raises(Unproven, match=r"found 3 hashes of \[31, 32\] bytes; wanted 3 of 32 bytes"):
        verify_inclusion(LEAVES[5], 5, 8, [path[0][:31], *path[1:]], root)
    with pytest.raises(Unproven, match=r"found 4 hashes of \[32\] bytes; wanted 3 of 32 bytes"):
        verify_inclusion(LEAVES[5], 5, 8, [*path, root], root)


def test_a_cut_log_is_not_consistent():
    """A log that has fewer leaves than it had is not the same log going on."""
    with pytest.raises(Unproven, match="found 6 leaves; wanted at least the 8 of the earlier log"):
        verify_consistency(8, bytes.fromhex(ROOTS[8]), 6, bytes.fromhex(ROOTS[6]), ())


def test_every_log_goes_on_from_the_empty_one():
    """The empty log is the beginning of all; another root for it is refused."""
    assert consistency_proof(0, 8, LEAVES) == ()
    verify_consistency(0, bytes.fromhex(ROOTS[0]), 8, bytes.fromhex(ROOTS[8]), ())
    with pytest.raises(Unproven):
        verify_consistency(0, bytes.fromhex(ROOTS[1]), 8, bytes.fromhex(ROOTS[8]), ())


def test_wrong_places_are_the_callers_mistake():
    """A leaf outside the log, or an earlier log longer than the later one, is a plain ValueError."""
    with pytest.raises(ValueError, match="found leaf 8; wanted one in \\[0, 8\\)"):
        inclusion_proof(8, 8, LEAVES)
    with pytest.raises(ValueError, match="found sizes 9 and 8"):
        consistency_proof(9, 8, LEAVES)
    with pytest.raises(ValueError, match="found 0 peaks; a log of 3 leaves has 2"):
        Frontier(3)


def test_a_long_log_is_proved_from_few_reads():
    """With the kept subtrees, a proof in 70,000 leaves reads a few hundred hashes, not 70,000."""
    leaves = made(70_000)
    frontier, kept = log_of(leaves)
    assert len(kept) == 273 + 1  # of 256 leaves, and of 65,536
    reads = []

    def leaf(index):
        reads.append(index)
        return leaves[index]

    def node(level, index):
        reads.append((level, index))
        return kept.get((level, index))

    path = inclusion_proof(31_415, 70_000, leaf, kept=node)
    verify_inclusion(leaves[31_415], 31_415, 70_000, path, frontier.root)
    assert len(reads) < 800


@pytest.mark.slow
def test_a_million_leaves_are_proved_from_leaves_alone_within_a_minute():
    """A store that kept no subtree still proves a leaf of a million in seconds."""
    leaves = made(1_000_000)
    started = time.perf_counter()
    path = inclusion_proof(123_456, 1_000_000, leaves)
    assert time.perf_counter() - started < 60
    verify_inclusion(leaves[123_456], 123_456, 1_000_000, path, frontier_of(leaves).root)
