"""What is open, how it is read, changed, saved and undone."""
