"""Use cases on the database of a structure's own years."""
