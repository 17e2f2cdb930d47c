"""What of a run goes into its logs: a record of each check that was looked at, a line for the rest.

Rules of this file: the line is written where each check that it stands for has a record since a run
that put all of them on record, in the log as it was left, in this very month; else each check has a
record of its own. What is withheld is what the log has, word for word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.unchanged_run import UnchangedRun
from backend.contracts.verdict import RunRecord
from backend.contracts.workspace import Workspace
from backend.executor.run import RunContext
from backend.records import name_of
from backend.store.kept_records import kept_checks
from backend.store.runs_log import RunsLog
from backend.store.unchanged_runs import append_unchanged_run
from backend.terms import Terms

Entry = Check | InvalidCheck


def moment() -> str:
    """Now, as records tell times: ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


class OnRecord:
    """The logs of one run, while it goes on; a context manager, with one writer."""

    def __init__(self, context: RunContext, terms: Terms) -> None:
        """Nothing is opened yet."""
        self._workspace: Workspace = context.workspace
        self._run_id, self._as_of = context.run_id, context.as_of
        self._began_at = moment()
        self._terms = terms
        self._log = RunsLog(context.workspace)
        self._withholds = False
        self._withheld: dict[str, RunRecord] = {}
        self._written = 0

    def of(self, ordered: Sequence[Entry], entries: Sequence[Entry]) -> Self:
        """The same, for a run over these of all entries."""
        ids = {name_of(entry) for entry in entries}
        is_whole = len(ordered) == len(entries) == len(ids)
        self._withholds = is_whole and self._terms.log_place is not None
        return self

    def __enter__(self) -> Self:
        """The log is opened by its first record."""
        self._log.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Make everything durable.

        Raises:
            WorkspaceError: the disk refuses.
        """
        self._log.__exit__(kind, error, trace)

    def append(self, record: RunRecord, entry: Entry) -> None:
        """Put a check on record, or withhold what the log has.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        source = self._terms.said_again(record, entry) if self._withholds else None
        if source is not None:
            self._withheld[record.check_id] = source
            return
        self._log.append(record)
        self._written += 1

    def leave_line(self, entries: Sequence[Entry], records: Sequence[RunRecord], code: int) -> None:
        """Put the checks on record that have no record of their own; the caller has closed the log.

        Raises:
            WorkspaceError: the disk or the folder's permissions refuse.
        """
        place = self._terms.log_place
        if place is None or not self._withheld:
            return
        gone = self._terms.gone(entries)
        run = UnchangedRun(
            run_id=self._run_id,
            started_at=self._began_at,
            exit_code=code,
            as_of=self._as_of,
            unchanged_since=place.last,
            checks=len(records),
            verdicts=dict(Counter(record.verdict.value for record in records)),
            ran=self._written,
            kept=kept_checks([*self._withheld.values()], base=place.base, gone=gone),
        )
        append_unchanged_run(self._workspace, run)

    @property
    def without(self) -> frozenset[str]:
        """The checks that have no record of their own."""
        return frozenset(self._withheld)

    @property
    def last_run(self) -> str:
        """The last run that has records, this one included."""
        place = self._terms.log_place
        return self._run_id if self._written or place is None else place.last
