"""French names of the fields and things of a file, with their articles."""

from __future__ import annotations

from cap_desktop.errors import Problem
from cap_desktop.i18n import _

FIELDS = {
    "title": ("le titre", "de titre"),
    "short_title": ("le titre court", "de titre court (« short_title »)"),
    "description": ("la description", "de description"),
    "label": ("le libellé", "de libellé"),
    "text": ("le texte", "de texte"),
    "help": ("l’aide", "d’aide"),
    "why": ("le « pourquoi »", "de « pourquoi »"),
    "term": ("le terme", "de terme"),
    "definition": ("la définition", "de définition"),
    "message": ("le message", "de message"),
    "name": ("le nom", "de nom"),
    "note": ("la note", "de note"),
    "reason": ("la raison", "de raison"),
    "source": ("la source", "de source"),
    "unit": ("l’unité", "d’unité (« unit »)"),
    "id": ("l’identifiant", "d’identifiant (« id »)"),
    "kind": ("le type", "de type (« kind »)"),
    "version": ("la version", "de version"),
    "license": ("la licence", "de licence (« license »)"),
    "publisher": ("l’éditeur", "d’éditeur (« publisher »)"),
    "status": ("l’état", "d’état (« status »)"),
    "settings": ("les réglages", "de réglages (« settings »)"),
    "parts": ("les parties", "de parties (« parts »)"),
    "axes": ("les axes", "d’axes (« axes »)"),
    "themes": ("les thèmes", "de thèmes (« themes »)"),
    "questions": ("les questions", "de questions (« questions »)"),
    "levels": ("les niveaux", "de niveaux (« levels »)"),
    "options": ("les options", "d’options (« options »)"),
    "bands": ("les paliers de lecture", "de paliers de lecture (« bands »)"),
    "profile_fields": ("le profil", "de profil (« profile_fields »)"),
    "format": ("le format", "de format (« format »)"),
    "day": ("le jour", "de jour (« day »)"),
    "comment": ("le commentaire", "de commentaire (« comment »)"),
    "priority": ("la priorité", "de priorité (« priority »)"),
    "state": ("l’avancement", "d’avancement (« state »)"),
}
"""Field to its name with an article, then after « n’a pas »."""

HOLDERS = {
    "questionnaire": ("du questionnaire", "Le questionnaire"),
    "parts": ("de la partie", "La partie"),
    "axes": ("de l’axe", "L’axe"),
    "themes": ("du thème", "Le thème"),
    "questions": ("de la question", "La question"),
    "levels": ("du niveau", "Le niveau"),
    "options": ("de l’option", "L’option"),
    "reasons": ("de la raison", "La raison"),
    "conditions": ("de la condition", "La condition"),
    "bands": ("du palier de lecture", "Le palier de lecture"),
    "roles": ("du rôle", "Le rôle"),
    "profile_fields": ("du champ de profil", "Le champ de profil"),
    "glossary": ("du mot du lexique", "Le mot du lexique"),
    "suggestions": ("de la suggestion", "La suggestion"),
    "checks": ("du contrôle", "Le contrôle"),
    "frameworks": ("du référentiel", "Le référentiel"),
    "items": ("du chapitre", "Le chapitre"),
    "publisher": ("de l’éditeur", "L’éditeur"),
    "settings": ("des réglages", "Le bloc des réglages"),
    "lineage": ("de la lignée", "L’entrée de la lignée"),
    "retired": ("de l’identifiant retiré", "L’identifiant retiré"),
    "changelog": ("du journal des versions", "L’entrée du journal des versions"),
    "references": ("du repère", "Le repère"),
    "examples": ("de l’exemple", "L’exemple"),
    "resources": ("de la ressource", "La ressource"),
    "answers": ("de la réponse", "La réponse"),
    "actions": ("de l’action", "L’action"),
    "milestones": ("du jalon", "Le jalon"),
    "reviews": ("de la revue", "La revue"),
}
"""The list or object that holds a field: « de … », then « Le … » as a subject."""

KINDS = {
    "maturity": "une question à niveaux",
    "yesno": "une question oui/non",
    "single": "une question à choix unique",
    "multiple": "une question à choix multiple",
    "number": "une question chiffrée",
    "computed": "un indicateur calculé",
    "text": "une question à texte libre",
    "date": "une question de date",
}

THINGS = {
    "condition": "Aucune condition",
    "profile": "Aucun champ de profil",
    "question": "Aucune question",
    "node": "Aucune question, aucun thème, axe ou partie",
    "lineage": "Aucun identifiant vivant ou retiré",
    "option": "Aucune option de profil",
    "role": "Aucun rôle",
    "target": "Aucune question et aucun thème",
    "figure": "Aucune question chiffrée posée avant celle-ci",
    "framework": "Aucun référentiel",
    "item": "Aucun chapitre de ce référentiel",
    "reason": "Aucune raison de cette question",
    "choice": "Aucun niveau ni aucune option de cette question",
    "indicator": "Aucune question chiffrée",
    "suggestion": "Aucune suggestion",
}
"""What was looked for under an id that nothing has."""


def quoted(text: str) -> str:
    """Put a value between French quotes; an empty one stays empty."""
    return f"« {text} »" if text else ""


def listed(names: tuple[str, ...]) -> str:
    """Write names as a French list, the last one after « ou »."""
    shown = [quoted(name) for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return _("{names} ou {last}", names=", ".join(shown[:-1]), last=shown[-1])


def kind_phrase(kind: str) -> str:
    """« une question oui/non »: a kind of question with its article."""
    return KINDS.get(kind, quoted(kind))


def thing_phrase(case: str) -> str:
    """« Aucune question »: what bears no such id."""
    return THINGS.get(case, "Rien")


def holder_phrase(problem: Problem) -> str:
    """« le titre du questionnaire »: a field and what holds it."""
    holder, _dot, field = problem.name.rpartition(".")
    what = FIELDS.get(field, (_("le champ {name}", name=quoted(field)),))[0]
    return f"{what} {HOLDERS[holder][0]}" if holder in HOLDERS else what


def missing_phrase(problem: Problem) -> str:
    """« Le niveau n2 n’a pas de description. »."""
    field = FIELDS.get(problem.name, ("", _("de champ {name}", name=quoted(problem.name))))[1]
    subject = HOLDERS.get(problem.case, ("", _("Cet élément")))[1]
    if problem.seen:
        subject = f"{subject} {problem.seen}"
    return _("{subject} n’a pas {field}.", subject=subject, field=field)
