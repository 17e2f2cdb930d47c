"""Phrases for a value against the one in the row before: in the period before, an hour after it."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.dates.days_apart import _BEFORE, _OPPOSITE
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Predicate, Previous, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

# In the period before ---------------------------------------------------------------------------

phrase("before_adj", "strictly <before_adj>")(lambda sign: sign if sign in ("<", ">") else None)
phrase.words(
    "_at_that", "[than] (in|on|at|of|for|during|that of|that in|that on|it was in|it was on)"
)
phrase.words("_one_earlier_than", "previous | preceding | prior")

for _words, _sign in _BEFORE.items():

    @phrase(
        "before_in",
        f"[strictly] {_words} [than] _at_that [the|its] <column> _just_before",
        f"[strictly] {_words} [than] _at_that [the|its] _one_earlier_than <column>",
    )
    def before_in(order: Value, sign: str = _sign) -> tuple[str, str] | None:
        """Higher than in the period before: periods put the rows in order."""
        return (sign, order.column) if isinstance(order, Cell) else None


@phrase("stmt", "<cell> _must be <before_in>", "_each <cell> _must be <before_in>")
def as_in_the_one_before(of: Value, told: tuple[str, str]) -> Statement | None:
    """The reading must be higher than in the period before."""
    sign, order = told
    if not isinstance(of, Cell) or of.column == order:
        return None
    return rule(compare(of, sign, Previous(of=of, order_by=order)), subject=of)


@phrase("stmt", "<cell> _must_not be <before_in>", "no <cell> _may be <before_in>")
def not_as_in_the_one_before(of: Value, told: tuple[str, str]) -> Statement | None:
    """The reading must not be lower than in the period before."""
    return as_in_the_one_before(of, (_OPPOSITE[told[0]], told[1]))


@phrase("rel", "whose <cell> (is|was|lies) <before_in>", cost=0.02)
def whose_is_as_before(of: Value, told: tuple[str, str]) -> Predicate | None:
    """Whose reading is lower than in the period before."""
    sign, order = told
    if not isinstance(of, Cell) or of.column == order:
        return None
    return compare(of, sign, Previous(of=of, order_by=order))


@phrase(
    "previous", "<cell> (of|in|on|from) the (<noun>|_row) (before|above|preceding) it", cost=0.05
)
@phrase("previous", "<cell> (of|in|on|from) the <noun> (before|above)", cost=0.1)
@phrase("previous", "<cell> (of|in|on|from) _one_earlier_than <noun>", cost=0.1)
def of_the_row_before(cell: Value, *rows: RowSet) -> Value | None:
    """The number in the row above it."""
    is_plain = all(each.where is None for each in rows)
    return Previous(of=cell) if isinstance(cell, Cell) and is_plain else None


@phrase(
    "previous", "<cell> (of|in|on|from) [the] [same] <cell> 's (previous|preceding) (<noun>|_row)"
)
def of_its_groups_row_before(cell: Value, of: Value, *rows: RowSet) -> Value | None:
    """The meter reading of the same vehicle's previous trip."""
    before = of_the_row_before(cell, *rows)
    return None if before is None else _grouped(before, of)


# So long after the one before -------------------------------------------------------------------


@phrase("span", "<number> (min|mins)")
def minutes(size: Constant) -> Span | None:
    """30 min."""
    return (int(size.value), "minutes") if isinstance(size.value, int) else None


phrase("span", "half an hour", "half of an hour")(lambda: (30, "minutes"))
phrase("span", "a quarter of an hour", "quarter of an hour")(lambda: (15, "minutes"))


@phrase("row_before", "<previous>", cost=0.02)
def value_before(value: Value) -> Value:
    """The time of the row before."""
    return value


@phrase(
    "row_before",
    "[the] one _just_before",
    "[the|its] (_row|<noun>) _just_before",
    "[the|its] _one_earlier_than (one|_row|<noun>)",
    "[its] predecessor",
)
def one_before(*rows: RowSet) -> Value | None:
    """The one before it."""
    return Previous(of=IT) if all(each.where is None for each in rows) else None


@phrase(
    "row_before",
    "<row_before> (of|at|for|from|in|on|with|within) ([the] same|that|this|its|their|the) <cell>",
)
def one_before_of(value: Value, of: Value) -> Value | None:
    """The one before at the same station."""
    return _grouped(value, of) if isinstance(value, Previous) and not value.by else None


