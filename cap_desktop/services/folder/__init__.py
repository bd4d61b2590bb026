"""Use cases on the folder that holds the data: start, copies, former data."""
