"""What is stale and why, and above all what is not."""

from __future__ import annotations

from typing import Any

import pytest

from backend.changes import compiled_against, decide, is_fresh, meaning_hash
from backend.contracts.check import Example
from backend.contracts.decision import Action
from backend.contracts.schema import Schema
from tests.changes_sample import (
    COMPILER,
    EVENTS,
    PLANNERS,
    SCHEMA,
    USERS,
    check_of,
    decide_one,
    declined_of,
    reasons_of,
    remember,
    schema_of,
    sha256_of,
    table_of,
    workflow_of,
)


def test_a_check_that_is_not_remembered_is_new() -> None:
    decision = decide_one(check_of(), None)
    assert reasons_of(decision) == ["new"]
    assert (decision.key, decision.remembered) == ("CHK-1::Unknown users", None)


def test_what_is_remembered_is_used_again() -> None:
    decision = decide_one(check_of(), workflow_of(check_of()))
    assert reasons_of(decision) == []
    assert decision.remembered == "CHK-1::Unknown users"


NOTHING: dict[str, dict[str, Any]] = {
    "severity": {"severity": "critical"},
    "owner": {"owner": "ann@x.org"},
    "tags": {"tags": ["a"]},
    "threshold": {"fail_if": "> 2%", "warn_if": "> 1"},
    "allow_empty": {"allow_empty": True},
    "depends_on": {"depends_on": ["CHK-2"]},
    "a param's value": {"params": {"limit": 6}},
    "a param's fraction": {"params": {"limit": 6.5}},
    "tables as a list": {"target_table": ["events", "users"]},
    "name": {"check_name": "Other name"},
}


@pytest.mark.parametrize("change", NOTHING.values(), ids=NOTHING)
def test_what_is_not_compiled_makes_nothing_stale(change: dict[str, Any]) -> None:
    decision = decide_one(check_of(**change), workflow_of(check_of()))
    assert reasons_of(decision) == []
    assert decision.remembered == "CHK-1::Unknown users"
    assert meaning_hash(check_of(**change)) == meaning_hash(check_of())


MEANING: dict[str, tuple[dict[str, Any], str]] = {
    "sentence": ({"calculation_hint": "Flag events without user."}, "text-changed"),
    "tables": ({"target_table": "events"}, "tables-changed"),
    "order of tables": ({"target_table": "users,events"}, "tables-changed"),
    "a param's name": ({"params": {"most": 5}}, "params-changed"),
    "a param's type": ({"params": {"limit": "5"}}, "params-changed"),
    "a param to yes or no": ({"params": {"limit": True}}, "params-changed"),
    "no params": ({"params": {}}, "params-changed"),
    "stage": ({"stage": "eda"}, "stage-changed"),
    "examples": ({"examples": {"flagged": [{"user_id": 9}]}}, "examples-changed"),
    "target": ({"target": "user_id"}, "target-changed"),
}


@pytest.mark.parametrize(("change", "reason"), MEANING.values(), ids=MEANING)
def test_a_changed_meaning_says_what_changed(change: dict[str, Any], reason: str) -> None:
    decision = decide_one(check_of(**change), workflow_of(check_of()))
    assert reasons_of(decision) == [reason]
    assert decision.remembered == "CHK-1::Unknown users"


def test_several_changes_are_all_told() -> None:
    change = check_of(calculation_hint="Other.", stage="prep", target="x")
    expected = ["text-changed", "stage-changed", "target-changed"]
    assert reasons_of(decide_one(change, workflow_of(check_of()))) == expected


def test_without_the_parts_a_changed_meaning_is_told_as_text() -> None:
    workflow = workflow_of(check_of())
    bare = workflow.against.model_copy(update={"parts": {}})
    change = check_of(target_table="events")
    decision = decide_one(change, workflow.model_copy(update={"against": bare}))
    assert reasons_of(decision) == ["text-changed"]


def test_examples_are_compared_by_content() -> None:
    first = check_of(examples={"flagged": [{"a": 1, "b": None}]})
    second = first.model_copy(update={"examples": Example(flagged=({"b": None, "a": 1},))})
    assert meaning_hash(first) == meaning_hash(second)
    assert meaning_hash(first) != meaning_hash(check_of())


def test_another_compiler_compiles_anew() -> None:
    for workflow in (workflow_of(check_of()), declined_of(check_of())):
        decision = decide_one(check_of(), workflow, compiler="compiler@2")
        assert reasons_of(decision) == ["compiler-changed: compiler@1 → compiler@2"]


@pytest.mark.parametrize(
    "change", [{"source": "import os"}, {"sha256": sha256_of("other")}, {"sha256": ""}], ids=str
)
def test_a_program_that_was_tampered_with_is_compiled_anew(change: dict[str, str]) -> None:
    workflow = workflow_of(check_of())
    assert workflow.program is not None
    program = workflow.program.model_copy(update=change)
    tampered = workflow.model_copy(update={"program": program})
    assert reasons_of(decide_one(check_of(), tampered)) == ["tampered"]
    assert not is_fresh(check_of(), tampered, SCHEMA, COMPILER, PLANNERS)


