"""One heap for all threads, told to a process of its own."""

import subprocess
import sys

import pytest

from tests.patience import PATIENCE

COUNT = """
import ctypes, threading
from cap_desktop.gui.platform.one_heap import share_heap

library = ctypes.CDLL(None)
if not hasattr(library, "malloc_info"):
    print("untold")
    raise SystemExit
share_heap()
threads = [threading.Thread(target=lambda: bytearray(4096)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library.open_memstream.restype = ctypes.c_void_p
text, size = ctypes.c_char_p(), ctypes.c_size_t()
written = library.open_memstream(ctypes.byref(text), ctypes.byref(size))
library.malloc_info(0, ctypes.c_void_p(written))
library.fclose(ctypes.c_void_p(written))
print(text.value.count(b"<heap nr="))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only the GNU C library tells")
def test_threads_share_one_heap() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNT], capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    assert done.stdout.strip() in ("1", "untold")
