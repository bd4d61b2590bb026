"""A program that is started twice: the second asks the first to come forward, and ends."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 5000
"""For a first window that is there, and may be busy."""
STARTING_MS = 8000
"""For one that may not hear yet."""
AGAIN_MS = 200


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


def call(folder: Path, patience_ms: int = 0) -> bool:
    """Ask the first program on a folder to come forward; False where none answers.

    Within ``patience_ms`` it may still be starting: a program is often started by two clicks.
    One that is reached and does not answer is stuck: it has not come forward.
    """
    socket = QLocalSocket()
    for attempt in range(patience_ms // AGAIN_MS + 1):
        if attempt:
            QThread.msleep(AGAIN_MS)
        socket.connectToServer(_name(folder))
        if socket.waitForConnected(PATIENCE_MS):
            return _is_let_go(socket)
    return False


def _is_let_go(socket: QLocalSocket) -> bool:
    gone = QLocalSocket.LocalSocketState.UnconnectedState
    return socket.state() == gone or socket.waitForDisconnected(PATIENCE_MS)


def _name(folder: Path) -> str:
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"cap-desktop-{digest[:16]}"
