"""The improvement plan: its actions, its ideas, what they would change."""
