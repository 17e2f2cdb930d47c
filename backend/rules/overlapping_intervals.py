"""Rows whose intervals overlap although one key holds one interval at a time."""

from __future__ import annotations

from typing import Literal

from backend.codegen.code import Code, call, literal
from backend.codegen.page import Body
from backend.contracts.plan import Grain
from backend.rules import overlapping_intervals_sql
from backend.rules.filled_rows import filled_rows
from backend.rules.language.emit_cells import has_time
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.say import say
from backend.rules.language.terms import Cell, Reads, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, enter_scope

START, END = "<start>", "<end>"
"""Columns of an interval that the sentence does not name; the schema tells them."""


class OverlappingIntervals(Rule):
    """Of the rows that share ``by``, no two have intervals from ``start`` to ``end`` in common.

    An empty end is open: the interval goes on for ever. An interval may start where another
    ends, unless ``closed`` says that the end belongs to it. ``flag`` tells which rows of an
    overlap are flagged: all of them, or those that start later. Rows without a key or a start
    are not compared; a filled cell that is no date (or number) is flagged.
    """

    kind: Literal["overlapping_intervals"] = "overlapping_intervals"
    start: str
    end: str
    by: tuple[str, ...] = ()
    closed: bool = False
    flag: Literal["all", "later"] = "all"

    def own_columns(self) -> tuple[str, ...]:
        """The interval and its key."""
        return (self.start, self.end, *self.by)

    def ordered_columns(self) -> tuple[str, ...]:
        """Columns that must hold dates or numbers."""
        return (self.start, self.end)


def emit(rule: OverlappingIntervals, facts: Facts) -> Functions:
    """``scope`` keeps rows with a key and a start; ``check`` compares them in order of start."""
    scope = filled_rows(rule, facts, (*rule.by, rule.start))
    body = body_for(rule)
    enter_scope(body, rule)
    _compare(rule, over(body, rule.table, facts))
    return Functions(check=body, scope=scope)


_NEVER = "9999-12-31 23:59:59"


def _compare(rule: OverlappingIntervals, rows: Rows) -> None:
    body = rows.body
    reads = _reads(rule, rows)
    start, end = (
        rows.value(Cell(table=rule.table, column=column), reads)
        for column in (rule.start, rule.end)
    )
    has_end = rows.column(rule.end).call("notna")
    unreadable = body.let("unreadable", start.call("isna") | (end.call("isna") & has_end))
    never = literal(2**62) if reads == Reads.NUMBER else call("pd.Timestamp", literal(_NEVER))
    ends = body.let("ends", end.call("where", has_end, never).call("fillna", start))
    order = body.let("order", start.call("sort_values", kind=literal("stable")).attribute("index"))
    first = body.let("ordered starts", start.attribute("loc").item(order))
    last = body.let("ordered ends", ends.attribute("loc").item(order))
    latest = body.let("latest end so far", _grouped(last, rule, rows, body).call("cummax"))
    before = body.let("end before", _grouped(latest, rule, rows, body).call("shift"))
    overlaps = first.compare("<=" if rule.closed else "<", before)
    if rule.flag == "all":
        after = body.let("next start", _grouped(first, rule, rows, body).call("shift", literal(-1)))
        overlaps = overlaps | last.compare(">=" if rule.closed else ">", after)
    in_place = body.let("overlaps", overlaps)
    found = in_place.call("reindex", rows.frame.attribute("index"))
    body.give(rows.frame.item(found | unreadable))


def _grouped(series: Code, rule: OverlappingIntervals, rows: Rows, body: Body) -> Code:
    return series.call("groupby", rows.groups(rule.by)) if rule.by else series


def _reads(rule: OverlappingIntervals, rows: Rows) -> Reads:
    """By calendar day, unless both ends carry a time of day."""
    facts = [rows.fact(rule.table, column) for column in (rule.start, rule.end)]
    if all(fact.type in NUMERIC or fact.mostly in NUMERIC for fact in facts):
        return Reads.NUMBER
    return Reads.TIME if all(has_time(fact) for fact in facts) else Reads.DATE


