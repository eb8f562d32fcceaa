"""The sheets of an export and the meaning of every column; the first column of each is the row's permalink."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.article import Genre
from sayso.attribution import Act, Certainty, CueStance, EvidenceKind, Quantity, Quotation, SourceKind
from sayso.claim import Relation
from sayso.ledger.commitment import EntryKind
from sayso.ledger.decisions import Kind
from sayso.ledger.review import SCALES
from sayso.ledger.standing import Verdict
from sayso.out.sheets.columns import Column, Sheet, Type

VERDICTS = (Verdict.ACCEPTED.value, Verdict.REJECTED.value)
"""What a person may say; a third value, that people differ, is only ever shown."""

_CODE_POINTS = "Unicode code points"


def _values(vocabulary: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(str, vocabulary))


def _permalink(example: str) -> Column:
    return Column("permalink", f"The row's address in Sayso's desk, such as {example}; it is unique in its sheet.")


ARTICLES = Sheet("Articles", "One row an article, as it was last read.", "article", (
    _permalink("/article/06-daily-plover"),
    Column("article", "The article's name in the ledger."),
    Column("outlet", "The outlet that published it."),
    Column("date", "When it was published: ISO 8601, as precise as the outlet gave it (2026, 2026-05, 2026-05-12)."),
    Column("title", "The headline."),
    Column("byline", "Who wrote it, as printed."),
    Column("credit", "The wire or outlet that the text credits."),
    Column("dateline", "The place, and often the agency, before the first sentence."),
    Column("publisher", "Who publishes the outlet, where the page says so."),
    Column("source_organization", "The organisation that the page's metadata name as the text's source."),
    Column("genre", "What kind of piece the outlet says it is.", vocabulary=_values(Genre)),
    Column("modified", "When the outlet says that it last changed it; as date."),
    Column("correction", "The outlet's own note of what it corrected."),
    Column("language", "ISO 639-1 code; und where the text is too short to tell. Only en is attributed."),
    Column("url", "Where it stands on the web."),
    Column("path", "The file that it was read from."),
    Column("version", "The number of its version, from 1.", Type.INTEGER, unit="versions"),
    Column("attributions", "Attributions that it has, as people left them, in this export or not.", Type.INTEGER,
           unit="attributions"),
    Column("decided", "Statements of it on which people decided something.", Type.INTEGER, unit="statements"),
    Column("sha256", "SHA-256 of the original's bytes."),
    Column("kept_at", "When the original was kept.", Type.TIME),
    Column("reader", "The version of Sayso that read it."),
    Column("model", "The weights that it was read with."),
    Column("read_at", "When it was read.", Type.TIME),
    Column("extractor", "What took the text from the page."),
    Column("text", "The text. Every offset of the article's rows points into it."),
))  # fmt: skip

ATTRIBUTIONS = Sheet("Attributions", "One row an attribution: who says what, as people left it. Review it here.",
                     "attribution", (
    _permalink("/attribution/06-daily-plover.12"),
    Column("attribution", "The attribution's name in the ledger; it stays from reading to reading."),
    Column("article", "The article that it stands in."),
    Column("outlet", "The article's outlet."),
    Column("date", "The article's date."),
    Column("context", "The text around it, on one line."),
    Column("source", "The words that name the source; … between parts that stand apart.", review=True),
    Column("cue", "The words that signal the attribution.", review=True),
    Column("content", "The words that are attributed.", review=True),
    Column("verdict", "What people say to the row as a whole; disputed where they differ.", vocabulary=VERDICTS,
           review=True),
    Column("note", "Empty: write a remark here.", review=True),
    Column("source_name", "Who the source is, in the fullest form that the article has.", review=True),
    Column("source_role", "The source's calling or office.", review=True),
    Column("source_affiliation", "The body that the source belongs to.", review=True),
    Column("source_kind", "What kind of source it is.", vocabulary=_values(SourceKind), review=True),
    Column("named", "Whether a person or organisation is named, or a role that only one can hold.", Type.BOOLEAN,
           review=True),
    Column("via", "Through whom it came to the outlet, the outermost.", review=True),
    Column("addressee", "To whom it was said.", review=True),
    Column("act", "What the source does: says, thinks, knows, or wants and plans (PDTB).", vocabulary=_values(Act),
           review=True),
    Column("quotation", "How it is quoted.", vocabulary=_values(Quotation), review=True),
    Column("certainty", "How the text puts it.", vocabulary=_values(Certainty), review=True),
    Column("cue_stance", "What the cue implies of it.", vocabulary=_values(CueStance), review=True),
    Column("reliability", "The source's reliability (Admiralty code), by people only; empty where they differ.",
           vocabulary=SCALES["reliability"], review=True),
    Column("credibility", "The credibility of what it says (Admiralty code), by people only; empty where they differ.",
           vocabulary=SCALES["credibility"], review=True),
    Column("likelihood", "How likely it is (ICD 203), by people only; empty where they differ.",
           vocabulary=SCALES["likelihood"], review=True),
    Column("same_as", "Empty: write the name of an attribution that says the same.", review=True),
    Column("not_same_as", "Empty: write the name of one that the machine takes for the same and is not.", review=True),
    Column("disputes", "Empty: write the name of an attribution that this one disputes.", review=True),
    Column("not_disputes", "Empty: write the name of one that it does not dispute.", review=True),
    Column("origin", "Empty: write the upstream source that it goes back to.", review=True),
    Column("evidence", "What the source is said to have.", Type.LIST, vocabulary=_values(EvidenceKind)),
    Column("evidence_shown", "Those of evidence that the article shows.", Type.LIST,
           vocabulary=_values(EvidenceKind)),
    Column("figures", "How many figures it gives; they are in the sheet Figures.", Type.INTEGER, unit="figures"),
    Column("via_chain", "Through whom it came, the innermost first.", Type.LIST),
    Column("source_key", "The same for every spelling of one source's name; empty where the name cannot tell."),
    Column("score", "Probability that a human reader marked it so, from 0 to 1; empty where a person made it.",
           Type.NUMBER, unit="probability"),
    Column("sure", "Whether a reader may take it as found.", Type.BOOLEAN),
    Column("in_title", "Whether it lies in the headline.", Type.BOOLEAN),
    Column("corrected", "Fields that people corrected.", Type.LIST),
    Column("in_dispute", "Whether people decided differently on it.", Type.BOOLEAN),
    Column("notes", "People's remarks on it so far.", Type.LIST),
    Column("source_offsets", "Where source stands in the article's text, half-open.", Type.OFFSETS, unit=_CODE_POINTS),
    Column("cue_offsets", "Where cue stands.", Type.OFFSETS, unit=_CODE_POINTS),
    Column("content_offsets", "Where content stands.", Type.OFFSETS, unit=_CODE_POINTS),
))  # fmt: skip

CLAIMS = Sheet("Claims", "One row a claim of the last comparison: what several attributions, or an outlet, assert.",
               "claim", (
    _permalink("/claim/3/e1.c2"),
    Column("claim", "The claim's name: the number of the comparison and the claim's id."),
    Column("event", "The event that it is about: the number of the comparison and the event's id."),
    Column("event_permalink", "The event's address in Sayso's desk."),
    Column("gist", "A sentence of one of its members."),
    Column("about", "What it counts, such as killed: 9."),
    Column("articles", "Articles that carry it.", Type.INTEGER, unit="articles"),
    Column("publishers", "Publishers that carry it.", Type.INTEGER, unit="publishers"),
    Column("texts", "Different texts that carry it.", Type.INTEGER, unit="texts"),
    Column("origins", "Upstream sources without a common source that was found; by machine.", Type.INTEGER,
           unit="origins"),
    Column("unattributed", "Attributions of it that name and describe nobody.", Type.INTEGER, unit="attributions"),
    Column("origin_names", "The names of the origins.", Type.LIST),
    Column("publisher_names", "The names of the publishers.", Type.LIST),
    Column("article_names", "The articles.", Type.LIST),
    Column("attribution_names", "The attributions that assert it.", Type.LIST),
    Column("own_voice", "Sentences in an outlet's own voice that assert it.", Type.INTEGER, unit="sentences"),
    Column("compared_at", "When the comparison was made.", Type.TIME),
))  # fmt: skip

LINKS = Sheet("Links", "One row a link between two claims of the last comparison.", "link", (
    _permalink("/claim/3/e1.c2#disputes-e1.c5"),
    Column("link", "The link's name: the number of the comparison and the link's place in it."),
    Column("from", "The claim that it goes out from."),
    Column("relation", "What the one claim is to the other.", vocabulary=_values(Relation)),
    Column("to", "The claim that it leads to."),
    Column("from_gist", "The gist of the one."),
    Column("to_gist", "The gist of the other."),
    Column("score", "How often links of its rule were right, from 0 to 1; 1 where a person made it.", Type.NUMBER,
           unit="probability"),
    Column("because", "The words on which it rests.", Type.LIST),
))  # fmt: skip

FIGURES = Sheet("Figures", "One row a count of people or things.", "figure", (
    _permalink("/attribution/06-daily-plover.12#figure-1"),
    Column("figure", "The figure's name."),
    Column("attribution", "The attribution that gives it; empty in the outlet's own voice."),
    Column("article", "The article."),
    Column("outlet", "The article's outlet."),
    Column("date", "The article's date."),
    Column("source_name", "Who gives it; empty in the outlet's own voice, or where nobody is named."),
    Column("quantity", "What is counted.", vocabulary=_values(Quantity)),
    Column("low", "At least so many; empty where that is open.", Type.INTEGER, unit="people or things"),
    Column("high", "At most so many; empty where that is open.", Type.INTEGER, unit="people or things"),
    Column("who", "Whom or what, in the text's words."),
    Column("who_class", "Their class."),
    Column("when", "The day, month or year of the event (ISO 8601), where the text gives it."),
    Column("where", "The settlement or wider place."),
    Column("words", "The words that say so."),
    Column("start", "Where they begin in the article's text.", Type.INTEGER, unit=_CODE_POINTS),
    Column("end", "Where they end.", Type.INTEGER, unit=_CODE_POINTS),
))  # fmt: skip

REVIEWS = Sheet("Reviews", "One row a decision of a person; none is ever changed.", "decision", (
    _permalink("/attribution/06-daily-plover.12#decision-7"),
    Column("decision", "The decision's number in the ledger.", Type.INTEGER),
    Column("uid", "The decision's name in every ledger that it was merged into."),
    Column("attribution", "What it is about."),
    Column("article", "The article."),
    Column("kind", "What was decided.", vocabulary=_values(Kind)),
    Column("field", "The field of a correction, the scale of a grade."),
    Column("value", "The value; JSON where it is no text."),
    Column("words", "The words that a correction points to."),
    Column("other", "The other attribution of a judgement on two."),
    Column("undoes", "The number of the decision that this one takes back.", Type.INTEGER),
    Column("undone", "Whether it was taken back.", Type.BOOLEAN),
    Column("who", "Who decided."),
    Column("decided_at", "When.", Type.TIME),
))  # fmt: skip

LOG = Sheet("Log", "One row an entry of the ledger's log, always all of it.", "position", (
    _permalink("/log#entry-12"),
    Column("position", "The entry's place, from 0.", Type.INTEGER),
    Column("kind", "What the entry is about.", vocabulary=_values(EntryKind)),
    Column("at", "When it was written.", Type.TIME),
    Column("leaf", "The entry itself, byte for byte; `sayso prove` shows what it commits to."),
    Column("hash", "Its hash as a leaf of the log (RFC 9162), hexadecimal."),
))  # fmt: skip

SHEETS = (ARTICLES, ATTRIBUTIONS, CLAIMS, LINKS, FIGURES, REVIEWS, LOG)
"""In the order in which they stand in a workbook."""
