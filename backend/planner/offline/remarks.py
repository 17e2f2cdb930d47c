"""What a remark does to a rule over real tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backend.planner.offline.asked_rows import asks_of_empty
from backend.planner.offline.blank_cells import count_blanks, or_blank
from backend.planner.offline.case_remarks import exact_case, ignore_case
from backend.planner.offline.empties_changes import rows_spared
from backend.planner.offline.empties_marked import mark, mark_and_spare
from backend.planner.offline.equivalence import equivalent
from backend.planner.offline.grain_remarks import GRAIN_CHANGES
from backend.planner.offline.kin_remarks import KIN_CHANGES
from backend.planner.offline.left_out_rows import but_for
from backend.planner.offline.phrases.measures.distances import allowance, apart
from backend.planner.offline.resolve import Context, Misfit, located
from backend.planner.offline.rows_behind_gaps import later_row
from backend.planner.offline.set_remarks import SET_CHANGES, within_tolerance
from backend.planner.offline.shares_of_filled import without_blanks
from backend.planner.offline.total_remarks import as_equality, loosened_total
from backend.planner.offline.typed_units import cents, days_apart, in_units_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.differing_rows import DifferingRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    Exists,
    Lookup,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
    Term,
)
from backend.rules.language.terms import Any as AnyOf
from backend.rules.language.walk import rewrite, walk
from backend.rules.order_swaps import OrderSwaps
from backend.rules.overlapping_intervals import OverlappingIntervals
from backend.rules.phrasing import Modifier, Subjects, about_all, all_of, both, not_
from backend.rules.rule import Rule

Change = Callable[[Rule, Modifier, Context], Rule]


def apply(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule as the remark wants it.

    Raises:
        Misfit: the remark does not go with this rule.
    """
    return _CHANGES[remark.kind](rule, remark, context)


ABOUT_A_DETAIL = frozenset({"ignore-case", "tolerance", "marker", "marked-out", "empties"})
"""Of several sentences, such a remark may be about one."""


def goes_with(rule: Rule, remark: Modifier, context: Context) -> bool:
    """Whether a remark can be made on a rule."""
    try:
        apply(rule, remark, context)
    except Misfit:
        return False
    return True


