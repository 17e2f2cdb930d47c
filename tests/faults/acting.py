"""The agent's command line, in processes that are forked cheaply and die where a test says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Self

ROOT = Path(__file__).resolve().parents[2]
AS_OF = ("--as-of", "2026-11-20")
RUN = ("run", "--offline", *AS_OF)


class Acted(NamedTuple):
    """The exit codes (-9 for a kill), what was printed, and the writes where they were counted."""

    codes: list[int]
    told: list[str]
    writes: list[str]

    @property
    def code(self) -> int:
        return self.codes[0]


class Stage:
    """Forks agents; a context manager."""

    def __init__(self, scratch: Path) -> None:
        self._out = scratch / "told"

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.stage"],
            cwd=ROOT,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def act(
        self,
        base: Path,
        *argv: str,
        die_at: int = 0,
        at_once: int = 1,
        clock: float = 0.0,
        kill_after: float = 0.0,
        most: int = 0,
        counts: bool = False,
    ) -> Acted:
        """One command over a workspace, in ``at_once`` processes that begin together.

        ``clock`` are the seconds by which theirs is wrong; ``most`` the bytes that a file may have.
        """
        told = {
            "base": str(base),
            "argv": argv,
            "die_at": die_at,
            "at_once": at_once,
            "clock": clock,
            "kill_after": kill_after,
            "most": most,
            "counts": counts,
            "out": str(self._out),
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        writes = Path(f"{self._out}.writes").read_text().splitlines() if counts else []
        return Acted(answer["codes"], answer["told"], writes)
