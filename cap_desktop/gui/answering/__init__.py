"""One question at a time, whole themes, and finding a question."""
