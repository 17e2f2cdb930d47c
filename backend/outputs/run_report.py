"""What every report of a run tells: how many, what fails, and what is new since the run before.

Nothing here touches a disk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backend.contracts.check import Severity
from backend.contracts.verdict import RunRecord, Verdict

_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)
_WORST_FIRST = (Verdict.ERROR, Verdict.FAIL, Verdict.WARN, Verdict.SKIPPED, Verdict.PASS)
SEVERITIES = tuple(each.value for each in reversed(Severity))
"""The gravest first."""


class ReportedRun(NamedTuple):
    """The records of a run (never none), and those of the run before it."""

    records: tuple[RunRecord, ...]
    before: tuple[RunRecord, ...] = ()

    @property
    def run_id(self) -> str:
        """The id of the run."""
        return self.records[0].run_id


class Change(NamedTuple):
    """A check that came out otherwise than in the run before, in words."""

    record: RunRecord
    says: str


def count_verdicts(records: Iterable[RunRecord]) -> dict[Verdict, int]:
    """How many checks came to each verdict that there is."""
    counts = Counter(record.verdict for record in records)
    return {verdict: counts[verdict] for verdict in _WORST_FIRST if counts[verdict]}


def say_counts(records: Iterable[RunRecord]) -> str:
    """``2 ERROR, 12 FAIL, 33 PASS``."""
    return ", ".join(f"{number} {verdict}" for verdict, number in count_verdicts(records).items())


def worst_first(records: Iterable[RunRecord]) -> list[RunRecord]:
    """By severity, then by verdict, else as they ran."""
    return sorted(
        records, key=lambda each: (_gravity(each.severity), _WORST_FIRST.index(each.verdict))
    )


def find_changes(run: ReportedRun) -> list[Change]:
    """The checks with another verdict or another number of flagged rows than in the run before."""
    if not run.before:
        return []
    then = dict(_numbered(run.before))
    found = [
        (record, _say_change(then.get(place), record)) for place, record in _numbered(run.records)
    ]
    return [Change(record, says) for record, says in found if says]


def count_left_out(run: ReportedRun) -> int:
    """How many checks of the run before are not in this one."""
    return len({place for place, _ in _numbered(run.before)} - dict(_numbered(run.records)).keys())


def _gravity(severity: str) -> int:
    return SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)


def _numbered(records: Iterable[RunRecord]) -> Iterator[tuple[tuple[str, int], RunRecord]]:
    """Each record under its id and how often the id came before: entries may share one."""
    seen: Counter[str] = Counter()
    for record in records:
        yield (record.check_id, seen[record.check_id]), record
        seen[record.check_id] += 1


def _say_change(then: RunRecord | None, now: RunRecord) -> str:
    if then is None:
        return f"new: {now.verdict}"
    if then.verdict is not now.verdict:
        rows = f", {now.flagged:,} flagged" if now.flagged else ""
        return f"{then.verdict} → {now.verdict}{rows}"
    if now.verdict in _JUDGED and then.flagged != now.flagged:
        return f"{now.verdict} as before, {then.flagged:,} → {now.flagged:,} flagged"
    return ""
