"""Lint: what is told of checks as they are written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.workspace import Workspace
from backend.lint import Finding, lint
from tests.tiny_workspace import entry, state

TRIPS = (
    "trip_id,driver_id,mode,km,fare,left,arrived,note\n"
    "1,7,bus,12,3.5,2024-01-02,2024-01-02,ok\n"
    "2,8,tram,4,2,2024-01-03,2024-01-03,\n"
    "3,7,bus,9,3.5,2024-01-04,2024-01-05,late\n"
)
DRIVERS = "driver_id,name\n7,Ann\n8,Bob\n"


def linted(folder: Path, *checks: dict[str, Any]) -> list[Finding]:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    (workspace.data / "trips.csv").write_text(TRIPS)
    (workspace.data / "drivers.csv").write_text(DRIVERS)
    workspace.checks_file.parent.mkdir()
    workspace.checks_file.write_text(json.dumps(checks))
    before = state(folder)
    found = lint(workspace)
    assert state(folder) == before
    return found


def told(folder: Path, *sentences: str, tables: str = "trips") -> dict[str, list[str]]:
    """The codes told of each check; what is told of tables is left out."""
    checks = [entry(f"C{n}", text, tables) for n, text in enumerate(sentences, 1)]
    codes: dict[str, list[str]] = {}
    for finding in linted(folder, *checks):
        if finding.place.startswith("C"):
            codes.setdefault(finding.place, []).append(finding.code)
    return codes


PAIRS: dict[str, tuple[str, str, str]] = {
    "same words": ("km must be at least 0", "km must be at least 0", "duplicate"),
    "other words": ("km must be at least 0", "No km may be negative.", "duplicate"),
    "list in another order": (
        "mode must be one of 'bus' or 'tram'", "mode must be one of 'tram' or 'bus'", "duplicate",
    ),
    "empty and filled": ("note must be filled in", "note must be empty", "contradiction"),
    "empty and filled for some": (
        "note must be filled in", "If mode is 'bus', note must be empty.", "contradiction",
    ),
    "columns in two orders": (
        "arrived must be after left", "arrived must not be after left", "contradiction",
    ),
    "columns in two orders, turned": (
        "km must be above fare", "fare must be at least km", "contradiction",
    ),
    "columns that may be equal": ("km must be at least fare", "fare must be at least km", ""),
    "ranges apart": ("km must be at least 10", "km must be less than 5", "contradiction"),
    "open ends that touch": ("km must be at least 5", "km must be less than 5", "contradiction"),
    "closed ends that touch": ("km must be at least 5", "km must be at most 5", ""),
    "ranges that overlap": ("km must be at least 1", "km must be less than 5", ""),
    "lists apart": (
        "mode must be one of 'bus' or 'tram'", "mode must be one of 'car' or 'bike'",
        "contradiction",
    ),
    "lists that share": (
        "mode must be one of 'bus' or 'tram'", "mode must be one of 'tram' or 'bike'", "",
    ),
    "list and its bar": ("mode must be 'bus'", "mode must not be 'bus'", "contradiction"),
    "list outside a range": (
        "km must be one of 1, 2 or 3", "km must be greater than 3", "contradiction",
    ),
    "days apart": (
        "left must be before 2024-01-01", "left must be on or after 2024-06-01", "contradiction",
    ),
    "lengths apart": (
        "The length of mode must be at most 3.", "The length of mode must be at least 4.",
        "contradiction",
    ),
    "numbers of rows apart": (
        "There must be at least 10 rows.", "There must be fewer than 5 rows.", "contradiction",
    ),
    "averages apart": (
        "The average fare must be at most 2.", "The average fare must be greater than 3.",
        "contradiction",
    ),
    "sizes of one period apart": (
        "At most 2 trips per day of left.", "There must be at least 5 trips per day of left.",
        "contradiction",
    ),
    "sizes of unlike periods": (
        "At most 2 trips per day of left.", "There must be at least 5 trips per month of left.", "",
    ),
    "average and value": ("The average fare must be at most 2.", "fare must be at least 3", ""),
    "two columns": ("km must be at least 10", "fare must be less than 5", ""),
    "other rows": (
        "If mode is 'bus', km must be at least 10.", "If mode is 'tram', km must be less than 5.",
        "",
    ),
    "empty and of a list": ("note must be empty", "note must be 'ok'", ""),
    "unique and filled": ("trip_id must be unique", "trip_id must be filled in", ""),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "code"), PAIRS.values(), ids=PAIRS)
def test_what_two_checks_say_of_each_other(
    first: str, second: str, code: str, tmp_path: Path
) -> None:
    assert told(tmp_path, first, second) == ({"C2": [code]} if code else {})


def test_reference_and_its_contrary(tmp_path: Path) -> None:
    sentences = (
        "driver_id of trips must exist in drivers.",
        "driver_id of trips must not exist in drivers.",
    )
    assert told(tmp_path, *sentences, tables="trips,drivers") == {"C2": ["contradiction"]}


ALONE: dict[str, tuple[str, str]] = {
    "length of nothing": ("The length of mode must be at least 0.", "never-fails"),
    "length above -1": ("The length of mode must be greater than -1.", "never-fails"),
    "no negative count": ("There must be at least 0 rows.", "never-fails"),
    "share of all": ("At least 0% of the rows must have a note.", "never-fails"),
    "length of one": ("The length of mode must be at least 1.", ""),
    "count of one": ("There must be at least 1 row.", ""),
    "number that may be negative": ("km must be at least 0", ""),
    "type of today": ("km must be a whole number", ""),
    "negative length": ("The length of mode must be less than 0.", "cannot-hold"),
    "crossed bounds": ("km must be greater than 10 and less than 5", "cannot-hold"),
    "not understood": ("The trips should look splendid.", "not-understood"),
    "no such column": ("taxi must be filled in", "not-understood"),
}


@pytest.mark.parametrize(("sentence", "code"), ALONE.values(), ids=ALONE)
def test_what_a_check_says_of_itself(sentence: str, code: str, tmp_path: Path) -> None:
    assert told(tmp_path, sentence) == ({"C1": [code]} if code else {})


SETTINGS: dict[str, tuple[dict[str, Any], str]] = {
    "out of reach": ({"fail_if": "> 100%"}, "never-fails"),
    "warns before": ({"fail_if": "> 100%", "warn_if": "> 0"}, ""),
    "all rows": ({"fail_if": ">= 100%"}, ""),
    "beside an earlier run": ({"fail_if": "> last run + 100%"}, ""),
    "disabled": ({"enabled": False}, "disabled"),
    "disabled with a reason": ({"enabled": False, "tags": "disabled: new vendor"}, ""),
    "other stage": ({"stage": "eda"}, ""),
    "unknown table": ({"target_table": "trams"}, "unknown-table"),
    "invalid": ({"fail_if": "many"}, "invalid-check"),
}


@pytest.mark.parametrize(("settings", "code"), SETTINGS.values(), ids=SETTINGS)
def test_what_settings_say(settings: dict[str, Any], code: str, tmp_path: Path) -> None:
    found = linted(tmp_path, entry("C1", "km must be at least 0", "trips") | settings)

    assert [each.code for each in found if each.place == "C1"] == ([code] if code else [])


def test_thresholds_of_their_own_make_another_check(tmp_path: Path) -> None:
    strict = entry("C1", "km must be at least 0", "trips")
    found = linted(tmp_path, strict, {**strict, "check_id": "C2", "fail_if": "> 5%"})

    assert not [each for each in found if each.code == "duplicate"]


def test_columns_that_no_rule_reads_are_told_table_by_table(tmp_path: Path) -> None:
    found = linted(tmp_path, entry("C1", "If mode is 'bus', km must be at least 0.", "trips"))
    lines = [str(each) for each in found]

    assert lines == [
        "drivers: no check is about this table. Ask for ideas: suggest drivers. [unread-table]",
        "trips: no check reads trip_id, driver_id, fare, left, arrived and note. "
        "Add checks: suggest trips. [unread-columns]",
    ]


def test_findings_stand_in_the_order_of_the_file(tmp_path: Path) -> None:
    sentences = ("km must be at least 5", "The length of mode must be at least 0.", "km must be 4")
    checks = [entry(f"C{n}", text, "trips") for n, text in enumerate(sentences, 1)]
    checks.insert(0, entry("C0", "look splendid", "trips"))
    found = linted(tmp_path, *checks)

    assert [each.place for each in found] == ["C0", "C2", "C3", "drivers", "trips"]
    assert [each.is_broken for each in found] == [True, False, False, False, False]


def test_checks_that_cannot_be_read_stop_it(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        lint(Workspace(tmp_path))
