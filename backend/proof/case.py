"""What is on trial: a program with its plan, the tables of the day, and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa

from backend.contracts.check import Cell, Check
from backend.contracts.plan import Plan
from backend.contracts.ports import Sandbox
from backend.contracts.program import Program, TableFile
from backend.contracts.schema import ColumnType, Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.witness import Witness
from backend.proof.of_the_day import Blocks, Day, read_day
from backend.proof.witnesses.frames import as_arrow
from backend.rules.catalog import facts_from, read_rule, write_page
from backend.rules.earlier_runs import history_facts
from backend.rules.language.rows import NUMERIC, Facts
from backend.rules.language.terms import Cell as Cell_
from backend.rules.language.terms import Constant, How, Lookup, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

if TYPE_CHECKING:
    import duckdb

BLOCKS = 10
"""A sample is this many runs of neighbouring rows, evenly spread."""
WIDER = 10
"""Tables that are only looked up may be this many times as long as the judged one."""


@dataclass(frozen=True)
class Case:
    """One program on trial; ``files`` holds its tables, ``ends`` is on the ``clock``."""

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
    clock: Callable[[], float] = time.monotonic
    framed: dict[int, tuple[Witness, dict[str, pa.Table]]] = field(default_factory=dict)
    """By identity, each witness with its tables."""

    @cached_property
    def rule(self) -> Rule | None:
        """The typed rule; None of a free-form plan."""
        return read_rule(self.plan.rule) if self.plan.rule else None

    @cached_property
    def is_as_written(self) -> bool:
        """Whether the program is, to the byte, what the compiler writes of its typed rule."""
        if self.rule is None:
            return False
        title = f"{self.check.check_id} · {self.check.check_name}"
        source = write_page(self.rule, self.facts, title=title, notes=self.plan.assumptions)
        return source == self.program.source

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
        """Of each column that is read a few cells of the day."""
        return {
            (table, column): self.day[table].few(column, is_number=fact.type in NUMERIC)
            for (table, column), fact in self.facts.items()
        }

    def first_rows(
        self, table: str, columns: tuple[str, ...], most: int
    ) -> tuple[tuple[Cell, ...], ...]:
        """The first rows of a table of the day."""
        return self.day[table].first_rows(columns, most)

    @cached_property
    def numeric(self) -> frozenset[str]:
        """The columns of the judged table that were compiled as numbers."""
        judged = (fact for fact in self.facts.values() if fact.table == self.program.table)
        return frozenset(fact.column for fact in judged if fact.type in NUMERIC)

    @cached_property
    def whole_numbers(self) -> frozenset[str]:
        """The columns of the judged table that were compiled as whole numbers."""
        judged = (fact for fact in self.facts.values() if fact.table == self.program.table)
        return frozenset(fact.column for fact in judged if fact.type == ColumnType.INTEGER)

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

    def tables_of(self, witness: Witness) -> dict[str, pa.Table]:
        """The tables of a witness as SQL reads them, made once."""
        known = self.framed.get(id(witness))
        if known is None:
            known = self.framed[id(witness)] = (witness, as_arrow(witness, self.facts))
        return known[1]

    @property
    def whole(self) -> float:
        """Seconds that there were."""
        return self.settings.seconds

    @property
    def left(self) -> float:
        """Seconds that are left; below 0 where the time is spent."""
        return self.ends - self.clock()

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
    def day(self) -> dict[str, Day]:
        """The tables of the day on this side, sampled as the sandbox samples them."""
        tables = self.program.tables
        return {name: read_day(self.files[name], self.blocks.get(name)) for name in tables}

    @cached_property
    def frames(self) -> dict[str, pd.DataFrame]:
        """The rows of the tables of the day."""
        return {name: day.frame for name, day in self.day.items()}

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


def sample_blocks(rows: int, most: int) -> Blocks:
    """Runs of neighbouring rows, evenly spread, of ``most`` rows together.

    >>> sample_blocks(1_000, 100)[:2]
    ((0, 10), (110, 120))
    """
    size = most // BLOCKS
    step = (rows - size) / (BLOCKS - 1)
    starts = [round(step * number) for number in range(BLOCKS)]
    return tuple((start, start + size) for start in starts)
