"""What exploration, preparation and training left: a folder a session, a folder a stage in it.

Links are not followed: what a program left may point anywhere.
"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import NamedTuple

from pydantic import JsonValue

from backend.contracts.check import Stage
from backend.contracts.errors import CheckError, WorkspaceError
from backend.contracts.experiment import Experiment
from backend.contracts.stage_session import StageSession
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.stages.experiment_log import FOLDER as EXPERIMENTS
from backend.stages.experiment_log import read_experiments as read_lines
from backend.stages.session import RUNNING, session_folder, session_name
from backend.stages.session import read_session as read_walk
from backend.stages.session_lock import is_held

STAGES = (Stage.EDA, Stage.PREP, Stage.TRAIN)
LONGEST_REPORT = 200_000
_LARGEST_FIGURE = 8 * 2**20
_MOST_FILES = 2_000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How PNG and JPEG begin; drawings that can carry a script (SVG) are no figures here."""


class StageFile(NamedTuple):
    """A file of a stage; ``path`` is relative to the stage's folder."""

    path: str
    size: int
    changed: float


class StageLeft(NamedTuple):
    """What one stage of a session left; ``report`` is its text, ``metrics`` name to number."""

    stage: str
    folder: Path
    report: str
    figures: tuple[Path, ...]
    metrics: dict[str, JsonValue]
    files: tuple[StageFile, ...]
    trouble: tuple[str, ...]


class Session(NamedTuple):
    """One dataset's walk; only the stages that left something.

    ``walk`` is its record, where it has one that can be read; ``trouble`` tells why not.
    """

    name: str
    stages: tuple[StageLeft, ...]
    walk: StageSession | None = None
    trouble: tuple[str, ...] = ()


def read_session_names(snapshot: Snapshot) -> tuple[str, ...]:
    """The sessions by name, also those that have checks and have left nothing yet."""
    left = {path.name for path in _folders(snapshot.workspace.sessions)}
    return tuple(sorted(left | {name for line in snapshot.lines if (name := session_of(line))}))


def session_of(line: CheckLine) -> str:
    """The session that a check belongs to; empty for a rule, or where it names none."""
    try:
        return "" if line.check.stage is Stage.RULE else session_name(line.check)
    except CheckError:
        return ""


def checks_of(snapshot: Snapshot, name: str) -> dict[str, CheckLine]:
    """A session's checks by stage; of two of one stage the first."""
    found: dict[str, CheckLine] = {}
    for line in snapshot.lines:
        if session_of(line) == name:
            found.setdefault(line.check.stage.value, line)
    return found


def read_experiments(snapshot: Snapshot, name: str) -> tuple[tuple[Experiment, ...], str]:
    """The experiments of a session, oldest first; and what is wrong with their file, if it is."""
    folder = session_folder(snapshot.workspace, name)
    try:
        return read_lines(folder), ""
    except WorkspaceError as error:
        return (), str(error)


def is_running(snapshot: Snapshot, session: Session) -> bool:
    """Whether a stage of the session runs right now.

    Its lock is looked at only where its record says so: a look must not keep a stage from it.
    """
    told = session.walk is not None and session.walk.state in RUNNING.values()
    return told and is_held(session_folder(snapshot.workspace, session.name))


def read_session(snapshot: Snapshot, name: str) -> Session:
    """A session as its files are now."""
    folders = {path.name: path for path in _folders(snapshot.workspace.sessions / name)}
    known = [stage.value for stage in STAGES if stage.value in folders]
    others = sorted(set(folders) - {stage.value for stage in STAGES} - {EXPERIMENTS})
    stages = tuple(_read_stage(folders[stage]) for stage in (*known, *others))
    walk, trouble = read_walk(snapshot.workspace.sessions / name)
    return Session(name, stages, walk, trouble)


def read_figure(path: Path) -> bytes | None:
    """A picture's bytes; None for what is none, or is too large for a page."""
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST_FIGURE:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return data if data.startswith(_PICTURES) else None


def _read_stage(folder: Path) -> StageLeft:
    files = tuple(_files(folder))
    trouble: list[str] = []
    figures = [each.path for each in files if each.path.startswith("figures/")]
    return StageLeft(
        stage=folder.name,
        folder=folder,
        report=_read_text(folder / "report.md"),
        figures=tuple(folder / path for path in figures),
        metrics=_read_metrics(folder / "metrics.json", trouble),
        files=files,
        trouble=tuple(trouble),
    )


def _folders(parent: Path) -> list[Path]:
    try:
        inner = [path for path in parent.iterdir() if not path.name.startswith(".")]
        return [path for path in inner if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _files(folder: Path) -> list[StageFile]:
    found: list[StageFile] = []
    for here, _, names in os.walk(folder):
        for name in sorted(names):
            path = Path(here, name)
            with contextlib.suppress(OSError):
                if not path.is_symlink() and len(found) < _MOST_FILES:
                    stat = path.stat()
                    told = path.relative_to(folder).as_posix()
                    found.append(StageFile(told, stat.st_size, stat.st_mtime))
    return sorted(found)


def _read_text(path: Path) -> str:
    if path.is_symlink():
        return ""
    try:
        with path.open("rb") as stream:
            return stream.read(LONGEST_REPORT).decode("utf-8", "replace")
    except OSError:
        return ""


def _read_metrics(path: Path, trouble: list[str]) -> dict[str, JsonValue]:
    if path.is_symlink() or not path.exists():
        return {}
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        trouble.append(f"{path.name} of {path.parent.name} cannot be read; it may be half written.")
        return {}
    return found if isinstance(found, dict) else {}
