"""Checks of a stage go the same way as any check: compiled once, cached, on record."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.verdict import Verdict
from tests.tiny_workspace import ORDERS, TinyWorkspace, by_id, compiled, entry, verdicts


def prep(**more: Any) -> dict[str, Any]:
    return entry("P", "Prepare the orders.", stage="prep", **more)


RULE = entry("R", "order_id must be filled")


def test_a_stage_that_comes_too_early_waits_and_others_run(tmp_path: Path) -> None:
    report = TinyWorkspace(tmp_path, prep(), RULE).run()
    record = by_id(report)["P"]

    assert verdicts(report) == {"P": "SKIPPED", "R": "PASS"}
    assert (record.code, record.stage, record.warning) == ("wrong-stage-order", "prep", True)
    assert record.reason.startswith("P: stage 'prep' of session 'orders' comes after 'eda'")
    assert report.exit_code == 2


def test_it_is_compiled_once_and_cached_with_its_program(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path, prep())
    first, second = tiny.run(), tiny.run()
    workflow = tiny.workflow("P")

    assert (compiled(first), compiled(second)) == ({"P": ("new",)}, {})
    assert workflow.plan is not None and workflow.program is not None
    assert (workflow.plan.kind, workflow.plan.planner) == ("prep", "stages")
    assert by_id(second)["P"].program == workflow.program.sha256
    assert by_id(second)["P"].tables.keys() == {"orders"}
    assert tiny.planner.asked == []


STALE: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "the value of a parameter": ({"params": {"trials": 9}}, ("values-changed",)),
    "the target": ({"target": "price"}, ("target-changed",)),
    "the session": ({"session": "walk"}, ("session-changed",)),
    "the sentence": ({"calculation_hint": "Prepare."}, ("text-changed",)),
    "severity": ({"severity": "low"}, ()),
    "owner": ({"owner": "a@example.org"}, ()),
    "name": ({"check_name": "other"}, ()),
}


@pytest.mark.parametrize(("change", "reasons"), STALE.values(), ids=STALE.keys())
def test_what_makes_it_stale(
    tmp_path: Path, change: dict[str, Any], reasons: tuple[str, ...]
) -> None:
    tiny = TinyWorkspace(tmp_path, prep(params={"trials": 5}))
    tiny.run()
    tiny.change_check("P", **change)

    assert compiled(tiny.run()).get("P", ()) == reasons


TABLES = {
    "a type": (ORDERS.replace("1,1,5", "1,1,five"), "type-changed: orders.price integer → text"),
    "a column more": (
        "\n".join(f"{line},x" for line in ORDERS.splitlines()),
        "column-added: orders.x",
    ),
    "a column less": (
        "\n".join(line.rpartition(",")[0] for line in ORDERS.splitlines()),
        "column-removed: orders.day",
    ),
}


@pytest.mark.parametrize(("text", "reason"), TABLES.values(), ids=TABLES.keys())
def test_other_columns_make_it_stale(tmp_path: Path, text: str, reason: str) -> None:
    tiny = TinyWorkspace(tmp_path, prep())
    tiny.run()
    tiny.write_table("orders.csv", text)

    assert compiled(tiny.run())["P"] == (reason,)


def test_more_rows_make_nothing_stale(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path, prep())
    tiny.run()
    tiny.write_table("orders.csv", ORDERS + "4,1,7,2024-01-02\n")

    assert compiled(tiny.run()) == {}


def test_a_program_that_was_changed_by_hand_is_compiled_anew(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path, prep())
    tiny.run()
    path = tiny.workspace.workflows_file
    path.write_text(path.read_text().replace("Do one step", "Do another step"))

    assert "tampered" in compiled(tiny.run())["P"]


def test_a_target_that_is_not_there_is_declined_until_it_is(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path, prep(target="prise"))
    declined = by_id(tiny.run())["P"]
    again = tiny.run()

    assert (declined.verdict, declined.code) == (Verdict.ERROR, "unknown-column")
    assert "Did you mean 'price'?" in declined.reason
    assert compiled(again) == {}
    tiny.change_check("P", target="price")
    assert by_id(tiny.run())["P"].code == "wrong-stage-order"


def test_stages_of_one_session_go_in_their_order(tmp_path: Path) -> None:
    stages = [entry(s.upper(), "x", stage=s, enabled=False) for s in ("train", "eda", "prep")]
    other = entry("Z", "x", "users", stage="train", enabled=False)
    tiny = TinyWorkspace(tmp_path, stages[0], RULE, other, *stages[1:])
    tiny.run()

    seen = [name.partition(" ")[0] for name in tiny.watched.seen]
    assert seen == ["EDA", "R", "Z", "PREP", "TRAIN"]


def test_a_corrupt_table_costs_its_own_session(tmp_path: Path) -> None:
    explore = entry("E", "Explore.", stage="eda")
    tiny = TinyWorkspace(tmp_path, explore, entry("R", "email must be filled", "users"))
    tiny.write_table("orders.csv", 'order_id,price\n1,"2\n2,3,4,5\n')
    report = tiny.run()

    assert verdicts(report) == {"E": "ERROR", "R": "FAIL"}
    assert "orders.csv" in by_id(report)["E"].reason


def test_a_lost_session_is_begun_anew(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path, prep())
    tiny.run()
    shutil.rmtree(tiny.workspace.sessions)

    assert by_id(tiny.run())["P"].code == "wrong-stage-order"
