"""The windows: they show values and send intents; no rule lives here."""
