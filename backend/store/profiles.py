"""``table_profiles.jsonl``: what each run saw of the tables, in measures; only grows.

A line is one table in one run. A run that sees what the last run of its day saw leaves none, so
that repeating a run changes nothing that later runs compare with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NamedTuple

from backend.contracts.history import TableProfile
from backend.contracts.workspace import Workspace
from backend.store.journal import append_lines, read_lines
from backend.store.text import json_line


class ProfilesRead(NamedTuple):
    """The lines, oldest first, and a sentence for each that is none."""

    profiles: tuple[TableProfile, ...]
    trouble: tuple[str, ...]


def append_profiles(workspace: Workspace, profiles: Iterable[TableProfile]) -> None:
    """Append profiles as whole lines and make them durable.

    Raises:
        WorkspaceError: the disk or the folder's permissions refuse.
    """
    text = "".join(
        json_line(profile.model_dump(mode="json", exclude_defaults=True)) for profile in profiles
    )
    if text:
        append_lines(workspace.profiles_file, text)


def read_profiles(workspace: Workspace) -> ProfilesRead:
    """Read every line that was written in full.

    Raises:
        WorkspaceError: the file cannot be read.
    """
    profiles: list[TableProfile] = []
    trouble: list[str] = []
    path = workspace.profiles_file
    for number, line in enumerate(read_lines(path), start=1):
        try:
            profiles.append(TableProfile.model_validate(json.loads(line)))
        except (ValueError, RecursionError):
            trouble.append(f"{path.name}, line {number} is not the profile of a table; left out.")
    return ProfilesRead(tuple(profiles), tuple(trouble))
