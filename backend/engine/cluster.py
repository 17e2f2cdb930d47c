"""A Ray cluster, joined or started: the only place that starts and ends Ray.

Rules of this file: a cluster of our own listens on loopback alone, asks for a token that nobody
else knows, keeps its files where no other user reads, and ends with the process that started it;
nothing of Ray prints, listens to signals of ours, or tells its makers of us.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from backend.contracts.engine_settings import RAY_ADDRESS, EngineSettings
from backend.contracts.errors import SandboxError
from backend.engine.own_folder import own_folder

ROOT = str(Path(__file__).resolve().parents[2])
"""The folder that holds ``backend``, here and on every node."""
REACH_SECONDS = 10.0
LOOPBACK = "127.0.0.1"
AS_ON_A_DESKTOP = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}
"""What keeps Ray on loopback there keeps it there on Linux, too."""
QUIET = {"RAY_USAGE_STATS_ENABLED": "0"}


def load_ray(settings: EngineSettings) -> None:
    """Import Ray, which reads at that very moment what it will listen on."""
    with _environment(_variables(settings)):
        importlib.import_module("ray")


class FoundNode(NamedTuple):
    """A node of the cluster that has cores to offer."""

    node_id: str
    name: str
    """Its address, and the beginning of its id: nodes may share a machine."""
    cpus: int


class Cluster:
    """A cluster that this process has joined; the whole process has no other meanwhile."""

    def __init__(self, settings: EngineSettings, *, cpus: int) -> None:
        """Nothing is joined; a cluster of our own will have one node with this many cores."""
        self._settings = settings
        self._cpus = cpus
        self._held = contextlib.ExitStack()
        self.version = ""

    def open(self) -> None:
        """Join the cluster, or start one.

        Raises:
            SandboxError: there is none at this address, or it lets nobody in.
        """
        address = self._settings.address
        if address:
            _reach(address)
        with contextlib.ExitStack() as held:
            held.enter_context(_environment(_variables(self._settings)))
            joining = {"address": address} if address else self._own(held)
            held.callback(_leave)
            self.version = _join(joining)
            if not address:
                self._refuse_to_be_heard()
            self._held = held.pop_all()

    def _refuse_to_be_heard(self) -> None:
        heard = [node.name for node in self.nodes() if not node.name.startswith(f"{LOOPBACK} ")]
        if heard:
            raise SandboxError(
                f"engine: the Ray cluster of this run listens at {heard[0].split()[0]!r}, where "
                "other machines reach it, since this process has used another cluster before. "
                "Start a new process.",
                code="no-cluster",
            )

    def _own(self, held: contextlib.ExitStack) -> dict[str, Any]:
        return {
            "address": "local",
            "num_cpus": self._cpus,
            "_node_ip_address": LOOPBACK,
            "_temp_dir": held.enter_context(own_folder()),
        }

    def close(self) -> None:
        """Leave the cluster; one of our own ends with all its processes and files."""
        self._held.close()

    def nodes(self) -> list[FoundNode]:
        """The nodes that are alive and have cores."""
        import ray

        found = [
            FoundNode(node["NodeID"], _name(node), int(node["Resources"].get("CPU", 0)))
            for node in ray.nodes()
            if node["Alive"]
        ]
        return [node for node in found if node.cpus]

    def is_alive(self, node_id: str) -> bool:
        """Whether a node still belongs to the cluster, as far as is known."""
        return any(node.node_id == node_id for node in self.nodes())


def _name(node: dict[str, Any]) -> str:
    return f"{node['NodeManagerAddress']} {node['NodeID'][:6]}"


def _join(joining: dict[str, Any]) -> str:
    """Ray's version, once this process is in the cluster."""
    import ray
    from ray.job_config import JobConfig

    logging.getLogger("ray").setLevel(logging.CRITICAL)
    try:
        with _our_signals():
            ray.init(
                **joining,
                include_dashboard=False if joining["address"] == "local" else None,
                log_to_driver=False,
                configure_logging=False,
                job_config=JobConfig(code_search_path=[ROOT]),
            )
    except (ConnectionError, OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        fact = " ".join(str(error).split())[:300]
        raise SandboxError(
            f"engine: Ray does not let this process in: {fact}. Look whether the cluster runs, "
            "this machine is one of its nodes, and RAY_AUTH_TOKEN is its token.",
            code="no-cluster",
        ) from error
    return str(ray.__version__)


def _leave() -> None:
    import ray

    with _our_signals():
        ray.shutdown()


def _reach(address: str) -> None:
    """Make sure that somebody listens at the address: Ray itself would wait for minutes."""
    if address == "auto":
        address = os.environ.get(RAY_ADDRESS, "")
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), REACH_SECONDS).close()
    except OSError as error:
        raise SandboxError(
            f"engine: no Ray cluster answers at {address!r}: {error.strerror or error}. Start one "
            "there (ray start --head), or correct engine.address in settings.toml.",
            code="no-cluster",
        ) from error


def _variables(settings: EngineSettings) -> dict[str, str]:
    if settings.address:
        return QUIET
    token = {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": _token()}
    return {**QUIET, **AS_ON_A_DESKTOP, **token}


@cache
def _token() -> str:
    """One for the whole process: Ray reads it once."""
    return secrets.token_hex(32)


@contextlib.contextmanager
def _environment(changes: dict[str, str]) -> Iterator[None]:
    """These variables, as long as Ray's processes may be started."""
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextlib.contextmanager
def _our_signals() -> Iterator[None]:
    """Keep what signals do: Ray would end the process on its own terms."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, action in before.items():
            signal.signal(number, action)
