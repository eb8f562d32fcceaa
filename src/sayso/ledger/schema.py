"""The tables of a ledger, and the migrations that make them, each in one transaction with its own record.

What the tables hold, from the outside in::

    originals   bytes as they came          arrivals   how they came        headers   those of .csv files
    texts       the words taken from them, and by which extractor
    articles    one for each place where articles appear     versions   one for each original seen at that place
    readings    one pass of Sayso over a version             statements what keeps its name from reading to reading
    attributions, spans, intermediaries, evidence, figures, reasons   what a reading found
    decisions, decision_spans   what people decided; only ever added to
    comparisons   what the machine found in all articles taken together      comparison_inputs   in which articles
    comparison_decisions   and with which decisions      claims, claim_members, claim_links, copies   to look it up by
    imports     files of decisions that were taken in       exports   what was given out
    deletions, deleted   that something was forgotten, never what
    feeds, feed_fetches, feed_refusals   what is watched, when it was asked, and what came of it
    items, feed_items, looks   articles that feeds named, by which, and each time that one was looked at
    log, salts, checkpoints   that each of these was written, when, and in which order; what was signed of it

Rows point into a text by code points, half-open, and carry the words: a trigger refuses a row whose words are not
exactly that slice. Nothing but pointers and caches is ever updated (``articles.current_reading_id``,
``current_comparison``, ``ledger.verifier``, ``log_frontier``), and when what is watched is due; nothing but
``sayso forget`` deletes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sayso.ledger.ids import new_uid
from sayso.ledger.sql import execute_all, immutable_trigger
from sayso.ledger.watching import create_feeds

APPLICATION_ID = 0x53617973
"""``Says``, in the file's header: what tells a ledger from any other SQLite file."""

_VOCABULARY_ROLES = "'source', 'cue', 'content'"

