"""The improvement plan: actions, ideas, gains, and what goes on to the next year."""
