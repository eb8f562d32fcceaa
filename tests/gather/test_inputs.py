"""Items of wires, letters and documents become articles, each datum with where it stands."""

import contextlib
import email.message
import io
import json
import zipfile
from email.policy import SMTP

import docx
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import PassedOver, Refused
from sayso.gather import Caps, article_of, document_again, documents, original_of

WORDS = (
    "The depot had been empty for weeks, the ministry said on Tuesday, and no fighters had been seen there.",
    "Ada Byrne, who lives beside the salt quay, said that she had heard two blasts before dawn on Monday.",
)
TEXT = "\n\n".join(WORDS)
MARKED_UP = "".join(f"<p>{each}</p>" for each in WORDS)


def write(folder, name, content):
    """The path of a new file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def read(*paths, caps=None):
    """Each article, or its refusal; each is also read again from its original alone, and is the same."""
    out = []
    for document in documents(paths, caps=caps):
        try:
            if isinstance(document, Refused):
                raise document
            article = article_of(document, limit=1_000_000, caps=caps)
            again = document_again(original_of(document), document.where, document.path, limit=1_000_000)
            assert article_of(again, limit=1_000_000).text == article.text
            out.append(article)
        except PassedOver as passed:
            out.append(passed.reason)
        except Refused as refused:
            out.append(str(refused).partition(": ")[2])
    return out


NINJS_1 = {
    "uri": "urn:newsml:wire.example:20260512:depot", "type": "text", "versioncreated": "2026-05-12T09:30:00+02:00",
    "headline": "Depot was empty, ministry says", "byline": "Joren Hask", "language": "en",
    "copyrightholder": "Meridian Wire", "body_text": "The depot was empty. All of it.", "body_xhtml": MARKED_UP,
}  # fmt: skip
NINJS_3 = {
    "uri": "https://wire.example/depot", "versionCreated": "2026-05-12T09:30:00+02:00", "by": "Joren Hask",
    "headlines": [{"role": "short", "value": "Depot"}, {"role": "main", "value": "Depot was empty, ministry says"}],
    "bodies": [
        {"role": "text", "contentType": "text/plain", "value": "The depot was empty."},
        {"role": "xhtml", "contentType": "text/html", "value": f"<body>{MARKED_UP}</body>"},
    ],
    "copyrightHolder": "Meridian Wire", "infoSources": [{"name": "Port Ada Beacon"}],
}  # fmt: skip


def test_ninjs_of_the_first_version(tmp_path):
    """The HTML body is the text, the wire is the outlet, and each field says where it stood."""
    [article] = read(write(tmp_path, "depot.json", json.dumps(NINJS_1)))
    assert (article.id, article.text, article.title) == (NINJS_1["uri"], TEXT, NINJS_1["headline"])
    assert (article.outlet, article.byline, article.date) == ("Meridian Wire", "Joren Hask", "2026-05-12")
    assert article.found_in == {
        "text": "ninjs bodyxhtml", "title": "ninjs headline", "byline": "ninjs byline", "date": "ninjs versioncreated",
        "modified": "ninjs versioncreated", "outlet": "ninjs copyrightholder", "language": "py3langid",
        "source_organization": "ninjs copyrightholder",
    }  # fmt: skip


def test_ninjs_of_the_third_version(tmp_path):
    """The main headline and the marked-up body are taken from the lists; a web address is the article's."""
    [article] = read(write(tmp_path, "depot.ninjs", json.dumps(NINJS_3)))
    assert (article.text, article.title, article.url) == (TEXT, "Depot was empty, ministry says", NINJS_3["uri"])
    assert (article.credit.name, article.found_in["credit"]) == ("Port Ada Beacon", "ninjs infosources")
    assert article.found_in["text"] == "ninjs bodies (xhtml)"


@pytest.mark.parametrize(("content", "said"), [
    ("[" * 100_000, "found nested too deep"),
    ('{"a":' * 100_000, "found nested too deep"),
    ("{", "found broken JSON"),
    ('{"name": "package"}', "found JSON that is no ninjs item"),
    ('{"uri": "x", "headline": "A picture"}', "found a ninjs item without a text"),
    (json.dumps({"uri": "x", "body_xhtml": "<div>" * 5_000}), "found elements nested 200 deep"),
])  # fmt: skip
def test_json_that_is_no_item_is_refused(tmp_path, content, said):
    """Deep, broken and other JSON is one refusal; in a folder other JSON is passed over, since much lies about."""
    [found] = read(write(tmp_path, "a.json", content))
    assert said in found
    if "no ninjs item" in said:
        assert read(str(tmp_path)) == ["JSON that is no article"]


