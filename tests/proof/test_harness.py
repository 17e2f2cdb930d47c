from __future__ import annotations

import json

import pandas as pd
import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome
from backend.contracts.settings import SandboxSettings
from backend.proof.harness import PAGE, Answer, Exam, Finding, Given, sit, write_frame
from backend.proof.inside import append, frame_of, permutation, take
from backend.proof.inside_results import read_rows, write_rows
from tests.proof.court import Court, program_of

FRAME = pd.DataFrame({"a": [1, 2, 3]})


def sat(court: Court, *sources: str, **more: object) -> Answer:
    """What sources find over one tiny table."""
    plan, _ = court.typed(court.check("price must be at least 0"))
    exam = Exam(
        sources=sources,
        givens=(Given("t", {"as_of": "2024-01-01"}, {"t": FRAME}),),
        runs=tuple((place, 0) for place in range(len(sources))),
        grains=(Grain.ROWS,) * len(sources),
        **more,  # type: ignore[arg-type]
    )
    return sit(exam, program_of("", plan), court.sandbox, SandboxSettings())


def body(text: str) -> str:
    return f"def check(tables, **given):\n    t = tables['t']\n    {text}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("return t[t.a > 1]", Finding(tested=3, rows=(1, 2), count=2)),
        ("return t.iloc[:0]", Finding(tested=3)),
        ("return t['b']", Finding(error="KeyError: 'b'")),
        ("return 7", Finding(error="TypeError: check returned a value of type int")),
        ("raise SystemExit(3)", Finding(error="SystemExit: 3")),
        (
            "return t.set_axis([0, 0, 9])",
            Finding(error="IndexError: check returned a row that is not there"),
        ),
        (
            "return t.set_axis([0, 0, 1])",
            Finding(error="ValueError: check returned a row more than once"),
        ),
    ],
)
def test_what_a_source_gives_is_a_result(court: Court, text: str, found: Finding) -> None:
    [seen] = sat(court, body(text)).findings

    assert seen is not None
    assert (seen.tested, seen.rows, seen.count, seen.error) == (
        found.tested, found.rows, found.count, found.error,
    )  # fmt: skip


def test_a_source_that_never_ends_costs_only_itself(court: Court) -> None:
    found = sat(court, body("return t"), body("while True: pass"), seconds=2).findings

    assert found[0] is not None and found[0].count == 3
    assert found[1] is not None and found[1].late


def test_what_a_source_does_to_its_tables_stays_with_it(court: Court) -> None:
    spoil = "t['a'] = 0; t.drop(index=[0, 1], inplace=True); return t"

    found = sat(court, body(spoil), body("return t[t.a > 0]")).findings

    assert found[1] is not None and found[1].rows == (0, 1, 2)


def test_no_expectation_goes_into_the_sandbox(court: Court) -> None:
    seen: list[Job] = []

    class Listening:
        level = backend = "listening"

        def run(self, job: Job) -> Outcome:
            seen.append(job)
            return court.sandbox.run(job)

    listening = court._replace(sandbox=Listening())  # type: ignore[arg-type]
    proof = listening.try_sentence("price must be at least 0")

    assert proof.proven and len(seen) >= 2
    exams = [exam for job in seen for exam in job.arguments["exams"]]  # type: ignore[union-attr]
    givens = [given for exam in exams for given in exam["givens"]]  # type: ignore[call-overload,index,union-attr]
    assert {key for given in givens for key in given} == {"judged", "arguments", "tables", "real"}
    assert all(witness.says not in json.dumps(givens) for witness in proof.witnesses)


def test_the_page_stands_alone() -> None:
    assert "backend" not in PAGE
    compile(PAGE, "page", "exec")


@pytest.mark.parametrize(
    "column",
    [
        pd.Series([1, None], dtype="Int64"),
        pd.Series([1, 2], dtype="int64"),
        pd.Series([1.5, None], dtype="float64"),
        pd.Series([float("inf"), -0.5], dtype="float64"),
        pd.Series(["x", None], dtype="str"),
        pd.Series([], dtype="str"),
    ],
    ids=lambda column: f"{column.dtype}-{len(column)}",
)
def test_a_table_comes_through_as_it_was(column: pd.Series) -> None:
    frame = pd.DataFrame({"c": column})

    sent = json.loads(json.dumps(write_frame(frame)))

    pd.testing.assert_frame_equal(frame_of(sent), frame)


@pytest.mark.parametrize("rows", [(), (3,), tuple(range(0, 300, 2))], ids=len)
def test_row_numbers_come_back(rows: tuple[int, ...]) -> None:
    assert tuple(read_rows(write_rows(pd.Index(rows, dtype="int64").to_numpy(), 300))) == rows


def test_pieces_of_changes() -> None:
    assert take(FRAME, [[0, 1], [2, 3]])["a"].tolist() == [1, 3]
    assert sorted(permutation(50)) == list(range(50))
    assert permutation(50).tolist() == permutation(50).tolist() != list(range(50))
    assert append(FRAME, {"a": "x"}, {})["a"].tolist() == ["1", "2", "3", "x"]
    assert append(FRAME, {"a": 4}, {})["a"].dtype == FRAME["a"].dtype
