"""The sessions of exploration, preparation and training: where each stands, and what it left."""

from __future__ import annotations

import json

import streamlit as st

from backend.contracts.check import Stage
from backend.contracts.stage_session import StageSession
from backend.dashboard.pages import go_to, open_check
from backend.dashboard.plain import facts, heading, notice, reveal
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_sessions import (
    Session,
    StageLeft,
    is_running,
    read_experiments,
    read_session,
    read_session_names,
)
from backend.dashboard.snapshot_stage import live_metrics
from backend.dashboard.views import listing, stage_marks, verdicts
from backend.dashboard.views.run_panel import is_going
from backend.dashboard.views.stage_actions import draw_actions, read_access
from backend.dashboard.views.stage_experiments import draw_experiments
from backend.dashboard.views.stage_metrics import draw_metrics
from backend.dashboard.views.stage_report import draw_parts

_EXPERIMENTS, _HISTORY = "Experiments", "History"
_LIVE_SECONDS = 1.5


def render(snapshot: Snapshot) -> None:
    """Draw the chosen session: its state, then each stage, then its history."""
    st.title("Stages")
    names = read_session_names(snapshot)
    if not names:
        _draw_empty(snapshot)
        return
    session = read_session(snapshot, _choose(names))
    for sentence in (*session.trouble, *(each for s in session.stages for each in s.trouble)):
        notice(sentence, "warning")
    stage_marks.draw_walk(session.walk, {stage.stage for stage in session.stages})
    draw_actions(snapshot, session)
    if is_running(snapshot, session) or is_going(snapshot.workspace.base, snapshot.memo):
        _follow(snapshot, session)
    if session.stages or session.walk:
        _draw_tabs(snapshot, session)
    else:
        notice("No session has left anything yet. The next run that reaches them does.", "quiet")
        _draw_checks(snapshot)


def _choose(names: tuple[str, ...]) -> str:
    """The session that the visitor, or the address, names."""
    linked = st.query_params.get("session", "")
    place = names.index(linked) if linked in names else 0
    name: str = st.selectbox("Session", names, index=place, format_func=reveal, key="session")
    if name != linked and linked:
        st.query_params["session"] = name
    return name


def _draw_empty(snapshot: Snapshot) -> None:
    notice(
        "No check of this workspace explores, prepares or trains: all are rules. A check whose "
        '"stage" is eda, prep or train in checks/checks.json belongs to a session, and what the '
        "session leaves (report, figures, metrics) is shown here.",
        "quiet",
    )
    if read_access(snapshot).may_run and st.button("Upload a table and explore it"):
        go_to("upload")


def _draw_tabs(snapshot: Snapshot, session: Session) -> None:
    """Draw the tabs; only the open one is worked out, at first the last stage that left something.

    What comes and goes stands behind what is always there: where a tab changes its place, the
    browser may open another one than the page is drawn for, and that one is empty.
    """
    stages = {label: stage for stage, label in stage_marks.NAMES.items()}
    left = _by_label(session.stages)
    foreign = [label for label in left if label not in stages]
    labels = [*stages, _EXPERIMENTS, _HISTORY, "Checks", *foreign]
    opened = next((each for each in [*reversed(stages), *foreign] if each in left), labels[0])
    tabs = st.tabs(labels, default=opened, key=f"parts of {session.name}", on_change="rerun")
    for label, tab in zip(labels, tabs, strict=True):
        if not tab.open:
            continue
        with tab:
            if label in left:
                _draw_stage(left[label], session.walk)
            elif label in stages:
                stage_marks.draw_mark(session.walk, stages[label])
                notice("This stage has left no file yet.", "quiet")
            elif label == _EXPERIMENTS:
                made, trouble = read_experiments(snapshot, session.name)
                draw_experiments(made) if not trouble else notice(trouble, "warning")
            elif label == _HISTORY:
                _draw_history(session.walk)
            else:
                _draw_checks(snapshot)


def _by_label(stages: tuple[StageLeft, ...]) -> dict[str, StageLeft]:
    """What was left, by the name of its tab; a foreign folder's own would be read as Markdown."""
    names = stage_marks.NAMES
    others = [stage for stage in stages if stage.stage not in names]
    known = {names[stage.stage]: stage for stage in stages if stage.stage in names}
    return known | {f"Folder {number}": stage for number, stage in enumerate(others, start=1)}


def _draw_stage(stage: StageLeft, walk: StageSession | None) -> None:
    if stage.stage not in stage_marks.NAMES:
        heading(stage.stage)
    stage_marks.draw_mark(walk, stage.stage)
    numbers = {name: value for name, value in stage.metrics.items() if not _is_deep(value)}
    if numbers:
        facts([(name, _spelled(value)) for name, value in numbers.items()])
    draw_metrics(stage.folder / "metrics.jsonl", key=stage.stage)
    marks = {each.value: mark for each, mark in walk.stages.items()} if walk else {}
    draw_parts(stage, marks[stage.stage].files if stage.stage in marks else {})


def _follow(snapshot: Snapshot, session: Session) -> None:
    """What the running stage logs, as it logs it; the page is drawn anew when its state changes."""
    folder = snapshot.workspace.sessions / session.name
    mark = _mark(snapshot, session)

    def draw() -> None:
        now = read_session(snapshot, session.name)
        if _mark(snapshot, now) != mark:
            st.rerun()
        if not is_running(snapshot, now):
            return
        with st.container(border=True):
            stage_marks.draw_going(now.walk)
            if not draw_metrics(live_metrics(folder), key="live"):
                notice("It has logged no numbers yet.", "quiet")

    st.fragment(draw, run_every=_LIVE_SECONDS)()


def _mark(snapshot: Snapshot, session: Session) -> tuple[bool, int, str]:
    """What must change for the page to be drawn anew."""
    changes = session.walk.changes if session.walk else ()
    at = changes[-1].at if changes else ""
    return is_running(snapshot, session), len(changes), at


def _draw_history(walk: StageSession | None) -> None:
    if walk is None or not walk.changes:
        notice("This session has no history yet.", "quiet")
        return
    rows = [(each.at[:19], each.state.value, each.run_id, each.why) for each in walk.changes[::-1]]
    listing.draw("history of a session", ("at", "state", "run", "why"), rows, wide=("why",))


def _draw_checks(snapshot: Snapshot) -> None:
    lines = [line for line in snapshot.lines if line.check.stage is not Stage.RULE]
    if not lines:
        notice("No check of checks.json has a stage.", "quiet")
        return
    rows = [
        (
            verdicts.label(line.verdict),
            line.check.stage.value,
            line.check.session or "",
            line.check.check_id,
            line.check.check_name,
            ", ".join(line.check.depends_on),
            line.reason,
        )
        for line in lines
    ]
    columns = ("verdict", "stage", "session", "check", "name", "waits for", "no verdict because")
    picked = listing.draw("stage_checks", columns, rows)
    if picked is not None:
        open_check(lines[picked].check.check_id)


def _is_deep(value: object) -> bool:
    return isinstance(value, dict | list)


def _spelled(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
