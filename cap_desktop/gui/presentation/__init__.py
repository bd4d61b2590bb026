"""What a page reads out of an open assessment, without a widget."""
