"""``last_verdicts.json``: the last verdict of every check, for runs that keep what is unchanged.

A file that cannot be read costs only the keeping: every check runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import ValidationError

from backend.contracts.kept import KeptVerdict, KeptVerdicts
from backend.contracts.workspace import Workspace
from backend.store.atomic import write_atomic
from backend.store.remembered import move_away, read_json_object
from backend.store.text import json_text


class KeptRead(NamedTuple):
    """The verdicts by check id (none, if they are lost), and what could not be read."""

    verdicts: dict[str, KeptVerdict]
    trouble: tuple[str, ...]


def read_last_verdicts(workspace: Workspace) -> KeptRead:
    """Read them, by whoever holds the lock; a damaged file is moved aside.

    Raises:
        WorkspaceError: a damaged file could not be moved.
    """
    trouble: list[str] = []
    path = workspace.last_verdicts_file
    content = read_json_object(path, trouble)
    try:
        found = KeptVerdicts.model_validate(content)
    except ValidationError:
        trouble.append(move_away(path, "it does not hold verdicts as this version reads them"))
        found = KeptVerdicts()
    return KeptRead(dict(found.checks), tuple(trouble))


def write_last_verdicts(workspace: Workspace, verdicts: Mapping[str, KeptVerdict]) -> None:
    """Write all of them, in the order given.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    content = KeptVerdicts(checks=dict(verdicts))
    write_atomic(workspace.last_verdicts_file, json_text(content))
