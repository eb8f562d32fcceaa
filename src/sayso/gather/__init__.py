"""Articles in: what stands in files, tables and pages, as :class:`sayso.article.Article`.

Two steps, so that the second can run elsewhere: :func:`documents` walks, opens, unpacks and splits, and is cheap;
:func:`article_of` decodes, extracts and parses one of them, is pure, and may run in a worker process.
"""

from sayso.gather.caps import Caps
from sayso.gather.document import Document
from sayso.gather.files import documents
from sayso.gather.kept import Form, Original, document_again, original_of
from sayso.gather.reader import article_of
from sayso.gather.rows import COLUMNS

__all__ = [
    "COLUMNS",
    "Caps",
    "Document",
    "Form",
    "Original",
    "article_of",
    "document_again",
    "documents",
    "original_of",
]
