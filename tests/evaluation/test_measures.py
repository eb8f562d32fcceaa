"""What is measured is what the product found alone, and the figures are the scorer's."""

import json

import pytest

from evaluation import corpora, measures

TEXT = "The harbour is closed, as the mayor later admitted. Nobody asked why."
HARBOUR, CLAUSE, MAYOR, ADMITTED = [0, 21], [23, 51], [26, 35], [42, 50]
ROW = {
    "id": "a1",
    "outlet": "The Beacon",
    "title": "Harbour closed",
    "text": TEXT,
    "attributions": [{"source": [MAYOR], "cue": [ADMITTED], "content": [HARBOUR]}],
    "other_annotators": [[{"source": [MAYOR], "cue": [ADMITTED], "content": [HARBOUR]}]],
}
FOUND = {"source": [MAYOR], "cue": [ADMITTED], "content": [HARBOUR], "score": 0.95}
MISSED = {"source": [[52, 58]], "cue": [[59, 64]], "content": [[65, 68]], "score": 0.3}


def test_the_product_never_sees_gold(tmp_path):
    """Of an annotated row only the article itself reaches the product: no annotation of any annotator."""
    corpora.write_input([ROW], tmp_path / "input.jsonl")
    [line] = (tmp_path / "input.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {"id": "a1", "outlet": "The Beacon", "title": "Harbour closed", "text": TEXT}


def gum_row(*clauses: list[int]) -> dict:
    """An article in GUM's form: the harbour is closed, by each of the clauses."""
    return {"text": TEXT, "attributions": [{"attribution": [clause], "content": [HARBOUR]} for clause in clauses]}


@pytest.mark.parametrize(
    ("ours", "content", "attribution"),
    [
        ([FOUND], 100.0, 100.0),
        ([FOUND | {"source": []}], 100.0, 100.0),
        ([FOUND | {"cue": []}], 100.0, 100.0),
        ([FOUND | {"source": [[52, 58]], "cue": [[59, 64]]}], 100.0, 0.0),
        ([FOUND | {"content": [[4, 11], [52, 69]]}], 0.0, 0.0),
        ([FOUND, MISSED], 66.7, 66.7),
        ([], 0.0, 0.0),
    ],
)
def test_gum_compares_contents_and_asks_who_only_by_clause(ours, content, attribution, scorer):
    """A content counts whoever said it; the stricter figure wants our source or cue in the clause that GUM names."""
    figures = measures.attribution_figures("gum", [measures.gum_triple(gum_row(CLAUSE), ours)], scorer)
    assert (figures["gum.content"], figures["gum.attribution"]) == (content, attribution)


def test_gum_matches_contents_one_to_one(scorer):
    """One content of ours cannot be found in two of GUM's."""
    figures = measures.attribution_figures("gum", [measures.gum_triple(gum_row(CLAUSE, CLAUSE), [FOUND])], scorer)
    assert figures["gum.attribution.recall"] == 50.0


def test_sure_and_calibration_come_from_scores(scorer):
    """Sure attributions are judged alone; calibration turns the error around, so that more is better."""
    figures = measures.attribution_figures("x", [(TEXT, ROW["attributions"], [FOUND, MISSED])], scorer)
    assert figures["x.sure.precision"] == figures["x.sure.coverage"] == 100.0
    assert figures["x.ece"] == pytest.approx(0.175)
    assert figures["x.calibration"] == pytest.approx(82.5)


def test_without_scores_there_is_nothing_sure(scorer):
    """A system that gives no scores, as the peers do, has no figures that need them."""
    unscored = {role: FOUND[role] for role in ("source", "cue", "content")}
    figures = measures.attribution_figures("x", [(TEXT, ROW["attributions"], [unscored])], scorer)
    assert figures["x.attribution"] == 100.0
    assert not [name for name in figures if "sure" in name or "ece" in name]
