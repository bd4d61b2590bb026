"""Reading a workbook that somebody filled, .xlsx or .ods: bounded, with what its cells hide.

The standard library reads the XML. Both formats are read for their formulas, hidden rows, merged
cells and letters of several kinds in one pass, and a figure as the digits that were stored.
"""
