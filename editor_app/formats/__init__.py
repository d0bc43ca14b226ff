"""One module a format: reads it into a story, or writes a story out. No database, no window."""
