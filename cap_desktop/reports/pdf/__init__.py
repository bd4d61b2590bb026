"""From the document to a tagged PDF, with ReportLab’s canvas."""
