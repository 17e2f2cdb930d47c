"""What an offline compile costs, sentence to program, over a schema of 50 tables of 20 columns.

The sentences are the examples of all rule kinds; their tables are widened to 20 columns, with texts
that a sentence could name, and stand among others:

    python -m bench.compiling --tables 50 --columns 20 --rounds 3
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.rules.catalog import kinds
from backend.rules.rule import Example
from backend.tables.snapshot import snapshot_tables

ROWS = 60
WORDS = (
    "customer", "invoice", "parcel", "station", "reading", "branch", "account", "ticket",
    "shipment", "supplier", "contract", "patient", "course", "lesson", "vehicle", "sensor",
    "meter", "policy", "claim", "booking", "room", "product", "category", "warehouse", "region",
    "country", "currency", "payment", "refund", "discount", "tax", "weight", "height", "length",
    "width", "volume", "temperature", "pressure", "speed", "score", "grade", "level", "stage",
    "phase", "owner", "manager", "editor", "author",
)  # fmt: skip
VALUES = tuple(f"{word} {part}" for word in WORDS for part in ("north", "south", "east", "west"))


class Timing(NamedTuple):
    """One sentence's milliseconds, the best of all rounds."""

    sentence: str
    milliseconds: float
    compiles: bool


def main() -> None:
    """Print the median, the worst, and the five slowest sentences."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--tables", type=int, default=50)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    timings = list(measure(asked.tables, asked.columns, asked.rounds))
    found = [timing.milliseconds for timing in timings]
    compiled = sum(timing.compiles for timing in timings)
    print(f"{len(timings)} sentences over {asked.tables} tables of {asked.columns} columns")
    print(
        f"median {statistics.median(found):.1f} ms, worst {max(found):.1f} ms; {compiled} compile"
    )
    for timing in sorted(timings, key=lambda each: -each.milliseconds)[:5]:
        print(f"  {timing.milliseconds:7.1f} ms  {timing.sentence}")


def measure(tables: int, columns: int, rounds: int) -> Iterator[Timing]:
    """Each example of each kind, compiled over its own schema."""
    planner = OfflinePlanner()
    examples = [
        example
        for kind in kinds().values()
        for example in kind.examples
        if not any("/" in name for name in example.tables)  # tables that no file gives
    ]
    with tempfile.TemporaryDirectory() as folder:
        others = _others(Path(folder) / "others", tables, columns)
        for number, example in enumerate(examples):
            schema = _widened(Path(folder) / f"{number}", example, columns)
            both = {**others.tables, **schema.tables}
            room = {name: both[name] for name in list(both)[-max(tables, len(schema.tables)) :]}
            yield _time(planner, example, Schema(tables=room), rounds)


def _time(planner: OfflinePlanner, example: Example, schema: Schema, rounds: int) -> Timing:
    check = Check(
        check_id="C-1",
        check_name="an example",
        target_table=tuple(example.tables),
        calculation_hint=example.sentence,
    )
    best, compiles = float("inf"), True
    for _ in range(rounds):
        started = time.perf_counter()
        try:
            write_program(planner.plan(check, schema), check)
        except PlanError:
            compiles = False
        best = min(best, time.perf_counter() - started)
    return Timing(example.sentence, 1000 * best, compiles)


def _widened(folder: Path, example: Example, columns: int) -> Schema:
    """The example's tables with columns of texts and numbers beside their own."""
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    for name, (header, *rows) in example.tables.items():
        more = max(0, columns - len(header))
        added = _filler(more, len(rows), start=7 * len(name))
        wide = [[*row, *extra] for row, extra in zip(rows, added[1:], strict=True)]
        _write(workspace.data / f"{name}.csv", [[*header, *added[0]], *wide])
    return snapshot_tables(workspace, Schema())


def _others(folder: Path, tables: int, columns: int) -> Schema:
    workspace = Workspace(folder)
    workspace.data.mkdir(parents=True)
    for number in range(tables):
        name = f"{WORDS[number % len(WORDS)]}_{WORDS[-1 - number % 7]}_{number}"
        _write(workspace.data / f"{name}.csv", _filler(columns, ROWS))
    return snapshot_tables(workspace, Schema())


def _filler(columns: int, rows: int, start: int = 0) -> list[list[object]]:
    """A header and rows: every other column a number, the rest texts of many values.

    Tables that begin elsewhere share headers, and not what tells their rows apart.
    """
    header: list[object] = [
        f"{WORDS[(7 * place) % len(WORDS)]}_{WORDS[(11 * place + 3) % len(WORDS)]}"
        for place in range(columns)
    ]
    body = [
        [
            (start + row) * place if place % 2 else VALUES[(start + row + 5 * place) % len(VALUES)]
            for place in range(columns)
        ]
        for row in range(rows)
    ]
    return [header, *body]


def _write(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows(rows)


if __name__ == "__main__":
    main()
