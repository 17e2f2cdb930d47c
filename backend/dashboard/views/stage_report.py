"""What a stage left, part by part: its report, its figures, its record as JSON, its files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import streamlit as st

from backend.dashboard.plain import notice, paragraph, reveal
from backend.dashboard.report_text import draw_report
from backend.dashboard.snapshot_sessions import LONGEST_REPORT, StageLeft, read_figure
from backend.dashboard.snapshot_stage import LONGEST_RECORD, read_file, read_probes, read_record
from backend.dashboard.views import listing
from backend.dashboard.views.stage_probes import draw_probes

_MOST_FIGURES, _ACROSS = 24, 3
_SMALL = 1 << 20
"""Bytes of a file that is read before anyone asks for it."""


def draw_parts(stage: StageLeft, hashes: Mapping[str, str]) -> None:
    """Draw everything that a stage left as files; ``hashes`` are those on record, by name."""
    _draw_report(stage)
    draw_probes(read_probes(stage.folder))
    _draw_figures(stage)
    _draw_record(stage)
    _draw_files(stage, hashes)


def _draw_report(stage: StageLeft) -> None:
    if not stage.report:
        return
    with st.expander("Report", expanded=True):
        st.html(draw_report(stage.report))
        if len(stage.report) >= LONGEST_REPORT:
            notice("The report goes on in its file.", "quiet")


def _draw_figures(stage: StageLeft) -> None:
    if not stage.figures:
        return
    with st.expander(f"Figures ({len(stage.figures):,})", expanded=True):
        shown = stage.figures[:_MOST_FIGURES]
        for start in range(0, len(shown), _ACROSS):
            with st.container(key=f"pair-figures-{stage.stage}-{start}"):
                row = shown[start : start + _ACROSS]
                for place, path in zip(st.columns(_ACROSS), row, strict=False):
                    with place:
                        _draw_figure(path.name, read_figure(path))
        if len(stage.figures) > len(shown):
            more = len(stage.figures) - len(shown)
            paragraph(f"{more:,} more figures are among the files.", kind="quiet")


def _draw_figure(name: str, data: bytes | None) -> None:
    if data is None:
        notice("This is no PNG or JPEG of at most 8 MiB, so it is not drawn.", "quiet")
    else:
        try:
            st.image(data)
        except (OSError, ValueError, SyntaxError):  # as the imaging library tells of damage
            notice("The picture is damaged, or still being written.", "warning")
    paragraph(name, kind="quiet")


def _draw_record(stage: StageLeft) -> None:
    name, text = read_record(stage.folder)
    if not text:
        return
    with st.expander(f"The same as JSON ({name})"):
        st.code(reveal(text), language="json", height=420)
        if len(text) >= LONGEST_RECORD:
            notice("The record goes on in its file.", "quiet")


def _draw_files(stage: StageLeft, hashes: Mapping[str, str]) -> None:
    if not stage.files:
        notice("This stage has left no file yet.", "quiet")
        return
    with st.expander(f"Files ({len(stage.files):,})"):
        rows = [(each.path, each.size, _time(each.changed)) for each in stage.files]
        listing.draw(f"files {stage.stage}", ("file", "bytes", "written"), rows)
        paths = [each.path for each in stage.files]
        key = f"file of {stage.stage}"
        path = st.selectbox("Take a file with you", paths, format_func=reveal, key=key)
        size = stage.files[paths.index(path)].size
        _offer(stage, path, hashes.get(path, ""), is_small=size <= _SMALL)


def _offer(stage: StageLeft, path: str, recorded: str, *, is_small: bool) -> None:
    """A button that reads a large file when it is clicked, and not before.

    A small one is read at once: what a click would still have to read is lost if the page is drawn
    anew at that very moment.
    """

    def read() -> bytes:
        return read_file(stage.folder, path) or b""

    if path.endswith(".pkl"):
        notice("A pickle runs what it holds: open it only where its hash is this one.", "warning")
    st.download_button(
        "Download",
        read() if is_small else read,
        file_name="".join(c if c.isprintable() else "_" for c in path.rpartition("/")[2]),
        mime="application/octet-stream",
        on_click="ignore",
        key=f"download {stage.stage}",
    )
    if recorded:
        paragraph(f"On record: {recorded}", kind="quiet")


def _time(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S}"
