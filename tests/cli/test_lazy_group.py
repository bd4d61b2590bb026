"""Commands are imported when they are called, and help says the same before and after."""

from importlib import import_module
from inspect import isfunction

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from cap_desktop.cli.lazy_group import LazyGroup
from cap_desktop.cli.main import Commands, QuestionnaireCommands, application, run

GROUPS = (Commands, QuestionnaireCommands)
NAMES = [(group, name) for group in GROUPS for name in group.summaries]


@pytest.mark.parametrize(("group", "name"), NAMES, ids=[name for _group, name in NAMES])
def test_each_command_is_a_function_in_the_module_of_its_name(
    group: type[LazyGroup], name: str
) -> None:
    module = import_module(f"{group.package}.{name}")
    assert isfunction(getattr(module, name))


@pytest.mark.parametrize(("group", "name"), NAMES, ids=[name for _group, name in NAMES])
def test_a_command_says_of_itself_what_its_group_says(
    group: type[LazyGroup], name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["questionnaire"] if group is QuestionnaireCommands else []
    assert run([*words, "--help"]) == 0
    assert group.summaries[name] in capsys.readouterr().out
    assert run([*words, name, "--help"]) == 0
    assert capsys.readouterr().out.split("\n")[2] == group.summaries[name]


def test_typer_still_has_what_help_borrows() -> None:
    """`french.py` reads these of typer's objects, which typer does not promise to keep."""
    group = get_command(application())
    assert isinstance(group, TyperGroup)
    context = group.make_context("cap-desktop", ["score", "q", "a"])
    assert context.command_path == "cap-desktop"
    command = group.get_command(context, "score")
    assert command is not None
    kinds = [parameter.param_type_name for parameter in command.get_params(context)]
    assert kinds == ["argument", "argument", "option", "option", "option"]
    for parameter in command.get_params(context):
        for name in ("name", "help", "metavar", "opts", "secondary_opts", "nargs"):
            assert hasattr(parameter, name)
    for option in command.get_params(context)[2:]:
        assert hasattr(option, "hidden")
        assert hasattr(option, "is_flag")


def test_typer_still_names_its_refusals_so(capsys: pytest.CaptureFixture[str]) -> None:
    """`refusal` knows them by the names of their classes."""
    for arguments, said in (
        (["score", "--nope"], "L’option «\u00a0--nope\u00a0» n’existe pas"),
        (["score"], "Il manque «\u00a0QUESTIONNAIRE\u00a0»"),
        (["report", "--out", "a.pdf", "--year", "x"], "Une valeur n’a pas la forme attendue"),
        (["nope"], "La commande n’est pas écrite comme attendu"),
    ):
        assert run(arguments) == 2
        assert capsys.readouterr().err.startswith(said)
