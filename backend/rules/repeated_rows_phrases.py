"""The English of copies: how many rows, or what share of them, may be alike; and that none may."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Predicate
from backend.rules.metric_bounds import allows, plain_bounds
from backend.rules.phrasing import Phrases, RowSet, Statement

phrase = Phrases()
phrase.words(
    "_another",
    "another | another one | another _row | any other _row | other _row | other _row in the table | "
    "each other | one another | any other | an earlier one | another _table_rows | "
    "any other _table_rows | other _table_rows | some other _row",
)
phrase.words("_exact", "exact | full | complete | identical | perfect | total | entire | true | full-row | "
             "whole-row | row-level")  # fmt: skip
phrase.words("_exactly", "fully | completely | exactly | entirely | totally")
phrase.words(
    "_in_full",
    "in full | in all columns | in every column | in all their columns | in all respects | "
    "in each column | as a whole | across all columns | across every column | over all columns",
)
phrase.words(
    "_copies",
    "[a|an] [_exact] (duplicate|duplicates|copy|copies) | "
    "[a|an] [_exact] (duplicate|duplicates|copy|copies) of _another | "
    "[_exactly] (duplicated|identical|repeated) | "
    "[_exactly] (duplicated|identical|repeated) _in_full | "
    "[_exactly] (identical|equal) to _another | [_exactly] (identical|equal) to _another _in_full | "
    "(identical|equal) _in_full to _another | the same as _another _in_full | "
    "[_exactly] equal _in_full",
)
phrase.words(
    "_repeats",
    "repeat an earlier (one|_row|_table_rows) | be [a|an] (surplus|redundant) (copy|copies) | "
    "be [a] (repeat|repeats|repetition|repetitions) of an earlier (one|_row|_table_rows)",
)
phrase.words("_may_must", "may | can | must | should | have to | has to")


def _rule(rows: RowSet, bound: Predicate, ignored: Any = (), **fields: object) -> Statement | None:
    """A bound that copies can be at; a row that is a copy is never the only one."""
    from backend.rules.repeated_rows import RepeatedRows

    bounds = plain_bounds(bound)
    if not bounds or len(bounds) > 1 or not allows(bound) or rows.each:
        return None
    ((sign, limit),) = bounds
    fewest = 2 if fields.get("measure", "copies") == "copies" else 1
    is_in_reach = 0 < limit < 1 if fields.get("is_share") else limit >= fewest + (sign == "<")
    if not is_in_reach:
        return None
    names = tuple(cell.column for cell in ignored if isinstance(cell, Cell))
    told = {"table": rows.table, "where": rows.where, "ignored": names, "bounds": bounds}
    return Statement(rule=RepeatedRows.model_validate({**told, **fields}))


def _parted(parts: tuple[Any, ...]) -> tuple[RowSet, Predicate, tuple[Any, ...]]:
    rows = next(part for part in parts if isinstance(part, RowSet))
    names = next((part for part in parts if isinstance(part, tuple)), ())
    return rows, next(p for p in parts if not isinstance(p, RowSet | tuple)), names


def _turned(bound: Predicate) -> Predicate:
    """What "not more than" says: at most."""
    sign = {">": "<=", ">=": "<"}.get(getattr(bound, "sign", ""), "!=")
    return bound.model_copy(update={"sign": sign})


# So many, or such a share ---------------------------------------------------------------------

for _bound, _is_share in (("<share_bound> of", True), ("<count_bound> [of]", False)):
    for _measure, _verb in (("copies", "be _copies"), ("surplus", "_repeats")):

        @phrase(
            "stmt",
            f"{_bound} [all|the] <rows> _may_must {_verb}",
            f"{_bound} [all|the] <rows> _may_must {_verb} [,] _but <ignored>",
            f"_but <ignored> [,] {_bound} [all|the] <rows> _may_must {_verb}",
            cost=0.02,
        )
        def so_many(
            *parts: Any, measure: str = _measure, is_share: bool = _is_share
        ) -> Statement | None:
            """At most 1% of the rows may be exact duplicates: rows that another one equals."""
            rows, bound, names = _parted(parts)
            return _rule(rows, bound, names, measure=measure, is_share=is_share)


@phrase("stmt", "there _may_must be <count_bound> <rows> that (are|is) _copies", cost=0.02)
@phrase(
    "stmt", "<count_bound> <rows> that (are|is) _copies [(are|is) (allowed|permitted)]", cost=0.02
)
def so_many_there(bound: Predicate, rows: RowSet) -> Statement | None:
    """There may be at most 5 rows that are full duplicates."""
    return _rule(rows, bound)


@phrase("copy_metric", "_share of <rows> that (are|is) _copies")
def copy_share(rows: RowSet) -> tuple[str, RowSet, str]:
    """The share of rows that are exact duplicates."""
    return ("share", rows, "copies")


@phrase("copy_metric", "number of <rows> that (are|is) _copies")
def copy_count(rows: RowSet) -> tuple[str, RowSet, str]:
    """The number of rows that are exact duplicates."""
    return ("count", rows, "copies")


for _measure in ("copies", "surplus"):

    @phrase("copy_metric", "_share of [_exact|_exactly] (duplicate|duplicated|repeated) <rows>")
    def duplicate_share(rows: RowSet, measure: str = _measure) -> tuple[str, RowSet, str]:
        """The share of duplicate rows: with the first of them, or without? Both are readings."""
        return ("share", rows, measure)

    @phrase(
        "copy_metric", "(number|count) of [_exact|_exactly] (duplicate|duplicated|repeated) <rows>"
    )
    def duplicate_count(rows: RowSet, measure: str = _measure) -> tuple[str, RowSet, str]:
        """The number of duplicate rows: with the first of them, or without?"""
        return ("count", rows, measure)

    @phrase(
        "stmt",
        "[_exact|_exactly] (duplicate|duplicated) <rows> _must (make up|account for) <share_bound> of (table|file|dataset|data|rows|all rows|the rows)",
    )
    def duplicates_share(*parts: Any, measure: str = _measure) -> Statement | None:
        """Duplicate rows must make up less than 1% of the table: both are readings."""
        rows, bound, _ = _parted(parts)
        return _rule(rows, bound, measure=measure, is_share=True)

    @phrase(
        "stmt",
        "there _must_not be <count_bound> [_exact|_exactly] (duplicate|duplicated) <rows>",
    )
    def not_so_many_there(
        bound: Predicate, rows: RowSet, measure: str = _measure
    ) -> Statement | None:
        """There must not be more than 5 duplicate rows: both are readings."""
        return _rule(rows, _turned(bound), measure=measure)

    @phrase(
        "stmt",
        "there _may_must be <count_bound> [_exact|_exactly] (duplicate|duplicated) <rows>",
        "<count_bound> [_exact|_exactly] (duplicate|duplicated) <rows> [(are|is) (allowed|permitted|tolerated)]",
    )
    def duplicates_there(
        bound: Predicate, rows: RowSet, measure: str = _measure
    ) -> Statement | None:
        """At most 5 duplicate rows: with the first of them, or without? Both are readings."""
        return _rule(rows, bound, measure=measure)


phrase.words("_stays", "stay | remain | be kept | be held | lie | be")
for _kind, _bounds in (("share", "<share_bound>"), ("count", "<count_bound>")):

    @phrase("stmt", f"<copy_metric> _must [_stays] {_bounds}", f"<copy_metric> _be {_bounds}")
    def copy_bound(
        told: tuple[str, RowSet, str], bound: Predicate, kind: str = _kind
    ) -> Statement | None:
        """The share of rows that are exact duplicates must be below 1%."""
        is_share = told[0] == "share"
        return (
            _rule(told[1], bound, measure=told[2], is_share=is_share) if told[0] == kind else None
        )


# None at all ----------------------------------------------------------------------------------


@phrase(
    "stmt",
    "no [single] <rows> _may_must be _copies",
    "no [single] <rows> _may_must be _copies [,] _but <ignored>",
    "_but <ignored> [,] no [single] <rows> _may_must be _copies",
    "_each <rows> _must be (unique|distinct) _in_full",
    "<rows> _must be (unique|distinct) _in_full",
    "<rows> _must_not be _copies",
    "<rows> _must_not (repeat|be repeated)",
    "no _exact duplicates",
    "no <rows> _may_must repeat",
    cost=0.02,
)
@phrase(
    "stmt",
    "(table|file|dataset|data) _must_not (contain|have|include) [any] [_exact|_exactly] (duplicate|duplicated|identical|repeated) <rows>",
    "(table|file|dataset|data) _must_not (contain|have|include) [any] [_exact] duplicates",
    "<table> _must_not (contain|have|include) [any] [_exact|_exactly] (duplicate|duplicated|identical|repeated) _row",
    "(table|file|dataset|data) _must be free of [_exact|_exactly] (duplicate|duplicated|identical|repeated) <rows>",
    cost=0.02,
)
def no_copies_at_all(*parts: Any) -> Statement | None:
    """No row may be an exact copy of another."""
    from backend.rules.duplicates import Duplicates

    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    names = next((part for part in parts if isinstance(part, tuple)), ())
    table = next((part for part in parts if isinstance(part, str)), rows.table)
    ignored = tuple(cell.column for cell in names if isinstance(cell, Cell))
    return Statement(rule=Duplicates(table=table, where=rows.where, ignored=ignored))
