"""The composition root: which planners, which sandbox. Nothing else knows the real parts.

Planners are named here and loaded only when a check is compiled: a re-run imports none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from backend.contracts.ports import Planner, Sandbox
from backend.contracts.program import TableFile
from backend.sandbox.open import open_sandbox

COMPILER = "pandas@1"
"""Who turns plans into programs. Raise the number when the same plan gives another program."""


class NamedPlanner(NamedTuple):
    """A planner by its own name (``offline@1``), and how to load it."""

    name: str
    load: Callable[[], Planner]


@dataclass(frozen=True)
class Toolbox:
    """What a run works with; planners are asked in order."""

    planners: tuple[NamedPlanner, ...]
    open_sandbox: Callable[[Mapping[str, TableFile]], Sandbox]
    compiler: str = COMPILER

    @property
    def planner_names(self) -> tuple[str, ...]:
        """Who is asked; a decline holds until others are."""
        return tuple(planner.name for planner in self.planners)


def open_toolbox(*, offline: bool = False, unsafe: bool = False) -> Toolbox:
    """The real parts; ``offline`` leaves out every planner that needs a model."""
    return Toolbox(
        planners=(NamedPlanner("offline@1", _load_offline),),
        open_sandbox=lambda files: open_sandbox(files, unsafe=unsafe),
    )


def _load_offline() -> Planner:
    from backend.planner.offline.planner import OfflinePlanner  # its grammar takes a while

    return OfflinePlanner()
