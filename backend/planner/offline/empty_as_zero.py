"""Empty cells that count as zero in a calculation: an empty bonus counts as zero."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.resolve import located
from backend.planner.offline.zero_worked_out import worked_out
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Apply,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Function,
    Missing,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, all_of, any_of, not_, number
from backend.rules.rule import Rule

_MOST = 3


def count_as_zero(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule, told of rows with the value and, with zero in its place, of rows without it.

    Raises:
        Misfit: the rule calculates nothing with these columns, or with too many.
    """
    if not isinstance(rule, BrokenRows):
        raise Misfit("what an empty cell counts as is told of a calculation within a row")
    named = [located(value, rule.table, context) for value in remark.values]
    added = list(dict.fromkeys([*_added(rule.must), *_beside(rule.must, named, context)]))
    cells = [cell for cell in added if not named or cell in named]
    if not cells or len(cells) < len(named) or len(cells) > _MOST:
        raise Misfit("an empty cell can only count as zero where the rule calculates with it")
    must = rule.must
    for cell in cells:
        must = _with_zero(must, cell)
    return rule.model_copy(update={"must": must})


def _added(must: Predicate) -> list[Cell]:
    """The cells that are summed; of a factor or a divisor, zero would turn the whole."""
    sums = [part for part in walk(must) if isinstance(part, Arithmetic) and part.sign in "+-"]
    sides = [_summand(side) for part in sums for side in (part.left, part.right)]
    return [side for side in sides if isinstance(side, Cell)]


def _beside(must: Predicate, named: Sequence[Value], context: Context) -> Iterator[Cell]:
    """The cells that are held against a sum, where they are named, or some are empty."""
    for part in walk(must):
        if not isinstance(part, Compare):
            continue
        for side in (part.left, part.right):
            if not isinstance(side, Cell) or not _added(All(parts=(part,))):
                continue
            column = context.column(side.table, side.column)
            if side in named or (column is not None and column.missing):
                yield side


def _summand(side: Term) -> Term:
    """The cell of a summand that a number multiplies or divides: twice the cash."""
    if not isinstance(side, Arithmetic) or side.sign not in "*/":
        return side
    if isinstance(side.right, Constant):
        return _summand(side.left)
    return _summand(side.right) if side.sign == "*" and isinstance(side.left, Constant) else side


def _with_zero(must: Predicate, cell: Cell) -> Predicate:
    filled, empty = not_(Missing(of=cell)), Missing(of=cell)
    zeroed = worked_out(rewrite(must, lambda part: _zeroed(part, cell)))
    if isinstance(zeroed, bool):
        return any_of(empty, must) if zeroed else all_of(filled, must)
    return any_of(all_of(filled, must), all_of(empty, zeroed))


def _zeroed(part: Term, cell: Cell) -> Term | None:
    """What a term is with zero in the cell's place; an added zero is left away."""
    if isinstance(part, Missing) or _is_of_text(part):
        return part
    if isinstance(part, Arithmetic) and part.sign in "+-" and part.right == cell:
        return rewrite(part.left, lambda inner: _zeroed(inner, cell))
    if isinstance(part, Arithmetic) and part.sign == "+" and part.left == cell:
        return rewrite(part.right, lambda inner: _zeroed(inner, cell))
    return number(0) if part == cell else None


def _is_of_text(part: Term) -> bool:
    """Whether it asks something of a cell that a zero in its place would not answer."""
    return isinstance(part, Apply) and part.function != Function.ABSOLUTE
