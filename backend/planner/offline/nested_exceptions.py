"""An exception to an exception: unless it is gold, except when it is open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Unless
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_EXCEPTING = frozenset({"unless", "except", "excepting", "excluding"})
_JOINTS = frozenset({"and", "or", "nor", "also"})
_ENDS = frozenset({".", ";", "!", "?", ":"})


def refuse_nested_exceptions(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading with one exception, or with several that are joined.

    Raises:
        Misfit: "unless it is gold, except when it is open" was read as two exceptions.
    """
    if sum(isinstance(part, Unless) for part in walk(rule)) < 2:
        return
    used = {at for leaf in node.walk() if not leaf.children for at in range(leaf.start, leaf.end)}
    places = [at for at, token in enumerate(tokens) if token.low in _EXCEPTING and at in used]
    for first, second in pairwise(places):
        between = [token.low for token in tokens[first + 1 : second]]
        is_one = first == 0 or tokens[first - 1].text in _ENDS
        is_joined = bool(_JOINTS & {*between[-1:]}) or bool(_ENDS & {*between})
        if not is_one and not is_joined:
            raise Misfit(
                f"it is not clear whether '{tokens[second].low}' goes for the rule or for what "
                f"'{tokens[first].low}' leaves out: write both in one, joined by 'or' or by 'and'"
            )
