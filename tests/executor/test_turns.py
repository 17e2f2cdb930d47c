from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from backend.contracts.errors import SandboxError
from backend.contracts.plan import Grain
from backend.contracts.program import Job, Outcome, OutcomeStatus, Program
from backend.executor.ahead import AheadSandbox
from backend.executor.turns import (
    MOST_SMALL,
    MOST_TOGETHER,
    SMALL_ROWS,
    SMALL_SECONDS,
    TURN_SECONDS,
    WEIGHT,
    Expected,
    take_turns,
)
from tests.executor.test_ahead import Noting

ROWS = {"users": 1_000, "orders": 10_000, "events": SMALL_ROWS}


def job(check_id: str, *tables: str, **rest: object) -> Job:
    named = tables or ("users",)
    program = Program(source="", sha256="", table=named[0], tables=named, grain=Grain.ROWS)
    return Job(check_id=check_id, program=program).model_copy(update=rest)


def expected(seconds: Callable[[Job], float] = lambda job: 0.0) -> Expected:
    return Expected(seconds, lambda job: sum(ROWS[name] for name in job.program.tables))


def names(turns: Sequence[Sequence[Job]]) -> list[list[str]]:
    return [[each.check_id for each in turn] for turn in turns]


def turns_of(jobs: Sequence[Job], told: Expected | None, most: int = 10_000) -> list[list[str]]:
    return names(take_turns(iter(jobs), most, told))


def test_small_jobs_over_the_same_tables_go_together() -> None:
    jobs = [
        job("A"), job("B", "orders"), job("C"), job("D", "orders", "users"), job("E", "orders"),
        job("F", "users", "orders"),
    ]  # fmt: skip

    assert turns_of(jobs, expected()) == [["A", "C"], ["B", "E"], ["D", "F"]]


ALONE = {
    "reads much": job("X", "events"),
    "reads much in all": job("X", *["orders", "events"]),
    "leaves files": job("X", artifacts=Path("left")),
    "prints to a file": job("X", prints=Path("printed")),
    "returns anything": job("X", any_result=True),
    "may need more memory": job("X", memory_mb=1),
}


@pytest.mark.parametrize("other", ALONE.values(), ids=ALONE)
def test_what_is_not_small_has_a_turn_of_its_own(other: Job) -> None:
    assert ["X"] in turns_of([job("A"), other, job("B")], expected())
    assert ["A", "B"] in turns_of([job("A"), other, job("B")], expected())


def test_what_took_long_before_has_a_turn_of_its_own_and_begins_first() -> None:
    long = {"B": SMALL_SECONDS * 2, "D": SMALL_SECONDS * 90, "E": SMALL_SECONDS * 2}
    took = {"A": 0.01, **long, "C": 0.01}

    turns = turns_of([job(name) for name in took], expected(lambda job: took[job.check_id]))

    assert turns == [["D"], ["B"], ["E"], ["A", "C"]]


def test_a_turn_is_never_too_large() -> None:
    jobs = [job(f"C{number}") for number in range(MOST_TOGETHER + 3)]

    assert [len(turn) for turn in turns_of(jobs, expected())] == [MOST_TOGETHER, 3]


def test_a_turn_is_expected_to_end_soon() -> None:
    jobs = [job(f"C{number}") for number in range(10)]

    turns = turns_of(jobs, expected(lambda job: TURN_SECONDS / 3.5))

    assert [len(turn) for turn in turns] == [4, 4, 2]


def test_where_nothing_is_expected_jobs_stay_single_and_in_order() -> None:
    assert turns_of([job("B"), job("A")], None) == [["B"], ["A"]]


def test_no_more_is_looked_at_than_may_lie_ready() -> None:
    jobs = iter([job(f"C{number}", "events") for number in range(10)])
    assert len(take_turns(jobs, 4 * WEIGHT, expected())) == 4
    assert next(jobs).check_id == "C4"

    small = iter([job(f"C{number}") for number in range(2 * MOST_SMALL)])
    take_turns(small, 100 * MOST_SMALL, expected())
    assert next(small).check_id == f"C{MOST_SMALL}"


class Together(Noting):
    """A sandbox that runs several at once, if none of them is BAD."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[list[str]] = []

    def run_together(self, jobs: Sequence[Job]) -> list[Outcome]:
        self.turns.append([each.check_id for each in jobs])
        if any(each.check_id == "BAD" for each in jobs):
            raise SandboxError("sandbox: no table.")
        return [Outcome(status=OutcomeStatus.OK, stdout=each.check_id) for each in jobs]


def test_jobs_of_a_turn_are_run_once_and_together() -> None:
    together = Together()
    asked = [job(f"C{number}", "orders" if number % 3 else "users") for number in range(1_000)]
    with AheadSandbox(together) as ahead:
        ahead.announce(iter(asked), expected())
        told = [ahead.run(each).stdout for each in asked]

    assert told == [each.check_id for each in asked]
    assert together.ran == []
    assert sorted(name for turn in together.turns for name in turn) == sorted(told)
    assert len(together.turns) < 30


def test_an_error_of_a_turn_is_that_of_each_job() -> None:
    with AheadSandbox(Together()) as ahead:
        ahead.announce([job("BAD"), job("GOOD")], expected())
        assert ahead.run(job("GOOD")).stdout == "GOOD"
        with pytest.raises(SandboxError, match="BAD: no table"):
            ahead.run(job("BAD"))


def test_a_job_that_is_not_as_announced_runs_as_it_is_and_alone() -> None:
    together = Together()
    other = job("C1", arguments={"limit": 2})
    with AheadSandbox(together) as ahead:
        ahead.announce([job("C0"), job("C1")], expected())
        ahead.run(other)

    assert together.ran == [other]


def test_jobs_that_nobody_asks_for_hold_up_no_other() -> None:
    def announced() -> Iterator[Job]:
        for number in range(4_000):
            yield job(f"C{number}", "events" if number % 2 else "users")

    together = Together()
    with AheadSandbox(together) as ahead:
        ahead.announce(announced(), expected())
        asked = [job("C3998", "users"), job("C7", "events"), job("other")]
        assert [ahead.run(each).stdout for each in asked] == ["C3998", "C7", "other"]
