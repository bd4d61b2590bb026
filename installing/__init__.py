"""What `bootstrap.py` does; the standard library only, what a person reads in French."""