_STORE = f"""
CREATE TABLE ledger (
  one INTEGER PRIMARY KEY CHECK (one = 1), uid TEXT NOT NULL, origin TEXT NOT NULL, created_at TEXT NOT NULL,
  verifier TEXT
) STRICT;
CREATE TABLE writers (
  one INTEGER PRIMARY KEY CHECK (one = 1), who TEXT NOT NULL, host TEXT NOT NULL, process INTEGER NOT NULL,
  since TEXT NOT NULL
) STRICT;
CREATE TABLE headers (id INTEGER PRIMARY KEY, content BLOB NOT NULL UNIQUE) STRICT;
CREATE TABLE originals (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('text', 'html', 'jsonl', 'csv')),
  header_id INTEGER NOT NULL REFERENCES headers, encoding TEXT,
  content BLOB NOT NULL, kept_at TEXT NOT NULL,
  UNIQUE (sha256, form, header_id)
) STRICT;
CREATE TABLE arrivals (
  id INTEGER PRIMARY KEY AUTOINCREMENT, original_id INTEGER NOT NULL REFERENCES originals ON DELETE CASCADE,
  path TEXT, line INTEGER, arrived_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX arrivals_place ON arrivals (original_id, coalesce(path, ''));
CREATE TABLE texts (
  id INTEGER PRIMARY KEY, original_id INTEGER NOT NULL REFERENCES originals ON DELETE CASCADE,
  sha256 TEXT NOT NULL, words TEXT NOT NULL, extractor TEXT NOT NULL, version TEXT NOT NULL, options TEXT NOT NULL
) STRICT;
CREATE INDEX texts_original ON texts (original_id);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, outlet TEXT, url TEXT, path TEXT, own_id TEXT,
  nth INTEGER NOT NULL, current_reading_id INTEGER REFERENCES readings
) STRICT;
CREATE INDEX articles_url ON articles (url) WHERE url IS NOT NULL;
CREATE INDEX articles_path ON articles (path, own_id) WHERE path IS NOT NULL;
CREATE INDEX articles_current ON articles (current_reading_id);
CREATE TABLE versions (
  id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, number INTEGER NOT NULL,
  original_id INTEGER NOT NULL UNIQUE REFERENCES originals ON DELETE CASCADE,
  UNIQUE (article_id, number)
) STRICT;
CREATE TABLE readings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES versions ON DELETE CASCADE,
  text_id INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  reader TEXT NOT NULL, model TEXT NOT NULL, read_at TEXT NOT NULL,
  outlet TEXT, date TEXT, date_raw TEXT, title TEXT, title_start INTEGER, title_end INTEGER, byline TEXT,
  credit TEXT, credit_start INTEGER, credit_end INTEGER, dateline TEXT, publisher TEXT, source_organization TEXT,
  language TEXT, extractor TEXT, path TEXT, url TEXT, found_in TEXT NOT NULL,
  attributed INTEGER NOT NULL CHECK (attributed IN (0, 1))
) STRICT;
CREATE INDEX readings_version ON readings (version_id);
CREATE INDEX readings_text ON readings (text_id);
CREATE INDEX readings_date ON readings (date);
CREATE TABLE statements (
  id INTEGER PRIMARY KEY, article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, name TEXT NOT NULL UNIQUE
) STRICT;
CREATE INDEX statements_article ON statements (article_id);
CREATE TABLE attributions (
  id INTEGER PRIMARY KEY, reading_id INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  statement_id INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  score REAL, in_title INTEGER NOT NULL CHECK (in_title IN (0, 1)), quotation TEXT NOT NULL, act TEXT,
  source_name TEXT, source_key TEXT, source_role TEXT, source_affiliation TEXT, source_kind TEXT,
  named INTEGER CHECK (named IN (0, 1)), via TEXT, addressee TEXT, certainty TEXT, cue_stance TEXT
) STRICT;
CREATE INDEX attributions_reading ON attributions (reading_id);
CREATE INDEX attributions_statement ON attributions (statement_id);
CREATE TABLE spans (
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ({_VOCABULARY_ROLES})), position INTEGER NOT NULL,
  text_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (attribution_id, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE intermediaries (
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE, position INTEGER NOT NULL,
  name TEXT NOT NULL, text_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (attribution_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE, position INTEGER NOT NULL,
  kind TEXT NOT NULL, shown INTEGER CHECK (shown IN (0, 1)),
  text_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (attribution_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE figures (
  id INTEGER PRIMARY KEY, reading_id INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  attribution_id INTEGER REFERENCES attributions ON DELETE CASCADE, position INTEGER NOT NULL,
  quantity TEXT NOT NULL, low INTEGER, high INTEGER, who TEXT, who_class TEXT, "when" TEXT, "where" TEXT,
  text_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX figures_reading ON figures (reading_id);
CREATE INDEX figures_attribution ON figures (attribution_id) WHERE attribution_id IS NOT NULL;
CREATE TABLE reasons (
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE, field TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (attribution_id, field)
) STRICT, WITHOUT ROWID;
"""

_REVIEW = """
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  statement_id INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'reject', 'note', 'grade', 'undo')),
  field TEXT, value TEXT, undoes_id INTEGER REFERENCES decisions ON DELETE CASCADE,
  who TEXT NOT NULL, decided_at TEXT NOT NULL,
  CHECK ((kind = 'undo') = (undoes_id IS NOT NULL)),
  CHECK ((kind IN ('correct', 'grade')) = (field IS NOT NULL)),
  CHECK ((kind IN ('correct', 'grade', 'note')) = (value IS NOT NULL))
) STRICT;
CREATE INDEX decisions_statement ON decisions (statement_id);
CREATE INDEX decisions_attribution ON decisions (attribution_id);
CREATE INDEX decisions_undoes ON decisions (undoes_id) WHERE undoes_id IS NOT NULL;
CREATE TABLE decision_spans (
  decision_id INTEGER NOT NULL REFERENCES decisions ON DELETE CASCADE, position INTEGER NOT NULL,
  text_id INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (decision_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE deletions (
  id INTEGER PRIMARY KEY AUTOINCREMENT, who TEXT NOT NULL, deleted_at TEXT NOT NULL
) STRICT;
CREATE TABLE deleted (
  kind TEXT NOT NULL, object INTEGER NOT NULL, deletion_id INTEGER NOT NULL REFERENCES deletions,
  PRIMARY KEY (kind, object)
) STRICT, WITHOUT ROWID;
"""

