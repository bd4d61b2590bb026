"""`cap-desktop answers`: answers to and from a workbook."""
