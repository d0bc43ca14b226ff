"""The same verbs from a terminal; the window where no verb is named."""
