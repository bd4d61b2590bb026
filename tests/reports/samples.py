"""A made-up report with one of everything, and reports of hostile texts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import cos, pi, sin

from cap_desktop.charts.radar import radar
from cap_desktop.charts.score_bar import score_bar
from cap_desktop.charts.shapes import Anchor, Dot, Figure, Polygon, Shape, TextShape
from cap_desktop.charts.shapes import ChartTable as Equivalent
from cap_desktop.reports.document import (
    Badge,
    Block,
    Bullets,
    Card,
    Cell,
    Column,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    SideBySide,
    Signature,
    Table,
)
from cap_desktop.words.score_line import ScoreLine

BANDS = ("Émergent", "En chemin", "En place", "Ancré")
THEMES = (
    ("A1", "Projet et valeurs", 75, 70),
    ("A2", "Gouvernance", 58, 56),
    ("A3", "Accueil et intégration", 79, 72),
    ("A4", "Accompagnement", 64, 61),
    ("A5", "Formation", 48, 50),
    ("A6", "Conditions de travail", 67, 65),
    ("A7", "Modèle économique", 55, 55),
    ("B1", "Accès à l’emploi", 69, 63),
    ("B2", "Pouvoir d’agir", 46, 42),
    ("B3", "Services au territoire", 71, 67),
    ("B4", "Coopérations", 62, 57),
    ("B5", "Transition écologique", 28, 33),
)


def rank(score: int) -> int:
    return 1 if score < 30 else 2 if score < 50 else 3 if score < 70 else 4


def words(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def paragraph(text: str) -> Paragraph:
    return Paragraph(words(text))


def cell(text: str, *more: str) -> Cell:
    first = (Run(text, "bold") if more else Run(text),)
    return Cell((first, *((Run(other, tone="secondary"),) for other in more)))


def bold(text: str) -> Cell:
    return Cell(((Run(text, "bold"),),))


def standings() -> tuple[ScoreLine, ...]:
    return tuple(
        ScoreLine(
            name, code, name, Fraction(score), None, None, Fraction(100), rank(score),
            BANDS[rank(score) - 1], Fraction(former), Fraction(score - former),
        )
        for code, name, score, former in THEMES
    )  # fmt: skip


def portrait() -> Figure:
    """The year as petals, like the cover's."""
    centre, inner, outer = (300.0, 230.0), 50.0, 160.0
    shapes: list[Shape] = [
        Dot(centre, outer, "surface", "line"),
        Dot(centre, 105, "surface", "line"),
    ]
    step = 2 * pi / len(THEMES)
    for at, (_code, name, score, _former) in enumerate(THEMES):
        start, end = at * step - pi / 2 + 0.02, (at + 1) * step - pi / 2 - 0.02
        reach = inner + (outer - inner) * score / 100
        turns = [start + (end - start) * part / 8 for part in range(9)]
        places = [(centre[0] + reach * cos(t), centre[1] + reach * sin(t)) for t in turns]
        places += [(centre[0] + inner * cos(t), centre[1] + inner * sin(t)) for t in turns[::-1]]
        level = f"level_{rank(score)}"
        shapes.append(Polygon(tuple(places), f"{level}_fill", stroke=f"{level}_outline"))
        middle = (start + end) / 2
        shapes.append(
            TextShape(
                (centre[0] + (reach - 16) * cos(middle), centre[1] + (reach - 16) * sin(middle)),
                str(score), 11, f"{level}_ink", bold=True,
            )
        )  # fmt: skip
        x, y = centre[0] + (outer + 10) * cos(middle), centre[1] + (outer + 12) * sin(middle)
        anchor: Anchor = "start" if cos(middle) > 0.1 else "end" if cos(middle) < -0.1 else "middle"
        shapes.append(TextShape((x, y), name, 10, anchor=anchor))
    return Figure(600, 460, tuple(shapes), "Douze thèmes, du plus ancré, Accueil et intégration, "
                  "au moins ancré, Transition écologique.", Equivalent("", (), ()))  # fmt: skip


def cover(figure: Figure | None = None) -> Cover:
    return Cover(
        "CAP Auto-évaluation des structures d’insertion",
        "Plan d’amélioration\n2026",
        "L’Établi des Deux Rives",
        "Atelier et chantier d’insertion · Coorace Pays de la Loire",
        figure,
        tuple(Badge(str(at), at, name) for at, name in enumerate(BANDS, start=1)),
        "Accord du 24 novembre 2026, à huit voix\u00a0: direction, conseil d’administration, "
        "permanents, salariés.",
        "Document de travail",
    )


