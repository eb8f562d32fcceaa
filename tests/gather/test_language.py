"""Nothing English is called foreign: what is foreign is not attributed."""

import sys
from pathlib import Path

import pytest

from sayso.gather.language import language_of

SHARED = Path(__file__).parents[3] / "shared"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Bürgermeister sagte am Montag, die Brücke über den Hafen bleibe bis zum Herbst gesperrt.", "de"),
        ("Le maire a déclaré lundi que le pont du port resterait fermé jusqu’à l’automne.", "fr"),
        ("El alcalde dijo el lunes que el puente del puerto seguirá cerrado hasta el otoño.", "es"),
        ("قال رئيس البلدية يوم الاثنين إن الجسر سيبقى مغلقا حتى الخريف.", "ar"),
        ("Мэр заявил в понедельник, что мост останется закрытым до осени.", "ru"),
        ("The mayor said on Monday that the bridge would stay closed until the autumn.", "en"),
    ],
)
def test_paragraph_is_labelled(text, language):
    """A paragraph is enough to tell a language."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "No.",
        "Ada Byrne",
        "-- Maria Santos de la Vega.",
        "Source: NATO.",
        "Port Ada",
        "2026-05-12",
        "",
        "😀😀",
        "“Basta!”",
    ],
)
def test_little_text_is_never_foreign(text):
    """Names, datelines and single words are English or undecided."""
    assert language_of(text) in {"en", "und"}


@pytest.mark.skipif(not (SHARED / "score/cofenet.py").exists(), reason="needs the shared CofeNet paragraphs")
def test_no_english_paragraph_is_foreign():
    """Of the 1,791 paragraphs of the American papers in CofeNet's file none is called another language."""
    sys.path.insert(0, str(SHARED / "score"))
    from cofenet import load, text_of  # noqa: PLC0415

    paragraphs = {text_of(row["tokens"])[0] for row in load(SHARED / "data/cofenet/valid.txt")}
    assert {text: code for text in paragraphs if (code := language_of(text)) not in {"en", "und"}} == {}
