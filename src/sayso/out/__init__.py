"""What leaves Sayso for other people and programs: one module for each form."""
