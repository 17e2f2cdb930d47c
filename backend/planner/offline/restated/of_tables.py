"""Phrases for rules over headers and over two tables as they are restated."""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.restated.rules import told
from backend.planner.offline.restated.terms import NOTHING, Fields, fields, united
from backend.rules.differing_rows import DifferingRows
from backend.rules.empty_columns import EmptyColumns
from backend.rules.language.terms import Cell, Constant, Predicate
from backend.rules.misnamed_columns import FORMS, MisnamedColumns
from backend.rules.phrasing import Phrases, Statement
from backend.rules.unlike_headers import AS_SHOWN, AS_WRITTEN, WAYS, UnlikeHeaders
from backend.rules.unmatched_values import UnmatchedValues
from backend.rules.wrong_columns import WrongColumns

phrase = Phrases()
phrase.words("_as_written", "; names are compared as written")


def _apart(words: str) -> str:
    """Words as a pattern: signs stand apart, and brackets are the sentence's own."""
    return re.sub(r"([(),:;])", r" \1 ", words).replace("(", r"\(").replace(")", r"\)")


# Headers --------------------------------------------------------------------------------------


@phrase("heading", r"has the columns <listed> \( and perhaps others \)")
def has(columns: tuple[str, ...]) -> Fields:
    """Has the columns user_id, email (and perhaps others)."""
    return fields(way="has", columns=columns)


@phrase("heading", "has the columns <listed> and no others , in any order")
def exactly(columns: tuple[str, ...]) -> Fields:
    """Has the columns email, user_id and no others, in any order."""
    return fields(way="exactly", columns=columns)


@phrase("heading", "has the columns <listed> and no others , in this order")
def ordered(columns: tuple[str, ...]) -> Fields:
    """Has the columns email, user_id and no others, in this order."""
    return fields(way="ordered", columns=columns)


@phrase("heading", "has no column <listed>")
def lacks(columns: tuple[str, ...]) -> Fields:
    """Has no column phone."""
    return fields(way="lacks", columns=columns)


@phrase("stmt", "<table> <heading> _as_written")
def wrong_columns(table: str, heading: Fields) -> Statement:
    """users has the columns user_id, email (and perhaps others); names are …."""
    return told(WrongColumns(table=table, **heading.named))


@phrase("so_wide", "<number>")
def just(number: Constant) -> Fields:
    """5."""
    return fields(fewest=int(number.value), most=int(number.value))


@phrase("so_wide", "at least <number>")
def at_least(number: Constant) -> Fields:
    """At least 5."""
    return fields(fewest=int(number.value))


@phrase("so_wide", "at most <number>")
def at_most(number: Constant) -> Fields:
    """At most 5."""
    return fields(most=int(number.value))


@phrase("so_wide", "from <number> to <number>")
def from_to(low: Constant, high: Constant) -> Fields:
    """From 3 to 5."""
    return fields(fewest=int(low.value), most=int(high.value))


@phrase("stmt", "<table> has <so_wide> columns")
def so_many_columns(table: str, wide: Fields) -> Statement:
    """users has at least 5 columns."""
    return told(WrongColumns(table=table, way="count", **wide.named))


for _case in ("lower", "upper"):

    @phrase(
        "stmt",
        f"the name of every column of <table> is in {_case} case ; each that is not is reported",
    )
    def misnamed_columns(table: str, case: Any = _case) -> Statement:
        """The name of every column of plants is in lower case; each that is not is reported."""
        return told(MisnamedColumns(table=table, way=case))


@phrase(
    "stmt",
    "the name of every column of <table> matches the pattern <regex> ; each that is not is "
    "reported",
)
def patterned_columns(table: str, pattern: str) -> Statement:
    """The name of every column of plants matches the pattern ^[a-z_]+$; each …."""
    said = f"matches the pattern {pattern}"
    return told(MisnamedColumns(table=table, way="pattern", pattern=pattern, says=said))


for _pattern, _says in FORMS:

    @phrase(
        "stmt",
        f"the name of every column of <table> {_apart(_says)} ; each that is not is reported",
    )
    def formed_columns(table: str, pattern: str = _pattern, says: str = _says) -> Statement:
        """The name of every column of plants is in camelCase; each that is not is reported."""
        return told(MisnamedColumns(table=table, way="pattern", pattern=pattern, says=says))


