"""The second part says how social utility is worked on: no sentence calls that an impact."""

import re
from pathlib import Path

import cap_desktop

PACKAGE = Path(cap_desktop.__file__).parent


def test_no_sentence_of_the_program_speaks_of_an_impact() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    assert len(files) > 300
    told = [path.name for path in files if re.search("impact", path.read_text("utf-8"), re.I)]
    assert told == []
