"""Which jobs go together, which go first, and what becomes of those of a lost node."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from backend.contracts.errors import DataError, SandboxError
from backend.contracts.program import Job
from backend.engine.waiting import LEAST, MOST_TRIES, ROWS_THAT_WEIGH, Given, Ticket, Waiting
from tests.engine.tables_and_jobs import make_job

CLOSED = SandboxError("engine: closed.", code="closed")


def jobs(number: int) -> list[Job]:
    return [make_job(check_id=f"CHK-{each:03}") for each in range(number)]


def ids(batch: list[Ticket]) -> list[str]:
    return [ticket.job.check_id for ticket in batch]


def waiting(rows: Callable[[Job], int] = lambda job: 10, *, programs: int = 2) -> Waiting:
    return Waiting(rows, programs=programs)


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        pytest.param(10, [LEAST, LEAST, 5], id="small checks go together"),
        pytest.param(ROWS_THAT_WEIGH * LEAST, [1] * 4, id="a check over large tables goes alone"),
        pytest.param(ROWS_THAT_WEIGH * 4, [4] * 4, id="middling ones a few at a time"),
    ],
)
def test_batches_weigh_enough(rows: int, sizes: list[int]) -> None:
    queue = waiting(lambda job: rows)
    queue.announce(jobs(2 * LEAST + 5))

    assert [len(queue.take()) for _ in sizes] == sizes


def test_what_is_announced_is_begun_in_its_order() -> None:
    queue = waiting()
    queue.announce(jobs(LEAST + 3))

    assert ids(queue.take()) + ids(queue.take()) == [job.check_id for job in jobs(LEAST + 3)]


def test_who_waits_now_goes_first_and_alone() -> None:
    queue = waiting()
    announced = jobs(3)
    queue.announce(announced)
    queue.ask(announced[2])

    assert ids(queue.take()) == ["CHK-002"]
    assert ids(queue.take()) == ["CHK-000", "CHK-001"]


def test_a_job_that_was_begun_is_not_begun_again() -> None:
    queue = waiting()
    (job,) = jobs(1)
    queue.announce([job])
    (ticket,) = queue.take()
    ticket.given.set_result(Given(b"answer", "a node"))

    assert queue.ask(job).result(0) == Given(b"answer", "a node")


def test_a_job_other_than_announced_is_run_as_it_is() -> None:
    queue = waiting()
    (job,) = jobs(1)
    queue.announce([job])
    other = job.model_copy(update={"seconds": 1.0})
    queue.ask(other)

    assert [ticket.job for ticket in queue.take()] == [other]


def test_no_more_lies_ready_than_twice_what_goes_on() -> None:
    queue = waiting(programs=1)
    announced = jobs(3 * LEAST)
    queue.announce(announced)
    begun = [*queue.take(), *queue.take()]
    third: list[Ticket] = []
    thread = threading.Thread(target=lambda: third.extend(queue.take()))
    thread.start()
    thread.join(0.2)

    assert len(begun) == 2 * LEAST
    assert not third
    for job in announced[:LEAST]:
        queue.ask(job)
    thread.join()
    assert ids(third)[0] == f"CHK-{2 * LEAST:03}"


def test_jobs_of_a_lost_node_are_run_again_each_alone() -> None:
    queue = waiting()
    queue.announce(jobs(3))
    queue.give_back(queue.take(), "a node")

    assert [ids(queue.take()) for _ in range(3)] == [["CHK-000"], ["CHK-001"], ["CHK-002"]]


def test_a_job_that_takes_node_after_node_with_it_is_an_error() -> None:
    queue = waiting()
    (job,) = jobs(1)
    told = queue.ask(job)
    for _ in range(MOST_TRIES):
        queue.give_back(queue.take(), "a node")

    with pytest.raises(SandboxError, match=r"^CHK-000: .* a node") as caught:
        told.result(0)
    assert caught.value.code == "node-lost"


def test_a_job_without_its_table_costs_itself_alone() -> None:
    def rows(job: Job) -> int:
        if job.check_id == "CHK-001":
            raise DataError("orders: it is gone.", code="unreadable-table")
        return 10

    queue = waiting(rows)
    announced = jobs(3)
    queue.announce(announced)

    assert ids(queue.take()) == ["CHK-000", "CHK-002"]
    with pytest.raises(DataError, match="it is gone"):
        queue.ask(announced[1]).result(0)


def test_who_waits_is_told_when_nothing_is_handed_out_any_more() -> None:
    queue = waiting()
    asked, announced = jobs(2)
    told = queue.ask(asked)
    queue.announce([announced])
    queue.close(CLOSED)

    assert queue.take() == []
    assert told.exception(0) is CLOSED
    with pytest.raises(SandboxError, match="closed"):
        queue.ask(announced)
