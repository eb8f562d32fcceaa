"""A ledger of four articles on one blast, one of them a page, one in another language, compared and signed."""

from __future__ import annotations

import json

import pytest

from sayso.ledger import new_ledger
from sayso.ledger.checkpoint import new_signer

MAYOR = "A blast at the ferry dock in Port Ada killed 12 people"
NURSE = "Nineteen people were killed by the blast at the ferry dock in Port Ada"


def article(name, text, *statements, **fields):
    """A row as ``sayso read`` prints it; a statement is source, cue, content and fields of its source."""

    def spans(words):
        start = text.index(words)
        return [[start, start + len(words)]]

    attributions = [
        {"id": f"{name}.{n}", "source": spans(source), "cue": spans(cue), "content": spans(content), "score": 0.95,
         "quotation": "indirect", "certainty": "asserted", **about}
        for n, (source, cue, content, about) in enumerate(statements, start=1)
    ]  # fmt: skip
    return {"id": name, "language": "en", "text": text, "attributions": attributions, **fields}


def official(name, role):
    """What is known of an official."""
    return {"source_name": name, "source_role": role, "source_kind": "official", "named": True}


def nurse(name):
    """What is known of a nurse."""
    return {"source_name": name, "source_role": "nurse", "source_kind": "medical", "named": True}


HASK = official("Joren Hask", "mayor")
ROWS = (
    article("post", f"{MAYOR}, the mayor Joren Hask said.", ("the mayor Joren Hask", "said", MAYOR, HASK),
            outlet="Inland Post", date="2026-05-12", title="Blast at dock", url="https://inlandpost.example/blast"),
    article("mira-tolan-speaks", f"{NURSE}, said Mira Tolan, a nurse. Tolan wept.",
            ("Mira Tolan, a nurse", "said", NURSE, nurse("Mira Tolan")), outlet="Port Ada Beacon", date="2026-05-13",
            title="Nurse Tolan counts the dead", url="https://beacon.example/mira-tolan"),
    article("plover", f"{MAYOR}, the mayor said.", ("the mayor", "said", MAYOR, HASK),
            outlet="Daily Plover", date="2026-05-13", title="Twelve dead"),
)  # fmt: skip
FRENCH = {"id": "phare", "language": "fr", "outlet": "Le Phare", "date": "2026-05-13", "title": "Explosion",
          "text": "Une explosion au quai de Port Ada a tué douze personnes, selon le maire de la ville."}  # fmt: skip


def add(ledger, path, *rows):
    """Add rows."""
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), encoding="utf-8")
    for _ in ledger.add([str(path)], refused=pytest.fail):
        pass


@pytest.fixture
def story(tmp_path):
    """A ledger with the four articles, compared as one event."""
    with new_ledger(tmp_path / "story.sayso") as ledger:
        add(ledger, tmp_path / "tolan.jsonl", *ROWS, FRENCH)
        ledger.compare(one_event=True)
        yield ledger


@pytest.fixture
def signer(story):
    """The key of the ledger's log."""
    return new_signer(story.origin)


@pytest.fixture
def signed(story, signer):
    """The same, signed."""
    story.checkpoint(signer)
    return story
