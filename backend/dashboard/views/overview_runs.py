"""Below the verdicts: the last run, the trend, what changed, and what needs someone."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import streamlit as st

from backend.contracts.check import Cell, Severity
from backend.dashboard.pages import open_check
from backend.dashboard.plain import facts, notice, table
from backend.dashboard.runs_lines import RunPart
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_runs import Change, Runs, read_changes, read_ending, read_runs
from backend.dashboard.views import charts, check_table, verdicts
from backend.dashboard.views.moments import duration, minute, short
from backend.dashboard.views.run_parts import draw_unchanged

_FAILING = ("ERROR", "FAIL", "WARN")
_SHOWN_RUNS = 60
_SEVERITIES = tuple(reversed(Severity))


class Found(NamedTuple):
    """What the log of runs tells."""

    runs: Runs
    changes: list[Change]


def read(snapshot: Snapshot) -> Found:
    """Read all that is drawn here."""
    runs = read_runs(snapshot)
    return Found(runs, read_changes(snapshot, runs))


def render(snapshot: Snapshot, found: Found) -> None:
    """Draw what the log of runs tells, then the checks that fail."""
    runs = found.runs
    for sentence in runs.trouble:
        notice(sentence, "warning")
    if runs.newest_first:
        _draw_last_run(snapshot, runs)
        _draw_trend(runs)
        _draw_changes(snapshot, found)
    else:
        notice("Nothing has run yet. The first run compiles every check.", "quiet")
    _draw_failing(snapshot)


def _draw_last_run(snapshot: Snapshot, runs: Runs) -> None:
    last = runs.newest_first[0]
    ending = read_ending(snapshot.workspace)
    is_going = ending is not None and ending.run_id == last.run_id and not ending.is_over
    whole = ending.seconds if ending and ending.run_id == last.run_id and ending.is_over else 0.0
    st.subheader("Last run")
    facts(
        [
            ("began", minute(last.started_at) + (" · still going" if is_going else "")),
            ("took", duration(whole or last.seconds)),
            ("checks", f"{last.checks:,}"),
            ("compiled", f"{last.compiled:,}"),
            ("rows tested", f"{last.tested:,}"),
            ("rows flagged", f"{last.flagged:,}"),
            ("model calls", f"{last.model_calls:,}"),
            ("cost", f"${last.usd:,.2f}"),
            ("sandbox", last.sandbox or "no program ran"),
        ]
    )
    if not last.model_calls and not last.compiled:
        notice(_say_quiet(last), "good")
    draw_unchanged(snapshot, last.run_id)


def _say_quiet(run: RunPart) -> str:
    ran = f"all {run.checks:,} checks ran from memory"
    if run.kept:
        were = f"{run.kept:,} unchanged ones kept their verdicts"
        ran = f"{run.checks - run.kept:,} of {run.checks:,} checks ran from memory, {were}"
    return f"0 model calls: {ran}, and nothing left this machine for them."


def _draw_trend(runs: Runs) -> None:
    newest = runs.newest_first[:_SHOWN_RUNS]
    if len(newest) < 2:
        return
    oldest_first = list(reversed(newest))
    ends = (short(oldest_first[0].started_at), short(oldest_first[-1].started_at))
    flagged = [
        charts.Bar(_say(run, f"{run.flagged:,} flagged"), run.flagged) for run in oldest_first
    ]
    passes = [charts.Bar(_say(run, f"{_rate(run):.2%} pass"), _rate(run)) for run in oldest_first]
    left, right = st.container(key="pair-trend").columns(2)
    with left:
        st.subheader("Flagged rows")
        about = f"Flagged rows in {len(newest)} runs, {newest[0].flagged:,} in the last"
        st.html(charts.counts(flagged, about=about, ends=ends))
    with right:
        st.subheader("Checks that pass, of those judged")
        about = f"Checks that pass in {len(newest)} runs, {_rate(newest[0]):.1%} in the last"
        st.html(charts.shares(passes, about=about, ends=ends))
    more = "" if runs.is_complete else " Older runs are still being read."
    total = f"{len(runs.newest_first):,}"
    st.caption(f"The last {len(newest)} of {total} runs that are read.{more}")


def _say(run: RunPart, found: str) -> str:
    return f"{minute(run.started_at)} · {found} · {run.checks:,} checks"


def _rate(run: RunPart) -> float:
    judged = sum(run.verdicts.get(verdict, 0) for verdict in ("PASS", "WARN", "FAIL"))
    return run.verdicts.get("PASS", 0) / judged if judged else 0.0


def _draw_changes(snapshot: Snapshot, found: Found) -> None:
    st.subheader("Changed since the run before")
    if len(found.runs.newest_first) < 2:
        notice(
            "This was the first run that is on record; the next one shows what changes.", "quiet"
        )
        return
    if not found.changes:
        notice("Every check came out as it did in the run before.", "quiet")
        return
    lines = {line.check.check_id: line for line in snapshot.lines}
    rows = [
        (
            change.check_id,
            lines[change.check_id].check.check_name if change.check_id in lines else "",
            [verdicts.label(change.before)],
            [verdicts.label(change.after)],
            change.flagged_before,
            change.flagged_after,
        )
        for change in sorted(found.changes, key=_by_weight)
    ]
    picked = check_table.plain(
        "changes", ("check", "name", "before", "now", "rows before", "rows now"), rows
    )
    if picked is not None:
        open_check(rows[picked][0])


def _by_weight(change: Change) -> tuple[bool, int]:
    more = abs(change.flagged_after - change.flagged_before)
    return (change.before == change.after, -more)


def _draw_failing(snapshot: Snapshot) -> None:
    failing = [line for line in snapshot.lines if line.verdict in _FAILING]
    st.subheader("Checks that need someone")
    if not failing:
        notice("No check fails, warns or is without a verdict.", "good")
        return
    left, right = st.container(key="pair-failing").columns([2, 3])
    with left:
        st.html(f'<div class="pa-wide">{_by_owner(failing)}</div>')
    with right:
        check_table.draw(
            check_table.worst_first(failing),
            key="failing",
            height=420,
            without=("owner", "last run"),
        )


def _by_owner(failing: list[CheckLine]) -> str:
    found = Counter((line.check.owner or "no owner", line.check.severity) for line in failing)
    totals = Counter(line.check.owner or "no owner" for line in failing)
    rows: list[tuple[Cell, ...]] = [
        (owner, *(found[owner, severity] for severity in _SEVERITIES), total)
        for owner, total in totals.most_common(40)
    ]
    return table(("owner", *(severity.value for severity in _SEVERITIES), "all"), rows)
