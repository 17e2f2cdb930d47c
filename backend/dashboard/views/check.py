"""One check in full: what was asked, how it was understood, what proves it, what it finds."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import streamlit as st

from backend.contracts.verdict import Verdict
from backend.contracts.workflow import Workflow
from backend.dashboard.plain import escape, facts, notice, say_error
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_check import look_ahead, read_remembered
from backend.dashboard.views import (
    check_history,
    check_program,
    check_proof,
    check_reading,
    check_rows,
    check_table,
    check_versions,
)
from backend.dashboard.views.moments import duration, minute, share
from backend.dashboard.views.verdicts import badge

_LONGEST = 120
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


class Part(NamedTuple):
    """A tab: its name, and what draws it."""

    name: str
    render: Callable[[Snapshot, CheckLine, Workflow], None]


PARTS = (
    Part("Flagged rows", check_rows.render),
    Part("Program", check_program.render),
    Part("Proof", check_proof.render),
    Part("SQL", check_program.render_sql),
    Part("History", check_history.render),
    Part("Compiles", check_versions.render),
    Part("Printed", check_program.render_printed),
)


def render(snapshot: Snapshot) -> None:
    """Draw the check that the address names, or the one that needs someone most."""
    if not snapshot.lines:
        st.title("Check")
        notice("There are no checks here yet. Write one into checks/checks.json.", "quiet")
        return
    line = _ask_line(snapshot)
    if line is None:
        return
    remembered = read_remembered(snapshot, line.check)
    _draw_head(line, remembered.workflow)
    for sentence in remembered.trouble:
        say_error(sentence)
    _draw_state(line, remembered.workflow)
    check_reading.render(line.check, remembered.workflow)
    if remembered.workflow is not None:
        _draw_parts(snapshot, line, remembered.workflow)
        look_ahead(snapshot)


def _ask_line(snapshot: Snapshot) -> CheckLine | None:
    names = {line.check.check_id: line.check.check_name for line in snapshot.lines}
    wanted = st.query_params.get("check")
    if wanted in names:
        st.session_state["picked_check"] = wanted
    elif st.session_state.get("picked_check") not in names:
        first = check_table.worst_first(snapshot.lines)[0]
        st.session_state["picked_check"] = first.check.check_id
    picked = st.selectbox(
        "Check",
        list(names),
        key="picked_check",
        format_func=lambda each: f"{each} · {names.get(each, '')[:_LONGEST]}",
        on_change=_put_into_address,
        label_visibility="collapsed",
    )
    if wanted is not None and wanted not in names:
        say_error(f"There is no check {wanted!r} in this workspace. Pick one above.")
        return None
    return snapshot.line(picked)


def _put_into_address() -> None:
    st.query_params["check"] = st.session_state["picked_check"]


def _draw_head(line: CheckLine, workflow: Workflow | None) -> None:
    check, latest = line.check, line.latest
    st.html(
        f'<div class="pa-title">{badge(line.verdict)}<h1 dir="auto">{escape(check.check_name)}'
        f"</h1><code>{escape(check.check_id)}</code></div>"
    )
    is_judged = latest is not None and latest.verdict in _JUDGED
    execution = workflow.execution if workflow else None
    facts(
        [
            ("tested", f"{latest.tested:,}" if latest and is_judged else ""),
            ("flagged", _say_flagged(line) if is_judged else ""),
            ("severity", check.severity.value),
            ("owner", check.owner),
            ("tags", ", ".join(check.tags)),
            ("tables", ", ".join(check.target_table)),
            ("stage", check.stage.value),
            ("fails if", check.fail_if or "any row is flagged"),
            ("warns if", check.warn_if or ""),
            ("last run", minute(latest.last_run_at) if latest else "not yet"),
            (f"{line.verdict} since", minute(latest.since) if latest else ""),
            ("took", duration(execution.seconds) if execution and is_judged else ""),
        ]
    )


def _say_flagged(line: CheckLine) -> str:
    latest = line.latest
    if latest is None:
        return ""
    part = share(latest.flagged, latest.tested)
    return f"{latest.flagged:,} ({part})" if part else f"{latest.flagged:,}"


def _draw_state(line: CheckLine, workflow: Workflow | None) -> None:
    """Why there is no verdict, what waits, what is worth a warning."""
    if not line.check.enabled:
        notice("This check is disabled in checks.json.", "quiet")
    if workflow is None:
        notice("Not compiled yet: the next run does it.", "quiet")
        return
    if workflow.declined:
        say_error(f"{workflow.declined.reason} ({workflow.declined.code})")
    execution = workflow.execution
    if execution and execution.reason and not workflow.declined:
        kind = "error" if execution.verdict is Verdict.ERROR else "quiet"
        notice(
            f"{execution.reason} ({execution.code})" if execution.code else execution.reason, kind
        )
    if workflow.pending:
        _draw_pending(line, workflow)
    for warning in workflow.proof.warnings if workflow.proof else ():
        notice(warning, "warning")


def _draw_pending(line: CheckLine, workflow: Workflow) -> None:
    pending = workflow.pending
    if pending is None:
        return
    notice(
        f"A changed program of {minute(pending.compiled_at)} waits for approval; the one before "
        f"judges on. It reads: {pending.restatement} To let it judge: "
        f"python -m backend.agent approve {line.check.check_id} ({pending.program[:19]})",
        "warning",
    )


def _draw_parts(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """The tabs; only the open one is worked out."""
    flagged = line.latest.flagged if line.latest else 0
    start = PARTS[0] if flagged or workflow.program is None else PARTS[1]
    tabs = st.tabs(
        [part.name for part in PARTS],
        default=start.name,
        key=f"parts of {line.check.check_id}",
        on_change="rerun",
    )
    for tab, part in zip(tabs, PARTS, strict=True):
        if tab.open:
            with tab:
                part.render(snapshot, line, workflow)
