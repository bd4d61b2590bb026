"""What the home page says: the steps of the year, the one thing to do, and what comes after."""

from __future__ import annotations

from datetime import date

from cap_desktop.domain.scoring.standing import NextQuestion, PlanStanding, Standing
from cap_desktop.gui.home.journey import JourneyStep, StepState
from cap_desktop.gui.session.values import Value
from cap_desktop.i18n import _, counted
from cap_desktop.words.durations import duration
from cap_desktop.words.duties import duties_words
from cap_desktop.words.undecided import undecided_words


def journey_steps(standing: Standing) -> list[JourneyStep]:
    """The steps of the year and how far each one is; the first that is not done is the one."""
    is_answered = standing.left == 0 or standing.is_sealed
    discussed = len(standing.discussed)
    answering = _("{done} sur {asked}", done=standing.done, asked=standing.asked)
    talk = counted("{number} à discuter", "{number} à discuter", discussed)
    steps = [
        JourneyStep(_("Répondre"), answering, "done" if is_answered else "current"),
        JourneyStep(
            _("En discuter"),
            talk if discussed else _("rien à discuter"),
            _state(is_reached=is_answered, is_done=is_answered and not discussed),
        ),
        JourneyStep(
            _("Lire les résultats"),
            _("année terminée") if standing.is_sealed else _("ensuite"),
            _state(is_reached=is_answered and not discussed, is_done=standing.is_sealed),
        ),
        _acting(standing),
    ]
    now = next((step for step in steps if step.state == "current"), None)
    return [
        JourneyStep(step.title, step.note, "later")
        if step.state == "current" and step is not now
        else step
        for step in steps
    ]


def _acting(standing: Standing) -> JourneyStep:
    """The plan of the year: what was decided, carried out."""
    plan = own_plan(standing)
    if plan is None:
        later = _state(is_reached=standing.is_sealed, is_done=False)
        return JourneyStep(
            _("Agir"), _("à préparer") if standing.is_sealed else _("ensuite"), later
        )
    note = _("{done} sur {total}", done=plan.done, total=plan.total)
    return JourneyStep(_("Agir"), note, _state(is_reached=True, is_done=plan.done == plan.total))


def own_plan(standing: Standing) -> PlanStanding | None:
    """The plan of the year itself, where it has actions."""
    plan = standing.plan
    return plan if plan is not None and plan.year == standing.year and plan.total else None


def _state(*, is_reached: bool, is_done: bool) -> StepState:
    if is_done:
        return "done"
    return "current" if is_reached else "later"


def title(standing: Standing) -> str:
    """Where the year stands, as a sentence."""
    if standing.is_sealed:
        return _("L’évaluation {year} est terminée.", year=standing.year)
    if standing.left:
        return counted("Il reste {number} question.", "Il reste {number} questions.", standing.left)
    return _("Toutes les questions ont une réponse.")


class Now(Value):
    """The one thing to do: its words, and where its button leads.

    Without a question, it is to the results, or to the plan.
    """

    title: str
    note: str
    act: str
    question: str = ""
    is_plan: bool = False


def what_now(standing: Standing) -> Now:
    """Resume, then read the results, then act."""
    following = standing.following
    if following is not None and not standing.is_sealed:
        words, act = _("Commencer par « {theme} »", theme=following.theme), _("Commencer")
        if standing.done:
            words, act = _("Reprendre « {theme} »", theme=following.theme), _("Reprendre")
        return Now(words, _where(following), act, following.question)
    if not standing.is_sealed:
        note = _("Vous avez tout rempli. Regardez ensemble ce qui en ressort.")
        return Now(_("Lire vos résultats"), note, _("Voir les résultats"))
    if own_plan(standing) is None:
        note = _("L’année est terminée. Choisissez deux ou trois actions.")
        return Now(_("Préparer votre plan"), note, _("Préparer le plan"), is_plan=True)
    note = _("L’année est terminée. Notez où en est chaque action.")
    return Now(_("Suivre vos actions"), note, _("Ouvrir le plan"), is_plan=True)


def _where(following: NextQuestion) -> str:
    return _(
        "Question {rank} sur {asked}. Comptez {time} pour finir ce thème, en groupe.",
        rank=following.rank,
        asked=following.asked,
        time=duration(following.minutes),
    )


class ThingToDo(Value):
    """One thing to do: its drawing and tone, its words, and the question that it opens.

    Without a question, it opens the plan, or the profile.
    """

    icon: str
    tone: str
    title: str
    note: str
    act: str
    question: str = ""
    is_profile: bool = False


def things_to_do(standing: Standing, today: date) -> list[ThingToDo]:
    """What comes after, at most three things, the most useful first."""
    rows = _late_actions(standing, today)
    if standing.is_sealed:
        return rows
    for alert in standing.alerts[:1]:
        title = duties_words(len(standing.alerts))
        rows.append(
            ThingToDo("triangle-alert", "warning", title, alert.title, _("Ouvrir"), alert.question)
        )
    if standing.undecided:
        title = _("Compléter votre structure")
        note = undecided_words(standing.undecided)
        rows.append(
            ThingToDo("circle-question-mark", "accent", title, note, _("Ouvrir"), is_profile=True)
        )
    if standing.discussed:
        number = len(standing.discussed)
        title = counted(
            "Relire {number} question « à discuter »",
            "Relire {number} questions « à discuter »",
            number,
        )
        note = _("Pour en parler ensemble")
        rows.append(ThingToDo("flag", "attention", title, note, _("Relire"), standing.discussed[0]))
    if standing.unknown:
        number = len(standing.unknown)
        title = counted(
            "Revenir sur {number} « je ne sais pas »",
            "Revenir sur {number} « je ne sais pas »",
            number,
        )
        note = _("Quelqu’un d’autre a peut-être la réponse")
        rows.append(
            ThingToDo(
                "circle-question-mark", "accent", title, note, _("Compléter"), standing.unknown[0]
            )
        )
    if standing.missing_figures:
        number = len(standing.missing_figures)
        title = counted("Compléter {number} chiffre", "Compléter {number} chiffres", number)
        note = _("Préparez-les avec la personne qui tient les comptes")
        first = standing.missing_figures[0]
        rows.append(ThingToDo("chart-bar", "accent", title, note, _("Compléter"), first))
    return rows[:3]


def _late_actions(standing: Standing, today: date) -> list[ThingToDo]:
    plan = standing.plan
    late = 0 if plan is None else plan.late(today.isoformat())
    if plan is None or not late:
        return []
    title = counted("{number} action en retard", "{number} actions en retard", late)
    note = _("Plan d’amélioration {year}", year=plan.year)
    return [ThingToDo("triangle-alert", "warning", title, note, _("Ouvrir"))]
