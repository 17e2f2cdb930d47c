"""Checks of a table beyond the memory limit, by DuckDB out of core and by their programs.

Each engine is one process that judges all checks over the cached tables; its memory is that of the
whole process tree, programs and their sandbox included, as the kernel shares it out (PSS):

    python -m bench.out_of_core --rows 10000000 --memory-mb 512
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from pyarrow import csv

from backend.contracts.check import Check
from backend.contracts.plan import Plan
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.settings import SandboxSettings, Settings
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext
from backend.executor.table_files import TableFiles
from backend.out_of_core.by_size import execute_by_size
from backend.sandbox.open import open_sandbox
from backend.store.lock import WorkspaceLock
from backend.store.schema_files import read_schema, write_schema
from backend.tables.snapshot import snapshot_tables

AS_OF = "2026-11-20"
ROOMY_MB = 16_384
USERS = 200_000
CHECKS = (
    "order_id must be unique",
    "user_id must exist in users",
    "price must be between 0 and 995",
    "shipped must not be before placed",
    "mail must be a valid email address",
    "each user_id must have at most 90 orders",
    "the average of price must be at most 400",
)
MIB = 1 << 20
Told = dict[str, Any]


class Measured(NamedTuple):
    """One engine over all checks: seconds, CPU seconds, peak MiB, and what it said of each."""

    seconds: float
    cpu: float
    peak_mb: float
    told: list[Told]


def main() -> None:
    """Print a line for each check and one for each engine."""
    if os.environ.get("BENCH_OUT_OF_CORE"):
        judge_all(json.loads(sys.stdin.read()))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--memory-mb", type=int, default=512)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--judge-by", choices=("size", "duckdb"), default="duckdb")
    parser.add_argument("--without-pandas", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="out-of-core-") as folder:
        workspace = Workspace(Path(folder))
        print(f"the table: {write_tables(workspace, asked.rows):,.0f} MiB in the cache")
        plans = plan_checks(workspace)
        task = {"base": folder, "plans": plans, "memory_mb": asked.memory_mb}
        found = {"duckdb": measure({**task, "judge_by": asked.judge_by, "threads": asked.threads})}
        if not asked.without_pandas:
            found["pandas"] = measure({**task, "judge_by": "pandas", "memory_mb": ROOMY_MB})
        report(found)


def write_tables(workspace: Workspace, rows: int) -> float:
    """Orders and users as CSV, read and cached in a process of their own; MiB of the cache."""
    workspace.data.mkdir(parents=True)
    with csv.CSVWriter(workspace.data / "orders.csv", next(_orders(1)).schema) as orders:
        for part in _orders(rows):
            orders.write_table(part)
    ids = np.arange(USERS)
    users = pa.table({"user_id": ids, "country": np.where(ids % 2, "FR", "IT").astype(str)})
    csv.write_csv(users, workspace.data / "users.csv")
    reading = [sys.executable, "-c", _READ, str(workspace.base)]
    subprocess.run(reading, check=True, cwd=Path(__file__).parents[1])
    return sum(path.stat().st_size for path in workspace.tables.iterdir()) / MIB


_READ = """
import sys
from pathlib import Path
from bench.out_of_core import read
read(Path(sys.argv[1]))
"""


def read(base: Path) -> None:
    """Read and cache the tables, as a run does."""
    workspace = Workspace(base)
    with WorkspaceLock(workspace):
        write_schema(workspace, snapshot_tables(workspace, Schema()))


def _orders(rows: int, most: int = 500_000) -> Iterator[pa.Table]:
    random = np.random.default_rng(7)
    for start in range(0, rows, most):
        ids = np.arange(start, min(start + most, rows))
        placed = np.datetime64("2020-01-01") + random.integers(0, 2000, len(ids))
        late = random.integers(-1, 30, len(ids))
        odd = ids % 10_007 == 5
        yield pa.table(
            {
                "order_id": np.where(ids % 100_003 == 7, ids - 5, ids),
                "user_id": random.integers(0, USERS, len(ids)) + np.where(odd, USERS, 0),
                "status": np.array(["open", "paid", "cancelled"])[ids % 3],
                "price": np.round(random.random(len(ids)) * 996, 2),
                "placed": placed.astype(str),
                "shipped": (placed + np.where(late < 0, -odd.astype(int), late)).astype(str),
                "mail": [
                    f"user{n}@" if bad else f"user{n}@example.org"
                    for n, bad in zip(ids % 50_000, odd, strict=True)
                ],
            }
        )


def plan_checks(workspace: Workspace) -> list[Told]:
    """Each check with its plan and program, as they are remembered."""
    from backend.executor.write import write_program  # the judging process plans nothing
    from backend.planner.offline.planner import OfflinePlanner

    schema, planner = read_schema(workspace).schema, OfflinePlanner()
    found = []
    for number, sentence in enumerate(CHECKS):
        check = Check(
            check_id=f"B-{number}",
            check_name=sentence,
            target_table=("orders", "users") if "users" in sentence else ("orders",),
            calculation_hint=sentence,
        )
        plan = planner.plan(check, schema)
        program = write_program(plan, check)
        found.append({n: v.model_dump(mode="json") for n, v in _named(check, plan, program)})
    return found


def _named(*values: Check | Plan | Program) -> Iterator[tuple[str, Check | Plan | Program]]:
    return ((type(value).__name__, value) for value in values)


def judge_all(task: Told) -> None:
    """The child: judge every check, and print what came of each as a line of JSON."""
    workspace = Workspace(Path(task["base"]))
    schema = read_schema(workspace, holds_lock=False).schema
    limits = SandboxSettings(memory_mb=task["memory_mb"], wall_seconds=3600)
    engine = {"judge_by": task["judge_by"], "threads": task.get("threads", 1)}
    settings = Settings.model_validate({"engine": engine, "sandbox": limits.model_dump()})
    files = TableFiles(workspace, schema)
    with open_sandbox(files, limits) as sandbox:
        context = RunContext(
            workspace=workspace,
            run_id=task["judge_by"],
            as_of=AS_OF,
            schema=schema,
            sandbox=sandbox,
            limits=limits,
            settings=settings,
            files=files,
        )
        for each in task["plans"]:
            print(json.dumps(_judge(each, context)), flush=True)


def _judge(each: Told, context: RunContext) -> Told:
    started = time.monotonic()
    check, plan = Check.model_validate(each["Check"]), Plan.model_validate(each["Plan"])
    program = Program.model_validate(each["Program"])
    done = execute_by_size(program, plan, check, context).execution
    fields = ("verdict", "tested", "flagged", "result", "engine", "engine_reason", "reason")
    told = {name: str(getattr(done, name)) for name in fields}
    return {"check": check.check_name, "seconds": time.monotonic() - started, **told}


def measure(task: Told) -> Measured:
    """One engine in a process of its own, watched every 20 ms."""
    started, peak = time.monotonic(), 0.0
    cpu: dict[int, float] = {}
    with subprocess.Popen(
        [sys.executable, "-m", "bench.out_of_core"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "BENCH_OUT_OF_CORE": "1"},
        cwd=Path(__file__).parents[1],
    ) as child:
        assert child.stdin and child.stdout
        child.stdin.write(json.dumps(task))
        child.stdin.close()
        while child.poll() is None:
            tree = list(_tree(child.pid))
            peak = max(peak, sum(map(pss_mb, tree)))
            cpu |= {pid: used for pid in tree if (used := cpu_seconds(pid))}
            time.sleep(0.02)
        told = [json.loads(line) for line in child.stdout]
    return Measured(time.monotonic() - started, sum(cpu.values()), peak, told)


def pss_mb(process: int) -> float:
    """What the kernel counts as a process's share of memory, in MiB; 0 of one that ended."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def cpu_seconds(process: int) -> float:
    """User and system time so far; 0 of one that ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _tree(root: int) -> Iterator[int]:
    yield root
    for listed in Path(f"/proc/{root}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tree(int(child))


def report(found: dict[str, Measured]) -> None:
    """One line a check, whether both engines gave the same, and each engine's cost."""
    for told in zip(*(each.told for each in found.values()), strict=True):
        first = told[0]
        same = "one engine" if len(told) < 2 else "same" if _is_same(told) else "DIFFERENT"
        seconds = "  ".join(f"{each['seconds']:7.1f} s {each['engine']}" for each in told)
        print(f"{seconds}  {first['flagged']:>9} of {first['tested']:>9}  {same}  {first['check']}")
    for name, each in found.items():
        print(f"{name}: {each.seconds:.1f} s, CPU {each.cpu:.1f} s, peak {each.peak_mb:,.0f} MiB")


def _is_same(told: tuple[Told, ...]) -> bool:
    """Rows by their hash; failing records may differ in a number's last digit and in order."""
    names = ("verdict", "tested", "flagged")
    return len({tuple(each[name] for name in names) for each in told}) == 1


if __name__ == "__main__":
    main()
