"""What can be shown of a text in a page or a drawing: no control, nothing that turns it round."""

from __future__ import annotations

import re
from typing import Final

REPLACED: Final = "\ufffd"

_LINE_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def cleaned(text: str) -> str:
    """The text with line feeds for line breaks, and a sign in place of what has no form."""
    return _CONTROLS.sub(REPLACED, _LINE_BREAKS.sub("\n", text))
