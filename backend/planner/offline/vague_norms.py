"""What is wished of all rows in words that no program can check: our file should be fresh.

Before a command that says in full which rows break it, such a norm limits nothing: its subject is
the whole of the data, and of what it demands there is no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.tokens import Token

_DETERMINERS = frozenset({"our", "the", "this", "these", "all", "every", "each", "my", "your"})
_WHOLE = frozenset({
    "file", "table", "list", "data", "dataset", "records", "rows", "register", "report", "entries",
    "export", "sheet", "numbers", "figures", "record", "row", "entry", "information",
})  # fmt: skip
_DUTIES = (
    ("should",), ("must",), ("has", "to"), ("have", "to"), ("ought", "to"), ("needs", "to"),
    ("need", "to"), ("shall",), ("is", "supposed", "to"), ("are", "supposed", "to"),
    ("is", "meant", "to"), ("are", "meant", "to"),
)  # fmt: skip
_STATES = frozenset({"be", "stay", "remain", "look", "seem", "make", "always", "kept"})
_VAGUE = frozenset({
    "fresh", "recent", "current", "clean", "plausible", "realistic", "reasonable", "sensible",
    "correct", "right", "tidy", "reliable", "trustworthy", "credible", "accurate", "sane", "sound",
    "proper", "sense", "up-to-date", "believable", "logical", "trusted", "in", "order", "up", "to",
    "date", "good", "fine", "healthy", "orderly", "coherent",
})  # fmt: skip
_IDLE = frozenset({"and", ",", "very", "quite", "reasonably", "as", "possible", "always", "fully"})


def is_vague_norm(tokens: Sequence[Token], names_rows: Callable[[int], bool]) -> bool:
    """Whether a clause is one; ``names_rows`` tells which of its words stand for the rows."""
    lows = [token.low for token in tokens]
    while lows and lows[-1] in (".", ":", ";", "!", ","):
        lows.pop()
    start = next((at for at, low in enumerate(lows) if _duty_at(lows, at)), 0)
    subject = range(start)
    if not start or not all(
        lows[at] in _DETERMINERS or lows[at] in _WHOLE or names_rows(at) for at in subject
    ):
        return False
    told = lows[start + _duty_at(lows, start) :]
    demand = [low for low in told[1:] if low not in _IDLE]
    return told[:1] != [] and told[0] in _STATES and bool(demand) and {*demand} <= _VAGUE | _STATES


def _duty_at(lows: Sequence[str], at: int) -> int:
    """How many words of a duty stand there."""
    return max((len(each) for each in _DUTIES if (*lows[at : at + len(each)],) == each), default=0)
