"""A CSV or Excel file becomes a table, and its exploration begins.

The file is read by a process of the agent, shown, and kept only when the visitor says so.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from backend.contracts.errors import WorkspaceError
from backend.dashboard.pages import go_to
from backend.dashboard.plain import facts, heading, notice, paragraph, reveal, table
from backend.dashboard.snapshot import Snapshot
from backend.dashboard.uploading import Answer, Dropped, ask_agent, options, read_limits
from backend.dashboard.views.stage_actions import read_access, start

_MOST_COLUMNS = 40
_KEPT = "upload"
_LONGEST_NAME = 80


def render(snapshot: Snapshot) -> None:
    """Draw the place to drop a file; then what is in it, and the form that begins with it."""
    st.title("Upload")
    access = read_access(snapshot)
    if not access.may_run:
        notice(f"{access.why} So no file can be uploaded either.", "quiet")
        return
    try:
        most = read_limits(snapshot.workspace).upload_mb
    except WorkspaceError as error:
        notice(str(error), "error")
        return
    dropped = st.file_uploader(
        f"A CSV or Excel file of at most {most:,} MiB",
        type=["csv", "xlsx"],
        max_upload_size=most,
        key="upload_file",
    )
    if dropped is None:
        st.session_state.pop(_KEPT, None)
        _draw_what_happens()
        return
    kept = _look(snapshot, dropped.file_id, dropped.name, dropped.getvalue)
    if kept is not None:
        _draw_look(snapshot, *kept)


def _draw_what_happens() -> None:
    notice(
        "The file is looked at first, and kept in data/ only when you begin. A check of stage eda "
        "is written into checks/checks.json and run; preparation and training follow on the page "
        "of stages when you ask for them.",
        "quiet",
    )


def _look(snapshot: Snapshot, key: str, name: str, read: Any) -> tuple[Dropped, Answer] | None:
    """The file and what the agent says of it; asked once for each file."""
    known = st.session_state.get(_KEPT)
    if known is not None and known[0] == (key, snapshot.workspace.base):
        return known[1], known[2]
    try:
        dropped = Dropped(name, read())
    except OSError as error:
        notice(f"The file could not be kept aside ({error.strerror}).", "error")
        return None
    with st.spinner("Reading the file …"):
        answer = ask_agent(snapshot.workspace.base, "preview", *dropped.words)
    st.session_state[_KEPT] = ((key, snapshot.workspace.base), dropped, answer)
    return dropped, answer


def _draw_look(snapshot: Snapshot, dropped: Dropped, answer: Answer) -> None:
    if answer.trouble:
        notice(answer.trouble, "error")
        return
    for problem in answer.told["problems"]:
        notice(problem, "error")
    tables = answer.told["tables"]
    if not tables:
        return
    chosen = tables[0]
    if len(tables) > 1:
        sheets = {each["table"]: each for each in tables}
        name = st.selectbox("Sheet", list(sheets), format_func=reveal, key="upload_sheet")
        chosen = sheets[name]
    _draw_table(chosen)
    _draw_form(snapshot, dropped, answer.told, chosen)


def _draw_table(chosen: dict[str, Any]) -> None:
    columns = chosen["columns"]
    facts(
        [
            ("rows", f"{chosen['rows']:,}"),
            ("columns", f"{len(columns):,}"),
            ("sheet", chosen["sheet"] or ""),
            ("encoding", chosen["encoding"]),
            (
                "delimiter",
                {"\t": "tab", " ": "space"}.get(chosen["delimiter"], chosen["delimiter"]),
            ),
        ]
    )
    names = [f"{each['name']}\n{_say_column(each)}" for each in columns[:_MOST_COLUMNS]]
    rows = [[cell or None for cell in row[:_MOST_COLUMNS]] for row in chosen["first"]]
    with st.container(key="upload-preview"):
        st.html(table(names, rows))
    told = [f"The first {len(rows):,} rows"]
    if len(columns) > _MOST_COLUMNS:
        told.append(f"and the first {_MOST_COLUMNS} columns")
    paragraph(" ".join(told) + ".", kind="quiet")


def _say_column(column: dict[str, Any]) -> str:
    empty = f", {column['missing']:,} empty" if column["missing"] else ""
    return f"{column['type']}{empty}"


def _draw_form(
    snapshot: Snapshot, dropped: Dropped, told: dict[str, Any], chosen: dict[str, Any]
) -> None:
    heading("Explore it", level=3)
    with st.form("begin", border=True):
        left, right = st.columns(2)
        name = left.text_input("Table", told["table"], max_chars=_LONGEST_NAME, key="upload_table")
        session = right.text_input(
            "Session", told["session"], max_chars=_LONGEST_NAME, key="upload_session"
        )
        target = _ask_target(chosen)
        sample = _ask_sample(told, chosen)
        asked = st.form_submit_button("Begin exploration", type="primary")
    if asked:
        words = options(
            [
                ("table", name.strip()),
                ("session", session.strip()),
                ("sheet", chosen["sheet"]),
                ("target", target),
                ("sample", str(sample) if sample else None),
            ]
        )
        _begin(snapshot, dropped, words)


def _ask_target(chosen: dict[str, Any]) -> str | None:
    """The column to be foretold; None leaves it to the exploration."""
    likely = f", most likely {reveal(chosen['target'])}" if chosen["target"] else ""
    names = [None, *(each["name"] for each in chosen["columns"])]
    target: str | None = st.selectbox(
        "Target: the column to be foretold",
        names,
        format_func=lambda each: (
            f"Leave it to the exploration{likely}" if each is None else reveal(each)
        ),
        key="upload_target",
    )
    paragraph(chosen["why"], kind="quiet")
    return target


def _ask_sample(told: dict[str, Any], chosen: dict[str, Any]) -> int | None:
    """The number of rows to keep; None for all of them."""
    rows = told["sample_rows"]
    if not chosen["is_long"]:
        return None
    agreed = st.checkbox(
        f"Keep a random sample of {rows:,} of its {chosen['rows']:,} rows; the table's name and "
        "the check say so",
        key="upload_sample",
    )
    return rows if agreed else None


def _begin(snapshot: Snapshot, dropped: Dropped, words: list[str]) -> None:
    with st.spinner("Keeping the table …"):
        answer = ask_agent(snapshot.workspace.base, "begin", *dropped.words, *words)
    if answer.trouble:
        notice(answer.trouble, "error")
        return
    st.session_state.pop(_KEPT, None)
    trouble = start(snapshot, answer.told["checks"])
    if trouble:
        st.session_state["stage_told"] = trouble
    go_to("stages", {"session": answer.told["session"]})