_LOG = """
CREATE TABLE exports (
  id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL, position INTEGER NOT NULL, who TEXT NOT NULL,
  exported_at TEXT NOT NULL
) STRICT;
CREATE TABLE log (
  position INTEGER PRIMARY KEY, kind TEXT NOT NULL, object INTEGER NOT NULL, at TEXT NOT NULL, leaf BLOB NOT NULL,
  hash BLOB NOT NULL, UNIQUE (kind, object)
) STRICT;
CREATE TABLE salts (
  position INTEGER NOT NULL REFERENCES log, name TEXT NOT NULL, salt BLOB NOT NULL, PRIMARY KEY (position, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE log_subtrees (
  level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE log_frontier (one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL, peaks BLOB NOT NULL) STRICT;
CREATE TABLE checkpoints (
  id INTEGER PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL UNIQUE
) STRICT;
"""

_SEARCH = """
CREATE VIEW attribution_words AS
  SELECT a.id AS id,
    (SELECT group_concat(words, ' ') FROM spans WHERE attribution_id = a.id AND role = 'source')
      || coalesce(' ' || a.source_name, '') AS source,
    (SELECT group_concat(words, ' ') FROM spans WHERE attribution_id = a.id AND role = 'cue') AS cue,
    (SELECT group_concat(words, ' ') FROM spans WHERE attribution_id = a.id AND role = 'content') AS content
  FROM attributions a JOIN articles ON articles.current_reading_id = a.reading_id;
CREATE VIEW article_words AS
  SELECT articles.id AS id, r.title AS title, t.words AS words
  FROM articles JOIN readings r ON r.id = articles.current_reading_id JOIN texts t ON t.id = r.text_id;
CREATE VIRTUAL TABLE attribution_search USING fts5 (
  source, cue, content, content='attribution_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE article_search USING fts5 (
  title, words, content='article_words', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
"""

_VIEWS = """
CREATE VIEW current_articles AS
  SELECT articles.name AS article, v.number AS version, r.outlet, r.date, r.title, r.byline, r.credit, r.language,
    r.path, r.url, o.sha256, o.kept_at, r.reader, r.model, r.read_at, t.words AS text
  FROM articles JOIN readings r ON r.id = articles.current_reading_id JOIN versions v ON v.id = r.version_id
    JOIN texts t ON t.id = r.text_id JOIN originals o ON o.id = v.original_id;
CREATE VIEW current_attributions AS
  SELECT s.name AS attribution, articles.name AS article, r.outlet, r.date, w.source, w.cue, w.content, a.source_name,
    a.source_role, a.source_affiliation, a.source_kind, a.named, a.via, a.addressee, a.certainty, a.cue_stance,
    (SELECT group_concat(kind, ', ') FROM evidence WHERE attribution_id = a.id) AS evidence,
    a.act, a.quotation, a.score, a.in_title
  FROM articles JOIN attributions a ON a.reading_id = articles.current_reading_id
    JOIN readings r ON r.id = a.reading_id JOIN statements s ON s.id = a.statement_id
    JOIN attribution_words w ON w.id = a.id;
CREATE VIEW decisions_in_words AS
  SELECT d.id AS decision, s.name AS attribution, d.kind, d.field, d.value, d.undoes_id AS undoes, d.who, d.decided_at,
    EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = d.id) AS undone
  FROM decisions d JOIN statements s ON s.id = d.statement_id;
"""

