"""WARC records, made by hand so that they can be broken by hand."""

import gzip

URL = "https://inlandpost.example/depot"
DATE = "2026-05-12T07:30:00Z"
WORDS = (
    "The depot had been empty for weeks, the ministry said on Tuesday, and no fighters had been seen there.",
    "Ada Byrne, who lives beside the salt quay, said that she had heard two blasts before dawn on Monday.",
    "The harbour office of Port Ada said that it would publish the footage of its cameras by the end of the week.",
)


def page(*paragraphs, title="Depot was empty, ministry says", head=""):
    """A page with an article."""
    text = "".join(f"<p>{each}</p>" for each in paragraphs or WORDS)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head>"
        f"<body><article><h1>{title}</h1>{text}</article></body></html>"
    ).encode()


def record(kind, block=b"", *, url=URL, date=DATE, length=None, **fields):
    """One record; *length* where it is to lie about it, and other fields with ``_`` for ``-``."""
    said = {"WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": date, "WARC-Record-ID": "<urn:uuid:1>"}
    said |= {name.replace("_", "-"): value for name, value in fields.items()}
    said["Content-Length"] = str(len(block) if length is None else length)
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value is not None)
    return f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def http(body, status="200 OK", **headers):
    """A response as it came over the wire."""
    said = {"Content-Type": "text/html; charset=utf-8"} | {k.replace("_", "-"): v for k, v in headers.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def response(body=None, *, url=URL, status="200 OK", date=DATE, length=None, warc=None, **headers):  # noqa: PLR0913
    """The record of a response; *warc* are fields of the record, *headers* those of the server."""
    block = http(page() if body is None else body, status, **headers)
    said = {"Content_Type": "application/http; msgtype=response"} | (warc or {})
    return record("response", block, url=url, date=date, length=length, **said)


def packed(*records):
    """Records packed as they should be, each a gzip member."""
    return b"".join(map(gzip.compress, records))