def report(*sections: Section, figure: Figure | None = None) -> Report:
    return Report(
        "Plan d’amélioration 2026",
        "Auto-évaluation CAP",
        "L’Établi des Deux Rives",
        cover(figure),
        sections,
        "L’Établi des Deux Rives · Plan d’amélioration 2026",
        ("cap@2026.1.0", "moteur 1", "données 5f3a"),
        date(2026, 11, 24),
    )


def of_blocks(*blocks: Block) -> Report:
    return report(Section((Heading(1, "Essai", "essai"), *blocks)))


def rich() -> Report:
    """Everything at once, on about ten pages."""
    return report(
        _summary(), _contents(), _plan(), *(_theme(at) for at in range(5)), _end(),
        figure=portrait(),
    )  # fmt: skip


def _summary() -> Section:
    bars = Table(
        "Les thèmes en barres",
        (Column("", 0.8), Column("Thème", 4), Column("Score", 1.1, "end"),
         Column("Écart", 1.2, "end")),
        tuple(
            (cell(code), cell(name), bold(str(score)), cell(f"{score - former:+d}"))
            for code, name, score, former in THEMES
        ),
        is_title_hidden=True,
    )  # fmt: skip
    indicators = Table(
        "Trois chiffres à suivre",
        (Column("Indicateur", 6), Column("2025", 1.4, "end"), Column("2026", 1.4, "end"),
         Column("Repère", 1.4, "end")),
        (
            (cell("Taux de sorties dynamiques"), cell("57,9\u00a0%"),
             bold("63,6\u00a0%"), cell("60,0\u00a0%")),
            (cell("Heures de formation par salarié en insertion"), cell("18\u00a0h"),
             bold("21\u00a0h"), cell("24\u00a0h")),
        ),
    )  # fmt: skip
    first = score_bar(standings()[0], 487, 24, 0)
    return Section(
        (
            Heading(1, "L’essentiel en une page", "essentiel"),
            Paragraph(words("L’Établi des Deux Rives · CAP 2026, comparé à 2025"), "lead"),
            KeyFigures(
                (
                    KeyFigure("64", "sur 100", "Nos pratiques", "3 points de plus qu’en 2025"),
                    KeyFigure("56", "sur 100", "Notre impact territorial", "4 points de plus"),
                    KeyFigure("110", "questions", "Répondues par 8 personnes"),
                )
            ),
            SideBySide(
                (
                    Heading(2, "Vue d’ensemble"),
                    Picture(radar(standings(), ("2026", "2025"), 0, 300, 290)),
                    Paragraph(words("Trait plein\u00a0: 2026. Tirets\u00a0: 2025."), "caption"),
                ),
                (Heading(2, "Les thèmes"), bars),
                0.45,
            ),
            Picture(first),
            indicators,
        )
    )


def _contents() -> Section:
    return Section(
        (
            Heading(1, "Comment lire ce document", "lire"),
            Paragraph(
                (
                    Run("Ce document part de "),
                    Run("110 réponses", "bold"),
                    Run(". Le plan est à la page "),
                    Run("Nos actions", target="actions"),
                    Run(", l’ensemble à "),
                    Run("L’essentiel", target="essentiel"),
                    Run("."),
                )
            ),
            Bullets(
                (
                    words("Un score est la position que la structure se donne."),
                    (Run("Personne", "bold"), Run(" n’est noté.")),
                    words("Une longue ligne qui passe à la suivante. " * 4),
                )
            ),
            Bullets((words("Relire."), words("Signer.")), is_ordered=True),
            Table(
                "Sommaire",
                (Column("Partie", 6), Column("Page", 1, "end")),
                tuple(
                    (Cell(((Run(title, target=anchor),),)), Cell(((Run("", target=anchor),),)))
                    for title, anchor in (
                        ("L’essentiel en une page", "essentiel"),
                        ("Nos actions pour 2026-2027", "actions"),
                        ("Méthode et participants", "methode"),
                    )
                ),
            ),
            Paragraph(words("On nous écoute davantage qu’avant.\nC’est nouveau."), "quote"),
            Heading(2, "Les tons"),
            Paragraph(
                (
                    Run("Attention", tone="attention"),
                    Run(", alerte", tone="warning"),
                    Run(", réussite", tone="success"),
                    Run(", accent", tone="accent"),
                    Run(", discret.", tone="secondary"),
                )
            ),
            Heading(4, "Un titre qui saute un niveau"),
            Paragraph(words("La structure ne saute rien."), "note"),
        )
    )


