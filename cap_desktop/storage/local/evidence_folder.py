"""Copies of evidence files, each under the digest of its bytes: nothing is ever replaced."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from cap_desktop.domain.answers.assessment import EvidenceFile
from cap_desktop.durable import rename, sync_folder
from cap_desktop.errors import (
    EvidenceDamaged,
    EvidenceDiffers,
    EvidenceGone,
    EvidenceIsProgram,
    FileDenied,
    FileMissing,
    FileTooLarge,
    OutputDenied,
)
from cap_desktop.files import open_bounded
from cap_desktop.private import make_file, make_folder
from cap_desktop.storage.file.file_digest import sha256_of

LIMIT = 100 * 1024 * 1024
_BLOCK = 1024 * 1024
DRAFT = ".part-"
_DRAFTS = re.compile(re.escape(DRAFT) + "[a-z0-9_]{8}")
"""What the standard library makes of it; a file of somebody that begins alike stays."""
LENT = ".ouvertes"
"""Where copies lie that were opened: under their own names, which copies of evidence have not."""
FORBIDDEN = '/\\:*?"<>|'
RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10))}
_PROGRAM = re.compile(
    r"\.(exe|com|bat|cmd|scr|pif|msi|msp|msix|appx|cpl|dll|lnk|url|reg|hta|chm|jar|jse?|vb[es]"
    r"|ws[fhc]?|psm?1|sh|bash|desktop|appimage|run|app|command|scpt|workflow|pyw?|rb|pl|gadget"
    r"|appref-ms|application|inf|msc|scf|settingcontent-ms|iso|img|vhdx?)",
    re.IGNORECASE,
)
"""What a click would run rather than show: the folder may have come from somebody else."""
_LONGEST, _SHORT = 60, 20
_DIGEST = re.compile("[0-9a-f]{64}")


class EvidenceFolder:
    """A folder addressed by content: `ab/abcdef…`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, question: str, source: Path, known: EvidenceFile | None = None) -> EvidenceFile:
        """Copy a file in; the copy is whole and on the disk, and so are its names.

        With ``known``, whose copy is gone, its very bytes alone are taken, or
        ``EvidenceDiffers`` is raised. Raises ``FileMissing``, ``FileDenied``, ``FileTooLarge``
        or ``OutputDenied``: answers may still be saved where there is no room for a file.
        """
        try:
            make_folder(self.folder)
        except OSError as error:
            raise OutputDenied(self.folder / source.name, error.errno or 0) from error
        with _opened(source) as stream:
            _require_small(stream, source)
            return self._copied(question, source, stream, known)

    def _copied(
        self, question: str, source: Path, stream: BinaryIO, known: EvidenceFile | None
    ) -> EvidenceFile:
        digest, size = hashlib.sha256(), 0
        try:
            handle, draft = tempfile.mkstemp(prefix=DRAFT, dir=self.folder)
        except OSError as error:
            raise OutputDenied(self.folder / source.name, error.errno or 0) from error
        try:
            with os.fdopen(handle, "wb") as target:
                while block := _read(stream, source):
                    size += len(block)
                    if size > LIMIT:  # it grew meanwhile
                        raise FileTooLarge(source, LIMIT)
                    digest.update(block)
                    target.write(block)
                target.flush()
                os.fsync(target.fileno())
            name = digest.hexdigest()
            if known is not None and known.sha256 != name:
                raise EvidenceDiffers(source, known.name)
            place = self.path(name)
            make_folder(place.parent)
            rename(Path(draft), place)
            # They may have been made by a run that never came to this line.
            sync_folder(self.folder)
            sync_folder(self.folder.parent)
        except OSError as error:
            raise OutputDenied(self.folder / source.name, error.errno or 0) from error
        finally:
            # A disk that refuses has said why already.
            with suppress(OSError):
                Path(draft).unlink()
        return EvidenceFile(question, _shown(source.name), name, size)

    def forget_drafts(self) -> None:
        """Delete what a kill left half copied, and what was lent; nobody else may be copying."""
        self._forget_lent()
        for draft in self.folder.glob(f"{DRAFT}*"):
            with suppress(OSError):
                if _DRAFTS.fullmatch(draft.name):
                    draft.unlink()

    def path(self, sha256: str) -> Path:
        """Where the copy with this digest is, or would be."""
        return self.folder / sha256[:2] / sha256

    def has(self, file: EvidenceFile) -> bool:
        """True where a copy of this digest stands, whole or not: nothing of it is read."""
        return self.path(file.sha256).is_file()

    def missing(self, files: Iterable[EvidenceFile]) -> Iterator[EvidenceFile]:
        """Those whose copies have vanished; each folder of copies is listed once."""
        there: dict[str, set[str]] = {}
        for file in files:
            head = file.sha256[:2]
            if head not in there:
                there[head] = _files_of(self.folder / head)
            if file.sha256 not in there[head]:
                yield file

    def read(self, file: EvidenceFile) -> bytes:
        """The bytes of a copy; raises ``EvidenceGone`` or ``EvidenceDamaged``."""
        place = self.path(file.sha256)
        try:
            with open_bounded(place) as stream:
                data = stream.read(LIMIT + 1)
        except FileNotFoundError as error:
            raise EvidenceGone(place, file.name) from error
        except OSError as error:
            raise FileDenied(place, error.errno or 0) from error
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise EvidenceDamaged(place, file.name)
        return data

    def lend(self, file: EvidenceFile) -> Path:
        """A copy of the copy, under its own name, for a program to read and nobody to write.

        The next start deletes it. Raises ``EvidenceGone``, ``EvidenceDamaged``,
        ``EvidenceIsProgram`` or ``OutputDenied``.
        """
        name = plain_name(file.name)
        if _PROGRAM.fullmatch(Path(name).suffix):
            raise EvidenceIsProgram(self.path(file.sha256), file.name)
        data, place = self.read(file), self.folder / LENT / file.sha256[:_SHORT] / name
        try:
            if not place.exists() or place.read_bytes() != data:
                make_folder(place.parent)
                place.unlink(missing_ok=True)
                make_file(place)
                place.write_bytes(data)
                place.chmod(stat.S_IRUSR)
        except OSError as error:
            raise OutputDenied(place, error.errno or 0) from error
        return place

    def _forget_lent(self) -> None:
        for inside, _folders, names in os.walk(self.folder / LENT, topdown=False):
            # One that another program still holds open stays until the next start.
            with suppress(OSError):
                for place in (Path(inside, name) for name in names):
                    if not place.is_symlink():
                        place.chmod(stat.S_IRUSR | stat.S_IWUSR)
                    place.unlink()
                Path(inside).rmdir()

    def whole_files(self) -> Iterator[EvidenceFile]:
        """Every copy whose bytes still have their digest, for no question in particular."""
        for place in sorted(self.folder.glob("??/*")):
            if _DIGEST.fullmatch(place.name) and place == self.path(place.name):
                file = EvidenceFile("", place.name, place.name, 0)
                if self.is_whole(file):
                    yield file

    def is_whole(self, file: EvidenceFile) -> bool:
        """True when the copy is there and its bytes still have their digest.

        One read that fails is tried again: nothing is told as damaged for it.
        """
        place = self.path(file.sha256)
        if not place.is_file():
            return False
        for _try in range(2):
            with suppress(OSError):
                return sha256_of(place) == file.sha256
        return False


