"""What several sentences of one check make together: one rule said twice, or two duties."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from backend.planner.offline.chart import Node
from backend.planner.offline.equivalence import folded, is_case_of, same_rows
from backend.planner.offline.resolve import Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import All, Any, Cell, Compare, Predicate
from backend.rules.language.walk import walk
from backend.rules.phrasing import all_of, not_
from backend.rules.rule import Rule

_FLAGS = frozenset({"_flag", "_do_flag", "_wrong"})
_LATER = frozenset({"stmt", "ends_in_only"})
"""What a later sentence is; the second ends in "only"."""
_SCOPES = frozenset({
    "=for", "=among", "=in", "=within", "=of", "=on", "=at", "=with", "=from", "=where",
    "=wherever",
})  # fmt: skip
_STOPS = frozenset({".", ";", "!", ". ."})
"""After these a sentence may add a duty of its own; after others it explains the one before."""


class Joint(NamedTuple):
    """How a later sentence is joined to what stands before it."""

    adds: bool
    """It may add to the rule."""
    shares: bool
    """A condition on one part may be meant for the other as well."""
    is_loose: bool
    """An "or" beside it may be meant to join less, or more, than one of the parts."""
    calls_wrong: bool
    """It says what is wrong without asking for a list: it may be one case of many."""
    narrows: bool
    """The rows that are told in front of both may be those of both."""


def joints(node: Node) -> Iterator[Joint]:
    """The joints of a whole reading, in the order of its later sentences."""
    if node.symbol != "hint" or not node.children:
        return
    first, *rest = node.children
    yield from joints(first)
    for part in rest:
        if part.symbol in _LATER:
            signs = [sign for child in rest for sign in _signs(child)]
            says_flags = _speaks_of_flags(first) or _speaks_of_flags(part)
            ands = [child for child in rest if child.symbol == "_and_stop"]
            calls_wrong = _calls_wrong(part) and not _speaks_of_flags(first)
            adds = (bool(ands) or bool(_STOPS & set(signs))) and (calls_wrong or not says_flags)
            is_loose = any(_is_loose(each, node) for each in ands)
            narrows = bool(ands) and _opens_with(first) in _SCOPES - {_opens_with(part)}
            yield Joint(adds, bool(ands), is_loose, calls_wrong, narrows)


def _opens_with(node: Node) -> str:
    """The symbol of the first word."""
    return _opens_with(node.children[0]) if node.children else node.symbol


def _is_loose(stop: Node, whole: Node) -> bool:
    """A or B and C; "A or B, and C" is plain, but "A, or B, and C" is not."""
    is_set_off = any(sign.symbol in ("=,", "=;") for sign in stop.children)
    return not is_set_off or _has_late_or(whole)


def _has_late_or(node: Node) -> bool:
    signs = [child.symbol for child in node.children]
    is_here = ("=,", "=or") in pairwise(signs)
    return is_here or any(map(_has_late_or, node.children))


def _names_the_edge(rule: Rule, other: Rule) -> bool:
    """A must be above B; to be equal is an error: the second names what the first leaves out."""
    pair = [part.must for part in (rule, other) if isinstance(part, BrokenRows)]
    if len(pair) < 2 or not all(isinstance(must, Compare) for must in pair):
        return False
    strict, edge = pair
    assert isinstance(strict, Compare) and isinstance(edge, Compare)
    sides = ({strict.left, strict.right}, {edge.left, edge.right})
    is_edge = strict.sign in ("<", ">") and edge.sign == "!=" and sides[0] == sides[1]
    return is_edge and (rule.table, getattr(rule, "where", None)) == (other.table, other.where)


def _signs(node: Node) -> Iterator[str]:
    if node.symbol == "_stop":
        yield " ".join(child.symbol.removeprefix("=") for child in node.children)


def _speaks_of_flags(node: Node) -> bool:
    return any(part.symbol in _FLAGS for part in node.walk())


def _calls_wrong(node: Node) -> bool:
    told = {part.symbol for part in node.walk()}
    return "_wrong" in told and not told & {"_flag", "_do_flag", "_do_show"}


def _offers(must: Predicate) -> bool:
    """Whether it offers conditions on unlike things, of which one will do."""
    if not isinstance(must, Any):
        return False
    subjects = {frozenset(t for t in walk(part) if isinstance(t, Cell)) for part in must.parts}
    return len(subjects) > 1


def _alike(rule: Rule, other: Rule) -> Rule | None:
    """The one rule that both sentences tell; one may ask for whole groups."""
    if same_rows(rule, other) or _names_the_edge(rule, other):
        return rule
    if not isinstance(rule, InconsistentValues) or not isinstance(other, InconsistentValues):
        return None
    wider = rule.model_copy(update={"whole": True})
    return wider if wider == other.model_copy(update={"whole": True}) else None


def united(rule: Rule, other: Rule, joint: Joint) -> Rule:
    """One rule of two sentences.

    Raises:
        Misfit: they say different things, and it is not plain that both are meant.
    """
    alike = _alike(rule, other)
    if alike is not None:
        return alike
    is_pair = isinstance(rule, BrokenRows) and isinstance(other, BrokenRows)
    if (joint.calls_wrong or joint.adds) and is_case_of(rule, other):
        return rule
    if not joint.adds or not is_pair or rule.table != other.table:
        raise Misfit("its sentences say different things; one check holds one rule")
    assert isinstance(rule, BrokenRows) and isinstance(other, BrokenRows)
    _refuse_unclear_joints(rule, other, joint)
    is_of_all = rule.where is None or other.where is None or rule.where == other.where
    if is_of_all and (not_(rule.must) == other.must or not_(other.must) == rule.must):
        raise Misfit(
            "its sentences ask for opposite things; where one is the exception from the other, "
            "write 'unless' or 'except'"
        )
    if rule.where == other.where:
        return rule.model_copy(update={"must": all_of(rule.must, other.must)})
    must = all_of(folded(rule), folded(other))
    return rule.model_copy(update={"must": must, "where": None})


def _refuse_unclear_joints(rule: BrokenRows, other: BrokenRows, joint: Joint) -> None:
    if joint.is_loose and (_offers(rule.must) or _offers(other.must)):
        raise Misfit(
            "'or' and 'and' stand side by side, and it is not clear what belongs together; make "
            "two checks of it, or put a comma before the 'and'"
        )
    one, two = _conditions(rule), _conditions(other)
    if joint.shares and (one < two or two < one):
        raise Misfit(
            "it is not clear whether the condition goes for both parts; write a full stop "
            "between them"
        )
    if joint.narrows and rule.where is not None and rule.where != other.where:
        raise Misfit(
            "it is not clear whether the rows in front are those of both parts; say of each which "
            "rows it is for"
        )


def _conditions(rule: BrokenRows) -> frozenset[Predicate]:
    """What must all be so of a row that the rule is for."""
    if rule.where is None:
        return frozenset()
    return frozenset(rule.where.parts if isinstance(rule.where, All) else (rule.where,))
