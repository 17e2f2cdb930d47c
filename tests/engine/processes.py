"""The processes that descend from one, as the kernel tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """A process; ``started`` tells it from a later one of the same number."""

    pid: int
    name: str
    parent: int
    started: str


def running() -> dict[int, Seen]:
    """Every process of this machine that is not a mere exit code, by number."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            number, _, rest = stat.read_text().partition(" (")
            name, _, state = rest.rpartition(") ")
            told = state.split()
            if told[0] != "Z":
                found[int(number)] = Seen(int(number), name, int(told[1]), told[19])
    return found


def descendants(pid: int) -> set[Seen]:
    """The children of a process, theirs, and so on."""
    there = running()
    return {each for each in there.values() if pid in _ancestors(each.pid, there)}


def _ancestors(pid: int, there: dict[int, Seen]) -> Iterator[int]:
    while pid in there:
        pid = there[pid].parent
        yield pid
