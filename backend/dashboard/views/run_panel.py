"""The part of the sidebar that starts the agent, and shows how far a run is.

A run is followed whoever started it. While one goes, the panel looks each second; when it ends,
the whole page is drawn anew. Nothing that a visitor does to the page touches the process.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from backend.contracts.workspace import Workspace
from backend.dashboard.access import Access
from backend.dashboard.file_memo import FileMemo
from backend.dashboard.live import Live, State, follow_newest
from backend.dashboard.plain import notice, paragraph, reveal
from backend.dashboard.trigger import Agents, Started, read_output, say_ending
from backend.dashboard.views.moments import duration

_BUSY_SECONDS, _IDLE_SECONDS = 1.0, 4.0
Mark = tuple[str, str, int, bool]


@st.cache_resource(show_spinner=False)  # type: ignore[untyped-decorator]
def agents() -> Agents:
    """The agents of this dashboard, for all visitors."""
    return Agents()


def render(base: Path, access: Access, memo: FileMemo, mark: Mark) -> None:
    """Draw the button, the run that is going, and how the last one ended that was started here.

    ``mark`` is what `read_mark` gave before the page was drawn beside which the panel stands.
    """
    seconds = _BUSY_SECONDS if mark[-1] else _IDLE_SECONDS
    st.fragment(_draw, run_every=seconds)(base, access, memo, mark)


def is_going(base: Path, memo: FileMemo) -> bool:
    """Whether a run is on its way over this workspace."""
    return read_mark(base, memo)[-1]


def read_mark(base: Path, memo: FileMemo) -> Mark:
    """What must change for the page to be drawn anew."""
    live, started = follow_newest(Workspace(base), memo), agents().look(base)
    going = bool(started and started.is_going) or bool(live and live.state is State.GOING)
    return (
        live.run_id if live else "",
        live.state.value if live else "",
        started.pid if started else 0,
        going,
    )


def _draw(base: Path, access: Access, memo: FileMemo, mark: Mark) -> None:
    if read_mark(base, memo) != mark:
        st.rerun()
    live, started = follow_newest(Workspace(base), memo), agents().look(base)
    if access.may_run:
        _draw_button(base, is_disabled=mark[-1])
    else:
        paragraph(access.why, kind="quiet")
    if live and live.state is State.GOING:
        draw_progress(live)
    elif started and started.is_going:
        paragraph("The agent is starting: it looks at checks and tables.", kind="quiet")
    elif started and started.exit_code is not None:
        _draw_ending(started, live)


def _draw_button(base: Path, *, is_disabled: bool) -> None:
    label = "A run is going" if is_disabled else "Run Agent Workflow"
    if not st.button(label, type="primary", key="run_agent", disabled=is_disabled, width="stretch"):
        return
    try:
        agents().start(base)
    except OSError as error:
        notice(f"The agent could not be started ({error.strerror}).", "error")
        return
    st.rerun()


def draw_progress(live: Live) -> None:
    """Draw how far a run is, and which check is at work."""
    st.progress(min(1.0, live.done / live.total) if live.total else 0.0)
    paragraph(f"{live.done:,} of {live.total:,} checks, {duration(live.seconds)}")
    if live.current:
        paragraph(live.current, kind="quiet")


def _draw_ending(started: Started, live: Live | None) -> None:
    code = started.exit_code or 0
    is_own = live is not None and live.pid == started.pid
    is_recorded = bool(is_own and live and live.state is State.ENDED)
    kind = "info" if is_recorded else "warning"
    notice(say_ending(code, is_recorded=is_recorded), kind)
    with st.expander("What the run printed", expanded=not is_recorded):
        st.code(
            reveal(read_output(started.output).replace("\r", "\n")), language=None, wrap_lines=True
        )
