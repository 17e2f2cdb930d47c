"""``unchanged_index.txt``: what a run leaves so that the next one may find nothing changed.

It is left only where the next run with ``--changed-only`` would run no program, compile nothing
and send nothing: each check keeps its verdict, or has none for a reason that stands in the files
that are watched. `backend.no_op` reads it and tells what the index holds. It is one text: a head of
lines by name, how everything stood, where flagged rows lie, and what is to be printed.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from backend.changes import is_fresh
from backend.check_walk import CheckWalk
from backend.contracts.check import Check, InvalidCheck
from backend.contracts.errors import WorkspaceError
from backend.contracts.history import MEASURES, TableProfile
from backend.contracts.ports import NOT_ISOLATED
from backend.contracts.schema import Schema
from backend.contracts.settings import Settings
from backend.contracts.verdict import RunRecord
from backend.contracts.workflow import Workflow
from backend.contracts.workspace import Workspace
from backend.no_op import AT, CODE, DAY, FIXED, FREE, RUN_ID, SECONDS, seal_json, spell
from backend.outside import reaches_out
from backend.records import FAIL_ON, NOTHING_SPENT, exit_code, name_of
from backend.report import json_document, report_text
from backend.request import Report
from backend.sandbox import bubblewrap
from backend.situation import Situation
from backend.standing import Standing, look_at_memory, look_at_owners
from backend.store.alert_state import read_alert_state
from backend.store.atomic import write_atomic
from backend.store.text import json_line, json_text
from backend.store.unchanged_runs import make_ready
from backend.toolbox import Toolbox
from backend.unchanged import plain_record

Entry = Check | InvalidCheck

RACY_NS = 2_000_000_000
"""What was written so shortly before it was looked at may be written again unseen."""
STANDING_REASONS = frozenset(
    {"disabled", "waiting", "unknown-dependency", "circular-dependency", "invalid-check"}
)
"""Codes of checks that have no verdict while their entries stay as they are."""


class UnchangedIndex:
    """The index of one run: begun before anything is read, left when everything is written."""

    def __init__(self, workspace: Workspace) -> None:
        """Look at what people change."""
        self._workspace = workspace
        self._before = look_at_owners(str(workspace.base))
        self._is_racy = time.time_ns() - RACY_NS <= self._before.newest

    def leave(
        self,
        report: Report,
        walk: CheckWalk,
        situation: Situation,
        toolbox: Toolbox,
        settings: Settings,
    ) -> None:
        """Write the index, or take away the one before where the next run has something to do.

        The caller holds the lock, and has written everything else. What a disk refuses costs the
        next run its haste, and nothing else: no index of an earlier run fits what is there now.
        """
        with contextlib.suppress(WorkspaceError, OSError):
            self._leave(report, walk, situation, toolbox, settings)

    def _leave(
        self,
        report: Report,
        walk: CheckWalk,
        situation: Situation,
        toolbox: Toolbox,
        settings: Settings,
    ) -> None:
        records = self._next_records(report, walk, situation, toolbox)
        owners = look_at_owners(str(self._workspace.base))
        acts = _waits_for_alerts(self._workspace, settings) or reaches_out(
            self._workspace, settings
        )
        is_moved = self._is_racy or owners.text != self._before.text
        if not records or is_moved or acts or report.trouble:
            self._workspace.unchanged_index.unlink(missing_ok=True)
            return
        make_ready(self._workspace)
        asks = _whether_asked(toolbox, walk.workflows.values())
        hangs = FIXED if self._hangs_on_the_day(report, walk) else FREE
        head = _head(walk.on_record.last_run, records, settings) | {
            "asks": asks,
            "day": f"{report.as_of} {datetime.now(UTC):%Y-%m} {hangs}",
            "profiles": _relative(self._workspace, self._workspace.profiles_file),
        }
        next_report = replace(report, records=tuple(records), spent=NOTHING_SPENT)
        told = _say_json(next_report)
        first = seal_json(head["since"], told)
        write_atomic(self._workspace.unchanged_json, first + b"\n" + told)
        self._write(head, owners, next_report, situation.schema)

    def _hangs_on_the_day(self, report: Report, walk: CheckWalk) -> bool:
        programs = [each.program for each in walk.workflows.values() if each.program]
        is_asked = any("as_of" in program.parameters for program in programs)
        is_today = report.as_of == date.today().isoformat()
        return is_asked or not is_today or self._workspace.waivers_file.exists()

    def _next_records(
        self, report: Report, walk: CheckWalk, situation: Situation, toolbox: Toolbox
    ) -> list[RunRecord]:
        """What the next run would put on record, were nothing to change; empty if it would act."""
        done = {record.check_id: record for record in report.records}
        if len(done) != len(situation.entries) or walk.context.sandbox.level == NOT_ISOLATED:
            return []
        found = []
        for entry in situation.entries:
            record = _next_record(entry, done[name_of(entry)], walk, situation, toolbox)
            if record is None:
                return []
            found.append(record)
        return found

    def _write(
        self, head: dict[str, str], owners: Standing, report: Report, schema: Schema
    ) -> None:
        workspace = self._workspace
        names = [*_watched(workspace), *_isolation()]
        memory = look_at_memory(str(workspace.base), names)
        flagged = "".join(f"{each.flagged_path}\n" for each in report.records if each.flagged_path)
        blocks = [owners.text, memory.text, flagged, _profiles(schema), _say(report)]
        told = head | {"memory": "\t".join(names)}
        encoded = [block.encode(errors="surrogateescape") for block in blocks]
        write_atomic(workspace.unchanged_index, spell(told, encoded))


def _next_record(
    entry: Entry, record: RunRecord, walk: CheckWalk, situation: Situation, toolbox: Toolbox
) -> RunRecord | None:
    if record.unchanged_since:
        return record
    if record.code in STANDING_REASONS:
        return plain_record(record)
    workflow = walk.workflows.get(entry.key) if isinstance(entry, Check) else None
    if not isinstance(entry, Check) or workflow is None:
        return None
    decision = situation.decisions[entry.check_id]
    names = toolbox.planner_names
    compiler = toolbox.compiler_for(entry)
    if decision.reasons and not is_fresh(entry, workflow, situation.schema, compiler, names):
        return None
    if workflow.declined and workflow.execution and workflow.declined.code == record.code:
        return plain_record(record)
    return walk.terms.keep_next(entry, workflow)


def _watched(workspace: Workspace) -> Iterator[str]:
    """What the agent wrote and the next run would read; relative to the base folder."""
    for path in (
        workspace.workflows_file,
        workspace.last_verdicts_file,
        workspace.waivers_file,
        workspace.approvals_file,
        workspace.alerts_file,
        workspace.schema_cols_file,
        workspace.snapshots_file,
        workspace.profiles_file,
        workspace.baseline_file,
        workspace.rollup_file,
        workspace.summaries_file,
        workspace.runs_log_file,
        workspace.runs_archive,
    ):
        yield _relative(workspace, path)


def _relative(workspace: Workspace, path: Path) -> str:
    return path.relative_to(workspace.base).as_posix()


def _profiles(schema: Schema) -> str:
    """What the first run of another day leaves of each table (`RunHistory.leave`)."""
    return "".join(
        json_line(profile.model_dump(mode="json", exclude_defaults=True))
        .replace("\\u0001", RUN_ID.decode())
        .replace("\\u0002", AT.decode())
        .replace("\\u0003", DAY.decode())
        for profile in (
            TableProfile(
                version=MEASURES,
                run_id=RUN_ID.decode(),
                at=AT.decode(),
                as_of=DAY.decode(),
                table=name,
                fingerprint=table.fingerprint,
            )
            for name, table in schema.tables.items()
        )
    )


def _waits_for_alerts(workspace: Workspace, settings: Settings) -> bool:
    if not settings.alerts.routes:
        return False
    trouble: list[str] = []
    return bool(read_alert_state(workspace, trouble).pending or trouble)


def _whether_asked(toolbox: Toolbox, workflows: Iterable[Workflow]) -> str:
    """A sentence that was declined is understood anew once other planners are asked."""
    if not any(workflow.declined for workflow in workflows):
        return "any"
    return "yes" if toolbox.model_planner else "no"


def _head(since: str, records: Sequence[RunRecord], settings: Settings) -> dict[str, str]:
    counts = Counter(record.verdict.value for record in records)
    told = {
        "unchanged_since": since,
        "checks": len(records),
        "verdicts": dict(counts),
    }
    codes = (f"{name}={exit_code(records, fail_on=name)}" for name in FAIL_ON)
    return {
        "since": since,
        "cloud": "no" if settings.model.platform == "anthropic" else "yes",
        "codes": " ".join(codes),
        "record": json.dumps(told, separators=(",", ":"))[1:-1],
    }


def _say(report: Report) -> str:
    """What the next run prints, with a mark for its seconds."""
    return report_text(report, seconds=SECONDS.decode())


def _say_json(report: Report) -> bytes:
    """What the next run prints with ``--json``, with marks for what is its own."""
    own = {"run_id": RUN_ID, "as_of": DAY, "exit_code": CODE, "seconds": SECONDS}
    of_record = {"run_id": RUN_ID, "as_of": DAY, "started_at": AT}
    document = json_document(report) | {name: mark.decode() for name, mark in own.items()}
    marks = {name: mark.decode() for name, mark in of_record.items()}
    document["records"] = [each.model_copy(update=marks) for each in report.records]
    text = json_text(document).encode()
    for mark, is_text in ((RUN_ID, True), (DAY, True), (AT, True), (CODE, False), (SECONDS, False)):
        spelled = rb"\u%04x" % mark[0]
        text = text.replace(b'"%s"' % spelled, b'"%s"' % mark if is_text else mark)
    return text


def _isolation() -> tuple[str, ...]:
    """What programs would be isolated by."""
    found = bubblewrap.find()
    return (found.path,) if found else ()
