"""Time and memory of the product, measured beside its peer: ``python -m benchmarks``.

Not part of the wheel, never part of a test: what a clock says depends on the machine. ``child`` measures one process,
``speed`` compares with spaCy, ``stages`` the parts of reading with one another, ``memory`` looks for growth, ``real``
reads real collections, ``ledger`` keeps them, ``compare`` compares one of them and ``many`` what ``made`` and ``said``
make up; ``scaling`` draws that.
"""
