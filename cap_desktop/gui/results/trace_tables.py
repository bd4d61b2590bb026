"""« Pourquoi ce score » as texts: what each line brings, what brings nothing, and why."""

from __future__ import annotations

from cap_desktop.charts.shapes import ChartTable
from cap_desktop.domain.exact import HUNDRED, ONE
from cap_desktop.domain.questionnaire.outline import NodeLevel
from cap_desktop.domain.scoring.trace import Trace, TraceLine
from cap_desktop.i18n import _
from cap_desktop.words.numbers import NONE, figure, percent, plain
from cap_desktop.words.priorities import WEIGHT


def lines_table(traced: Trace, decimals: int) -> ChartTable:
    """What enters the score, and the sum."""
    counted = [line for line in traced.lines if line.standing == "counted"]
    header = (_below(traced.node.level), _("Score"), _(WEIGHT), _("Part"), _("Points"))
    rows = [
        (
            line.title,
            figure(line.score, decimals),
            plain(line.weight),
            percent(line.share * HUNDRED),
            figure(line.contribution, decimals),
        )
        for line in counted
    ]
    if counted:
        whole = percent(ONE * HUNDRED)
        rows.append((_("Total"), NONE, NONE, whole, figure(traced.before_caps, decimals)))
    names = (*(line.name for line in counted), "")
    return ChartTable(_("Ce qui compte"), header, tuple(rows), names, figures=(1, 2, 3, 4))


def others_table(traced: Trace) -> ChartTable:
    """What does not enter the score, and why."""
    left = [line for line in traced.lines if line.standing != "counted"]
    return ChartTable(
        _("Ce qui ne compte pas"),
        (_below(traced.node.level), _("Raison")),
        tuple((line.title, reason(line, traced.node.level)) for line in left),
        tuple(line.name for line in left),
    )


def _below(level: NodeLevel) -> str:
    return {"theme": _("Question"), "axis": _("Thème")}.get(level, _("Axe"))


def reason(line: TraceLine, level: NodeLevel) -> str:
    """Why a line brings no points."""
    if level == "theme":
        return {
            "open": _("Sans réponse\u00a0: le score peut encore changer"),
            "not_applicable": _("Non applicable\u00a0: son poids va aux autres"),
            "excluded": _("Non posée à votre structure"),
            "unscored": _("Lue à côté du score"),
        }[line.standing]
    return {
        "empty": _("Sans réponse\u00a0: le score peut encore changer"),
        "not_applicable": _("Non applicable\u00a0: son poids va aux autres"),
        "unscored": _("Ne compte pas dans ce score"),
    }[line.standing]


def formula(level: NodeLevel) -> str:
    """The rule in one plain sentence."""
    if level == "theme":
        return _(
            "Le score d’un thème est la moyenne de ses questions, chacune comptée selon son poids."
        )
    if level == "axis":
        return _("Le score d’un axe est la moyenne de ses thèmes, chacun compté selon son poids.")
    return _("Le score d’une partie est la moyenne de ses axes, chacun compté selon son poids.")


def outcome(traced: Trace, decimals: int, least: str) -> list[str]:
    """What comes out of the sum: the score, the caps, or why it is not published."""
    node = traced.score
    limited = _("Cette question limite le score à {most}\u00a0: {title}")
    said = [limited.format(most=plain(cap.most), title=cap.title) for cap in traced.caps]
    if node.coverage is None:
        said.append(_("Rien ici ne concerne votre structure."))
    elif node.estimate is None:
        said.append(_("Aucune question n’a encore de réponse."))
    elif node.score is None:
        said.append(
            _(
                "Provisoire\u00a0: {share} des questions ont une réponse, il en faut {least}.",
                share=percent(node.coverage),
                least=least,
            )
        )
        low, high = figure(node.lower, decimals), figure(node.upper, decimals)
        said.append(_("Le score sera entre {low} et {high}.", low=low, high=high))
    elif traced.lines:
        said.append(_("Les points sont arrondis à l’affichage\u00a0; leur somme est exacte."))
    return said
