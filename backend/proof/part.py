"""What one trial adds to a proof."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contracts.proof import MOST_ROWS, Finding, Mutant, Rival, Trial
from backend.contracts.witness import Witness


@dataclass(frozen=True)
class Part:
    """Trials with what they leave; several parts make a proof."""

    trials: tuple[Trial, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    mutants: tuple[Mutant, ...] = ()
    rivals: tuple[Rival, ...] = ()
    warnings: tuple[str, ...] = ()


def holds(name: str, detail: str = "") -> Trial:
    """A trial that the program stood."""
    return Trial(name=name, finding=Finding.HOLDS, detail=detail)


def fails(name: str, detail: str, rows: tuple[int, ...] = ()) -> Trial:
    """A trial that the program failed, with the rows in dispute."""
    return Trial(name=name, finding=Finding.FAILS, detail=detail, rows=rows[:MOST_ROWS])


def skips(name: str, detail: str) -> Trial:
    """A trial that was not held, and why."""
    return Trial(name=name, finding=Finding.SKIPPED, detail=detail)


def name_rows(rows: tuple[int, ...], most: int = 10) -> str:
    """A few row numbers in words.

    >>> name_rows((3,)), name_rows((1, 2))
    ('row 3', 'rows 1, 2')
    """
    shown = ", ".join(map(str, rows[:most]))
    more = f" and {len(rows) - most:,} more" if len(rows) > most else ""
    return f"row{'s' if len(rows) != 1 else ''} {shown}{more}" if rows else "no row"
