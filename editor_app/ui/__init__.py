"""Windows, panels, dialogs and actions: they show state and call verbs."""
