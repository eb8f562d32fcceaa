"""On whose say-so? Reads news and finds, for every statement, who said it and in which words.

>>> import sayso
>>> for article in sayso.read("The ministry denied that the depot was hit."):
...     for attribution in article.attributions:
...         parts = (*attribution.source, *attribution.cue, *attribution.content)
...         print(" | ".join(span.of(article.text) for span in parts))
The ministry | denied | that the depot was hit
"""

from sayso.article import Article, Credit, Span
from sayso.attribution import Act, Attribution, Quotation
from sayso.errors import Refused, SaysoError, WeightsChanged, WorkerDied
from sayso.pipeline import read, stream

__all__ = [
    "Act",
    "Article",
    "Attribution",
    "Credit",
    "Quotation",
    "Refused",
    "SaysoError",
    "Span",
    "WeightsChanged",
    "WorkerDied",
    "read",
    "stream",
]
