"""One check: its sentence, how it was understood, its program and its last result."""

from __future__ import annotations

import streamlit as st

from backend.contracts.plan import Plan
from backend.contracts.workflow import Workflow
from backend.dashboard.snapshot import CheckLine, Snapshot


def render(snapshot: Snapshot) -> None:
    """Draw the check that the reader picks.

    What people wrote goes through ``st.text``: a ``*`` in a rule is a product, not emphasis.
    """
    lines = {f"{line.check.check_id} · {line.check.check_name}": line for line in snapshot.lines}
    line = lines[st.selectbox("Check", list(lines), key="check")]
    _part("Sentence", line.check.calculation_hint)
    if line.workflow and line.workflow.plan:
        _render_plan(line.workflow.plan)
    _render_result(line)
    if line.workflow:
        _render_program(line.workflow)


def _part(title: str, *texts: str) -> None:
    st.markdown(f"**{title}**")
    for text in texts:
        st.text(text)


def _render_plan(plan: Plan) -> None:
    _part("Understood as", plan.restatement)
    if plan.assumptions:
        _part("Assuming", *plan.assumptions)


def _render_result(line: CheckLine) -> None:
    if line.latest:
        counts = f"{line.latest.tested:,} tested, {line.latest.flagged:,} flagged"
        _part("Last result", line.latest.summary, counts)
    else:
        _part("Last result", "This check has not run yet.")
    if line.reason:
        _part("Reason", line.reason)


def _render_program(workflow: Workflow) -> None:
    if workflow.program:
        st.markdown("**Program**")
        st.code(workflow.program.source, language="python")
    execution = workflow.execution
    if execution and execution.flagged_path:
        _part("Flagged rows", execution.flagged_path)
    if execution and execution.stdout:
        st.markdown("**Printed**")
        st.code(execution.stdout, language=None)
    if workflow.reasons:
        _part("Compiled because", *workflow.reasons)
