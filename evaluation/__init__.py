"""Measures the product against the gold of ``../shared`` and holds it to its floors: ``python -m evaluation``.

Not part of the wheel. ``corpora`` loads gold and lets the product read the articles without it, ``measures`` turns both
into figures, ``floors`` pins them, ``report`` prints them beside people, peers and publications.
"""
