"""What the log commits to: the private values of each kind of entry, gathered from the tables.

The same queries make the values when an entry is written and when it is verified. They run in SQLite, since verifying
goes through everything; the JSON that it makes is used as bytes, and holds no number but whole ones, whose form no
version of SQLite changes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sayso.ledger.commitment import EntryKind

_SPAN = 'json_array(position, start, "end", words)'
_ORIGINAL = """
SELECT json_object('sha256', o.sha256, 'size', o.size, 'form', o.form, 'header', hex(h.content),
    'encoding', o.encoding, 'kept_at', o.kept_at),
  CASE WHEN a.url IS NULL AND a.fetched_at IS NULL
    THEN json_object('path', a.path, 'line', a.line, 'arrived_at', a.arrived_at)
    ELSE json_object('path', a.path, 'line', a.line, 'arrived_at', a.arrived_at, 'url', a.url,
      'fetched_at', a.fetched_at) END
FROM arrivals a JOIN originals o ON o.id = a.original_id JOIN headers h ON h.id = o.header_id WHERE a.id = ?
"""
_WHOLE = "4611686018427387904.0"
"""2^62: makes of a probability a whole number that holds every bit of it, down to a thousandth."""
_READING = f"""
SELECT t.words,
  json_object('article', articles.name, 'version', v.number, 'original', o.sha256, 'text', t.sha256,
    'extracted_by', json_array(t.extractor, t.version, t.options), 'read_by', json_array(r.reader, r.model, r.read_at),
    'place', json_array(articles.outlet, articles.url, articles.path, articles.own_id, articles.nth),
    'outlet', r.outlet, 'date', r.date, 'date_raw', r.date_raw, 'title', r.title,
    'title_span', json_array(r.title_start, r.title_end), 'byline', r.byline, 'credit', r.credit,
    'credit_span', json_array(r.credit_start, r.credit_end), 'dateline', r.dateline, 'publisher', r.publisher,
    'source_organization', r.source_organization, 'language', r.language, 'extractor', r.extractor, 'path', r.path,
    'url', r.url, 'found_in', r.found_in, 'attributed', r.attributed),
  (SELECT '[' || coalesce(group_concat(each, ','), '') || ']' FROM (SELECT json_object(
    'attribution', s.name, 'score', CAST(a.score * {_WHOLE} AS INTEGER), 'in_title', a.in_title,
    'spans', (SELECT json_group_array(json_array(role, position, start, "end", words)) FROM spans
      WHERE attribution_id = a.id),
    'quotation', a.quotation, 'act', a.act, 'source_name', a.source_name, 'source_key', a.source_key,
    'source_role', a.source_role, 'source_affiliation', a.source_affiliation, 'source_kind', a.source_kind,
    'named', a.named, 'via', a.via, 'addressee', a.addressee, 'certainty', a.certainty, 'cue_stance', a.cue_stance,
    'via_chain', (SELECT json_group_array(json_array(position, name, start, "end", words)) FROM intermediaries
      WHERE attribution_id = a.id),
    'evidence', (SELECT json_group_array(json_array(position, kind, shown, start, "end", words)) FROM evidence
      WHERE attribution_id = a.id),
    'because', (SELECT json_group_array(json_array(field, start, "end")) FROM reasons WHERE attribution_id = a.id)
    ) AS each FROM attributions a JOIN statements s ON s.id = a.statement_id WHERE a.reading_id = r.id ORDER BY a.id)),
  (SELECT '[' || coalesce(group_concat(each, ','), '') || ']' FROM (SELECT json_array(s.name, f.position, quantity,
    low, high, who, who_class, "when", "where", start, "end", words) AS each
    FROM figures f LEFT JOIN attributions a ON a.id = f.attribution_id
    LEFT JOIN statements s ON s.id = a.statement_id WHERE f.reading_id = r.id ORDER BY f.id)),
  CASE WHEN coalesce(r.genre, r.modified, r.correction) IS NOT NULL
    THEN json_object('genre', r.genre, 'modified', r.modified, 'correction', r.correction) END
FROM readings r JOIN versions v ON v.id = r.version_id JOIN articles ON articles.id = v.article_id
  JOIN originals o ON o.id = v.original_id JOIN texts t ON t.id = r.text_id WHERE r.id = ?
