"""Many checks in one workspace, side by side with as many by hand: ``python -m bench.many_checks``.

Rules of this file: every check is compiled from its sentence by the agent itself; the hand-written
Pandas runs as many functions in one process, from CSV to counts and five rows of each; the counts
must be the same, or there is no figure. Tables beyond the first three are copies of the users.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from bench.page import fill
from bench.race_tables import write_tables
from bench.usage import Usage, timed

Tables = dict[str, pd.DataFrame]
Find = Callable[[Tables, str, int], pd.DataFrame]
"""Flagged rows of some tables, with the table that stands for the users, and a number."""


_SETTLED_SECONDS = 2.1
"""A file that changed less than two seconds before it was looked at is not relied on."""


class Form(NamedTuple):
    """A sentence with a number in it, the tables that it is about, and the same by hand."""

    tables: str
    sentence: str
    first: int
    find: Find


def _rows(table: str, breaks: Callable[[pd.DataFrame, int], pd.Series]) -> Find:
    """The rows of a table that break a rule."""

    def find(frames: Tables, own: str, number: int) -> pd.DataFrame:
        frame = frames[table.format(t=own)]
        return frame[breaks(frame, number)]

    return find


def _nobodys(frames: Tables, own: str, number: int) -> pd.DataFrame:
    orders = frames["orders"]
    return orders[~orders["user_id"].isin(frames["users"]["user_id"])]


def _mean(frames: Tables, own: str, most: int) -> pd.DataFrame:
    mean = frames["orders"]["total"].mean()
    return pd.DataFrame({"mean": [mean]}) if not 1 <= mean <= most else pd.DataFrame()


def _form(sentence: str, first: int, breaks: Callable[[pd.DataFrame, int], pd.Series]) -> Form:
    """A form over the rows of the table that the sentence begins with."""
    table, _, rest = sentence.partition(": ")
    return Form(table, rest, first, _rows(table, breaks))


FORMS = (
    _form("{t}: age must be between {n} and 110.", 7, lambda t, n: ~t["age"].between(n, 110)),
    _form("{t}: user_id must be at least {n}.", -900, lambda t, n: t["user_id"] < n),
    _form(
        "{t}: If age is at least {n} then email must be filled.",
        20,
        lambda t, n: (t["age"] >= n) & t["email"].isna(),
    ),
    _form("orders: quantity must be less than {n}.", 8, lambda t, n: t["quantity"] >= n),
    _form("orders: total must be at most {n}.", 790, lambda t, n: t["total"] > n),
    _form("orders: unit_price must be at least {n}.", -900, lambda t, n: t["unit_price"] < n),
    _form(
        "orders: If quantity is at least {n} then status must be filled.",
        2,
        lambda t, n: (t["quantity"] >= n) & t["status"].isna(),
    ),
    Form("orders, users", "Every user_id in orders must exist in users.", 0, _nobodys),
    Form("orders", "The average total must be between 1 and {n}.", 900, _mean),
    _form("events: seconds must be at most {n}.", 598, lambda t, n: t["seconds"] > n),
    _form(
        "events: seconds must be between 0 and {n}.",
        598,
        lambda t, n: ~t["seconds"].between(0, n) & t["seconds"].notna(),
    ),
    _form("events: event_id must be unique.", 0, lambda t, n: t["event_id"].duplicated(keep=False)),
)


class One(NamedTuple):
    """One of the many: its id, its form, the table that takes the place of users, its number."""

    check_id: str
    form: Form
    table: str
    number: int

    def entry(self) -> dict[str, str]:
        """As ``checks.json`` has it."""
        return {
            "check_id": self.check_id,
            "check_name": self.check_id,
            "target_table": self.form.tables.format(t=self.table),
            "calculation_hint": self.form.sentence.format(n=self.number),
        }


def many(checks: int, tables: int) -> Iterator[One]:
    """So many checks, over the forms in turn, no two of a form and table with the same number."""
    copies = ["users", *copied(tables)]
    for place in range(checks):
        turn, form = divmod(place, len(FORMS))
        table = copies[turn % len(copies)]
        yield One(f"C-{place:05}", FORMS[form], table, FORMS[form].first + turn // len(copies))


def copied(tables: int) -> list[str]:
    """The names of the tables beyond the first three."""
    return [f"part_{number:04}" for number in range(tables - 3)]


class Many:
    """A workspace with many checks, and the ways in which it is run."""

    def __init__(self, base: Path, checks: int, tables: int, rows: int) -> None:
        """Write tables and checks; nothing is compiled yet."""
        self.base, self.checks, self.tables, self.rows = base, checks, tables, rows
        self._limit = 0
        write_tables(base / "data", 2 * rows)
        for name in copied(tables):
            shutil.copyfile(base / "data" / "users.csv", base / "data" / f"{name}.csv")
        (base / "checks").mkdir()
        entries = [one.entry() for one in many(checks, tables)]
        (base / "checks" / "checks.json").write_text(json.dumps(entries, indent=1))

    def run(self, *more: str) -> Usage:
        """One run."""
        command = ("-m", "backend.agent", "run", "--offline", *more, "--base-dir", str(self.base))
        return timed(*command)

    def one_changed(self) -> Usage:
        """A run that keeps what is unchanged, after the limit of one check has changed."""
        path = self.base / "checks" / "checks.json"
        entries = json.loads(path.read_text())
        self._limit += 1
        entries[len(entries) // 2]["fail_if"] = f"> {self._limit}"
        path.write_text(json.dumps(entries, indent=1))
        time.sleep(_SETTLED_SECONDS)
        return self.run("--changed-only")

    def by_hand(self) -> Usage:
        """The same by hand; the counts must be those of the agent."""
        asked = (str(self.base / "data"), str(self.checks), str(self.tables))
        found = timed("-m", "bench.many_checks_by_hand", *asked)
        if json.loads(found.text) != self.counts():
            raise SystemExit("other rows are flagged by hand")
        return found

    def counts(self) -> dict[str, int]:
        """Flagged rows of each check in the last run that has records."""
        with (self.base / "cached_mem" / "runs_log.jsonl").open() as log:
            latest = {each["check_id"]: each["flagged"] for each in map(json.loads, log)}
        return {one.check_id: latest[one.check_id] for one in many(self.checks, self.tables)}


def main(argv: list[str] | None = None) -> None:
    """Print what compiling takes, then the median ratios to the same by hand."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=1_000)
    parser.add_argument("--tables", type=int, default=3)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", action="store_true", help="write it on docs/performance.md")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        place = Many(Path(folder) / "many", asked.checks, asked.tables, asked.rows)
        text = measure(place, asked.rounds)
    print(text)
    if asked.page:
        fill("many checks", text)


