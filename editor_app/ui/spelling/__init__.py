"""Spelling in the window: marks, the menu of a word, the foot that says which dictionaries are in use."""
