"""The runs: one that is going as it goes, and each that was with its checks and receipts."""

from __future__ import annotations

import streamlit as st

from backend.contracts.verdict import RunRecord
from backend.dashboard.live import Live, State, follow_newest, follow_run
from backend.dashboard.pages import open_check
from backend.dashboard.plain import facts, notice, paragraph, reveal
from backend.dashboard.runs_lines import RunPart
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_run import read_run
from backend.dashboard.snapshot_runs import read_runs
from backend.dashboard.views import listing, run_parts, verdicts
from backend.dashboard.views.moments import duration, minute

_PAGE = 50
_COUNTED = ("ERROR", "FAIL", "WARN", "SKIPPED", "PASS")


def render(snapshot: Snapshot) -> None:
    """Draw the run that is going, all runs, and the one that was chosen."""
    st.title("Runs")
    newest = follow_newest(snapshot.workspace, snapshot.memo)
    if newest and newest.state is State.GOING:
        st.fragment(run_parts.draw_going, run_every=1.0)(snapshot, newest.run_id)
    elif newest and newest.state is State.INTERRUPTED:
        notice(run_parts.say_interrupted(newest), "warning")
    runs = read_runs(snapshot)
    for sentence in runs.trouble:
        notice(sentence, "warning")
    if not runs.newest_first:
        notice("Nothing has run yet. Start a run from the sidebar, or with agent run.", "quiet")
        return
    _choose(runs.newest_first)
    if not runs.is_complete:
        st.caption("Older runs are still being read.")
    run_id = st.query_params.get("run") or runs.newest_first[0].run_id
    chosen = next((run for run in runs.newest_first if run.run_id == run_id), None)
    if chosen is None:
        notice(f"The log has no run {run_id}.", "warning")
        return
    _draw_run(snapshot, chosen)


def _choose(runs: tuple[RunPart, ...]) -> None:
    """Draw the runs, a page of them; a click on one opens it below."""
    pages = -(-len(runs) // _PAGE)
    page = 0
    if pages > 1:
        page = int(st.number_input(f"Page of {pages}", 1, pages, key="runs_page", width=140)) - 1
    shown = runs[page * _PAGE : (page + 1) * _PAGE]
    columns = ("began", "run", "checks", *_COUNTED, "flagged", "compiled", "calls", "USD", "took")
    picked = listing.draw(f"runs_{page}", columns, [_cells(run) for run in shown])
    if picked is not None and shown[picked].run_id != st.query_params.get("run"):
        st.query_params["run"] = shown[picked].run_id


def _cells(run: RunPart) -> tuple[object, ...]:
    counts = tuple(run.verdicts.get(verdict, 0) for verdict in _COUNTED)
    told = (run.flagged, run.compiled, run.model_calls, round(run.usd, 4), duration(run.seconds))
    return (minute(run.started_at), run.run_id, run.checks, *counts, *told)


def _draw_run(snapshot: Snapshot, run: RunPart) -> None:
    live = follow_run(snapshot.workspace, snapshot.memo, run.run_id)
    st.subheader("One run")
    facts(_facts(run, live))
    if live and live.state is State.INTERRUPTED:
        notice(run_parts.say_interrupted(live), "warning")
    run_parts.draw_unchanged(snapshot, run.run_id)
    full = read_run(snapshot, run.run_id)
    if full.damaged:
        notice(f"{full.damaged:,} lines among these are no records; they are left out.", "warning")
    for sentence in full.trouble:
        notice(sentence, "warning")
    _draw_slowest(full.records)
    record = _choose_record(run.run_id, full.records)
    if record:
        _draw_record(record)
    paragraph("To repeat the run and compare the rows:", kind="quiet")
    st.code(f"python -m backend.agent verify {reveal(run.run_id)}", language=None)


def _facts(run: RunPart, live: Live | None) -> list[tuple[str, str]]:
    took = duration(live.seconds) if live and live.state is State.ENDED else ""
    code = "" if live is None or live.exit_code is None else str(live.exit_code)
    return [
        ("run", run.run_id),
        ("began", minute(run.started_at)),
        ("took, start to end", took),
        ("its checks together", duration(run.seconds)),
        ("exit code", code),
        ("as of", run.as_of),
        ("checks", f"{run.checks:,}"),
        *((("kept their verdicts", f"{run.kept:,}"),) if run.kept else ()),
        ("compiled", f"{run.compiled:,}"),
        ("model calls", f"{run.model_calls:,}"),
        ("cost", run_parts.usd(run.usd)),
        ("sandbox", run.sandbox or "no program ran"),
    ]


def _draw_slowest(records: tuple[RunRecord, ...]) -> None:
    slow = sorted(records, key=lambda record: -record.seconds)[:5]
    if len(records) > 5 and slow[0].seconds > 0:
        told = ", ".join(f"{each.check_id} {duration(each.seconds)}" for each in slow)
        paragraph(f"Slowest: {told}", kind="quiet")


def _choose_record(run_id: str, records: tuple[RunRecord, ...]) -> RunRecord | None:
    """Draw the checks of a run; gives the one that was clicked."""
    wanted = st.multiselect(
        "Verdicts", _COUNTED, key="run_verdicts", placeholder="All verdicts", width=420
    )
    shown = [record for record in records if not wanted or record.verdict.value in wanted]
    if not shown:
        notice("No check of this run came out like that.", "quiet")
        return None
    st.caption("A click on a check shows its receipt.")
    picked = run_parts.draw_records(shown, key=f"run {run_id} {wanted}")
    return shown[picked] if picked is not None and picked < len(shown) else None


def _draw_record(record: RunRecord) -> None:
    with st.container(border=True):
        st.html(verdicts.badge(record.verdict.value))
        paragraph(f"{record.check_id} · {record.check_name}")
        paragraph(record.summary, kind="quiet")
        if record.reason:
            notice(record.reason, "quiet")
        if st.button("Open the check", key="open_check"):
            open_check(record.check_id)
        run_parts.draw_receipt(record)
        for sentence in record.warnings:
            notice(sentence, "warning")
        if record.trace:
            st.code(reveal(record.trace), language=None, wrap_lines=True)
