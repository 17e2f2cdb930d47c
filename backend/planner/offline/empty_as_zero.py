"""Empty cells that count as zero in a calculation: an empty bonus counts as zero."""

from __future__ import annotations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.resolve import located
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Apply, Arithmetic, Cell, Missing, Predicate, Term
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
    added = list(dict.fromkeys(_added(rule.must)))
    named = [located(value, rule.table, context) for value in remark.values]
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
    sides = [side for part in sums for side in (part.left, part.right)]
    return [side for side in sides if isinstance(side, Cell)]


def _with_zero(must: Predicate, cell: Cell) -> Predicate:
    filled = all_of(not_(Missing(of=cell)), must)
    return any_of(filled, all_of(Missing(of=cell), rewrite(must, lambda part: _zeroed(part, cell))))


def _zeroed(part: Term, cell: Cell) -> Term | None:
    """What a term is with zero in the cell's place; an added zero is left away."""
    if isinstance(part, Missing | Apply):
        return part
    if isinstance(part, Arithmetic) and part.sign in "+-" and part.right == cell:
        return rewrite(part.left, lambda inner: _zeroed(inner, cell))
    if isinstance(part, Arithmetic) and part.sign == "+" and part.left == cell:
        return rewrite(part.right, lambda inner: _zeroed(inner, cell))
    return number(0) if part == cell else None
