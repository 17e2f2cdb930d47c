from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Self

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.contracts.verdict import Execution, Verdict
from backend.contracts.workflow import Workflow
from backend.executor.ahead import MOST_WAITING, AheadSandbox, longest_first, seconds_before

PROGRAM = Program(source="", sha256="", table="t", tables=("t",), grain=Grain.ROWS)


class Noting:
    """A sandbox that notes what it runs, and has no table for BAD."""

    level = "noting"
    backend = "in a test"

    def __init__(self) -> None:
        self.ran: list[Job] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass

    def run(self, job: Job) -> Outcome:
        self.ran.append(job)
        if job.check_id == "BAD":
            raise SandboxError("BAD: no table.")
        return Outcome(status=OutcomeStatus.OK, stdout=job.check_id)


def ran(check_id: str, seconds: float | None) -> Workflow:
    execution = None
    if seconds is not None:
        execution = Execution(verdict=Verdict.PASS, summary="", seconds=seconds)
    return Workflow.model_construct(check_id=check_id, execution=execution)


def job(check_id: str, **arguments: int) -> Job:
    return Job(check_id=check_id, program=PROGRAM, arguments=dict(arguments))


def test_each_job_runs_once_whether_it_was_announced_or_not() -> None:
    noting = Noting()
    asked = [job(f"C{number}") for number in range(3 * MOST_WAITING)]
    with AheadSandbox(noting) as ahead:
        ahead.announce(asked[::2])
        told = [ahead.run(each).stdout for each in asked]

    assert told == [each.check_id for each in asked]
    assert sorted(each.check_id for each in noting.ran) == sorted(told)
    assert ahead.level == "noting"


def test_no_more_is_begun_than_may_lie_ready() -> None:
    noting = Noting()
    with AheadSandbox(noting) as ahead:
        ahead.announce(job(f"C{number}") for number in range(3 * MOST_WAITING))

    assert len(noting.ran) <= MOST_WAITING


def test_job_that_is_not_as_announced_runs_as_it_is() -> None:
    noting = Noting()
    with AheadSandbox(noting) as ahead:
        ahead.announce([job("C", limit=1)])
        ahead.run(job("C", limit=2))

    assert noting.ran[-1] == job("C", limit=2)


def test_error_comes_when_the_job_s_turn_comes() -> None:
    with AheadSandbox(Noting()) as ahead:
        ahead.announce([job("BAD"), job("GOOD")])
        assert ahead.run(job("GOOD")).stdout == "GOOD"
        with pytest.raises(SandboxError, match="no table"):
            ahead.run(job("BAD"))


def test_longest_job_begins_first_of_those_that_lie_ready_together() -> None:
    asked = [job(f"C{number}", took=number % 5) for number in range(MOST_WAITING + 3)]

    ordered = list(longest_first(asked, lambda each: float(str(each.arguments["took"]))))

    took = [each.arguments["took"] for each in ordered]
    assert took[:MOST_WAITING] == sorted(took[:MOST_WAITING], reverse=True)
    assert {each.check_id for each in ordered[MOST_WAITING:]} == {
        each.check_id for each in asked[MOST_WAITING:]
    }


def test_what_a_job_took_is_what_is_remembered_of_it() -> None:
    took = seconds_before({"C1::one": ran("C1", 2.5), "C2::two": ran("C2", None)})

    assert [took(job(name)) for name in ("C1", "C2", "C3")] == [2.5, 0.0, 0.0]


def test_jobs_are_looked_at_when_there_is_room_for_them() -> None:
    looked: list[int] = []

    def announced() -> Iterator[Job]:
        for number in range(3 * MOST_WAITING):
            looked.append(number)
            yield job(f"C{number}")

    with AheadSandbox(Noting()) as ahead:
        ahead.announce(announced())
        assert len(looked) == MOST_WAITING
        ahead.run(job("C0"))
        assert len(looked) == MOST_WAITING + 1
