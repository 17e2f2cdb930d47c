"""What can be asked: a place to try a sentence, and the kinds of rules with examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from backend.dashboard.access import may_run, read_visitor
from backend.dashboard.options import home_of, read_options
from backend.dashboard.plain import escape, notice, paragraph, reveal, table
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.snapshot_tables import read_tables
from backend.dashboard.views import listing
from backend.dashboard.views.check_reading import draw_reading
from backend.dashboard.views.verdicts import badge

if TYPE_CHECKING:
    from backend.dashboard.trying import Flags, Tried
    from backend.rules.rule import Example, Kind

_LONGEST = 2_000
_HINT = "For example: every order must have a customer."


def render(snapshot: Snapshot) -> None:
    """Draw the place to try a sentence, then the kinds."""
    st.title("Help")
    _draw_trial(snapshot)
    st.subheader("What can be asked")
    _draw_kinds()


def _draw_trial(snapshot: Snapshot) -> None:
    st.subheader("Try a sentence")
    names = list(read_tables(snapshot).schema.tables)
    if not names:
        notice(
            "There are tables to try it on once a run has read some: put CSV or Excel files into "
            "data/ and start one.",
            "quiet",
        )
        return
    may = _may_run(snapshot)
    with st.form("try"):
        sentence = st.text_area("Rule", key="try_sentence", placeholder=_HINT, max_chars=_LONGEST)
        tables = st.multiselect(
            "Tables, the judged one first", names, key="try_tables", placeholder="Choose tables"
        )
        runs = may and st.checkbox("Also show what it flags today", value=True, key="try_runs")
        asked = st.form_submit_button("Read it", type="primary")
    if asked:
        _try(snapshot, sentence, tables, runs=runs)
    tried: Tried | None = st.session_state.get("tried")
    if tried and tried.sentence == sentence.strip():
        _draw_tried(tried)


def _may_run(snapshot: Snapshot) -> bool:
    """Running a program counts as a run, though nothing is saved: who may not start one may not."""
    options = read_options()
    base = snapshot.workspace.base
    return may_run(read_visitor(), options, home=home_of(options), base=base).may_run


def _try(snapshot: Snapshot, sentence: str, tables: list[str], *, runs: bool) -> None:
    st.session_state.pop("tried", None)
    if not sentence.strip() or not tables:
        notice("Write a sentence and choose the tables that it is about.", "info")
        return
    from backend.dashboard.trying import try_sentence  # it brings the whole compiler

    with st.spinner("The sentence is being read."):
        workspace = snapshot.workspace
        st.session_state["tried"] = try_sentence(workspace, sentence.strip(), tables, runs=runs)


def _draw_tried(tried: Tried) -> None:
    with st.container(border=True):
        if tried.plan is None:
            notice(f"Not understood ({tried.code}). {tried.declined}", "warning")
            return
        draw_reading(tried.sentence, tried.plan)
        if tried.flags:
            _draw_flags(tried.flags)
        elif tried.not_run:
            notice(tried.not_run, "info")
        if tried.program:
            with st.expander("Program"):
                st.code(reveal(tried.program.source), language="python", line_numbers=True)
        paragraph("Nothing was saved. To keep it, write it into checks/checks.json.", kind="quiet")


def _draw_flags(flags: Flags) -> None:
    done = flags.execution
    st.html(f"{badge(done.verdict.value)} <span>{escape(done.reason or done.summary)}</span>")
    if not flags.first:
        return
    names = list(dict.fromkeys(name for row in flags.first for name in row))
    rows = [[row.get(name, "") for name in names] for row in flags.first]
    if len(rows) < done.flagged:
        paragraph(f"The first {len(rows):,} of {done.flagged:,}:", kind="quiet")
    listing.draw("try_rows", names, rows)


def _draw_kinds() -> None:
    from backend.rules.catalog import kinds  # with all rule kinds

    paragraph(
        "Each sentence below is an example: it stands for many ways to say the same. Rows with a "
        "mark are those that the rule flags.",
        kind="quiet",
    )
    wanted = st.text_input(
        "Search", key="help_search", placeholder="duplicate, date, percent …", width=420
    )
    found = {name: kind for name, kind in kinds().items() if _suits(kind, wanted)}
    if not found:
        notice("No kind of rule speaks of that.", "quiet")
    for name, kind in found.items():
        with st.expander(f"{name.replace('_', ' ').capitalize()}: {_plain(kind.summary)}"):
            for example in kind.examples:
                _draw_example(example)


def _suits(kind: Kind, wanted: str) -> bool:
    told = " ".join([kind.name, kind.summary, *(each.sentence for each in kind.examples)])
    return all(word in told.casefold() for word in wanted.casefold().split())


def _plain(summary: str) -> str:
    """Our own words, which an expander reads as Markdown: nothing in them may mark anything."""
    return "".join(sign for sign in summary if sign not in "*_`[]<>$#\\")


def _draw_example(example: Example) -> None:
    paragraph(example.sentence)
    flagged = example.flagged if isinstance(example.flagged, tuple) else ()
    drawn = []
    for place, (name, (header, *rows)) in enumerate(example.tables.items()):
        cells = [[cell if _is_cell(cell) else str(cell) for cell in row] for row in rows]
        marked = flagged if not place else ()
        head = [str(column) for column in header]
        drawn.append(f"<div><small>{name}</small>{table(head, cells, marked=marked)}</div>")  # type: ignore[arg-type]
    st.html(f"<div style='display:flex;flex-wrap:wrap;gap:1rem'>{''.join(drawn)}</div>")
    if isinstance(example.flagged, int):
        noun = "record" if example.flagged == 1 else "records"
        paragraph(f"{example.flagged or 'No'} failing {noun}.", kind="quiet")


def _is_cell(cell: object) -> bool:
    return cell is None or isinstance(cell, str | int | float | bool)
