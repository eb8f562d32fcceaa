"""From gold and predictions to figures, all by the scorers of ``../shared/score``.

Figures are flat: ``polnear.token.cue`` is a number in per cent. Intervals have the names of their figures.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from types import ModuleType

from evaluation import calibration, corpora, examples, kinds
from evaluation.calibration import Bin, Threshold
from evaluation.corpora import Attributions, Row
from evaluation.events import event_figures
from evaluation.intervals import Interval, cofenet_intervals, intervals_of, type_intervals
from evaluation.kinds import Counted
from evaluation.matching import Triple, matched
from evaluation.stories import COMPARED, FIELDS, read_stories, story_figures
from sayso.attribution import SURE

Figures = dict[str, float]


@dataclasses.dataclass(frozen=True, slots=True)
class Measured:
    """What one run found.

    Args:
        figures: Ours.
        intervals: 95 % intervals of some of them.
        peers: The same figures, as far as they go, of each peer on PolNeAR dev.
        sizes: Articles and gold attributions of each corpus, in words.
        reliability: How often attributions of a score are right, on PolNeAR dev.
        thresholds: What a lowest score leaves, by corpus.
        mistakes: Kinds of errors on PolNeAR dev, the most frequent first.
        still_made: The kinds whose invented example today's product gets wrong in the way that the example shows.
    """

    figures: Figures
    intervals: dict[str, Interval]
    peers: dict[str, Figures]
    sizes: dict[str, str]
    reliability: list[Bin]
    thresholds: dict[str, list[Threshold]]
    mistakes: list[Counted]
    still_made: list[str]


def measure(shared: Path) -> Measured:
    """Read all corpora with the product, compare the stories, and score it all. Takes two minutes on one core."""
    polnear, peers, gum = polnear_of(shared), peers_of(shared), gum_of(shared)
    stories, given = (read_stories(shared, given=given) for given in (False, True))
    units = {
        "polnear": [[triple] for triple in polnear],
        "stories": [story.rows for story in stories],
        "gum": [[triple] for triple in gum.values()],
    }
    figures: Figures = {}
    intervals: dict[str, Interval] = {}
    sizes: dict[str, str] = {}
    for found, around in (
        cofenet_of(shared),
        story_figures(shared, "stories", FIELDS | COMPARED, stories),
        story_figures(shared, "given", COMPARED, given),
        event_figures(shared),
    ):
        figures |= found
        intervals |= around
    for corpus, unit in units.items():
        triples = [triple for triples in unit for triple in triples]
        figures |= attribution_figures(corpus, triples, corpora.scorer(shared, "attributions"))
        intervals |= intervals_of(corpus, unit, corpora.scorer(shared, "attributions"))
        sizes[corpus] = f"{len(triples)} articles, {sum(len(gold) for _, gold, _ in triples):,} attributions"
    scorer = corpora.scorer(shared, "attributions")
    paired = {
        corpus: [[matched(t, scorer) for t in unit] for unit in units[corpus]] for corpus in ("polnear", "stories")
    }
    for corpus, pairs in paired.items():
        intervals |= type_intervals(corpus, pairs)
    articles = {corpus: list(chain.from_iterable(pairs)) for corpus, pairs in paired.items()}
    return Measured(
        figures=figures | genre_figures(shared, gum),
        intervals=intervals,
        peers=peers,
        sizes=sizes,
        reliability=calibration.bins(calibration.outcomes(articles["polnear"])),
        thresholds={corpus: calibration.thresholds(of_corpus) for corpus, of_corpus in articles.items()},
        mistakes=kinds.count(articles["polnear"]),
        still_made=examples.still_made(scorer),
    )


def attribution_figures(corpus: str, triples: Iterable[Triple], scorer: ModuleType) -> Figures:
    """F1 of everything that the scorer knows, with precision and recall of whole attributions.

    Where predictions carry scores, also of the sure ones: ``sure.precision``, ``sure.coverage`` (the share of gold that
    they find), ``ece`` (a share, less is better), and ``calibration``: 100 times (1 - ece), so that more is better.
    """
    scored = scorer.score(triples, SURE)
    ece, sure = scored.pop("ece", None), scored.pop("sure", None)
    figures = {f"{corpus}.{name}": value["f1"] for name, value in scored.items()}
    figures[f"{corpus}.attribution.precision"] = scored["attribution"]["p"]
    figures[f"{corpus}.attribution.recall"] = scored["attribution"]["r"]
    if ece is not None:
        figures |= {f"{corpus}.sure.precision": sure["p"], f"{corpus}.sure.coverage": sure["r"]}
        figures |= {f"{corpus}.ece": ece, f"{corpus}.calibration": round(100 * (1 - ece), 2)}
    return figures


def polnear_of(shared: Path) -> list[Triple]:
    """PolNeAR dev, each article once, with the gold of its first annotator."""
    gold = corpora.load_lines(shared / corpora.POLNEAR)
    predicted = corpora.attributions_by_product(gold)
    return [(row["text"], row["attributions"], predicted[row["id"]]) for row in gold]


def peers_of(shared: Path) -> dict[str, Figures]:
    """The figures of each peer on PolNeAR dev, scored in this run."""
    gold = corpora.load_lines(shared / corpora.POLNEAR)
    scorer = corpora.scorer(shared, "attributions")
    figures = {}
    for name, path in corpora.PEERS.items():
        predicted = {row["id"]: row["attributions"] for row in corpora.load_lines(shared / path)}
        triples = [(row["text"], row["attributions"], predicted[row["id"]]) for row in gold]
        figures[name] = attribution_figures("polnear", triples, scorer)
    return figures


def cofenet_of(shared: Path) -> tuple[Figures, dict[str, Interval]]:
    """Exact chunks a paragraph, F1, in the unit of CofeNet (Wang et al., COLING 2022), with intervals over articles."""
    scorer = corpora.scorer(shared, "cofenet")
    rows = corpora.load_lines(shared / corpora.COFENET)
    texts = [{"id": str(i), "text": scorer.text_of(row["tokens"])[0]} for i, row in enumerate(rows)]
    predicted = corpora.attributions_by_product(texts)
    figures = {f"cofenet.{role}": f1 for role, f1 in scorer.score(rows, predicted).items()}
    return figures, cofenet_intervals(rows, predicted, scorer)


def gum_of(shared: Path) -> dict[str, Triple]:
    """GUM by article, both sides brought to what its annotation can tell."""
    gold = corpora.load_lines(shared / corpora.GUM)
    predicted = corpora.attributions_by_product(gold)
    return {row["id"]: gum_triple(row, predicted[row["id"]]) for row in gold}


def gum_triple(row: Row, predicted: Attributions) -> Triple:
    """One article of GUM for the scorer.

    GUM marks attribution as a relation between clauses: ``attribution`` is the whole clause that holds source and cue
    together ("as the mayor later admitted,"), ``content`` the clauses it introduces. There is no source to compare, so
    both sides get one part for it: GUM its clause, we our source and cue together. Then the scorer's figures mean:

    ``gum.content``      contents that overlap by Jaccard >= 0.5, one to one, whoever said them: the main figure
    ``gum.attribution``  the same, and our source or cue lies in the clause that GUM names

    GUM counts things that PolNeAR's guidelines do not (picture credits, the labels that open a speaker's turn, a
    purpose such as "to ensure"), so both figures have a ceiling well below 100 and serve to compare versions.
    """
    gold = [{"source": a["attribution"], "cue": [], "content": a["content"]} for a in row["attributions"]]
    ours = [{**a, "source": [*a["source"], *a["cue"]], "cue": []} for a in predicted]
    return row["text"], gold, ours


def genre_figures(shared: Path, gum: Mapping[str, Triple]) -> Figures:
    """Content F1 of each genre of GUM: ``gum.genre.court``."""
    scorer = corpora.scorer(shared, "attributions")
    genres: dict[str, list[Triple]] = {}
    for row in corpora.load_lines(shared / corpora.GUM):
        genres.setdefault(row["genre"], []).append(gum[row["id"]])
    return {f"gum.genre.{genre}": scorer.score(genres[genre])["content"]["f1"] for genre in sorted(genres)}
