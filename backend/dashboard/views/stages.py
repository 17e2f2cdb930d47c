"""The sessions of exploration, preparation and training, as far as their files tell."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import streamlit as st

from backend.contracts.check import Stage
from backend.dashboard.pages import open_check
from backend.dashboard.plain import facts, heading, notice, paragraph, reveal
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_sessions import (
    LONGEST_REPORT,
    STAGES,
    StageLeft,
    read_figure,
    read_session,
    read_session_names,
)
from backend.dashboard.views import listing, verdicts

_MOST_FIGURES = 24
_SAYS = {
    "eda": "Exploration: what the data looks like",
    "prep": "Preparation: data made ready",
    "train": "Training: a model of the data",
}


def render(snapshot: Snapshot) -> None:
    """Draw the checks of these stages, and what the chosen session left."""
    st.title("Stages")
    has_checks = _draw_checks(snapshot)
    names = read_session_names(snapshot)
    if not names:
        _draw_empty(has_checks=has_checks)
        return
    linked = st.query_params.get("session", "")
    place = names.index(linked) if linked in names else 0
    name = st.selectbox("Session", names, index=place, format_func=reveal, key="session")
    session = read_session(snapshot, name)
    left = {stage.stage for stage in session.stages}
    facts(
        [(stage.value, "left files" if stage.value in left else "nothing yet") for stage in STAGES]
    )
    for stage in session.stages:
        _draw_stage(stage)


def _draw_checks(snapshot: Snapshot) -> bool:
    """Draw the checks of stages; whether there are any."""
    lines = [line for line in snapshot.lines if line.check.stage is not Stage.RULE]
    if not lines:
        return False
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
    return True


def _draw_empty(*, has_checks: bool) -> None:
    if has_checks:
        notice("No session has left anything yet. The next run that reaches them does.", "quiet")
        return
    notice(
        "No check of this workspace explores, prepares or trains: all are rules. A check whose "
        '"stage" is eda, prep or train in checks/checks.json belongs to a session, and what the '
        "session leaves (report, figures, metrics) is shown here.",
        "quiet",
    )


def _draw_stage(stage: StageLeft) -> None:
    heading(_SAYS.get(stage.stage, stage.stage))
    for sentence in stage.trouble:
        notice(sentence, "warning")
    numbers = {name: value for name, value in stage.metrics.items() if not _is_deep(value)}
    if numbers:
        facts([(name, _spelled(value)) for name, value in numbers.items()])
    if stage.report:
        with st.expander("Report", expanded=True):
            st.code(reveal(stage.report), language=None, wrap_lines=True)
            if len(stage.report) >= LONGEST_REPORT:
                notice("The report goes on in its file.", "quiet")
    _draw_figures(stage)
    rows = [(each.path, each.size, _time(each.changed)) for each in stage.files]
    if rows:
        listing.draw(f"files {stage.stage}", ("file", "bytes", "written"), rows)
    else:
        notice("This stage has left no file yet.", "quiet")


def _draw_figures(stage: StageLeft) -> None:
    shown = stage.figures[:_MOST_FIGURES]
    for start in range(0, len(shown), 2):
        for place, path in zip(st.columns(2), shown[start : start + 2], strict=False):
            with place:
                _draw_figure(path.name, read_figure(path))
    if len(stage.figures) > len(shown):
        paragraph(
            f"{len(stage.figures) - len(shown):,} more figures are in the folder.", kind="quiet"
        )


def _draw_figure(name: str, data: bytes | None) -> None:
    paragraph(name, kind="quiet")
    if data is None:
        notice("This is no PNG or JPEG of at most 8 MiB, so it is not drawn.", "quiet")
        return
    try:
        st.image(data)
    except (OSError, ValueError, SyntaxError):  # as the imaging library tells of damage
        notice("The picture is damaged, or still being written.", "warning")


def _is_deep(value: object) -> bool:
    return isinstance(value, dict | list)


def _spelled(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def _time(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S}"
