"""What the tools of a set-up write, in English, kept in one file beside their commands."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import BinaryIO

ROOT = Path(__file__).resolve().parents[1]
NAME = "installation.log"


class Log:
    """The file of one set-up: in the project, or in the temporary folder where that is shut."""

    def __init__(self) -> None:
        self.path = ROOT / NAME
        try:
            self.path.write_bytes(b"")
        except OSError:
            self.path = Path(tempfile.gettempdir()) / f"cap-desktop-{NAME}"
            self.path.write_bytes(b"")

    def run(self, command: list[str]) -> tuple[int, str]:
        """Run a tool from the root; return its exit code and what it wrote."""
        with self.path.open("ab") as file:
            file.write(f"$ {shlex.join(command)}\n".encode())
            file.flush()
            begun = file.tell()
            code = self._run(command, file)
        with self.path.open("rb") as file:
            file.seek(begun)
            return code, file.read().decode(errors="replace")

    @staticmethod
    def _run(command: list[str], file: BinaryIO) -> int:
        try:
            done = subprocess.run(
                command, cwd=ROOT, check=False, stdout=file, stderr=subprocess.STDOUT
            )
        except OSError as error:
            file.write(f"{error}\n".encode())
            return 1
        return done.returncode
