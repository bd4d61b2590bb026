"""Charts as lists of frozen shapes: the window and the report draw the same ones."""
