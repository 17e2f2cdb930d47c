"""The agent as a process of its own, with the tiny planner in place of the real ones.

python -m tests.tiny_agent --base-dir DIR
"""

from __future__ import annotations

import sys
from pathlib import Path

from backend.agent import Request, run
from backend.contracts.ports import Planner
from backend.contracts.workspace import Workspace
from backend.outputs.console import ProgressBar
from backend.sandbox.open import open_sandbox
from backend.toolbox import NamedPlanner, Toolbox


def load_planner() -> Planner:
    from tests.tiny_planner import TinyPlanner

    return TinyPlanner()


if __name__ == "__main__":
    planner = NamedPlanner("tiny@1", load_planner)
    toolbox = Toolbox((planner,), lambda files, _: open_sandbox(files), "tiny@1")
    request = Request(Workspace(Path(sys.argv[sys.argv.index("--base-dir") + 1]).resolve()))
    with ProgressBar(sys.stderr) as watcher:
        report = run(request, toolbox, watcher)
    print(report.exit_code, sum(record.compiled for record in report.records))
