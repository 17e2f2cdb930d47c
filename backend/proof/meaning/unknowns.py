"""What a reading may run into: an empty cell, one that cannot be read, a term it does not know."""

from __future__ import annotations

from backend.contracts.errors import PlanError


class Empty(Exception):
    """A cell that is compared is empty: nothing follows."""


class Unreadable(Exception):
    """A cell should be a number or a date and is none: the rule that judges it is broken."""


class NoPlainReading(PlanError):
    """The plain reading does not know a kind or a term: what it is asked to prove stays open."""

    code = "no-plain-reading"


def unknown(what: str, found: object) -> NoPlainReading:
    """The error for a kind or term that this room has no words for."""
    return NoPlainReading(
        f"The plain reading knows no {what} {found!r}. Its trial is skipped and proves nothing."
    )
