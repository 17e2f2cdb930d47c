"""Phrases that hold a measure of some rows against that of others, each behind its own preposition.

The mean must be higher on rows with workingday 0 than on rows with workingday 1; lower where it
rains than where it does not.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.two_groups import measure_against_that
from backend.rules.language.terms import Constant, Measure, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, compare

phrase = Phrases()

phrase.words("_among_some", "of | for | in | on | among | with | at | during")
phrase.words("_wherever_so", "where | when | if | whenever")


@phrase("some_apart", "_among_some <rows>")
def rows_apart(rows: RowSet) -> RowSet | None:
    """On rows with workingday 0."""
    return None if rows.each or rows.where is None else rows


@phrase("some_apart", "_among_some <cell> <option>", cost=0.1)
def with_value(of: Value, value: Constant) -> RowSet:
    """In lot A."""
    return RowSet(where=compare(of, "==", value))


@phrase("some_apart", "_wherever_so <clauses>")
def where_apart(told: Predicate) -> RowSet:
    """Where workingday is 0."""
    return RowSet(where=told)


@phrase(
    "stmt",
    "<measure> [of] <cell> _must be <a_higher> <some_apart> than <some_apart>",
    "<measure> [of] <cell> _be <a_higher> <some_apart> than <some_apart>",
    "<some_apart> [,] <measure> [of] <cell> _must be <higher_than> [that|the one] <some_apart>",
    "<some_apart> [,] <measure> [of] <cell> _be <higher_than> [that|the one] <some_apart>",
    cost=0.02,
)
def higher_on_some(*parts: object) -> Statement | None:
    """The mean count has to be higher on rows with workingday 0 than on rows with workingday 1."""
    rows, others = (part for part in parts if isinstance(part, RowSet))
    kind = next(part for part in parts if isinstance(part, Measure))
    sign = next(part for part in parts if part in ("<", ">"))
    of = next(part for part in parts if not isinstance(part, RowSet | Measure | str))
    return _apart(kind, of, rows, str(sign), others)  # type: ignore[arg-type]


def _apart(kind: Measure, of: Value, rows: RowSet, sign: str, others: RowSet) -> Statement | None:
    table = rows.table or others.table
    if others.table not in ("", table):
        return None
    first = rows.model_copy(update={"table": table})
    return measure_against_that(kind, of, first, sign, others.model_copy(update={"table": table}))