_JUDGEMENTS = """
DROP VIEW decisions_in_words;
CREATE TABLE decisions_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  statement_id INTEGER NOT NULL REFERENCES statements ON DELETE CASCADE,
  attribution_id INTEGER NOT NULL REFERENCES attributions ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('accept', 'correct', 'reject', 'note', 'grade', 'undo', 'same', 'not_same',
    'disputes', 'not_disputes', 'origin')),
  field TEXT, value TEXT, undoes_id INTEGER REFERENCES decisions ON DELETE CASCADE,
  who TEXT NOT NULL, decided_at TEXT NOT NULL,
  other_id INTEGER REFERENCES statements ON DELETE CASCADE CHECK (other_id <> statement_id),
  CHECK ((kind = 'undo') = (undoes_id IS NOT NULL)),
  CHECK ((kind IN ('correct', 'grade')) = (field IS NOT NULL)),
  CHECK ((kind IN ('correct', 'grade', 'note', 'origin')) = (value IS NOT NULL)),
  CHECK ((kind IN ('same', 'not_same', 'disputes', 'not_disputes')) = (other_id IS NOT NULL))
) STRICT;
INSERT INTO decisions_anew SELECT id, uid, statement_id, attribution_id, kind, field, value, undoes_id, who, decided_at,
  NULL FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_anew RENAME TO decisions;
CREATE INDEX decisions_statement ON decisions (statement_id);
CREATE INDEX decisions_attribution ON decisions (attribution_id);
CREATE INDEX decisions_undoes ON decisions (undoes_id) WHERE undoes_id IS NOT NULL;
CREATE INDEX decisions_other ON decisions (other_id) WHERE other_id IS NOT NULL;
CREATE VIEW decisions_in_words AS
  SELECT d.id AS decision, s.name AS attribution, d.kind, d.field, d.value, o.name AS other, d.undoes_id AS undoes,
    d.who, d.decided_at, EXISTS (SELECT 1 FROM decisions u WHERE u.undoes_id = d.id) AS undone
  FROM decisions d JOIN statements s ON s.id = d.statement_id LEFT JOIN statements o ON o.id = d.other_id;
"""

_COMPARISONS = """
CREATE TABLE comparisons (
  id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, reader TEXT NOT NULL, model TEXT NOT NULL,
  owners TEXT NOT NULL, one_event INTEGER NOT NULL CHECK (one_event IN (0, 1)), compared_at TEXT NOT NULL,
  result BLOB NOT NULL
) STRICT;
CREATE TABLE comparison_inputs (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE, position INTEGER NOT NULL,
  reading_id INTEGER NOT NULL REFERENCES readings, sha256 TEXT NOT NULL,
  PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_inputs_reading ON comparison_inputs (reading_id);
CREATE TABLE comparison_decisions (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE,
  decision_id INTEGER NOT NULL REFERENCES decisions, PRIMARY KEY (comparison_id, decision_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX comparison_decisions_decision ON comparison_decisions (decision_id);
CREATE TABLE claims (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE, position INTEGER NOT NULL,
  claim TEXT NOT NULL, event TEXT NOT NULL, gist TEXT NOT NULL, about TEXT, articles INTEGER NOT NULL,
  publishers INTEGER NOT NULL, texts INTEGER NOT NULL, origins INTEGER NOT NULL, unattributed INTEGER NOT NULL,
  PRIMARY KEY (comparison_id, position), UNIQUE (comparison_id, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE claim_members (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE, claim TEXT NOT NULL,
  position INTEGER NOT NULL, reading_id INTEGER NOT NULL REFERENCES readings,
  statement_id INTEGER REFERENCES statements, start INTEGER, "end" INTEGER,
  PRIMARY KEY (comparison_id, claim, position),
  CHECK ((statement_id IS NULL) = (start IS NOT NULL)), CHECK ((start IS NULL) = ("end" IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_members_statement ON claim_members (statement_id) WHERE statement_id IS NOT NULL;
CREATE INDEX claim_members_reading ON claim_members (reading_id);
CREATE TABLE claim_links (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE, position INTEGER NOT NULL,
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, relation TEXT NOT NULL, score REAL NOT NULL,
  PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE copies (
  comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE, position INTEGER NOT NULL,
  a_reading_id INTEGER NOT NULL REFERENCES readings, b_reading_id INTEGER NOT NULL REFERENCES readings,
  kind TEXT NOT NULL, origin TEXT, PRIMARY KEY (comparison_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_a ON copies (a_reading_id);
CREATE INDEX copies_b ON copies (b_reading_id);
CREATE TABLE current_comparison (
  one INTEGER PRIMARY KEY CHECK (one = 1), comparison_id INTEGER NOT NULL REFERENCES comparisons ON DELETE CASCADE
) STRICT;
CREATE VIEW current_claims AS
  SELECT comparison_id AS comparison, claim, event, gist, about, articles, publishers, texts, origins, unattributed
  FROM claims WHERE comparison_id =
    coalesce((SELECT comparison_id FROM current_comparison), (SELECT max(id) FROM comparisons));
"""
_COMPARED = ("comparisons", "comparison_inputs", "comparison_decisions", "claims", "claim_members", "claim_links",
             "copies")  # fmt: skip

