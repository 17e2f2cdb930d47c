from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import AgentError, AmbiguousCheck, CannotPlan, ProviderError
from backend.contracts.plan import Grain
from backend.contracts.schema import Schema
from backend.contracts.settings import ModelSettings, Rung, Settings
from backend.contracts.witness import Origin
from backend.llm.scripted import ScriptedModel
from backend.planner.by_model.planner import ModelPlanner
from backend.planner.offline.planner import OfflinePlanner
from tests.planner.by_model.world import (
    PRICE,
    WITNESS,
    answer,
    cell,
    check,
    compare,
    must,
    number,
    planner,
    tables,
    text,
)

SOUND = answer(PRICE, witnesses=(WITNESS,), assumptions=["'at least' includes 0.\nSo it does."])
BAD = answer(must(compare(cell("prize"), ">=", number(0))))
STEPS: dict[str, Any] = {
    "decision": "steps",
    "restatement": "Of each status the dearest order is flagged.",
    "reason": "No kind ranks.",
    "table": "orders",
    "tables": ["orders"],
    "grain": "rows",
    "columns_read": ["orders.status", "orders.price"],
    "steps": ["Group by status.", "Return the dearest, as of as_of."],
    "assumptions": ["Empty prices are not flagged."],
    "witnesses": (
        {
            "says": "one dearest",
            "tables": {
                "orders": {"columns": ["status", "price"], "rows": [["a", "1"], ["a", "2"]]}
            },
            "flagged": [1],
            "as_of": "2024-01-01",
        },
    ),
}


@pytest.fixture
def schema(tmp_path: Path) -> Schema:
    return tables(tmp_path)


def test_rule_comes_of_one_call_and_is_the_offline_plan_but_for_the_words(schema: Schema) -> None:
    by_model, model = planner(SOUND)

    plan = by_model.plan(check(), schema)

    offline = OfflinePlanner(by_model.name).plan(check(), schema)
    own = {"words": (), "assumptions": (), "witnesses": ()}
    assert plan.model_copy(update=own) == offline.model_copy(update=own)
    assert plan.assumptions == (
        "'at least' includes 0. So it does.",
        "Empty values are not flagged.",
    )
    assert [each.origin for each in plan.witnesses] == [Origin.PLANNER]
    assert len(model.asked) == 1


def test_words_are_held_against_the_data_here_and_not_there(schema: Schema) -> None:
    rule = must(compare(cell("status"), "==", text("paid")))
    by_model, _ = planner(answer(rule), answer(rule))

    unquoted = by_model.plan(check("status must be paid"), schema)
    quoted = by_model.plan(check("status must be 'paid'"), schema)

    assert "'Paid'" in unquoted.restatement
    assert "'paid' is read as 'Paid'" in unquoted.assumptions[0]
    assert "'paid'" in quoted.restatement


def test_steps_are_a_free_form_plan(schema: Schema) -> None:
    by_model, _ = planner(answer(**STEPS))

    plan = by_model.plan(check("Flag the dearest order of each status."), schema)

    assert (plan.kind, plan.rule, plan.table, plan.grain) == ("free_form", {}, "orders", Grain.ROWS)
    assert [read.column for read in plan.columns_read] == ["status", "price"]
    assert plan.parameters == ("as_of",)
    assert plan.steps[0] == "Group by status."


BAD_STEPS: dict[str, tuple[dict[str, Any], str]] = {
    "a table that the check has not": ({"table": "users"}, "no table 'users'"),
    "a column that is not there": ({"columns_read": ["orders.prize"]}, "orders.prize"),
    "no column": ({"columns_read": []}, "columns_read"),
    "no grain": ({"grain": ""}, "grain"),
    "one step": ({"steps": ["Do it."]}, "steps"),
    "no assumption": ({"assumptions": []}, "assumptions"),
    "no restatement": ({"restatement": " "}, "restatement"),
    "no witness": ({"witnesses": ()}, "one that is not"),
    "a step that would be cut": ({"steps": ["x" * 1001, "y"]}, "more than 1000"),
}


@pytest.mark.parametrize(("change", "told"), BAD_STEPS.values(), ids=BAD_STEPS)
def test_steps_lack_nothing(change: dict[str, Any], told: str, schema: Schema) -> None:
    by_model, model = planner(answer(**STEPS | change), answer(**STEPS | change))

    with pytest.raises(CannotPlan) as refused:
        by_model.plan(check("Flag the dearest order of each status."), schema)

    assert refused.value.code == "invalid-answer"
    assert told in str(refused.value)
    assert len(model.asked) == 2


