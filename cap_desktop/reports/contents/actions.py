"""The plan: one table on a landscape page, then each action with all that was said of it."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.plan.plan import Action, Milestone, Review
from cap_desktop.i18n import _
from cap_desktop.reports.contents.inline import Runs, bold, cell, labelled, paragraph, runs
from cap_desktop.reports.contents.overview import ReportOverview
from cap_desktop.reports.contents.priorities import theme_badge
from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Section,
    Table,
)
from cap_desktop.words.action_states import (
    LATE,
    action_count,
    late_count,
    milestone_words,
    priority_words,
    progress_words,
    step_words,
)
from cap_desktop.words.actions import Labelled, field_name, figures_words, indicator_words, means
from cap_desktop.words.days import whole_day

ANCHOR = "actions"


def plan_table(shown: ReportOverview) -> Section:
    """Every action on a line, in the order the structure gave."""
    data = shown.data
    title = Heading(1, _("Nos actions pour {year}", year=data.year), ANCHOR)
    if not data.actions:
        return Section((title, paragraph(_("Le plan n’a pas encore d’action."))))
    return Section((title, paragraph(_lead(shown), "lead"), _table(shown)), "landscape")


def _lead(shown: ReportOverview) -> str:
    actions, today = shown.data.actions, shown.data.today
    said = action_count(len(actions))
    said = _("{count}, dans l’ordre choisi par la structure", count=said)
    late = sum(action.is_late(today) for action in actions)
    if late:
        said = _(
            "{said}, dont {late} au {day}",
            said=said,
            late=late_count(late),
            day=whole_day(today),
        )
    return said + "."


def _table(shown: ReportOverview) -> Table:
    columns = (
        Column(field_name("themes"), 1.3),
        Column(_("Action et objectif"), 7),
        Column(_("Pilote et échéance"), 3.3),
        Column(_("Moyens"), 3.7),
        Column(field_name("indicator"), 3.6),
        Column(field_name("priority"), 1.9),
        Column(field_name("state"), 2.4),
    )
    rows = tuple(_row(shown, action) for action in shown.data.actions)
    return Table(_("Les actions du plan"), columns, rows, is_title_hidden=True)


def _row(shown: ReportOverview, action: Action) -> tuple[Cell, ...]:
    questionnaire = shown.data.questionnaire
    due = "" if action.due is None else whole_day(action.due)
    is_late = action.is_late(shown.data.today)
    return (
        Cell(badge=_badge(shown, action)),
        cell(bold(action.title), runs(action.goal or "", "secondary")),
        cell(runs(action.owner), runs(due, "secondary")),
        cell(*(runs(text) for _label, text in means(action)[:2])),
        cell(
            runs(indicator_words(action, questionnaire)),
            runs(figures_words(action, questionnaire), "secondary"),
        ),
        cell(
            bold(priority_words(action), "attention")
            if action.priority == 1
            else runs(priority_words(action))
        ),
        cell(runs(progress_words(action)), bold(_(LATE), "attention") if is_late else runs("")),
    )


def _badge(shown: ReportOverview, action: Action) -> Badge | None:
    """The first theme of the action; its words name them all."""
    themes = shown.themes_of(action)
    if not themes:
        return None
    badge = theme_badge(themes[0])
    words = _("Thème {names}", names=", ".join(theme.standing.title for theme in themes))
    return Badge(badge.mark, badge.rank, words)


def action_cards(shown: ReportOverview) -> tuple[Section, ...]:
    """Each action in full; nothing where there is none."""
    if not shown.data.actions:
        return ()
    blocks: list[Block] = [
        Heading(1, _("Nos actions, une par une"), "fiches"),
        paragraph(_("Chaque action avec tout ce qui en a été dit."), "lead"),
    ]
    for action in shown.data.actions:
        blocks += _card(shown, action)
    return (Section(tuple(blocks)),)


def _card(shown: ReportOverview, action: Action) -> Iterator[Block]:
    yield Heading(2, action.title, badge=_badge(shown, action))
    yield Paragraph(tuple(_standing(shown, action)), "note")
    yield from (Paragraph(item) for item in _fields(shown, action))
    if action.milestones:
        yield Paragraph(bold(field_name("milestones")))
        yield Bullets(tuple(_milestone(item) for item in action.milestones))
    yield from (Paragraph(item) for item in _outcome(action))
    if action.reviews:
        yield Paragraph(bold(field_name("reviews")))
        yield Bullets(tuple(_review(item) for item in action.reviews))


def _standing(shown: ReportOverview, action: Action) -> Iterator[Run]:
    """One line: the priority, where the action stands, its themes."""
    said = [_("Priorité {word}", word=priority_words(action).lower()), progress_words(action)]
    said.append(_("Étape\u00a0: {step}", step=step_words(action)))
    if action.carried_from is not None:
        said.append(_("reprise du plan {year}", year=action.carried_from))
    themes = shown.themes_of(action)
    if themes:
        said.append(", ".join(f"{item.standing.code} {item.standing.title}" for item in themes))
    yield Run(" · ".join(said))
    if action.is_late(shown.data.today):
        yield Run(" · ")
        yield Run(_(LATE), "bold", "attention")


def _fields(shown: ReportOverview, action: Action) -> Iterator[Runs]:
    due = "" if action.due is None else whole_day(action.due)
    followed = indicator_words(action, shown.data.questionnaire)
    figures = figures_words(action, shown.data.questionnaire)
    lines = (
        ((field_name("finding"), action.finding or ""),),
        ((field_name("goal"), action.goal or ""),),
        ((_("Pratiques visées"), _questions(shown, action)),),
        (
            (field_name("owner"), action.owner),
            (field_name("contributors"), action.contributors),
            (field_name("due"), due),
        ),
        means(action),
        ((field_name("indicator"), ", ".join(text for text in (followed, figures) if text)),),
    )
    for line in lines:
        filled = tuple((label, text) for label, text in line if text.strip())
        if filled:
            yield _line(filled)


def _line(fields: tuple[Labelled, ...]) -> Runs:
    """A few short fields one after the other."""
    found: list[Run] = []
    for rank, (label, text) in enumerate(fields):
        found += [Run(" · ")] if rank else []
        found += labelled(label, text)
    return tuple(found)


def _questions(shown: ReportOverview, action: Action) -> str:
    """The numbers and titles of the questions, with the level aimed at."""
    said = []
    for number, entry, _resolved in shown.entries():
        if entry.id in action.questions or entry.id in action.expected_level:
            words = f"{number} {entry.question.title}"
            aim = action.expected_level.get(entry.id)
            if aim is not None:
                words = _("{words} (niveau visé\u00a0: {rank})", words=words, rank=aim)
            said.append(words)
    return "\n".join(said)


def _milestone(item: Milestone) -> Runs:
    day, state = whole_day(item.day), milestone_words(item)
    return (
        Run(_("{day}, {state}\u00a0: ", day=day, state=state), tone="secondary"),
        Run(item.title),
    )


def _outcome(action: Action) -> Iterator[Runs]:
    fields = (
        (field_name("proof"), action.proof),
        (_("Fichiers de preuve"), ", ".join(action.proof_files)),
        (field_name("effectiveness"), action.effectiveness),
        (field_name("drop_reason"), action.drop_reason),
    )
    return (labelled(label, text) for label, text in fields if text)


def _review(item: Review) -> Runs:
    day = whole_day(item.day)
    if item.role.strip():
        who = _("{day}, {role}\u00a0: ", day=day, role=item.role)
    else:
        who = _("{day}\u00a0: ", day=day)
    return (Run(who, tone="secondary"), Run(item.comment))
