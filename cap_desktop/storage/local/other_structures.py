"""The other structures of this machine, in one query, for a start as for the repositories."""

OTHERS = """
SELECT s.name, a.id FROM structures s JOIN assessments a ON a.structure_id = s.id
WHERE s.id <> :structure
AND a.year = (SELECT MAX(year) FROM assessments WHERE structure_id = s.id)
ORDER BY s.rowid
"""
"""The name of each, and its newest assessment; those without any are left out."""
