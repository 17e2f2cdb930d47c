"""Those who look on while checks run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from backend.contracts.verdict import RunRecord


class Watcher(Protocol):
    """Somebody who looks on while checks run."""

    def begins(self, total: int) -> None:
        """So many checks are to be run."""

    def runs(self, name: str) -> None:
        """This one is next."""

    def ends(self, record: RunRecord) -> None:
        """It is done, and on record; one that keeps its verdict is not told of before."""


@dataclass(frozen=True)
class Watchers:
    """Several watchers as one."""

    each: tuple[Watcher, ...]

    def begins(self, total: int) -> None:
        """So many checks are to be run."""
        for watcher in self.each:
            watcher.begins(total)

    def runs(self, name: str) -> None:
        """This one is next."""
        for watcher in self.each:
            watcher.runs(name)

    def ends(self, record: RunRecord) -> None:
        """It is done, and on record."""
        for watcher in self.each:
            watcher.ends(record)
