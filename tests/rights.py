"""Rights that refuse, also where the tests run as root: what root may pass over is set aside."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

VERSION = 0x20080522
"""The third form of the two calls, which has 64 capabilities in two words."""
PASSES_OVER = 1 << 1 | 1 << 2
"""``CAP_DAC_OVERRIDE`` and ``CAP_DAC_READ_SEARCH``, of the first word (capabilities(7))."""


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Word(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32),
        ("permitted", ctypes.c_uint32),
        ("inheritable", ctypes.c_uint32),
    )


@contextmanager
def rights_that_refuse() -> Iterator[None]:
    """Be somebody to whom a closed file or folder is closed; skipped where nobody can be.

    It holds for this thread, and for those that it starts meanwhile.
    """
    if os.name == "nt":
        pytest.skip("rights of folders are other ones here")
    if os.geteuid() != 0:
        yield
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("root passes over every right")
    system = ctypes.CDLL(None, use_errno=True)
    header, words = _Header(VERSION, 0), (_Word * 2)()
    _asked(system.capget(ctypes.byref(header), words))
    words[0].effective &= ~PASSES_OVER
    _asked(system.capset(ctypes.byref(header), words))
    try:
        yield
    finally:
        words[0].effective |= words[0].permitted & PASSES_OVER
        _asked(system.capset(ctypes.byref(header), words))


def _asked(outcome: int) -> None:
    if outcome != 0:
        raise OSError(ctypes.get_errno(), "capabilities")
