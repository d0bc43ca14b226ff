"""What a story is: body, metadata, photos, people, revisions, events, workflow, checks. Plain values."""
