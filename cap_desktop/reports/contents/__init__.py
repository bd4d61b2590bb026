"""What the reports say: values of an assessment in, a tree of `reports.outline` out.

One module a section; nothing here knows the format that will be written.
"""
