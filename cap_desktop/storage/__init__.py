"""The only SQL: values in, values out, one transaction at a time."""
