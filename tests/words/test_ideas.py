from cap_desktop.domain.plan.ideas import ideas_of
from cap_desktop.words.priorities import factor_lines, published_priority
from tests.builders import maturity, results, theme, tree, yesno


def test_a_priority_is_explained_by_its_five_factors() -> None:
    trigger = {"any": [{"all": [{"q": "q_a", "op": "answered"}]}]}
    of = tree(
        theme("t", maturity("q_a", importance=3), yesno("q_b", scored=False)),
        suggestions=[
            {"id": "s_a", "title": "A", "trigger": trigger, "targets": ["q_a"], "effort": 1},
            {"id": "s_b", "title": "B", "trigger": trigger, "targets": ["q_b"]},
        ],
    )
    first, other = ideas_of(results(of, {"q_a": "n1", "q_b": "no"}), ())
    assert [(line.name, line.figure, line.words) for line in factor_lines(first)] == [
        ("Score aujourd’hui", "25 sur 100", "75 points d’écart"),
        ("Cible", "100 sur 100", "visée par le questionnaire"),
        ("Poids", "100\u00a0%", "par rapport à ce qui pèse le plus dans sa partie"),
        ("Importance", "3 sur 3", "très important"),
        ("Effort", "1 sur 5", "très peu d’effort"),
    ]
    assert published_priority(first) == "Priorité 75 sur 100"
    assert (factor_lines(other), published_priority(other)) == ((), "")
