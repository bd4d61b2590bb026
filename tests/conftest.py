"""What every test may ask for. Qt must be told to stay off screen before it is imported."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "steady",
    derandomize=True,  # the same examples for everyone: a red build can be replayed
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("CAP_HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(autouse=True)
def _no_french_machine_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
