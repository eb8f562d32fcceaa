"""The notebook in docs/ runs from its first cell to its last, offline, and its charts ask nobody for anything."""

import json
from pathlib import Path

import pytest
from lxml import etree

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


def cells(kind):
    """The cells of a kind, each as its text."""
    document = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return ["".join(each["source"]) for each in document["cells"] if each["cell_type"] == kind]


def test_notebook_runs_and_draws(tmp_path, monkeypatch):
    """Every cell runs in order; the table has rows, and three charts are files that refer to no other host."""
    for package in ("altair", "pandas", "vl_convert"):
        pytest.importorskip(package, reason=f"{package} is in the group `interchange`")
    monkeypatch.chdir(tmp_path)
    names = {"__name__": "notebook"}
    for number, cell in enumerate(cells("code")):
        exec(compile(cell, f"cell {number}", "exec"), names)  # noqa: S102 - our own notebook
    assert len(names["table"]) > 10
    drawn = sorted(tmp_path.glob("*.svg"))
    assert [path.stem for path in drawn] == ["basis", "how_sure", "who_speaks"]
    for path in drawn:
        root = etree.parse(path).getroot()
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        told = [value for each in root.iter() for value in (*each.attrib.values(), each.text or "")]
        assert not [value for value in told if "http" in value.replace("http://www.w3.org/", "")]


def test_notebook_is_kept_without_outputs():
    """Outputs stay out of the file: they would be stale first, and hold words of whoever ran it last."""
    document = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    assert [each for each in document["cells"] if each.get("outputs")] == []
