"""The bytes of a questionnaire: a reference names exactly those, by their digest."""

from __future__ import annotations

import hashlib


def content_matches(reference: str, content: object) -> bool:
    """True for the bytes that a full reference, `id@version#sha256:…`, names."""
    _name, _hash, digest = reference.partition("#")
    return isinstance(content, bytes) and digest == f"sha256:{hashlib.sha256(content).hexdigest()}"
