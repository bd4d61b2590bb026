"""The data of a folder, looked at first and opened behind."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from cap_desktop.paths import DataFolder
from cap_desktop.services.folder.local_data import LocalData


def test_the_questionnaire_that_a_start_read_is_not_read_again(
    demonstration: Path, tmp_path: Path
) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    data = LocalData(DataFolder(tmp_path), lambda: datetime(2026, 11, 24, tzinfo=UTC))
    first = data.first_assessment()
    assert first is not None
    services = data.open()
    opened = services.assessments.open(first.assessment.id)
    assert opened == first
    assert opened.questionnaire is first.questionnaire
    data.close()


def test_data_opened_again_are_read_again(demonstration: Path, tmp_path: Path) -> None:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    data = LocalData(DataFolder(tmp_path), lambda: datetime(2026, 11, 24, tzinfo=UTC))
    first = data.first_assessment()
    assert first is not None
    data.open()
    opened = data.open().assessments.open(first.assessment.id)
    assert opened == first
    assert opened.questionnaire is not first.questionnaire
    data.close()
