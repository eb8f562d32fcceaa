"""The web: one URL fetched safely and politely, the answer kept exactly.

Nothing here opens a connection but :class:`Fetcher`, and that only to what it was given and where that redirects.
"""

from sayso.web.fetch import Capture, Fetcher, Validators
from sayso.web.limits import Limits
from sayso.web.targets import is_url

__all__ = ["Capture", "Fetcher", "Limits", "Validators", "is_url"]