def test_half_a_character_in_a_source_is_tampering_and_no_crash() -> None:
    workflow = workflow_of(check_of())
    assert workflow.program is not None
    program = workflow.program.model_copy(update={"source": "\ud800"})
    decision = decide_one(check_of(), workflow.model_copy(update={"program": program}))
    assert reasons_of(decision) == ["tampered"]


def test_what_is_requested_is_compiled_with_all_reasons() -> None:
    check = check_of(calculation_hint="Other.")
    requested = frozenset({"CHK-1"})
    assert reasons_of(decide_one(check_of(), workflow_of(check_of()), requested=requested)) == [
        "requested"
    ]
    both = decide_one(check, workflow_of(check_of()), requested=requested)
    assert reasons_of(both) == ["requested", "text-changed"]
    assert (
        reasons_of(decide_one(check_of(), workflow_of(check_of()), requested=frozenset({"CHK-2"})))
        == []
    )


@pytest.mark.parametrize("has_workflow", [True, False], ids=["remembered", "never compiled"])
def test_a_disabled_check_is_never_compiled(has_workflow: bool) -> None:
    check = check_of(enabled=False, calculation_hint="Other.")
    workflow = workflow_of(check_of()) if has_workflow else None
    decision = decide_one(check, workflow, Schema(), requested=frozenset({"CHK-1"}))
    assert reasons_of(decision) == []
    assert decision.remembered == (workflow.key if workflow else None)


def test_a_renamed_check_that_also_changed_remembers_its_old_key() -> None:
    decision = decide_one(check_of(check_name="New", calculation_hint="x"), workflow_of(check_of()))
    assert reasons_of(decision) == ["text-changed"]
    assert (decision.key, decision.remembered) == ("CHK-1::New", "CHK-1::Unknown users")


def test_a_workflow_without_program_or_decline_is_compiled() -> None:
    assert reasons_of(decide_one(check_of(), workflow_of(check_of(), program=None, plan=None))) == [
        "new"
    ]


def test_decisions_stand_in_the_order_of_the_checks_then_the_drops() -> None:
    checks = [check_of(check_id=name) for name in ("C", "A", "B")]
    gone = [workflow_of(check_of(check_id=name)) for name in ("Y", "X")]
    remembered = remember(gone[0], workflow_of(checks[1]), gone[1])
    decisions = decide(checks, SCHEMA, remembered, COMPILER, PLANNERS)
    assert [decision.key.partition(":")[0] for decision in decisions] == ["C", "A", "B", "Y", "X"]
    assert [decision.action.value for decision in decisions] == [
        "compile", "reuse", "compile", "drop", "drop",
    ]  # fmt: skip
    assert [str(reason) for reason in decisions[3].reasons] == ["removed"]
    assert decisions[3].remembered == decisions[3].key == "Y::Unknown users"


def test_what_is_remembered_of_an_unreadable_entry_is_kept() -> None:
    remembered = remember(workflow_of(check_of()))
    decisions = decide([], SCHEMA, remembered, COMPILER, PLANNERS, keep=frozenset({"CHK-1"}))
    assert decisions == []


def test_of_two_names_of_one_check_the_present_one_is_used() -> None:
    present = workflow_of(check_of())
    old = workflow_of(check_of(check_name="Old"))
    for remembered in (remember(present, old), remember(old, present)):
        reuse, drop = decide([check_of()], SCHEMA, remembered, COMPILER, PLANNERS)
        assert (reuse.action, reuse.remembered) == (Action.REUSE, present.key)
        assert (drop.action, drop.key) == (Action.DROP, old.key)


def test_the_record_of_a_compile_names_its_own_tables_only() -> None:
    schema = schema_of(EVENTS, USERS, table_of("orders"))
    against = compiled_against(
        check_of(), schema, tables=("events", "none"), checks_hash="xxh3:c", compiler=COMPILER
    )
    assert against.schema_cols == {"events": ("user_id", "at", "note")}
    assert against.meaning_hash == meaning_hash(check_of())
    assert against.meaning_hash.startswith("xxh3:")


def test_ten_thousand_checks_are_decided_one_by_one() -> None:
    checks = [check_of(check_id=f"CHK-{number}") for number in range(10_000)]
    stale = checks[1234].model_copy(update={"calculation_hint": "Other."})
    remembered = remember(*(workflow_of(check) for check in checks[:100]))
    template = remembered[checks[0].key]
    remembered |= {
        check.key: template.model_copy(update={"check_id": check.check_id})
        for check in checks[100:]
    }
    now = [*checks[:1234], stale, *checks[1235:]]
    decisions = decide(now, SCHEMA, remembered, COMPILER, PLANNERS)
    compiled = [each.key for each in decisions if each.action is Action.COMPILE]
    assert compiled == [stale.key]
    assert len(decisions) == 10_000
