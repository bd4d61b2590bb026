"""Preferences and help."""
