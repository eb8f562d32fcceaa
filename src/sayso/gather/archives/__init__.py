"""Archives and captures: what was fetched by others, or by Sayso itself, as it came over the wire."""
