"""A report's Markdown as HTML in which nothing is live: headings, lists, tables, code, emphasis.

Rules of this file: every character of the report passes `escape`; links, images and tags stay the
text that they are, so that what a program wrote into its report can fetch and run nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from backend.dashboard.plain import escape

_SPAN = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|!\[[^\]\n]*\]\((?P<figure>figures/[\w.-]+)\)"
    r"|\*\*(?P<strong>[^*\n]+)\*\*"
    r"|\\(?P<plain>[\\`*_\[\]|~#])"
)
"""Code, the name of a figure of the stage's own, strong words, an escaped character."""
_RULE_ROW = re.compile(r"\|[\s:|]*-[\s:|-]*")
_CELL_END = re.compile(r"(?<!\\)\|")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")


def draw_report(text: str) -> str:
    """The report as HTML.

    >>> draw_report("# Now\\n[a](https://b) <b>")
    '<div class="pa-report"><h3>Now</h3><p>[a](https://b) &lt;b&gt;</p></div>'
    """
    blocks = (_block(kind, [*lines]) for kind, lines in _parts(text))
    return f'<div class="pa-report">{"".join(blocks)}</div>'


def _parts(text: str) -> Iterator[tuple[str, list[str]]]:
    kinds: list[tuple[str, str]] = []
    is_fenced = False
    for line in text.splitlines():
        if line.startswith("```"):
            is_fenced = not is_fenced
            kinds.append(("fence", ""))
        else:
            kinds.append(("pre" if is_fenced else _kind(line), line))
    for kind, group in groupby(kinds, key=lambda pair: pair[0]):
        yield kind, [line for _, line in group]


def _kind(line: str) -> str:
    if not line.strip():
        return "blank"
    if line.startswith("|"):
        return "table"
    if _HEADING.match(line):
        return "heading"
    return "list" if _ITEM.match(line) else "text"


def _block(kind: str, lines: list[str]) -> str:
    match kind:
        case "table":
            return _table(lines)
        case "heading":
            return "".join(map(_heading, lines))
        case "list":
            items = "".join(f"<li dir='auto'>{_inline(_ITEM.sub('', x, 1))}</li>" for x in lines)
            return f"<ul>{items}</ul>"
        case "pre":
            return f"<pre>{escape(chr(10).join(lines))}</pre>"
        case "text":
            return f"<p>{_inline(' '.join(lines))}</p>"
    return ""


def _heading(line: str) -> str:
    found = _HEADING.match(line)
    marks, words = found.groups() if found else ("#", line)
    level = min(6, len(marks) + 2)
    return f"<h{level}>{_inline(words)}</h{level}>"


def _table(lines: list[str]) -> str:
    rows = [_cells(line) for line in lines if not _RULE_ROW.fullmatch(line.strip())]
    has_head = len(lines) > 1 and bool(_RULE_ROW.fullmatch(lines[1].strip()))
    head = rows[0] if has_head and any(cell.strip() for cell in rows[0]) else []
    body = rows[1:] if has_head else rows
    told = "".join(f"<th>{_inline(cell)}</th>" for cell in head)
    drawn = "".join(
        f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in body
    )
    opened = f"<thead><tr>{told}</tr></thead>" if told else ""
    start = '<div class="pa-scroll"><table class="pa-table">'
    return f"{start}{opened}<tbody>{drawn}</tbody></table></div>"


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    return [cell.strip() for cell in _CELL_END.split(inner.removesuffix("|"))]


def _inline(text: str) -> str:
    """Code, strong words and escapes; everything else is as it stands there."""
    parts, at = [], 0
    for found in _SPAN.finditer(text):
        parts.append(_plain(text[at : found.start()]))
        parts.append(_span(found))
        at = found.end()
    return "".join([*parts, _plain(text[at:])])


def _span(found: re.Match[str]) -> str:
    if found["code"] or found["figure"]:
        return f"<code>{escape(found['code'] or found['figure'])}</code>"
    if found["strong"]:
        return f"<strong>{_inline(found['strong'])}</strong>"
    return escape(found["plain"])


def _plain(text: str) -> str:
    return escape(html.unescape(text))