NITF = (
    "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline><hl1>Depot</hl1></hedline></body.head>"
    f"<body.content>{MARKED_UP}</body.content></body></nitf>"
)


def item(number=1, content=f"<inlineXML contenttype='application/nitf+xml'>{NITF}</inlineXML>"):
    """A NewsML-G2 item."""
    about = (
        '<itemMeta><provider literal="MW"><name>Meridian Wire</name></provider>'
        "<versionCreated>2026-05-12T09:30:00+02:00</versionCreated></itemMeta>"
        "<contentMeta><by>Joren Hask</by><headline>Depot was empty, ministry says</headline>"
        '<language tag="en-GB"/><creditline>MW</creditline></contentMeta>'
    )
    guid = f"urn:newsml:wire.example:depot-{number}"
    return f'<newsItem guid="{guid}" version="3">{about}<contentSet>{content}</contentSet></newsItem>'


NAMESPACE = ' xmlns="http://iptc.org/std/nar/2006-10-01/"'


def test_newsml_item(tmp_path):
    """One item in a file of its own: the NITF body is the text, and the item says who made it and when."""
    content = '<?xml version="1.0" encoding="utf-8"?>' + item().replace("<newsItem", f"<newsItem{NAMESPACE}")
    [article] = read(write(tmp_path, "depot.xml", content))
    assert (article.id, article.text) == ("urn:newsml:wire.example:depot-1", TEXT)
    assert (article.title, article.outlet, article.byline) == (
        "Depot was empty, ministry says", "Meridian Wire", "Joren Hask",
    )  # fmt: skip
    assert (article.date, article.credit.name, article.found_in["text"]) == ("2026-05-12", "MW", "NewsML-G2 inlineXML")


def test_newsml_message_of_several_items(tmp_path):
    """Each item is an article whose original is its own bytes; a picture among them is passed over."""
    page = f"<head><title>x</title></head><body>{MARKED_UP}</body>"
    html = f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'>{page}</html></inlineXML>"
    plain = f"<inlineData contenttype='text/plain'>{TEXT}</inlineData>"
    items = [item(1), item(2, html), item(3, plain), item(4, "<remoteContent href='a.jpg'/>")]
    message = f"<newsMessage{NAMESPACE}><header/><itemSet>{'<!-- next -->'.join(items)}</itemSet></newsMessage>"
    path = write(tmp_path, "message.xml", message)
    found = read(path)
    assert [each if isinstance(each, str) else each.text for each in found] == [*[TEXT] * 3, "an item without a text"]
    originals = [original_of(document) for document in documents([path])]
    assert [original.content.decode() for original in originals] == items
    assert {original.header.decode() for original in originals} == {message[: message.index("<newsItem")]}


@pytest.mark.parametrize(("content", "said"), [
    ('<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><newsItem>&b;</newsItem>', "XML that declares entities"),
    ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///x">]><newsItem>&a;</newsItem>', "XML that declares entities"),
    ('<!DOCTYPE newsItem SYSTEM "http://x.example/a.dtd"><newsItem/>', "found an item without a text"),
    ("<newsItem>" + "<a>" * 100_000, "found elements nested deeper than 200"),
    ("<newsItem>", "found broken XML"),
    ("<rss/>", "found XML that begins with <rss>"),
    ("<newsMessage/>", "found a newsMessage without a newsItem"),
    ("<newsItem><contentSet><inlineXML></inlineXML></contentSet></newsItem>", "found an item without a text"),
])  # fmt: skip
def test_hostile_or_other_xml_is_refused(tmp_path, content, said):
    """Entities, whatever they name, depth, and XML of other kinds are each one refusal; nothing is fetched."""
    [found] = read(write(tmp_path, "a.xml", content))
    assert said in found


def letter(*, html=None, plain=None, **headers):
    """An e-mail."""
    made = email.message.EmailMessage()
    said = {"From": "Port Ada Beacon <news@beacon.example>", "Subject": "Depot was empty",
            "Date": "Tue, 12 May 2026 09:30:00 +0200"}  # fmt: skip
    for name, value in (said | headers).items():
        made[name] = value
    if plain:
        made.set_content(plain)
    if html:
        made.add_alternative(html, subtype="html") if plain else made.set_content(html, subtype="html")
    return made.as_bytes(policy=SMTP)


def test_letter_with_a_page_in_it(tmp_path):
    """The HTML part is the text, the sender the outlet, the subject the title."""
    [article] = read(
        write(tmp_path, "mail.eml", letter(html=f"<html><body>{MARKED_UP}</body></html>", plain="See it online."))
    )
    assert (article.text, article.title, article.outlet, article.date) == (
        TEXT, "Depot was empty", "Port Ada Beacon", "2026-05-12",
    )  # fmt: skip
    assert article.found_in["text"] == "HTML part"


