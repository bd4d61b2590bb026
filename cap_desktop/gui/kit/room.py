"""What a room says of its pages, without importing them: start-up is a promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from cap_desktop.gui.session.values import Value

if TYPE_CHECKING:
    from cap_desktop.gui.kit.page import Page
    from cap_desktop.gui.look.look import Look
    from cap_desktop.gui.platform.system_dialogs import FileDialogs
    from cap_desktop.gui.session.check_ups import CheckUps
    from cap_desktop.gui.session.destinations import Destination, HelpPart
    from cap_desktop.gui.session.edition import Edition
    from cap_desktop.gui.session.own_data import OwnData
    from cap_desktop.gui.session.presenters import Presenters
    from cap_desktop.gui.session.session import Session
    from cap_desktop.preferences import Preferences
    from cap_desktop.services.folder.local_data import LocalData


class Context(NamedTuple):
    """What a page may be made from; a function is asked for by the first page that needs it.

    `edition` reads the questionnaire proposed at first launch; `data` belong to the storage lane,
    but for their folder. `own_data` is where a person looks at the data as files, erases and
    moves them, and `checks` look whether all of it is whole.
    """

    look: Look
    session: Session
    preferences: Preferences
    presenters: Presenters
    edition: Callable[[], Edition]
    data: LocalData
    dialogs: FileDialogs
    own_data: Callable[[], OwnData]
    checks: Callable[[], CheckUps]


class Tab(Value):
    """A step of the journey in the top bar: its words, its icon, where it leads."""

    words: str
    icon: str
    to: Destination


class PageEntry(Value):
    """One page of a room.

    A page of the journey forgets the way that led to it, one aside can be left by `Back`,
    and one alone has no top bar but a `title` of its own.
    """

    page: str
    """The name of its class, which only `make` imports."""
    goes_to: tuple[type[Destination], ...]
    make: Callable[[Context], Page]
    stands: Literal["journey", "aside", "alone"] = "journey"
    tab: Tab | None = None
    """The tab that is marked meanwhile: its own, or that of the page it explains."""
    place: str = ""
    """What the bar says in place of a tab."""
    title: str = ""
    needs: Literal["nothing", "standing", "assessment"] = "nothing"
    waits: bool = False
    """Whether what is asked for before the data are open is shown once they are."""
    help_part: HelpPart = "course"


Room = tuple[PageEntry, ...]
