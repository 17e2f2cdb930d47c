"""Twenty checks over three tables, side by side with the same by hand: ``python -m bench.race``.

Rules of this file: what is compared runs in the same round, one after the other, each as a process
of its own; the figures are medians of ratios; the counts of flagged rows must be the same, or there
is no figure.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from bench.page import fill
from bench.phases import Phases, read_phases, report_phases
from bench.race_checks import CHECKS
from bench.race_tables import append_orders, write_tables
from bench.usage import Usage, peak_memory, timed

AS_OF = "2026-11-20"
APPENDED = 0.01
GATES = {"cold": 0.80, "warm": 0.55, "unchanged": 0.05, "appended": 0.60}
"""Ratios to the same by hand that must hold at a million orders."""
GATES_OF_TEN_MILLION = {"cold": 0.50, "warm": 0.30, "unchanged": 0.005, "appended": 0.30}
_SETTLED_SECONDS = 2.1
"""A file that changed less than two seconds before it was looked at is looked at again."""
Measured = TypeVar("Measured", Usage, int)


class Race:
    """One workspace, compiled, and the ways in which it is run."""

    def __init__(self, base: Path, orders: int) -> None:
        """Write the tables and compile the checks; that is not timed."""
        self.base = base
        self.rounds = 0
        self.phases: dict[str, list[Phases]] = {}
        write_tables(base / "data", orders)
        (base / "checks").mkdir()
        self.checks_file = base / "checks" / "checks.json"
        self.write_checks({name: check.sentence for name, check in CHECKS.items()})
        self.run(timed)
        self.counts = self._counts()

    def write_checks(self, sentences: Mapping[str, str]) -> None:
        """The checks, each with its sentence."""
        entries = [
            {
                "check_id": name,
                "check_name": name,
                "target_table": CHECKS[name].tables,
                "calculation_hint": sentence,
            }
            for name, sentence in sentences.items()
        ]
        self.checks_file.write_text(json.dumps(entries, indent=1))

    def measure(self, by: Callable[..., Measured]) -> dict[str, Measured]:
        """Every way, one after the other."""
        self.rounds += 1
        return {
            "by hand": self.by_hand(by),
            "cold": self._noted("cold", self.cold(by)),
            "warm": self._noted("warm", self.run(by)),
            "unchanged": self.run(by, "--changed-only"),
            "appended": self.appended(by, APPENDED),
        }

    def _noted(self, way: str, found: Measured) -> Measured:
        """The same, with the phases of the run put down."""
        phases = read_phases(self.base, found) if isinstance(found, Usage) else None
        if phases is not None:
            self.phases.setdefault(way, []).append(phases)
        return found

    def by_hand(self, by: Callable[..., Measured]) -> Measured:
        """Hand-written Pandas over the CSV files; their counts must be those of the agent."""
        found = by("-m", "bench.race_by_hand", str(self.base / "data"))
        if isinstance(found, Usage) and json.loads(found.text) != self.counts:
            raise SystemExit(f"other rows are flagged by hand: {found.text} and {self.counts}")
        return found

    def cold(self, by: Callable[..., Measured]) -> Measured:
        """Programs are compiled, tables have to be read from CSV."""
        shutil.rmtree(self.base / "cached_mem" / "tables")
        return self.run(by)

    def appended(self, by: Callable[..., Measured], share: float) -> Measured:
        """Orders have grown by this share, each time by others."""
        path = self.base / "data" / "orders.csv"
        with _restored(path):
            append_orders(self.base / "data", share, seed=1000 + self.rounds)
            found = self._noted("appended", self.run(by))
        self.run(timed)
        return found

    def run(self, by: Callable[..., Measured], *more: str) -> Measured:
        """The agent, as cron starts it."""
        command = ("-m", "backend.agent", "run", "--offline", "--as-of", AS_OF, *more)
        return by(*command, "--base-dir", str(self.base))

    def _counts(self) -> dict[str, int]:
        lines = (self.base / "cached_mem" / "runs_log.jsonl").read_text().splitlines()
        latest = {each["check_id"]: each["flagged"] for each in map(json.loads, lines)}
        return {name: latest[name] for name in CHECKS}


@contextmanager
def _restored(path: Path) -> Iterator[None]:
    """The file as it was, whatever is done to it, and old enough to be trusted."""
    kept = path.with_suffix(".kept")
    shutil.copy2(path, kept)
    try:
        yield
    finally:
        kept.replace(path)
        time.sleep(_SETTLED_SECONDS)


def report(orders: int, rounds: Sequence[Mapping[str, Usage]], peaks: Mapping[str, int]) -> str:
    """The medians as a table; ``peaks`` are bytes, and may be empty."""
    gates = {1_000_000: GATES, 10_000_000: GATES_OF_TEN_MILLION}.get(orders, {})
    lines = [
        f"{orders:,} orders, {len(rounds)} rounds; ratios are to the same by hand, medians",
        "",
        "| way | wall | CPU | seconds | CPU seconds | peak MB | must hold |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name in rounds[0]:
        wall = statistics.median(each[name].seconds / each["by hand"].seconds for each in rounds)
        cpu = statistics.median(each[name].cpu / each["by hand"].cpu for each in rounds)
        seconds = statistics.median(each[name].seconds for each in rounds)
        used = statistics.median(each[name].cpu for each in rounds)
        peak = f"{peaks[name] / 1e6:,.0f}" if name in peaks else ""
        gate = f"{gates[name]:.3g}" if name in gates else ""
        figures = f"{wall:.3f} | {cpu:.3f} | {seconds:.2f} | {used:.2f} | {peak} | {gate}"
        lines.append(f"| {name} | {figures} |")
    return "\n".join(lines)


def main(argv: list[str] | None = None) -> None:
    """Print the median ratios, and those that should hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--memory", action="store_true", help="one more round, for peak memory")
    parser.add_argument("--page", action="store_true", help="write it on docs/performance.md")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", asked.orders)
        rounds = [race.measure(timed) for _ in range(asked.rounds)]
        peaks = race.measure(peak_memory) if asked.memory else {}
    hand = statistics.median(each["by hand"].seconds for each in rounds)
    text = f"{report(asked.orders, rounds, peaks)}\n\n{report_phases(race.phases, hand)}"
    print(text)
    if asked.page:
        fill(f"race {asked.orders}", text)


if __name__ == "__main__":
    main()
