"""The view that puts two versions of a story beside each other."""
