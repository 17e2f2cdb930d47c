"""Sentences of which not everything that they could mean was tried."""

from __future__ import annotations

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan
from backend.planner.offline.chart import Chart


def refuse_unfinished(chart: Chart, check: Check) -> None:
    """Another reading may be among those that were not looked at.

    Raises:
        CannotPlan: the chart gave up.
    """
    if chart.gave_up:
        raise CannotPlan(
            f"{check.check_id}: the sentence is too long to try everything it could mean. "
            "Make several checks of it, or put a long list of values into a table of its own.",
            code="too-long",
        )
