"""A condition behind two things that are told, set apart by a comma: for both, or for the last.

"Three capital letters, EUR for members" asks EUR of members alone, and letters of all; so does
"positive and at least 3000 for members", where the second would make the first idle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from backend.planner.offline.bounds_implied import one_way
from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import Cell, Compare, Matches, Not, OneOf
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_BEHIND = frozenset({
    "if", "when", "where", "for", "in", "unless", "whenever", "once", "only", "on", "with", "at",
    "among", "within", "except",
})  # fmt: skip
_TOLD = frozenset({
    "adj", "duty", "must_do", "must_not_do", "vp", "verb", "piece", "pieces", "number_piece",
    "bound", "choices", "gaps",
})  # fmt: skip
_DUTIES = frozenset({"duty", "_needs", "_must"})
_IT = frozenset({"it", "they", "this", "that"})


def refuse_conditions_of_the_last(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a condition behind two things is for both.

    Raises:
        Misfit: it may be for the second alone, as the first is asked of all.
    """
    for part in node.walk():
        told = part.children[0] if part.symbol == "stmt" and len(part.children) > 1 else None
        is_stated = told is not None and told.symbol == "stmt"
        if told is None or not is_stated or tokens[told.end].low not in _BEHIND:
            continue
        is_apart = any(_is_apart(*two, tokens) for two in _last_two(told))
        if is_apart or _has_more_than_options(told, tokens):
            raise Misfit(
                f"'{tokens[told.end].low} …' may be said of all, or of the last alone: put it in "
                "front of the rule if it is for all, or make two checks"
            )
    _refuse_its_of_later(node, tokens)
    _refuse_remarks_between(node, rule)


def _has_more_than_options(told: Node, tokens: Sequence[Token]) -> bool:
    """Y or N, Y if …: the options end before the comma."""
    lows = [token.low for token in tokens[told.start : told.end]]
    last = len(lows) - 1 - lows[::-1].index(",") if "," in lows else 0
    return "or" in lows[:last]


def _last_two(told: Node) -> Iterator[tuple[Node, Node]]:
    """What is told last, and what is told before it, at each depth."""
    while told.children:
        parts = [child for child in told.children if child.symbol in _TOLD]
        if len(parts) > 1 and parts[-1].end == told.end:
            yield parts[-2], parts[-1]
        told = told.children[-1]


def _is_apart(left: Node, right: Node, tokens: Sequence[Token]) -> bool:
    between = {token.low for token in tokens[left.end : right.start]}
    is_twice = left.symbol == right.symbol == "duty" and tokens[right.start].low == "must"
    return (
        not between.isdisjoint({",", ";"}) or is_twice or _makes_idle(left.meaning, right.meaning)
    )


def _makes_idle(left: object, right: object) -> bool:
    """Positive and at least 3000: the second leaves nothing to the first."""
    one = left if isinstance(left, Compare) else None
    other = right if isinstance(right, Compare) else None
    return one is not None and other is not None and one_way(one, other)


def _refuse_remarks_between(node: Node, rule: Rule) -> None:
    """Filled except for members, and the fee must be above 0: for members as well, rather."""
    loose = [part for part in walk(rule) if getattr(part, "tolerance", 0)]
    caseless = [part for part in walk(rule) if getattr(part, "ignore_case", False)]
    kinds = {"tolerance"} if len(loose) > 1 else set[str]()
    kinds |= {"ignore-case"} if len(caseless) > 1 else set()
    for part in node.walk():
        told = [each for each in part.children if each.symbol in ("hint", "stmt")]
        if [each.symbol for each in told] != ["hint", "stmt"]:
            continue
        first = min(each.start for each in told[0].walk() if each.symbol == "stmt")
        is_flag = told[1].children[:1] and "flag" in told[1].children[0].symbol
        duties = (each.start for each in told[1].walk() if each.symbol in _DUTIES)
        last = 0 if is_flag else max(duties, default=0)
        spared = (each.start for each in part.walk() if _spares(each, kinds))
        if any(first < at < last for at in spared):
            raise Misfit(
                "what is said between the two parts may be of the first alone: say it in front of "
                "both, or behind both"
            )


def _spares(part: Node, kinds: Set[str]) -> bool:
    """Whether a remark spares rows, or loosens what is told beside it."""
    told = part.meaning if part.symbol == "remark" else None
    return isinstance(told, Modifier) and (told.condition is not None or told.kind in kinds)


def _refuse_its_of_later(node: Node, tokens: Sequence[Token]) -> None:
    """Salary must be filled. If the bonus is above 5, it must be above 9: the salary, rather."""
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if symbols[:3] != ["hint", "_stop", "stmt"] or len(part.children[2].children) < 3:
            continue
        first, later = part.children[0], part.children[2]
        case, told = later.children[1], later.children[-1]
        spoken, asked = _column(first), _column(case)
        is_one = [each.symbol for each in case.walk()].count("clause") == 1
        if not is_one or told.symbol != "stmt" or tokens[told.start].low not in _IT:
            continue
        is_of_it = isinstance(_bare(case.meaning), Compare | OneOf | Matches)
        if is_of_it and spoken and asked and spoken not in (asked, _column(told)):
            raise Misfit(
                f"'{tokens[told.start].low}' may be {spoken} or {asked}; name the column instead"
            )


def _bare(told: object) -> object:
    return told.part if isinstance(told, Not) else told


def _column(part: Node) -> str:
    """The first column that is told there."""
    found = (each.meaning for each in part.walk() if each.symbol == "column")
    return next((cell.column for cell in found if isinstance(cell, Cell)), "")
