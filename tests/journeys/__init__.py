"""Whole jobs, from the empty newsroom to the files that leave it."""
