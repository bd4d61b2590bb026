"""Sentences that count: each language has its own plural."""

from gettext import NullTranslations

import pytest

from cap_desktop import i18n


class _English(NullTranslations):
    """A catalogue by the English rule: only 1 is singular."""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2


def _said(number: int) -> str:
    return i18n.counted("{number} question", "{number} questions", number)


def test_in_french_nothing_is_singular() -> None:
    assert [_said(number) for number in (0, 1, 2)] == ["0 question", "1 question", "2 questions"]


def test_another_language_counts_by_its_own_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_translations", _English())
    assert [_said(number) for number in (0, 1, 2)] == ["0 questions", "1 question", "2 questions"]