def test_letter_in_plain_text_is_unwrapped(tmp_path):
    """Lines that a mail program broke are joined, so that no statement ends at a line's end."""
    wrapped = TEXT.replace("weeks, the", "weeks,\nthe").replace("quay, said", "quay,\nsaid")
    [article] = read(write(tmp_path, "mail.eml", letter(plain=wrapped)))
    assert (article.text, article.found_in["text"]) == (TEXT, "plain part")


@pytest.mark.parametrize(("content", "said"), [
    (b"no headers at all", "found no sender, date or subject"),
    (letter(plain="x").replace(b"text/plain", b"image/png"), "found a letter without a text"),
    (b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 2_000, "1,000 parts"),
    (letter(html="<div>" * 5_000), "found elements nested 200 deep"),
])  # fmt: skip
def test_letter_that_is_none_is_refused(tmp_path, content, said):
    """What is no letter, has no text, or more parts than anybody sends, is one refusal."""
    [found] = read(write(tmp_path, "a.eml", content))
    assert said in found


@pytest.mark.parametrize(("sender", "outlet"), [
    ("Port Ada Beacon <news@beacon.example>", "Port Ada Beacon"),
    ("=?utf-8?q?Caf=C3=A9_Corrin?= <a@b.example>", "Café Corrin"),
    ("Café Corrin <a@b.example>", "Café Corrin"),
    ("news@beacon.example", "news@beacon.example"),
    ("A: B; <news@", None),
    ("Group:;", None),
    ("=?utf-8?q?=FF?= <", None),
    ("=?ü#0;tf-8?q?x?= <a@b.example>", None),
    ("<", None),
])  # fmt: skip
def test_sender_of_a_letter(tmp_path, sender, outlet):
    """The name before the address is the outlet; a sender that no program wrote stops nothing (found by fuzzing)."""
    content = letter(plain=TEXT).replace(b"Port Ada Beacon <news@beacon.example>", sender.encode())
    [article] = read(write(tmp_path, "a.eml", content))
    assert (article.text, article.outlet if outlet else None) == (TEXT, outlet)


def test_date_of_a_letter_that_no_calendar_has(tmp_path):
    """A year too long for any calendar is kept as it stands (found by fuzzing)."""
    content = letter(plain=TEXT).replace(b"12 May 2026", b"12 May 20269999999999")
    [article] = read(write(tmp_path, "a.eml", content))
    assert (article.date, article.text) == (None, TEXT)


def pdf(*lines, password=None):
    """A PDF of one page with text in it, made by hand: pypdf writes no text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 11 Tf 50 750 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream), b"<< /Title (Depot was empty) >>",
    ]  # fmt: skip
    out, starts = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 7\n0000000000 65535 f \n%strailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
    if password is None:
        return out + end
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(out + end))
    writer.encrypt(password, algorithm="RC4-128")
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def test_pdf(tmp_path):
    """The lines of a page are joined to paragraphs; the title is that of the document."""
    first, second = WORDS
    path = write(tmp_path, "a.pdf", pdf(first[:57], first[57:], second[:57], second[57:]))
    [article] = read(path)
    assert " ".join(article.text.split()) == f"{first} {second}"
    assert (article.title, article.found_in["text"]) == ("Depot was empty", f"pypdf {pypdf.__version__}")


@pytest.mark.parametrize(("content", "said"), [
    (pdf("x", password="open sesame"),  # noqa: S106
      "found a PDF with a password"),
    (pdf(""), "found a PDF without text"),
    (b"%PDF-1.4\nnonsense", "found a broken PDF"),
    (pdf("x")[:300], "found a broken PDF"),
])  # fmt: skip
def test_pdf_that_cannot_be_read_is_refused(tmp_path, content, said):
    """Locked, empty and broken files are each one refusal."""
    [found] = read(write(tmp_path, "a.pdf", content))
    assert said in found


def word(*paragraphs):
    """A Word document."""
    made = docx.Document()
    made.core_properties.title = "Depot was empty"
    for each in paragraphs:
        made.add_paragraph(each)
    made.add_table(1, 1).cell(0, 0).text = "In a table."
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_docx(tmp_path):
    """The paragraphs of a Word document, its tables among them, and its title."""
    [article] = read(write(tmp_path, "a.docx", word(*WORDS)))
    assert (article.text, article.title) == (f"{TEXT}\n\nIn a table.", "Depot was empty")


def zip_of(**members):
    """A zip with these members."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return held.getvalue()


