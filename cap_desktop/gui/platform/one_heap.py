"""One heap for all threads, where the system gives each its own."""

from __future__ import annotations

import ctypes
import sys

M_ARENA_MAX = -8
"""What ``mallopt`` of the GNU C library calls the number of heaps."""


def share_heap() -> None:
    """Let the threads that come after take memory where those before gave it back.

    The storage lane would make a heap of its own and keep what it frees, which no page could
    use: 4 MiB. Only one thread of Python runs at a time, so that none waits for another here.
    Nothing happens on a system whose heaps are not told by ``mallopt``.
    """
    if sys.platform.startswith("linux"):
        tell = getattr(ctypes.CDLL(None), "mallopt", None)
        if tell is not None:
            tell(M_ARENA_MAX, 1)