def say_rule(rule: OverlappingIntervals) -> str:
    """The requirement in words."""
    where = f" where {say(rule.where)}" if rule.where is not None else ""
    same = f" with the same {' and '.join(rule.by)}" if rule.by else ""
    ends = (
        f"The {rule.end} belongs to the interval, so that one may start only after another's end"
        if rule.closed
        else "One may start where another ends"
    )
    which = "every row that overlaps another" if rule.flag == "all" else "the row that starts later"
    return (
        f"No two {rule.table} rows{where}{same} overlap from {rule.start} to {rule.end}; "
        f"flag {which}. {ends}; an empty {rule.end} is open."
    )


# English -------------------------------------------------------------------------------------

phrase = Phrases()
phrase.words(
    "_periods",
    "periods | intervals | ranges | date ranges | time ranges | spans | time spans | terms | "
    "validity periods | bookings | stays | slots | time slots | period | interval | range",
)
phrase.words("_same_place", "on the same day | at the same time | at the same moment")


@phrase(
    "remark",
    "[both] <cell> and <cell> (belong to|are part of|count as part of|are included in) (it|_periods|<noun>|the <noun>)",
    "[both] <cell> and <cell> (are|being|both) (included|inclusive)",
)
def ends_belong(*parts: object) -> Modifier | None:
    """Both lent_on and returned_on belong to the loan: so does the day on which it ends."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    return Modifier(kind="closed", values=cells) if len(cells) == 2 else None


@phrase(
    "remark",
    "<cell> (belongs to|is part of|counts as part of|is included in) (it|_periods|the <noun>)",
    "<cell> (is included|is inclusive|included|inclusive|counts as well|counts too)",
    cost=0.05,
)
def end_belongs(end: Value, *_noun: object) -> Modifier | None:
    """The returned_on is included."""
    return Modifier(kind="closed", values=(end,)) if isinstance(end, Cell) else None


@phrase(
    "remark",
    "both (ends|dates|days) (are included|included|inclusive|are inclusive|count|belong to it|belong to the _periods)",
    "the (last|end) (day|date) (is included|counts|belongs to it|is part of it|counts as well)",
    "[so] (touching|adjacent|adjoining) _periods (overlap|also overlap|count as overlapping|count as an overlap|are not allowed either)",
    "_periods are closed [on both sides|at both ends]",
    "(not even|also not|nor) _same_place",
    "closed _periods",
)
def closed_ends() -> Modifier:
    """The last day belongs to the interval."""
    return Modifier(kind="closed")


@phrase(
    "remark",
    "(touching|adjacent|adjoining) [_periods] _be (fine|ok|okay|allowed|permitted|no overlap|not an overlap)",
    "(the last|the end) (day|date) (is not included|does not count|is excluded)",
    "one may (start|begin) (when|where|on the day) another ends",
    "(starting|ending and starting|beginning) _same_place is (fine|ok|okay|allowed|no overlap)",
)
def open_ends() -> Modifier:
    """One interval may start where another ends, which is the convention."""
    return Modifier(kind="open-ended")


phrase.words("_overlap", "overlap | overlap each other | overlap one another | intersect")


@phrase(
    "interval", "from <cell> to <cell>", "<cell> (to|until|-|–) <cell>", "between <cell> and <cell>"
)
@phrase("interval", "(given|defined|made up) by <cell> and <cell>", "of <cell> (to|and) <cell>")
@phrase("interval", "<cell> / <cell>", "( <cell> (to|-|–|,) <cell> )")
def interval(start: Value, end: Value) -> tuple[str, Cell, Cell] | None:
    """From one column to another."""
    if not isinstance(start, Cell) or not isinstance(end, Cell) or start == end:
        return None
    return ("interval", start, end)


@phrase(
    "same_key",
    "(of|for|with|in|on|from|within|per) (one|the same|each|every|a|a single|any|any one) <cell>",
    "per <cell>",
    "(sharing|of) (a|the same) <cell>",
    "(of|for|with|in|on|from|within) (the same|each|every) <and_cells>",
    "per <and_cells>",
)
def same_key(found: Value | Subjects) -> tuple[str, ...] | None:
    """Of the same room."""
    cells = found.items if isinstance(found, Subjects) else (found,)
    names = tuple(cell.column for cell in cells if isinstance(cell, Cell))
    return ("key", *names) if len(names) == len(cells) else None


def no_overlap(*parts: object, flag: str = "all") -> Statement | None:
    """A rule from the rows, the two ends and the key that a sentence names, in any order."""
    tuples = [part for part in parts if isinstance(part, tuple)]
    unnamed = ("interval", Cell(table="", column=START), Cell(table="", column=END))
    ends = next((part for part in tuples if part[0] == "interval"), unnamed)
    by = next((part[1:] for part in tuples if part[0] == "key"), ())
    rows = next((part for part in parts if isinstance(part, RowSet)), RowSet())
    _, start, end = ends
    if not isinstance(start, Cell) or not isinstance(end, Cell):
        return None
    found = OverlappingIntervals.model_validate(
        {
            "table": rows.table or start.table or end.table,
            "where": rows.where,
            "start": start.column,
            "end": end.column,
            "by": by,
            "flag": flag,
        }
    )
    return None if {start.column, end.column} & set(by) else Statement(rule=found)


@phrase(
    "stmt",
    "[the] _periods <interval> _must_not _overlap",
    "[the] _periods <interval> <same_key> _must_not _overlap",
    "[the] _periods <same_key> <interval> _must_not _overlap",
    "<same_key> [,] [the] _periods <interval> _must_not _overlap",
    "<rows> <same_key> _must_not _overlap \\( <interval> \\)",
    "<rows> <same_key> _must_not _overlap <interval>",
    "<rows> _must_not _overlap <interval> <same_key>",
    "<rows> _must_not _overlap <interval>",
    "<same_key> [,] <rows> _must_not _overlap \\( <interval> \\)",
    "<same_key> [,] <rows> _must_not _overlap <interval>",
    "no two <rows> <same_key> (may|must|should|can) _overlap \\( <interval> \\)",
    "no two <rows> <same_key> (may|must|should|can) _overlap <interval>",
    "no two _periods <interval> <same_key> (may|must|should|can) _overlap",
    "<same_key> [,] no two <rows> (may|must|should|can) _overlap \\( <interval> \\)",
    "<same_key> [,] no two _periods <interval> (may|must|should|can) _overlap",
    "there (must|should|may) be no (overlaps|overlap|overlapping _periods) <interval> <same_key>",
    "<rows> <same_key> _must_not _overlap",
    "[the] _periods <same_key> _must_not _overlap",
    "[the] validity _periods <same_key> _must_not _overlap",
    "<same_key> [,] [the] [validity] _periods _must_not _overlap",
    "<same_key> [,] <rows> _must_not _overlap",
    "no two [validity] _periods <same_key> (may|must|should|can) _overlap",
    "no two <rows> <same_key> (may|must|should|can) _overlap",
    "<interval> _must_not _overlap <same_key>",
    "<same_key> [,] <interval> _must_not _overlap",
)
@phrase(
    "stmt",
    "_flag <rows> <same_key> that _overlap \\( <interval> \\)",
    "_flag <rows> <same_key> that _overlap <interval>",
    "_flag overlapping _periods <interval> <same_key>",
    "_flag overlapping <rows> <same_key> \\( <interval> \\)",
    "_flag <rows> whose _periods <interval> overlaps (another|that of another|another one) <same_key>",
)
def apart(*parts: object) -> Statement | None:
    """Bookings of one room must not overlap (start to end)."""
    return no_overlap(*parts)


KIND = Kind(
    phrases=phrase,
    spec=OverlappingIntervals,
    summary="Rows whose intervals overlap although one key holds one interval at a time.",
    emit=emit,
    lower=overlapping_intervals_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.ROWS,
    examples=(
        Example(
            "The periods from start_date to end_date of one room must not overlap.",
            {
                "bookings": (
                    ("booking_id", "room", "start_date", "end_date"),
                    (1, 101, "2024-01-01", "2024-01-05"),
                    (2, 101, "2024-01-05", "2024-01-09"),
                    (3, 101, "2024-01-08", None),
                    (4, 102, "2024-01-02", "2024-01-06"),
                    (5, 102, "2024-01-01", "2024-01-02"),
                    (6, None, "2024-01-01", "2024-01-09"),
                )
            },
            (1, 2),
            "per_key",
        ),
    ),
)
