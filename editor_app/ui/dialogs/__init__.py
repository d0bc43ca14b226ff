"""The dialogs of the window: each asks for what one action needs."""
