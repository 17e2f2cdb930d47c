"""``sessions/<session>/experiments.jsonl``: every experiment of a session, oldest first.

Rules of this file: a line is written when its experiment has ended, and never rewritten.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from backend.contracts.errors import WorkspaceError
from backend.contracts.experiment import Experiment
from backend.store.journal import append_lines, read_lines
from backend.store.text import json_line

FILE, FOLDER = "experiments.jsonl", "experiments"


def append_experiment(folder: Path, experiment: Experiment) -> None:
    """Put an experiment on record.

    Raises:
        WorkspaceError: the disk refuses.
    """
    append_lines(folder / FILE, json_line(experiment.model_dump(mode="json")))


def read_experiments(folder: Path) -> tuple[Experiment, ...]:
    """Every experiment of the session whose folder this is.

    Raises:
        WorkspaceError: ``broken-audit-log``: a line is no experiment.
    """
    found = []
    for number, line in enumerate(read_lines(folder / FILE), start=1):
        try:
            found.append(Experiment.model_validate_json(line))
        except ValidationError as error:
            raise WorkspaceError(
                f"{FILE} of session {folder.name!r}, line {number} is no experiment. Put the line "
                "back as it was, or move the file away: the next experiment begins a new one.",
                code="broken-audit-log",
            ) from error
    return tuple(found)


def next_name(folder: Path) -> str:
    """``e001``, or the first after those on record and those that left a folder."""
    names = [path.name for path in (folder / FOLDER).glob("e*")]
    names += [each.experiment for each in read_experiments(folder)]
    numbers = [int(name[1:]) for name in names if name[1:].isdigit()]
    return f"e{max(numbers, default=0) + 1:03d}"
