"""A report: everything to read and to check in one file, and no name that was to go."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from sayso.errors import NotInLedger
from sayso.ledger import review
from sayso.out.report import Asked, Redaction, report, write_report
from tests.out.conftest import FRENCH, MAYOR, NURSE, ROWS, add, article, official

SCRIPT = Path(__file__).parents[2] / "docs" / "check_proof.py"
EVENT = Asked(events=("e1",))
NAUGHTY = (
    "=1+1", "@SUM(A1)", "</script><script>alert(1)</script>", "<!-- x -->", "{{ 7*7 }}", "]]>", "&lt;b&gt; &amp;",
    "' onmouseover='alert(1)", "\u202egnal\u202c", "\x1b[31mred", "javascript:alert(1)", "\u2028line",
    "می\u200cخواهم", "\U0001f4f0", "\\u003c",
)  # fmt: skip


TAGS = (
    "a article aside b bdi body code dd details div dl dt h1 h2 h3 head header html i li main mark meta nav ol p pre"
    " script section span style summary time title ul"
)
"""All elements of the report on one article."""


class Read(HTMLParser):
    """What a browser would find in a page: text by element, data blocks, addresses."""

    def __init__(self, page):
        super().__init__()
        self.blocks, self.addresses, self.texts, self.tags, self.open = {}, [], [], set(), []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        """An element begins."""
        given = dict(attrs)
        self.tags.add(tag)
        if tag not in {"meta", "br", "link", "img"}:
            self.open.append((tag, given))
        self.addresses += [(tag, value) for name, value in attrs if name in {"href", "src", "action", "srcset", "data"}]

    def handle_endtag(self, tag):
        """It ends."""
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        """Text in it."""
        tag, given = self.open[-1] if self.open else ("", {})
        if tag == "script":
            assert given["type"] == "application/json"
            self.blocks[given["id"]] = data
        else:
            self.texts.append(data)

    @property
    def text(self):
        """All text that is shown, white space as one space."""
        return " ".join("".join(self.texts).split())


def shown(ledger, asked=EVENT, **redaction):
    """The report as a browser finds it."""
    return Read(report(ledger, asked, Redaction(**redaction))[0])


def run_script(path, key):
    """What docs/check_proof.py says of a file."""
    done = subprocess.run([sys.executable, SCRIPT, path, key], capture_output=True, check=False, encoding="utf-8",
                          env={"PYTHONIOENCODING": "utf-8", "PATH": ""})  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_says_who_says_what_and_where_it_is_from(signed):
    """Claims with both sides of a dispute, the words, the source, address, hash and proof of each article."""
    page = shown(signed)
    for words in (MAYOR, NURSE, "Joren Hask", "Mira Tolan, a nurse", "Inland Post", "disputes", FRENCH["text"]):
        assert words in page.text
    assert "3 texts" not in page.text
    for kept in signed.articles():
        assert kept.sha256 in page.text
        assert (kept.sha256[:12] + "…" in page.text) is (kept.id != "phare")
    assert {address for tag, address in page.addresses if not address.startswith("#")} == {
        "https://inlandpost.example/blast",
        "https://beacon.example/mira-tolan",
    }


def test_a_stranger_checks_it_offline(signed, tmp_path):
    """The short script checks every proof of the file, and opens the words and their hashes; so it does each alone."""
    path, key = tmp_path / "report.html", str(signed.own_key)
    write_report(signed, EVENT, path, who="dora")
    code, said, wrong = run_script(path, key)
    assert (code, wrong) == (0, "")
    assert said.count("All of it holds.") == 8
    assert f"  | {ROWS[0]['text']}" in said
    blocks = Read(path.read_text(encoding="utf-8")).blocks
    assert list(blocks) == [f"article-{n}-{what}" for n in (1, 2, 3, 4) for what in ("reading", "original")]
    for block in blocks.values():
        (tmp_path / "proof.json").write_text(block, encoding="utf-8")
        assert run_script(tmp_path / "proof.json", key)[0] == 0


def test_a_changed_report_does_not_verify(signed, tmp_path):
    """Other words in one proof, and the script says that it does not hold, in which, and ends with 1."""
    path = tmp_path / "report.html"
    shown_part, _, proofs = report(signed, EVENT)[0].partition('<script type="application/json"')
    changed = proofs.replace("killed 12 people", "killed 21 people", 1)
    path.write_text(f'{shown_part}<script type="application/json"{changed}', encoding="utf-8")
    code, _, wrong = run_script(path, str(signed.own_key))
    assert (code, "does NOT hold" in wrong, "article-1-reading" in wrong) == (1, True, True)


def test_a_page_without_proofs_proves_nothing(tmp_path, signed):
    """The script does not take a page without proofs for a good one."""
    (tmp_path / "page.html").write_text("<!DOCTYPE html><p>All of it holds.", encoding="utf-8")
    code, _, wrong = run_script(tmp_path / "page.html", str(signed.own_key))
    assert (code, "no proof" in wrong) == (1, True)


def test_asks_nobody_for_anything(signed):
    """Nothing is loaded but our own style; the policy would stop anything else."""
    text = report(signed, EVENT)[0]
    page = Read(text)
    assert {tag for tag, _ in page.addresses} == {"a"}
    assert "default-src 'none'" in text
    assert page.tags.isdisjoint({"img", "link", "iframe", "object", "video", "audio", "form", "base"})
    assert "url(" not in text
    assert "@import" not in text


def test_the_script_and_the_key_are_in_it(signed):
    """What is needed to verify it is in the file: script, key and checkpoint, word for word."""
    text = html.unescape(report(signed, EVENT)[0])
    assert SCRIPT.read_text(encoding="utf-8") in text
    assert str(signed.own_key) in text
    assert signed.last_checkpoint in text


def test_one_claim(signed):
    """Of one claim come its articles and those that dispute it, and nothing of the others."""
    page = shown(signed, Asked(claims=("1.e1.c2",)))
    assert list(page.blocks) == [f"article-{n}-{what}" for n in (1, 2) for what in ("reading", "original")]
    assert "1 claim of this event, out of 2 claims in 4 articles." in page.text
    assert "Twelve dead" not in page.text


def test_one_article_needs_no_comparison(signed):
    """An article comes with all its statements."""
    page = shown(signed, Asked(articles=("plover",)))
    assert list(page.blocks) == ["article-1-reading", "article-1-original"]
    assert "Twelve dead" in page.text
    assert "Inland Post" not in page.text


@pytest.mark.parametrize("asked", [Asked(("e9",)), Asked(claims=("e1.c9",)), Asked(articles=("x",)), Asked(("7.e1",))])
def test_what_is_not_there(signed, tmp_path, asked):
    """Nothing is written or logged where something that was asked for is not there."""
    size = signed.verify().entries
    with pytest.raises(NotInLedger):
        write_report(signed, asked, tmp_path / "report.html", who="dora")
    assert not (tmp_path / "report.html").exists()
    assert signed.verify().entries == size


def test_names_of_two_comparisons(signed):
    """One report shows one comparison."""
    with pytest.raises(ValueError, match="comparisons 1, 2"):
        report(signed, Asked(events=("1.e1", "2.e1")))


def test_banner_of_what_nobody_reviewed(signed):
    """What nobody reviewed, what is in another language and when nothing was captured stands before all else."""
    _, said = report(signed, EVENT)
    page = shown(signed)
    expected = (
        "Machine, unreviewed: nobody has accepted or rejected any of the 3 statements cited.",
        "In another language (French), kept as text and not attributed: article 4.",
        "When it was captured is not known of articles 1, 2, 3 and 4; only when it came into the ledger.",
    )
    assert all(each in page.text for each in expected)
    assert said.is_current


def test_banner_after_the_ledger_went_on(signed, tmp_path):
    """Reviews, forgetting and new articles show: who decided what, and that the comparison is not the latest."""
    signed.decide("post.1", lambda *_: [review.accept(), review.note("rang him up", "post.1")], who="dora")
    signed.decide("plover.1", lambda *of: [review.correct(*of, "source_role", "lord mayor")], who="dora")
    add(signed, tmp_path / "more.jsonl", article("late", "Rain fell."))
    signed.forget("late", who="dora")
    page = shown(signed)
    for each in (
        "nobody has accepted or rejected 2 of the 3 statements cited",
        "The ledger has changed since the comparison",
        "Something was forgotten in this ledger once",
        "dora accepted, ",
        "dora noted: rang him up, ",
    ):
        assert each in page.text


def test_banner_of_what_was_never_signed(story):
    """Without a checkpoint there is a report, which says that nothing in it can be verified."""
    page = shown(story)
    assert "The ledger was never signed: nothing in this report can be verified." in page.text
    assert page.blocks == {}


def test_banner_of_what_came_after_the_checkpoint(signed, tmp_path):
    """What no checkpoint counts is named, the rest is proven."""
    add(signed, tmp_path / "more.jsonl", article("late", "Rain fell."))
    page = shown(signed, Asked(articles=("post", "late")))
    assert list(page.blocks) == ["article-1-reading", "article-1-original"]
    assert "No checkpoint was signed since article 2 came into the ledger: it cannot be verified here." in page.text


def test_a_later_version_is_not_what_was_compared(signed, tmp_path):
    """The words are those that were compared, and proven; that there are later ones is said."""
    changed = {**ROWS[2], "text": ROWS[2]["text"].replace("12", "13"), "attributions": []}
    add(signed, tmp_path / "tolan.jsonl", *ROWS[:2], changed, FRENCH)
    page = shown(signed)
    assert "There is a later version or reading of article 3." in page.text
    assert ROWS[2]["text"] in json.loads(page.blocks["article-3-reading"])["openings"][0]["text"]


def test_the_ledger_logs_it(signed, tmp_path):
    """For each article whose words went out an entry says so, and never which article or whose name."""
    done = write_report(signed, EVENT, tmp_path / "r.html", who="dora", redaction=Redaction(True, ("Joren Hask",)))
    rows = signed.connection.execute("SELECT what, who FROM exports").fetchall()
    assert rows == [("report, 1 event, 2 claims, 4 articles, redacted", "dora")] * 4
    assert [(each.names[0], each.label) for each in done.people] == [
        ("Mira Tolan", "[a nurse]"),
        ("Joren Hask", "[a mayor]"),
    ]
    signed.verify()


def every_reading(text):
    """The file as it is, and with every layer of escaping taken off that anybody would try."""
    once = html.unescape(text)
    letters = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), once)
    return [text, once, letters, unquote(once), unquote(once.replace("~", "%"))]


def test_no_trace_of_a_name(signed, tmp_path):
    """Neither words, title, address, identifier, file name, proof nor anything else in the file has any part of it."""
    path = tmp_path / "report.html"
    write_report(signed, EVENT, path, who="dora", redaction=Redaction(witnesses=True))
    text = path.read_text(encoding="utf-8")
    for reading in every_reading(text):
        assert "tolan" not in reading.casefold()
        assert "mira" not in reading.casefold()
    page = Read(text)
    assert f"{NURSE}, said [a nurse], a nurse. [a nurse] wept." in page.text.replace("1 Nine", "Nine")
    assert "Nurse [a nurse] counts the dead" in page.text
    assert "Joren Hask" in page.text
    assert "https://inlandpost.example/blast" not in page.text  # its row came in a file that is called after her
    assert run_script(path, str(signed.own_key))[0] == 0
    assert all(json.loads(block)["openings"] == [] for block in page.blocks.values())


def test_a_hash_that_would_tell_the_name(signed):
    """Of a text the hash goes with the name, since names could be tried until it fits; the log's commitment stays."""
    page = shown(signed, Asked(articles=("mira-tolan-speaks",)), witnesses=True)
    kept = signed.article("mira-tolan-speaks")
    leaf = json.loads(json.loads(page.blocks["article-1-reading"])["leaf"])
    assert kept.sha256 not in page.text
    assert f"{len(json.dumps(ROWS[1]))} byte" not in page.text
    assert "try names until they fit" in page.text
    assert leaf["commitments"]["text"] in page.text


