"""The checks of a run that kept their verdicts, told by one line and the records before it.

Rules of this file: nothing here touches a disk, and nothing is guessed: what the log no longer
tells as the run's line has it is said.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from backend.contracts.unchanged_run import KeptChecks, UnchangedRun
from backend.contracts.verdict import RunRecord, Verdict
from backend.store.text import to_bytes

NOT_BEGUN = ("interrupted", "out-of-time")
"""Codes of checks that a run did not come to: what they came to before holds."""
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


def kept_checks(records: Sequence[RunRecord], *, base: str, gone: Iterable[str]) -> KeptChecks:
    """What a run's line tells of the checks that it kept; their records name their runs."""
    judged = [record for record in records if record.verdict in _JUDGED]
    return KeptChecks(
        base=base,
        checks=len(records),
        verdicts=dict(Counter(record.verdict.value for record in records)),
        tested=sum(record.tested for record in judged),
        flagged=sum(record.flagged for record in judged),
        gone=tuple(gone),
        digest=_digest(records),
    )


class KeptRecords:
    """The records of the checks that a run kept, found among those before it."""

    def __init__(self, run: UnchangedRun, kept: KeptChecks, own: Iterable[str]) -> None:
        """``own`` are the checks with records of the run; nothing is found yet."""
        self._run = run
        self._kept = kept
        self._not_these = {*own, *kept.gone}
        self._found: dict[str, RunRecord] = {}
        self._is_in_base = False
        self.is_done = False

    def take(self, record: RunRecord) -> None:
        """Look at a record before the run; the newest are given first."""
        is_of_base = record.run_id == self._kept.base
        if self.is_done or (self._is_in_base and not is_of_base):
            self.is_done = True
            return
        self._is_in_base = is_of_base
        if record.code not in NOT_BEGUN and record.check_id not in self._not_these:
            self._found.setdefault(record.check_id, record)

    def records(self) -> list[RunRecord]:
        """What the run would have put on record, in the order of the log."""
        return [_again(record, self._run) for record in reversed(self._found.values())]

    def trouble(self) -> tuple[str, ...]:
        """That the records are not those of the line, in a sentence; nothing where they are."""
        if _digest(self._found.values()) == self._kept.digest:
            return ()
        fact = f"unchanged_runs.jsonl: run {self._run.run_id} kept {self._kept.checks:,} verdicts"
        lost = f"runs_log.jsonl tells {len(self._found):,} of them, or others"
        return (f"{fact}, and {lost}. Put back the log as it was written.",)


def _again(record: RunRecord, run: UnchangedRun) -> RunRecord:
    """The record of a check whose verdict holds, or that is without one for the same reason."""
    update: dict[str, object] = {
        "run_id": run.run_id,
        "started_at": run.started_at,
        "as_of": run.as_of,
        "seconds": 0.0,
        "compiled": False,
        "reasons": (),
        "rows_changed": False,
        "model_calls": 0,
        "usd": 0.0,
    }
    if record.program and not record.unchanged_since:
        update["unchanged_since"] = record.run_id
        update["summary"] = say_unchanged(record.summary, record.run_id)
    return record.model_copy(update=update)


def say_unchanged(summary: str, run_id: str) -> str:
    """The summary of a verdict that comes from an earlier run."""
    return f"{summary} (unchanged since run {run_id})"


def _digest(records: Iterable[RunRecord]) -> str:
    """Of a line for each check, whose record names the run that it comes from."""
    lines = sorted(
        f"{each.check_id}\t{each.verdict.value}\t{each.tested}\t{each.flagged}"
        f"\t{each.unchanged_since or each.run_id}\n"
        for each in records
    )
    return f"sha256:{hashlib.sha256(to_bytes(''.join(lines))).hexdigest()}"
