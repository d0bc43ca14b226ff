"""Tests of the newsroom folder."""
