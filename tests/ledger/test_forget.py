"""Forgetting takes the words out of the file, the log's salts with them, and leaves everything else as it was."""

import pytest

import sayso
from sayso.ledger import review
from sayso.ledger.checkpoint import new_signer
from tests.ledger.conftest import add, count, row, write_rows

WHISPERER = "Nell Corvane"
STATEMENT = (WHISPERER, "whispered", "that nobody slept in the granary")
STORY = f"{WHISPERER} whispered that nobody slept in the granary."


@pytest.fixture
def told(filled, tmp_path):
    """The filled ledger with an article that names somebody, a decision that does, and a checkpoint over it."""
    path = tmp_path / f"{WHISPERER}.jsonl"
    add(filled, write_rows(path, row("secret", STORY, [STATEMENT], title=WHISPERER, byline=WHISPERER)))
    filled.decide("secret.1", lambda *_: [review.note(f"{WHISPERER} called again", "secret.1")], who="dora")
    signer = new_signer(filled.origin)
    filled.checkpoint(signer)
    return filled, signer


def everything(ledger):
    """All bytes of the ledger, and of what lies beside it."""
    return b"".join(path.read_bytes() for path in ledger.path.parent.glob(f"{ledger.path.name}*"))


def test_forgotten_words_are_nowhere_in_the_file(told):
    """Neither the words nor their stems in the search index are left, in the file or beside it."""
    ledger, _ = told
    assert WHISPERER.encode() in everything(ledger)
    assert ledger.forget("secret", who="dora")
    left = everything(ledger).lower()
    assert [word for word in (b"corvane", b"whispered", b"granary", b"slept", b"secret") if word in left] == []


def test_everything_else_still_verifies(told):
    """The log keeps the entries, the checkpoint holds, and the deletion is an entry of its own."""
    ledger, signer = told
    before = ledger.verify(signer.verifier).entries
    ledger.forget("secret", who="dora")
    after = ledger.verify(signer.verifier)
    assert (after.entries, after.forgotten, after.originals) == (before + 1, 3, 2)
    assert ledger.search("granary") == ([], [])
    with pytest.raises(sayso.NotInLedger):
        ledger.article("secret")


def test_salts_of_what_was_forgotten_are_gone(told):
    """Without the salt nobody can try a name against the log."""
    ledger, _ = told
    salts = count(ledger, "salts")
    ledger.forget("secret", who="dora")
    left = ledger.connection.execute(
        "SELECT count(*) FROM salts WHERE position IN (SELECT position FROM log JOIN deleted USING (kind, object))"
    ).fetchone()
    assert (left, count(ledger, "salts")) == ((0,), salts - 7 + 1)


def test_one_decision_can_be_forgotten(told):
    """A note that names somebody goes alone; the article stays."""
    ledger, signer = told
    ledger.forget_decision(1, who="dora")
    assert b"called again" not in everything(ledger)
    assert (ledger.decisions(), ledger.article("secret").id) == ([], "secret")
    assert ledger.verify(signer.verifier).forgotten == 1
    with pytest.raises(sayso.NotInLedger):
        ledger.forget_decision(1, who="dora")


def test_deletion_that_hides_more_is_found(told):
    """Whoever deletes behind the log's back and calls it forgotten is found out."""
    ledger, signer = told
    ledger.forget("secret", who="dora")
    ledger.connection.execute("INSERT INTO deleted VALUES ('reading', 1, 1)")
    ledger.connection.execute("DELETE FROM salts WHERE position = 1")
    with pytest.raises(sayso.Unproven, match="deletion 1: found that its deletion is not what was logged"):
        ledger.verify(signer.verifier)


def test_row_numbers_are_never_used_again(told, tmp_path):
    """What comes after a deletion gets new numbers, so that the log's old entries mean nothing else."""
    ledger, signer = told
    ledger.forget("secret", who="dora")
    add(ledger, write_rows(tmp_path / "more.jsonl", row("a3", title="Later")))
    assert ledger.connection.execute("SELECT max(id) FROM readings").fetchone() == (4,)
    assert ledger.verify(signer.verifier).readings == 3


def test_while_another_reads_the_rest_is_left_to_the_doctor(told):
    """A reader that holds an old page keeps it; that is said, and the doctor clears it later."""
    ledger, _ = told
    with sayso.open(ledger.path, write=False) as other:
        other.connection.execute("BEGIN")
        other.connection.execute("SELECT count(*) FROM articles").fetchone()
        ledger.connection.execute("PRAGMA busy_timeout = 100")
        assert not ledger.forget("secret", who="dora")
    assert [each.mended for each in ledger.doctor()] == [None] * 4
    assert b"corvane" not in everything(ledger).lower()
