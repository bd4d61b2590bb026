"""A workbook that is not as it went out: read, or refused in French by its cells, and no trace."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cap_desktop.errors import (
    CapError,
    FileEmpty,
    FileTooLarge,
    WorkbookRefused,
    WorkbookUnreadable,
)
from cap_desktop.exchange.answer_workbook.reading import read_answer_workbook
from cap_desktop.exchange.answer_workbook.writing import Asked, answer_workbook
from cap_desktop.exchange.spreadsheet.cells import TooLargeError, UnreadableError
from cap_desktop.exchange.spreadsheet.package import MEMBER_LIMIT
from cap_desktop.notices.errors import notice
from cap_desktop.notices.problems import line
from cap_desktop.services.files.filled_workbooks import from_workbook
from tests.builders import raw
from tests.exchange.every_kind import EVERY_KIND, OF, SHEET, same
from tests.exchange.mutated_workbooks import (
    members_of,
    mutations,
    open_document,
    shared,
    zipped,
)
from tests.length import IS_LONG

FILES = 2_000 if IS_LONG else 100
MOMENT = datetime(2026, 12, 1, tzinfo=UTC)
EXCEL = answer_workbook(Asked(OF, SHEET), MOMENT)
SHARED = shared(EXCEL)
ODS = open_document(EXCEL)


def _refusal(asked: Path, given: Path, out: Path) -> CapError | None:
    """What refuses a workbook, or None; anything else that is raised is a fault."""
    try:
        from_workbook(asked, given, out)
    except (WorkbookRefused, WorkbookUnreadable, FileEmpty, FileTooLarge) as error:
        return error
    return None


def test_whatever_a_workbook_became_it_is_read_or_refused_and_leaves_no_trace(
    tmp_path: Path,
) -> None:
    asked, given, out = (tmp_path / name for name in ("q.json", "filled", "answers.json"))
    asked.write_bytes(raw(EVERY_KIND))
    ends = {"taken": 0, "refused": 0, "unreadable": 0}
    for data in mutations([EXCEL, SHARED, ODS], FILES):
        given.write_bytes(data)
        out.write_bytes(b"before")
        error = _refusal(asked, given, out)
        if error is None:
            ends["taken"] += 1
            assert out.read_bytes() != b"before"
            continue
        ends["refused" if isinstance(error, WorkbookRefused) else "unreadable"] += 1
        assert notice(error).endswith((".", "?", ")"))
        if isinstance(error, WorkbookRefused):
            for problem in error.problems:
                assert "!" in problem.place or problem.code == "E-XLSX-SHEET"
                assert line(problem)
        assert out.read_bytes() == b"before"
        names = sorted(path.name for path in tmp_path.iterdir())
        assert names == ["answers.json", "filled", "q.json"]
    assert all(ends.values())


@pytest.mark.parametrize("data", [ODS, SHARED], ids=["ods", "shared texts"])
def test_other_ways_to_keep_the_cells_are_read_the_same(data: bytes) -> None:
    same(OF, SHEET, read_answer_workbook(data, OF))


def changed(old: str, new: str) -> bytes:
    """The .ods with some of its content written another way."""
    content = members_of(ODS)["content.xml"].decode()
    assert old in content
    return zipped({"content.xml": content.replace(old, new, 1).encode()})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('o:value-type="float" o:value="12.5"',
         'o:value-type="float" o:value="12.5" t:formula="of:=[.A1]"', "Partie!D25 : La cellule"),
        ('o:value-type="float" o:value="12.5"',
         'o:value-type="percentage" o:value="0.125"', "pourcentage"),
        ('o:value-type="float" o:value="12.5"',
         'o:value-type="float" o:value="12.5" t:number-columns-spanned="2"', "fusionnées"),
    ],
)  # fmt: skip
def test_what_an_ods_hides_is_found_in_its_content(old: str, new: str, words: str) -> None:
    said = [line(problem) for problem in read_answer_workbook(changed(old, new), OF).problems]
    assert len(said) == 1
    assert words.partition(" : ")[2] in said[0]


def test_hidden_rows_and_letters_of_an_ods_are_told() -> None:
    content = members_of(ODS)["content.xml"].decode()
    start = content.rindex("<t:table-row>", 0, content.index("<x:p>niveau</x:p>"))
    content = f'{content[:start]}<t:table-row t:visibility="collapse">{content[start + 13 :]}'
    content = content.replace("<x:p>Vu</x:p>", "<x:p><x:span>V</x:span>u</x:p>")
    reading = read_answer_workbook(zipped({"content.xml": content.encode()}), OF)
    same(OF, SHEET, reading)
    assert [note.case for note in reading.notes] == ["hidden_row", "rich"]


def test_a_comment_on_a_cell_of_an_ods_is_no_text_of_it() -> None:
    note = "<o:annotation><x:p>à revoir</x:p></o:annotation><x:p>Vu</x:p>"
    same(OF, SHEET, read_answer_workbook(changed("<x:p>Vu</x:p>", note), OF))


@pytest.mark.parametrize("name", ["xl/worksheets/sheet3.xml", "xl/sharedStrings.xml"])
def test_what_unpacks_without_end_is_never_unpacked_whole(name: str) -> None:
    members = members_of(SHARED)
    members[name] = members[name] + b" " * (2 * MEMBER_LIMIT)
    data = zipped(members)
    assert len(data) < 200_000
    with pytest.raises(TooLargeError):
        read_answer_workbook(data, OF)


@pytest.mark.parametrize(
    "cell",
    [
        '<t:table-cell t:number-columns-repeated="16384"><x:p>a</x:p></t:table-cell>',
        '<t:table-cell><x:p>a</x:p></t:table-cell>',
    ],
)  # fmt: skip
def test_a_row_that_is_there_a_million_times_is_refused(cell: str) -> None:
    row = f'<t:table-row t:number-rows-repeated="1048576">{cell}</t:table-row></t:table>'
    with pytest.raises(TooLargeError):
        read_answer_workbook(changed("</t:table>", row), OF)


@pytest.mark.parametrize("piece", [b"<si/>", b"<si><t>a</t></si>"])
def test_texts_without_end_are_not_all_read(piece: bytes) -> None:
    members = members_of(SHARED)
    members["xl/sharedStrings.xml"] = b"<sst>%s</sst>" % (piece * 450_000)
    with pytest.raises(TooLargeError):
        read_answer_workbook(zipped(members), OF)


def test_a_text_that_no_cell_holds_is_refused() -> None:
    with pytest.raises(TooLargeError):
        read_answer_workbook(changed("<x:p>Bien</x:p>", f"<x:p>{'é' * 80_000}</x:p>"), OF)


def test_thousands_of_rows_that_nothing_knows_are_named_as_far_as_it_helps() -> None:
    rows = "".join(
        f"<t:table-row><t:table-cell><x:p>niveau{rank}</x:p></t:table-cell></t:table-row>"
        for rank in range(20_000)
    )
    content = members_of(ODS)["content.xml"].decode()
    end = content.index("</t:table>", content.index('t:name="Partie"'))
    data = zipped({"content.xml": f"{content[:end]}{rows}{content[end:]}".encode()})
    problems = read_answer_workbook(data, OF).problems
    assert len(problems) == 200
    assert problems[0].nearest == "niveau"


def test_a_declaration_of_entities_is_refused() -> None:
    with pytest.raises(UnreadableError):
        read_answer_workbook(
            changed("<o:document", '<!DOCTYPE a [<!ENTITY b "c">]><o:document'), OF
        )


def test_a_locked_or_foreign_file_is_said_to_be_none(tmp_path: Path) -> None:
    asked = tmp_path / "q.json"
    asked.write_bytes(raw(EVERY_KIND))
    for data in (b"%PDF-1.4", b"a;b;c\n1;2;3\n", b"\xd0\xcf\x11\xe0" * 200):
        (tmp_path / "filled.xlsx").write_bytes(data)
        with pytest.raises(CapError) as caught:
            from_workbook(asked, tmp_path / "filled.xlsx", tmp_path / "out.json")
        assert "classeur .xlsx ou .ods" in notice(caught.value)
    with ZipFile(tmp_path / "other.zip", "w", ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(WorkbookUnreadable):
        from_workbook(asked, tmp_path / "other.zip", tmp_path / "out.json")
    assert not (tmp_path / "out.json").exists()