"""
_DECIDED = f"""'uid', d.uid, 'attribution', s.name, 'kind', d.kind, 'field', d.field, 'value', d.value,
  'undoes', d.undoes_id, 'who', d.who, 'decided_at', d.decided_at,
  'spans', (SELECT json_group_array({_SPAN}) FROM decision_spans WHERE decision_id = d.id)"""
_DECISION = f"""
SELECT CASE WHEN o.id IS NULL THEN json_object({_DECIDED}) ELSE json_object({_DECIDED}, 'other', o.name) END
FROM decisions d JOIN statements s ON s.id = d.statement_id LEFT JOIN statements o ON o.id = d.other_id WHERE d.id = ?
"""
"""Without the other statement where there is none: so were they logged before there were judgements."""
_COMPARISON = f"""
SELECT json_object('key', c.key, 'made_by', json_array(c.reader, c.model), 'owners', c.owners, 'one_event', c.one_event,
    'compared_at', c.compared_at, 'decisions', (SELECT json_group_array(decision_id) FROM comparison_decisions
      WHERE comparison_id = c.id)),
  (SELECT '[' || coalesce(group_concat(each, ','), '') || ']' FROM (SELECT json_array(i.position, i.reading_id,
    t.sha256, i.sha256) AS each FROM comparison_inputs i JOIN readings r ON r.id = i.reading_id
    JOIN texts t ON t.id = r.text_id WHERE i.comparison_id = c.id ORDER BY i.position)),
  c.result,
  (SELECT json_group_array(json_array(position, claim, event, gist, about, articles, publishers, texts, origins,
    unattributed)) FROM claims WHERE comparison_id = c.id),
  (SELECT '[' || coalesce(group_concat(each, ','), '') || ']' FROM (SELECT json_array(m.claim, m.position, m.reading_id,
    s.name, m.start, m."end") AS each FROM claim_members m LEFT JOIN statements s ON s.id = m.statement_id
    WHERE m.comparison_id = c.id ORDER BY m.claim, m.position)),
  (SELECT json_group_array(json_array(position, "from", "to", relation, CAST(score * {_WHOLE} AS INTEGER)))
    FROM claim_links WHERE comparison_id = c.id),
  (SELECT json_group_array(json_array(position, a_reading_id, b_reading_id, kind, origin))
    FROM copies WHERE comparison_id = c.id)
FROM comparisons c WHERE c.id = ?
"""
_EXPORT = (
    "SELECT json_object('what', what, 'position', position, 'who', who, 'at', exported_at) FROM exports WHERE id = ?"
)
_IMPORT = """
SELECT json_object('file', file, 'sha256', sha256, 'decided', decided, 'refused', refused, 'who', who,
  'at', imported_at) FROM imports WHERE id = ?
"""
_DELETION = """
SELECT json_object('who', who, 'at', deleted_at, 'deleted',
  (SELECT json_group_array(json_array(kind, object)) FROM deleted WHERE deletion_id = deletions.id))
FROM deletions WHERE id = ?
"""
_VALUES = {
    EntryKind.ORIGINAL: (("original", "arrival"), _ORIGINAL),
    EntryKind.READING: (("text", "article", "attributions", "figures", "about"), _READING),
    EntryKind.CORRECTION: (("decision",), _DECISION),
    EntryKind.EXPORT: (("export",), _EXPORT),
    EntryKind.DELETION: (("deletion",), _DELETION),
    EntryKind.COMPARISON: (("comparison", "inputs", "result", "claims", "members", "links", "copies"), _COMPARISON),
    EntryKind.IMPORT: (("import",), _IMPORT),
}
_OBJECTS = {
    EntryKind.ORIGINAL: (("arrival", "original"), "SELECT id, original_id FROM arrivals WHERE id = ?"),
    EntryKind.READING: (
        ("reading", "original", "article"),
        "SELECT r.id, v.original_id, v.article_id FROM readings r JOIN versions v ON v.id = r.version_id"
        " WHERE r.id = ?",
    ),
    EntryKind.CORRECTION: (
        ("decision", "reading"),
        "SELECT d.id, a.reading_id FROM decisions d JOIN attributions a ON a.id = d.attribution_id WHERE d.id = ?",
    ),
    EntryKind.EXPORT: (("export", "position"), "SELECT id, position FROM exports WHERE id = ?"),
    EntryKind.DELETION: (("deletion",), "SELECT id FROM deletions WHERE id = ?"),
    EntryKind.COMPARISON: (("comparison",), "SELECT id FROM comparisons WHERE id = ?"),
    EntryKind.IMPORT: (("import",), "SELECT id FROM imports WHERE id = ?"),
}
TABLES = {
    EntryKind.ORIGINAL: "arrivals",
    EntryKind.READING: "readings",
    EntryKind.CORRECTION: "decisions",
    EntryKind.EXPORT: "exports",
    EntryKind.DELETION: "deletions",
    EntryKind.COMPARISON: "comparisons",
    EntryKind.IMPORT: "imports",
}
"""The table whose rows entries of a kind are about."""


ROLES = {kind: roles[0] for kind, (roles, _) in _OBJECTS.items()}
"""What an entry of a kind calls the row that it is about."""


def values(connection: sqlite3.Connection, kind: EntryKind, key: int) -> dict[str, bytes]:
    """The private values of the row *key* of this kind, by name; none where the row is gone.

    A value that is there only sometimes is left out where it is NULL: entries from before it existed have none.
    """
    names, query = _VALUES[kind]
    row = connection.execute(query, (key,)).fetchone() or ()
    return {
        name: value if isinstance(value, bytes) else value.encode()
        for name, value in zip(names, row, strict=False)
        if value is not None
    }


def objects(connection: sqlite3.Connection, kind: EntryKind, key: int) -> Mapping[str, int]:
    """The row numbers that an entry names, by role; none where the row is gone."""
    roles, query = _OBJECTS[kind]
    row = connection.execute(query, (key,)).fetchone()
    return dict(zip(roles, row, strict=True)) if row else {}
