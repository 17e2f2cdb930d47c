"""What a remark that allows, restates or leaves out does to a rule over real tables."""

from __future__ import annotations

from collections.abc import Callable

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.equivalence import fits
from backend.planner.offline.none_else import none_else
from backend.planner.offline.ordering import NEXT
from backend.planner.offline.shares_of_filled import without_blanks
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Arithmetic,
    Cell,
    Compare,
    Constant,
    Exists,
    How,
    Lookup,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Reads,
    Term,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, Modifier, not_
from backend.rules.rule import Rule

Change = Callable[[Rule, Modifier, Context], Rule]

_WIDER = {">": ">=", "<": "<=", ">=": ">=", "<=": "<="}
_NARROWER = {">=": ">", "<=": "<", ">": ">", "<": "<"}

# It may stay the same ---------------------------------------------------------------------------


def _may_stay(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A value that may be the one of the row before: a strict order then is none."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    is_denied = isinstance(must, Not)
    atom = must.part if isinstance(must, Not) else must
    if not isinstance(rule, BrokenRows) or not _is_step(atom) or not isinstance(atom, Compare):
        raise Misfit("what may stay the same is told of a value and the one in the row before")
    _refuse_other_column(atom, remark)
    signs = _NARROWER if is_denied else _WIDER
    wide = atom.model_copy(update={"sign": signs[atom.sign]})
    fresh: Predicate = Not(part=wide) if is_denied else wide
    return rule.model_copy(update={"must": fresh})


def _is_step(atom: Predicate | None) -> bool:
    """Whether a value is held against the one of the row before, and no amount lies between."""
    if not isinstance(atom, Compare) or atom.sign not in _WIDER:
        return False
    sides = (atom.left, atom.right)
    before = [side for side in sides if isinstance(side, Previous)]
    now = [side for side in sides if isinstance(side, Cell)]
    return len(before) == len(now) == 1 and before[0].of == now[0]


def _refuse_other_column(atom: Compare, remark: Modifier) -> None:
    read = {part.column for part in walk(atom) if isinstance(part, Cell)}
    if any(isinstance(cell, Cell) and cell.column not in read for cell in remark.values):
        raise Misfit("what may stay the same is a column that the rule does not read")


# Others are fine ----------------------------------------------------------------------------------


def _others_too(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Other values or rows, which what must be there leaves open."""
    must = getattr(rule, "must", None)
    is_of_owners = isinstance(must, Exists) and "have" in remark.texts
    if not is_of_owners and not _leaves_others(must):
        raise Misfit("others are allowed, and the rule does not say what must be there at least")
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if named - {part.column for part in walk(rule) if isinstance(part, Cell)}:
        raise Misfit("others are allowed in a column that the rule does not read")
    return rule


def _leaves_others(must: Predicate | None) -> bool:
    if isinstance(must, All):
        return all(map(_leaves_others, must.parts))
    if isinstance(must, Matches):
        return must.how == How.CONTAINS
    left = must.left if isinstance(must, Compare) else None
    is_count = isinstance(left, Aggregate) and left.measure == Measure.COUNT
    return is_count and isinstance(must, Compare) and must.sign in (">", ">=")


# What is no part of a sum -------------------------------------------------------------------------


def _no_part(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A column that is no part of a sum, which does not read it anyway."""
    named = [value.column for value in remark.values if isinstance(value, Cell)]
    must = rule.must if isinstance(rule, BrokenRows | FailingMetrics) else None
    is_sum = must is not None and any(
        isinstance(part, Arithmetic)
        or (isinstance(part, Aggregate) and part.measure in (Measure.SUM, Measure.MEAN))
        for part in walk(must)
    )
    if not is_sum:
        raise Misfit("what is no part of it is told of an amount that is worked out")
    if {*named} & {column for _, column in rule.reads()}:
        raise Misfit(f"the rule reads {named[0]}, and a remark says that it is no part of it")
    return rule


# Rows in order ------------------------------------------------------------------------------------


def _rows_in_order(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That the rows stand in order already, so that the file's own is taken."""
    found = [part for part in walk(rule) if isinstance(part, Previous)]
    if not found or not all(_follows_time(part, rule, context) for part in found):
        raise Misfit("the order of the rows is told, and the rule does not follow that of the file")

    def place(part: Term) -> Term | None:
        is_open = isinstance(part, Previous) and part.order_by == NEXT
        return part.model_copy(update={"order_by": None}) if is_open else None

    return rewrite(rule, place)


def _follows_time(part: Previous, rule: Rule, context: Context) -> bool:
    if part.order_by in (None, NEXT):
        return True
    column = context.column(rule.table, part.order_by or "")
    return column is not None and column.reads_as == ColumnType.DATE


# One of several -----------------------------------------------------------------------------------


def _one_of_several(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That at least one of so many columns is filled, said once more."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    cells = _one_filled(must)
    if len(cells) < 2 or remark.number not in (None, len(cells)):
        raise Misfit("at least one of them is spoken of, and the rule asks for something else")
    return rule


def _one_filled(must: Predicate | None) -> tuple[object, ...]:
    """The columns of which one at least must be filled; none where it is asked otherwise."""
    if isinstance(must, Any):
        parts = [part.part for part in must.parts if isinstance(part, Not)]
        is_all = len(parts) == len(must.parts)
    elif isinstance(must, Not) and isinstance(must.part, All):
        parts, is_all = list(must.part.parts), True
    else:
        return ()
    cells = tuple(part.of for part in parts if isinstance(part, Missing))
    return cells if is_all and len(cells) == len(parts) else ()


# Rows of groups that do not agree -----------------------------------------------------------------


def _filled_of_groups(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """All rows of a group that have a value, where their values differ, as is shown anyway."""
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    if not isinstance(rule, InconsistentValues):
        raise Misfit("values that differ are told of where the rows of a group must agree")
    if named and (named[0] not in rule.key or set(named[1:]) - {*rule.values}):
        raise Misfit(f"the rows of a group are told by {rule.key[0]}, not by {named[0]}")
    return rule.model_copy(update={"whole": "all" in remark.texts})


def _written_so(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """That a column may be written in any way: no rule may then ask for one way alone."""
    atoms = [part for part in walk(rule) if isinstance(part, Matches)]
    if any(part.how != How.FORMAT or " " in part.text for part in atoms):
        raise Misfit("any way of writing is allowed, and the rule asks for one")
    if any(isinstance(part, Constant) and part.reads == "text" for part in walk(rule)):
        raise Misfit("any way of writing is allowed, and the rule names texts")
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if named and named != {part.column for part in walk(rule) if isinstance(part, Cell)}:
        raise Misfit("any way of writing is allowed in another column than the rule reads")
    return rule


# What may come again ------------------------------------------------------------------------------


def _again_elsewhere(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What may come again in another group, as it is only to be unique within each."""
    columns = rule.columns if isinstance(rule, Duplicates) else ()
    named = [cell.column for cell in remark.values if isinstance(cell, Cell)]
    is_of_groups = (
        isinstance(rule, InconsistentValues)
        and "of-groups" in remark.texts
        and (named[0] in rule.key and named[1] in rule.values)
    )
    if is_of_groups:
        return rule
    if len(columns) < 2 or not named or not {*named} <= {*columns}:
        raise Misfit("what may come again elsewhere is told of what is unique within a group")
    return rule


def _may_repeat(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What may occur more than once, where nothing forbids it."""
    plain = isinstance(rule, BrokenRows | InconsistentValues)
    looks = (Previous, Aggregate, Exists)
    if not plain or any(isinstance(part, looks) for part in walk(rule)):
        raise Misfit("what may occur more than once is told of single values")
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if named - {column for _, column in rule.reads()}:
        raise Misfit("what may occur more than once is a column that the rule does not read")
    return rule


def _may_be(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """A value that is allowed, as the rule lets it pass."""
    must = rule.must if isinstance(rule, BrokenRows) else None
    cells = {part for part in walk(must) if isinstance(part, Cell)} if must is not None else set()
    named = {cell.column for cell in remark.values if isinstance(cell, Cell)}
    if must is None or len(cells) != 1 or named - {cell.column for cell in cells}:
        raise Misfit("what may be so is told of one column")
    if any(isinstance(part, Previous | Aggregate | Exists | Lookup) for part in walk(must)):
        raise Misfit("what may be so is told of single values")
    told = rewrite(must, lambda part: IT if isinstance(part, Cell) else None)
    sample = Constant(value=_whole(remark.number or 0), reads=Reads.NUMBER)
    if not fits(told, sample) or fits(not_(told), sample):
        raise Misfit("such values are allowed, and the rule forbids them")
    return rule


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) else number


def _any_order(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Values of a list, whose order tells nothing."""
    must = getattr(rule, "must", None)
    if not isinstance(must, OneOf) and not _leaves_others(must):
        raise Misfit("an order that does not matter is told of a list of values")
    return rule


def _need_not_have(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Rows that need not have a value, of a rule that asks for none."""
    asks = (Exists, Aggregate, Missing, Previous)
    if not isinstance(rule, BrokenRows | Duplicates):
        raise Misfit("what rows need not have is told of single rows")
    if any(isinstance(part, asks) for part in walk(rule)):
        raise Misfit("the rule asks whether there is one, and a remark says that none is needed")
    return without_blanks(rule)


GRANT_CHANGES: dict[str, Change] = {
    "may-stay": _may_stay,
    "others-too": _others_too,
    "none-else": none_else,
    "no-part": _no_part,
    "rows-in-order": _rows_in_order,
    "one-of-several": _one_of_several,
    "filled-of-groups": _filled_of_groups,
    "any-way-written": _written_so,
    "again-elsewhere": _again_elsewhere,
    "may-repeat": _may_repeat,
    "may-be": _may_be,
    "any-order": _any_order,
    "need-not-have": _need_not_have,
}
