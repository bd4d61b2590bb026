"""Help and refusals of the command line, in French."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from cap_desktop.i18n import _

Context = Any
"""Typer keeps the class of its contexts private."""

Rows = list[tuple[str, str]]


class FrenchCommand(TyperCommand):
    """A command whose help is in French."""

    def format_help(self, ctx: Context, formatter: Any) -> None:  # noqa: ANN401 - see Context
        """Write what the command does, then its arguments and its options."""
        arguments, options = _parameters(self, ctx)
        words = [row[0] for row in arguments]
        _write(
            formatter,
            [
                *_heading(ctx, [*words, _("[OPTIONS]")], self.help),
                *_section(_("Arguments"), arguments),
                *_section(_("Options"), options),
            ],
        )


class FrenchGroup(TyperGroup):
    """A group of commands whose help is in French."""

    def format_help(self, ctx: Context, formatter: Any) -> None:  # noqa: ANN401 - see Context
        """Write what the group does, then its commands."""
        _arguments, options = _parameters(self, ctx)
        _write(
            formatter,
            [
                *_heading(ctx, [_("COMMANDE"), "…"], self.help),
                *_section(_("Commandes"), self.rows(ctx)),
                *_section(_("Options"), options),
            ],
        )

    def rows(self, _ctx: Context) -> Rows:
        """The name and the first line of each command that is already made."""
        return [(name, _first_line(command.help)) for name, command in self.commands.items()]


def _parameters(command: Any, ctx: Context) -> tuple[Rows, Rows]:  # noqa: ANN401
    arguments: Rows = []
    options: Rows = []
    for parameter in command.get_params(ctx):
        text = parameter.help or ""
        if parameter.param_type_name == "argument":
            arguments.append((parameter.metavar or parameter.name.upper(), text))
        elif not parameter.hidden:
            names = ", ".join([*parameter.opts, *parameter.secondary_opts])
            if parameter.name == "help":
                text = _("Afficher cette aide.")
            if not parameter.is_flag and parameter.metavar:
                names += f" {parameter.metavar}"
            options.append((names, text))
    return arguments, options


def _first_line(text: str | None) -> str:
    return (text or "").strip().partition("\n")[0]


def _heading(ctx: Context, words: list[str], text: str | None) -> list[str]:
    usage = " ".join([ctx.command_path, *words])
    lines = [_("Utilisation : {usage}", usage=usage), ""]
    if text:
        lines += [line.strip() for line in text.strip().split("\n")]
    return lines


def _section(title: str, rows: Rows) -> list[str]:
    if not rows:
        return []
    width = max(len(left) for left, _right in rows) + 3
    return ["", f"{title} :", *(f"  {left:<{width}}{right}".rstrip() for left, right in rows)]


def _write(formatter: Any, lines: list[str]) -> None:  # noqa: ANN401
    formatter.write("\n".join(lines) + "\n")


def refusal(error: TyperException) -> str:
    """Say in one French sentence what the command line did not understand."""
    kind = type(error).__name__
    path = getattr(getattr(error, "ctx", None), "command_path", None) or "cap-desktop"
    if kind == "NoSuchOption":
        what = _("L’option « {name} » n’existe pas", name=getattr(error, "option_name", ""))
    elif kind == "MissingParameter":
        parameter = getattr(error, "param", None)
        name = getattr(parameter, "metavar", None) or getattr(parameter, "name", "") or ""
        what = _("Il manque « {name} »", name=name)
    elif kind == "BadParameter":
        what = _("Une valeur n’a pas la forme attendue")
    else:
        what = _("La commande n’est pas écrite comme attendu")
    return _("{what} : « {path} --help » montre comment l’écrire.", what=what, path=path)
