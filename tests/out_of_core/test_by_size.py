"""Which engine judges a check is decided by what its program would need."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from backend.contracts.errors import ProgramError
from backend.contracts.settings import SandboxSettings
from backend.contracts.verdict import Verdict
from backend.out_of_core.by_size import jobs_ahead, refuse_too_large, why_duckdb
from backend.out_of_core.size import MIB, TIMES, column_sizes, need_of
from tests.out_of_core.ground import Ground, Judged

ROWS = 200_000
SENTENCE = "price must be at least 0"
IN_MEMORY_ALONE = "judge_by is 'pandas'"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """A table whose cells take a few MiB."""
    lines = (f"{row},{row % 7 - 1},{'note' * 10}\n" for row in range(ROWS))
    text = "order_id,price,note\n" + "".join(lines)
    return Ground(tmp_path_factory.mktemp("size"), {"orders": text}).judge(SENTENCE)


def test_need_counts_columns_that_are_read_and_the_judged_rows(judged: Judged) -> None:
    sizes = column_sizes(judged.context.files["orders"])
    tight = judged.with_settings(memory_mb=1)

    need = need_of(tight.program, tight.plan, tight.context)

    assert sizes["note"] > ROWS * 40
    assert need.most == (TIMES + 1) * sizes["price"]
    assert need.least == sizes["price"]
    assert need.limit == MIB


def test_rows_count_as_they_are_given(judged: Judged) -> None:
    sizes = column_sizes(judged.context.files["orders"])
    whole = judged.program.model_copy(update={"columns": {}})
    tight = judged.with_settings(memory_mb=1)

    need = need_of(whole, tight.plan, tight.context)

    assert need.most == TIMES * sizes["price"] + sum(sizes.values())


def test_without_a_setting_the_limit_is_that_of_programs(judged: Judged) -> None:
    limits = SandboxSettings(memory_mb=77)
    context = replace(judged.context, limits=limits)

    assert need_of(judged.program, judged.plan, context).limit == 77 * MIB


@pytest.mark.parametrize(
    ("engine", "why"),
    [
        ({}, ""),
        ({"memory_mb": 1}, "its tables need up to 7 MiB and a program has 1"),
        ({"memory_mb": 1, "judge_by": "duckdb"}, "judge_by is 'duckdb' under [engine]"),
        ({"judge_by": "duckdb"}, "judge_by is 'duckdb' under [engine]"),
        ({"judge_by": "pandas"}, ""),
    ],
    ids=["fits", "too large", "too large and asked for", "asked for", "forbidden and fits"],
)
def test_engine_is_chosen_by_size(judged: Judged, engine: dict[str, object], why: str) -> None:
    set_up = judged.with_settings(**engine)

    assert why_duckdb(set_up.program, set_up.plan, set_up.check, set_up.context) == why
    jobs = list(jobs_ahead(set_up.program, set_up.plan, set_up.check, set_up.context))
    assert len(jobs) == (0 if why else 1), "what SQL judges is not run ahead by its program"


def test_verdict_tells_the_engine_and_the_reason(judged: Judged) -> None:
    by_program = judged.written_by_size("fits").execution
    by_sql = judged.with_settings(memory_mb=1).written_by_size("too-large").execution

    assert (by_program.engine, by_program.engine_reason) == ("pandas", "")
    assert by_sql.engine == "duckdb"
    assert by_sql.engine_reason == "its tables need up to 7 MiB and a program has 1"
    assert by_sql.result == by_program.result
    assert (by_sql.verdict, by_sql.summary) == (Verdict.FAIL, by_program.summary)


def test_what_fits_neither_is_refused_before_it_runs(judged: Judged) -> None:
    tight = judged.with_settings(memory_mb=1, judge_by="pandas")
    free_form = replace(
        judged.with_settings(memory_mb=1),
        plan=judged.plan.model_copy(update={"rule": {}, "steps": ("look",)}),
    )

    for refused, lacking in ((tight, IN_MEMORY_ALONE), (free_form, "it is no typed rule")):
        with pytest.raises(ProgramError, match=lacking.replace("(", r"\(")) as raised:
            refused.written_by_size()
        assert raised.value.code == "too-large-for-memory"
        assert "Raise memory_mb under [sandbox]" in str(raised.value)


def test_rule_without_sql_that_may_fit_is_left_to_its_program(judged: Judged) -> None:
    between = judged.with_settings(memory_mb=4, judge_by="pandas")

    ran = between.written_by_size("between")

    assert not need_of(between.program, between.plan, between.context).is_met
    assert (ran.execution.engine, ran.execution.verdict) == ("pandas", Verdict.FAIL)


def test_rule_that_sql_cannot_say_is_refused_where_it_does_not_fit(tmp_path: Path) -> None:
    text = "Price,price\n" + "1,2\n" * ROWS
    judged = Ground(tmp_path, {"orders": text}).judge("no two rows of orders may be identical")

    with pytest.raises(ProgramError, match="names that are one in SQL") as raised:
        judged.with_settings(memory_mb=1).written_by_size()

    assert raised.value.code == "too-large-for-memory"


def test_stage_is_refused_by_its_own_limit(judged: Judged) -> None:
    refuse_too_large(judged.program, judged.plan, judged.check, judged.context)
    stages = judged.context.settings.stages.model_copy(update={"memory_mb": 1})
    settings = judged.context.settings.model_copy(update={"stages": stages})
    limits = SandboxSettings().model_copy(update={"memory_mb": 1})
    context = replace(judged.context, settings=settings, limits=limits)

    with pytest.raises(ProgramError, match="a stage works in memory"):
        refuse_too_large(judged.program, judged.plan, judged.check, context)
