"""This machine's end of one node: its process there, opened, asked and closed."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import ray
from pydantic import ValidationError
from ray.exceptions import (
    GetTimeoutError,
    NodeDiedError,
    ObjectLostError,
    OutOfMemoryError,
    RayActorError,
    RayError,
    WorkerCrashedError,
)
from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

from backend.contracts.errors import SandboxError
from backend.contracts.program import Job
from backend.contracts.settings import SandboxSettings
from backend.engine.cluster import Cluster, FoundNode
from backend.engine.node import Greeting, Node, as_sent
from backend.engine.node_tables import Sent
from backend.engine.release import say_difference

GONE = (RayActorError, NodeDiedError, ObjectLostError, OutOfMemoryError, WorkerCrashedError)
"""What a lost node, or a lost process of one, looks like from here."""
CLOSE_SECONDS = 5.0
MOST_REOPENED = 3


class NodeLost(Exception):
    """The node, or its process, is gone with what it was doing."""


class Place:
    """A node as it is seen from here; may be asked from several threads."""

    def __init__(
        self, found: FoundNode, cluster: Cluster, limits: SandboxSettings, *, unsafe: bool
    ) -> None:
        """Its process is begun, and not waited for."""
        self.name = found.name
        self.programs = min(limits.programs or found.cpus, found.cpus)
        self.times_opened = 0
        self._node_id = found.node_id
        self._cluster = cluster
        self._limits = limits.model_copy(update={"programs": self.programs})
        self._unsafe = unsafe
        self._reopening = threading.Lock()
        self._begin()

    def _begin(self) -> None:
        self.times_opened += 1
        there = NodeAffinitySchedulingStrategy(self._node_id, soft=False)
        options: dict[str, Any] = {
            "num_cpus": self.programs,
            "max_concurrency": self.programs + 1,  # one more, to close while programs go on
            "scheduling_strategy": there,
        }
        settings = self._limits.model_dump_json()
        self._node: Any = (
            ray.remote(Node).options(**options).remote(settings, unsafe=self._unsafe, fetch=ray.get)
        )
        self.greeting: Any = self._node.greet.remote()
        """Where its `Greeting` will be in Ray's store."""

    def greet(self, seconds: float) -> Greeting:
        """What the node is fit for, once its sandbox has passed its self-test.

        Raises:
            NodeLost: it is gone, or has no free cores within these seconds.
            SandboxError: it gives no isolation, or is not of this machine's release.
        """
        try:
            greeting = Greeting.model_validate_json(ray.get(self.greeting, timeout=seconds))
        except (*GONE, GetTimeoutError) as error:
            raise self._lost_or_unfit(error) from error
        except (RayError, ValidationError) as error:
            raise self._unfit(_last_line(error)) from error
        if greeting.error:
            fact = f"engine: node {self.name}: {greeting.error}"
            raise SandboxError(fact, code=greeting.code)
        difference = say_difference(greeting.release)
        if difference:
            raise self._unfit(f"it has {difference}, so its verdicts could be others")
        return greeting

    def _lost_or_unfit(self, error: RayError) -> Exception:
        """Where this project is missing on a node, all that Ray tells is a dead process."""
        text = str(error)
        if "ModuleNotFoundError" in text or "ImportError" in text:
            return self._unfit(_last_line(error))
        return NodeLost(text)

    def _unfit(self, fact: str) -> SandboxError:
        return SandboxError(
            f"engine: node {self.name} is not fit: {fact}. Install this release, with the same "
            "requirements.lock and at the same path, on every node.",
            code="unfit-node",
        )

    def run(self, jobs: Sequence[Job], tables: Mapping[str, Sent]) -> list[bytes]:
        """The answers of these jobs, in their order.

        Raises:
            NodeLost: it is gone; what it did is of no account.
            SandboxError: Ray itself failed.
        """
        texts = [as_sent(job) for job in jobs]
        try:
            answers: list[bytes] = ray.get(self._node.run.remote(texts, dict(tables)))
        except GONE as error:
            raise NodeLost(str(error)) from error
        except RayError as error:
            raise SandboxError(
                f"engine: node {self.name} failed: {_last_line(error)}. Look into Ray's logs "
                "there, and run again.",
                code="node-failed",
            ) from error
        return answers

    def reopen(self, times_opened: int) -> bool:
        """Begin anew after a loss, where the node itself is still there; tells whether it serves.

        ``times_opened`` is what it was before the loss: of several threads one begins it.
        """
        with self._reopening:
            if self.times_opened != times_opened:
                return self.times_opened <= MOST_REOPENED
            if times_opened > MOST_REOPENED or not self._cluster.is_alive(self._node_id):
                self.times_opened = MOST_REOPENED + 1
                return False
            self._begin()
            try:
                self.greet(self._limits.start_seconds)
            except (NodeLost, SandboxError):
                self.times_opened = MOST_REOPENED + 1
                return False
            return True

    def close(self, *, seconds: float = CLOSE_SECONDS) -> None:
        """End the node's sandbox, for which it has these seconds, then its process."""
        if seconds > 0:
            with suppress(RayError):
                ray.get(self._node.close.remote(), timeout=seconds)
        with suppress(RayError, ValueError):
            ray.kill(self._node)


def _last_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1][:300].rstrip(".") if lines else type(error).__name__
