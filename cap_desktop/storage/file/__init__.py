"""SQLite as a file: what it says of itself, and how it is copied."""
