"""What a remark on empty cells does to a rule over real tables.

A rule leaves empty cells alone where it does not ask for them. What forgives them changes a rule
only where an empty cell could break it, or where whole rows are spared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.leading_columns import leading_column, leads_by
from backend.planner.offline.nouns_for_cells import is_like, is_of_values
from backend.planner.offline.resolve import located
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import (
    Aggregate,
    All,
    Any,
    Cell,
    Compare,
    Exists,
    Lookup,
    Matches,
    Measure,
    Missing,
    Not,
    OneOf,
    Predicate,
    Previous,
    Term,
    Unless,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import Modifier, all_of, any_of, both, not_
from backend.rules.rule import Rule
from backend.rules.sequence_gaps import SequenceGaps

Truths = frozenset[bool | None]
_ANY: Truths = frozenset({True, False, None})


def count_empties(rule: Rule, remark: Modifier, context: Context) -> Rule:
    """The rule with its empty cells counted as the remark says.

    Raises:
        Misfit: it is not plain which cells are meant, or the rule is at odds with it.
    """
    polarity, grain, joint, vague, *_ = remark.texts
    named = tuple(_cell(value, rule, context) for value in remark.values)
    named = named or leading_column(rule, remark, context)
    looks_further = any(isinstance(part, Previous | Exists | Lookup) for part in walk(rule))
    if vague == "vague" and (len(context.tables) > 1 or looks_further):
        raise Misfit("what is missing may be an empty cell, or a row that another table lacks")
    if polarity == "bad":
        return _empties_wrong(rule, named, remark)
    if isinstance(rule, BrokenRows):
        if grain == "cells":
            return _cells_spared(rule, named, remark)
        meant = _meant(rule, named, remark)
        spared = rows_spared(rule, meant, is_of_all=joint == "all")
        is_one = remark.number is None and not named and len(meant) > 1
        if (joint == "unclear" or is_one) and spared != rule:
            raise Misfit(
                "it is not clear whether one of these empty cells is enough, or all must be"
            )
        return spared
    if not named and isinstance(rule, Duplicates) and remark.number in (-1, len(rule.columns)):
        named = tuple(Cell(table=rule.table, column=name) for name in rule.columns)
        remark = remark.model_copy(update={"number": None})
    return _spared_by_others(rule, named, remark)


def _cell(value: object, rule: Rule, context: Context) -> Cell:
    assert isinstance(value, Cell)
    cell = located(value, rule.table, context)
    if not isinstance(cell, Cell):
        raise Misfit(f"{value.column} is no column of {rule.table}")
    return cell


# Which cells are meant ------------------------------------------------------------------------


def _own_cells(rule: BrokenRows) -> tuple[Cell, ...]:
    cells = dict.fromkeys(part for part in walk(rule.must) if isinstance(part, Cell))
    return tuple(cell for cell in cells if cell.table in ("", rule.table))


def _meant(rule: BrokenRows, named: Sequence[Cell], remark: Modifier) -> tuple[Cell, ...]:
    """The columns that are named, or those that the rule asks about."""
    if named:
        return tuple(named)
    own = _own_cells(rule)
    for word in remark.texts[5:]:
        own = tuple(cell for cell in own if is_like(cell, word))
    if not own or remark.number not in (None, -1, len(own)):
        raise Misfit("it is not clear which empty cells are meant; name their column")
    return own


# Empty cells that are fine, or left out -------------------------------------------------------


def _cells_spared(rule: BrokenRows, named: Sequence[Cell], remark: Modifier) -> Rule:
    meant = _meant(rule, named, remark)
    if leads_by(rule, meant):
        return rows_spared(rule, meant, is_of_all=False)
    _refuse_presence(rule.must, meant)
    if not set(meant) <= {*walk(rule)}:
        raise Misfit(f"{meant[0].column} is a column that the rule does not read")
    return rule


def _refuse_presence(must: Predicate, cells: Iterable[Cell]) -> None:
    meant = set(cells)
    for part in walk(must):
        asks = isinstance(part, Missing) and part.of in meant
        if asks or (isinstance(part, Compare) and part.null_safe):
            raise Misfit("the rule asks whether a cell is filled, and a remark lets it be empty")


def rows_spared(rule: BrokenRows, cells: Sequence[Cell], *, is_of_all: bool) -> Rule:
    """The rule without the rows in which these cells are empty.

    Raises:
        Misfit: it asks that they be filled.
    """
    for part in walk(rule.must):
        if isinstance(part, Not) and isinstance(part.part, Missing) and part.part.of in cells:
            raise Misfit("the rule asks for a value, and a remark spares the rows without it")
    kinds = [frozenset(cells)] if is_of_all else [frozenset({cell}) for cell in cells]
    if not any(may_fail(rule.must, empty) for empty in kinds):
        return rule
    empty = [Missing(of=cell) for cell in cells]
    spared = all_of(*empty) if is_of_all else any_of(*empty)
    filled = not_(spared) if is_of_all else all_of(*map(not_, empty))
    return rule.model_copy(update={"where": both(rule.where, filled)})


def may_fail(must: Predicate, empty: frozenset[Cell]) -> bool:
    """Whether a row in which these cells are empty may still break the rule."""
    return False in _truths(must, empty)


def _truths(part: Predicate, empty: frozenset[Cell]) -> Truths:
    """What a condition may be of a row in which these cells are empty."""
    match part:
        case All(parts=parts) | Any(parts=parts):
            told = [_truths(each, empty) for each in parts]
            joined = _least if isinstance(part, All) else _most
            return frozenset(joined(each) for each in product(*told))
        case Not(part=inner):
            return frozenset(None if each is None else not each for each in _truths(inner, empty))
        case Unless(part=inner):
            return frozenset(each is not True for each in _truths(inner, empty))
        case Missing(of=of):
            return frozenset({True}) if of in empty else frozenset({True, False})
        case Compare(null_safe=True):
            return frozenset({True, False})
        case Compare(left=left, right=right):
            return frozenset({None}) if _needs(left, empty) or _needs(right, empty) else _ANY
        case OneOf(of=of) | Matches(of=of):
            return frozenset({None}) if _needs(of, empty) else _ANY
    return _ANY


def _least(told: tuple[bool | None, ...]) -> bool | None:
    return False if False in told else None if None in told else True


def _most(told: tuple[bool | None, ...]) -> bool | None:
    return True if True in told else None if None in told else False


def _needs(value: Term, empty: frozenset[Cell]) -> bool:
    """Whether a value is unknown where one of these cells is empty."""
    if any(isinstance(part, Aggregate | Lookup | Previous | Exists) for part in walk(value)):
        return isinstance(value, Cell) and value in empty
    return any(part in empty for part in walk(value))


def _spared_by_others(rule: Rule, named: Sequence[Cell], remark: Modifier) -> Rule:
    """The same of rules that are not about single rows."""
    if remark.number is not None or (
        len(remark.texts) > 5 and not (named or is_of_values(rule, remark.texts[5:]))
    ):
        raise Misfit("it is not clear which empty cells are meant; name their column")
    if isinstance(rule, FailingMetrics):
        return _measures_spared(rule, named, remark)
    others = [cell for cell in named if cell.column not in rule.own_columns()]
    if others and remark.texts[1] == "rows" and remark.texts[2] == "any" and hasattr(rule, "where"):
        filled = all_of(*(not_(Missing(of=cell)) for cell in named))
        return rule.model_copy(update={"where": both(rule.where, filled)})
    if others:
        raise Misfit(f"{others[0].column} is a column that the rule does not read")
    if isinstance(rule, InconsistentValues):
        return rule.model_copy(update={"whole": False})
    if isinstance(rule, Duplicates):
        is_left_out = bool(rule.columns) and not (rule.required or rule.empty_counts)
    else:
        is_gap = isinstance(rule, SequenceGaps) and remark.texts[3] == "plain"
        is_left_out = is_gap or rule.kind in ("outliers", "moving_outliers")
    if is_left_out:
        return rule
    raise Misfit("it is not clear what empty cells have to do with this rule")


def _measures_spared(rule: FailingMetrics, named: Sequence[Cell], remark: Modifier) -> Rule:
    """A measure over the filled cells; a share of rows loses the rows without them."""
    measures = [part for part in walk(rule.must) if isinstance(part, Aggregate)]
    read = {part for measure in measures for part in walk(measure) if isinstance(part, Cell)}
    if named and remark.texts[:3] == ("out", "rows", "any"):
        return _without_rows(rule, named)
    if not read or {cell.column for cell in named} - {cell.column for cell in read}:
        raise Misfit("it is not clear which empty cells the measure leaves out")
    if all(_is_of_values(measure) for measure in measures):
        return rule
    if remark.texts[0] != "out" or not all(map(_is_share, measures)):
        raise Misfit("it is not clear whether rows with empty cells count for the measure")

    def spared(part: Term) -> Term | None:
        if not isinstance(part, Aggregate):
            return None
        cells = dict.fromkeys(each for each in walk(part.holds or part) if isinstance(each, Cell))
        filled = all_of(*(not_(Missing(of=cell)) for cell in cells))
        where = part.where if filled == part.where else both(part.where, filled)
        return part.model_copy(update={"where": where})

    return rule.model_copy(update={"must": rewrite(rule.must, spared)})


def _without_rows(rule: FailingMetrics, named: Sequence[Cell]) -> Rule:
    """The measure over the rows in which these cells are filled; groups have a value anyway."""
    if {cell.column for cell in named} <= {*rule.by}:
        return rule
    filled = all_of(*(not_(Missing(of=cell)) for cell in named))

    def narrowed(part: Term) -> Term | None:
        if not isinstance(part, Aggregate):
            return None
        if part.keys or (len(named) == 1 and part.of == named[0] and _is_of_values(part)):
            return None
        where = part.where if filled == part.where else both(part.where, filled)
        return part.model_copy(update={"where": where})

    return rule.model_copy(update={"must": rewrite(rule.must, narrowed)})


def _is_of_values(measure: Aggregate) -> bool:
    """An average, a sum, a number of distinct values: empty cells are none of them."""
    is_counted = measure.measure in (Measure.COUNT, Measure.SHARE)
    is_cell = isinstance(measure.of, Cell) and measure.holds is None
    return is_cell and not is_counted and measure.where is None


def _is_share(measure: Aggregate) -> bool:
    holds = measure.holds
    cells = set() if holds is None else {part for part in walk(holds) if isinstance(part, Cell)}
    asks = holds is not None and any(isinstance(part, Missing) for part in walk(holds))
    return measure.measure == Measure.SHARE and len(cells) == 1 and not asks


# Empty cells that are wrong -------------------------------------------------------------------


def _empties_wrong(rule: Rule, named: Sequence[Cell], remark: Modifier) -> Rule:
    if isinstance(rule, Duplicates):
        columns = {cell.column for cell in named}
        if not rule.columns or columns - {*rule.columns} or len(rule.columns) > 1:
            raise Misfit("it is not clear which empty cells are wrong; name their column")
        return rule.model_copy(update={"required": True})
    if not isinstance(rule, BrokenRows):
        raise Misfit("empty values can only count as wrong in a rule about single rows")
    if rule.where is not None and (remark.texts[1] == "rows" or named):
        raise Misfit("it is not clear whether an empty cell is wrong in every row")
    meant = tuple(named) if leads_by(rule, named) else _meant(rule, named, remark)
    if not {*meant} <= {*_own_cells(rule)} and not leads_by(rule, meant):
        raise Misfit(f"{meant[0].column} is a column that the rule does not read")
    if len(_own_cells(rule)) > 1 and not _is_parallel(simplified(rule.must), remark):
        raise Misfit("it is not clear which empty cells are wrong; name their column")
    if any(isinstance(part, Missing | Previous | Aggregate) for part in walk(rule.must)):
        raise Misfit("the rule already says when a cell may be empty")
    told = all_of(*(not_(Missing(of=cell)) for cell in meant), rule.must)
    return rule.model_copy(update={"must": told})


def _is_parallel(must: Predicate, remark: Modifier) -> bool:
    """Whether it asks the like of each of its columns, or a word names one of them."""
    if remark.values:
        return not any(isinstance(part, Any | Not | Unless) for part in walk(must))
    if remark.texts[4] == "bare" and isinstance(must, Compare):
        return True
    parts = must.parts if isinstance(must, All) else (must,)
    return all(len({each for each in walk(part) if isinstance(each, Cell)}) == 1 for part in parts)
