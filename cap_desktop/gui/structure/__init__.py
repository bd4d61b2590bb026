"""The structure and its profile, at first launch and later."""
