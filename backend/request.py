"""What a run is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.model import Spent
from backend.contracts.settings import Settings
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.records import NOTHING_SPENT
from backend.selection import select
from backend.situation import in_file_order
from backend.store.checks_file import ChecksFile, read_checks
from backend.store.settings_file import read_settings

Entry = Check | InvalidCheck


@dataclass(frozen=True)
class Request:
    """What a run is asked for; ``as_of`` is the ISO date that counts as today."""

    workspace: Workspace
    select: tuple[str, ...] = ()
    as_of: str = ""
    fail_on: str = "fail"
    batch: bool = False
    """Ask a model for all plans together, at half the price and with hours to wait."""
    no_compile: bool = False
    """Compile nothing; what is stale is judged by its last program, where that still fits."""
    changed_only: bool = False
    """Let a check whose program and tables are unchanged keep its verdict, on record as such."""
    affected_only: bool = False
    """Leave those out altogether, as a watch does after each save."""
    wait: float = 0.0
    """Seconds to wait for another run that holds the workspace."""
    max_seconds: float | None = None
    """Begin no further check after so many seconds."""


@dataclass(frozen=True)
class Report:
    """What came of a run; ``records`` stand in the order of ``checks.json``."""

    run_id: str
    as_of: str
    records: tuple[RunRecord, ...]
    exit_code: int
    seconds: float
    sandbox: str
    trouble: tuple[str, ...]
    spent: Spent = NOTHING_SPENT
    """What its model calls came to."""


class Asked(NamedTuple):
    """What the owners and the operator wrote, and which of it this run is about."""

    file: ChecksFile
    settings: Settings
    chosen: Sequence[Entry]


def read_asked(request: Request) -> Asked:
    """Read the checks and the settings, and choose.

    Raises:
        AgentError: a file cannot be read, or a selector fits no check.
    """
    file = read_checks(request.workspace)
    settings = read_settings(request.workspace)
    return Asked(file, settings, select(in_file_order(file), request.select))
