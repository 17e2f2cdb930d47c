"""A model writes a program, is told what came of it, and corrects it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from backend.contracts.errors import AgentError, ProviderError
from backend.contracts.model import ModelRequest
from backend.contracts.program import Program
from backend.executor.program_hash import is_as_recorded
from backend.executor.write_by_model import (
    TRY,
    Desk,
    Tried,
    Written,
    write_by_model,
    writing_rules,
)
from backend.llm.scripted import ScriptedModel, calls_tool
from tests.changes_sample import check_of
from tests.executor.free_form import plan_of, schema_of

HEAD = 'import pandas as pd\n\n\ndef check(tables):\n    orders = tables["orders"]\n'
GOOD = HEAD + '    return orders[orders["price"] == "x"]\n'
MISSPELLED = GOOD.replace('"price"', '"prize"')
WRONG = HEAD + '    return orders[orders["price"] != "x"]\n'
CLOCK = HEAD + "    return orders[pd.Timestamp.now() > orders]\n"


def try_it(program: Program) -> Tried:
    """In order is what compares the price with x; the rest is told as the sandbox would."""
    assert is_as_recorded(program)
    if '"prize"' in program.source:
        error = "KeyError: 'prize' (line 6)"
        return Tried(False, {"in_order": False, "tables": {"error": error}}, error)
    if "!=" in program.source:
        return Tried(False, {"in_order": False, "examples": ["must flag [0]"]}, "must flag [0]")
    return Tried(True, {"in_order": True}, "")


def write(*answers: Any, tries: int = 4, rungs: int = 2) -> tuple[Written, ScriptedModel]:
    model = ScriptedModel(*answers, rungs=rungs)
    desk = Desk(model, try_it, {"sentence": "…"}, schema_of(), tries=tries, rungs=rungs)
    with model:
        return write_by_model(plan_of(), check_of(), desk), model


def tries_of(source: str) -> Any:
    return calls_tool(TRY.name, {"source": source})


def last_told(request: ModelRequest) -> str:
    return json.dumps(request.messages[-1], ensure_ascii=False)


def test_program_in_order_at_once_takes_one_call() -> None:
    written, model = write(tries_of(GOOD))

    assert "'x'" in written.program.source or '"x"' in written.program.source
    assert [request.purpose for request in model.asked] == ["write"]
    assert model.asked[0].system[0].cached
    assert len(written.calls) == 1


def test_wrong_program_is_corrected_with_what_came_of_it() -> None:
    written, model = write(tries_of(WRONG), tries_of(GOOD))

    assert "== " in written.program.source
    assert [request.purpose for request in model.asked] == ["write", "heal"]
    assert "must flag [0]" in last_told(model.asked[1])
    assert model.asked[1].messages[-2]["role"] == "assistant"


def test_misspelled_column_costs_no_call() -> None:
    plan = plan_of()
    written, model = write(tries_of(MISSPELLED))

    assert len(model.asked) == 1
    assert written.remedies == ("'prize' is spelled 'price'",)
    assert '"prize"' not in written.program.source
    assert plan.tables == written.program.tables


def test_remark_on_the_text_is_told_before_anything_runs() -> None:
    _, model = write(tries_of(CLOCK), tries_of(GOOD))
    assert "there is no clock" in last_told(model.asked[1])


def test_code_block_counts_as_a_try() -> None:
    written, _ = write(f"Here it is:\n```python\n{GOOD}```\n")
    assert "price" in written.program.source


def test_answer_without_a_program_is_a_try() -> None:
    _, model = write("I would rather not.", tries_of(GOOD))
    assert "try_program" in last_told(model.asked[1])


def test_last_try_is_a_larger_model_s_that_starts_afresh() -> None:
    _, model = write(*[tries_of(WRONG)] * 3, tries_of(GOOD))
    first, last = model.asked[0], model.asked[-1]

    assert [request.rung for request in model.asked] == [0, 0, 0, 1]
    assert last.messages[0] == first.messages[0]
    assert len(last.messages) == 3
    assert "!=" in last_told(last)


@pytest.mark.parametrize("rungs", [1, 2])
def test_tries_are_counted(rungs: int) -> None:
    with pytest.raises(AgentError) as told:
        write(*[tries_of(WRONG)] * 4, rungs=rungs)
    assert told.value.code == "program-failed"
    assert "4 tries" in str(told.value)
    assert "must flag [0]" in str(told.value)


def test_silence_of_the_model_is_passed_on() -> None:
    with pytest.raises(ProviderError) as told:
        write(tries_of(WRONG), ProviderError("CHK-1: overloaded.", code="overloaded"))
    assert told.value.code == "overloaded"


def test_same_rules_for_every_check() -> None:
    _, one = write(tries_of(GOOD))
    _, other = write(tries_of(GOOD))
    assert one.asked[0].system == other.asked[0].system
    assert one.asked[0].system[0].text == writing_rules()
