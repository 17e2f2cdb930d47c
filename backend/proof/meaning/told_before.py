"""What earlier runs told of a table, and which of them are meant.

The history is read as `backend.contracts.history` tells it; some that no run leaves are left open.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.contracts.history import history_of
from backend.proof.meaning.world import World, every_row
from backend.rules.earlier_runs import Baseline


class Told(NamedTuple):
    """One measure of one run."""

    run: int | None
    days_ago: int | None
    column: str | None
    measure: str | None
    value: str | None
    number: float | None


def told_before(table: str, world: World) -> list[Told]:
    """All that the history of a table tells."""
    columns = ("run", "days_ago", "column", "measure", "value", "number")
    rows = every_row(world, history_of(table))
    return [Told(*(row.cell(name) for name in columns)) for row in rows]  # type: ignore[arg-type]


def of_runs(told: list[Told], since: Baseline) -> list[Told]:
    """What the runs that are meant have told."""
    if since.days is None:
        last = since.runs
        numbered = [(each.run, each) for each in told if each.run is not None]
        return [each for run, each in numbered if (run == 1 if last == 1 else run <= last)]
    of_day = [each for each in told if each.days_ago == since.days]
    runs = [each.run for each in of_day if each.run is not None]
    return [each for each in of_day if runs and each.run == min(runs)]


def are_enough(told: int, since: Baseline) -> bool:
    """Whether so many of the last runs told it as must have."""
    return told == since.runs if since.fewest is None else told >= since.fewest
