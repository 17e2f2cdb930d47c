"""What a program's proof costs beside one plain run of it, over tables of 100,000 rows.

The programs are the shipped checks; their tables are repeated, with numbers of their own in the
first column, until they have that many rows:

    python -m bench.proof --rows 100000
"""

from __future__ import annotations

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from pydantic import JsonValue

from backend.contracts.check import Check
from backend.contracts.errors import PlanError
from backend.contracts.program import Job
from backend.contracts.schema import Schema
from backend.contracts.settings import ProofSettings, SandboxSettings
from backend.contracts.workspace import Workspace
from backend.executor.table_files import TableFiles
from backend.executor.write import write_program
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.prove import prove
from backend.sandbox.open import open_sandbox
from backend.tables.snapshot import snapshot_tables

SHIPPED = Path(__file__).resolve().parent.parent / "backend"
AS_OF = "2026-11-20"
SECONDS = 60.0


class Timing(NamedTuple):
    """Seconds of one program's proof, and of one run of it."""

    check_id: str
    proof: float
    run: float
    proven: bool


def main() -> None:
    """Print the median, the worst, and how many times a run that is."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=100_000)
    asked = parser.parse_args()
    timings = sorted(measure(asked.rows), key=lambda timing: timing.proof)
    middle = statistics.median(timing.proof for timing in timings)
    times = statistics.median(timing.proof / timing.run for timing in timings)
    proven = sum(timing.proven for timing in timings)
    print(f"{len(timings)} programs over {asked.rows:,} rows, {proven} proven")
    print(f"proof: median {middle:.2f} s, {times:.0f} times one run of the program")
    for timing in timings[:-6:-1]:
        print(f"  {timing.check_id}: {timing.proof:.2f} s, a run {timing.run * 1000:.0f} ms")


def measure(rows: int) -> Iterator[Timing]:
    """Prove each shipped check once, in a sandbox that is warm."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        write_tables(workspace, rows)
        schema = snapshot_tables(workspace, Schema())
        files = TableFiles(workspace, schema)
        entries = json.loads((SHIPPED / "checks" / "checks.json").read_text("utf-8"))
        with open_sandbox(files) as sandbox:
            for check in map(Check.model_validate, entries):
                try:
                    plan = OfflinePlanner().plan(check, schema)
                except PlanError:
                    continue
                program = write_program(plan, check)
                given = {**check.params, "as_of": AS_OF}
                arguments: dict[str, JsonValue] = {n: given[n] for n in program.parameters}
                job = Job(check_id=check.check_id, program=program, arguments=arguments)
                sandbox.run(job)  # maps the tables
                run = sandbox.run(job).seconds
                started = time.perf_counter()
                proof = prove(
                    plan, program, check, schema, sandbox=sandbox, files=files, as_of=AS_OF,
                    settings=ProofSettings(seconds=SECONDS), limits=SandboxSettings(),
                )  # fmt: skip
                yield Timing(check.check_id, time.perf_counter() - started, run, proof.proven)


def write_tables(workspace: Workspace, rows: int) -> None:
    """The shipped CSV files, repeated; the workbook as it is."""
    workspace.data.mkdir(parents=True)
    for path in sorted((SHIPPED / "data").iterdir()):
        if path.suffix != ".csv":
            (workspace.data / path.name).write_bytes(path.read_bytes())
            continue
        frame = pd.read_csv(path, dtype="str", keep_default_na=False)
        times = -(-rows // len(frame))
        tall = pd.concat([frame] * times, ignore_index=True).iloc[:rows]
        tall[tall.columns[0]] = range(1, len(tall) + 1)
        tall.to_csv(workspace.data / path.name, index=False)


if __name__ == "__main__":
    main()
