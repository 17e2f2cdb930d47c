"""A check's program, its second reading as SQL, and what it printed."""

from __future__ import annotations

from functools import partial

import streamlit as st

from backend.contracts.workflow import Workflow
from backend.dashboard.plain import facts, notice, paragraph
from backend.dashboard.snapshot import CheckLine, Snapshot
from backend.dashboard.snapshot_check import say_sql, why_no_script, write_standalone


def render(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the program with a copy button, and as a script to take along."""
    program = workflow.program
    if program is None:
        notice("There is no program; the reason stands above.", "quiet")
        return
    reason = why_no_script(snapshot, program)
    if reason:
        paragraph(f"Not to be had as a script of its own. {reason}", kind="quiet")
    else:
        st.download_button(
            "Stand-alone script",
            partial(write_standalone, snapshot, line.check, program),
            f"{line.check.check_id}.py",
            "text/x-python",
            icon=":material/download:",
            on_click="ignore",
        )
    st.code(program.source, language="python", line_numbers=True)
    facts(
        [
            ("program", program.sha256),
            ("compiled", workflow.compiled_at),
            ("compiler", workflow.against.compiler),
            ("gives", f"{program.grain.value} of {program.table}"),
            ("parameters", ", ".join(program.parameters)),
        ]
    )


def render_sql(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw the same rule in SQL, worked out without the program."""
    sql = say_sql(workflow.plan) if workflow.plan else ""
    if sql:
        paragraph(
            "The same rule, read a second time and not from the program. "
            "The proof compares both over the witnesses and over the data.",
            kind="quiet",
        )
        st.code(sql, language="sql")
    else:
        notice("This check has no reading in SQL.", "quiet")


def render_printed(snapshot: Snapshot, line: CheckLine, workflow: Workflow) -> None:
    """Draw what the last execution printed."""
    printed = workflow.execution.stdout if workflow.execution else ""
    if printed:
        st.code(printed, language=None, wrap_lines=True)
    else:
        notice("The program printed nothing.", "quiet")