def measure(place: Many, rounds: int) -> str:
    """What compiling takes, and the median ratios to the same by hand, as a table."""
    each = 1_000 / place.checks
    compiled = place.run()
    found = rounds_of(place, rounds)
    lines = [
        f"{place.checks:,} checks over {place.tables:,} tables of {place.rows:,} rows, "
        f"{rounds} rounds; compiled at first in {compiled.seconds:,.0f} s "
        f"({compiled.cpu:,.0f} CPU seconds)",
        "",
        "| way | wall | CPU | seconds | ms a check |",
        "|---|--:|--:|--:|--:|",
    ]
    for name in found[0]:
        wall = statistics.median(one[name].seconds / one["by hand"].seconds for one in found)
        cpu = statistics.median(one[name].cpu / one["by hand"].cpu for one in found)
        seconds = statistics.median(one[name].seconds for one in found)
        lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {seconds:.2f} | {seconds * each:.2f} |")
    return "\n".join(lines)


def rounds_of(place: Many, rounds: int) -> list[dict[str, Usage]]:
    """What each way took, the ways of a round one after the other; the workspace is compiled."""
    ways: dict[str, Callable[[], Usage]] = {
        "by hand": place.by_hand,
        "warm": place.run,
        "unchanged": lambda: place.run("--changed-only"),
        "one changed": place.one_changed,
    }
    return [{name: way() for name, way in ways.items()} for _ in range(rounds)]


if __name__ == "__main__":
    main()
