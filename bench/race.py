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
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.race_checks import CHECKS
from bench.race_tables import append_orders, write_tables

AS_OF = "2026-11-20"
APPENDED = 0.01
GATES = {"cold": 0.80, "warm": 0.55, "unchanged": 0.05, "appended": 0.60}
"""Ratios to the same by hand that must hold at a million orders."""


class Race:
    """One workspace, compiled, and the ways in which it is run."""

    def __init__(self, base: Path, orders: int) -> None:
        """Write the tables and compile the checks; that is not timed."""
        self.base = base
        write_tables(base / "data", orders)
        (base / "checks").mkdir()
        entries = [
            {
                "check_id": name,
                "check_name": name,
                "target_table": check.tables,
                "calculation_hint": check.sentence,
            }
            for name, check in CHECKS.items()
        ]
        (base / "checks" / "checks.json").write_text(json.dumps(entries, indent=1))
        self._agent()
        self.counts = self._counts()
        self.ways: dict[str, Callable[[], float]] = {
            "by hand": self.by_hand,
            "cold": self.cold,
            "warm": self._agent,
            "unchanged": self.unchanged,
            "appended": self.appended,
        }

    def by_hand(self) -> float:
        """Hand-written Pandas over the CSV files; their counts must be those of the agent."""
        seconds, text = _timed("-m", "bench.race_by_hand", str(self.base / "data"))
        if json.loads(text) != self.counts:
            raise SystemExit(f"other rows are flagged by hand: {text} and {self.counts}")
        return seconds

    def cold(self) -> float:
        """Programs are compiled, tables have to be read from CSV."""
        shutil.rmtree(self.base / "cached_mem" / "tables")
        return self._agent()

    def unchanged(self) -> float:
        """Nothing changed since the last run."""
        return self._agent("--changed-only")

    def appended(self) -> float:
        """Orders have grown."""
        path = self.base / "data" / "orders.csv"
        with _restored(path):
            append_orders(self.base / "data", APPENDED)
            return self._agent()

    def _agent(self, *more: str) -> float:
        command = ("-m", "backend.agent", "run", "--offline", "--as-of", AS_OF, *more)
        return _timed(*command, "--base-dir", str(self.base)).seconds

    def _counts(self) -> dict[str, int]:
        lines = (self.base / "cached_mem" / "runs_log.jsonl").read_text().splitlines()
        latest = {each["check_id"]: each["flagged"] for each in map(json.loads, lines)}
        return {name: latest[name] for name in CHECKS}


class _Timed(NamedTuple):
    seconds: float
    text: str


def _timed(*arguments: str) -> _Timed:
    started = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1, 2):
        raise SystemExit(
            f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}"
        )
    return _Timed(time.perf_counter() - started, done.stdout)


@contextmanager
def _restored(path: Path) -> Iterator[None]:
    """The file as it was, with its times, whatever is done to it."""
    kept = path.with_suffix(".kept")
    shutil.copy2(path, kept)
    try:
        yield
    finally:
        kept.replace(path)


def main(argv: list[str] | None = None) -> None:
    """Print the median ratios, and those that should hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", asked.orders)
        rounds = [{name: way() for name, way in race.ways.items()} for _ in range(asked.rounds)]
    print(f"{asked.orders:,} orders, {asked.rounds} rounds; ratio to the same by hand")
    for name in race.ways:
        ratio = statistics.median(each[name] / each["by hand"] for each in rounds)
        seconds = statistics.median(each[name] for each in rounds)
        gate = f"  (to hold at 1M: {GATES[name]:.2f})" if name in GATES else ""
        print(f"{name:10}  {ratio:6.3f}  {seconds:7.3f} s{gate}")


if __name__ == "__main__":
    main()
