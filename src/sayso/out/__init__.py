"""What leaves a ledger for other people and programs, one module or package a kind of file."""
