"""Spelling: words as a press office means them, dictionaries, and the engine that knows them. No Qt."""
