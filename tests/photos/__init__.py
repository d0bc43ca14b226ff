"""Tests of pixels and photo metadata."""
