"""The door to the commands: only the module of the command that is called is imported."""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar

import typer

from cap_desktop.cli.french import Context, FrenchCommand, FrenchGroup, Rows


class LazyGroup(FrenchGroup):
    """Commands that each lie in the module of their name, as the function of that name.

    A hyphen of the name is there an underscore.

    ``summaries`` says what each does, for its help and for that of the group, which imports none.
    """

    package: ClassVar[str]
    summaries: ClassVar[dict[str, str]]

    def list_commands(self, ctx: Context) -> list[str]:
        """The commands, then the groups within this one."""
        return [*self.summaries, *super().list_commands(ctx)]

    def get_command(self, ctx: Context, cmd_name: str) -> Any:  # noqa: ANN401 - see Context
        """Import and make the command; None where there is no such name."""
        if cmd_name not in self.summaries:
            return super().get_command(ctx, cmd_name)
        # Start-up: a command imports all that it needs, and no command needs another.
        name = cmd_name.replace("-", "_")
        module = import_module(f"{self.package}.{name}")
        alone = typer.Typer(add_completion=False)
        made = alone.command(cmd_name, cls=FrenchCommand, help=self.summaries[cmd_name])
        made(getattr(module, name))
        return typer.main.get_command(alone)

    def rows(self, ctx: Context) -> Rows:
        """The name and the summary of each command, then of each group."""
        return [*self.summaries.items(), *super().rows(ctx)]
