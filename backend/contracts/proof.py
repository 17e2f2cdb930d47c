"""What speaks for a program: that it means what its rule says."""

from __future__ import annotations

from enum import StrEnum

from backend.contracts.contract import Contract
from backend.contracts.witness import Witness

MOST_ROWS = 1_000
"""Rows kept in a list of a proof; its count is not cut."""


class Finding(StrEnum):
    """How one trial of a proof came out."""

    HOLDS = "holds"
    FAILS = "fails"
    SKIPPED = "skipped"
    """For time, or because the trial says nothing here; the detail tells why."""


class Trial(Contract):
    """One trial: the witnesses, the second reading, a metamorphic test, …

    ``name`` is stable (``as-written``, ``witnesses``, ``plain-reading``, ``sql-on-witnesses``,
    ``mutants``, ``run-twice``, ``rows-permuted``, ``column-added``, ``clean-row-repeated``,
    ``violation-planted``, ``sql-on-data``, ``second-opinion``); ``rows`` are those in dispute, in
    the judged table or the named witness.
    """

    name: str
    finding: Finding
    detail: str = ""
    rows: tuple[int, ...] = ()


class Mutant(Contract):
    """The program with one deliberate fault, and the witness that tells the two apart."""

    fault: str
    """``< for <=``, ``filter dropped``."""
    line: int
    """In the program's source, from 1."""
    killed_by: str = ""
    """The ``says`` of a witness; empty for a mutant that survives."""
    equivalent: bool = False
    """No table tells it from the program, for the reason in ``why``."""
    why: str = ""


class Rival(Contract):
    """Another reading of one assumption, and the real rows that hang on it.

    ``added`` rows are flagged by the rival only, ``removed`` by the program only.
    """

    assumption: str
    """``'before' is strictly before``."""
    alternative: str
    added: int = 0
    removed: int = 0
    rows: tuple[int, ...] = ()


class Proof(Contract):
    """All trials of one program over the data of the day it was compiled."""

    proven: bool
    reason: str = ""
    """Place, fact and cure where it is not proven."""
    trials: tuple[Trial, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    mutants: tuple[Mutant, ...] = ()
    rivals: tuple[Rival, ...] = ()
    warnings: tuple[str, ...] = ()
    """Vacuity with its numbers: ``the filter leaves 0 of 4,000 rows``."""
    sampled: dict[str, int] = {}
    """Rows that were looked at, of each table that was too long to be looked at whole."""
    seconds: float = 0.0

    @property
    def kill_rate(self) -> float | None:
        """Mutants killed, as a share of those that are not equivalent; None without any."""
        real = [mutant for mutant in self.mutants if not mutant.equivalent]
        return sum(bool(mutant.killed_by) for mutant in real) / len(real) if real else None
