"""Parts of the page of runs: the course of a run, its checks as a table, a receipt."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa
import streamlit as st

from backend.contracts.event import RunEvent
from backend.contracts.verdict import RunRecord
from backend.dashboard.live import Live, State, follow_run
from backend.dashboard.plain import facts, notice, paragraph, reveal
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_runs import read_since
from backend.dashboard.views import verdicts
from backend.dashboard.views.moments import duration, minute

_LINES = 14


def usd(amount: float) -> str:
    """US dollars; a sum below a cent keeps its digits."""
    return f"${amount:,.2f}" if amount == 0 or amount >= 0.01 else f"${amount:.4f}"


def say_interrupted(live: Live) -> str:
    """What is known of a run that left no end."""
    at = f" during {live.current}" if live.current else ""
    return (
        f"Run {live.run_id} was interrupted{at}: it began {minute(live.began_at)}, ended "
        f"{live.done:,} of {live.total:,} checks, and its process {live.pid} is gone. What those "
        "checks found is on record; run again for the rest."
    )


def draw_unchanged(snapshot: Snapshot, run_id: str) -> None:
    """Tell of the runs that kept every verdict of this one."""
    found = read_since(snapshot, run_id)
    if not found:
        return
    runs = "A run" if len(found) == 1 else f"{len(found):,} runs"
    notice(
        f"{runs} since then found nothing changed and kept every verdict; the last, "
        f"{found[-1].run_id}, began {minute(found[-1].started_at)} and ended with exit code "
        f"{found[-1].exit_code}.",
        "quiet",
    )


def draw_going(snapshot: Snapshot, run_id: str) -> None:
    """Draw the run as it goes; drawn again each second until it is over."""
    live = follow_run(snapshot.workspace, snapshot.memo, run_id)
    if live is None or live.state is not State.GOING:
        st.rerun()
        return
    with st.container(border=True):
        paragraph(f"A run is going: {live.done:,} of {live.total:,} checks")
        st.progress(min(1.0, live.done / live.total) if live.total else 0.0)
        facts(
            [
                ("run", live.run_id),
                ("began", minute(live.began_at)),
                ("for", duration(live.seconds)),
                ("process", str(live.pid)),
                ("now", live.current or "between two checks"),
                *((verdict, f"{count:,}") for verdict, count in live.counts.items()),
            ]
        )
        if live.recent:
            lines = "\n".join(_line(event) for event in live.recent[:_LINES])
            st.code(lines, language=None)


def _line(event: RunEvent) -> str:
    verdict = event.verdict.value if event.verdict else ""
    name = reveal(event.check)[:44].replace("\n", " ")
    told = reveal(event.summary)[:90].replace("\n", " ")
    return f"{event.at[11:19]}  {verdict:<8}{duration(event.seconds):>10}  {name:<44}  {told}"


def draw_records(records: Sequence[RunRecord], *, key: str) -> int | None:
    """Draw the checks of a run; gives the row that was clicked."""
    picked = st.dataframe(
        _table(records),
        hide_index=True,
        key=key,
        height="content" if len(records) <= 12 else 420,
        on_select="rerun",
        selection_mode="single-cell",
        column_config={
            "verdict": verdicts.column(),
            "tested": st.column_config.NumberColumn(format="localized"),
            "flagged": st.column_config.NumberColumn(format="localized"),
            "seconds": st.column_config.NumberColumn(format="%.2f"),
            "USD": st.column_config.NumberColumn(format="%.4f"),
            "name": st.column_config.TextColumn(width="medium"),
            "compiled because": st.column_config.TextColumn(width="medium"),
        },
        placeholder="",
    )
    cells = picked.selection.cells
    return int(cells[0][0]) if cells else None


def _table(records: Sequence[RunRecord]) -> pa.Table:
    judged = [record.verdict.value in ("PASS", "WARN", "FAIL") for record in records]
    pairs = list(zip(records, judged, strict=True))
    return pa.table(
        {
            "verdict": pa.array(
                [[verdicts.label(record.verdict.value)] for record in records],
                pa.list_(pa.string()),
            ),
            "check": [_short(record.check_id) for record in records],
            "name": [_short(record.check_name) for record in records],
            "tested": pa.array([r.tested if told else None for r, told in pairs], pa.int64()),
            "flagged": pa.array([r.flagged if told else None for r, told in pairs], pa.int64()),
            "seconds": [record.seconds for record in records],
            "compiled because": [_short(", ".join(record.reasons)) for record in records],
            "calls": [record.model_calls for record in records],
            "USD": [record.usd for record in records],
            "waits": ["for approval" if record.pending else "" for record in records],
            "summary": [_short(record.summary) for record in records],
        }
    )


def draw_receipt(record: RunRecord) -> None:
    """Draw what an auditor needs to repeat this check of this run."""
    receipt = record.receipt
    if receipt is None:
        notice("There is no receipt: no program judged.", "quiet")
        return
    st.html("<h4 class='pa-heading'>Receipt</h4>")
    facts(
        [
            ("tested", f"{receipt.tested:,}"),
            ("flagged", f"{receipt.flagged:,}"),
            ("as of", receipt.as_of),
            ("sandbox", record.sandbox),
            ("engine", _say_engine(record)),
            *((f"limit, {name}", f"{value:g}") for name, value in receipt.limits.items()),
            *((name, value) for name, value in receipt.versions.items()),
            *((f"parameter {name}", str(value)) for name, value in receipt.params.items()),
        ]
    )
    hashes = [("program", receipt.program), ("result", receipt.result)]
    hashes += [(f"table {name}", digest) for name, digest in receipt.tables.items()]
    width = max(len(name) for name, _ in hashes)
    lines = [f"{reveal(name):<{width}}  {reveal(digest)}" for name, digest in hashes]
    st.code("\n".join(lines), language=None, wrap_lines=True)


def _say_engine(record: RunRecord) -> str:
    return f"{record.engine}: {record.engine_reason}" if record.engine_reason else record.engine


def _short(text: str) -> str:
    return reveal(text if len(text) <= 400 else text[:400] + "…")
