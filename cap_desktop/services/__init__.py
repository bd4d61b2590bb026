"""One use case, one function: rules and files, no window and no terminal."""
