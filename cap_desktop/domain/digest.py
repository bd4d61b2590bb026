"""SHA-256 for a start: by Python's own module, where there is one.

``hashlib`` asks OpenSSL, which takes as long to load as twenty of our modules. ``random`` of the
standard library does without it in the same way. Where much is read, OpenSSL is faster.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:
            from hashlib import sha256  # a Python that was built without its own


def hex_digest(text: str) -> str:
    """The SHA-256 of a short text, in hexadecimal signs."""
    return sha256(text.encode()).hexdigest()
