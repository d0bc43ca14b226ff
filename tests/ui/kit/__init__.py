"""Tests of the parts that windows are built from."""
