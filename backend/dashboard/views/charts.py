"""Bars over runs or over values, as plain HTML: no plotting library, here or in the browser.

A bar tells its words when it is pointed at; a reader of the screen hears what the whole chart says.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from backend.dashboard.plain import escape

_FINEST_PERCENT = 0.0001
_FEW, _MANY = 12, 90


class Bar(NamedTuple):
    """One value: what is told of it, and maybe the verdict whose colour it has."""

    says: str
    value: float
    verdict: str = ""


class Axis(NamedTuple):
    """Where the bars stand and how high the chart reaches."""

    bottom: float
    top: float
    labels: tuple[str, ...]
    """From the top down, evenly spread."""


def counts(
    bars: Sequence[Bar], *, about: str, ends: tuple[str, str] = ("", ""), height: int = 150
) -> str:
    """Bars of whole numbers from zero, as HTML; ``ends`` stand below the first and the last."""
    return _chart(bars, count_axis(max(bar.value for bar in bars)), "bars", about, ends, height)


def shares(
    bars: Sequence[Bar], *, about: str, ends: tuple[str, str] = ("", ""), height: int = 150
) -> str:
    """Steps of shares between 0 and 1, as HTML; the axis shows the part where they lie."""
    values = [bar.value for bar in bars]
    return _chart(bars, share_axis(min(values), max(values)), "steps", about, ends, height)


def count_axis(most: float) -> Axis:
    """From zero to a round number that nothing passes.

    >>> count_axis(437).labels
    ('600', '300', '0')
    """
    top = _round_up(max(most, 1.0), (1, 2, 4, 6, 8, 10))
    middle = top / 2
    return Axis(0.0, top, (f"{top:,.0f}", f"{middle:,.0f}" if middle == int(middle) else "", "0"))


def share_axis(low: float, high: float) -> Axis:
    """Round percents around all shares.

    >>> share_axis(0.912, 0.961).labels
    ('100%', '95%', '90%')
    """
    step = _round_up(max((high - low) / 2, 0.05 if low == high else _FINEST_PERCENT))
    bottom = max(0.0, math.floor(low / step + 1e-9) * step)
    while bottom + 2 * step < high - 1e-12:
        step = _round_up(step * 1.01)
        bottom = max(0.0, math.floor(low / step + 1e-9) * step)
    if bottom + 2 * step > 1.0:
        bottom = max(0.0, 1.0 - 2 * step)
    return Axis(bottom, bottom + 2 * step, tuple(_percent(bottom + at * step) for at in (2, 1, 0)))


def _round_up(value: float, digits: Sequence[int] = (1, 2, 5, 10)) -> float:
    """The next number of one of these digits and zeros."""
    power: float = 10.0 ** math.floor(math.log10(value))
    return next(each * power for each in digits if each * power >= value * (1 - 1e-9))


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"


def _chart(
    bars: Sequence[Bar], axis: Axis, look: str, about: str, ends: tuple[str, str], height: int
) -> str:
    drawn = "".join(_bar(bar, axis) for bar in bars)
    scale = "".join(f"<span>{label}</span>" for label in axis.labels)
    first, last = (f"<span>{escape(end)}</span>" for end in ends)
    below = [first, *["<span></span>" for _ in bars[2:] if len(bars) <= _FEW], last]
    few = " pa-few" if len(bars) <= _FEW else " pa-many" if len(bars) > _MANY else ""
    return (
        f'<div class="pa-chart" role="img" aria-label="{escape(about)}" style="--high:{height}px">'
        f'<div class="pa-scale">{scale}</div><div class="pa-plot pa-{look}{few}">{drawn}</div>'
        f'<div class="pa-ends{few}">{"".join(below[: len(bars)])}</div></div>'
    )


def _bar(bar: Bar, axis: Axis) -> str:
    share = (bar.value - axis.bottom) / (axis.top - axis.bottom)
    kind = f' class="pa-{bar.verdict}"' if bar.verdict else ""
    return f'<i{kind} style="--v:{100 * share:.2f}%" data-says="{escape(bar.says)}"></i>'