def test_the_hash_of_a_page_stays(signed, signer, tmp_path):
    """Of a page, whose bytes nobody can put together from its words, the hash stays and is proven."""
    page = tmp_path / "page.html"
    words = f"{ROWS[1]['text']} {'Rain fell on the town. ' * 30}"
    page.write_text(f"<html lang=en><title>Blast</title><article><p>{words}</article>", encoding="utf-8")
    list(signed.add([str(page)], refused=pytest.fail))
    [kept] = [each for each in signed.articles() if each.article.path == str(page)]
    signed.checkpoint(signer)
    found = shown(signed, Asked(articles=(kept.id,)), names=("Mira Tolan",))
    assert "tolan" not in found.text.casefold()
    assert kept.sha256 in found.text
    [opening] = json.loads(found.blocks["article-1-original"])["openings"]
    assert (opening["name"], kept.sha256 in opening["text"]) == ("original", True)
    assert json.loads(found.blocks["article-1-reading"])["openings"] == []


def test_a_name_that_is_nowhere(signed):
    """A name that is misspelt would be left standing, so there is no report."""
    with pytest.raises(NotInLedger, match="a name that stands in what is reported"):
        report(signed, EVENT, Redaction(names=("Mira Dolan",)))


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_any_text_is_text(story, signer, tmp_path, naughty):
    """What looks like a program, a formula or a mark-up in any field is shown as the text that it is, and proven."""
    text = f"{naughty} burnt. The mayor said that {naughty} fell."
    fields = dict.fromkeys(
        ("outlet", "title", "byline", "publisher", "source_organization", "url", "dateline"), f"x{naughty}"
    )
    said = (
        "The mayor",
        "said",
        f"that {naughty} fell",
        {**official(f"Ada {naughty}", f"mayor {naughty}"), "via": f"by {naughty}"},
    )
    add(story, tmp_path / "naughty.jsonl", article("n", text, said, **fields))
    story.decide("n.1", lambda *_: [review.note(f"see {naughty}", "n.1")], who=f"dora {naughty}")
    story.checkpoint(signer)
    page = shown(story, Asked(articles=("n",)))
    opened = {each["name"]: each["text"] for each in json.loads(page.blocks["article-1-reading"])["openings"]}
    assert opened["text"] == text
    assert page.tags <= set(TAGS.split())
    assert all(address.startswith(("#", "http://", "https://")) for _, address in page.addresses)


def test_ten_articles_are_small(tmp_path, story, signer):
    """A report of an event of ten articles of 900 words each is smaller than a megabyte."""
    rows = [
        article(f"t{n}", f"{MAYOR}, the mayor said. " + f"Rain fell on quay number {n} of the town that day. " * 90,
                ("the mayor", "said", MAYOR, official("Joren Hask", "mayor")), date="2026-05-12", outlet=f"Outlet {n}")
        for n in range(10)
    ]  # fmt: skip
    add(story, tmp_path / "ten.jsonl", *rows)
    story.compare(one_event=True)
    story.checkpoint(signer)
    assert len(report(story, EVENT)[0].encode()) < 1_000_000
