"""The twenty checks of the race on two Ray nodes and on this machine: python -m bench.ray_cluster.

Rules of this file: both engines run the same programs in the same round, one after the other, at
the same level of isolation and as many at once; every outcome must be the same, or there is no
figure. The nodes share the cores of this machine: what is measured is what the way there and back
costs, and not what more machines would gain.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from backend.contracts.engine_settings import EngineSettings
from backend.contracts.program import Job, Outcome, TableFile
from backend.contracts.settings import SandboxSettings
from backend.contracts.workspace import Workspace
from backend.engine.cluster import load_ray
from backend.engine.open import open_engine
from backend.executor.ahead import AheadSandbox
from backend.executor.table_files import TableFiles
from backend.store.schema_files import read_schema
from backend.store.workflows import read_workflows
from bench.race import AS_OF, Race

NODES = 2
PHASES = ("open", "first time", "again", "close")
"""The cluster is joined and the nodes' processes start; the checks run, and a worker starts and the
tables are sent; they run once more; all of it ends."""
SHARED_MEMORY = 2 << 30


class Measured(NamedTuple):
    """Seconds by phase, and what the checks came to."""

    seconds: dict[str, float]
    outcomes: list[Outcome]


def measure(files: Mapping[str, TableFile], jobs: list[Job], engine: EngineSettings) -> Measured:
    """Run the jobs twice in one sandbox."""
    limits = SandboxSettings(programs=1 if engine.address else NODES)
    clock = [time.perf_counter()]
    with open_engine(files, limits, engine) as sandbox:
        clock.append(time.perf_counter())
        for _ in range(2):
            with AheadSandbox(sandbox) as ahead:
                ahead.announce(jobs)
                outcomes = [replace(ahead.run(job), seconds=0, node="") for job in jobs]
            clock.append(time.perf_counter())
    clock.append(time.perf_counter())
    seconds = (after - before for before, after in pairwise(clock))
    return Measured(dict(zip(PHASES, seconds, strict=True)), outcomes)


def read_jobs(workspace: Workspace) -> list[Job]:
    """The programs of a compiled workspace."""
    limits = SandboxSettings()
    workflows = read_workflows(workspace, holds_lock=False).workflows.values()
    programs = {each.check_id: each.program for each in workflows if each.program}
    return [
        Job(
            check_id=check_id,
            program=program,
            arguments={"as_of": AS_OF} if "as_of" in program.parameters else {},
            seconds=limits.wall_seconds,
            memory_mb=limits.memory_mb,
        )
        for check_id, program in programs.items()
    ]


@contextmanager
def cluster() -> Iterator[EngineSettings]:
    """A cluster of two nodes with one core each, on loopback."""
    folder = tempfile.mkdtemp(prefix="ray-", dir="/tmp")
    Path(folder, "ray").mkdir()
    variables = {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN": "0" * 64,
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_TMPDIR": folder,
    }
    os.environ.update(variables)
    load_ray(EngineSettings(name="ray"))
    from ray.cluster_utils import Cluster

    each = {"num_cpus": 1, "object_store_memory": SHARED_MEMORY}
    head = {**each, "node_ip_address": "127.0.0.1", "include_dashboard": False}
    running = Cluster(initialize_head=True, head_node_args=head)
    try:
        for _ in range(NODES - 1):
            running.add_node(**each)
        yield EngineSettings(name="ray", address=running.address)
    finally:
        running.shutdown()
        shutil.rmtree(folder, ignore_errors=True)


def run_rounds(base: Path, rounds: int) -> dict[str, list[Measured]]:
    """Each engine in each round, over the workspace of a race."""
    workspace = Workspace(base)
    schema = read_schema(workspace, holds_lock=False).schema
    assert schema is not None
    files, jobs = TableFiles(workspace, schema, AS_OF), read_jobs(workspace)
    found: dict[str, list[Measured]] = {"local": [], "ray": []}
    with cluster() as settings:
        engines: dict[str, Callable[[], Measured]] = {
            "local": lambda: measure(files, jobs, EngineSettings()),
            "ray": lambda: measure(files, jobs, settings),
        }
        for _ in range(rounds):
            for name, run in engines.items():
                found[name].append(run())
            if found["local"][-1].outcomes != found["ray"][-1].outcomes:
                raise SystemExit("the engines do not come to the same")
    return found


def main(argv: list[str] | None = None) -> None:
    """Print each phase's median seconds and the median ratio of the two engines."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", asked.orders)
        found = run_rounds(race.base, asked.rounds)
    print(f"{asked.orders:,} orders, {asked.rounds} rounds; seconds, and ray as a ratio to local")
    for phase in PHASES:
        pairs = [
            (here.seconds[phase], there.seconds[phase])
            for here, there in zip(found["local"], found["ray"], strict=True)
        ]
        local, ray = (statistics.median(column) for column in zip(*pairs, strict=True))
        ratio = statistics.median(there / here for here, there in pairs)
        print(f"{phase:10}  local {local:7.3f}  ray {ray:7.3f}  ratio {ratio:6.2f}")


if __name__ == "__main__":
    main()
