"""How much a value rises or falls, which is no word for how high it is."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_RISING = frozenset({
    "rise", "rises", "rose", "climb", "climbs", "grow", "grows", "increase", "increases", "drop",
    "drops", "sink", "sinks", "shrink", "shrinks", "decrease", "decreases",
})  # fmt: skip
_FALLING = frozenset({"fall", "falls"})
"""What falls may as well lie somewhere: the due date must fall at least 3 days after the start."""

_GOING = frozenset({"go", "goes", "move", "moves"})
_UP = frozenset({"up", "down"})
_HOW_MUCH = frozenset({"more", "less", "at", "as", "no", "not", "exactly"})
_OF_TIME = frozenset({
    "after", "before", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour",
    "hours", "on", "in",
})  # fmt: skip


def refuse_changes_as_values(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no change of a value is taken for the value.

    Raises:
        Misfit: in "the phone must rise more than the desk" and "rises from 1 to 15", the words
            after the verb were told of the value itself.
    """
    for part in node.walk():
        if part.symbol != "verb":
            continue
        words = [token.low for token in tokens[part.start : part.end]]
        went = _of_change(words)
        if went and words[went : went + 1] == ["from"] and words[0] not in _FALLING:
            raise Misfit(
                f"'{' '.join(words)}' may tell where it begins and ends, or between which values "
                "it must stay; say 'from row to row', or 'between … and …'"
            )
        if went and words[went] in _HOW_MUCH and not _is_in_time(words):
            raise Misfit(
                f"'{' '.join(words[: went + 2])} …' may tell how much it changes, or how high it "
                "is; say 'by more than … from row to row', or 'be more than …'"
            )


def _of_change(words: Sequence[str]) -> int:
    """How many words tell that a value changes; more must follow them."""
    number = 1 if words[0] in _RISING | _FALLING else 0
    if words[0] in _RISING | _FALLING | _GOING and {*words[1:2]} & _UP:
        number = 2
    return number if number < len(words) else 0


def _is_in_time(words: Sequence[str]) -> bool:
    return words[0] in _FALLING and bool(_OF_TIME & {*words})
