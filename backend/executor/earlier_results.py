"""What earlier runs made of a check, found from the end of the runs log.

Rules of this file: it writes nothing; the log is read once a run, only where a check compares with
an earlier run, and only as far back as that lies. A run counts if it judged (PASS, WARN or FAIL) by
the same program with the same parameters, since anything else is another rule. Runs of one day over
the same data are one run, so that repeating a run neither hides nor makes a change; with ``as_of``
in the past, later days are not there yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from backend.contracts.check import Check, Scalar, Threshold
from backend.contracts.earlier import EarlierResult
from backend.contracts.program import Program
from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord, Verdict
from backend.contracts.workspace import Workspace
from backend.store.last_runs import read_backwards

_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


class _Rule(NamedTuple):
    check_id: str
    program: str
    params: str


class _Seen(NamedTuple):
    result: EarlierResult
    tables: Mapping[str, str]
    """The fingerprints of what it read."""


class EarlierResults:
    """The results of earlier runs, read as far as they were asked for."""

    def __init__(self, workspace: Workspace, run_id: str, schema: Schema) -> None:
        """Nothing is read yet; records of ``run_id`` itself are not earlier ones."""
        self._run_id = run_id
        self._schema = schema
        self._records: Iterator[RunRecord] = read_backwards(workspace)
        self._seen: dict[_Rule, list[_Seen]] = defaultdict(list)

    def of(self, check: Check, program: Program, as_of: str) -> dict[int, EarlierResult]:
        """What the check's thresholds compare with, by their days; those not found are left out.

        Raises:
            WorkspaceError: the log cannot be read.
        """
        limits = [Threshold.parse(text) for text in (check.warn_if, check.fail_if) if text]
        wanted = {limit.days for limit in limits if limit.days is not None}
        params = {name: check.params[name] for name in program.parameters if name in check.params}
        rule = _Rule(check.check_id, program.sha256, _say_params(params))
        known = self._schema.tables
        tables = {name: known[name].fingerprint for name in program.tables if name in known}
        found = {days: self._find(rule, tables, as_of, days) for days in wanted}
        return {days: result for days, result in found.items() if result is not None}

    def _find(
        self, rule: _Rule, tables: Mapping[str, str], as_of: str, days: int
    ) -> EarlierResult | None:
        """The newest result that is old enough."""
        until = _day(as_of, days)

        def is_earlier(seen: _Seen) -> bool:
            is_today = seen.result.as_of == until and not days
            same = is_today and all(seen.tables.get(name) == tables[name] for name in tables)
            return seen.result.as_of <= until and not same

        for seen in self._seen[rule]:
            if is_earlier(seen):
                return seen.result
        for record in self._records:
            taken = self._take(record)
            if taken == rule and is_earlier(self._seen[rule][-1]):
                return self._seen[rule][-1].result
        return None

    def _take(self, record: RunRecord) -> _Rule | None:
        """Keep what a record tells; None where it tells nothing."""
        if record.run_id == self._run_id or record.verdict not in _JUDGED or not record.program:
            return None
        try:
            day = _day(record.as_of)
        except ValueError:
            return None
        params = record.receipt.params if record.receipt else {}
        rule = _Rule(record.check_id, record.program, _say_params(params))
        result = EarlierResult(
            run_id=record.run_id,
            as_of=day,
            tested=record.tested,
            flagged=record.flagged,
        )
        self._seen[rule].append(_Seen(result, record.tables))
        return rule


def _say_params(params: Mapping[str, Scalar]) -> str:
    return repr(sorted((name, repr(value)) for name, value in params.items()))


def _day(as_of: str, days_before: int = 0) -> str:
    return (datetime.fromisoformat(as_of).date() - timedelta(days=days_before)).isoformat()
