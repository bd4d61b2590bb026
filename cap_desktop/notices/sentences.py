"""The sentences themselves, by code and case.

Braces: ``name`` and ``seen`` between quotes, ``bare`` and ``raw`` without; ``expected`` is a
list between quotes, ``first`` and ``last`` its ends; ``kind`` and ``thing`` are phrases.
"""

from __future__ import annotations

from cap_desktop.i18n import mark as _

SENTENCES: dict[tuple[str, str], str] = {
    # The file as a whole.
    ("E-JSON", "syntax"): _("Le fichier n’est pas du JSON valable (ligne et colonne {raw})."),
    ("E-JSON", "encoding"): _("Le fichier n’est pas écrit en UTF-8 (octet {raw})."),
    ("E-JSON", "bom"): _("Le fichier commence par une marque d’ordre (BOM), à retirer."),
    ("E-JSON", "null"): _("Le fichier ne contient rien (« null »)."),
    ("E-JSON", "constant"): _("{seen} n’est pas un nombre JSON."),
    ("E-JSON", "depth"): _("Le fichier emboîte plus de {raw} niveaux."),
    ("E-JSON", "digits"): _("Le fichier contient un nombre démesuré."),
    ("E-JSON", "duplicate"): _("Le champ {seen} est écrit deux fois."),
    ("E-FORMAT", "format"): _("Le format est {seen} ; {expected} était attendu."),
    ("E-FORMAT", "no_format"): _("Le format n’est pas indiqué ; {expected} était attendu."),
    ("E-FORMAT", "type"): _("La valeur de {name} n’a pas la forme attendue."),
    ("E-FORMAT", "digest"): _("{seen} n’est pas une empreinte « sha256:… »."),
    ("E-FORMAT", "date"): _("{seen} n’est pas une date AAAA-MM-JJ."),
    ("E-FORMAT", "list"): _("La réponse doit être une liste d’options."),
    ("E-FORMAT", "text"): _("La réponse doit être un texte entre guillemets."),
    ("E-FORMAT", "ratio"): _("La réponse doit donner les deux nombres « num » et « den »."),
    ("E-FORMAT", "several"): _(
        "La réponse dit plusieurs choses à la fois : garder une valeur, « na » ou « unknown »."
    ),
    ("E-UNKNOWN-FIELD", ""): _("Champ inconnu {name}."),
    ("E-UNKNOWN-FIELD", "near"): _("Champ inconnu {name}."),
    ("E-UNKNOWN-FIELD", "kind"): _("{name} n’existe pas pour {kind}."),
    ("E-UNKNOWN-FIELD", "value_input"): _("{name} ne sert qu’à un rapport (input = « ratio »)."),
    ("E-UNKNOWN-FIELD", "target"): _("Seul un indicateur chiffré peut avoir une cible propre."),
    ("E-UNKNOWN-FIELD", "computed"): _("Cet indicateur est calculé : il ne se saisit pas."),
    ("E-VERSION", ""): _(
        "La version {seen} doit s’écrire MAJEUR.MINEUR.CORRECTIF, par exemple 2026.1.0."
    ),
    ("E-VERSION", "other"): _("Ces réponses sont pour {seen}, et le questionnaire est {expected}."),
    # Texts and values.
    ("E-TEXT-CONTROL", ""): _("Le texte contient un caractère de contrôle ({raw})."),
    ("E-LIMIT", "text"): _("Le texte a {raw} caractères ; {first} au plus."),
    ("E-LIMIT", "short_title"): _("Le titre court a {raw} caractères ; {first} au plus."),
    ("E-LIMIT", "parts"): _("Le questionnaire a {raw} questions ; {first} au plus."),
    ("E-LIMIT", "conditions"): _("Le questionnaire a {raw} conditions ; {first} au plus."),
    ("E-LIMIT", "answer"): _("La réponse a {raw} caractères ; {first} au plus."),
    ("E-EMPTY", "null"): _("La valeur est vide (« null ») : retirer le champ."),
    ("E-EMPTY", "list"): _("La liste {name} est vide."),
    ("E-DECIMAL", ""): _(
        "{seen} n’est pas un nombre décimal comme « 12 » ou « 1.5 » : neuf chiffres au plus "
        "avant le point, six après, sans espace ni exposant."
    ),
    ("E-DECIMAL", "french"): _("{seen} n’est pas un nombre comme « 12 » ou « 1,5 »."),
    ("E-RANGE", "decimal"): _("La valeur {raw} est hors limites : {first}."),
    ("E-RANGE", "whole"): _("La valeur {raw} est hors limites : entier de {first}."),
    ("E-RANGE", "whole_type"): _("{seen} n’est pas un nombre entier."),
    ("E-RANGE", "multiple"): _("Le type de structure doit accepter plusieurs réponses."),
    ("E-RANGE", "min_max"): _("Le maximum est plus petit que le minimum."),
    ("E-RANGE", "one_option"): _("Le champ de profil {name} n’accepte qu’une option."),
    ("E-RANGE", "negative"): _("Le second nombre d’un rapport ne peut pas être négatif."),
    ("E-RANGE", "whole_answer"): _("La valeur {raw} doit être un nombre entier."),
    ("E-RANGE", "answer"): _(
        "La valeur {raw} est hors des limites de la question ({first} à {last})."
    ),
    ("E-ENUM", ""): _("Valeur inconnue {seen} ; valeurs possibles : {expected}."),
    ("E-LOCALE", "tag"): _("{seen} n’est pas un code de langue comme « fr » ou « fr-x-falc »."),
    ("E-LOCALE", "default"): _(
        "La langue {seen} n’est pas dans la liste des langues ({expected})."
    ),
    ("E-LOCALE", "undeclared"): _("La langue {seen} n’est pas déclarée ({expected})."),
    # Ids.
    ("E-ID-FORMAT", ""): _("Identifiant {seen} : minuscules, chiffres et _ seulement."),
    ("E-ID-FORMAT", "long"): _("Identifiant {seen} : 40 caractères au plus."),
    ("E-ID-FORMAT", "questionnaire"): _(
        "Identifiant de questionnaire {seen} : minuscules, chiffres, - et _, 40 au plus."
    ),
    ("E-ID-RESERVED", ""): _(
        "Identifiant {seen} : un tableur le prendrait pour une date ou un oui/non."
    ),
    ("E-ID-DUPLICATE", ""): _("L’identifiant {seen} sert déjà ici : {bare}."),
    ("E-ID-DUPLICATE", "choice"): _("L’option {seen} est choisie deux fois."),
    ("E-ID-RETIRED", ""): _("L’identifiant {seen} est retiré : il ne peut plus servir."),
    ("E-ID-RETIRED", "forgotten"): _(
        "L’identifiant {seen}, retiré dans la version d’avant, doit rester dans « retired »."
    ),
    ("E-KIND", ""): _("Type de question inconnu {seen} ; types possibles : {expected}."),
    ("E-KIND", "provisional"): _("Seul un chiffre saisi peut être provisoire, pas {kind}."),
    ("E-MISSING", "structure_type"): _(
        "Le profil doit demander le type de structure (« structure_type »)."
    ),
    ("E-MISSING", "no_previous"): _("La version d’avant (« previous ») n’est pas nommée."),
    ("E-MISSING", "breakpoints"): _(
        "Une question chiffrée qui compte a besoin de points de barème."
    ),
    ("E-MISSING", "subject"): _("Le test ne dit pas ce qu’il regarde : {expected}."),
    # A filled workbook.
    ("E-XLSX-SHEET", ""): _("Feuille inconnue {seen}."),
    ("E-XLSX-SHEET", "missing"): _("La feuille {seen} manque."),
    ("E-XLSX-COLUMN", ""): _("Colonne inconnue {seen}."),
    ("E-XLSX-COLUMN", "missing"): _("La colonne {seen} manque : la première ligne la nomme."),
    ("E-XLSX-MERGED", ""): _("Des cellules sont fusionnées ici : les séparer."),
    ("E-XLSX-FORMULA", ""): _("La cellule contient une formule : coller sa valeur seule."),
    ("E-XLSX-CONFLICT", "column"): _("La colonne {seen} est là deux fois."),
    ("E-XLSX-CONFLICT", "row"): _("La ligne {seen} est là deux fois, aussi en {bare}."),
    ("E-XLSX-CONFLICT", "both"): _("{seen} et une réponse à la fois : effacer l’un des deux."),
    ("E-XLSX-TYPE", "error"): _("La cellule montre une erreur de calcul ({raw})."),
    ("E-XLSX-TYPE", "no_key"): _("La ligne n’a pas de clé dans la colonne « cle »."),
    ("E-XLSX-TYPE", "no_row"): _("La ligne {seen} manque dans cette feuille."),
    ("E-XLSX-TYPE", "key"): _("La clé {seen} n’est plus un texte."),
    ("E-XLSX-TYPE", "row_key"): _("Aucune ligne n’a la clé {seen} dans ce questionnaire."),
    ("E-XLSX-TYPE", "profile_key"): _("Aucune ligne du profil n’a la clé {seen}."),
    ("E-XLSX-TYPE", "no_start"): _("La suite du texte de {seen} est là, et non son début."),
    ("E-XLSX-TYPE", "figure"): _("{seen} n’est pas un nombre pour le tableur."),
    ("E-XLSX-TYPE", "percent"): _("La cellule est en pourcentage, et l’unité n’est pas « % »."),
    ("E-XLSX-TYPE", "half"): _("Il manque l’un des deux nombres."),
    ("E-XLSX-TYPE", "in_rows_under"): _("La réponse se donne dans les lignes du dessous."),
    ("E-XLSX-TYPE", "tick"): _("{seen} ne dit pas si la ligne est cochée : « x » ou rien."),
    ("E-XLSX-TYPE", "choice"): _("{seen} n’est pas dans la liste de cette cellule."),
    ("E-XLSX-TYPE", "day"): _("{seen} n’est pas un jour comme « 31/12/2026 »."),
    ("E-XLSX-TYPE", "unanswered"): _(
        "{seen} ne dit pas pourquoi la réponse manque : « Je ne sais pas » ou « Non applicable »."
    ),
    ("E-XLSX-NOTE", "hidden_row"): _("La ligne est masquée, et a été lue."),
    ("E-XLSX-NOTE", "hidden_column"): _("La colonne est masquée, et a été lue."),
    ("E-XLSX-NOTE", "rich"): _("La mise en forme du texte n’est pas gardée."),
    ("E-XLSX-NOTE", "beside"): _("La cellule est hors des colonnes connues : elle n’est pas lue."),
    # References.
    **{
        ("E-REF", case): _("{thing} ne porte l’identifiant {seen}.")
        for case in (
            "",
            "condition",
            "profile",
            "question",
            "node",
            "lineage",
            "option",
            "role",
            "target",
            "figure",
            "framework",
            "item",
            "choice",
            "reason",
            "indicator",
            "suggestion",
        )
    },
    ("E-REF", "previous"): _(
        "La version d’avant annoncée est {seen} ; celle du fichier est {expected}."
    ),
    # Scales.
    ("E-SCORED-KIND", ""): _("{kind} ne peut pas compter dans le score."),
    ("E-SCORED-KIND", "compliance"): _(
        "Une liste de conformité ne compte pas dans le score : écrire « scored » = false."
    ),
    ("E-LEVELS-COUNT", ""): _("La question a {raw} niveau(x) ; il en faut de 2 à 7."),
    ("E-LEVELS-SCORE", ""): _("{raw} niveau(x) sur {first} ont un score : tous, ou aucun."),
    ("E-LEVELS-ORDER", ""): _("Le score du niveau {raw} est plus bas que celui du niveau {bare}."),
    ("E-OPTIONS-COUNT", ""): _("La question a {raw} option(s) ; il en faut de 2 à 40."),
    ("E-OPTION-SCORE", "both"): _(
        "L’option {raw} a un score et ne compte pas comme réponse : choisir."
    ),
    ("E-OPTION-SCORE", "neither"): _("L’option {raw} n’a pas de score."),
    ("E-OPTION-SCORE", "missing"): _("L’option {raw} n’a pas de score."),
    ("E-OPTION-EXCLUSIVE", ""): _(
        "La question a {raw} option(s) exclusive(s) ; il en faut une seule, comme « Aucune »."
    ),
    ("E-OPTION-EXCLUSIVE", "profile"): _(
        "L’option exclusive {seen} se propose à toutes les structures : retirer « profile »."
    ),
    ("E-OPTION-EXCLUSIVE", "answer"): _("L’option {seen} exclut les autres."),
    ("E-BREAKPOINTS-COUNT", ""): _("Le barème a {raw} point(s) ; il en faut au moins deux."),
    ("E-BREAKPOINTS-ORDER", ""): _("Les valeurs du barème doivent aller en croissant."),
    ("E-BREAKPOINTS-SHAPE", "up"): _(
        "Le score monte puis descend : indiquer forme = « cloche » si c’est voulu "
        "(« shape » vaut alors « free »)."
    ),
    ("E-BREAKPOINTS-SHAPE", "down"): _(
        "Le score descend puis monte : indiquer « shape » = « free » si c’est voulu."
    ),
    ("E-NA", "forbidden"): _(
        "« Non applicable » n’est pas permis ici : retirer les raisons et le libellé."
    ),
    ("E-NA", "computed"): _("Un indicateur calculé ne peut pas être « non applicable »."),
    ("E-NA", "answer"): _("La question {raw} n’accepte pas « non applicable »."),
    ("E-NA", "reason"): _("La question {raw} demande pourquoi elle ne vous concerne pas."),
    ("E-NA", "unknown"): _("La question {raw} n’accepte pas « je ne sais pas »."),
    ("E-CRITICAL", "unscored"): _("Une question qui ne compte pas ne peut pas plafonner un score."),
    ("E-CRITICAL", "never"): _("Avec « fail_below » à 0, ce plafond ne s’appliquera jamais."),
    ("E-CRITICAL", "overall"): _(
        "Il n’y a pas de score global à plafonner (« overall » vaut « none »)."
    ),
    ("E-WEIGHT-ZERO", "parts"): _("Toutes les parties ont un poids nul."),
    ("E-WEIGHT-ZERO", "axes"): _("Tous les axes de {seen} ont un poids nul."),
    ("E-WEIGHT-ZERO", "themes"): _("Tous les thèmes de {seen} ont un poids nul."),
    ("E-WEIGHT-ZERO", "questions"): _("Toutes les questions de {seen} ont un poids nul."),
    ("E-BANDS", "first"): _("Le premier palier de lecture, {seen}, doit commencer à 0."),
    ("E-BANDS", "order"): _("Le palier de lecture {seen} doit commencer plus haut que {name}."),
    # Conditions.
    ("E-COND-FORWARD", ""): _("La condition {name} regarde la question {seen}, posée plus loin."),
    ("E-COND-EMPTY", ""): _("La condition ne contient aucun test."),
    ("E-COND-OP", "unknown"): _("Opérateur inconnu {seen} ; opérateurs : {expected}."),
    ("E-COND-OP", "kind"): _(
        "L’opérateur {seen} ne convient pas à {kind_of_name} ; opérateurs : {expected}."
    ),
    ("E-COND-OP", "na"): _("La question {name} n’accepte pas « non applicable »."),
    ("E-COND-OP", "unscored"): _("La question {seen} n’a pas de score à comparer."),
    ("E-COND-VALUE", "text"): _("La valeur d’un test est un texte ou une liste de textes."),
    ("E-COND-VALUE", "missing"): _("Le test n’a pas de valeur à comparer."),
    ("E-COND-VALUE", "unknown"): _(
        "La valeur {seen} n’existe pas ici ; valeurs possibles : {expected}."
    ),
    ("E-COND-VALUE", "useless"): _("L’opérateur {seen} ne prend pas de valeur."),
    ("E-COND-VALUE", "list"): _("La valeur {seen} doit être dans une liste."),
    ("E-COND-VALUE", "single"): _("Une comparaison prend une seule valeur."),
    ("E-COND-VALUE", "decimal"): _("{seen} n’est pas un nombre décimal."),
    ("E-COND-VALUE", "outside"): _("{seen} est hors des limites de la question."),
    ("E-COND-VALUE", "percent"): _("{seen} n’est pas un score de 0 à 100."),
    ("E-COND-SCORE", ""): _("Une condition d’affichage ne peut pas dépendre d’un score."),
    # Lineage and versions.
    ("E-LINEAGE-ARITY", "count"): _("La relation {name} relie {raw} ; attendu : {first}."),
    ("E-LINEAGE-ARITY", "reworded"): _("Une question reformulée garde son identifiant {seen}."),
    ("E-LINEAGE-ALIVE", ""): _(
        "{seen} existe encore : la relation {name} demande qu’il soit retiré."
    ),
    ("E-LINEAGE-ALIVE", "old"): _(
        "{seen} existait déjà : la relation {name} demande un nouvel identifiant."
    ),
    ("E-LINEAGE-ALIVE", "scale"): _(
        "L’échelle de {seen} a changé : il lui faut un nouvel identifiant et une relation « replaced »."
    ),
    ("E-LINEAGE-TOMBSTONE", ""): _(
        "{seen} doit figurer parmi les identifiants retirés (« retired »)."
    ),
    ("E-LINEAGE-TOMBSTONE", "vanished"): _(
        "{seen} a disparu : l’inscrire parmi les identifiants retirés (« retired »)."
    ),
    ("E-LINEAGE-TOMBSTONE", "unexplained"): _(
        "{seen} a disparu : dire dans « lineage » ce qu’il devient."
    ),
    ("E-LINEAGE-TWICE", ""): _("{seen} est cité deux fois dans la lignée."),
    ("E-BUMP", "lower"): _("La version {raw} doit dépasser la précédente, {bare}."),
    ("E-BUMP", "patch"): _("Après {bare}, la version doit être au moins {first}, et non {raw}."),
    ("E-BUMP", "major"): _("Ces changements demandent au moins la version {first}, et non {raw}."),
    ("E-BUMP", "minor"): _("Ces changements demandent au moins la version {first}, et non {raw}."),
}