@pytest.mark.parametrize(("content", "said"), [
    (b"PK\x03\x04 nonsense", "found a broken .docx"),
    (zip_of(a="x"), "found a broken .docx"),
    (word("x").replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xff", 1), "found a broken .docx"),
    (word("x")[:200] + b"\xff" * 40 + word("x")[240:], "found a broken .docx"),
    (zip_of(a=b"\0" * 60_000_000), "found a zip bomb"),
    (zip_of(a=zip_of(b=b"\0" * 30_000_000)), "found a broken .docx"),
])  # fmt: skip
def test_docx_that_cannot_be_read_is_refused(tmp_path, content, said):
    """Broken files and bombs, in one zip or in several around one another, are each one refusal."""
    [found] = read(write(tmp_path, "a.docx", content))
    assert said in found


def test_zip_of_too_many_members_is_refused(tmp_path):
    """The number of members is bounded, and the bound can be set."""
    path = write(tmp_path, "a.docx", word("x"))
    assert "members; wanted at most 3; raise --cap members=NUMBER" in read(path, caps=Caps(members=3))[0]


@pytest.mark.parametrize("package", ["pypdf", "docx"])
def test_missing_extra_is_named(tmp_path, monkeypatch, package):
    """Where the libraries for documents are not installed, the refusal says what to install."""
    monkeypatch.setitem(__import__("sys").modules, package, None)
    path = write(tmp_path, "a.pdf" if package == "pypdf" else "a.docx", b"x")
    assert "install it with `pip install 'sayso[documents]'`" in read(path)[0]


SINGLE = f"""<!DOCTYPE html> <html><!--
 Page saved with SingleFile
 url: https://inlandpost.example/depot
 saved date: Tue May 12 2026 09:30:00 GMT+0200 (Meridian Summer Time)
--><head><title>Depot</title></head><body><article>{MARKED_UP}</article></body></html>"""


def test_page_that_singlefile_saved(tmp_path):
    """The comment says from where and when the page was saved."""
    path = write(tmp_path, "a.html", SINGLE)
    [document] = documents([path])
    assert (document.url, document.fetched_at) == ("https://inlandpost.example/depot", "2026-05-12T07:30:00Z")
    [article] = read(path)
    assert (article.url, article.found_in["url"]) == ("https://inlandpost.example/depot", "SingleFile comment")


ITEM = {
    "status": "wayback: success",
    "metadata": {"url": "https://inlandpost.example/depot", "_processed_at": "2026-05-12 07:30:00.123456+00:00"},
    "media": [{"filename": "folder/report.html", "properties": {"id": "_final_media"}}],
}


def test_folder_of_auto_archiver(tmp_path):
    """A page in an item's folder has the item's address and time; the archiver's own notes are passed over."""
    write(tmp_path, "item/metadata.json", json.dumps(ITEM))
    write(tmp_path, "item/report.html", "<p>A report about the item.")
    write(tmp_path, "item/rows.csv", "url,status\n")
    write(tmp_path, "item/page.html", SINGLE.replace("SingleFile", "another tool"))
    found = list(documents([str(tmp_path)]))
    assert [each.reason for each in found if isinstance(each, PassedOver)] == ["Auto Archiver's own notes"] * 3
    [page] = [each for each in found if not isinstance(each, Refused)]
    assert (page.url, page.fetched_at) == ("https://inlandpost.example/depot", "2026-05-12T07:30:00Z")
    assert page.found_in == {"url": "Auto Archiver (metadata.json)"}


@settings(max_examples=80)
@given(st.sampled_from([".json", ".xml", ".eml", ".pdf", ".docx", ".html", ".wacz"]), st.data())
def test_any_bytes_are_read_or_refused(tmp_path_factory, suffix, data):
    """Whatever a file of these names holds, also what is nearly right, nothing but a refusal is raised."""
    near = {
        ".json": json.dumps(NINJS_3).encode(),
        ".xml": item().encode(),
        ".eml": letter(html=MARKED_UP),
        ".pdf": pdf("x"),
        ".docx": zip_of(a="x"),
        ".html": SINGLE.encode(),
        ".wacz": zip_of(**{"archive/data.warc": "WARC/1.1"}),
    }[suffix]
    content = bytearray(near)
    for _ in range(data.draw(st.integers(0, 3))):
        at = data.draw(st.integers(0, len(content)))
        content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    path = tmp_path_factory.mktemp("any") / f"a{suffix}"
    path.write_bytes(content)
    for document in documents([str(path)]):
        with contextlib.suppress(Refused):
            assert isinstance(document, Refused) or article_of(document, limit=10_000)
