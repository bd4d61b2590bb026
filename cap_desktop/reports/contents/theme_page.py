"""A theme: each practice with the level chosen, the other answers, the actions planned."""

from __future__ import annotations

from collections.abc import Iterator

from cap_desktop.domain.plan.gains import level_of
from cap_desktop.domain.questionnaire.outline import QuestionEntry
from cap_desktop.domain.questionnaire.questions import MaturityQuestion, TextQuestion
from cap_desktop.domain.scoring.states import Resolved
from cap_desktop.i18n import _
from cap_desktop.reports.contents.answers import around, level_badge, said
from cap_desktop.reports.contents.free_texts import ANCHOR as TEXTS
from cap_desktop.reports.contents.inline import (
    Runs,
    anchor,
    bold,
    cell,
    paragraph,
    runs,
    text_cell,
)
from cap_desktop.reports.contents.overview import ReportOverview, ThemeView
from cap_desktop.reports.document import (
    Badge,
    Block,
    Card,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Section,
    Table,
)
from cap_desktop.words.actions import figures_words, indicator_words
from cap_desktop.words.days import whole_day
from cap_desktop.words.numbers import NONE, figure

NumberedQuestion = tuple[int, QuestionEntry]


def theme_page(shown: ReportOverview, view: ThemeView) -> Section:
    """One theme on its page."""
    part = shown_part(shown, view)
    blocks: list[Block] = [
        paragraph(part, "eyebrow"),
        Heading(1, view.theme.title, anchor("theme", view.theme.id), _great_badge(shown, view)),
    ]
    if view.theme.description:
        blocks.append(paragraph(view.theme.description))
    blocks += _bounds(shown, view)
    blocks += _practices(shown, view)
    blocks += _texts(view)
    blocks += _actions(shown, view)
    blocks += _others(shown, view)
    return Section(tuple(blocks))


def shown_part(shown: ReportOverview, view: ThemeView) -> str:
    """« A · Nos pratiques au regard du projet associatif »."""
    part = next(item for item in shown.parts if item.part.id == view.part.id)
    return f"{part.standing.code} · {part.part.title}"


def _great_badge(shown: ReportOverview, view: ThemeView) -> Badge:
    item, decimals = view.standing, shown.data.decimals
    words = [item.reading()]
    if item.year:
        words += [item.past(decimals), item.change_words(decimals)]
    return Badge(figure(item.score, decimals), item.rank, "\n".join(words))


def _bounds(shown: ReportOverview, view: ThemeView) -> Iterator[Block]:
    """What a provisional score may become, and what keeps a score down."""
    item, decimals = view.standing, shown.data.decimals
    if item.is_provisional and item.coverage and item.lower is not None:
        low, high = figure(item.lower, decimals), figure(item.upper, decimals)
        words = _("Score provisoire\u00a0: entre {low} et {high}.", low=low, high=high)
        yield Paragraph(bold(words))
    states = shown.data.results.questions
    for name in shown.data.results.nodes[view.theme.id].capped_by:
        question = states[name].entry.question
        if question.critical is not None:
            words = _(
                "Score plafonné à {cap} par «\u00a0{title}\u00a0»",
                cap=figure(question.critical.cap, 0),
                title=question.title,
            )
            yield Paragraph(bold(words, "warning"))


def _practices(shown: ReportOverview, view: ThemeView) -> Iterator[Block]:
    """The practices as a grid of levels."""
    found = tuple(item for item in view.entries if isinstance(item[1].question, MaturityQuestion))
    if found:
        yield _grid(shown, found)
        yield paragraph(_legend(shown), "caption")


def _others(shown: ReportOverview, view: ThemeView) -> Iterator[Block]:
    """The figures and all that is neither a practice nor a free text."""
    apart = (MaturityQuestion, TextQuestion)
    found = tuple(item for item in view.entries if not isinstance(item[1].question, apart))
    if found:
        yield _table(shown, found)


