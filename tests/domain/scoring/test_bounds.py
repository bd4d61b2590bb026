"""The corners of the bounds that drawing at random seldom reaches."""

from cap_desktop.domain.exact import published
from tests.builders import maturity, results, theme, tree


def _gate(scope: str) -> dict[str, object]:
    return {"weight": "0", "critical": {"fail_below": "50", "cap": "20", "scope": scope}}


def test_a_capped_theme_that_may_still_disappear_does_not_lower_its_axis() -> None:
    first = theme(
        "t_un", maturity("porte", **_gate("theme")), maturity("q_un", na={"allowed": True})
    )
    of = tree(first, theme("t_deux", maturity("q_deux")))
    now = results(of, {"porte": "n0", "q_deux": "n4"})
    later = results(of, {"porte": "n0", "q_un": {"na": True}, "q_deux": "n4"})
    assert now.nodes["t_un"].upper == 20
    assert now.nodes["axe"].upper == 100
    assert later.nodes["axe"].score == 100


def test_an_unanswered_critical_question_lowers_the_lower_bound_only() -> None:
    of = tree(theme("t", maturity("porte", **_gate("theme")), maturity("q")))
    node = results(of, {"q": "n4"}).nodes["t"]
    assert (node.lower, node.estimate, node.upper) == (20, 100, 100)
    assert node.capped_by == ()


def test_a_failed_critical_question_caps_everything_and_is_named() -> None:
    of = tree(theme("t", maturity("porte", **_gate("theme")), maturity("q")))
    node = results(of, {"porte": "n1", "q": "n4"}).nodes["t"]
    assert (node.lower, node.estimate, node.upper) == (20, 20, 20)
    assert node.capped_by == ("porte",)


def test_what_is_compared_with_a_threshold_is_what_is_printed() -> None:
    scale = [["0", "0"], ["1000", "100"]]
    question = {
        **maturity("q"),
        "kind": "number",
        "unit": "points",
        "breakpoints": scale,
        "critical": {"fail_below": "50", "cap": "10", "scope": "theme"},
    }
    del question["levels"]
    node = results(tree(theme("t", question)), {"q": "499.6"}).nodes["t"]
    assert node.estimate is not None
    assert published(node.estimate, 1) == "50.0"
    assert node.capped_by == ()


def test_a_theme_without_scored_weight_says_so_and_leaves_its_axis_alone() -> None:
    of = tree(theme("t_un", maturity("q_un", scored=False)), theme("t_deux", maturity("q_deux")))
    nodes = results(of, {"q_deux": "n2"}).nodes
    assert nodes["t_un"].reason == "no_weight"
    assert nodes["axe"].score == 50


def test_an_under_covered_theme_still_feeds_its_axis() -> None:
    of = tree(
        theme("t_un", maturity("q_un"), maturity("q_deux"), maturity("q_trois")),
        theme("t_deux", maturity("q_quatre"), weight="3"),
    )
    nodes = results(of, {"q_un": "n0", "q_quatre": "n4"}).nodes
    assert nodes["t_un"].reason == "insufficient_coverage"
    assert nodes["t_un"].score is None
    assert nodes["axe"].score == 75
