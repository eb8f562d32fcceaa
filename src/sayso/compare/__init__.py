"""What several articles have in common: one text, one quotation, one event."""
