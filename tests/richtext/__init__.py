"""Tests of the rich text room."""
