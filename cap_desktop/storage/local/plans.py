"""Improvement plans, everything that their actions were before, and the ideas put aside."""

from __future__ import annotations

from sqlalchemy import Connection, and_, delete, insert, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from cap_desktop.domain.plan.plan import Action, PastAction
from cap_desktop.errors import NoLongerThere
from cap_desktop.storage.local import tables
from cap_desktop.storage.local.changes import Line, shortened, whole
from cap_desktop.storage.local.digested import checked, digested


class KeptPlans:
    """Rows to actions and back; each change leaves a line of history in the same transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- Reading --------------------------------------------------------------------

    def years(self, structure: str) -> tuple[int, ...]:
        """The years that have a plan, newest first."""
        table = tables.actions
        rows = self._connection.execute(
            select(table.c.year)
            .distinct()
            .where(table.c.structure_id == structure, table.c.removed == 0)
            .order_by(table.c.year.desc())
        )
        return tuple(row.year for row in rows)

    def of(self, structure: str, year: int) -> tuple[Action, ...]:
        """The actions of a plan, in the order the structure gave them."""
        return tuple(action for action, removed in self._rows(structure, year) if not removed)

    def removed(self, structure: str, year: int) -> tuple[Action, ...]:
        """The actions taken off a plan, which can come back."""
        return tuple(action for action, removed in self._rows(structure, year) if removed)

    def titles(self, structure: str, year: int) -> dict[str, str]:
        """The title of every action of a plan by id, removed ones too, in their order."""
        return {action.id: action.title for action, _removed in self._rows(structure, year)}

    def get(self, structure: str, year: int, action: str) -> Action:
        """One action, removed or not; raises ``NoLongerThere`` where it is not there."""
        return _action(self._record(structure, year, action))

    def history(self, structure: str, action: str) -> tuple[PastAction, ...]:
        """Every change of an action through the years, oldest first.

        One that damage took its neighbours from is left out.
        """
        table, kept = tables.action_history, tables.actions.c
        rows = self._connection.execute(
            select(table)
            .where(table.c.structure_id == structure, table.c.action == action)
            .order_by(table.c.number)
        ).all()
        today = self._connection.execute(
            select(kept.year, kept.record).where(
                kept.structure_id == structure, kept.id == action, kept.removed == 0
            )
        )
        lines = [(row.year, Line(row.before, row.after)) for row in rows]
        found = whole(lines, ((year, record) for year, record in today))
        return tuple(
            PastAction(
                row.action, row.year, row.at, row.by, _maybe(line.before), _maybe(line.after)
            )
            for row, line in zip(rows, found, strict=True)
            if line is not None
        )

    # --- Writing --------------------------------------------------------------------

    def add(self, structure: str, year: int, action: Action, at: str, by: str) -> None:
        """Keep a new action after the others."""
        place = len(self.titles(structure, year))
        self._connection.execute(
            insert(tables.actions).values(
                digested(
                    "action",
                    structure_id=structure,
                    year=year,
                    id=action.id,
                    rank=place,
                    record=_written(action),
                    removed=0,
                )
            )
        )
        self._remember(structure, year, action.id, at, by, None, _written(action))

    def put(self, structure: str, year: int, action: Action, at: str, by: str) -> None:
        """Keep an action in the place of what it was, which stays in the history."""
        before, after = self._record(structure, year, action.id), _written(action)
        if before == after:
            return
        self._set(structure, year, action.id, record=after)
        self._remember(structure, year, action.id, at, by, before, after)

    def move(self, structure: str, year: int, action: str, place: int) -> None:
        """Put an action at a place among those that are shown, 0 for the first.

        Raises ``NoLongerThere`` where it is not shown.
        """
        shown = [item.id for item in self.of(structure, year)]
        if action not in shown:
            raise NoLongerThere("action")
        moved = list(self.titles(structure, year))
        shown.remove(action)
        moved.remove(action)
        place = max(0, min(place, len(shown)))
        moved.insert(moved.index(shown[place]) if place < len(shown) else len(moved), action)
        for rank, name in enumerate(moved):
            self._set(structure, year, name, rank=rank)

    def remove(self, structure: str, year: int, action: str, at: str, by: str) -> None:
        """Take an action off the plan; it stays with its place and its history."""
        record = self._record(structure, year, action)
        self._set(structure, year, action, removed=1)
        self._remember(structure, year, action, at, by, record, None)

    def restore(self, structure: str, year: int, action: str, at: str, by: str) -> None:
        """Bring a removed action back to its place."""
        record = self._record(structure, year, action)
        self._set(structure, year, action, removed=0)
        self._remember(structure, year, action, at, by, None, record)

    # --- Ideas put aside --------------------------------------------------------------

    def hidden(self, structure: str, year: int) -> frozenset[str]:
        """The ideas that the structure put aside this year."""
        table = tables.hidden_ideas
        rows = self._connection.execute(
            select(table.c.suggestion).where(
                table.c.structure_id == structure, table.c.year == year
            )
        )
        return frozenset(row.suggestion for row in rows)

    def hide(self, structure: str, year: int, suggestion: str) -> None:
        """Put an idea aside."""
        self._connection.execute(
            upsert(tables.hidden_ideas)
            .values(
                digested("hidden idea", structure_id=structure, year=year, suggestion=suggestion)
            )
            .on_conflict_do_nothing()
        )

    def show(self, structure: str, year: int, suggestion: str) -> None:
        """Propose again an idea that was put aside."""
        table = tables.hidden_ideas
        self._connection.execute(
            delete(table).where(
                table.c.structure_id == structure,
                table.c.year == year,
                table.c.suggestion == suggestion,
            )
        )

    # --- Rows -------------------------------------------------------------------------

    def _rows(self, structure: str, year: int) -> list[tuple[Action, bool]]:
        table = tables.actions
        rows = self._connection.execute(
            select(table)
            .where(table.c.structure_id == structure, table.c.year == year)
            .order_by(table.c.rank, literal_column("rowid"))
        )
        found = (checked("action", row) for row in rows)
        return [(_action(row.record), bool(row.removed)) for row in found]

    def _record(self, structure: str, year: int, action: str) -> str:
        table = tables.actions
        row = self._connection.execute(
            select(table.c.record).where(
                table.c.structure_id == structure, table.c.year == year, table.c.id == action
            )
        ).one_or_none()
        if row is None:
            raise NoLongerThere("action")
        return str(row.record)

    def _set(self, structure: str, year: int, action: str, **values: object) -> None:
        table = tables.actions
        self._connection.execute(
            update(table)
            .where(
                and_(table.c.structure_id == structure, table.c.year == year, table.c.id == action)
            )
            .values(digested("action", **values))
        )

    def _remember(
        self,
        structure: str,
        year: int,
        action: str,
        at: str,
        by: str,
        before: str | None,
        after: str | None,
    ) -> None:
        line = shortened(before, after)
        self._connection.execute(
            insert(tables.action_history).values(
                digested(
                    "action history",
                    structure_id=structure,
                    year=year,
                    action=action,
                    at=at,
                    by=by,
                    before=line.before,
                    after=line.after,
                )
            )
        )


def _written(action: Action) -> str:
    return action.model_dump_json(exclude_defaults=True)


def _action(record: str) -> Action:
    return Action.model_validate_json(record)


def _maybe(record: str | None) -> Action | None:
    return None if record is None else _action(record)
