from pathlib import Path

import pytest

from cap_desktop.preferences import Preferences, WindowPlace, load, written


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(written(Preferences("dark", 175, letter_keys=False, answers_by="board")))
    assert load(path) == Preferences("dark", 175, letter_keys=False, answers_by="board")
    placed = Preferences(window=WindowPlace(-5, 40, 1200, 700, is_maximised=True))
    path.write_bytes(written(placed))
    assert load(path) == placed


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Preferences()),
        (b"[]", Preferences()),
        (b"\xff\xfe", Preferences()),
        (b'{"look": "rose", "text_size": "grand"}', Preferences()),
        (b'{"look": "light", "text_size": 900, "autre": 1}', Preferences("light", 200)),
        (b'{"text_size": true}', Preferences()),
        (b'{"letter_keys": 0, "answers_by": "patron"}', Preferences()),
        (b'{"letter_keys": false, "answers_by": ["staff"]}', Preferences(letter_keys=False)),
        (b'{"folder": 3}', Preferences()),
        (b'{"folder": "/x\\u0000"}', Preferences()),
        (b'{"folder": "/x/Documents"}', Preferences(folder="/x/Documents")),
        (b'{"second_folder": ["/x"]}', Preferences()),
        (b'{"second_folder": "/x\\u0000"}', Preferences()),
        (b'{"second_folder": "/x/key"}', Preferences(second_folder="/x/key")),
        (b'{"window": [1, 2, 3]}', Preferences()),
        (b'{"window": [1, 2, -3, 4, false]}', Preferences()),
        (b'{"window": "large"}', Preferences()),
        (b'{"window": [2147483648, 2, 3, 4, false]}', Preferences()),
        (b'{"window": [true, 2, 3, 4, false]}', Preferences()),
        (b'{"folder": "/x\\ud800", "second_folder": "/x\\ud800"}', Preferences()),
        (b'{"answers_by": "together"}', Preferences(answers_by="together")),
    ],
)
def test_a_bad_value_falls_back_to_its_default(
    tmp_path: Path, data: bytes, expected: Preferences
) -> None:
    path = tmp_path / "reglages.json"
    path.write_bytes(data)
    assert load(path) == expected
    assert load(tmp_path / "absent.json") == Preferences()
