"""Many runs in a row, with random kills, edits and deliveries between them: nothing is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.acting import ROOT, Acted, Stage
from tests.faults.conftest import MEMORY
from tests.faults.holding import Deliveries, made
from tests.soak.years import Nights

RUNS = 200
DAY = 86_400.0
MOST_WRITES = 80


@pytest.fixture
def nights() -> Iterator[Nights]:
    folder = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="soak-", dir=folder) as name:
        deliveries = Deliveries(Path(name) / "deliveries")
        yield Nights(made(Path(name) / "w", deliveries), deliveries, seed=20261120)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("runs", [60, pytest.param(RUNS, marks=pytest.mark.soak)])
def test_runs_with_kills(nights: Nights, tmp_path: Path, runs: int) -> None:
    draw = random.Random(9)
    base = nights.tiny.workspace.base
    with Stage(tmp_path) as stage:

        def act(*argv: str, night: int, dies: bool) -> Acted:
            die_at = draw.randrange(1, MOST_WRITES) if dies else 0
            return stage.act(base, *argv, clock=DAY * night, die_at=die_at)

        nights.live(act, runs)
        nights.end(act, runs)

    assert nights.came["killed"] > runs / 5
    assert nights.came["cut short"] > runs / 20
    assert len([*nights.tiny.workspace.runs_archive.iterdir()]) >= runs * 6 // 200


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_two_hundred_runs_of_the_command_line(nights: Nights) -> None:
    """The agent as it ships, in its sandbox, killed at any time."""
    draw = random.Random(9)
    base = str(nights.tiny.workspace.base)

    def act(*argv: str, night: int, dies: bool) -> Acted:
        command = [sys.executable, "-m", "backend.agent", "--base-dir", base, *argv]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
            try:
                told, _ = process.communicate(timeout=draw.uniform(0.5, 5) if dies else None)
            except subprocess.TimeoutExpired:
                process.kill()
                told, _ = process.communicate()
        return Acted([process.returncode], [told], [])

    nights.live(act, RUNS)
    nights.end(act, RUNS)
    assert nights.came["killed"] > 20
