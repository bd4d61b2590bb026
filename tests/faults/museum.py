"""A museum of damaged files: each piece is a good folder with one thing wrong, and where it ends.

Made anew each time out of good data: each piece is proven different from them, and no binary file
has to be kept that nobody can read.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from cap_desktop.paths import DataFolder
from cap_desktop.storage.file.connect import JOURNAL_MAGIC
from tests.hostile import killed, naming

Harm = Callable[[DataFolder], None]

DAMAGED = "est abîmé"
ALTERED = "a été modifié hors de CAP Desktop"
TOO_NEW = "vient d’une version plus récente"
NOT_OPENED = "Vos données ne peuvent pas être ouvertes"
GONE = "n’est plus dans son dossier"


@dataclass(frozen=True, slots=True)
class Piece:
    """A thing that is wrong; ``ends`` is part of the sentence that is told.

    Empty where the program opens; ``named`` is then what it names as damaged, part of its words.
    """

    name: str
    harm: Harm
    ends: str = ""
    named: str = ""


def _bytes(change: Callable[[bytearray], bytes | bytearray]) -> Harm:
    def harm(folder: DataFolder) -> None:
        data = bytearray(folder.database.read_bytes())
        folder.database.write_bytes(bytes(change(data)))

    return harm


def _put(at: int, written: bytes) -> Harm:
    def change(data: bytearray) -> bytearray:
        data[at : at + len(written)] = written
        return data

    return _bytes(change)


def _sql(*statements: str) -> Harm:
    def harm(folder: DataFolder) -> None:
        with closing(sqlite3.connect(folder.database, isolation_level=None)) as file:
            file.execute("PRAGMA writable_schema = ON")
            for statement in statements:
                file.execute(statement)

    return harm


def _content(data: bytes) -> Harm:
    return lambda folder: _written(folder.database, data)


def _written(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _other_program(folder: DataFolder) -> None:
    folder.database.unlink()
    with closing(sqlite3.connect(folder.database)) as file:
        file.execute("CREATE TABLE notes (text TEXT)")


def _in_place(make: Callable[[Path], object]) -> Harm:
    def harm(folder: DataFolder) -> None:
        folder.database.unlink()
        make(folder.database)

    return harm


def _journal(data: bytes) -> Harm:
    return lambda folder: _written(folder.path / "cap.db-journal", data)


def _journal_folder(folder: DataFolder) -> None:
    journal = folder.path / "cap.db-journal"
    journal.unlink(missing_ok=True)
    journal.mkdir()


def _naming_journal(folder: DataFolder) -> None:
    naming(killed(folder.database), folder.preferences)


def _other_journal(folder: DataFolder) -> None:
    """The journal of one database beside another one: SQLite knows by its own checks only."""
    other = folder.path / "autre.db"
    shutil.copyfile(folder.database, other)
    killed(other).replace(folder.path / "cap.db-journal")
    other.unlink()
    data = (folder.path / "cap.db-journal").read_bytes()
    _written(folder.path / "cap.db-journal", data[: len(data) // 2])


def _leading_nowhere(path: Path) -> None:
    path.symlink_to("absent.db")


def _no_copies(folder: DataFolder) -> None:
    folder.database.unlink()
    shutil.rmtree(folder.copies)


def _half(data: bytearray) -> bytes:
    return bytes(data[: len(data) // 2])


def _page(number: int) -> Harm:
    return _put(4096 * number, bytes(4096))


def _written_over(folder: DataFolder, pattern: str) -> None:
    for path in folder.path.glob(pattern):
        path.write_bytes(NOISE)


FIRST = "rowid = (SELECT min(rowid) FROM {0})"
ANSWER, ACTION = f"WHERE {FIRST.format('answers')}", f"WHERE {FIRST.format('actions')}"
SEALED = f"WHERE {FIRST.format('assessments WHERE sealed_at IS NOT NULL')}"
TRIGGER = "CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END"
NO_INDEX = "DELETE FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
NO_TEXT = "CAST(x'ff00ff' AS TEXT)"
NOISE = random.Random(14).randbytes(40_000)
MUSEUM = (
    # --- Files that are no database -------------------------------------------------------
    Piece("empty", _content(b""), DAMAGED),
    Piece("one byte", _content(b"S"), DAMAGED),
    Piece("a hundred bytes", _bytes(lambda data: data[:100]), DAMAGED),
    Piece("half a page", _bytes(lambda data: data[:2048]), DAMAGED),
    Piece("half the file", _bytes(_half), DAMAGED),
    Piece("one page less", _bytes(lambda data: data[:-4096]), DAMAGED),
    Piece("zeros", _bytes(lambda data: bytes(len(data))), DAMAGED),
    Piece("noise, as what is encrypted", _content(NOISE), DAMAGED),
    Piece("a text", _content("Réponses 2026\n".encode() * 400), DAMAGED),
    Piece("a web page", _content(b"<!doctype html><title>404</title>" * 200), DAMAGED),
    Piece("a document", _content(b"%PDF-1.7\n" + NOISE), DAMAGED),
    Piece("an archive", _content(b"PK\x03\x04" + NOISE), DAMAGED),
    Piece("a mark before it", _bytes(lambda data: b"\xef\xbb\xbf" + bytes(data)), DAMAGED),
    Piece("the database of another program", _other_program, DAMAGED),
    Piece("a folder", _in_place(Path.mkdir), NOT_OPENED),
    Piece("a pipe", _in_place(os.mkfifo), NOT_OPENED),
    Piece(
        "a link that leads nowhere",
        _in_place(_leading_nowhere),
        NOT_OPENED,
    ),
    Piece("nothing, with its copies", _in_place(lambda _path: None), GONE),
    Piece("nothing, with its evidence", _no_copies, GONE),
    # --- What the header says -------------------------------------------------------------
    Piece("the name of the format", _put(0, b"SQLite format 4\0"), DAMAGED),
    Piece("a page size of nothing", _put(16, b"\0\0"), DAMAGED),
    Piece("a page size of another", _put(16, b"\x20\x00"), DAMAGED),
    Piece("a way of writing of later", _put(18, b"\x03\x03"), DAMAGED),
    Piece("the way of writing, half", _put(18, b"\x01\x02"), DAMAGED),
    Piece("room at the end of pages", _put(20, b"\x40"), DAMAGED),
    Piece("a schema of later", _put(44, b"\0\0\0\x09"), DAMAGED),
    Piece("texts of another kind", _put(56, b"\0\0\0\x02"), DAMAGED),
    Piece("the mark of the program", _put(68, b"CAPX"), DAMAGED),
    Piece("the number of the schema, alone", _put(60, b"\0\0\0\x63"), DAMAGED),
    Piece(
        "a later version",
        _sql("PRAGMA user_version = 99", "UPDATE alembic_version SET version_num = '0099'"),
        TOO_NEW,
    ),
    # --- Pages ----------------------------------------------------------------------------
    Piece("the first page, without its end", _put(1000, bytes(3096)), DAMAGED),
    Piece("noise over the schema", _put(100, NOISE[:3000]), DAMAGED),
    *(Piece(f"page {number} of zeros", _page(number), DAMAGED) for number in (1, 2, 3)),
    # --- Tables and what they hold --------------------------------------------------------
    Piece("a table that is gone", _sql("DROP TABLE answers"), DAMAGED),
    Piece(
        "an index that is gone",
        _sql(NO_INDEX),
        DAMAGED,
    ),
    Piece(
        "a trigger",
        _sql(TRIGGER),
        ALTERED,
    ),
    Piece("a view", _sql("CREATE VIEW v AS SELECT * FROM answers"), ALTERED),
    Piece("a table of somebody", _sql("CREATE TABLE autre (un TEXT)"), ALTERED),
    Piece(
        "an answer",
        _sql(f"UPDATE answers SET record = replace(record, 'n', 'm') {ANSWER}"),
        named="réponse",
    ),
    Piece(
        "an answer that is no text",
        _sql(f"UPDATE answers SET record = {NO_TEXT} {ANSWER}"),
        named="réponse",
    ),
    Piece(
        "an answer of nothing",
        _sql(f"UPDATE answers SET record = '' {ANSWER}"),
        named="réponse",
    ),
    Piece(
        "frozen results",
        _sql(f"UPDATE assessments SET results = '{{}}' {SEALED}"),
        named="score gelé",
    ),
    Piece(
        "an action",
        _sql(f"UPDATE actions SET record = '[' {ACTION}"),
        named="action",
    ),
    Piece(
        "the standing of the start", _sql("UPDATE standing SET text = '[[['"), named="première page"
    ),
    Piece("a questionnaire", _sql("UPDATE questionnaires SET content = x'7b7d'")),
    # --- What lies beside -----------------------------------------------------------------
    Piece("a journal of zeros", _journal(bytes(5000))),
    Piece("a journal of noise", _journal(NOISE)),
    Piece("half the journal of another", _other_journal),
    Piece("a journal that ends with a name", _naming_journal, ALTERED),
    Piece(
        "a journal that is a folder",
        _journal_folder,
        NOT_OPENED,
    ),
    Piece("the end of a journal alone", _journal(JOURNAL_MAGIC), ALTERED),
    Piece("settings of noise", lambda folder: _written(folder.preferences, NOISE)),
    Piece("settings that are a folder", lambda folder: folder.preferences.mkdir()),
    Piece(
        "copies of noise",
        lambda folder: _written_over(folder, "copies/*"),
    ),
    Piece(
        "evidence of noise",
        lambda folder: _written_over(folder, "preuves/??/*"),
    ),
)