_CAPTURES = """
DROP VIEW current_articles;
CREATE TABLE originals_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
  form TEXT NOT NULL CHECK (form IN
    ('text', 'html', 'jsonl', 'csv', 'warc', 'email', 'pdf', 'docx', 'ninjs', 'newsml')),
  header_id INTEGER NOT NULL REFERENCES headers, encoding TEXT,
  content BLOB NOT NULL, kept_at TEXT NOT NULL,
  UNIQUE (sha256, form, header_id)
) STRICT;
INSERT INTO originals_anew SELECT id, sha256, size, form, header_id, encoding, content, kept_at FROM originals;
DROP TABLE originals;
ALTER TABLE originals_anew RENAME TO originals;
ALTER TABLE arrivals ADD COLUMN url TEXT;
ALTER TABLE arrivals ADD COLUMN fetched_at TEXT;
DROP INDEX arrivals_place;
CREATE UNIQUE INDEX arrivals_place
  ON arrivals (original_id, coalesce(path, ''), coalesce(url, ''), coalesce(fetched_at, ''));
"""

_ABOUT = """
ALTER TABLE readings ADD COLUMN genre TEXT;
ALTER TABLE readings ADD COLUMN modified TEXT;
ALTER TABLE readings ADD COLUMN correction TEXT;
DROP VIEW current_articles;
CREATE VIEW current_articles AS
  SELECT articles.name AS article, v.number AS version, r.outlet, r.date, r.title, r.byline, r.credit, r.language,
    r.path, r.url, o.sha256, o.kept_at, r.reader, r.model, r.read_at, t.words AS text, r.genre, r.modified, r.correction
  FROM articles JOIN readings r ON r.id = articles.current_reading_id JOIN versions v ON v.id = r.version_id
    JOIN texts t ON t.id = r.text_id JOIN originals o ON o.id = v.original_id;
"""

_IMPORTS = """
CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT, file TEXT NOT NULL, sha256 TEXT NOT NULL, decided INTEGER NOT NULL,
  refused INTEGER NOT NULL, who TEXT NOT NULL, imported_at TEXT NOT NULL
) STRICT;
"""

_SLICED = ("spans", "intermediaries", "evidence", "figures", "decision_spans")
_IMMUTABLE = ("originals", "arrivals", "texts", "versions", "readings", "statements", "attributions", "reasons",
              "decisions", "deletions", "deleted", "exports", "log", "salts", "checkpoints", *_SLICED)  # fmt: skip


def _slice_trigger(table: str) -> str:
    """Words that stand beside a span are exactly the words of the text there; SQLite's substr counts code points."""
    return f"""
CREATE TRIGGER {table}_are_slices BEFORE INSERT ON {table}
WHEN NEW.start < 0 OR NEW."end" <= NEW.start OR length(NEW.words) <> NEW."end" - NEW.start OR NEW.words IS NOT
  (SELECT substr(words, NEW.start + 1, NEW."end" - NEW.start) FROM texts WHERE id = NEW.text_id)
BEGIN SELECT raise(ABORT, 'words that are not the text between start and end'); END;
"""


def create_store(connection: sqlite3.Connection, now: str) -> None:
    """Originals, texts, articles, readings and what readings found."""
    execute_all(connection, _STORE)
    uid = new_uid()
    connection.execute("INSERT INTO ledger VALUES (1, ?, ?, ?, NULL)", (uid, f"sayso.ledger/{uid}", now))


def create_review(connection: sqlite3.Connection, _now: str) -> None:
    """What people decided, and what was forgotten."""
    execute_all(connection, _REVIEW)


def create_log(connection: sqlite3.Connection, _now: str) -> None:
    """The log, what opens its commitments, and what was signed of it."""
    execute_all(connection, _LOG)


def create_search(connection: sqlite3.Connection, _now: str) -> None:
    """The full-text indexes; they hold no words of their own."""
    execute_all(connection, _SEARCH)