@phrase(
    "stmt",
    r"no two columns of <table> have the same name \( ignoring case \) ; each that shares its name "
    "is reported",
)
def repeated_names(table: str) -> Statement:
    """No two columns of plants have the same name (ignoring case); each that …."""
    return told(MisnamedColumns(table=table, way="unique", ignore_case=True))


@phrase(
    "stmt",
    "every column of <table> [<where>] has at least one value ; report each that has none",
)
def empty_columns(table: str, where: Predicate | None = None) -> Statement:
    """Every column of users has at least one value; report each that has none."""
    return told(EmptyColumns(table=table, where=where))


phrase.words("_as_shown", _apart(f"; {AS_WRITTEN}, and {AS_SHOWN}"))
for (_way, _types), _said in WAYS.items():
    _ending = "_as_shown" if _types else "_as_written"

    @phrase("stmt", f"{_apart(_said.format('<table>', '<table>'))} {_ending}")
    def unlike_headers(table: str, other: str, way: Any = _way, types: bool = _types) -> Statement:
        """sent and received have the same columns, in any order; names are …."""
        return told(UnlikeHeaders(table=table, other=other, way=way, types=types))


# Two tables -----------------------------------------------------------------------------------


@phrase("cell_of", "<column> of <table>")
def cell_of(column: Cell, table: str) -> Cell:
    """code of sent."""
    return column.model_copy(update={"table": table})


@phrase("stmt", "each value occurs equally often in <cell_of> and in <cell_of>")
def equally_often(mine: Cell, theirs: Cell) -> Statement:
    """Each value occurs equally often in code of sent and in code of received."""
    return told(UnmatchedValues(table=mine.table, mine=mine, theirs=theirs, equally_often=True))


@phrase("stmt", "each value of <cell_of> occurs in <cell_of> , and the reverse")
def unmatched_values(mine: Cell, theirs: Cell) -> Statement:
    """Each value of code of sent occurs in code of received, and the reverse."""
    return told(UnmatchedValues(table=mine.table, mine=mine, theirs=theirs))


@phrase(
    "stmt",
    r"each row occurs as often in <table> as in <table> , in all columns \( <listed> \) , in any "
    "order ; each row that does not is reported",
)
def as_often(table: str, other: str, columns: tuple[str, ...]) -> Statement:
    """Each row occurs as often in sent as in received, in all columns (order_no, amount), …."""
    return told(DifferingRows(table=table, other=other, columns=columns))


@phrase("give", ", give or take <quantity>")
def give(number: Constant) -> Fields:
    """Give or take 0.01."""
    return fields(tolerance=float(number.value))


@phrase("only_one", "a <names> that only one of them has is a difference")
def missing_too(_: tuple[str, ...]) -> Fields:
    """A order_no that only one of them has is a difference."""
    return fields(missing=True)


@phrase("only_one", "what only one of them has is not compared")
def missing_not() -> Fields:
    """What only one of them has is not compared."""
    return NOTHING


@phrase("name_of_both", "<column>")
def name_of_both(here: Cell) -> tuple[str, str]:
    """Order_no."""
    return (here.column, here.column)


@phrase("name_of_both", r"<column> \( <column> in <table> \)")
def name_of_each(here: Cell, there: Cell, _: str) -> tuple[str, str]:
    """Total (amount in invoices)."""
    return (here.column, there.column)


@phrase("names_of_both", "<name_of_both>", "<name_of_both> and <names_of_both>")
def names_of_both(
    first: tuple[str, str], rest: tuple[tuple[str, str], ...] = ()
) -> tuple[tuple[str, str], ...]:
    """Total (amount in invoices) and currency."""
    return (first, *rest)


@phrase(
    "stmt",
    "rows of <table> and <table> with the same <names_of_both> have the same <names_of_both> "
    "[<give>] ; each that differs is reported . <only_one>",
)
def differing_rows(table: str, other: str, *parts: Any) -> Statement:
    """Rows of sent and received with the same order_no have the same amount; …."""
    both = [part for part in parts if isinstance(part, tuple)]
    keys, columns = (tuple(here for here, _ in names) for names in both)
    there = tuple(pair for names in both for pair in names if pair[0] != pair[1])
    options = united(parts) | {"keys": keys, "columns": columns, "there": there}
    return told(DifferingRows(table=table, other=other, **options))
