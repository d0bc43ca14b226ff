"""Draws pictures that stand in for press photos: shapes, people, furniture, places."""
