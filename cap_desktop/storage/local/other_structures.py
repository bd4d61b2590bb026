"""The other structures of this machine, in one query, for a start as for the repositories."""

OTHERS = """
SELECT s.name, a.id, s.archived_at IS NOT NULL
FROM structures s JOIN assessments a ON a.structure_id = s.id
WHERE s.id <> :structure
AND a.year = (SELECT MAX(year) FROM assessments WHERE structure_id = s.id)
ORDER BY s.rowid
"""
"""The name of each, its newest assessment, whether it is archived; without any, it is left out."""
