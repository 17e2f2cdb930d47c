"""The command line in a process of its own, with one check that does not end before it may.

python -m tests.operations.held_agent --base-dir DIR …: the check HELD makes DIR/held, and goes on
when DIR/go is there. Planner and sandbox are those of small tests.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path

import backend.toolbox
from backend.agent import main
from backend.contracts.program import Job, Outcome, TableFile
from backend.contracts.settings import SandboxSettings
from backend.toolbox import NamedPlanner, Toolbox
from tests.near_sandbox import NearSandbox
from tests.tiny_planner import TinyPlanner


class HeldSandbox(NearSandbox):
    def __init__(self, base: Path, files: Mapping[str, TableFile], limits: SandboxSettings) -> None:
        super().__init__(files, limits)
        self._base = base

    def run(self, job: Job) -> Outcome:
        if job.check_id == "HELD":
            self._base.joinpath("held").touch()
            while not self._base.joinpath("go").exists():
                time.sleep(0.01)
        return super().run(job)


def open_held_toolbox(**_: object) -> Toolbox:
    base = Path(sys.argv[sys.argv.index("--base-dir") + 1])
    planner = NamedPlanner("tiny@1", TinyPlanner)
    return Toolbox((planner,), lambda files, limits: HeldSandbox(base, files, limits), "tiny@1")


if __name__ == "__main__":
    backend.toolbox.open_toolbox = open_held_toolbox
    sys.exit(main())
