"""Many checks by hand, in one process, from CSV to counts: what the agent is held to."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd

from bench.many_checks import copied, many


def main(folder: Path, checks: int, tables: int) -> None:
    """Print the number of flagged rows of each check, with five of them read."""
    names = ("users", "events", "orders", *copied(tables))
    frames = {name: pd.read_csv(folder / f"{name}.csv") for name in names}
    counts = {}
    for one in many(checks, tables):
        found = one.form.find(frames, one.table, one.number)
        found.head(5).astype(str).to_dict("records")
        counts[one.check_id] = len(found)
    print(json.dumps(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
