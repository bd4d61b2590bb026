"""The data of a person as files: where they are, erasing them, moving them."""
