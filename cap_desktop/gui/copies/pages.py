"""How each page of the room is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cap_desktop.gui.copies.copies_page import CopiesPage
from cap_desktop.gui.copies.copies_presenter import CopiesPresenter
from cap_desktop.gui.copies.copy_page import CopyPage
from cap_desktop.gui.copies.damage_page import DamagePage
from cap_desktop.gui.kit.page import Page
from cap_desktop.gui.kit.room import Context


def _copies(context: Context) -> CopiesPage:
    return CopiesPage(context.look, _desk(context), context.preferences, context.dialogs)


def _copy(context: Context) -> CopyPage:
    return CopyPage(context.look, _desk(context))


def _damage(context: Context) -> DamagePage:
    return DamagePage(context.look, _desk(context))


def _desk(context: Context) -> CopiesPresenter:
    return context.presenters.of(CopiesPresenter, context.data, context.checks())


PAGES: Mapping[str, Callable[[Context], Page]] = {
    "CopiesPage": _copies,
    "CopyPage": _copy,
    "DamagePage": _damage,
}
