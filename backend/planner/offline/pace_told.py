"""How often rows come, told ahead of the rule that asks for it: pings come every 15 minutes.

It adds nothing where the rule wants each row to be as far behind the one before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backend.planner.offline.chart import Leaf
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Compare, Previous, Shifted
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ARTICLES = frozenset({"the", "our", "all", "these", "those"})
_COME = frozenset({
    "come", "comes", "arrive", "arrives", "run", "runs", "follow", "appear", "happen", "is", "are",
})  # fmt: skip
_ARE = frozenset({"is", "are"})
_DONE = frozenset({
    "taken", "sent", "read", "made", "logged", "recorded", "written", "collected", "measured",
    "due", "expected", "noted", "stored", "delivered",
})  # fmt: skip
_PACES = {
    "hourly": (1, "hours"), "daily": (1, "days"), "weekly": (1, "weeks"), "monthly": (1, "months"),
    "yearly": (1, "years"), "half-hourly": (30, "minutes"), "annual": (1, "years"),
}  # fmt: skip
_UNITS = ("seconds", "minutes", "hours", "days", "weeks", "months", "years")
_SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400, "weeks": 604_800}
_MONTHS = {"months": 1, "years": 12}
_ENDS = frozenset({".", ":", ";", "!"})
_LONGEST = 12


def pace_told(
    tokens: Sequence[Token], at: int, found: Sequence[Leaf]
) -> tuple[int, Callable[[Rule], bool]] | None:
    """Where such a beginning of a sentence ends, with its sign."""
    if at > 0 and tokens[at - 1].text not in _ENDS:
        return None
    lows = [token.low for token in tokens[at : at + _LONGEST]]
    start = 1 if lows[0] in _ARTICLES else 0
    verb = _behind_subject(tokens, at + start, found) - at
    if verb >= len(lows) or lows[verb] not in _COME:
        return None
    is_done = lows[verb] in _ARE and verb + 1 < len(lows) and lows[verb + 1] in _DONE
    pace, end = _pace(lows, verb + 1 + is_done)
    if pace is None or end >= len(lows) or lows[end] not in _ENDS:
        return None
    return at + end + 1, lambda rule: _keeps(rule, pace)


def _behind_subject(tokens: Sequence[Token], at: int, found: Sequence[Leaf]) -> int:
    """Where a subject of one word ends, or one that names a table or column: no part of them."""
    named = ("table", "column", "keynoun")
    ends = [leaf.end for leaf in found if leaf.start == at and leaf.symbol in named]
    is_word = at < len(tokens) and tokens[at].shape == Shape.WORD
    return max(ends, default=at + 1) if is_word else len(tokens)


def _pace(lows: Sequence[str], at: int) -> tuple[tuple[int, str] | None, int]:
    """Hourly, every day, every 15 minutes: how much of which unit, and where that ends."""
    if at < len(lows) and lows[at] in _PACES:
        return _PACES[lows[at]], at + 1
    if at + 1 >= len(lows) or lows[at] not in ("every", "each"):
        return None, at
    amount = NUMBER_WORDS.get(lows[at + 1], 0)
    amount = int(lows[at + 1]) if lows[at + 1].isdecimal() and len(lows[at + 1]) < 5 else amount
    place = at + 2 if amount else at + 1
    unit = lows[place].rstrip("s") + "s" if place < len(lows) else ""
    return ((amount or 1, unit), place + 1) if unit in _UNITS else (None, at)


def _keeps(rule: Rule, pace: tuple[int, str]) -> bool:
    """Whether it wants each row to be just so much behind the one before, and nothing else."""
    compared = [part for part in walk(rule) if isinstance(part, Compare)]
    return len(compared) == 1 and _is_step(compared[0], pace)


def _is_step(part: Compare, pace: tuple[int, str]) -> bool:
    is_step = isinstance(part.right, Shifted) and isinstance(part.right.of, Previous)
    if part.sign != "==" or not is_step:
        return False
    assert isinstance(part.right, Shifted)
    return _size(part.right.amount, part.right.unit) == _size(*pace)


def _size(amount: int, unit: str) -> tuple[str, int]:
    """In seconds or in months, which are of no length."""
    if unit in _SECONDS:
        return "seconds", amount * _SECONDS[unit]
    return "months", amount * _MONTHS[unit]
