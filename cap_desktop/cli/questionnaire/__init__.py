"""The commands about questionnaires themselves."""
