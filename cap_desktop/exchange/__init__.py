"""Files that come from somebody else or go to somebody else."""
