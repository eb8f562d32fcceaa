"""What somebody must know before relying on a report: what nobody reviewed, what is missing, what was taken out."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribute import READ_LANGUAGES
from sayso.out.report.choice import is_shared
from sayso.out.report.gathered import Record, Report
from sayso.show.words import counted, language_name


def cautions(report: Report) -> list[str]:
    """Sentences, the weightiest first."""
    return [
        *_unreviewed(report),
        *_unsigned(report),
        *_languages(report),
        *_outdated(report),
        *_captures(report),
        *_left_out(report),
        *_redacted(report),
    ]


def _unreviewed(report: Report) -> Iterator[str]:
    statements = [(record, each.id) for record in report.records for each in record.article.attributions or ()]
    seen = [record.reviews[name] for record, name in statements if name in record.reviews]
    without = len(statements) - sum(review.has_verdict for review in seen)
    if statements and without == len(statements):
        yield f"Machine, unreviewed: nobody has accepted or rejected any of the {counted(without, 'statement')} cited."
    elif without:
        yield f"Machine, unreviewed: nobody has accepted or rejected {without:,} of the {counted(len(statements), 'statement')} cited."  # fmt: skip # noqa: E501
    if disputed := sum(review.in_dispute for review in seen):
        yield f"Reviewers disagree on {counted(disputed, 'statement')}; what each said stands beside it."
    if report.parts:
        yield "Which statements make one claim, where it comes from and what disputes it is by machine too, except where “by a person” stands."  # noqa: E501


def _unsigned(report: Report) -> Iterator[str]:
    if report.checkpoint is None:
        yield "The ledger was never signed: nothing in this report can be verified."
    elif without := _numbers(record for record in report.records if not record.proofs):
        yield f"No checkpoint was signed since {without} came into the ledger: it cannot be verified here."


def _languages(report: Report) -> Iterator[str]:
    other = [record for record in report.records if record.article.language not in READ_LANGUAGES]
    if other:
        names = ", ".join(sorted({language_name(record.article) for record in other}))
        yield f"In another language ({names}), kept as text and not attributed: {_numbers(other)}."
    if rest := _numbers(each for each in report.records if each.article.attributions is None and each not in other):
        yield f"Not attributed: {rest}."


def _outdated(report: Report) -> Iterator[str]:
    if not report.is_current:
        yield "The ledger has changed since the comparison that this report shows: articles, readings or decisions came or went."  # noqa: E501
    if later := _numbers(record for record in report.records if not record.held.is_latest):
        yield f"There is a later version or reading of {later}."
    if report.deletions:
        times = "once" if report.deletions == 1 else f"{report.deletions:,} times"
        yield f"Something was forgotten in this ledger {times}; what it was, and whether it belonged here, cannot be told."  # noqa: E501


def _captures(report: Report) -> Iterator[str]:
    if without := _numbers(record for record in report.records if not record.held.fetched_at):
        yield f"When it was captured is not known of {without}; only when it came into the ledger."


def _left_out(report: Report) -> Iterator[str]:
    left = sum(not is_shared(part.event, claim) for part in report.parts if part.whole for claim in part.event.claims)
    if left:
        yield f"{counted(left, 'claim')} that one article alone makes, and that nothing disputes, {'is' if left == 1 else 'are'} left out."  # noqa: E501


def _redacted(report: Report) -> Iterator[str]:
    if report.redacted:
        yield (
            f"Names of {counted(len(report.people), 'person').replace('persons', 'people')} were taken out; words in "
            "brackets stand for them. A text without a name no longer matches its hash, and its proof opens no words. "
            "Roles, places and quoted words can still lead to somebody. People whom the articles only write about were "
            "not looked for."
        )


def _numbers(records: Iterator[Record] | list[Record]) -> str:
    """Which articles, ``articles 1, 3 and 4``; empty for none."""
    told = [str(record.number) for record in records]
    if len(told) < 2:
        return f"article {told[0]}" if told else ""
    return f"articles {', '.join(told[:-1])} and {told[-1]}"
