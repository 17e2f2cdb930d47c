"""Moments that show a layout: 2026-05-05T08:57:03Z, 05.05.2026 08:57, 2026/05/05."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Token
from backend.planner.offline.written_dates import date_leaves

_YEAR, _PART = r"(?:19|20)\d{2}", r"\d{2}"
_TIME = rf"(?P<gap>[T ])(?P<time>{_PART}:{_PART}(?::{_PART})?)(?P<zone>Z?)"
_MOMENT = re.compile(rf"{_YEAR}(?P<sep>[-/.]){_PART}(?P=sep){_PART}{_TIME}(?![\w:])")
_TURNED = re.compile(
    rf"(?P<first>{_PART})(?P<sep>[-/.])(?P<second>{_PART})(?P=sep){_YEAR}(?:{_TIME})?(?![\w:])"
)


def example_leaves(sentence: str, tokens: Sequence[Token], start: int) -> Iterator[Leaf]:
    """A day that is written out, and its layout; what a day or a month may be shows none."""
    yield from date_leaves(sentence, tokens, start)
    found = layout_shown(sentence[tokens[start].start :])
    if found is None:
        return
    layout, length = found
    until = tokens[start].start + length
    end = next((at for at in range(start, len(tokens)) if tokens[at].end >= until), start)
    if tokens[end].end == until:
        yield Leaf("layout", start, end + 1, layout, 0.0, "layout")


def layout_shown(text: str) -> tuple[str, int] | None:
    """The strptime layout that a text begins with an example of, and the example's length.

    >>> layout_shown("2026-05-05T08:57:03Z, always")
    ('%Y-%m-%dT%H:%M:%SZ', 20)
    >>> layout_shown("05.06.2026") is None  # of which both may be the month
    True
    """
    found = _MOMENT.match(text)
    if found is not None:
        sep = found["sep"]
        return f"%Y{sep}%m{sep}%d{_time(found)}", found.end()
    found = _TURNED.match(text)
    if found is None:
        return None
    order = _order(int(found["first"]), int(found["second"]))
    return (
        None if order is None else (found["sep"].join((*order, "%Y")) + _time(found), found.end())
    )


def _order(first: int, second: int) -> tuple[str, str] | None:
    if 12 < first <= 31 and 0 < second <= 12:
        return "%d", "%m"
    return ("%m", "%d") if 12 < second <= 31 and 0 < first <= 12 else None


def _time(found: re.Match[str]) -> str:
    if not found["time"]:
        return ""
    seconds = ":%S" if found["time"].count(":") == 2 else ""
    return f"{found['gap']}%H:%M{seconds}{found['zone']}"
