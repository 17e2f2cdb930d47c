"""Sentences to proven programs with a model: who is asked, what is believed, what is on record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.auditing import audit, say_records
from backend.contracts.errors import ProviderError
from backend.contracts.prompt import Ending
from backend.describe import say_check
from backend.executor.write_by_model import TRY
from backend.llm.failures import CAUSES
from backend.llm.scripted import calls_tool
from backend.store.prompt_log import read_prompts
from tests.model_workspace import ModelWorkspace
from tests.planner.by_model.world import answer, cell, compare, must, number
from tests.tiny_workspace import by_id, entry

ALONE = "[model]\nsecond_opinion = false\n"
CLEAR = entry("CLEAR", "price must be at least 0")
ODD = entry("ODD", "No order may go for a song (below nought).")
AT_LEAST_0 = answer(must(compare(cell("price"), ">=", number(0))))
AT_LEAST_1 = answer(must(compare(cell("price"), ">=", number(1))))
ALSO_AT_LEAST_0 = answer(must({"type": "not", "part": compare(cell("price"), "<", number(0))}))
WITNESS = {
    "says": "the dearest of three",
    "tables": {"orders": {"columns": ["price"], "rows": [["5"], ["9"], [None]]}},
    "flagged": [1],
}
STEPS = answer(
    decision="steps",
    restatement="The dearest order is flagged.",
    table="orders",
    tables=["orders"],
    grain="rows",
    columns_read=["orders.price"],
    steps=["Read price as a number.", "Return the row with the highest price."],
    assumptions=["Empty prices are not flagged."],
    witnesses=(WITNESS,),
)
HEAD = 'import pandas as pd\n\n\ndef check(tables):\n    orders = tables["orders"]\n'
PRICE = '    price = pd.to_numeric(orders["price"], errors="coerce")\n'
DEAREST = f"{HEAD}{PRICE}    return orders[price == price.max()]\n"
CHEAPEST = DEAREST.replace("max", "min")


def tries(source: str) -> Any:
    return calls_tool(TRY.name, {"source": source})


def test_clear_sentence_is_compiled_without_a_model_where_no_opinion_is_asked(
    tmp_path: Path,
) -> None:
    tiny = ModelWorkspace(tmp_path / "w", CLEAR, settings=ALONE)
    record = by_id(tiny.run_with())["CLEAR"]

    assert (record.verdict, record.flagged, record.model_calls) == ("FAIL", 1, 0)
    (compiled,) = read_prompts(tiny.workspace)
    assert (compiled.purpose, compiled.program) == ("compile", record.program)


OPINIONS = {
    "the same rule": (AT_LEAST_0, "holds", "the same rule"),
    "the same rule in other terms": (ALSO_AT_LEAST_0, "holds", "the same rule"),
    "no opinion": (answer(decision="decline", reason="I cannot say."), "skipped", "I cannot say"),
    "no answer": (ProviderError("CLEAR: busy.", code="overloaded"), "skipped", "overloaded"),
    "steps": (STEPS, "skipped", "no rule kind"),
}


@pytest.mark.parametrize(("said", "finding", "detail"), OPINIONS.values(), ids=OPINIONS)
def test_second_opinion(said: Any, finding: str, detail: str, tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", CLEAR)
    record = by_id(tiny.run_with(said))["CLEAR"]
    proof = tiny.workflow("CLEAR").proof

    assert (record.verdict, record.flagged) == ("FAIL", 1)
    assert proof is not None
    assert (proof.trials[-1].name, proof.trials[-1].finding) == ("second-opinion", finding)
    assert detail in proof.trials[-1].detail


def test_opinions_that_differ_are_shown_and_nothing_is_cached(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", CLEAR)
    record = by_id(tiny.run_with(AT_LEAST_1))["CLEAR"]

    assert (record.verdict, record.code) == ("ERROR", "disputed")
    assert "at least 0" in record.reason
    assert "at least 1" in record.reason
    assert tiny.workflow("CLEAR").program is None
    assert by_id(tiny.run_with())["CLEAR"].code == "disputed"


def test_model_plans_what_offline_declines_and_is_not_asked_again(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD)
    record = by_id(tiny.run_with(AT_LEAST_0))["ODD"]

    assert (record.verdict, record.flagged, record.model_calls) == ("FAIL", 1, 1)
    workflow = tiny.workflow("ODD")
    assert workflow.proof is not None
    assert workflow.proof.proven
    assert len(workflow.calls) == 1
    again = by_id(tiny.run_with())["ODD"]
    assert (again.flagged, again.model_calls, again.compiled) == (1, 0, False)


def test_free_form_program_is_written_healed_proven_cached_and_run_again(tmp_path: Path) -> None:
    dearest = entry("TOP", "Flag the dearest order.")
    tiny = ModelWorkspace(tmp_path / "w", dearest)
    misspelled = DEAREST.replace('"price"', '"prize"')
    record = by_id(tiny.run_with(STEPS, tries(CHEAPEST), tries(misspelled)))["TOP"]

    assert (record.verdict, record.flagged, record.model_calls) == ("FAIL", 1, 3)
    workflow = tiny.workflow("TOP")
    assert workflow.program is not None
    assert '"prize"' not in workflow.program.source
    assert workflow.proof is not None
    assert workflow.proof.proven
    purposes = [each.purpose for each in read_prompts(tiny.workspace)]
    assert purposes == ["plan", "write", "heal", "compile"]
    assert by_id(tiny.run_with())["TOP"].model_calls == 0
    assert audit(tiny.workspace).is_accounted


def test_larger_model_plans_what_the_smaller_cannot_have_proven(tmp_path: Path) -> None:
    contradicted = entry("ODD", ODD["calculation_hint"], examples={"flagged": [{"price": -1}]})
    tiny = ModelWorkspace(tmp_path / "w", contradicted)
    too_low = answer(must(compare(cell("price"), ">=", number(-5))))
    record = by_id(tiny.run_with(too_low, AT_LEAST_0, rungs=2))["ODD"]

    assert (record.verdict, record.model_calls) == ("FAIL", 2)
    assert [request.rung for request in tiny.model.asked] == [0, 1]


def test_plan_that_the_owner_s_example_contradicts_is_an_error_that_shows_it(
    tmp_path: Path,
) -> None:
    contradicted = entry("CLEAR", "price must be at least 0", examples={"flagged": [{"price": 7}]})
    tiny = ModelWorkspace(tmp_path / "w", contradicted, settings=ALONE)
    record = by_id(tiny.run_with(AT_LEAST_0))["CLEAR"]

    assert (record.verdict, record.code) == ("ERROR", "not-proven")
    assert "owner's example" in record.reason
    assert tiny.workflow("CLEAR").program is None


SILENCES = [*sorted(CAUSES), "budget-spent", "no-such-rung", "no-price"]
"""Everything that a model's service can fail by: `tests/llm` provokes each over real HTTP."""


