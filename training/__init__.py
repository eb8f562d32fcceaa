"""Makes the shipped weights; the only place that imports torch."""
