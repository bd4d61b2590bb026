"""Two years side by side, across versions."""
