"""The scores, why they are what they are, and two years side by side."""