def _empty_fine(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if isinstance(rule, BrokenRows) and _demands_presence(rule.must):
        raise Misfit("the rule asks for a value, and a remark lets it be empty")
    return without_blanks(or_blank(rule, remark, context))


def _demands_presence(must: Predicate) -> bool:
    return any(isinstance(part, Not) and isinstance(part.part, Missing) for part in walk(must))


def _empty_column_fine(rule: Rule, remark: Modifier, context: Context) -> Rule:
    cell = located(remark.values[0], rule.table, context)
    return _empty_fine(rule, remark, context) if cell in walk(rule) else rule


def _without_column_fine(rule: Rule, remark: Modifier, context: Context) -> Rule:
    cell = located(remark.values[0], rule.table, context)
    named = cell.column if isinstance(cell, Cell) else ""
    if isinstance(cell, Cell) and isinstance(rule, BrokenRows):
        if asks_of_empty(rule, cell):
            raise Misfit("the rule asks of the very rows that a remark leaves out")
        return rows_spared(rule, [cell], is_of_all=True)
    is_open_end = isinstance(rule, OverlappingIntervals) and named == rule.end
    if (named in rule.own_columns() and not is_open_end) or cell in walk(rule):
        return _empty_fine(rule, remark, context)
    return _narrow(rule, not_(Missing(of=cell)))


def _empty_bad(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if isinstance(rule, Duplicates):
        return rule.model_copy(update={"required": True})
    if not isinstance(rule, BrokenRows):
        raise Misfit("empty values can only count as wrong in a rule about single rows")
    cells = dict.fromkeys(
        (*_keys_asked(rule), *(c for c in walk(rule.must) if isinstance(c, Cell)))
    )
    if not (own := [cell for cell in cells if cell.table in ("", rule.table)]):
        raise Misfit("it is not clear which cell must not be empty; name its column")
    filled = [not_(Missing(of=cell)) for cell in own]
    return rule.model_copy(update={"must": all_of(*filled, rule.must)})


def _keys_asked(rule: BrokenRows) -> Iterator[Cell]:
    """The row's own keys of which a row elsewhere is asked for."""
    for part in rule.must.parts if isinstance(rule.must, All) else (rule.must,):
        exists = part.part if isinstance(part, Not) else part
        for mine, _ in exists.keys if isinstance(exists, Exists) else ():
            yield Cell(table=rule.table, column=mine)


def _one_empty_bad(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if not isinstance(rule, BrokenRows) or not isinstance(rule.must, Compare):
        raise Misfit("the remark about one empty side needs a comparison of two columns")
    if rule.must.sign != "==":
        raise Misfit("the remark about one empty side needs an equality")
    return rule.model_copy(update={"must": rule.must.model_copy(update={"null_safe": True})})


def _trim(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if not isinstance(rule, Duplicates):
        return _trimmed_lists(rule)
    return _loosened(rule, trim=True, ignore_case=rule.ignore_case or bool(remark.texts))


def _trimmed_lists(rule: Rule) -> Rule:
    """Blanks around a text do not count where it is looked for in a list."""
    found = [part for part in walk(rule) if isinstance(part, Compare | Matches | OneOf)]
    if len(found) != 1 or not isinstance(found[0], OneOf):
        raise Misfit("blanks around a text are only ignored in a list or a rule about duplicates")
    wide = found[0].model_copy(update={"trim": True})
    return rewrite(rule, lambda part: wide if part == found[0] else None)


def _loosened(rule: Duplicates, **how: bool) -> Rule:
    if not rule.columns:
        raise Misfit("whole rows are compared as they are written; name the columns instead")
    return rule.model_copy(update=how)


def _tolerance(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if isinstance(rule, DifferingRows):
        return within_tolerance(rule, remark)
    if (total := as_equality(rule)) is not None:
        return loosened_total(rule, _widened(total, remark, context))
    found = [part for part in walk(rule) if isinstance(part, Compare) and part.sign in ("==", "!=")]
    if len(found) != 1:
        raise Misfit("the tolerance needs one equality that it belongs to")
    if isinstance(found[0].right, Constant) and found[0].right.reads == Reads.TEXT:
        raise Misfit("a text has no tolerance; say which number may be so much higher or lower")
    wide = _widened(found[0], remark, context)
    return rewrite(rule, lambda part: wide if part == found[0] else None)


def _widened(atom: Compare, remark: Modifier, context: Context) -> Compare:
    """An equality with its tolerance: an amount, or a share of the right side."""
    if remark.number is not None:
        return atom.model_copy(update={"tolerance": remark.number})
    given = remark.values[0]
    assert isinstance(given, Constant)
    if (moved := days_apart(atom)) is not None and given.unit in ("day", "week"):
        return _widened(moved, remark, context)
    if given.unit != "percent":
        amount = in_units_of(given, atom.left, context) if given.unit != "cent" else cents(given)
        assert isinstance(amount, Constant)
        return atom.model_copy(update={"tolerance": float(amount.value)})
    if atom.sign != "==":
        raise Misfit("a tolerance in percent needs an equality")
    share = allowance(atom.right, float(given.value) / 100)
    return Compare(left=apart(atom.left, atom.right), sign="<=", right=share)


def _left_out(rule: Rule, remark: Modifier, context: Context) -> Rule:
    assert remark.condition is not None
    if isinstance(remark.condition, Missing):
        without = Modifier(kind="without-column-fine", values=(remark.condition.of,))
        return _without_column_fine(rule, without, context)
    return _narrow(rule, but_for(rule, located(remark.condition, rule.table, context)))


def _only(rule: Rule, remark: Modifier, context: Context) -> Rule:
    assert remark.condition is not None
    must = rule.must if isinstance(rule, BrokenRows) and "one" in remark.texts else None
    if isinstance(must, AnyOf) or (isinstance(must, OneOf) and len(must.options) > 1):
        raise Misfit("it is not clear whether 'only' goes for all that is listed, or for the last")
    return _narrow(rule, located(remark.condition, rule.table, context))


def _narrow(rule: Rule, condition: Predicate | None) -> Rule:
    if isinstance(rule, FailingMetrics):
        raise Misfit("rows are left out of a measure by naming them in its own sentence")
    return rule.model_copy(update={"where": both(rule.where, condition)})


def _flag_later(rule: Rule, remark: Modifier, context: Context) -> Rule:
    if isinstance(rule, BrokenRows):
        return later_row(rule, remark, context)
    if not isinstance(rule, OverlappingIntervals):
        raise Misfit("the later one is only told apart where intervals overlap")
    return rule.model_copy(update={"flag": "later"})


def _keep(keep: str) -> Change:
    def change(rule: Rule, remark: Modifier, context: Context) -> Rule:
        if isinstance(rule, OrderSwaps) and keep == "all":
            return rule.model_copy(update={"flag": "both"})
        if not isinstance(rule, Duplicates):
            raise Misfit("copies are only told apart in a rule about duplicates")
        return rule.model_copy(update={"keep": keep})

    return change


def _names_column(rule: Rule, remark: Modifier, context: Context) -> Rule:
    cell = located(remark.values[0], rule.table, context)
    if remark.texts and not (isinstance(rule, BrokenRows) and _is_bound_alone(rule, cell)):
        raise Misfit("it is not clear which other value is meant: say what is allowed")
    named = (cell.table, cell.column) if isinstance(cell, Cell | Lookup) else None
    if named not in set(rule.reads()):
        raise Misfit("the column in brackets is none that the rule reads")
    return rule


def _where_there(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """Where there is one: idle, unless the rule asks for it: if closed, closed_on is filled."""
    cell = located(remark.values[0], rule.table, context)
    if any(isinstance(part, Missing) and part.of == cell for part in walk(rule)):
        raise Misfit("where the column is filled, the rule need not ask whether it is")
    return _names_column(rule, remark, context)


def _is_bound_alone(rule: BrokenRows, cell: Term) -> bool:
    """Whether a rule says of this column what it must be, and of which rows by other columns."""
    asked, told = [*walk(rule.must)], [] if rule.where is None else [*walk(rule.where)]
    denies = any(isinstance(part, Not) or getattr(part, "sign", "") == "!=" for part in asked)
    return cell in asked and cell not in told and not denies


def _echo(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """What is to be flagged, said once more of the columns at hand: it must be the same."""
    if not isinstance(rule, BrokenRows) or remark.condition is None:
        raise Misfit("the second sentence speaks of columns that the first does not name")
    cells = tuple(dict.fromkeys(part for part in walk(rule.must) if isinstance(part, Cell)))
    if len(cells) < 2:
        raise Misfit("the second sentence speaks of several columns, the first of one")
    subjects = Subjects.model_validate({"items": cells, "mode": remark.texts[0]})
    told = about_all(remark.condition, subjects)
    if not equivalent(not_(told), rule.must):
        raise Misfit("its two sentences flag different rows")
    return rule


def _unchanged(rule: Rule, *_: object) -> Rule:
    return rule


_CHANGES: dict[str, Change] = {
    "empty-fine": _empty_fine,
    "empty-column-fine": _empty_column_fine,
    "without-column-fine": _without_column_fine,
    "empty-bad": _empty_bad,
    "empties": count_blanks,
    "both-empty-fine": _unchanged,
    "one-empty-bad": _one_empty_bad,
    "marker": mark,
    "marked-out": mark_and_spare,
    "ignore-case": ignore_case,
    "trim": _trim,
    "flag-later": _flag_later,
    "exact-case": exact_case,
    "tolerance": _tolerance,
    "left-out": _left_out,
    "only": _only,
    "flag-them": _unchanged,
    "denied": _unchanged,
    "asked-of-all": _unchanged,
    "names-column": _names_column,
    "where-there": _where_there,
    "null-text-too": lambda rule, *told: _empty_bad(mark(rule, *told), *told),
    "echo": _echo,
    **SET_CHANGES,
    **GRAIN_CHANGES,
    **KIN_CHANGES,
    "keep-none": _keep("all"),
    "keep-first": _keep("later"),
}
