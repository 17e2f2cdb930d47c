"""How the cost of a run grows with what has changed: ``python -m bench.curves``.

Rules of this file: the tables and checks are those of the race; a check changes in its wording and
not in its meaning, so that it is read and proven anew; appended rows are others each time.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bench.page import fill
from bench.race import Race
from bench.race_checks import CHECKS
from bench.usage import Usage, timed

CHANGED = (0.0, 0.05, 0.25, 0.5, 1.0)
APPENDED = (0.0, 0.01, 0.1, 0.5, 1.0)


def changed(race: Race, share: float) -> Usage:
    """A run after this share of the checks was reworded."""
    count = round(share * len(CHECKS))
    race.rounds += 1
    reworded = {
        name: _reworded(check.sentence, race.rounds) if place < count else check.sentence
        for place, (name, check) in enumerate(CHECKS.items())
    }
    race.write_checks(reworded)
    found = race.run(timed)
    race.write_checks({name: check.sentence for name, check in CHECKS.items()})
    race.run(timed)
    return found


def appended(race: Race, share: float) -> Usage:
    """A run after the orders have grown by this share."""
    race.rounds += 1
    return race.appended(timed, share) if share else race.run(timed)


def _reworded(sentence: str, turn: int) -> str:
    """The same rule in a text that was not there before: with other blanks at its end."""
    return sentence + " " * turn


def curve(
    race: Race,
    shares: Sequence[float],
    measure: Callable[[Race, float], Usage],
    rounds: int,
) -> Mapping[float, tuple[float, float]]:
    """For each share the median ratio to the same by hand, on the wall and on the cores."""
    found: dict[float, list[tuple[float, float]]] = {share: [] for share in shares}
    for _ in range(rounds):
        hand = race.by_hand(timed)
        for share in shares:
            used = measure(race, share)
            found[share].append((used.seconds / hand.seconds, used.cpu / hand.cpu))
    return {
        share: (
            statistics.median(one for one, _ in each),
            statistics.median(two for _, two in each),
        )
        for share, each in found.items()
    }


def main(argv: list[str] | None = None) -> None:
    """Print both curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", action="store_true", help="write it on docs/performance.md")
    asked = parser.parse_args(argv)
    lines = [f"{asked.orders:,} orders, {asked.rounds} rounds; ratios are to the same by hand", ""]
    with tempfile.TemporaryDirectory() as folder:
        race = Race(Path(folder) / "race", asked.orders)
        for title, shares, measure in (
            ("checks changed", CHANGED, changed),
            ("rows appended", APPENDED, appended),
        ):
            lines += [f"| {title} | wall | CPU |", "|--:|--:|--:|"]
            for share, (wall, cpu) in curve(race, shares, measure, asked.rounds).items():
                lines.append(f"| {share:.0%} | {wall:.3f} | {cpu:.3f} |")
            lines.append("")
    text = "\n".join(lines)
    print(text)
    if asked.page:
        fill("curves", text)


if __name__ == "__main__":
    main()
