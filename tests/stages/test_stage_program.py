"""A check of a stage says by its fields what will be done, or is declined."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import AgentError
from backend.contracts.schema import Schema
from backend.executor.program_hash import is_as_recorded
from backend.stages.extra import refuse_without_extra
from backend.stages.stage_program import plan_stage, write_stage_program
from backend.tables.snapshot import snapshot_tables
from tests.stages.stage_bench import StageBench, stage_check


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return snapshot_tables(StageBench(tmp_path).workspace, Schema())


def test_the_plan_tells_what_will_be_done(schema: Schema) -> None:
    check = stage_check("train", target="bought", params={"seed": 7, "trials": 5})
    plan = plan_stage(check, schema, planner="stages@1")

    assert plan.restatement == (
        "Train a model on 'people' with the target 'bought', as the train of 'people'."
    )
    assert plan.assumptions == (
        "Every random choice starts from seed 7.",
        "As params say: trials 5.",
        "The sentence is kept as a note; it changes nothing of what is done.",
    )
    assert [read.column for read in plan.columns_read] == ["age", "city", "bought"]
    assert len(plan.steps) >= 4


def test_without_a_target_the_plan_says_so(schema: Schema) -> None:
    plan = plan_stage(stage_check("prep", session="walk"), schema, planner="p")

    assert plan.restatement == "Prepare 'people' with the target inferred, as the prep of 'walk'."
    assert any("The target is the one that the exploration finds" in a for a in plan.assumptions)


def test_the_program_stands_for_itself(schema: Schema) -> None:
    check = stage_check("prep")
    program = write_stage_program(plan_stage(check, schema, planner="p"), check)

    assert program.source.startswith('"""PREP-1 · prep of people\nPrepare ')
    assert (program.table, program.tables) == ("people", ("people",))
    assert is_as_recorded(program)
    assert program == write_stage_program(plan_stage(check, schema, planner="p"), check)


DECLINED: dict[str, tuple[dict[str, Any], str, str]] = {
    "two tables": ({"target_table": "people, cars"}, "one-table", "names 2. Name one."),
    "no such table": ({"target_table": "peple"}, "unknown-table", "Did you mean 'people'?"),
    "no such target": ({"target": "bougt"}, "unknown-column", "Did you mean 'bought'?"),
    "a bad session": ({"session": "a/b"}, "bad-session", "Use letters"),
}


@pytest.mark.parametrize(("fields", "code", "told"), DECLINED.values(), ids=DECLINED.keys())
def test_what_cannot_be_planned_is_declined(
    schema: Schema, fields: dict[str, Any], code: str, told: str
) -> None:
    with pytest.raises(AgentError) as declined:
        plan_stage(stage_check(**fields), schema, planner="p")

    assert declined.value.code == code
    assert told in str(declined.value)


def test_a_missing_library_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    source = "import json\ndef f():\n    from lightgbm import LGBMClassifier\n    import optuna.x\n"
    refuse_without_extra(source, "TRAIN-1")
    for name in ("lightgbm", "optuna"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [])  # nothing more can be found

    with pytest.raises(AgentError, match=r"TRAIN-1: this stage needs lightgbm, optuna") as missing:
        refuse_without_extra(source, "TRAIN-1")
    assert missing.value.code == "extra-missing"
    assert "make ml" in str(missing.value)
