"""Which announced jobs are begun together, and in which order.

Nothing here runs anything. Small jobs that want the same tables go in one turn, since to begin a
process costs more than such a job; longer ones have a turn of their own, the longest first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from backend.contracts.history import is_history
from backend.contracts.program import Job
from backend.contracts.schema import Schema

Turn = tuple[Job, ...]
"""Jobs that are begun together, over the same tables."""

MOST_TOGETHER = 256
"""Jobs of one turn."""
MOST_SMALL = 4 * MOST_TOGETHER
"""Small jobs that are looked at together."""
TURN_SECONDS = 1.0
"""What the jobs of one turn are expected to take, so that no core waits long for another."""
SMALL_ROWS = 100_000
"""A job that reads more rows has a turn of its own."""
SMALL_SECONDS = 0.5
SECONDS_PER_ROW = 1e-7
"""What a job over small tables is expected to take where it never ran."""
LONG = 2
"""A job that takes so many times the average begins before its turn."""
WEIGHT = 16
"""A longer job counts as so many small ones among the results that lie ready: an outcome holds
its flagged rows."""


class Expected(NamedTuple):
    """What is known of a job before it runs."""

    seconds: Callable[[Job], float]
    """What it took before; 0 where that is not known."""
    rows: Callable[[Job], int]
    """The rows that it may read."""


def rows_of(schema: Schema) -> Callable[[Job], int]:
    """Tells how many rows the tables of a job have; what earlier runs measured counts as none."""
    rows = {name: table.rows for name, table in schema.tables.items()}
    return lambda job: sum(
        0 if is_history(name) else rows.get(name, SMALL_ROWS) for name in set(job.program.tables)
    )


def weight(turn: Turn) -> int:
    """What a turn counts among the results that lie ready."""
    return len(turn) if len(turn) > 1 else WEIGHT


def take_turns(
    jobs: Iterator[Job], most: int, expected: Expected | None, *, most_small: int = MOST_SMALL
) -> deque[Turn]:
    """The next jobs that may lie ready together, in turns; ``most`` is the weight of all.

    No more than ``most_small`` small ones are looked at before the first of them can begin.
    Where nothing is expected, each job has its own turn, and they stay in order.
    """
    small: list[Job] = []
    long: list[Job] = []
    left = most
    for job in jobs:
        is_small = expected is not None and _is_small(job, expected)
        (small if is_small else long).append(job)
        left -= 1 if is_small else WEIGHT
        if left < WEIGHT or len(small) == most_small:
            break
    if expected is not None:
        long = long_first(long, expected.seconds)
    return deque([*((job,) for job in long), *_gather(small, expected)])


def long_first(jobs: Iterable[Job], seconds: Callable[[Job], float]) -> list[Job]:
    """The jobs, first those that take `LONG` times the average, the longest of them first.

    The rest stays in order, so that what is asked for next is ready next.
    """
    took = [(job, seconds(job)) for job in jobs]
    long = LONG * sum(each for _, each in took) / len(took) if took else 0.0
    return [job for job, _ in sorted(took, key=lambda each: max(each[1], long), reverse=True)]


def _is_small(job: Job, expected: Expected) -> bool:
    is_plain = job.artifacts is None and job.prints is None and not job.any_result
    is_quick = expected.seconds(job) <= SMALL_SECONDS
    return is_plain and is_quick and expected.rows(job) < SMALL_ROWS


def _gather(jobs: Iterable[Job], expected: Expected | None) -> Iterator[Turn]:
    """Jobs that want the same, together up to what one turn may take."""
    open_turns: dict[object, list[Job]] = {}
    seconds: dict[object, float] = {}
    for job in jobs:
        wanted = (frozenset(job.program.tables), job.memory_mb)
        turn = open_turns.setdefault(wanted, [])
        turn.append(job)
        seconds[wanted] = seconds.get(wanted, 0.0) + _guess(job, expected)
        if len(turn) == MOST_TOGETHER or seconds[wanted] > TURN_SECONDS:
            yield tuple(open_turns.pop(wanted))
            del seconds[wanted]
    yield from map(tuple, open_turns.values())


def _guess(job: Job, expected: Expected | None) -> float:
    if expected is None:
        return 0.0
    return expected.seconds(job) or SECONDS_PER_ROW * expected.rows(job)
