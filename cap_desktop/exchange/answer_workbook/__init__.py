"""The answers of a year as a workbook that somebody fills without the program, and back."""
