"""The race with other tools in it: ``python -m bench.peers``; the first run installs them."""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import tempfile
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.page import fill
from bench.race import Race
from bench.usage import Usage, timed

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENTS = ROOT / ".venv-peers"
PEERS = {
    "pandera": ("pandera[pandas]", "pandas", "pyarrow"),
    "cuallee": ("cuallee", "pandas", "pyarrow"),
    "pointblank": ("pointblank", "polars", "pyarrow"),
    "soda": ("soda-core-duckdb",),
    "dbt": ("dbt-duckdb==1.9.*", "dbt-core==1.9.*", "dbt-adapters<1.15"),
    "great_expectations": ("great_expectations", "pandas", "pyarrow"),
}
"""Name to what is installed, the tool itself first; the script is ``by_<name>.py``."""


def set_up(name: str) -> str:
    """The Python of a peer's environment, made if it is not there; gives its path."""
    folder = ENVIRONMENTS / name
    python = folder / "bin" / "python"
    done = folder / "installed"
    if not done.exists():
        venv.create(folder, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "--quiet", *PEERS[name]]
        subprocess.run(command, check=True)
        done.touch()
    return str(python)


def version(python: str, name: str) -> str:
    """Which version of the peer is measured."""
    package = re.split("[^a-z_-]", PEERS[name][0])[0]
    asked = f"import importlib.metadata as m; print(m.version({package!r}))"
    return subprocess.run(
        [python, "-c", asked], capture_output=True, text=True, check=True
    ).stdout.strip()


def judge(race: Race, python: str, name: str) -> Usage:
    """One run of a peer.

    Raises:
        SystemExit: it counts other rows than are counted by hand.
    """
    found = timed("-m", f"bench.peers.by_{name}", str(race.base / "data"), python=python)
    counts: dict[str, int] = json.loads(found.text)
    wrong = {check: count for check, count in counts.items() if race.counts[check] != count}
    if wrong:
        raise SystemExit(f"{name} counts other rows than are counted by hand: {wrong}")
    return found


def main(argv: list[str] | None = None) -> None:
    """Print the median ratios to the same by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", action="store_true", help="write it on docs/performance.md")
    asked = parser.parse_args(argv)
    pythons = {name: set_up(name) for name in PEERS}
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", asked.orders)
        rounds = [_round(race, pythons) for _ in range(asked.rounds)]
    text = _report(race, rounds, pythons, asked.orders)
    print(text)
    if asked.page:
        fill("peers", text)


def _report(
    race: Race, rounds: Sequence[Mapping[str, Usage]], pythons: Mapping[str, str], orders: int
) -> str:
    lines = [
        f"{orders:,} orders, {len(rounds)} rounds; ratios are to the same by hand, medians",
        "",
        "| tool | its checks | wall | CPU |",
        "|---|--:|--:|--:|",
    ]
    for name in rounds[0]:
        told = f"{name} {version(pythons[name], name)}" if name in pythons else name
        wall = statistics.median(each[name].seconds / each["by hand"].seconds for each in rounds)
        cpu = statistics.median(each[name].cpu / each["by hand"].cpu for each in rounds)
        checks = len(json.loads(rounds[0][name].text)) if name in pythons else len(race.counts)
        lines.append(f"| {told} | {checks} | {wall:.2f} | {cpu:.2f} |")
    return "\n".join(lines)


def _round(race: Race, pythons: Mapping[str, str]) -> dict[str, Usage]:
    ours = race.measure(timed)
    return ours | {name: judge(race, python, name) for name, python in pythons.items()}


if __name__ == "__main__":
    main()
