"""A program that is started twice: the second asks the first to come forward, and ends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2000


def listen(folder: Path, come_forward: Callable[[], None], parent: QObject) -> QLocalServer:
    """Hear a second start on the same folder, by this person alone, as long as `parent` lives."""
    server = QLocalServer(parent)
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    name = _name(folder)
    if not server.listen(name):
        # What a kill left behind: the lock of the folder says that nobody else is there.
        QLocalServer.removeServer(name)
        server.listen(name)

    def heard() -> None:
        while (caller := server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            come_forward()

    server.newConnection.connect(heard)
    return server


def call(folder: Path) -> bool:
    """Ask the first program on a folder to come forward; False where none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    is_heard = socket.waitForConnected(PATIENCE_MS)
    if is_heard and socket.state() != QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(PATIENCE_MS)
    return is_heard


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"cap-desktop-{digest[:16]}"
