"""The pages of the journey."""
