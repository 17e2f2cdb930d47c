"""What a visitor may start for a session: its next stage, a deeper question, a cancelling.

Rules of this file: what is to be run is written by a process of the agent, and run by another, as
with the button of the sidebar; nothing is offered to who may not run.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from backend.contracts.stage_session import MarkState
from backend.dashboard.access import Access, may_run, read_visitor
from backend.dashboard.options import home_of, read_options
from backend.dashboard.plain import notice, paragraph
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_sessions import STAGES, Session, checks_of, is_running
from backend.dashboard.snapshot_tables import read_tables
from backend.dashboard.uploading import ask_agent, cancel_stage
from backend.dashboard.views.run_panel import agents, is_going
from backend.dashboard.views.stage_probes import ask_for_probe

NAMES = {"eda": "exploration", "prep": "preparation", "train": "training"}
_TOLD = "stage_told"


def read_access(snapshot: Snapshot) -> Access:
    """Whether this visitor may start something over this workspace."""
    options = read_options()
    base = snapshot.workspace.base
    return may_run(read_visitor(), options, home=home_of(options), base=base)


def start(snapshot: Snapshot, checks: Sequence[str]) -> str:
    """Run these checks and no others; why that cannot be, if it cannot."""
    try:
        begun = agents().start(snapshot.workspace.base, checks)
    except OSError as error:
        return f"The agent could not be started ({error.strerror})."
    return "" if begun else "A run is going over this workspace; start this one when it is done."


def draw_actions(snapshot: Snapshot, session: Session) -> None:
    """Draw the buttons of a session, and what came of the last one."""
    told = st.session_state.pop(_TOLD, "")
    if told:
        notice(told, "warning")
    checks = checks_of(snapshot, session.name)
    if not checks:
        paragraph("No check of checks.json belongs to this session any more.", kind="quiet")
        return
    if not read_access(snapshot).may_run:
        return
    if is_running(snapshot, session):
        if st.button("Cancel this stage", key="cancel_stage", icon=":material/cancel:"):
            _tell(cancel_stage(snapshot.workspace.base, session.name))
        return
    is_busy = is_going(snapshot.workspace.base, snapshot.memo)
    with st.container(horizontal=True):
        _draw_next(snapshot, session, is_busy=is_busy)
        if not is_busy and "eda" in checks and "eda" in _done(session):
            _draw_probe_form(snapshot, session)


def next_stage(session: Session) -> str:
    """The first stage that is not done; empty where all are."""
    done = _done(session)
    return next((stage.value for stage in STAGES if stage.value not in done), "")


def _done(session: Session) -> set[str]:
    marks = session.walk.stages if session.walk else {}
    return {stage.value for stage, mark in marks.items() if mark.state is MarkState.DONE}


def _draw_next(snapshot: Snapshot, session: Session, *, is_busy: bool) -> None:
    stage = next_stage(session)
    if not stage:
        return
    has_run = session.walk is not None and any(stage == each for each in session.walk.stages)
    label = f"Run {NAMES[stage]} again" if has_run else f"Go on to {NAMES[stage]}"
    label = "Run exploration" if stage == "eda" and not has_run else label
    if st.button(label, type="primary", key="next_stage", disabled=is_busy):
        _run(snapshot, "next", session.name, stage)


def _draw_probe_form(snapshot: Snapshot, session: Session) -> None:
    schema = read_tables(snapshot).schema
    table = schema.tables.get(session.walk.table if session.walk else "")
    asked = ask_for_probe(table.column_names if table else ())
    if asked is not None:
        probe, columns = asked
        _run(snapshot, "probe", session.name, probe, *(f"--column={each}" for each in columns))


def _run(snapshot: Snapshot, *words: str) -> None:
    command, *others = words
    with st.spinner("Writing the check …"):
        answer = ask_agent(snapshot.workspace.base, command, *others)
    _tell(answer.trouble or start(snapshot, answer.told["checks"]))


def _tell(sentence: str) -> None:
    """Say it on the page as it is then."""
    st.session_state[_TOLD] = sentence
    st.rerun()