def create_views(connection: sqlite3.Connection, _now: str) -> None:
    """Tables to look at, for people and notebooks."""
    execute_all(connection, _VIEWS)


def create_guards(connection: sqlite3.Connection, _now: str) -> None:
    """Triggers that refuse what must never be stored."""
    for table in _SLICED:
        connection.execute(_slice_trigger(table))
    for table in _IMMUTABLE:
        connection.execute(immutable_trigger(table))


def admit_captures(connection: sqlite3.Connection, _now: str) -> None:
    """Originals of more forms, where and when they were fetched. SQLite changes no CHECK: the table is made anew."""
    # AUTOINCREMENT goes on where it was, even if the last row was forgotten: the log names rows by their numbers.
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'originals'").fetchone()
    (view,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'current_articles'").fetchone()
    execute_all(connection, _CAPTURES)
    if last:
        connection.execute("DELETE FROM sqlite_sequence WHERE name = 'originals'")
        connection.execute("INSERT INTO sqlite_sequence VALUES ('originals', ?)", last)
    connection.execute(immutable_trigger("originals"))
    connection.execute(view)


def add_about(connection: sqlite3.Connection, _now: str) -> None:
    """What an outlet says about an article: its kind, when it was changed, what was corrected."""
    execute_all(connection, _ABOUT)


def admit_judgements(connection: sqlite3.Connection, _now: str) -> None:
    """Decisions on two statements and on origins. SQLite changes no CHECK: the table is made anew."""
    # AUTOINCREMENT goes on where it was, even if the last row was forgotten: the log names rows by their numbers.
    last = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'decisions'").fetchone()
    execute_all(connection, _JUDGEMENTS)
    if last:
        connection.execute("DELETE FROM sqlite_sequence WHERE name = 'decisions'")
        connection.execute("INSERT INTO sqlite_sequence VALUES ('decisions', ?)", last)
    connection.execute(immutable_trigger("decisions"))


def create_comparisons(connection: sqlite3.Connection, _now: str) -> None:
    """What the machine found in all articles taken together."""
    execute_all(connection, _COMPARISONS)
    for table in _COMPARED:
        connection.execute(immutable_trigger(table))


def create_imports(connection: sqlite3.Connection, _now: str) -> None:
    """Which files of people's decisions were imported. Their decisions are the log's entries just before that."""
    execute_all(connection, _IMPORTS)
    connection.execute(immutable_trigger("imports"))


Migration = Callable[[sqlite3.Connection, str], None]
"""Makes or changes tables in a transaction that is open; given the time."""

MIGRATIONS: tuple[Migration, ...] = (
    create_store,
    create_review,
    create_log,
    create_search,
    create_views,
    create_guards,
    admit_judgements,
    create_comparisons,
    admit_captures,
    add_about,
    create_feeds,
    create_imports,
)
"""In the order in which they run; a ledger records each by its name."""


def is_begun(connection: sqlite3.Connection) -> bool:
    """Whether any migration ran."""
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").fetchone() is not None


def missing(connection: sqlite3.Connection) -> list[Migration]:
    """The migrations that the ledger has not seen; all of them for an empty file."""
    rows = connection.execute("SELECT name FROM migrations") if is_begun(connection) else ()
    done = {name for (name,) in rows}
    return [migration for migration in MIGRATIONS if migration.__name__ not in done]


def unknown(connection: sqlite3.Connection) -> list[str]:
    """Migrations that a later version of Sayso made, by name; none usually."""
    ours = {migration.__name__ for migration in MIGRATIONS}
    return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY rowid") if name not in ours]


def migrate(connection: sqlite3.Connection, now: str) -> None:
    """Run what is missing, each migration in a transaction of its own; nothing where nothing is missing."""
    for migration in missing(connection):
        # A table that is made anew must not take along what refers to it. SQLite heeds this only between transactions.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            if migration in missing(connection):  # another process may have run it while this one waited
                connection.execute(
                    "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT"
                )
                migration(connection, now)
                connection.execute("INSERT INTO migrations VALUES (?, ?)", (migration.__name__, now))
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys = ON")
