"""The frame: the window, its bar, its stack of pages, and what is said around them."""
