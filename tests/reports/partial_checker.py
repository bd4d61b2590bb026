"""What the partial checker of PDF/UA on PyPI finds in a file."""

from pathlib import Path

from pdfua.model import Severity
from pdfua.validator import Validator

NO_CLAIM = "UA-28-004"
"""The file does not say that it conforms: it says so once a whole checker has."""


def findings(path: Path) -> list[str]:
    """Every warning and error but that one, by its rule."""
    found = Validator().validate(str(path)).findings
    return [
        f"{item.rule_id} {item.message}"
        for item in found
        if item.severity >= Severity.WARNING and item.rule_id != NO_CLAIM
    ]
