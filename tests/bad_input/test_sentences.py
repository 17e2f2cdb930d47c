"""Sentences that nobody could mean, read by the real planner: declined in bounded time, or read."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.check import Check, Scalar
from backend.contracts.errors import PlanError
from backend.contracts.plan import Plan
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.tables.snapshot import snapshot_tables
from tests.bad_input.place import LONGEST


def tables(base: Path, content: str) -> Schema:
    data = base / "data"
    data.mkdir()
    data.joinpath("t.csv").write_text(content)
    return snapshot_tables(Workspace(base), Schema())


def check(sentence: str, **params: Scalar) -> Check:
    return Check(
        check_id="T", check_name="t", target_table=("t",), calculation_hint=sentence, params=params
    )


def plan(schema: Schema, asked: Check) -> Plan:
    return OfflinePlanner().plan(asked, schema)


BAD = {
    "a dot": ".",
    "brackets": "(" * 2_000,
    "quotes": '"' * 2_001,
    "braces": "{" * 2_000,
    "emoji": "🙂 must be 🙂",
    "controls": "a must \0\x1b be filled",
    "full width": "\uff41 \uff4dust be filled",
    "SQL": "'; DROP TABLE t; --",
    "code": "{__import__('os')} must be filled",
    "an open pattern": "b must match '(['",
    "a word of 9,000 letters": "a must be " + "x" * 9_000,
    "5,000 digits": "a must be at least " + "9" * 5_000,
    "a percentage of 400 digits": "a must be at most " + "9" * 400 + "%",
    "beyond a float": "a must be at least 1e400",
    "an age of 400 digits": "b must not be older than " + "9" * 400 + " days",
    "a length of 5,000 digits": "b must have " + "9" * 5_000 + " characters",
}


@pytest.mark.parametrize("sentence", BAD.values(), ids=BAD)
def test_what_nobody_means_is_declined(tmp_path: Path, sentence: str) -> None:
    with pytest.raises(PlanError) as declined:
        plan(tables(tmp_path, "a,b\n1,x\n2,y\n"), check(sentence))
    assert len(str(declined.value)) <= LONGEST
    assert str(declined.value).startswith("T: ")


def test_what_is_too_long_to_be_tried_is_declined_and_not_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from backend.planner.offline import readings
    from backend.planner.offline.chart import Chart

    chart = Chart(readings.grammar(), limit=500)
    monkeypatch.setattr(readings, "chart", lambda: chart)
    schema = tables(tmp_path, "a,b\n1,x\n2,y\n")
    assert plan(schema, check("a must be filled"))
    with pytest.raises(PlanError, match=r"^T: the sentence is too long to try everything") as told:
        plan(schema, check(" and ".join(f"a must be at least {number}" for number in range(30))))
    assert told.value.code == "too-long"


@pytest.mark.parametrize("header", ["🙂", "#", "%", "€/£"])
def test_a_header_without_a_word_is_named_by_itself(tmp_path: Path, header: str) -> None:
    schema = tables(tmp_path, f"a,{header}\n1,true\n2,false\n")
    assert [read.column for read in plan(schema, check("a must be filled")).columns_read] == ["a"]
    with pytest.raises(PlanError):
        plan(schema, check("t must be filled"))


def test_headers_without_number_are_read(tmp_path: Path) -> None:
    names = [f"column_{n}" for n in range(3_000)]
    schema = tables(tmp_path, f"{','.join(names)}\n{','.join(['1'] * len(names))}\n")
    found = plan(schema, check("column_2999 must be filled"))
    assert [read.column for read in found.columns_read] == ["column_2999"]


@pytest.mark.parametrize("name", ["tables", "pd", "scope", "check", "artifacts", "print"])
def test_a_parameter_with_a_name_of_the_program_is_refused(tmp_path: Path, name: str) -> None:
    asked = check(f"a must be at least {{{name}}}", **{name: 1})
    found = plan(tables(tmp_path, "a,b\n1,x\n2,y\n"), asked)
    with pytest.raises(PlanError, match=f"the parameter '{name}' has a name") as refused:
        write_program(found, asked)
    assert refused.value.code == "reserved-parameter"
