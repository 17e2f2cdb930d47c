"""Everything the dashboard shows, read once per page from the files of a workspace.

Nothing here knows Streamlit, takes the lock or moves a damaged file. What is absent is empty; what
cannot be read becomes a sentence in ``trouble``.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.contracts.verdict import Verdict
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.store.checks_file import read_checks
from backend.store.rollup import RollupRow, read_rollup
from backend.store.workflows import read_workflows

NOT_RUN = "not run yet"


class CheckLine(NamedTuple):
    """One check as written, its latest result, and what is remembered of it."""

    check: Check
    latest: RollupRow | None
    workflow: Workflow | None

    @property
    def verdict(self) -> str:
        """The latest verdict, or that there is none."""
        return self.latest.verdict.value if self.latest else NOT_RUN

    @property
    def reason(self) -> str:
        """Why there is no PASS, WARN or FAIL; empty where there is one, or no run."""
        if self.workflow and self.workflow.declined:
            return self.workflow.declined.reason
        if self.workflow and self.workflow.execution and self.workflow.execution.reason:
            return self.workflow.execution.reason
        judged = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
        return self.latest.summary if self.latest and self.latest.verdict not in judged else ""


class Snapshot(NamedTuple):
    """All checks in the order of ``checks.json``, and what could not be read."""

    lines: tuple[CheckLine, ...]
    invalid: tuple[InvalidCheck, ...]
    trouble: tuple[str, ...]

    @property
    def verdicts(self) -> dict[str, int]:
        """How many checks have each verdict, the worst first."""
        found = Counter(line.verdict for line in self.lines)
        order = ("ERROR", "FAIL", "WARN", "SKIPPED", "PASS", NOT_RUN)
        return {verdict: found[verdict] for verdict in order if found[verdict]}


def read_snapshot(base: Path) -> Snapshot:
    """Read a workspace as it is now."""
    workspace = Workspace(base)
    try:
        checks = read_checks(workspace)
    except WorkspaceError as error:
        return Snapshot((), (), (str(error),))
    rollup = read_rollup(workspace, holds_lock=False)
    remembered = read_workflows(workspace, holds_lock=False)
    latest = rollup.rows or {}
    lines = tuple(
        CheckLine(check, latest.get(check.check_id), remembered.workflows.get(check.key))
        for check in checks.checks
    )
    return Snapshot(lines, checks.invalid, (*rollup.trouble, *remembered.trouble))
