"""``--changed-only``: what nothing has changed for keeps its verdict, and says since when."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest

from backend.store.rollup import read_rollup
from tests.operations.place import Place
from tests.tiny_workspace import ORDERS, USERS, entry

KEPT = {"GOOD", "BAD", "MILD", "NONE"}


def kept(place: Place) -> set[str]:
    """Run, and give the checks that kept their verdict."""
    place.agent("run", "--changed-only", "--offline")
    return {name for name, record in place.records().items() if record.unchanged_since}


def test_verdicts_are_kept_with_the_run_that_they_come_from(place: Place) -> None:
    before, (first,) = place.records(), place.runs()
    assert kept(place) == KEPT

    after = place.records()
    assert place.code == 3
    for name in KEPT:
        was, now = before[name], after[name]
        assert now.run_id != first == now.unchanged_since
        assert now.summary == f"{was.summary} (unchanged since run {first})"
        same = ("verdict", "tested", "flagged", "flagged_path", "program", "tables", "receipt")
        assert all(getattr(now, field) == getattr(was, field) for field in same)
        assert (now.warning, now.code) == (was.warning, was.code)
    assert "4 unchanged and not run in" in place.out
    assert (place.base / str(after["BAD"].flagged_path)).is_file()


def test_since_names_the_first_run_however_often_it_is_kept(place: Place) -> None:
    (first,) = place.runs()
    kept(place)
    kept(place)

    since = {place.records()[name].unchanged_since for name in KEPT}
    assert since == {first}
    rows = read_rollup(place.workspace).rows or {}
    assert (rows["BAD"].runs, rows["BAD"].fails, rows["BAD"].trend.value) == (1, 1, "new")


def test_what_hangs_on_the_day_or_had_no_verdict_always_runs(place: Place) -> None:
    kept(place)
    records = place.records()

    assert {n for n, r in records.items() if not r.unchanged_since} == {"DAY", "VAGUE", "OFF"}
    assert records["DAY"].as_of != "2026-11-19"


def test_what_hangs_on_the_day_is_kept_on_that_day(place: Place) -> None:
    place.agent("run", "--offline")

    assert kept(place) == KEPT | {"DAY"}


def test_a_check_that_compares_with_earlier_runs_always_runs(place: Place) -> None:
    place.change("BAD", fail_if="> last run")
    place.agent("run", "--offline")

    assert kept(place) == KEPT - {"BAD"} | {"DAY"}


CHANGES: dict[str, tuple[Callable[[Place], object], set[str]]] = {
    "a row more": (
        lambda place: place.write_table("orders.csv", ORDERS + "4,1,5,2024-01-01\n"),
        KEPT,
    ),
    "another table": (lambda place: place.write_table("users.csv", USERS + "3,\n"), set()),
    "the same bytes written anew": (lambda place: place.write_table("orders.csv", ORDERS), set()),
    "a threshold": (lambda place: place.change("MILD", warn_if="> 5"), {"MILD"}),
    "allow_empty": (lambda place: place.change("NONE", allow_empty=True), {"NONE"}),
    "a sentence": (
        lambda place: place.change("GOOD", calculation_hint="price must be filled in."),
        {"GOOD"},
    ),
    "who owns it": (lambda place: place.change("BAD", owner="new@x.org", severity="low"), set()),
    "the flagged rows are deleted": (
        lambda place: shutil.rmtree(place.base / "cached_mem" / "artifacts"),
        {"BAD", "MILD"},
    ),
    "what was remembered is lost": (
        lambda place: place.workspace.last_verdicts_file.unlink(),
        KEPT,
    ),
    "what was remembered is damaged": (
        lambda place: place.workspace.last_verdicts_file.write_text('{"version": 1, "checks"'),
        KEPT,
    ),
    "the run before was killed": (
        lambda place: place.workspace.lock_file.write_text('{"pid": 1, "started": "then"}'),
        KEPT,
    ),
    "other libraries": (
        lambda place: place.workspace.last_verdicts_file.write_text(
            place.workspace.last_verdicts_file.read_text().replace(
                '"conditions": "xxh3:', '"conditions": "xxh3:0'
            )
        ),
        KEPT,
    ),
}


@pytest.mark.parametrize(("change", "runs"), CHANGES.values(), ids=CHANGES)
def test_exactly_what_a_change_concerns_runs(
    change: Callable[[Place], object], runs: set[str], place: Place
) -> None:
    change(place)

    assert kept(place) == KEPT - runs


def test_the_owner_of_today_stands_on_the_record(place: Place) -> None:
    place.change("BAD", owner="new@x.org", severity="critical", check_name="Renamed")
    assert "BAD" in kept(place)

    record = place.records()["BAD"]
    assert (record.owner, record.severity, record.check_name) == (
        "new@x.org",
        "critical",
        "Renamed",
    )


def test_a_parameter_s_value_counts(fresh: Callable[..., Place]) -> None:
    place = fresh(entry("P", "price must be at least {least}", params={"least": 0}))
    place.agent("run", "--offline")
    assert kept(place) == {"P"}
    place.change("P", params={"least": 4})

    assert (kept(place), place.records()["P"].flagged) == (set(), 2)


def test_a_check_that_waits_is_not_kept(place: Place) -> None:
    place.change("GOOD", depends_on="BAD")

    assert kept(place) == KEPT - {"GOOD"}
    assert place.records()["GOOD"].code == "waiting"


def test_an_earlier_program_s_verdict_is_not_kept(place: Place) -> None:
    place.change("BAD", calculation_hint="price must be at least 1")
    place.agent("run", "--no-compile", "--select", "BAD")
    place.change("BAD", calculation_hint="price must be at least 0")

    assert kept(place) == KEPT - {"BAD"}
    assert place.records()["BAD"].summary == "FAIL: 1 of 3 orders rows flagged"


def test_a_waiver_that_was_given_since_counts(place: Place) -> None:
    given = ("--until", "2099-01-01", "--why", "known", "--by", "me")
    place.agent("waive", "BAD", *given)

    assert kept(place) == KEPT - {"BAD"}
    assert place.verdicts()["BAD"] == "WARN"
    assert kept(place) == KEPT - {"BAD"} | {"DAY"}


def test_a_kept_verdict_can_be_verified(place: Place) -> None:
    kept(place)

    place.agent("verify", place.runs()[-1])
    assert "5 same, 0 differs" in place.out


def test_json_counts_what_was_kept(place: Place) -> None:
    place.agent("run", "--changed-only", "--no-compile", "--json")

    told = json.loads(place.out)
    assert (told["unchanged"], told["compiled"], told["exit_code"]) == (4, 0, 3)
