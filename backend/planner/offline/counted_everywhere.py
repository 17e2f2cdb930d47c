"""Not in all rows: in no row, or not in every one of them."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.rule import Rule

_PLACES = frozenset({"in", "across", "throughout", "over"})
_ALL = frozenset({"all", "every"})
_DENIED = frozenset(
    {"not", "never", "cannot", "n't", "don't", "doesn't", "isn't", "can't", "mustn't"}
)
_ENDS = frozenset({".", ";", ",", ":", "(", "but", "if", "when", "where", "unless", "and"})


def refuse_denied_everywhere(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass what is not denied of all rows together.

    Raises:
        Misfit: "x must not be 2 in all rows" may ask for one row in which it is not.
    """
    if not isinstance(rule, BrokenRows):
        return
    denied = False
    for at, token in enumerate(tokens):
        if token.text in _ENDS:
            denied = False
        denied = denied or token.low in _DENIED or token.low.endswith("n't")
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        is_all = token.low == "everywhere" or (token.low in _PLACES and behind in _ALL)
        if denied and is_all:
            raise Misfit(
                "'not … in all rows' may mean in no row, or not in every one; say 'in no row', or "
                "'in at least one row … not …'"
            )
