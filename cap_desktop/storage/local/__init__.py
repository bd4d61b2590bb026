"""A structure's own years: the tables, and the doors to them."""
