"""Suggestions: each compiles to what it means, and says what it would flag today."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.workspace import Workspace
from backend.suggesting import Suggestion, say_suggestions, suggest_checks
from backend.toolbox import Toolbox
from tests.near_sandbox import NearSandbox
from tests.suggest.lending import LOANS, write_library
from tests.tiny_workspace import state

NEAR = {
    "loan_id must be unique.": (2, LOANS),
    "member_id of loans must exist in members.": (1, LOANS),
    "fee must be a number.": (1, LOANS),
    "due must be a date written 'YYYY-MM-DD'.": (1, LOANS),
    "email must be a valid e-mail address.": (3, LOANS),
    "branch must be one of 'North', 'Harbour' or 'South'.": (2, LOANS - 1),
    "returned must be on or after lent.": (1, LOANS),
    "branch must be filled in.": (1, LOANS),
    "shelf must match the pattern 'SH-[0-9]{4}'.": (1, LOANS),
    "title must have no leading or trailing blanks.": (1, LOANS),
    "total must equal fee + fine, give or take 0.01.": (3, LOANS),
    "fee must be at least 0.": (2, LOANS),
}


def toolbox() -> Toolbox:
    return Toolbox((), NearSandbox, "tiny@1")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return write_library(tmp_path_factory.mktemp("library"))


@pytest.fixture(scope="module")
def found(library: Workspace) -> list[Suggestion]:
    return suggest_checks(library, "loans", toolbox())


def test_counts_are_those_of_the_planted_defects(found: list[Suggestion]) -> None:
    counted = {
        each.check.calculation_hint: (each.flagged, each.tested) for each in found if each.is_near
    }

    assert {sentence: counted.get(sentence) for sentence in NEAR} == NEAR


def test_rules_with_exceptions_come_first(found: list[Suggestion]) -> None:
    near = [each.is_near for each in found]

    assert near == sorted(near, reverse=True)
    assert True in near
    assert False in near


def test_ids_are_new_and_entries_are_checks(found: list[Suggestion]) -> None:
    ids = [each.check.check_id for each in found]

    assert len(set(ids)) == len(ids)
    assert ids[0] == "LOANS-001"
    assert all(isinstance(each.check, Check) for each in found)


def test_checks_that_are_there_are_not_suggested_again(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    entry = {"check_id": "LOANS-001", "check_name": "key", "target_table": "loans",
             "calculation_hint": "No two rows may have the same loan_id."}  # fmt: skip
    library.checks_file.parent.mkdir()
    library.checks_file.write_text(json.dumps([entry]))
    before = state(tmp_path)
    suggested = suggest_checks(library, "loans", toolbox())
    sentences = [each.check.calculation_hint for each in suggested]

    assert "loan_id must be unique." not in sentences
    assert "LOANS-001" not in [each.check.check_id for each in suggested]
    assert state(tmp_path) == before


def test_table_that_is_not_there_is_told(library: Workspace) -> None:
    with pytest.raises(PlanError, match="Did you mean 'loans'"):
        suggest_checks(library, "loan", toolbox())


def test_lines_tell_counts_and_what_is_left_out(found: list[Suggestion]) -> None:
    lines = list(say_suggestions("loans", found, 2))

    assert lines[0].startswith(f"loans: {len(found)} suggestions, ")
    assert lines[1].endswith("2 of 600 rows today  loan_id must be unique.")
    assert lines[3] == f"  and {len(found) - 2} more: --limit {len(found)}"
