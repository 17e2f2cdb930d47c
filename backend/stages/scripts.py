"""What a stage did, for whoever wants to do it again: its program and the steps it was put to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from pydantic import JsonValue

from backend.stages.laboratory import StepDone
from backend.store.atomic import write_atomic

LONGEST = 100_000
"""Characters of a step's arguments that are kept; of longer ones the hash is."""


def write_scripts(folder: Path, source: str, done: Sequence[StepDone]) -> None:
    """Leave ``program.py`` and ``steps.json``; the same steps give the same bytes.

    Raises:
        WorkspaceError: the disk refuses.
    """
    steps = [
        {
            "step": each.step,
            "tables": each.tables,
            "arguments": _kept(each.arguments),
            "files": list(each.files),
        }
        for each in done
    ]
    write_atomic(folder / "program.py", source)
    write_atomic(folder / "steps.json", json.dumps(steps, indent=1, ensure_ascii=False) + "\n")


def written_folder(session: Path, program: str) -> Path:
    """Where the steps lie by which a model came to the program of this hash."""
    return session / "writing" / program.removeprefix("sha256:")[:16]


def add_written(session: Path, program: str, folder: Path) -> None:
    """Put the steps by which a model wrote the program, if one did, beside what ran.

    Raises:
        WorkspaceError: the disk refuses.
    """
    for path in sorted(written_folder(session, program).glob("step_*.py")):
        write_atomic(folder / path.name, path.read_bytes())


def _kept(arguments: dict[str, JsonValue]) -> JsonValue:
    text = json.dumps(arguments, ensure_ascii=False, sort_keys=True)
    if len(text) <= LONGEST:
        return dict(arguments)
    return {"sha256": hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()}
