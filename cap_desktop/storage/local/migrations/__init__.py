"""The history of the tables; a migration is never edited once released."""