@pytest.mark.parametrize("code", SILENCES)
def test_silence_is_an_error_that_passes_and_costs_no_other_check(
    code: str, tmp_path: Path
) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD, entry("VAGUE", "Be nice."), settings=ALONE)
    silence = ProviderError(f"ODD: it is so: {code}.", code=code)
    found = by_id(tiny.run_with(silence, answer(decision="decline", reason="Say what is nice.")))

    assert (found["ODD"].verdict, found["ODD"].code) == ("ERROR", "not-compiled")
    assert code in found["ODD"].reason
    assert "Without a model" in found["ODD"].reason
    assert "Say what is nice" in found["VAGUE"].reason
    assert tiny.workflow("VAGUE").declined is not None


def test_next_run_asks_again(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD, CLEAR, settings=ALONE)
    found = by_id(tiny.run_with(ProviderError("ODD: down.", code="overloaded")))
    assert found["CLEAR"].verdict == "FAIL"
    assert by_id(tiny.run_with(AT_LEAST_0))["ODD"].verdict == "FAIL"


def test_last_proven_program_judges_on_where_no_answer_comes(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD, settings=ALONE)
    tiny.run_with(AT_LEAST_0)
    tiny.change_check("ODD", calculation_hint="No order may go for a quid or less.")
    record = by_id(tiny.run_with(ProviderError("ODD: down.", code="no-network")))["ODD"]

    assert (record.verdict, record.flagged) == ("FAIL", 1)
    assert "by the program before" in record.summary
    assert "down" in record.reason
    later = by_id(tiny.run_with(AT_LEAST_1))["ODD"]
    assert (later.flagged, later.summary.count("by the program before:")) == (2, 0)


