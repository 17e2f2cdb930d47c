"""The table of situations in docs/operations.md."""

from __future__ import annotations

from typing import NamedTuple

from tests.operations.place import ROOT

PAGE = ROOT / "docs" / "operations.md"
HEAD = "| situation | exit code | message | what is on disk |"


class Situation(NamedTuple):
    """One row; in ``message`` an ellipsis stands for any text."""

    name: str
    exit_code: int
    message: str
    on_disk: tuple[str, ...]


def read_situations() -> list[Situation]:
    lines = PAGE.read_text("utf-8").splitlines()
    rows = []
    for line in lines[lines.index(HEAD) + 2 :]:
        if not line.startswith("|"):
            break
        name, code, message, disk = (cell.strip() for cell in line.strip("| ").split(" | "))
        rows.append(Situation(name, int(code), message.strip("`"), tuple(disk.split(", "))))
    return rows
