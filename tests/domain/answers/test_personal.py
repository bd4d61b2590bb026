"""What looks like a person's own number is seen; no figure, day or SIRET is taken for one."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cap_desktop.domain.answers.personal import personal_in

SEEN = [
    ("Mme X, 2 84 12 76 451 089 93", "social_security"),
    ("n° 284127645108993.", "social_security"),
    ("284 12 76 451 089 93", "social_security"),
    ("1 70 05 2A 004 016 25", "social_security"),
    ("2 55 08 14 168 025 38", "social_security"),
    ("sans clé : 2 84 12 76 451 089", "social_security"),
    ("PASS 99999 21 12345", "pass_iae"),
    ("999992112345", "pass_iae"),
    ("son pass IAE n° 59345 21 12345", "pass_iae"),
    ("06 12 34 56 78", "phone"),
    ("Tél. : 0612345678.", "phone"),
    ("(01.23.45.67.89)", "phone"),
    ("04-67-00-00-00", "phone"),
    ("+33 6 12 34 56 78", "phone"),
    ("+33612345678", "phone"),
    ("0033 (0)6 12 34 56 78", "phone"),
    ("06\u00a012\u00a034\u00a056\u00a078", "phone"),
    ("écrire à marie.dupont+cap@exemple-rives.fr", "email"),
    ("<marie@exemple.fr>", "email"),
]


@pytest.mark.parametrize(("text", "kind"), SEEN)
def test_what_looks_personal_is_seen(text: str, kind: str) -> None:
    assert personal_in(text) == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "284127645108994",  # its key is wrong
        "2841276451089",  # thirteen figures in a row, as under a bar code
        "732 829 320 00074",
        "73282932000074",
        "FR76 3000 6000 0112 3456 7890 189",
        "Accord du 01.02.2026, avenant du 03-04-2026",
        "de 2019 à 2026, 12 345 678,90 €",
        "page 3/12, article 06/12/34/56/78",
        "14 h 30, 06 12 34",
        "RNA W751234567, APE 8899B",
        "5132 heures, 0,0612345678",
        "@equipe, à 3 @ 4",
        "PASS IAE à jour pour 12 salariés sur 14 en 2026",
        "01 23 45 67 89 01",
    ],
)
def test_what_only_resembles_it_is_not(text: str) -> None:
    assert personal_in(text) == ()


def test_several_kinds_are_said_once_each() -> None:
    text = "06 12 34 56 78, 07 12 34 56 78, a@b.fr, PASS 99999 21 12345"
    assert personal_in(text) == ("pass_iae", "phone", "email")


AROUND = st.sampled_from(["", " ", "En ", "(", "soit ", "n° "])
AFTER = st.sampled_from(["", ".", ",", " €", " %", ")", " heures", "\n", " ; "])
SPACES = st.sampled_from(["", " ", "\u00a0", "\u202f", "."])


def _grouped(number: int, gap: str) -> str:
    return f"{number:,}".replace(",", gap)


@given(st.integers(0, 10**12), SPACES, AROUND, AFTER)
def test_no_figure_is_taken_for_a_person(number: int, gap: str, before: str, after: str) -> None:
    assert personal_in(f"{before}{_grouped(number, gap)}{after}") == () or str(number).startswith(
        "99999"
    )


@given(st.integers(0, 10**9), st.integers(0, 10**6), SPACES, AROUND, AFTER)
def test_no_decimal_figure_is(whole: int, part: int, gap: str, before: str, after: str) -> None:
    for mark in ",.":
        assert personal_in(f"{before}{_grouped(whole, gap)}{mark}{part}{after}") == ()


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %m %Y", "%Y-%m-%d", "%d/%m/%y"]),
    st.sampled_from([" ", " au ", "-", "/", " - ", ", "]),
)
def test_no_day_is(one: date, other: date, form: str, between: str) -> None:
    assert personal_in(f"du {one:{form}}{between}{other:{form}}") == ()


@given(st.integers(0, 2 * 10**9))
def test_no_moment_is(seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    later = moment + timedelta(hours=1)
    assert personal_in(f"{moment:%d/%m/%Y %H:%M} - {later:%H:%M}, {moment:%Y%m%d%H%M}") == ()


def _luhn(digits: str) -> str:
    """The figure that ends a SIREN or a SIRET."""
    doubled = [int(sign) * (2 if rank % 2 == 0 else 1) for rank, sign in enumerate(digits[::-1])]
    return str(-sum(number // 10 + number % 10 for number in doubled) % 10)


@given(st.integers(0, 99_999_999), st.integers(0, 9999), SPACES, AROUND, AFTER)
def test_no_siret_is(unit: int, place: int, gap: str, before: str, after: str) -> None:
    siren = f"{unit:08}"
    siren += _luhn(siren)
    nic = f"{place:04}"
    nic += _luhn(siren + nic)
    written = gap.join((siren[:3], siren[3:6], siren[6:], nic))
    assert personal_in(f"{before}{written}{after}") == ()


@given(st.fractions(0, 10**6, max_denominator=1000))
def test_no_ratio_is(ratio: Fraction) -> None:
    assert personal_in(f"{ratio.numerator}/{ratio.denominator}") == ()


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert len(personal_in(text)) <= 4


@pytest.mark.parametrize("sign", ["a", "1", "1 ", "0", "99999", "a.", "+33", "@", "a@", "06 "])
def test_a_long_text_is_read_in_one_go(sign: str) -> None:
    # A shape that tried again at every sign would not be through before the test is stopped.
    personal_in(sign * 100_000)
