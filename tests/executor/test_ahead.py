from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Self

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.executor.ahead import MOST_WAITING, AheadSandbox
from backend.executor.turns import long_first

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


def test_jobs_that_take_long_begin_first_and_the_others_stay_in_order() -> None:
    took = {"C0": 1.0, "C1": 9.0, "C2": 0.5, "C3": 30.0, "C4": 1.0, "C5": 0.0}

    ordered = long_first([job(name) for name in took], lambda each: took[each.check_id])

    # The average is 6.9: one that takes twice as long keeps a core at work while others go on.
    assert [each.check_id for each in ordered] == ["C3", "C0", "C1", "C2", "C4", "C5"]


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
        assert len(looked) == 2 * MOST_WAITING
