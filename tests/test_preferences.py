from pathlib import Path

import pytest

from cap_desktop.preferences import Settings, load, written


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(written(Settings("dark", 175, letter_keys=False, answers_by="board")))
    assert load(path) == Settings("dark", 175, letter_keys=False, answers_by="board")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Settings()),
        (b"[]", Settings()),
        (b"\xff\xfe", Settings()),
        (b'{"look": "rose", "text_size": "grand"}', Settings()),
        (b'{"look": "light", "text_size": 900, "autre": 1}', Settings("light", 200)),
        (b'{"text_size": true}', Settings()),
        (b'{"letter_keys": 0, "answers_by": "patron"}', Settings()),
        (b'{"letter_keys": false, "answers_by": ["staff"]}', Settings(letter_keys=False)),
        (b'{"answers_by": "together"}', Settings(answers_by="together")),
    ],
)
def test_a_bad_value_falls_back_to_its_default(
    tmp_path: Path, data: bytes, expected: Settings
) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(data)
    assert load(path) == expected
    assert load(tmp_path / "absent.json") == Settings()
