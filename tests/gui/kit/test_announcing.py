"""What is announced where the bus of accessibility cannot be asked."""

import subprocess
import sys

from tests.patience import PATIENCE

WITHOUT_D_BUS = """
import sys
sys.modules["PySide6.QtDBus"] = None
from PySide6.QtWidgets import QApplication, QWidget
from cap_desktop.gui.kit import announcing, bus_readers
program = QApplication(["test", "-platform", "offscreen"])
bus_readers.WITH_A_BUS = (program.platformName(),)
print(bus_readers.knows_announcements())
announcing.announce(QWidget(), "Enregistré")
"""


def test_without_d_bus_everything_is_announced_as_readers_of_today_know_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_D_BUS],
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    assert done.stdout.split() == ["True"]