def _texts(view: ThemeView) -> Iterator[Block]:
    """Where the free text of the theme stands."""
    if any(isinstance(entry.question, TextQuestion) for _number, entry in view.entries):
        said = (
            Run(_("La réponse libre de ce thème est dans ")),
            Run(_("Nos réponses libres"), target=TEXTS),
            Run("."),
        )
        yield Paragraph(said, "note")


def _legend(shown: ReportOverview) -> str:
    this, last = shown.years
    if not last:
        return _("Carré\u00a0: niveau {year}.", year=this)
    return _(
        "Carré\u00a0: niveau {this}. Rond en tirets\u00a0: niveau {last}, s’il a changé.",
        this=this,
        last=last,
    )


def _grid(shown: ReportOverview, entries: tuple[NumberedQuestion, ...]) -> Table:
    count = max(len(entry.question.choices) for _number, entry in entries)
    columns = (
        Column(_("N°"), 0.75),
        Column(_("Pratique et niveau retenu"), 12),
        *(Column(str(rank), 0.9, "middle") for rank in range(count)),
    )
    rows = tuple(
        (text_cell(str(number)), _question(shown, entry), *_levels(shown, entry, count))
        for number, entry in entries
    )
    return Table(_("Les pratiques et leur niveau"), columns, rows, is_title_hidden=True)


def _levels(shown: ReportOverview, entry: QuestionEntry, count: int) -> Iterator[Cell]:
    resolved, before = shown.data.results.questions[entry.id], shown.before(entry.id)
    now, then = level_of(resolved), None if before is None else level_of(before)
    for rank in range(count):
        if rank == now:
            yield Cell(badge=level_badge(resolved, shown.years[0]))
        elif before is not None and rank == then:
            yield Cell(badge=level_badge(before, shown.years[1], is_ring=True))
        else:
            yield Cell()


def _question(shown: ReportOverview, entry: QuestionEntry) -> Cell:
    resolved = shown.data.results.questions[entry.id]
    words: list[Runs] = [runs(entry.question.title)]
    if level_of(resolved) is None:
        words.append(bold(said(resolved, shown.data.decimals), "secondary"))
    return cell(*words, *_around(shown, resolved))


def _around(shown: ReportOverview, resolved: Resolved) -> Iterator[Runs]:
    return around(resolved, is_discussed=resolved.entry.id in shown.data.discussed)


def _table(shown: ReportOverview, entries: tuple[NumberedQuestion, ...]) -> Table:
    this, last = shown.years
    columns = (
        Column(_("N°"), 0.75),
        Column(_("Autres réponses"), 10),
        *((Column(last, 2.6, "end"),) if last else ()),
        Column(this, 2.7, "end"),
    )
    rows = tuple(_row(shown, number, entry) for number, entry in entries)
    return Table(_("Les chiffres et les autres réponses"), columns, rows, is_title_hidden=True)


def _row(shown: ReportOverview, number: int, entry: QuestionEntry) -> tuple[Cell, ...]:
    resolved, decimals = shown.data.results.questions[entry.id], shown.data.decimals
    before = shown.before(entry.id)
    past = NONE if before is None else said(before, decimals)
    return (
        text_cell(str(number)),
        cell(runs(entry.question.title), *_around(shown, resolved)),
        *((cell(runs(past, "secondary")),) if shown.years[1] else ()),
        cell(bold(said(resolved, decimals))),
    )


def _actions(shown: ReportOverview, view: ThemeView) -> Iterator[Block]:
    questionnaire = shown.data.questionnaire
    for action in shown.data.actions:
        if action.state == "dropped" or view not in shown.themes_of(action):
            continue
        due = "" if action.due is None else _("avant le {day}", day=whole_day(action.due))
        about = ", ".join(text for text in (action.owner, due) if text)
        followed = indicator_words(action, questionnaire)
        figures = figures_words(action, questionnaire)
        aim = ", ".join(text for text in (followed, figures) if text)
        if aim:
            aim = _("Indicateur de suivi\u00a0: {aim}", aim=aim)
        rest = tuple(runs(text, "secondary") for text in (about, aim) if text)
        title = _("Action terminée") if action.state == "done" else _("Action prévue")
        yield Card(title, (runs(action.title), *rest))
