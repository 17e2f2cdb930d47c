"""A measure of each group's rows, where only some rows are held against it: managers, by whom?

Managers must earn more than the average of their department: its average is that of all who work
there. What leaves rows out of the table leaves them out of the average too.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.before_conditions import leaves_out, not_told
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    Aggregate,
    All,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    Not,
    Predicate,
)
from backend.rules.language.walk import columns_read, walk
from backend.rules.phrasing import all_of, any_of
from backend.rules.rule import Rule

_SCOPES = frozenset({"for", "in", "on", "at", "within", "during", "of", "with", "since", "per"})
_EACH = frozenset({"each", "every", "all", "any"})


def with_measures_of_all(rule: Rule, tokens: Sequence[Token]) -> Rule:
    """The rule, whose groups are measured over all their rows where some of them are judged.

    Raises:
        Misfit: it is not clear whether the others are left out of the measure as well.
    """
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return rule
    found = [part for part in walk(rule.must) if isinstance(part, Aggregate) and not part.keys]
    chosen = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    moved = [part for part in chosen if not _is_of_all(part, found, rule)]
    words = [token.low for token in tokens]
    if not found or not moved or leaves_out(words) or _asks_for_one(rule.must):
        return rule
    is_scope = words[0] in _SCOPES and words[1] not in _EACH
    if is_scope or not all(part.by for part in found):
        raise Misfit(
            "it is not clear whether the measure is of all rows, or only of those that are judged; "
            "begin with 'If …' for the first, or with 'Leaving out …' for the second"
        )
    kept = [part for part in chosen if part not in moved]
    must = any_of(*map(not_told, moved), rule.must)
    return rule.model_copy(update={"where": all_of(*kept) if kept else None, "must": must})


def _is_of_all(part: Predicate, found: Sequence[Aggregate], rule: BrokenRows) -> bool:
    """Whether it chooses whole groups, or rows whose cell is there to be measured."""
    columns = {column for table, column in columns_read(part, rule.table) if table == rule.table}
    if all(columns <= {*each.by} for each in found):
        return True
    filled = part.part if isinstance(part, Not) else None
    measured = {cell for each in found for cell in walk(each) if isinstance(cell, Cell)}
    return isinstance(filled, Missing) and filled.of in measured


def _asks_for_one(must: Predicate) -> bool:
    """Whether a key must be unique, which is asked of the rows that are judged."""
    for part in walk(must):
        if isinstance(part, Compare) and isinstance(part.right, Constant):
            left = part.left
            is_count = isinstance(left, Aggregate) and left.measure == Measure.COUNT
            if is_count and (part.sign, part.right.value) in (("<=", 1), ("==", 1), ("<", 2)):
                return True
    return False
