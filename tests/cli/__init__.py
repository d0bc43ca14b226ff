"""The command package: grammar, JSON, language, and what becomes of a bug."""
