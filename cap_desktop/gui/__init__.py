"""The windows: they show values and send intents; no rule lives here."""

from cap_desktop.gui.platform.qt_import import import_qt

# Before any other module of the windows: each may then import Qt plainly.
import_qt()
