"""The presenters that outlive a window: one of a kind for a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from cap_desktop.gui.session.session import Session

Presenter = TypeVar("Presenter")
Parts = ParamSpec("Parts")


class Presenters:
    """Each is made at its first use, and found again by the window of another look."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[object, object] = {}

    def of(
        self,
        kind: Callable[Concatenate[Session, Parts], Presenter],
        *parts: Parts.args,
        **named: Parts.kwargs,
    ) -> Presenter:
        """The one presenter of a kind; `kind` is its class, made of the session and `parts`."""
        if kind not in self._made:
            self._made[kind] = kind(self._session, *parts, **named)
        return cast("Presenter", self._made[kind])
