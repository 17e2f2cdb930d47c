"""A cell that is NULL, where the file spells it out: the text NULL counts as empty."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token, tokenize
from backend.planner.offline.written_nulls_compared import (
    asks_for_null,
    spelt_in,
    with_nulls_as_empties,
)
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    Exists,
    Missing,
    Predicate,
    Term,
)
from backend.rules.language.walk import parts, rewrite, walk
from backend.rules.phrasing import all_of, any_of, both, not_
from backend.rules.rule import Rule

_NULL = "null"
_NULLS = frozenset({"null", "nulls"})
_TOLD_OTHERWISE = frozenset({"empty", "blank", "blanks", "missing", "filled", "unknown", "given"})
"""Words that tell by themselves what is empty; beside them the text is asked about."""
_JOINING = frozenset({"or", "nor", "and", ",", "/", "not", "a", "an", "the", "text", "is", "be"})
_DENIALS = frozenset({
    "not", "no", "never", "cannot", "without", "neither", "nor", "forbidden", "error", "errors",
    "wrong", "flag", "report", "only",
})  # fmt: skip


def with_written_nulls(rule: Rule, context: Context) -> Rule:
    """The rule, with "is NULL" also said of cells that hold this very text."""
    tokens = tokenize(context.check.calculation_hint)
    words = {token.low for token in tokens if token.shape == Shape.WORD}
    if not words & _NULLS:
        return rule
    asked = bool(words & _TOLD_OTHERWISE) and not _is_told_beside(tokens)
    rule = with_nulls_as_empties(rule, context, tokens, only_unspelt=asked)
    if asks_for_null(rule):
        return rule
    if isinstance(rule, Duplicates | InconsistentValues):
        return without_null_rows(rule, context)
    if not isinstance(rule, BrokenRows | FailingMetrics) or asked:
        return rule

    def change(part: Term) -> Term | None:
        if not isinstance(part, Cell) or {text.lower() for text in part.empty_if} - {_NULL}:
            return None
        spelt = spelt_in(part, context)
        return None if spelt == part.empty_if else part.model_copy(update={"empty_if": spelt})

    fresh = rewrite(rewrite(rule, _without_null_option), change)
    if not isinstance(fresh, BrokenRows):
        return fresh
    return fresh if are_denied(tokens) else _with_keys_that_are_there(fresh, context)


def are_denied(tokens: Sequence[Token]) -> bool:
    """Whether a NULL is called wrong: not NULL, NULL is an error."""
    return any(
        token.low in _NULLS and _DENIALS & {each.low for each in tokens[max(at - 4, 0) : at + 5]}
        for at, token in enumerate(tokens)
    )


def _is_told_beside(tokens: Sequence[Token]) -> bool:
    """Must not be NULL or empty: whatever tells what is empty is said in one breath with it."""
    told = [at for at, token in enumerate(tokens) if token.low in _TOLD_OTHERWISE]
    beside = {
        at
        for start, end in pairwise(
            at for at, token in enumerate(tokens) if token.low in _NULLS | _TOLD_OTHERWISE
        )
        for at in (start, end)
        if {tokens[start].low, tokens[end].low} & _NULLS
        and end - start > 1
        and {token.low for token in tokens[start + 1 : end]} <= _JOINING
    }
    return bool(told) and beside >= {*told}


def _with_keys_that_are_there(rule: BrokenRows, context: Context) -> BrokenRows:
    """A key that is NULL is none, and so refers to nothing that could be unknown."""
    told = {part.of for part in walk(rule) if isinstance(part, Missing)}
    demands = parts(rule.must) if isinstance(rule.must, All) else (rule.must,)
    names = [mine for each in demands if isinstance(each, Exists) for mine, _ in each.keys]
    for name in names:
        cell = Cell(table=rule.table, column=name)
        of = cell.model_copy(update={"empty_if": spelt_in(cell, context)})
        if of.empty_if and of not in told:
            rule = rule.model_copy(update={"where": both(rule.where, not_(Missing(of=of)))})
    return rule


def _without_null_option(part: Term) -> Term | None:
    """ "NULL is allowed" of a cell: as empty as it is, it breaks nothing anyway."""
    if not isinstance(part, Any):
        return None
    kept = [each for each in part.parts if not _is_null_itself(each)]
    return any_of(*kept) if kept and len(kept) < len(part.parts) else None


def _is_null_itself(part: Predicate) -> bool:
    is_text = isinstance(part, Compare) and isinstance(part.right, Constant)
    return is_text and part.sign == "==" and str(part.right.value).lower() == _NULL  # type: ignore[union-attr]


def without_null_rows(rule: Duplicates | InconsistentValues, context: Context) -> Rule:
    """The rule without the rows whose key is NULL.

    Raises:
        Misfit: it is not plain whether a NULL is one of the values that are compared.
    """
    cells = [Cell(table=rule.table, column=name) for name in rule.own_columns()]
    spelt = {cell: texts for cell in cells if (texts := spelt_in(cell, context))}
    columns = {cell: context.column(cell.table, cell.column) for cell in spelt}
    known = [cell for cell, column in columns.items() if column is not None and column.values]
    is_odd = isinstance(rule, Duplicates) and (rule.required or rule.empty_counts)
    if known and (is_odd or any(cell.column not in rule.key for cell in known)):
        raise Misfit(f"{known[0].column} holds the text NULL; say what is to become of it")
    if is_odd:
        return rule
    keys = [cell for cell in spelt if cell.column in rule.key]
    filled = [not_(Missing(of=cell.model_copy(update={"empty_if": spelt[cell]}))) for cell in keys]
    return rule.model_copy(update={"where": both(rule.where, all_of(*filled))}) if filled else rule
