"""The stage of exploration, isolated: what it leaves, asks deeper, repairs and refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backend.contracts.eda_report import EdaReport
from backend.contracts.errors import CheckError, ProgramError
from backend.contracts.program import Program
from backend.contracts.verdict import Execution, Verdict
from backend.executor.program_hash import hash_source
from backend.stages.eda import run_eda
from backend.stages.page import stage_page
from tests.stages.kit.eda.planted import customers
from tests.stages.stage_bench import StageBench, page

pytestmark = pytest.mark.slow


def program(extra: str = "") -> Program:
    """The shipped page; ``extra`` may put another ``check`` in front of its own."""
    source = stage_page("eda", heading=["Exploration of people."]) + extra
    return page().model_copy(update={"source": source, "sha256": hash_source(source)})


def leaky(rows: int = 400) -> str:
    frame = customers(rows)
    frame["code"] = frame["churned"].map({"yes": 7, "no": 3})
    frame["note"] = np.where(np.arange(rows) % 3, frame["age"], np.nan)
    text: str = frame.to_csv(index=False)
    return text


def run(bench: StageBench, extra: str = "", **more: Any) -> Execution:
    more = {"target": "churned", **more}
    return bench.run("eda", run_eda, program=program(extra), limits={"wall_seconds": 100}, **more)


def report_of(bench: StageBench) -> EdaReport:
    text = (bench.folder() / "eda" / "report.json").read_text("utf-8")
    return EdaReport.model_validate_json(text, strict=True)


def record_of(bench: StageBench) -> list[dict[str, Any]]:
    text = (bench.folder() / "eda" / "probes.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_table_with_a_leak_is_explored_probed_and_told(tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people=leaky())
    done = run(bench)
    report = report_of(bench)

    assert done.verdict is Verdict.WARN
    assert done.summary == (
        "WARN: 400 rows and 8 columns; target 'churned' (classification, given)."
    )
    assert "Possible leakage in 'code'" in done.reason
    assert (report.dataset.encoding, report.dataset.delimiter) == ("utf-8", ",")
    assert (report.meta.run_id, report.meta.errors) == ("run-1", ())
    probes = {each.probe: each for each in report.meta.probes}
    assert list(probes) == ["leakage_check", "drill_missing"]
    assert probes["leakage_check"].values["is_confirmed"]
    assert "drop 'code'" in (bench.folder() / "eda" / "report.md").read_text("utf-8")
    assert [(line["event"], line["probe"]) for line in record_of(bench)] == [
        ("request", "leakage_check"),
        ("answer", "leakage_check"),
        ("request", "drill_missing"),
        ("answer", "drill_missing"),
    ]
    left = set(bench.left())
    assert {f"eda/{path}" for path in report.visuals.paths} <= left


TIRED = '''

_whole = check

def check(tables, *, step, artifacts, arguments):
    """Fail where a probe is given more than one column, or exploration more than 20,000 rows."""
    if len(arguments.get("probed", ())) > 1:
        raise ValueError("too many columns for me")
    if step == "explore" and len(tables["people"]) > 20_000:
        raise MemoryError
    return _whole(tables, step=step, artifacts=artifacts, arguments=arguments)
'''


def test_a_probe_that_fails_is_asked_again_on_less(tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people=leaky())
    run(bench, TIRED, params={"probe": "drill_missing", "probe_columns": "note, age, spend"})
    first, *others = report_of(bench).meta.probes
    events = [line for line in record_of(bench) if line["probe"] == "drill_missing"]

    assert (first.outcome, first.attempts, first.columns) == ("answered", 3, ("note",))
    assert first.why == "A person asked for it."
    assert [each.probe for each in others] == ["leakage_check"]
    assert [line["event"] for line in events] == [
        *("request", "failure", "request", "failure", "request", "answer")
    ]
    assert [line["columns"] for line in events if line["event"] == "request"] == [
        *(["note", "age", "spend"], ["note", "age"], ["note"])
    ]


def test_a_table_that_is_too_much_is_explored_in_part_and_that_is_told(tmp_path: Path) -> None:
    rows = "".join(f"{at % 97},{at % 2}\n" for at in range(30_000))
    bench = StageBench(tmp_path, people=f"age,churned\n{rows}")
    done = run(bench, TIRED, params={"probes": 0})
    report = report_of(bench)

    assert done.verdict is Verdict.WARN
    assert "are of a sample of 20000 of 30000 rows." in done.reason
    assert (report.dataset.n_rows, report.dataset.sampled_rows) == (30_000, 20_000)
    assert report.target is not None
    assert report.target.class_counts == {"0": 15_000, "1": 15_000}
    assert "memory" in report.meta.errors[0].lower()


BROKEN = {
    "a program that raises": ('raise ValueError("no luck")', "program-failed", "no luck"),
    "no report": ("return {'rows': 1}", "bad-report", "no mapping with a section 'dataset'"),
    "a report that strays": ("return {'dataset': {}}", "bad-report", "Compile the check anew"),
}


@pytest.mark.parametrize(("body", "code", "fact"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_report_is_an_error(body: str, code: str, fact: str, tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people=leaky(60))
    extra = f"\n\ndef check(tables, *, step, artifacts, arguments):\n    {body}\n"
    try:
        done = run(bench, extra)
        told, found = done.reason, done.code
    except ProgramError as error:
        told, found = str(error), error.code

    assert found == code
    assert fact in told


LIES = '''

_honest = check

def check(tables, *, step, artifacts, arguments):
    """Tell of one empty cell more than there is."""
    told = _honest(tables, step=step, artifacts=artifacts, arguments=arguments)
    if step == "explore":
        told["columns_profile"]["age"]["n_missing"] += 1
        told["visuals"]["bars"].append("figures/nowhere.png")
    return told
'''


def test_a_report_that_contradicts_the_table_fails(tmp_path: Path) -> None:
    bench = StageBench(tmp_path, people=leaky(60))
    done = run(bench, LIES, params={"probes": 0})

    assert done.verdict is Verdict.FAIL
    assert "1 empty cells in 'age'; 0 were read" in done.reason
    assert "'figures/nowhere.png', and no such figure was left" in done.reason


PARAMETERS: dict[str, tuple[dict[str, object], str]] = {
    "an unknown probe": ({"probe": "guess"}, "params.probe is 'guess'. Give one of: drill_missing"),
    "an unknown column": (
        {"probe": "drill_missing", "probe_columns": "nowhere"},
        "params.probe_columns is 'nowhere'",
    ),
    "too many probes": ({"probes": 99}, "params.probes is 99"),
    "a number for a name": ({"outcome_date": 3}, "params.outcome_date is 3"),
}


@pytest.mark.parametrize(("params", "fact"), PARAMETERS.values(), ids=PARAMETERS)
def test_a_parameter_that_is_none_is_refused(
    params: dict[str, object], fact: str, tmp_path: Path
) -> None:
    bench = StageBench(tmp_path, people=leaky(60))

    with pytest.raises(CheckError, match=fact) as raised:
        run(bench, params=params)
    assert raised.value.code == "bad-parameter"
