"""Pixels and photo metadata: open safely, orient, thumbnail, render."""
