"""Measures the product against the gold of ``../shared`` and holds it to its floors: ``python -m evaluation``.

Not part of the wheel. ``corpora`` loads gold and lets the product read the articles without it, ``measures`` turns both
into figures, ``stories`` those of what articles have in common and ``events`` those of which are about one event.
``intervals`` and ``calibration`` say how far to trust them, ``floors`` pins them, ``report`` prints them beside people,
peers and publications. ``matching`` keeps what the scorer pairs, ``mistakes`` collects what it does not, ``kinds``
sorts that by ``traits`` and ``cues``, with ``examples``; ``card`` and ``diagram`` are for the model card.
"""
