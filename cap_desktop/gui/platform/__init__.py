"""Qt and the system under it."""
