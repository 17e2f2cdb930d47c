"""Every compile of a check with its reason, and the difference between any two."""

from __future__ import annotations

import difflib

import streamlit as st

from backend.contracts.workflow import Workflow
from backend.dashboard.plain import notice, paragraph, table
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_check import read_versions
from backend.dashboard.version_rows import Difference, compare_rows
from backend.dashboard.views.moments import minute

_SHOWN = 500


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the list, and below it two of them side by side."""
    versions = read_versions(snapshot, line.check.check_id)
    if not versions:
        notice("No compile of this check is on record.", "quiet")
        return
    head = ("compiled", "why", "came to", "rows, beside the one before", "planned by")
    now = next((each for each in reversed(versions) if _hash(each) == _hash(workflow)), None)
    rows = [_cells(version, is_now=version is now) for version in reversed(versions)]
    st.html(f'<div class="pa-wide">{table(head, rows)}</div>')
    if len(versions) < 2:
        paragraph("There is one version so far, so there is nothing to compare.", kind="quiet")
        return
    older, newer = _ask_pair(versions, line.check.check_id)
    _draw_both("Sentence", older.sentence, newer.sentence)
    _draw_both("Understood as", _meaning(older), _meaning(newer))
    _draw_program(older, newer)
    _draw_rows(compare_rows(snapshot, older, newer))


def _hash(version: Workflow) -> str:
    return version.program.sha256 if version.program else ""


def _cells(version: Workflow, *, is_now: bool) -> tuple[str, ...]:
    came = _hash(version)[7:19] or _declined(version)
    diff = version.diff
    return (
        minute(version.compiled_at) + (" · in force" if is_now else ""),
        ", ".join(version.reasons) or "—",
        came,
        f"{diff.added:,} more, {diff.removed:,} fewer" if diff else "—",
        version.plan.planner if version.plan else "—",
    )


def _declined(version: Workflow) -> str:
    return f"declined: {version.declined.code}" if version.declined else "no program"


def _ask_pair(versions: tuple[Workflow, ...], check_id: str) -> tuple[Workflow, Workflow]:
    st.subheader("Two of them side by side")
    names = {at: _name(at, version) for at, version in enumerate(versions)}
    with st.container(horizontal=True):
        older = st.selectbox(
            "Older",
            list(names),
            index=len(names) - 2,
            format_func=names.__getitem__,
            key=f"older of {check_id}",
            width=420,
        )
        newer = st.selectbox(
            "Newer",
            list(names),
            index=len(names) - 1,
            format_func=names.__getitem__,
            key=f"newer of {check_id}",
            width=420,
        )
    return versions[older], versions[newer]


def _name(at: int, version: Workflow) -> str:
    return f"{at + 1}: {minute(version.compiled_at)} ({', '.join(version.reasons) or 'no reason'})"


def _draw_both(title: str, older: str, newer: str) -> None:
    if older == newer:
        paragraph(f"{title}: the same.", kind="quiet")
        return
    rows = [("before", older or "not on record"), ("now", newer or "not on record")]
    st.html(f'<div class="pa-wide">{table((title, ""), rows)}</div>')


def _meaning(version: Workflow) -> str:
    plan = version.plan
    return " ".join([plan.restatement, *plan.assumptions]) if plan else ""


def _draw_program(older: Workflow, newer: Workflow) -> None:
    before, after = (each.program.source if each.program else "" for each in (older, newer))
    lines = list(
        difflib.unified_diff(before.splitlines(), after.splitlines(), "before", "now", lineterm="")
    )
    if lines:
        st.code("\n".join(lines), language="diff")
    else:
        paragraph("Program: the same.", kind="quiet")


def _draw_rows(found: Difference) -> None:
    st.subheader("Flagged rows")
    paragraph(found.says)
    for sign, rows in (("flagged only now", found.added), ("flagged only before", found.removed)):
        if rows:
            more = f", the first {_SHOWN:,} shown" if len(rows) > _SHOWN else ""
            paragraph(f"{len(rows):,} {sign}{more}", kind="quiet")
            st.html(table(found.columns, rows[:_SHOWN]))
