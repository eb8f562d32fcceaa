"""Main text is scored on both halves of the pages, and which half a page is in never changes."""

import gzip
import json

from evaluation.pages import is_decided_on, page_figures

PARAGRAPH = "The bridge over the harbour stays closed until the autumn, the mayor of Port Ada said on Monday morning."


def test_figures_of_both_halves(shared, tmp_path):
    """A page that says what it should has 100 in its half, one that says something else 0 in the other."""
    (tmp_path / "data" / "article_extraction" / "html").mkdir(parents=True)
    (tmp_path / "score").symlink_to(shared / "score")
    names = {half: next(n for n in map(str, range(99)) if is_decided_on(n) is half) for half in (True, False)}
    html = f"<html><body><article>{f'<p>{PARAGRAPH}</p>' * 3}</article></body></html>".encode()
    for name in names.values():
        path = tmp_path / "data" / "article_extraction" / "html" / f"{name}.html.gz"
        path.write_bytes(gzip.compress(html))
    truth = {
        names[True]: {"articleBody": f"{PARAGRAPH} " * 3},
        names[False]: {"articleBody": "Six other words stand here now."},
    }
    (tmp_path / "data" / "article_extraction" / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    assert page_figures(tmp_path) == {"pages.decided": 100.0, "pages.held_out": 0.0, "pages.all": 50.0}
