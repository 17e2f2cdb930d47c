"""What is on trial: a program with its plan, the tables of the day, and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from backend.contracts.check import Cell, Check
from backend.contracts.plan import Plan
from backend.contracts.ports import Sandbox
from backend.contracts.program import Program, TableFile
from backend.contracts.schema import Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.witness import Witness
from backend.proof.witnesses.frames import as_frames
from backend.rules.catalog import facts_from, read_rule
from backend.rules.earlier_runs import history_facts
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.terms import Cell as Cell_
from backend.rules.language.terms import Constant, How, Lookup, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule
from backend.tables.columnar import read_frame

if TYPE_CHECKING:
    import duckdb

BLOCKS = 10
"""A sample is this many runs of neighbouring rows, evenly spread."""
LOOKED_AT = 5_000
FEW = 10
"""Cells of a column of the day that tables by chance are drawn from, too."""
WIDER = 10
"""Tables that are only looked up may be this many times as long as the judged one."""

Blocks = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Case:
    """One program on trial; ``files`` holds its tables, ``ends`` is on the monotonic clock."""

    plan: Plan
    program: Program
    check: Check
    schema: Schema
    sandbox: Sandbox
    settings: ProofSettings
    limits: SandboxSettings
    as_of: str
    files: Mapping[str, TableFile]
    ends: float
    connection: duckdb.DuckDBPyConnection | None = None
    """What executes the rule's SQL; of the thread that proves."""
    framed: dict[int, tuple[Witness, dict[str, pd.DataFrame]]] = field(default_factory=dict)
    """By identity, each witness with its tables."""

    @cached_property
    def rule(self) -> Rule | None:
        """The typed rule; None of a free-form plan."""
        return read_rule(self.plan.rule) if self.plan.rule else None

    @cached_property
    def facts(self) -> Facts:
        """The types that the program was compiled for."""
        return {**facts_from(self.plan.columns_read), **history_facts(self.plan.tables)}

    @cached_property
    def constants(self) -> tuple[Cell, ...]:
        """The values that the rule itself names."""
        return () if self.rule is None else constants_of(self.rule)

    @cached_property
    def samples(self) -> dict[tuple[str, str], tuple[Cell, ...]]:
        """Of each column that is read a few cells of the day; numbers are near one another, for
        what lies between them may be reported one by one."""
        return {(table, column): self._few(table, column) for table, column in self.facts}

    def _few(self, table: str, column: str) -> tuple[Cell, ...]:
        cells = self.frames[table][column].head(LOOKED_AT).dropna().drop_duplicates()
        is_number = self.facts[table, column].type in NUMERIC
        step = 1 if is_number else max(1, len(cells) // FEW)
        return tuple(plain(cell) for cell in cells.iloc[::step].head(FEW).tolist())

    def first_rows(
        self, table: str, columns: tuple[str, ...], most: int
    ) -> tuple[tuple[Cell, ...], ...]:
        """The first rows of a table of the day."""
        head = self.frames[table][list(columns)].head(most)
        cells = [[plain(cell) for cell in head[column].tolist()] for column in columns]
        return tuple(zip(*cells, strict=True))

    @cached_property
    def numeric(self) -> frozenset[str]:
        """The columns of the judged table that were compiled as numbers."""
        judged = (fact for fact in self.facts.values() if fact.table == self.program.table)
        return frozenset(fact.column for fact in judged if fact.type in NUMERIC)

    @cached_property
    def untyped(self) -> tuple[str, ...]:
        """The columns that are read and have no value: as text, for want of one."""
        tables = self.schema.tables
        return tuple(
            f"{table}.{column}"
            for table, column in self.facts
            if (known := tables.get(table))
            and (found := known.column(column))
            and found.missing == known.rows
        )

    def tables_of(self, witness: Witness) -> dict[str, pd.DataFrame]:
        """The tables of a witness as a program gets them, made once."""
        known = self.framed.get(id(witness))
        if known is None:
            known = self.framed[id(witness)] = (witness, as_frames(witness, self.facts))
        return known[1]

    @property
    def whole(self) -> float:
        """Seconds that there were."""
        return self.settings.seconds

    @property
    def left(self) -> float:
        """Seconds that are left; below 0 where the time is spent."""
        return self.ends - time.monotonic()

    @cached_property
    def arguments(self) -> dict[str, Cell]:
        """What the program is called with over the tables of the day."""
        return {**self.check.params, "as_of": self.as_of}

    def arguments_on(self, witness: Witness) -> dict[str, Cell]:
        """What the program is called with over a witness."""
        own = {} if witness.as_of is None else {"as_of": witness.as_of}
        return {**self.arguments, **witness.params, **own}

    @cached_property
    def blocks(self) -> dict[str, Blocks]:
        """Of each table that is too long the runs of rows that are looked at."""
        found = {}
        for name in filter(self.schema.tables.get, self.program.tables):  # a history is short
            most = self.settings.rows * (1 if name == self.program.table else WIDER)
            rows = self.files[name].rows
            if rows > most:
                found[name] = sample_blocks(rows, most)
        return found

    @cached_property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The tables of the day on this side, sampled as the sandbox samples them."""
        return {name: self._frame(name) for name in self.program.tables}

    def _frame(self, name: str) -> pd.DataFrame:
        frame = read_frame(self.files[name])
        if name not in self.blocks:
            return frame
        taken = [frame.iloc[start:stop] for start, stop in self.blocks[name]]
        return pd.concat(taken, ignore_index=True)

    def real_rows(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """Positions of the sample as positions of the judged table."""
        blocks = self.blocks.get(self.program.table)
        if blocks is None:
            return rows
        whole = [place for start, stop in blocks for place in range(start, stop)]
        return tuple(whole[row] for row in rows if row < len(whole))


def constants_of(rule: Rule) -> tuple[Cell, ...]:
    """The values that a rule itself names."""
    own = (getattr(rule, name) for name in type(rule).model_fields)
    found: list[Cell] = [each for each in own if isinstance(each, int | float)]
    for term in walk(rule):
        found += [term.value] if isinstance(term, Constant) else []
        found += term.empty_if if isinstance(term, Cell_ | Lookup) else ()
        found += date_texts(term) if isinstance(term, Matches) else ()
    return tuple(found)


def date_texts(term: Matches) -> tuple[str, ...]:
    """Of a layout of dates one that is right, one that no calendar has, and two ill written."""
    if term.how is not How.FORMAT or not term.text.startswith("date "):
        return ()
    layout, leap_day = term.text[len("date ") :], datetime(2024, 2, 29, 13, 5, 7, tzinfo=UTC)
    swaps = (("%Y", "%Y"), ("%Y", "2023"), ("%y", "23"), ("%m", "2"), ("%m", "13"), ("%d", "9"))
    return tuple(dict.fromkeys(leap_day.strftime(layout.replace(*swap)) for swap in swaps))


def plain(cell: Any) -> Cell:
    """A cell of a frame as a witness has it."""
    if cell is None or cell is pd.NA or cell != cell:
        return None
    found: Cell = cell.item() if isinstance(cell, np.generic) else cell
    return found


def sample_blocks(rows: int, most: int) -> Blocks:
    """Runs of neighbouring rows, evenly spread, of ``most`` rows together.

    >>> sample_blocks(1_000, 100)[:2]
    ((0, 10), (110, 120))
    """
    size = most // BLOCKS
    step = (rows - size) / (BLOCKS - 1)
    starts = [round(step * number) for number in range(BLOCKS)]
    return tuple((start, start + size) for start in starts)
