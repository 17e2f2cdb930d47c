"""What is so only for some rows: it must be so for those, or for nobody else?

"The fee must be above 0 only for members" asks it of members. "The fee is empty only for members"
says that whoever has none is a member, and so does "should be empty only for members".
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Compare,
    Missing,
    Not,
    OneOf,
    Predicate,
    Unless,
)
from backend.rules.phrasing import all_of
from backend.rules.rule import Rule

_LEADS = frozenset({"=for", "=in", "=among", "=where", "=on", "=with"})
_DUTIES = frozenset({
    "must", "should", "shall", "has", "have", "needs", "need", "ought", "required",
})  # fmt: skip
_SET_OFF = frozenset({",", ".", ";", ":", "(", "but", "and", "\u2013", "-", "—", "!", "?"})


def refuse_turned_only(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which "only for such rows" does not turn the rule round.

    Raises:
        Misfit: what is a fact, or what is empty or a value, was asked of those rows alone.
    """
    if not isinstance(rule, BrokenRows):
        return
    is_state = isinstance(rule.must, Missing | OneOf) or _is_filled(rule.must)
    is_state = is_state or (isinstance(rule.must, Compare) and rule.must.sign == "==")
    for part in node.walk():
        at = _only(part)
        if not at or tokens[at - 1].low in _SET_OFF:
            continue
        before = {token.low for token in tokens[:at]}
        if is_state or not before & _DUTIES:
            raise Misfit(
                "it is not clear whether it must be so for those rows, or for no others: write "
                "'for …, it must be', or 'it may be … only for …'"
            )


def with_only_exceptions(rule: Rule, tokens: Sequence[Token]) -> Rule:
    """The boss must be filled; only the director has none: filled, or it is the director.

    What all must be would leave nothing for those to be who alone are otherwise.
    """
    lows = [token.low for token in tokens]
    is_set_off = any(
        low == "only" and lows[at - 1] in _SET_OFF for at, low in enumerate(lows) if at > 2
    )
    must = rule.must if isinstance(rule, BrokenRows) else None
    if not is_set_off or not isinstance(must, All):
        return rule
    sparing = [part for part in must.parts if isinstance(part, Any)]
    spared = {part for some in sparing for part in some.parts}
    kept = [part for part in must.parts if _plain(part) not in set(map(_plain, spared))]
    return rule.model_copy(update={"must": all_of(*kept)})


def _plain(part: Predicate) -> Predicate:
    """The predicate, whichever way its denial is made."""
    return Not(part=part.part) if isinstance(part, Unless) else part


def _is_filled(must: Predicate) -> bool:
    return isinstance(must, Not) and isinstance(must.part, Missing)


def _only(part: Node) -> int | None:
    """Where the "only" of "only for such rows" stands, if it limits all that is before it."""
    told = [child.symbol for child in part.children]
    for place, symbol in enumerate(told[:-1]):
        if symbol == "=only" and told[place + 1] in _LEADS and part.symbol in ("remark", "stmt"):
            limits = place == 0 if part.symbol == "remark" else told[0] == "stmt"
            return part.children[place].start if limits else None
    return None
