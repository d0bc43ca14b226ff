"""Tests of the story room."""
