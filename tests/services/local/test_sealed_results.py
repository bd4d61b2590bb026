"""A sealed year shows what was sealed, in the window and in the reports, whatever counts today."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cap_desktop.domain.answers.assessment import Assessment
from cap_desktop.domain.scoring.recount import recounted_parts
from cap_desktop.exchange.results_file import results_tree
from cap_desktop.reports.contents.report import full_report
from cap_desktop.services.folder.start import open_at_start
from cap_desktop.services.local.local_services import LocalServices
from cap_desktop.storage.local.database import Database
from cap_desktop.storage.local.evidence_folder import EvidenceFolder
from tests.folders import write_digests
from tests.reports.readable import readable

Tree = dict[str, Any]


MOMENT = datetime(2026, 11, 24, 14, 32, tzinfo=UTC)


@pytest.fixture
def services(tmp_path: Path, demonstration: Path) -> Iterator[LocalServices]:
    shutil.copytree(demonstration, tmp_path, dirs_exist_ok=True)
    database = Database(tmp_path / "cap.db")
    yield LocalServices(database, EvidenceFolder(tmp_path / "preuves"), lambda: MOMENT)
    database.close()


def years(services: LocalServices) -> tuple[Assessment, ...]:
    """The years of the first structure, newest first."""
    return services.assessments.years(services.assessments.structures()[0].id)


def as_an_older_engine(path: Path, assessment: str) -> Tree:
    """Write results that the rules of today would not give, as an older program froze them."""
    with closing(sqlite3.connect(path)) as file:
        (text,) = file.execute(
            "SELECT results FROM assessments WHERE id = ?", (assessment,)
        ).fetchone()
        tree: Tree = json.loads(text)
        tree["engine"] = "cap-score/0"
        first, second = tree["parts"]
        known = (None, tree["parts"][first]["band"])
        band = next(item["band"] for item in tree["themes"].values() if item["band"] not in known)
        tree["parts"][first] |= {"score": "12.3", "estimate": "12.3", "band": band}
        tree["parts"][second] |= {"score": None, "band": None, "reason": "insufficient_coverage"}
        theme = next(iter(tree["themes"]))
        tree["themes"][theme] |= {"lower": "1.0", "upper": "99.0", "capped_by": ["projet_ecrit"]}
        question = next(
            name for name, item in tree["questions"].items() if item["score"] is not None
        )
        tree["questions"][question] = {"state": "na", "score": None}
        tree["priorities"] = tree["priorities"][1:]
        tree["priority_factors"] = tree["priority_factors"][1:]
        tree["priorities"][0]["priority"] = "77.7"
        for indicator in tree["indicators"].values():
            indicator |= {"value": "42.5", "light": "gap", "small": True}
        tree["suggestions"] = tree["suggestions"][:1]
        tree["na_warnings"] = [theme]
        tree["progress"] = {"done": 7, "asked": 70}
        weighed = next(iter(tree["effective_weights"]))
        tree["effective_weights"][weighed] = "3.1416"
        file.execute(
            "UPDATE assessments SET results = ?, engine = ? WHERE id = ?",
            (json.dumps(tree, ensure_ascii=False), tree["engine"], assessment),
        )
        write_digests(file, "assessment")
        write_digests(file, "results")
        file.execute("DELETE FROM standing")
        file.commit()
    return tree


def test_what_was_sealed_is_what_is_shown_to_the_last_figure(
    services: LocalServices, tmp_path: Path
) -> None:
    for structure in services.assessments.structures():
        newest = services.assessments.years(structure.id)[0].id
        services.assessments.seal(newest)
        for year in services.assessments.years(structure.id):
            frozen = as_an_older_engine(tmp_path / "cap.db", year.id)
            opened = services.assessments.show(year.id)
            assert results_tree(opened.results) == frozen
            begins = services.assessments.open(newest)
            assert open_at_start(tmp_path / "cap.db") == begins
            assert results_tree(services.plans.plan(year.id).results) == frozen


def test_a_year_that_counts_the_same_today_keeps_its_exact_figures(services: LocalServices) -> None:
    for year in years(services)[1:]:
        opened = services.assessments.open(year.id)
        assert opened.recount is None
        assert opened.assessment.results is not None
        assert results_tree(opened.results) == json.loads(opened.assessment.results)
        services.assessments.reopen(year.id)
        assert services.assessments.open(year.id).results == opened.results


def test_other_rules_by_name_alone_change_nothing_to_say(
    services: LocalServices, tmp_path: Path
) -> None:
    year = years(services)[1]
    with closing(sqlite3.connect(tmp_path / "cap.db")) as file:
        file.execute("UPDATE assessments SET results = replace(results, 'cap-score/1', 'old/7')")
        write_digests(file, "results")
        file.commit()
    opened = services.assessments.open(year.id)
    assert opened.results.engine == "old/7"
    assert opened.recount is None


def test_what_today_would_give_is_known_beside(services: LocalServices, tmp_path: Path) -> None:
    year = years(services)[1]
    before = services.assessments.open(year.id).results
    as_an_older_engine(tmp_path / "cap.db", year.id)
    opened = services.assessments.open(year.id)
    assert opened.recount == before
    assert [title for title, _score in recounted_parts(opened.results, before)] == [
        part.label for part in before.questionnaire.parts
    ]


def test_the_years_and_the_comparison_say_the_sealed_scores(
    services: LocalServices, tmp_path: Path
) -> None:
    newest, sealed = years(services)[:2]
    as_an_older_engine(tmp_path / "cap.db", sealed.id)
    again = services.at(lambda: MOMENT)
    shown = {item.year: item for item in again.assessments.show(newest.id).standing.years}
    assert [part.score for part in shown[sealed.year].parts] == ["12,3", None]
    assert (shown[sealed.year].done, shown[sealed.year].asked) == (7, 70)
    compared = again.assessments.compare_years(newest.id, sealed.id)
    assert compared.comparison is not None
    first = next(iter(compared.comparison.parts.values()))
    assert first.full_old is not None
    assert first.full_old == Fraction("12.3")


def test_the_report_of_a_sealed_year_prints_what_was_sealed(
    services: LocalServices, tmp_path: Path
) -> None:
    year = years(services)[1]
    before = readable(full_report(services.reports.data(year.id)))
    as_an_older_engine(tmp_path / "cap.db", year.id)
    data = services.reports.data(year.id)
    after = readable(full_report(data))
    assert data.engine == "cap-score/0"
    assert "12,3" in after
    assert "42,5" in after
    assert "cap-score/0" in after
    assert "Le calcul a changé depuis" in after
    assert "Le calcul a changé depuis" not in before


def test_the_report_of_the_next_year_prints_the_sealed_one_beside(
    services: LocalServices, tmp_path: Path
) -> None:
    newest, sealed = years(services)[:2]
    frozen = as_an_older_engine(tmp_path / "cap.db", sealed.id)
    former = services.reports.data(newest.id).former
    assert former is not None
    assert results_tree(former.results) == frozen