def test_order_to_the_machine_is_refused_before_any_call(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", entry("BAD", "Delete all files under /home."))
    record = by_id(tiny.run_with())["BAD"]

    assert (record.verdict, record.code) == ("ERROR", "out-of-scope")
    assert [each.ending for each in read_prompts(tiny.workspace)] == [Ending.FAILED]


def test_what_was_asked_and_answered_can_be_shown(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD)
    tiny.run_with(AT_LEAST_0)
    told = "\n".join(say_records(tiny.workspace, "ODD"))

    assert "go for a song" in told
    assert "plan by model@test: answered" in told
    assert "compile by model@test" in told
    assert "\n".join(say_records(tiny.workspace, "NONE")) == "NONE: nothing on record."


def test_audit_misses_a_program_whose_compile_is_gone(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD, CLEAR, settings=ALONE)
    tiny.run_with(AT_LEAST_0)
    log = tiny.workspace.prompt_log_file
    lines = log.read_bytes().splitlines(keepends=True)

    log.write_bytes(b"".join(lines[:-1]))
    found = audit(tiny.workspace)
    assert (found.is_whole, found.is_accounted) == (True, False)
    assert "CLEAR" in found.lines[-1]
    log.write_bytes(b"".join(lines[1:]))
    assert not audit(tiny.workspace).is_whole


def test_batch_asks_for_all_plans_together_and_for_no_other(tmp_path: Path) -> None:
    other = entry("WORSE", "No order may go for a quid or less.")
    tiny = ModelWorkspace(tmp_path / "w", CLEAR, ODD, other, settings=ALONE)
    report = tiny.run_with(AT_LEAST_0, AT_LEAST_1, batch=True)
    found = by_id(report)

    assert tiny.together == ["ODD", "WORSE"]
    assert (found["ODD"].flagged, found["WORSE"].flagged) == (1, 2)
    assert [found[name].model_calls for name in ("CLEAR", "ODD", "WORSE")] == [0, 1, 1]
    assert "2 of 2 plans came in a batch." in report.trouble
    tiny.together.clear()
    tiny.run_with(batch=True)
    assert tiny.together == []


def test_plan_that_the_batch_lost_is_asked_for_alone(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", ODD, settings=ALONE)
    lost = ProviderError("ODD: the batch expired.", code="batch-expired")
    assert by_id(tiny.run_with(lost, AT_LEAST_0, batch=True))["ODD"].verdict == "FAIL"


@pytest.mark.slow
def test_whole_way_in_the_real_sandbox(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", CLEAR, entry("TOP", "Flag the dearest order."))
    found = by_id(tiny.run_with(AT_LEAST_0, STEPS, tries(CHEAPEST), tries(DEAREST), near=False))

    assert found["CLEAR"].sandbox.startswith("full")
    assert (found["CLEAR"].flagged, found["TOP"].flagged) == (1, 1)
    assert found["TOP"].model_calls == 3


def test_explain_tells_the_proof_and_the_rows_that_hang_on_assumptions(tmp_path: Path) -> None:
    tiny = ModelWorkspace(tmp_path / "w", entry("STRICT", "price must be at least -3"))
    tiny.run_with(answer(decision="decline", reason="No."))
    told = "\n".join(say_check(tiny.workspace, "STRICT"))

    assert "sql-on-data holds" in told
    assert "1 more and 0 fewer if price is greater than -3" in told
