"""Every verb of the newsroom, in real folders with real pictures and files."""
