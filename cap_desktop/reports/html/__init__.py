"""From the same document to one HTML file."""
