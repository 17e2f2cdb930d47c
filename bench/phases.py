"""Where the time of a run goes, by the events that the run itself leaves."""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bench.usage import Usage


class Phases(NamedTuple):
    """Seconds on the wall, one after the other.

    ``before`` is all until the first check is asked for: Python starts, tables are looked at and
    read, what is stale is decided; programs may run already. ``checks`` ends with the last verdict
    on record, ``after`` with the process: what the next run needs is written, the worker ends.
    """

    before: float
    checks: float
    after: float


def read_phases(base: Path, used: Usage) -> Phases | None:
    """The phases of a run over this workspace; None where it found nothing to do."""
    files = sorted(
        (base / "cached_mem" / "events").glob("*.jsonl"), key=lambda p: p.stat().st_mtime
    )
    events = [json.loads(line) for line in files[-1].read_text().splitlines()] if files else []
    times = [(each["happening"], datetime.fromisoformat(each["at"]).timestamp()) for each in events]
    first = next((at for name, at in times if name == "check-began"), None)
    last = next((at for name, at in reversed(times) if name == "check-ended"), None)
    if first is None or last is None or first < used.began:
        return None
    return Phases(first - used.began, last - first, used.began + used.seconds - last)


def report_phases(found: Mapping[str, Sequence[Phases]], hand: float) -> str:
    """The medians as a table, as shares of the ``hand`` seconds."""
    lines = ["| way | before | checks | after |", "|---|--:|--:|--:|"]
    for name, each in found.items():
        middle = [statistics.median(part) / hand for part in zip(*each, strict=True)]
        lines.append(f"| {name} | " + " | ".join(f"{part:.3f}" for part in middle) + " |")
    return "\n".join(lines)
