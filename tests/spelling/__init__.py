"""Spelling: words, dictionaries, the engine."""
