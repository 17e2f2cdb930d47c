"""Verdicts that are kept because nothing that they hang on has changed.

A verdict hangs on the program, the tables and the history that it reads, the entry in
``checks.json`` except for its name and its owner's marks, the day where the program asks for it,
and the libraries. Nothing here touches a disk, but to see whether flagged rows are still there.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache

import xxhash

from backend.contracts.check import Check, InvalidCheck
from backend.contracts.history import is_history
from backend.contracts.kept import KeptVerdict
from backend.contracts.program import Program
from backend.contracts.verdict import Execution, RunRecord, Verdict
from backend.contracts.workflow import Workflow
from backend.executor.run import ARTIFACTS, RunContext
from backend.receipts import versions
from backend.records import name_of
from backend.store.kept_records import NOT_BEGUN, say_unchanged
from backend.store.text import canonical_json

Entry = Check | InvalidCheck

MARKS = frozenset({"check_name", "owner", "tags", "severity"})
"""Fields of a check that tell people about it and make no verdict."""
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


class Unchanged:
    """What the checks of a run came to last, and whether that still holds."""

    def __init__(self, verdicts: Mapping[str, KeptVerdict], context: RunContext) -> None:
        """``verdicts`` are by check id."""
        self._verdicts = verdicts
        self._context = context
        self._held: dict[tuple[str, str], bool] = {}

    def keep(self, check: Check, workflow: Workflow, started_at: str) -> RunRecord | None:
        """The record of a check whose verdict holds without a run; None where it has to run.

        A check whose program reads the day runs on another day, and one that reads what earlier
        runs measured always; so does one that came to no verdict last.
        """
        kept = self._lasting(check, workflow)
        if kept is None or not self._holds(kept, check, workflow.program):
            return None
        return self._again(kept.record, check, started_at)

    def keep_next(self, check: Check, workflow: Workflow) -> RunRecord | None:
        """What `keep` would give in another run of this day over the same files, after this one.

        The verdicts are those that this run left; None where that run has to run the check.
        """
        kept = self._lasting(check, workflow)
        if kept is None or not self._has_its_rows(kept.record):
            return None
        return self._again(kept.record, check, "")

    def _lasting(self, check: Check, workflow: Workflow) -> KeptVerdict | None:
        """The last verdict, if it is one that may outlast its run by this day."""
        kept, program = self._verdicts.get(check.check_id), workflow.program
        if kept is None or program is None or not _is_verdict(kept.record):
            return None
        is_of_today = kept.record.as_of == self._context.as_of
        if _compares(check, program) or ("as_of" in program.parameters and not is_of_today):
            return None
        return kept

    def is_unaffected(self, entry: Entry, workflow: Workflow | None) -> bool:
        """Whether a save that led to this run cannot have changed what came of a check last."""
        kept = self._verdicts.get(name_of(entry))
        if kept is None:
            return False
        program = workflow.program if workflow else None
        is_of_today = kept.record.as_of == self._context.as_of
        if isinstance(entry, Check) and program and not is_of_today:
            return not _is_of_its_time(entry, program) and self._holds(kept, entry, program)
        return self._holds(kept, entry, program)

    def verdict(self, entry: Entry) -> Verdict:
        """What a check that is unaffected came to last."""
        return self._verdicts[name_of(entry)].record.verdict

    def _holds(self, kept: KeptVerdict, entry: Entry, program: Program | None) -> bool:
        """It is asked before anything runs and again in turn, and is looked at once."""
        asked = name_of(entry), program.sha256 if program else ""
        if asked not in self._held:
            self._held[asked] = self._compare(kept, entry, program)
        return self._held[asked]

    def _compare(self, kept: KeptVerdict, entry: Entry, program: Program | None) -> bool:
        record = kept.record
        return (
            (kept.entry, kept.conditions) == (entry_hash(entry), conditions_hash())
            and record.program == (program.sha256 if program else None)
            and record.tables == self._tables(entry, program)
            and self._has_its_rows(record)
        )

    def _tables(self, entry: Entry, program: Program | None) -> dict[str, str]:
        """Fingerprints of what a check reads, as its record tells them."""
        if isinstance(entry, InvalidCheck):
            return {}
        known, history = self._context.schema.tables, self._context.history
        names = program.tables if program else entry.target_table
        found = {name: known[name].fingerprint for name in names if name in known}
        return found | (history.fingerprints(names) if history and program else {})

    def _has_its_rows(self, record: RunRecord) -> bool:
        path = record.flagged_path
        return path is None or (self._context.workspace.base / path).is_file()

    def _again(self, record: RunRecord, check: Check, started_at: str) -> RunRecord:
        context = self._context
        update = {
            "run_id": context.run_id,
            "check_name": check.check_name,
            "severity": check.severity.value,
            "owner": check.owner,
            "tags": check.tags,
            "started_at": started_at,
            "as_of": context.as_of,
            "summary": say_unchanged(record.summary, record.run_id),
            "unchanged_since": record.run_id,
            "seconds": 0.0,
        }
        return record.model_copy(update=update)


def remember_verdicts(
    before: Mapping[str, KeptVerdict],
    records: Iterable[RunRecord],
    entries: Sequence[Entry],
    executions: Mapping[str, Execution],
    *,
    without: Container[str] = (),
) -> dict[str, KeptVerdict]:
    """The last verdicts after a run, in the order of ``checks.json``.

    ``executions`` are by check id. What was kept, or was not begun, leaves the verdict before;
    what it says of people is as it was put on record. Checks ``without`` a record leave all.
    """
    known = {name_of(entry): entry for entry in entries}
    found = {check_id: kept for check_id, kept in before.items() if check_id in known}
    for record in records:
        name = record.check_id
        if name not in known or name in without or record.code in NOT_BEGUN:
            continue
        if record.unchanged_since:
            found[name] = _said_anew(found[name], record)
            continue
        plain = plain_record(record, executions.get(name))
        found[name] = KeptVerdict(
            entry=entry_hash(known[name]),
            conditions=conditions_hash(),
            record=plain,
            is_told_otherwise=plain.summary != record.summary,
        )
    return {name: found[name] for name in known if name in found}


def is_said_again(kept: KeptVerdict | None, record: RunRecord, entry: Entry) -> bool:
    """Whether the log has what a check came to: its verdict is kept, or it has none as before."""
    if kept is None or kept.is_told_otherwise:
        return False
    before = kept.record
    if record.unchanged_since:
        return all(getattr(record, name) == getattr(before, name) for name in MARKS)
    if record.program or record.model_calls or before.program or record.code in NOT_BEGUN:
        return False
    own = {name: getattr(record, name) for name in ("run_id", "started_at", "as_of", "seconds")}
    hangs_on = (entry_hash(entry), conditions_hash())
    return before.model_copy(update=own) == record and (kept.entry, kept.conditions) == hangs_on


def _said_anew(kept: KeptVerdict, record: RunRecord) -> KeptVerdict:
    """A verdict that was kept, and put on record with what is said of people now."""
    marks = {name: getattr(record, name) for name in MARKS}
    if not kept.is_told_otherwise and all(
        getattr(kept.record, name) == value for name, value in marks.items()
    ):
        return kept
    update = {"record": kept.record.model_copy(update=marks), "is_told_otherwise": False}
    return kept.model_copy(update=update)


def entry_hash(entry: Entry) -> str:
    """The ``xxh3:…`` of what an entry says that its verdict depends on."""
    fields = entry.model_dump(mode="json")
    return _digest({name: value for name, value in fields.items() if name not in MARKS})


@cache
def conditions_hash() -> str:
    """The ``xxh3:…`` of the libraries that programs work with."""
    return _digest(dict(versions()))


def plain_record(record: RunRecord, execution: Execution | None = None) -> RunRecord:
    """The record without what was done in its run alone."""
    update: dict[str, object] = {
        "compiled": False,
        "reasons": (),
        "rows_changed": False,
        "model_calls": 0,
        "usd": 0.0,
    }
    if execution is not None and record.verdict in _JUDGED:
        update["summary"] = execution.summary
    return record.model_copy(update=update)


def _is_verdict(record: RunRecord) -> bool:
    """Whether this is a verdict by the check's own program, or that there was nothing to test."""
    is_judged = record.verdict in _JUDGED or record.code == "nothing-to-test"
    return is_judged and not (record.stale or record.pending or record.waiver)


def _is_of_its_time(check: Check, program: Program) -> bool:
    """Whether equal data may be judged anew on another day."""
    return "as_of" in program.parameters or _compares(check, program)


def _compares(check: Check, program: Program) -> bool:
    """Whether equal data may be judged anew at any time: by earlier runs, or for its files."""
    leaves_files = ARTIFACTS in program.parameters
    return leaves_files or check.compares_runs or any(map(is_history, program.tables))


def _digest(value: object) -> str:
    return f"xxh3:{xxhash.xxh3_128_hexdigest(canonical_json(value))}"
