"""A Ray cluster of two nodes with one core each, all on this machine and on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from backend.contracts.engine_settings import EngineSettings
from backend.engine.cluster import load_ray
from tests.engine.processes import descendants

STORE_BYTES = 200 * 1024 * 1024
SOON_MISSED = {"RAY_health_check_period_ms": "500"}
"""How often a node is looked after: one that is killed is known to be lost in seconds. A slow one
has as long to answer as ever."""


class TwoNodes(NamedTuple):
    """A running cluster; ``nodes`` are the head and the other one."""

    cluster: Any
    nodes: list[Any]

    @property
    def settings(self) -> EngineSettings:
        return EngineSettings(name="ray", address=self.cluster.address)

    def add(self, **environment: str) -> None:
        node = self.cluster.add_node(
            num_cpus=1, object_store_memory=STORE_BYTES, env_vars=environment or None
        )
        self.nodes.append(node)

    def lose(self) -> None:
        """Kill the newest node's processes."""
        self.cluster.remove_node(self.nodes.pop(), allow_graceful=False)


def kill_processes_of_nodes() -> int:
    """Kill what runs the sandboxes of this process's nodes; gives how many there were."""
    ours = [each.pid for each in descendants(os.getpid()) if each.name.startswith("ray::Node")]
    for pid in ours:
        os.kill(pid, signal.SIGKILL)
    return len(ours)


@contextmanager
def two_nodes() -> Iterator[TwoNodes]:
    """The cluster, gone with its files at the end."""
    folder = tempfile.mkdtemp(prefix="two-nodes-", dir="/tmp")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_AUTH_MODE", "token")
        patch.setenv("RAY_AUTH_TOKEN", "0" * 64)
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        patch.setenv("RAY_TMPDIR", folder)
        for name, value in SOON_MISSED.items():
            patch.setenv(name, value)
        Path(folder, "ray").mkdir()
        load_ray(EngineSettings(name="ray"))  # one of our own: all of it stays on loopback
        from ray.cluster_utils import Cluster

        arguments = {
            "num_cpus": 1,
            "object_store_memory": STORE_BYTES,
            "node_ip_address": "127.0.0.1",
            "include_dashboard": False,
        }
        cluster = Cluster(initialize_head=True, head_node_args=arguments)
        try:
            both = TwoNodes(cluster, [cluster.head_node])
            both.add()
            yield both
        finally:
            cluster.shutdown()
            shutil.rmtree(folder, ignore_errors=True)
