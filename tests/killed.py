"""Something is done in a process of its own, which may be killed at any of its steps."""

import subprocess
import sys
from pathlib import Path

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[1]

PROGRAM = """
import os, sys
from pathlib import Path
{prepare}
count, steps = 0, int(sys.argv[-1])
def counted(frame, event, _argument):
    global count
    if event == "call" and "/cap_desktop/" in frame.f_code.co_filename:
        count += 1
        if count == steps:
            os.kill(os.getpid(), 9)
    return None
sys.setprofile(counted)
{act}
sys.setprofile(None)
print(count)
"""


def run_killed(
    prepare: str, act: str, *arguments: object, at: int
) -> subprocess.CompletedProcess[str]:
    """Prepare, then act and count the calls of the program, killed at one of them; never at 0."""
    program = PROGRAM.format(prepare=prepare, act=act)
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments), str(at)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
