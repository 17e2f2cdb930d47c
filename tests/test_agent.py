"""What is compiled in which run, and why."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.workflow import RowDiff
from backend.records import say_compiled
from backend.store.atomic import write_atomic
from tests.tiny_planner import TinyPlanner
from tests.tiny_workspace import ORDERS, TinyWorkspace, by_id, compiled, entry, verdicts

PRICE = entry("PRICE", "price must be at least 0")
KNOWN = entry("KNOWN", "user_id must exist in users", "orders,users")
EMAIL = entry("EMAIL", "email must be filled", "users")
LIMIT = entry("LIMIT", "mean price must be at most {limit}", params={"limit": 3})
ALL = ("PRICE", "KNOWN", "EMAIL", "LIMIT")


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    workspace = TinyWorkspace(tmp_path / "w", PRICE, KNOWN, EMAIL, LIMIT)
    workspace.run()
    return workspace


def test_first_run_compiles_and_the_second_does_not(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", PRICE, KNOWN, EMAIL, LIMIT)
    first = tiny.run()
    asked = [*tiny.planner.asked]
    second = tiny.run()

    assert sorted(asked) == sorted(ALL)  # on threads, in any order
    assert say_compiled(first.records) == "4 compiled (new 4)"
    assert tiny.planner.asked == []
    assert say_compiled(second.records) == "nothing changed: 0 compiled"
    assert verdicts(first) == verdicts(second)
    assert verdicts(first) == dict.fromkeys(ALL, "FAIL") | {"LIMIT": "PASS"}


def change(check_id: str, **fields: Any) -> Callable[[TinyWorkspace], None]:
    return lambda tiny: tiny.change_check(check_id, **fields)


def table(file: str, text: str) -> Callable[[TinyWorkspace], None]:
    return lambda tiny: tiny.write_table(file, text)


def tamper(tiny: TinyWorkspace) -> None:
    path = tiny.workspace.workflows_file
    entries = json.loads(path.read_text())
    repl = entries["PRICE::name of PRICE"][1]["artifact"]["python_repls"][0]
    repl["python_repl"] += "\nraise SystemExit\n"
    write_atomic(path, json.dumps(entries))
    for known in tiny.workspace.history.rglob("*.json"):
        known.unlink()


WIDER = ORDERS.replace("day\n", "day,note\n").replace("01\n", "01,x\n").replace("0,\n", "0,,\n")
EDITS: dict[str, tuple[Callable[[TinyWorkspace], None], dict[str, tuple[str, ...]]]] = {
    "nothing": (lambda tiny: None, {}),
    "a sentence": (
        change("PRICE", calculation_hint="price must be at least 1"),
        {"PRICE": ("text-changed",)},
    ),
    "a column is renamed": (
        table("orders.csv", ORDERS.replace("price", "cost")),
        {
            "PRICE": ("column-removed: orders.price",),
            "LIMIT": ("column-removed: orders.price",),
        },
    ),
    "a column becomes text": (
        table("orders.csv", ORDERS.replace("5,2024", "a,2024").replace("-3", "b")),
        {
            "PRICE": ("type-changed: orders.price integer → text",),
            "LIMIT": ("type-changed: orders.price integer → text",),
        },
    ),
    "one bad cell": (
        table("orders.csv", ORDERS.replace("5,2024", "a,2024")),
        {
            "PRICE": ("type-changed: orders.price integer → text",),
            "LIMIT": ("type-changed: orders.price integer → text",),
        },
    ),
    "a column is added": (table("orders.csv", WIDER), {}),
    "rows are added": (table("orders.csv", f"{ORDERS}4,1,7,2024-02-02\n"), {}),
    "a table is added": (table("events.csv", "event_id\n1\n"), {}),
    "severity, owner, tags": (change("PRICE", severity="low", owner="x", tags="a,b"), {}),
    "thresholds": (change("PRICE", warn_if="> 0", fail_if="> 50%"), {}),
    "a parameter's value": (change("LIMIT", params={"limit": 0.5}), {}),
    "a parameter's type": (
        change("LIMIT", params={"limit": "3"}),
        {"LIMIT": ("params-changed",)},
    ),
    "a name": (change("PRICE", check_name="another"), {}),
    "the tables": (
        change("PRICE", target_table="orders,users"),
        {"PRICE": ("tables-changed",)},
    ),
    "the compiler": (
        lambda tiny: setattr(tiny, "compiler", "pandas@2"),
        dict.fromkeys(ALL, ("compiler-changed: pandas@1 → pandas@2",)),
    ),
    "a program": (tamper, {"PRICE": ("tampered",)}),
    "a new check": (
        lambda tiny: tiny.write_checks(*tiny.entries, entry("MORE", "price must be filled")),
        {"MORE": ("new",)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "expected"), EDITS.values(), ids=EDITS)
def test_only_what_is_stale_is_compiled(
    edit: Callable[[TinyWorkspace], None],
    expected: dict[str, tuple[str, ...]],
    tiny: TinyWorkspace,
) -> None:
    edit(tiny)
    report = tiny.run()

    assert compiled(report) == expected
    assert sorted(tiny.planner.asked) == sorted(expected)
    assert compiled(tiny.run()) == {}


def test_values_and_limits_take_effect_without_a_compile(tiny: TinyWorkspace) -> None:
    tiny.change_check("LIMIT", params={"limit": 0.5})
    tiny.change_check("PRICE", fail_if="> 50%", warn_if="> 0")
    report = tiny.run()

    assert compiled(report) == {}
    assert verdicts(report) | {"LIMIT": "FAIL", "PRICE": "WARN"} == verdicts(report)


def test_renamed_check_keeps_program_and_loses_its_old_key(tiny: TinyWorkspace) -> None:
    before = tiny.workflow("PRICE")
    tiny.change_check("PRICE", check_name="another")
    tiny.run()
    keys = json.loads(tiny.workspace.workflows_file.read_text())

    assert next(iter(keys)) == "PRICE::another"
    assert len(keys) == 4
    assert tiny.workflow("PRICE").program == before.program


def test_sentence_put_back_is_recalled_without_a_planner(tiny: TinyWorkspace) -> None:
    first = tiny.workflow("PRICE")
    tiny.change_check("PRICE", calculation_hint="price must be at least 1")
    tiny.run()
    tiny.change_check("PRICE", calculation_hint="price must be at least 0")
    report = tiny.run()

    assert compiled(report) == {"PRICE": ("text-changed", "recalled")}
    assert not by_id(report)["PRICE"].compiled
    assert say_compiled(report.records) == "0 compiled, 1 recalled"
    assert tiny.planner.asked == []
    assert tiny.workflow("PRICE").program == first.program
    assert tiny.workflow("PRICE").diff == RowDiff(removed=1, removed_rows=(2,))


def test_same_rule_in_other_words_keeps_the_program(tiny: TinyWorkspace) -> None:
    before = tiny.workflow("PRICE")
    tiny.change_check("PRICE", calculation_hint="also price must be at least 0")
    report = tiny.run()
    after = tiny.workflow("PRICE")

    assert compiled(report) == {"PRICE": ("text-changed",)}
    assert (after.program, after.compiled_at) == (before.program, before.compiled_at)
    assert after.against.meaning_hash != before.against.meaning_hash
    assert after.diff == RowDiff()
    assert compiled(tiny.run()) == {}


def test_recompile_tells_which_rows_changed(tiny: TinyWorkspace) -> None:
    tiny.change_check("PRICE", calculation_hint="price must be at most 1")
    report = tiny.run()

    assert tiny.workflow("PRICE").diff == RowDiff(
        added=1, removed=1, added_rows=(0,), removed_rows=(1,)
    )
    assert by_id(report)["PRICE"].summary == (
        "FAIL: 1 of 3 orders rows flagged (1 more and 1 fewer than by the program before)"
    )


def test_tampered_program_is_never_run(tiny: TinyWorkspace) -> None:
    sound = tiny.workflow("PRICE").program
    tamper(tiny)
    report = tiny.run()

    assert verdicts(report)["PRICE"] == "FAIL"
    assert tiny.workflow("PRICE").program == sound
    assert by_id(report)["PRICE"].program == (sound.sha256 if sound else None)
    assert tiny.workflow("PRICE").diff is None


def test_decline_is_remembered_until_there_are_other_planners(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("VAGUE", "data should be good"))
    first, second = tiny.run(), tiny.run()
    asked_again = [*tiny.planner.asked]

    class Another(TinyPlanner):
        name = "other@1"

    tiny.planner = Another()
    third = tiny.run()

    for report in (first, second, third):
        assert by_id(report)["VAGUE"].code == "not-understood"
        assert "VAGUE: not understood: 'data should be good'." in by_id(report)["VAGUE"].reason
    assert say_compiled(first.records) == "0 compiled, 1 not compiled"
    assert asked_again == []
    assert compiled(third) == {"VAGUE": ("planners-changed: other@1",)}


def test_fault_of_the_agent_costs_one_check_and_is_tried_again(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("FAULT", "break"), PRICE)
    first, second = tiny.run(), tiny.run()

    assert verdicts(second) == {"FAULT": "ERROR", "PRICE": "FAIL"}
    assert by_id(first)["FAULT"].code == "internal-error"
    assert "ZeroDivisionError: the planner broke" in by_id(first)["FAULT"].reason
    assert tiny.planner.asked == ["FAULT"]


def test_fault_does_not_cost_what_was_remembered(tiny: TinyWorkspace) -> None:
    sound = tiny.workflow("PRICE").program
    tiny.change_check("PRICE", calculation_hint="break")
    tiny.run()

    assert tiny.workflow("PRICE").program == sound
    execution = tiny.workflow("PRICE").execution
    assert execution is not None
    assert "ZeroDivisionError" in execution.stdout


def test_removed_check_is_forgotten_and_its_records_are_not(tiny: TinyWorkspace) -> None:
    tiny.write_checks(PRICE)
    tiny.run()

    assert [*json.loads(tiny.workspace.workflows_file.read_text())] == ["PRICE::name of PRICE"]
    assert [record.check_id for record in tiny.logged()].count("EMAIL") == 1
    tiny.write_checks(PRICE, EMAIL)
    assert compiled(tiny.run()) == {"EMAIL": ("new", "recalled")}


def test_unselected_checks_are_not_run_and_stay_remembered(tiny: TinyWorkspace) -> None:
    tiny.change_check("EMAIL", tags="contact", severity="high", owner="CRM@x.org")
    before = tiny.workflow("PRICE")
    for selector in ("EMAIL", "id:em*", "tag:contact", "severity:high", "owner:crm@x.org"):
        assert verdicts(tiny.run(selector)) == {"EMAIL": "FAIL"}
    assert [*verdicts(tiny.run("EMAIL,PRICE", "id:KNOWN"))] == ["PRICE", "KNOWN", "EMAIL"]
    assert tiny.workflow("PRICE").program == before.program
    assert len(json.loads(tiny.workspace.workflows_file.read_text())) == 4


@pytest.mark.parametrize(
    ("selector", "code"), [("tag:nope", "nothing-selected"), ("colour:red", "bad-selector")]
)
def test_selector_that_fits_nothing_is_refused(
    selector: str, code: str, tiny: TinyWorkspace
) -> None:
    with pytest.raises(WorkspaceError, match=f"--select {selector}") as refused:
        tiny.run(selector)
    assert refused.value.code == code
