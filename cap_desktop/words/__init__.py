"""What results and answers say, the same on the screen and on paper."""