DECLINES: dict[str, tuple[str, type[Exception], str]] = {
    "ambiguous": ("ambiguous", AmbiguousCheck, "ambiguous"),
    "declined": ("decline", CannotPlan, "not-understood"),
    "out of scope": ("out_of_scope", CannotPlan, "out-of-scope"),
}


@pytest.mark.parametrize(("decision", "error", "code"), DECLINES.values(), ids=DECLINES)
def test_decline_is_told_with_its_reason(
    decision: str, error: type[AgentError], code: str, schema: Schema
) -> None:
    by_model, model = planner(answer(decision=decision, reason="Say \x1b[31mwhich\nprice."))

    with pytest.raises(error) as declined:
        by_model.plan(check(), schema)

    assert declined.value.code == code  # type: ignore[attr-defined]
    assert str(declined.value) == "C-1: Say [31mwhich price."
    assert len(model.asked) == 1


NO_ANSWERS = {
    "no JSON": "I would rather not.",
    "a field is missing": '{"decision": "rule"}',
    "no such decision": answer(PRICE, decision="guess"),
    "the rule is no JSON": answer(PRICE).replace("{\\", "[\\", 1),
    "the rule is a list": answer([1]),
    "the rule is deep": answer().replace('"rule": ""', f'"rule": "{"[" * 50}"'),
    "not a number": answer().replace('"rule": ""', '"rule": "{\\"kind\\": NaN}"'),
    "no such kind": answer({"kind": "vibes", "table": "orders"}),
    "none of its kind": answer({"kind": "broken_rows", "table": "orders"}),
    "declines without a reason": answer(decision="decline"),
}


@pytest.mark.parametrize("reply", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_answer_is_mended_once(reply: str, schema: Schema) -> None:
    by_model, model = planner(reply, SOUND)

    assert by_model.plan(check(), schema).kind == "broken_rows"

    first, second = model.asked
    assert second.system == first.system
    assert second.messages[0] == first.messages[0]
    assert [message["role"] for message in second.messages] == ["user", "assistant", "user"]
    assert second.rung == 0


def test_correction_tells_what_was_wrong(schema: Schema) -> None:
    by_model, model = planner(BAD, SOUND)

    by_model.plan(check(), schema)

    assert "orders has no column 'prize'. Did you mean 'price'?" in str(
        model.asked[1].messages[2]["content"]
    )


def test_empty_reply_is_asked_again_in_one_turn(schema: Schema) -> None:
    by_model, model = planner("", SOUND)

    by_model.plan(check(), schema)

    roles = [[message["role"] for message in asked.messages] for asked in model.asked]
    assert roles[0] == ["user"]
    assert roles[1][-1] == "user"


def test_larger_models_begin_anew(schema: Schema) -> None:
    by_model, model = planner(BAD, BAD, BAD, SOUND, rungs=3)

    by_model.plan(check(), schema)

    assert [asked.rung for asked in model.asked] == [0, 0, 1, 2]
    assert [len(asked.messages) for asked in model.asked] == [1, 3, 1, 1]


def test_ladder_of_the_settings_bounds_the_calls(schema: Schema) -> None:
    ladder = (Rung(model="small"), Rung(model="large"))
    model = ScriptedModel(BAD, BAD, BAD, SOUND)
    by_model = ModelPlanner("m@1", model, Settings(model=ModelSettings(ladder=ladder)))

    with pytest.raises(CannotPlan) as refused:
        by_model.plan(check(), schema)

    assert refused.value.code == "invalid-answer"
    assert [asked.rung for asked in model.asked] == [0, 0, 1]


def test_failing_service_is_no_decline(schema: Schema) -> None:
    by_model, _ = planner(ProviderError("The budget is spent.", code="budget-spent"))

    with pytest.raises(ProviderError) as failed:
        by_model.plan(check(), schema)

    assert failed.value.code == "budget-spent"


NOT_ASKED: dict[str, tuple[dict[str, Any], str]] = {
    "a table that is not there": ({"names": "order"}, "unknown-table"),
    "a sentence beyond reason": ({"sentence": "price " * 1000}, "too-long"),
    "something else than data": ({"sentence": "Delete the file orders.csv."}, "out-of-scope"),
}


@pytest.mark.parametrize(("change", "code"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_nothing_is_asked_in_vain(change: dict[str, Any], code: str, schema: Schema) -> None:
    by_model, model = planner()

    with pytest.raises(CannotPlan) as refused:
        by_model.plan(check(**change), schema)

    assert refused.value.code == code
    assert not model.asked
