"""What the readers of the session ask the bus of accessibility of Linux for."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

WAIT_MS = 200
KEPT_MS = 5_000
CONNECTION = "cap-desktop-readers"
EVENT = '"Object:Announcement:"'


class BusListeners:
    """They come and go: the bus is asked again from time to time."""

    def __init__(self) -> None:
        self._bus: QDBusConnection | None = None
        self._since = QElapsedTimer()
        self._are_told = True

    def know_announcements(self) -> bool:
        """True where what is announced is heard, and where the bus does not say."""
        if not self._since.isValid() or self._since.hasExpired(KEPT_MS):
            self._since.start()
            self._ask()
        return self._are_told

    def _ask(self) -> None:
        if self._bus is None:
            found = _call(QDBusConnection.sessionBus(), "org.a11y.Bus", "/org/a11y/bus")
            if found is not None:
                self._bus = QDBusConnection.connectToBus(str(found.arguments()[0]), CONNECTION)
        if self._bus is not None:
            registry = "org.a11y.atspi.Registry"
            events = _call(self._bus, registry, "/org/a11y/atspi/registry", "GetRegisteredEvents")
            # PySide cannot read a list of pairs, but it prints it whole.
            self._are_told = EVENT in repr(events) if events is not None else self._are_told


def _call(
    bus: QDBusConnection, service: str, path: str, asked: str = "GetAddress"
) -> QDBusMessage | None:
    message = QDBusMessage.createMethodCall(service, path, service, asked)
    reply = bus.call(message, QDBus.CallMode.Block, WAIT_MS)
    return reply if reply.type() == QDBusMessage.MessageType.ReplyMessage else None
