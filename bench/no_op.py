"""What a run costs that finds nothing changed: ``python -m bench.no_op``.

Rules of this file: a dozen checks are compiled and run by the agent itself; the others are those
same checks under ids of their own, each with its own plan, program, verdict and flagged rows, all
written by the agent's own store; the agent looks at all of them once, and then finds nothing
changed. Each run is a process of its own, beside one of Python alone in the same round.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.kept import KeptVerdict
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.checks_file import read_checks
from backend.store.last_verdicts import read_last_verdicts, write_last_verdicts
from backend.store.workflows import read_workflows, write_workflows
from backend.unchanged import entry_hash
from bench.many_checks import FORMS, Many
from bench.page import fill
from bench.usage import timed

GATE_MS = 60.0
"""For ten thousand checks over a thousand tables."""
SETTLE_SECONDS = 2.5
"""What was written less than two seconds ago is not relied on."""
RUN = ("-m", "backend.agent", "run", "--offline", "--changed-only")


class Cost(NamedTuple):
    """Medians: milliseconds by the clock, and of processor time, of a run and of Python alone."""

    run: float
    busy: float
    bare: float
    bare_busy: float


def measure(checks: int, tables: int, rows: int, rounds: int) -> Cost:
    """What such a run costs.

    Raises:
        SystemExit: it looked at the checks, though nothing had changed.
    """
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "many"
        _build(base, checks, tables, rows)
        log = base / "cached_mem" / "runs_log.jsonl"
        size = log.stat().st_size
        found = [
            (*_timed(*RUN, "--base-dir", str(base)), *_timed("-c", "pass")) for _ in range(rounds)
        ]
        if log.stat().st_size != size:
            raise SystemExit("something was looked at, though nothing had changed")
    return Cost(*(statistics.median(column) for column in zip(*found, strict=True)))


def _build(base: Path, checks: int, tables: int, rows: int) -> None:
    place = Many(base, len(FORMS), tables, rows)
    place.run()
    _multiply(Workspace(base), checks)
    time.sleep(SETTLE_SECONDS)
    timed(*RUN, "--base-dir", str(base))
    if not Workspace(base).unchanged_index.exists():
        raise SystemExit("the agent left no index")


def _multiply(workspace: Workspace, number: int) -> None:
    """Give each of the checks as many copies as make up the number."""
    entries = json.loads(workspace.checks_file.read_text())
    copies = [
        entry | {"check_id": f"C-{place:05}", "check_name": f"C-{place:05}"}
        for place in range(number)
        for entry in [entries[place % len(entries)]]
    ]
    workspace.checks_file.write_text(json.dumps(copies, indent=1))
    first = {each.check_id: each for each in read_workflows(workspace).workflows.values()}
    kept = read_last_verdicts(workspace).verdicts
    workflows: dict[str, Workflow] = {}
    verdicts: dict[str, KeptVerdict] = {}
    for place, check in enumerate(read_checks(workspace).checks):
        model = entries[place % len(entries)]["check_id"]
        named = {"check_id": check.check_id, "check_name": check.check_name}
        workflows[check.key] = first[model].model_copy(update=named)
        verdicts[check.check_id] = _verdict_of(check, kept[model], workspace)
    write_workflows(workspace, workflows)
    write_last_verdicts(workspace, verdicts)


def _verdict_of(check: Check, kept: KeptVerdict, workspace: Workspace) -> KeptVerdict:
    record, more = kept.record, {}
    if record.flagged_path:
        path = f"cached_mem/artifacts/{record.run_id}/{check.check_id}/flagged.csv"
        if path != record.flagged_path:
            (workspace.base / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(workspace.base / record.flagged_path, workspace.base / path)
        more = {"flagged_path": path}
    named = {"check_id": check.check_id, "check_name": check.check_name, **more}
    update = {"entry": entry_hash(check), "record": record.model_copy(update=named)}
    return kept.model_copy(update=update)


def _timed(*arguments: str) -> tuple[float, float]:
    """Milliseconds by the clock and of processor time."""
    found = timed(*arguments)
    return found.seconds * 1_000, found.cpu * 1_000


def main(argv: list[str] | None = None) -> None:
    """Print what such a run costs, beside Python alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--tables", type=int, default=1_000)
    parser.add_argument("--rows", type=int, nargs="+", default=[100])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--page", action="store_true", help="write it on docs/performance.md")
    asked = parser.parse_args(argv)
    costs = {rows: measure(asked.checks, asked.tables, rows, asked.rounds) for rows in asked.rows}
    text = f"{asked.checks:,} checks over {asked.tables:,} tables, {asked.rounds} rounds\n\n"
    text += report(costs)
    print(text)
    if asked.page:
        fill("no-op", text)


def report(costs: Mapping[int, Cost]) -> str:
    """The medians as a table, by the rows of each table."""
    lines = [
        "| rows of a table | ms | CPU ms | Python alone, ms | CPU ms | must hold |",
        "|--:|--:|--:|--:|--:|--:|",
    ]
    for rows, cost in costs.items():
        told = " | ".join(f"{part:.1f}" for part in cost)
        lines.append(f"| {rows:,} | {told} | {GATE_MS:.0f} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
