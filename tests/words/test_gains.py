from fractions import Fraction

from cap_desktop.domain.plan.gains import ExpectedGain, ScoreChange
from cap_desktop.words.gains import expected_words, observed_words
from tests.builders import maturity, questionnaire, theme, tree

OF = questionnaire(tree(theme("t", maturity("q_a"))))


def _change(before: int | None, after: Fraction | int | None) -> ScoreChange:
    return ScoreChange(
        "t",
        None if before is None else Fraction(before),
        None if after is None else Fraction(after),
    )


def test_a_gain_is_said_with_the_scores_that_are_printed() -> None:
    part = ScoreChange("partie", None, None)
    gain = ExpectedGain("q_a", 3, _change(48, Fraction(109, 2)), part)
    assert expected_words(gain, OF) == (
        "Si cette pratique passe au niveau 3, le thème «\u00a0Thème t\u00a0» passe de 48 à 54,5."
    )
    still = _change(48, Fraction(4801, 100))
    assert observed_words(still, OF) == (
        "Depuis l’évaluation précédente, à questions égales, "
        "le thème «\u00a0Thème t\u00a0» reste à 48."
    )
    assert observed_words(_change(None, 3), OF).endswith("n’a pas encore de score.")
