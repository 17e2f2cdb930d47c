"""The checks of a workspace with their latest results, as the files are now.

Rules of ``snapshot*.py``: nothing here knows Streamlit, takes the lock or moves a damaged file.
What is absent is empty; what cannot be read becomes a sentence in ``trouble``. What is costly is
read when a page asks for it, and again only when its file has changed (`FileMemo`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import Verdict
from backend.contracts.workspace import Workspace
from backend.dashboard.file_memo import FileMemo
from backend.store.checks_file import ChecksFile, read_checks
from backend.store.rollup import RollupRead, RollupRow, read_rollup

NOT_RUN = "not run yet"
WORST_FIRST = ("ERROR", "FAIL", "WARN", "SKIPPED", "PASS", NOT_RUN)

_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


class CheckLine(NamedTuple):
    """One check as written, and its latest result."""

    check: Check
    latest: RollupRow | None

    @property
    def verdict(self) -> str:
        """The latest verdict, or that there is none."""
        return self.latest.verdict.value if self.latest else NOT_RUN

    @property
    def reason(self) -> str:
        """Why there is no PASS, WARN or FAIL; empty where there is one, or no run."""
        return self.latest.summary if self.latest and self.latest.verdict not in _JUDGED else ""


@dataclass(frozen=True)
class Snapshot:
    """All checks in the order of ``checks.json``, and what could not be read.

    ``memo`` outlives the snapshot: the readers of other topics keep there what they read.
    """

    workspace: Workspace
    memo: FileMemo
    lines: tuple[CheckLine, ...]
    invalid: tuple[InvalidCheck, ...]
    trouble: tuple[str, ...]

    @property
    def verdicts(self) -> dict[str, int]:
        """How many checks have each verdict, the worst first."""
        found = Counter(line.verdict for line in self.lines)
        return {verdict: found[verdict] for verdict in WORST_FIRST if found[verdict]}

    def line(self, check_id: str) -> CheckLine | None:
        """The check of this id, if there is one."""
        return next((line for line in self.lines if line.check.check_id == check_id), None)


class _Checks(NamedTuple):
    file: ChecksFile | None
    trouble: tuple[str, ...]


def read_snapshot(base: Path, memo: FileMemo | None = None) -> Snapshot:
    """Read a workspace as it is now; ``memo`` holds what was read before."""
    memo = memo or FileMemo()
    workspace = Workspace(base)
    checks = memo.read(workspace.checks_file, "checks", lambda: _read_checks(workspace))
    rollup = memo.read(workspace.rollup_file, "rollup", lambda: _read_rollup(workspace))
    lines = memo.hold_for(base, "lines", (checks, rollup), lambda: _join(checks, rollup))
    invalid = checks.file.invalid if checks.file else ()
    return Snapshot(workspace, memo, lines, invalid, (*checks.trouble, *rollup.trouble))


def _join(checks: _Checks, rollup: RollupRead) -> tuple[CheckLine, ...]:
    latest = rollup.rows or {}
    written = checks.file.checks if checks.file else ()
    return tuple(CheckLine(check, latest.get(check.check_id)) for check in written)


def _read_checks(workspace: Workspace) -> _Checks:
    try:
        return _Checks(read_checks(workspace), ())
    except WorkspaceError as error:
        return _Checks(None, (str(error),))


def _read_rollup(workspace: Workspace) -> RollupRead:
    return read_rollup(workspace, holds_lock=False)
