"""A ledger goes out as a WACZ that others can check and replay, and comes back in."""

import gzip
import hashlib
import io
import json
import zipfile

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from sayso.cli import sayso_command
from sayso.gather import documents
from sayso.ledger import Outcome, new_ledger, open_ledger
from sayso.ledger.wacz import Exported
from tests.ledger.conftest import add, row, write_rows
from tests.warcs import DATE, URL, WORDS, packed, page, record, response

REDIRECT = response(b"", url="http://inlandpost.example/", status="301 Moved Permanently", Location=URL)


@pytest.fixture
def exported(tmp_path):
    """The path of a WACZ of a ledger with a capture, a page, a text and a row."""
    (tmp_path / "crawl.warc.gz").write_bytes(packed(REDIRECT, response()))
    (tmp_path / "page.html").write_bytes(page(head='<link rel="canonical" href="https://beacon.example/d">'))
    (tmp_path / "story.txt").write_text("\n\n".join(WORDS), encoding="utf-8")
    with new_ledger(tmp_path / "story.sayso") as ledger:
        paths = [tmp_path / name for name in ("crawl.warc.gz", "page.html", "story.txt")]
        add(ledger, *paths, write_rows(tmp_path / "rows.jsonl", row("a1")))
        assert ledger.export_wacz(tmp_path / "story.wacz", who="dora") == Exported(captures=1, others=3)
        assert exports(ledger) == ["wacz"]
        assert ledger.verify().entries == 9
    return tmp_path / "story.wacz"


def exports(ledger):
    """What the ledger says was given out."""
    return [what for (what,) in ledger.connection.execute("SELECT what FROM exports").fetchall()]


def test_package_says_what_is_in_it(exported):
    """Each file stands in the package with its size and digest, unpacked, and a digest seals the package."""
    with zipfile.ZipFile(exported) as wacz:
        assert wacz.testzip() is None
        assert {each.compress_type for each in wacz.infolist()} == {zipfile.ZIP_STORED}
        package = json.loads(wacz.read("datapackage.json"))
        assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
        for each in package["resources"]:
            content = wacz.read(each["path"])
            assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        named = {each["path"] for each in package["resources"]}
        assert named == {"archive/data.warc.gz", "indexes/index.cdx.gz", "pages/pages.jsonl", "ledger/ledger.sayso"}
        sealed = json.loads(wacz.read("datapackage-digest.json"))
        digest = hashlib.sha256(wacz.read("datapackage.json")).hexdigest()
        assert sealed == {"path": "datapackage.json", "hash": f"sha256:{digest}"}


def test_index_finds_each_record(exported):
    """The index is sorted, and at each place that it names another reader finds a member with that record."""
    with zipfile.ZipFile(exported) as wacz:
        archive = wacz.read("archive/data.warc.gz")
        lines = gzip.decompress(wacz.read("indexes/index.cdx.gz")).decode().splitlines()
    assert lines == sorted(lines)
    urls = []
    for line in lines:
        _, stamp, said = line.split(" ", 2)
        said = json.loads(said)
        start = int(said["offset"])
        member = archive[start : start + int(said["length"])]
        found = next(ArchiveIterator(io.BytesIO(member)))
        assert found.rec_headers.get_header("WARC-Target-URI") == said["url"]
        content = found.content_stream().read()
        assert said["digest"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert stamp == "".join(filter(str.isdigit, found.rec_headers.get_header("WARC-Date")))
        urls.append(said["url"])
    text = hashlib.sha256("\n\n".join(WORDS).encode()).hexdigest()
    assert {URL, "https://beacon.example/d", f"urn:sha256:{text}"} < set(urls)


def test_captures_go_out_as_they_came(exported):
    """The record of a capture is in the archive byte for byte."""
    with zipfile.ZipFile(exported) as wacz:
        assert response() in gzip.decompress(wacz.read("archive/data.warc.gz"))


def test_pages_are_listed(exported):
    """Players show the pages by the list, each with its address, its time and its title."""
    with zipfile.ZipFile(exported) as wacz:
        head, *pages = map(json.loads, wacz.read("pages/pages.jsonl").decode().splitlines())
    assert head["format"] == "json-pages-1.0"
    assert pages[0] == {"id": "original-1", "url": URL, "ts": DATE, "title": "Depot was empty, ministry says"}
    assert len(pages) == 4


def test_ledger_inside_is_whole(exported, tmp_path):
    """The ledger in the package opens, verifies, and knows that it was given out."""
    with zipfile.ZipFile(exported) as wacz:
        (tmp_path / "inside.sayso").write_bytes(wacz.read("ledger/ledger.sayso"))
    with open_ledger(tmp_path / "inside.sayso", write=False) as inside:
        assert inside.verify().originals == 4
        assert len(list(inside.articles())) == 4
        assert exports(inside) == ["wacz"]


def test_wacz_is_an_input(exported, tmp_path):
    """The pages in a WACZ are read again, the capture as the original that it is."""
    found = [each.url for each in documents([str(exported)]) if hasattr(each, "payload")]
    assert found == [URL, "https://beacon.example/d"]
    with open_ledger(tmp_path / "story.sayso") as ledger:
        assert next(iter(add(ledger, exported))).outcome is Outcome.UNCHANGED


def test_command(exported, tmp_path):
    """As a user types it."""
    made = CliRunner().invoke(
        sayso_command, ["export", str(tmp_path / "story.sayso"), "--format", "wacz", str(tmp_path / "b.wacz")]
    )
    assert (made.exit_code, made.stderr) == (0, f"wrote {tmp_path / 'b.wacz'}: 1 capture, 3 other originals\n")
    assert not (tmp_path / "b.wacz.partial").exists()


def test_hostile_address_makes_no_field(tmp_path):
    """An address with a line end in it, which a table can hold, cannot put a field into a record."""
    rows = write_rows(tmp_path / "rows.jsonl", row("a1", url="https://a.example/\r\nWARC-Type: response"))
    with new_ledger(tmp_path / "a.sayso") as ledger:
        add(ledger, rows)
        ledger.export_wacz(tmp_path / "a.wacz", who="dora")
    with zipfile.ZipFile(tmp_path / "a.wacz") as wacz:
        found = [each.rec_type for each in ArchiveIterator(io.BytesIO(wacz.read("archive/data.warc.gz")))]
    assert found == ["warcinfo", "resource"]


@pytest.mark.parametrize(("members", "said"), [
    ({"a.txt": b"x"}, "a zip without WARC files in its folder archive"),
    ({"archive/a.warc": b"\0" * 60_000_000}, "archive/a.warc: found a zip bomb"),
    ({"archive/../../etc/x\x1b[2J.warc": b"nothing"}, r"x\x1b[2J.warc, record 1: found something else"),
    ({"archive/a.warc": record("response", b"x" * 90)[:-40]}, "cut off"),
])  # fmt: skip
def test_hostile_wacz_is_refused(tmp_path, members, said):
    """Bombs, names that climb or steer a terminal, and other zips are each one line; nothing is written anywhere."""
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    found = " ".join(map(str, documents([str(tmp_path / "a.wacz")])))
    assert said in found
    assert [each.name for each in tmp_path.iterdir()] == ["a.wacz"]
