"""Use cases on files that somebody gives: no database."""
