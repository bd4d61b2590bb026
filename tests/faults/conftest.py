"""A disk that fails where it is told to."""

from functools import partial

import pytest

from tests.faults.failing_disk import Failing, built_in, run_on


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Failing:
    return partial(run_on, built_in(tmp_path_factory.mktemp("disk")))