def _plan() -> Section:
    actions = (
        ("A4", 3, "Tenir le rendez-vous des trois mois avec chaque personne",
         "Relire chaque projet tous les trois mois", "Inès Roux", "31 mars 2027",
         "2\u00a0h par mois par accompagnateur", "9 projets sur 10 revus à temps", "Haute"),
        ("B5", 2, "Peser et trier les déchets de l’atelier", "Connaître et réduire nos déchets",
         "Marc Le Goff", "30 avril 2027", "Balance, trois bacs de tri (480\u00a0€)",
         "20\u00a0% de déchets en moins en un an", "Haute"),
        ("A2", 3, "Inviter deux salariés à l’assemblée générale",
         "Ouvrir la vie de l’association", "Paul Hervé", "12 juin 2027",
         "Temps de préparation (une journée)", "Deux prises de parole", "Basse"),
    ) * 4  # fmt: skip
    rows = tuple(
        (
            Cell(badge=Badge(code, level, f"{code}, {BANDS[level - 1]}")),
            cell(title, aim),
            Cell((words(who), (Run(when, tone="secondary"),))),
            cell(means),
            cell(success),
            Cell(((Run(priority, "bold", "attention" if priority == "Haute" else "text"),),)),
        )
        for code, level, title, aim, who, when, means, success, priority in actions
    )
    table = Table(
        "Nos actions",
        (Column("Axe", 1), Column("Action et objectif", 7.4), Column("Pilote et échéance", 3),
         Column("Moyens", 3.7), Column("Indicateur de réussite", 3.7), Column("Priorité", 1.7)),
        rows,
        is_title_hidden=True,
    )  # fmt: skip
    return Section(
        (
            Heading(1, "Nos actions pour 2026-2027", "actions"),
            Paragraph(words("12 actions, de la plus urgente à la moins urgente"), "lead"),
            table,
        ),
        "landscape",
    )


QUESTIONS = (
    ("Le parcours est-il expliqué dès l’arrivée\u00a0?", "", 3, 3),
    ("Chaque personne a-t-elle un référent\u00a0?",
     "Un référent et un suppléant depuis janvier.", 4, 3),
    ("Le projet de chaque personne est-il construit avec elle\u00a0?",
     "Les rendez-vous des trois mois sont à tenir.", 2, 2),
    ("Les freins (logement, santé, mobilité) sont-ils repérés\u00a0?", "", 3, 3),
    ("Les progrès sont-ils notés et partagés\u00a0?", "Bilan écrit remis à chaque personne.", 0, 2),
    ("L’accès aux droits est-il suivi\u00a0?",
     "Le suivi s’est arrêté au printemps, faute de temps.", 1, 4),
)  # fmt: skip


def _theme(at: int) -> Section:
    code, name, score, _former = THEMES[at]
    rows = []
    for number, (question, comment, now, before) in enumerate(QUESTIONS * 2, start=1):
        levels = []
        for level in range(5):
            badge = None
            if level == now:
                badge = Badge(str(level), level, f"Niveau {level} en 2026")
            elif level == before:
                badge = Badge("", level, f"Niveau {level} en 2025", is_ring=True)
            levels.append(Cell(badge=badge))
        said = Cell((words(question), *(((Run(comment, tone="secondary"),),) if comment else ())))
        rows.append((cell(str(number)), said, *levels))
    return Section(
        (
            Paragraph(words("A · Nos pratiques au regard du projet associatif"), "eyebrow"),
            Heading(1, f"{name} des parcours", f"theme-{code}",
                    Badge(str(score), rank(score),
                          f"{BANDS[rank(score) - 1]}\n3 points de plus qu’en 2025")),
            paragraph("Ce thème regarde comment chaque personne est accueillie, suivie et aidée "
                      "à construire son projet, de son arrivée à l’après."),
            Table(
                "Question et niveau retenu",
                (Column("", 0.6), Column("Question et niveau retenu", 13),
                 *(Column(str(level), 0.9, "middle") for level in range(5))),
                tuple(rows),
                is_title_hidden=True,
            ),
            Card("Action prévue",
                 (words("Tenir le rendez-vous des trois mois avec chaque personne."),
                  words("Inès Roux, avant le 31 mars 2027. Réussite\u00a0: 9 projets sur 10."))),
        )
    )  # fmt: skip


def _end() -> Section:
    strong = Table(
        "Nos points forts",
        (Column("Thème", 5), Column("Score", 1, "end")),
        tuple(
            (Cell((( Run(name, "bold"),), words("7 points de plus qu’en 2025")),
                  Badge(str(rank(score)), rank(score), BANDS[rank(score) - 1])),
             bold(str(score)))
            for _code, name, score, _former in THEMES[:3]
        ),
    )  # fmt: skip
    return Section(
        (
            Heading(1, "Méthode et participants", "methode"),
            Heading(2, "Forces", badge=Badge("4", 4, "Ancré")),
            SideBySide((strong,), (strong,)),
            Heading(3, "Qui a répondu"),
            paragraph("Huit personnes ont répondu en trois réunions."),
            Signature(
                ("Pour le conseil d’administration", "Pour la direction", "Pour les salariés")
            ),
        )
    )
