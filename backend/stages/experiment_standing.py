"""What was kept last, so that experiments of another day go on from there."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.experiment import Experiment, Standing
from backend.contracts.train_metadata import Candidate
from backend.stages.experiment_log import FOLDER, read_experiments
from backend.stages.experiment_run import Setting
from backend.store.atomic import write_atomic
from backend.store.text import json_text

FILE = "standing.json"


class Earlier(NamedTuple):
    """The experiments on the same training, and the last kept of them with what it stands on."""

    made: tuple[Experiment, ...]
    kept: Experiment | None = None
    standing: Standing | None = None


def keep_standing(folder: Path, experiment: str, best: Candidate, setting: Setting) -> None:
    """Leave what the next change is made on, below the session's folder.

    Raises:
        WorkspaceError: the disk refuses.
    """
    standing = Standing(
        best=best,
        roles=dict(setting.roles),
        pipeline=setting.pipeline.relative_to(folder).as_posix(),
    )
    text = json_text(standing.model_dump(mode="json"))
    write_atomic(folder / FOLDER / experiment / FILE, text)


def read_earlier(folder: Path, trained_by: str) -> Earlier:
    """What was tried on the training of this run; what was kept and is whole is gone on from.

    Raises:
        WorkspaceError: ``broken-audit-log``.
    """
    made = tuple(each for each in read_experiments(folder) if each.trained_by == trained_by)
    for each in reversed([each for each in made if each.kept]):
        standing = _read(folder / FOLDER / each.experiment / FILE)
        if standing is not None and (folder / standing.pipeline).is_file():
            return Earlier(made, each, standing)
    return Earlier(made)


def _read(path: Path) -> Standing | None:
    try:
        return Standing.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
