"""Judges one check out of core in a process of its own, and tells the most memory that it took.

python -m tests.out_of_core.judge_alone < job.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from backend.contracts.check import Check
from backend.contracts.plan import Plan
from backend.contracts.program import Program, TableFile
from backend.contracts.schema import Schema
from backend.contracts.settings import Settings
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext
from backend.out_of_core.judging import find_in_sql
from tests.near_sandbox import NearSandbox


def main() -> None:
    """Print the number of flagged rows, of tested ones, and the peak of resident MiB."""
    job = json.load(sys.stdin)
    file = TableFile.model_validate(job["file"])
    files = {file.table: file}
    context = RunContext(
        workspace=Workspace(Path(job["base"])),
        run_id="alone",
        as_of="2026-11-20",
        schema=Schema(),
        sandbox=NearSandbox(files),
        settings=Settings.model_validate({"engine": {"memory_mb": job["memory_mb"]}}),
        files=files,
    )
    check, plan = Check.model_validate(job["check"]), Plan.model_validate(job["plan"])
    found = find_in_sql(Program.model_validate(job["program"]), plan, check, context)
    print(json.dumps([len(found.rows), found.tested, peak_mb()]))


def peak_mb() -> float:
    """The most that was resident since this program began: ru_maxrss holds its parent's as well."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
