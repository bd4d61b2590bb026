"""Colours, letters, sizes and drawings."""
