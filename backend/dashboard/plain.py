"""Foreign text on the page: the only place where it becomes HTML.

Rules of this file: what comes from data, sentences, programs and models passes `escape` before it
stands in HTML, so that it can carry no tag, link, script or image; Markdown never sees it.
Characters that hide or reorder text are shown by their number.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import streamlit as st

from backend.contracts.check import Cell

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, marks of direction, zero-width characters, halves of characters."""
_OUTER_BLANKS = re.compile(r"^ +| +$")
_LONGEST_CELL = 300

STYLE = f"<style>{Path(__file__).with_name('style.css').read_text('utf-8')}</style>"


def escape(text: str) -> str:
    """This text as HTML that shows exactly its characters, the hidden ones as ``⟨U+202E⟩``."""
    return html.escape(reveal(text), quote=True)


def reveal(text: str) -> str:
    """This text with its hidden characters named: for places that show plain text anyway."""
    return _HIDDEN.sub(_name, text)


def say_error(text: str) -> None:
    """A box for what is wrong."""
    notice(text, "error")


def notice(text: str, kind: str = "info") -> None:
    """A box with plain text; ``kind`` is error, warning, info, good or quiet."""
    st.html(f'<div class="pa-notice pa-{kind}" dir="auto">{escape(text)}</div>')


def heading(text: str, *, level: int = 2) -> None:
    """A heading whose words are not ours; ``st.title`` and its kin read Markdown."""
    st.html(f'<h{level} class="pa-heading" dir="auto">{escape(text)}</h{level}>')


def paragraph(text: str, *, kind: str = "text") -> None:
    """Plain text that wraps; ``kind`` is text or quiet."""
    st.html(f'<p class="pa-{kind}" dir="auto">{escape(text)}</p>')


def facts(pairs: Iterable[tuple[str, str]]) -> None:
    """Short facts in one line: a name and a value each; those without a value are left out."""
    cells = "".join(
        f"<div><dt>{escape(name)}</dt><dd dir='auto'>{escape(value)}</dd></div>"
        for name, value in pairs
        if value
    )
    st.html(f'<dl class="pa-facts">{cells}</dl>')


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, marked: Collection[int] = ()
) -> str:
    """A small table as HTML; the rows at the ``marked`` positions carry a sign and a colour."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    sign = "<th></th>" if marked else ""
    body = "".join(
        _row(row, is_marked=at in marked, has_signs=bool(marked)) for at, row in enumerate(rows)
    )
    opening = '<div class="pa-scroll"><table class="pa-table">'
    return f"{opening}<thead><tr>{sign}{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _row(row: Sequence[Cell], *, is_marked: bool, has_signs: bool) -> str:
    sign = f"<td class='pa-sign'>{'●' if is_marked else ''}</td>" if has_signs else ""
    kind = " class='pa-marked'" if is_marked else ""
    return f"<tr{kind}>{sign}{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    if cell is None:
        return "<td class='pa-empty'>empty</td>"
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"<td class='pa-number'>{escape(_number(cell))}</td>"
    text = str(cell)
    shown = text if len(text) <= _LONGEST_CELL else f"{text[:_LONGEST_CELL]}… ({len(text):,})"
    blanks = _OUTER_BLANKS.sub(lambda found: "␣" * len(found[0]), shown) or "''"
    return f"<td dir='auto'>{escape(blanks)}</td>"


def _number(value: int | float) -> str:
    return f"{value:,}" if isinstance(value, int) else repr(value)


def _name(found: re.Match[str]) -> str:
    return f"⟨U+{ord(found[0]):04X}⟩"
