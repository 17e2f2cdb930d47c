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
from backend.dashboard.snapshot import Snapshot

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
    """One dataset's walk; only the stages that left something."""

    name: str
    stages: tuple[StageLeft, ...]


def read_session_names(snapshot: Snapshot) -> tuple[str, ...]:
    """The sessions, by name."""
    return tuple(sorted(path.name for path in _folders(snapshot.workspace.sessions)))


def read_session(snapshot: Snapshot, name: str) -> Session:
    """A session as its files are now."""
    folders = {path.name: path for path in _folders(snapshot.workspace.sessions / name)}
    known = [stage.value for stage in STAGES if stage.value in folders]
    others = sorted(set(folders) - {stage.value for stage in STAGES})
    return Session(name, tuple(_read_stage(folders[stage]) for stage in (*known, *others)))


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
        return [path for path in parent.iterdir() if path.is_dir() and not path.is_symlink()]
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
