"""Whether a model's rule can mean anything on these tables, and its types settled by the schema.

What the offline compiler guarantees by its grammar is required here of a rule that came as JSON.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan, PlanError
from backend.contracts.history import source_of
from backend.contracts.plan import Plan
from backend.contracts.schema import TableSnapshot
from backend.planner.by_model.answer import BadAnswer, refuse
from backend.planner.by_model.sound_terms import require_whole
from backend.planner.nearest import suggest
from backend.planner.offline.canonical import canonical
from backend.planner.offline.fitting import require_fit
from backend.planner.offline.holidays_named import with_unknown_years
from backend.planner.offline.resolve import Context, Misfit
from backend.planner.offline.tokens import Shape, tokenize
from backend.planner.offline.types import typed
from backend.rules.broken_places import BrokenPlaces, require_own_cells
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import facts_from, write_page
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Exists,
    Previous,
    Reads,
    Term,
)
from backend.rules.language.walk import parts, rewrite, walk
from backend.rules.moving_outliers import MovingOutliers
from backend.rules.moving_windows import LONGEST, SHORTEST
from backend.rules.outliers import Outliers
from backend.rules.outlying_periods import OutlyingPeriods
from backend.rules.rule import Rule
from backend.rules.wrong_columns import WrongColumns


def settle(rule: Rule, context: Context) -> Rule:
    """The rule with each comparison's type decided and each text spelled as the data spells it.

    What the model is told to mend is found without a look at values, so that no word of it tells
    what stands in a cell; what only the values show is for the owner to settle.

    Raises:
        BadAnswer: it is no rule over the check's tables, or one that nothing could break.
        CannotPlan: the sentence does not go with the data of the tables.
    """
    _require_tables(rule, context)
    for term in walk(rule):
        require_whole(term, context.check)
    _require_columns(rule, context.tables)
    _require_kind(rule)
    for part in parts(rule):
        # A kind's own cells say themselves whose they are.
        if not isinstance(part, Cell):
            _require_scope(part, rule.table)
    _require_measures(rule)
    try:
        _typed(rule, Context(context.check, _without_values(context.tables)))
    except Misfit as misfit:
        refuse(f"{misfit}.", misfit)
    try:
        return _typed(_unquoted(rule, context.check), context)
    except Misfit as misfit:
        raise CannotPlan(f"{context.check.check_id}: {misfit}.") from misfit


def _typed(rule: Rule, context: Context) -> Rule:
    if not isinstance(rule, BrokenRows):
        require_fit(rule, context)
    return canonical(typed(with_unknown_years(rule), context))


def _without_values(tables: dict[str, TableSnapshot]) -> dict[str, TableSnapshot]:
    """The tables as `privacy.share = names` tells them."""
    untold: dict[str, object] = {"values": (), "unique": False}
    return {
        name: table.model_copy(
            update={"columns": tuple(each.model_copy(update=untold) for each in table.columns)}
        )
        for name, table in tables.items()
    }


def require_program(rule: Rule, plan: Plan) -> None:
    """Pass a rule of which a program can be written.

    Raises:
        BadAnswer: none can.
    """
    try:
        write_page(rule, facts_from(plan.columns_read), title="")
    except PlanError as error:
        refuse(str(error), error)
    except ValueError as error:
        refuse(f"No program can be written of this rule ({error}).", error)


def _require_tables(rule: Rule, context: Context) -> None:
    named = rule.tables()
    for table in named:
        require_known(source_of(table), context.tables)
    for table in context.check.target_table:
        if table not in named:
            raise BadAnswer(f"The check names the table {table!r}, which the rule does not read.")


def require_known(table: str, tables: dict[str, TableSnapshot]) -> None:
    """Pass a table that the check names.

    Raises:
        BadAnswer: it does not.
    """
    if table not in tables:
        cure = suggest(table, tables, "The check's tables")
        raise BadAnswer(f"The check has no table {table!r}. {cure}")


def _require_columns(rule: Rule, tables: dict[str, TableSnapshot]) -> None:
    for table, column in rule.reads():
        require_known(table, tables)
        if tables[table].column(column) is None:
            cure = suggest(column, tables[table].column_names, "Columns")
            raise BadAnswer(f"{table} has no column {column!r}. {cure}")


_ONE_OF_THEM = (
    ("appears", "vanishes", "types"),
    ("least", "most"),
    ("fewest", "most", "columns"),
    ("bounds",),
    ("shares",),
    ("key",),
    ("values",),
)
"""Fields of kinds of which one is set, or nothing could break the rule."""


def _require_kind(rule: Rule) -> None:
    """What a kind needs beyond its schema, so that something could break it."""
    for fields in _ONE_OF_THEM:
        is_whole = all(name in type(rule).model_fields for name in fields)
        if is_whole and not any(_is_set(getattr(rule, name)) for name in fields):
            raise BadAnswer(f"Nothing could break the rule: set {' or '.join(fields)}.")
    has_factor = isinstance(rule, Outliers | MovingOutliers | OutlyingPeriods)
    if has_factor and not 0 < rule.factor < math.inf:  # type: ignore[attr-defined]
        raise BadAnswer('"factor" is a number above 0.')
    _require_windows(rule)
    if isinstance(rule, WrongColumns) and bool(rule.columns) == (rule.way == "count"):
        raise BadAnswer('The way "count" has no "columns", and every other way needs them.')


def _require_windows(rule: Rule) -> None:
    """What stands before is enough to spread, and a place is one that there can be."""
    size = rule.rows if isinstance(rule, MovingOutliers) else SHORTEST
    size = rule.periods if isinstance(rule, OutlyingPeriods) else size
    if not SHORTEST <= size <= LONGEST:
        raise BadAnswer(f"A window has from {SHORTEST} to {LONGEST} rows or periods.")
    try:
        if isinstance(rule, OutlyingPeriods):
            rule.measured()
        elif isinstance(rule, BrokenPlaces):
            require_own_cells(rule)
    except PlanError as error:
        raise BadAnswer(str(error)) from error


def _is_set(value: object) -> bool:
    return not (value is None or value is False or value in ((), ""))


def _require_scope(term: Term, table: str) -> None:
    """A cell is one of the rows that the term around it is about."""
    if isinstance(term, Cell) and term.table != table:
        raise BadAnswer(
            f"{term.table}.{term.column} stands where rows of {table} are looked at; reach it by "
            "a lookup, exists, or an aggregate with keys."
        )
    inner = term.table if isinstance(term, Exists | Aggregate) else table
    for part in parts(term):
        _require_scope(part, inner)


def _require_measures(rule: Rule) -> None:
    """Measures stand only where the emitters give them the meaning that the language tells."""
    for term in walk(rule):
        if isinstance(term, Aggregate) and term.by:
            if isinstance(rule, FailingMetrics):
                raise BadAnswer('The groups of failing_metrics are the rule\'s own "by".')
            if term.keys or term.table != rule.table:
                raise BadAnswer('"by" of an aggregate is for the rule\'s own table, without keys.')
    for term in _windows(rule):
        raise BadAnswer(
            f'"where" holds {term.type!r} over other rows of the table, which no kind can tell; '
            "give steps."
        )


def _windows(rule: Rule) -> Iterator[Term]:
    """Terms of the filter that look at other rows of the table."""
    for term in walk(rule.where) if rule.where is not None else ():
        is_over_rows = isinstance(term, Aggregate) and not term.keys
        if isinstance(term, Previous) or is_over_rows:
            yield term


def _unquoted(rule: Rule, check: Check) -> Rule:
    """Texts that the sentence does not quote are held against the column's values."""
    tokens = tokenize(check.calculation_hint)
    quoted = {token.text for token in tokens if token.shape == Shape.QUOTED}

    def change(term: Term) -> Term | None:
        if not isinstance(term, Constant) or term.reads != Reads.TEXT:
            return None
        return term.model_copy(update={"unquoted": str(term.value) not in quoted})

    return rewrite(rule, change)
