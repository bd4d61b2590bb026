"""Safety copies: the list, what is in one, and what was damaged."""
