"""What an action would change, or changed, said in one sentence."""

from __future__ import annotations

from cap_desktop.domain.exact import rounded
from cap_desktop.domain.plan.gains import ExpectedGain, ScoreChange
from cap_desktop.domain.questionnaire.questionnaire import Questionnaire
from cap_desktop.i18n import _, counted
from cap_desktop.words.numbers import figure, plain


def expected_words(gain: ExpectedGain, questionnaire: Questionnaire) -> str:
    """« Si cette pratique passe au niveau 3, le thème « Accueil » passe de 48 à 55. »."""
    return _(
        "Si cette pratique passe au niveau {rank}, {change}",
        rank=gain.rank,
        change=_theme_words(gain.theme, questionnaire),
    )


def observed_words(change: ScoreChange, questionnaire: Questionnaire) -> str:
    """« Depuis l’évaluation précédente, à questions égales, le thème « Accueil » passe… »."""
    return _(
        "Depuis l’évaluation précédente, à questions égales, {change}",
        change=_theme_words(change, questionnaire),
    )


def gain_words(change: ScoreChange, code: str, decimals: int) -> str:
    """« B5 peut gagner 8,3 points »; empty where nothing would move."""
    points = change.points
    if points is None or rounded(points, decimals) <= 0:
        return ""
    return counted(
        "{code} peut gagner {size} point",
        "{code} peut gagner {size} points",
        int(rounded(points, decimals)),
        code=code,
        size=figure(points, decimals),
    )


def _theme_words(change: ScoreChange, questionnaire: Questionnaire) -> str:
    title = questionnaire.outline.nodes[change.node].title
    if change.before is None or change.after is None:
        return _("le thème « {title} » n’a pas encore de score.", title=title)
    decimals = questionnaire.settings.decimals
    before, after = (plain(rounded(score, decimals)) for score in (change.before, change.after))
    if before == after:
        return _("le thème « {title} » reste à {score}.", title=title, score=before)
    return _(
        "le thème « {title} » passe de {before} à {after}.",
        title=title,
        before=before,
        after=after,
    )
