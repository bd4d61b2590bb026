"""Reports on paper: a tree of values (`outline`), and the tagged PDF that is drawn from it.

Nothing of ReportLab is imported before `render` is.
"""
