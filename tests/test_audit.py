"""What an audit says of the components, without a network."""

import json

from installing.commands import known_faults


def test_a_component_without_a_known_fault_is_not_named() -> None:
    report = {"dependencies": [{"name": "alembic", "version": "1.20.1", "vulns": []}], "fixes": []}
    assert known_faults(json.dumps(report)) == []


def test_each_known_fault_is_named_with_its_remedy() -> None:
    vulnerabilities = [
        {"id": "PYSEC-2026-1", "fix_versions": ["5.2"], "aliases": []},
        {"id": "PYSEC-2026-2", "fix_versions": [], "aliases": []},
    ]
    item = {"name": "reportlab", "version": "5.1", "vulns": vulnerabilities}
    skipped = {"name": "x", "skip_reason": "not found"}
    assert known_faults(json.dumps({"dependencies": [item, skipped]})) == [
        "reportlab 5.1\u00a0: PYSEC-2026-1, corrigée dans 5.2",
        "reportlab 5.1\u00a0: PYSEC-2026-2, corrigée dans aucune version",
    ]
