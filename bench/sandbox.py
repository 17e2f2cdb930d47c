"""What isolation costs a check: a fork of the warm worker against a process per check.

Both run the same program over the same tables behind the same locks, side by side in one run:

    python -m bench.sandbox --tables 5 --rows 1000000 --checks 200
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from backend.contracts.plan import Grain
from backend.contracts.program import Job, OutcomeStatus, Program, TableFile
from backend.contracts.settings import SandboxSettings
from backend.sandbox import machine
from backend.sandbox.open import open_at
from backend.sandbox.sandbox import IsolatedSandbox

NOTHING = "def check(tables): return tables['table0'].iloc[:0]"
GROUPED = """
def check(tables):
    rows = tables["table0"]
    mean = rows.groupby("city")["amount"].transform("mean")
    return rows[rows["amount"] > 100 * mean]
"""
AIM = 20
"""How many times cheaper than a process per check the warm worker must be."""


class Timing(NamedTuple):
    """Milliseconds a check, and of the first one, which starts the worker and maps the tables."""

    name: str
    median: float
    most: float
    first: float


def write_tables(folder: Path, tables: int, rows: int) -> dict[str, TableFile]:
    """Tables of eight columns: numbers, texts and dates as text, with gaps."""
    import pyarrow as pa

    files = {}
    for number in range(tables):
        name, path = f"table{number}", folder / f"{number}.arrow"
        table = pa.Table.from_pandas(make_frame(rows, seed=number), preserve_index=False)
        with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
        files[name] = TableFile(table=name, path=path, rows=rows)
    return files


def make_frame(rows: int, seed: int) -> object:
    """One table's rows."""
    import numpy as np
    import pandas as pd

    random = np.random.default_rng(seed)
    amounts = random.normal(50, 20, rows)
    amounts[random.random(rows) < 0.01] = np.nan
    days = [f"2026-01-{day:02}" for day in range(1, 32)]
    return pd.DataFrame(
        {
            "id": np.arange(rows),
            "other": random.integers(0, rows, rows),
            "amount": amounts,
            "price": random.random(rows),
            "open": random.random(rows) < 0.5,
            "city": random.choice(["Oslo", "Rome", "Lima", "Kyiv"], rows),
            "day": random.choice(days, rows),
            "count": pd.array(random.integers(0, 9, rows), dtype="Int64"),
        }
    )


def make_job(source: str, names: Sequence[str]) -> Job:
    """The source over all tables."""
    program = Program(
        source=source, sha256="sha256:0", table=names[0], tables=tuple(names), grain=Grain.ROWS
    )
    return Job(check_id="bench", program=program, seconds=60.0)


def measure(name: str, sandbox: IsolatedSandbox, job: Job, checks: int, at_once: int = 1) -> Timing:
    """Run a check many times; what runs at once shares the wall time."""
    first = run_once(sandbox, job)
    started = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        each = list(pool.map(lambda _: run_once(sandbox, job), range(checks)))
    shared = (time.perf_counter() - started) / checks
    median = statistics.median(each) if at_once == 1 else shared
    return Timing(name, median * 1e3, max(each) * 1e3, first * 1e3)


def run_once(sandbox: IsolatedSandbox, job: Job) -> float:
    """Seconds of one run, which must succeed."""
    started = time.perf_counter()
    outcome = sandbox.run(job)
    if outcome.status is not OutcomeStatus.OK:
        raise SystemExit(f"the program did not run: {outcome.error}")
    return time.perf_counter() - started


def compare(files: dict[str, TableFile], checks: int) -> list[Timing]:
    """Each way in turn, over the same files."""
    nothing, grouped = (make_job(source, [*files]) for source in (NOTHING, GROUPED))
    few = max(5, checks // 20)
    here, limits = machine.examine(), SandboxSettings(programs=2)
    level = machine.choose(here).level or machine.NONE
    with (
        open_at(level, here, files, limits) as warm,
        open_at(level, here, files, limits, warm=False) as cold,
        open_at(machine.NONE, here, files, limits) as bare,
    ):
        return [
            measure("a process per check, empty", cold, nothing, few),
            measure("the warm worker, empty", warm, nothing, checks),
            measure("the warm worker, empty, two at once", warm, nothing, checks, at_once=2),
            measure("a process per check, group by", cold, grouped, few),
            measure("the warm worker, group by", warm, grouped, few),
            measure("a warm worker without locks, empty", bare, nothing, checks),
        ]


def main() -> None:
    """Print the timings, and how many times cheaper the warm worker is."""
    parser = argparse.ArgumentParser(prog="python -m bench.sandbox")
    parser.add_argument("--tables", type=int, default=5)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--checks", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        files = write_tables(Path(folder), options.tables, options.rows)
        timings = compare(files, options.checks)
    level = machine.choose(machine.examine()).level
    print(f"{options.tables} tables of {options.rows:,} rows, level {level}")
    print(f"{'ms a check':38}{'median':>9}{'most':>9}{'first':>9}")
    for timing in timings:
        print(f"{timing.name:38}{timing.median:9.1f}{timing.most:9.1f}{timing.first:9.1f}")
    ratio = timings[0].median / timings[1].median
    print(f"The warm worker is {ratio:.0f} times cheaper; the aim is {AIM}.")


if __name__ == "__main__":
    main()