def _grouped(value: Any, by: Value) -> Any:
    """With each row before it in the same group."""
    if not isinstance(by, Cell):
        return None

    def place(part: Term) -> Term | None:
        return part.model_copy(update={"by": (by.column,)}) if isinstance(part, Previous) else None

    return rewrite(value, place)


@phrase("factor", "(that|the one|the value) (of|in|on|for) <row_before>", cost=0.15)
def that_of_the_one_before(value: Value) -> Value | None:
    """That of the previous band."""
    return value if isinstance(value, Previous) and value.of == IT else None


phrase.words("_where_it_stood", "in | on | at | of | that of | that in | that on | the one in")


@phrase("feature", "(the same|an identical|the identical) <cell> as [_where_it_stood] <row_before>")
def alike_before(of: Value, before: Value) -> Predicate | None:
    """The same value as the previous reading of that sensor."""
    is_open = isinstance(before, Previous) and before.of == IT and isinstance(of, Cell)
    return compare(of, "==", about(before, of)) if is_open else None


@phrase("feature", "(another|a different) <cell> (than|from) [_where_it_stood] <row_before>")
def unlike_before(of: Value, before: Value) -> Predicate | None:
    """Another value than the row before."""
    told = alike_before(of, before)
    return None if told is None else not_(told)


for _head, _sign in (
    ("_ge", ">="), ("_gt", ">"), ("_le", "<="), ("_lt", "<"), ("exactly", "=="), ("precisely", "=="), ("", "=="),
):  # fmt: skip

    @phrase("so_much_later", f"{_head} <span> (after|later than|behind) <row_before>", cost=0.02)
    def so_much_later(span: Span, before: Value, sign: str = _sign) -> Predicate | None:
        """Exactly an hour after the one before it."""
        moved = shifted(before, span, 1)
        return None if moved is None else compare(IT, sign, moved)


phrase("adj", "<so_much_later>")(lambda told: told)
phrase(
    "verb",
    "(come|comes|follow|follows|lie|lies|be taken|be made|be read|fall|falls) <so_much_later>",
)(lambda told: told)
phrase.words(
    "_after_the_first",
    "after [the|its] first [one|<noun>] | but [the|its] first [one] | except [the|its] first [one]",
)


@phrase(
    "stmt",
    "_each <noun> [_after_the_first] _must (come|follow|be taken|be made|be|lie|fall) <so_much_later>",
    cost=0.05,
)
def rows_come(rows: RowSet, told: Predicate) -> Statement | None:
    """Each reading must come an hour after the one before it: the schema tells when it was."""
    if rows.where is not None or any(isinstance(part, Cell) for part in walk(told)):
        return None

    def order(part: Term) -> Term | None:
        return part.model_copy(update={"order_by": WHEN}) if isinstance(part, Previous) else None

    told = rewrite(told, order)
    return rule(about(told, Cell(table=rows.table, column=WHEN)), rows.table)


@phrase(
    "stmt",
    "_each <noun> (after|but|except) [a|each|every|any|the] <cell> 's first [one|<noun>] _must (come|follow|be taken|be made|be|lie|fall) <so_much_later>",
    cost=0.05,
)
def rows_of_each_come(rows: RowSet, by: Value, *rest: Any) -> Statement | None:
    """Each reading after a station's first must come an hour after the one before it."""
    told = _grouped(rest[-1], by)
    return None if told is None else rows_come(rows, told)


phrase.words(
    "_that_lie", "that | which | that come | which come | that follow | that comes | that follows"
)


@phrase(
    "stmt", "_flag [_each|any] <noun> _that_lie [is|are|was|were] not <so_much_later>", cost=0.05
)
@phrase("stmt", "_flag [_each|any] <noun> not <so_much_later>", cost=0.05)
def rows_that_do_not_come(*parts: Any) -> Statement | None:
    """Flag each reading that is not exactly an hour after the one before it."""
    rows, told = (part for part in parts if not isinstance(part, bool))
    return rows_come(rows, told)


@phrase("stmt", "_flag [_each|any] <noun> _that_lie [is|are|was|were] <so_much_later>", cost=0.05)
def rows_that_come(*parts: Any) -> Statement | None:
    """Flag readings that are more than an hour after the one before."""
    rows, told = (part for part in parts if not isinstance(part, bool))
    return rows_come(rows, not_(told))
