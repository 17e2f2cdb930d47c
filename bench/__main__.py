"""The quick benchmark, which guards against slower code by ratio: ``make bench``.

Rules of this file: a ratio to hand-written Pandas in the same round, never a number of seconds; a
bound is wide enough for a busy machine, so that what breaks it is a change of the code.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from bench import sandbox
from bench.race import Race, report
from bench.usage import timed

ORDERS = 100_000
BOUNDS = {"cold": 2.6, "warm": 2.1, "unchanged": 0.25, "appended": 2.4}
"""CPU time at `ORDERS`, as a ratio to the same by hand."""


def guard(rounds: int) -> list[str]:
    """Run the race small, print it, and give what is beyond its bound."""
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", ORDERS)
        found = [race.measure(timed) for _ in range(rounds)]
    print(report(ORDERS, found, {}))
    ratios = {
        name: statistics.median(each[name].cpu / each["by hand"].cpu for each in found)
        for name in BOUNDS
    }
    return [
        f"{name}: {ratio:.2f} of the CPU time by hand, where {BOUNDS[name]:.2f} is the bound"
        for name, ratio in ratios.items()
        if ratio > BOUNDS[name]
    ]


def main(argv: list[str] | None = None) -> int:
    """The quick race, and what a sandbox costs; gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-sandbox", action="store_true", help="the race alone")
    asked = parser.parse_args(argv)
    slower = guard(asked.rounds)
    if not asked.no_sandbox:
        sandbox.main()
    for line in slower:
        print(line, file=sys.stderr)
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