def _files_of(folder: Path) -> set[str]:
    try:
        with os.scandir(folder) as found:
            return {entry.name for entry in found if entry.is_file()}
    except OSError:
        return set()


def _opened(source: Path) -> BinaryIO:
    try:
        return open_bounded(source)
    except FileNotFoundError as error:
        raise FileMissing(source) from error
    except OSError as error:
        raise FileDenied(source, error.errno or 0) from error


def _require_small(stream: BinaryIO, source: Path) -> None:
    """Refuse what is known to be too large before a byte of it is copied."""
    try:
        size = stream.seek(0, os.SEEK_END)
        stream.seek(0)
    except OSError as error:
        raise FileDenied(source, error.errno or 0) from error
    if size > LIMIT:
        raise FileTooLarge(source, LIMIT)


def _read(stream: BinaryIO, source: Path) -> bytes:
    """The next bytes; a key that was pulled out is no fault of the disk that is written."""
    try:
        return stream.read(_BLOCK)
    except OSError as error:
        raise FileDenied(source, error.errno or 0) from error


def plain_name(name: str) -> str:
    """A name that any system takes, and that leads nowhere else, out of one that a row says."""
    signs = "".join("-" if sign in FORBIDDEN else sign for sign in _shown(name)).strip(" .")
    stem, dot, ending = signs.rpartition(".")
    if not stem:
        stem, dot, ending = signs, "", ""
    if stem.partition(".")[0].upper() in RESERVED:
        stem = f"_{stem}"
    return f"{stem[:_LONGEST]}{dot}{ending[:_SHORT]}" or "preuve"


def _shown(name: str) -> str:
    """A file name as a text: what no text may hold, and some systems allow, is a dash."""
    signs = (
        "-" if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") else sign
        for sign in unicodedata.normalize("NFC", name)
    )
    return "".join(signs).strip() or "-"
