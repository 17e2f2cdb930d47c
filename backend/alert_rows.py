"""Flagged rows that may stand in an alert: none, unless the privacy settings share samples.

Nothing here writes, and what it reads is kept nowhere. Hidden columns stay out.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from itertools import islice

from backend.contracts.alert import VerdictChange
from backend.contracts.settings import PrivacySettings
from backend.contracts.workspace import Workspace
from backend.outputs.alert_digest import Rows
from backend.planner.by_model.privacy import is_hidden

_TABLE, _ROW, _SOURCE = "_table", "_row", "_source"
_LONGEST_CELL = 80


def rows_for(workspace: Workspace, privacy: PrivacySettings, wanted: int) -> Rows:
    """How to get at most so many of a check's flagged rows, as far as they may be told."""
    most = min(wanted, privacy.sample_rows) if privacy.share == "samples" else 0

    def rows(change: VerdictChange) -> list[dict[str, str]]:
        if not most or not change.flagged_path:
            return []
        path = workspace.base / change.flagged_path
        if not path.resolve().is_relative_to(workspace.artifacts.resolve()):
            return []
        try:
            with path.open(encoding="utf-8", newline="") as stream:
                return [_visible(row, privacy) for row in islice(csv.DictReader(stream), most)]
        except (OSError, ValueError, csv.Error):  # tidied away since: the numbers are told
            return []

    return rows


def _visible(row: Mapping[str | None, str | None], privacy: PrivacySettings) -> dict[str, str]:
    table = row.get(_TABLE) or ""
    told = {_SOURCE: _place(row.get(_SOURCE) or "", table, privacy)}
    for name, cell in row.items():
        if name in (None, _TABLE, _ROW, _SOURCE) or is_hidden(table, str(name), privacy):
            continue
        told[str(name)] = _shortened(cell or "")
    return told


def _place(source: str, table: str, privacy: PrivacySettings) -> str:
    """Where a row stands; a key is made of cells, and is not told where some are hidden."""
    is_keyed = source.endswith("]") and "=" in source
    return table if is_keyed and privacy.hidden else source


def _shortened(cell: str) -> str:
    return cell if len(cell) <= _LONGEST_CELL else f"{cell[:_LONGEST_CELL]}…"
