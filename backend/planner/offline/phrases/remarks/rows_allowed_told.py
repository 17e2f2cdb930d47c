"""Phrases for how many rows may break a rule, and for what is told beside a key or a bound."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.voices import per_colon
from backend.planner.offline.rows_allowed import OF_NUMBERS
from backend.rules.language.terms import Cell, Constant, Missing, Predicate, Today, Value
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about_all,
    all_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()

# How many rows may break the rule -------------------------------------------------------------

phrase.words(
    "_let_off_at_most",
    "at most | up to | no more than | not more than | a maximum of | maximum | max",
)
phrase.words("_some_rows", "rows | row | records | record | entries | lines")
phrase.words(
    "_break_this_rule",
    "break | break it | break this | break that | break the rule | break this rule | violate it | "
    "violate this | violate the rule | violate this rule | violate | fail | fail this | fail the check | "
    "fail this check | fail the rule | not comply | be wrong | be exceptions | be otherwise",
)
phrase.words("_may_do", "may | can | are allowed to | is allowed to")
phrase.words("_bearing", "allowing | tolerating | accepting | permitting | allowing for")
phrase.words(
    "_failures",
    "exceptions | exception | violations | violation | failures | failure | failing rows | "
    "failing records | bad rows | bad records | misses | outliers among the rows | rows that break it",
)


@phrase(
    "so_many_let_off",
    "_let_off_at_most <number> _some_rows",
    "_let_off_at_most <number> of the _some_rows",
)
def so_many_rows(most: Constant) -> Modifier | None:
    """Up to 3 rows."""
    is_count = isinstance(most.value, int) and not isinstance(most.value, bool) and most.value > 0
    return remark("rows-allowed", number=float(most.value)) if is_count else None


@phrase("so_many_let_off", "_let_off_at_most <percent> [of [all|the|all the] _some_rows]")
def so_many_percent(most: float) -> Modifier | None:
    """At most 3% of the rows."""
    return remark("rows-allowed", number=most, texts=("share",)) if 0 < most < 1 else None


@phrase("so_many_failures", "[_let_off_at_most] <number> _failures")
def so_many_failures(most: Constant) -> Modifier | None:
    """At most 10 exceptions."""
    return so_many_rows(most)


@phrase("so_many_failures", "[_let_off_at_most] <percent> [of] _failures")
def so_many_percent_of_failures(most: float) -> Modifier | None:
    """5% failures."""
    return so_many_percent(most)


phrase("remark", "[but|though|,] <so_many_let_off> _may_do _break_this_rule")(lambda found: found)
phrase(
    "remark", "_bearing <so_many_failures>", "_bearing <so_many_let_off> (to|that) _break_this_rule"
)(lambda found: found)
phrase("remark", "<so_many_failures> (are|is) (allowed|fine|ok|tolerated|accepted|acceptable)")(
    lambda found: found
)


@phrase(
    "remark",
    "[with] [a|an] (tolerance|allowance|error margin) of <percent>",
    "tolerance [:|=|is] <percent>",
    "with <percent> (tolerance|allowance)",
    cost=0.02,
)
def tolerance_of_rows(most: float) -> Modifier | None:
    """With a tolerance of 5%: of rows, where no numbers could be meant."""
    told = so_many_percent(most)
    return told and told.model_copy(update={"texts": (*told.texts, OF_NUMBERS)})


@phrase("stmt", "<so_many_let_off> _may_do _break_this_rule : <stmt>", cost=0.05)
def so_many_may(allowed: Modifier, told: Statement) -> Statement:
    """At most 3% of the rows may violate: salary must be at least 24000."""
    return told.model_copy(update={"remarks": (*told.remarks, allowed)})


# How full a column is -------------------------------------------------------------------------

phrase.words("_full_so_far", "complete | filled | populated | filled in | non-null | non-empty")
phrase.words("_void_so_far", "empty | null | blank | missing")


@phrase("stmt", "<cell> _must be [at least] <percent> _full_so_far", cost=0.05)
@phrase("stmt", "<and_cells> _must (each|both|all) be [at least] <percent> _full_so_far", cost=0.05)
@phrase("stmt", "<cell> : [at least] <percent> _full_so_far", cost=0.05)
def full_so_far(of: Any, least: float) -> Statement | None:
    """dept must be 98% complete: at least."""
    cells = of.items if isinstance(of, Subjects) else (of,)
    if not all(isinstance(cell, Cell) for cell in cells):
        return None
    shares = (share(RowSet(), not_(Missing(of=cell))) for cell in cells)
    return statement(all_of(*(compare(each, ">=", number(least)) for each in shares)))


@phrase("stmt", "<cell> _must_not be (more than|over) <percent> _void_so_far", cost=0.05)
@phrase("stmt", "<cell> (may|must) be _let_off_at_most <percent> _void_so_far", cost=0.05)
@phrase("stmt", "<cell> : _let_off_at_most <percent> _void_so_far", cost=0.05)
def void_so_far(of: Value, most: float) -> Statement | None:
    """dept must not be more than 2% empty."""
    if not isinstance(of, Cell):
        return None
    return statement(compare(share(RowSet(), Missing(of=of)), "<=", number(most)))


@phrase(
    "stmt", "no <table_columns> [,] _columns_aside (<cell>|<and_cells>) [,] _may be _void_so_far"
)
def no_column_but(cells: tuple[Cell, ...], left_out: Any) -> Statement | None:
    """No column except tax may be empty."""
    gone = left_out.items if isinstance(left_out, Subjects) else (left_out,)
    names = {each.column for each in gone if isinstance(each, Cell)}
    kept = tuple(cell for cell in cells if cell.column not in names)
    if not kept or len(kept) != len(cells) - len(gone):
        return None
    return rule(about_all(not_(Missing(of=IT)), Subjects(items=kept)))


@phrase("stmt", "[when] grouped by <keys> [,|:] <stmt>", cost=0.1)
def grouped_by(by: Any, told: Statement) -> Statement | None:
    """Grouped by branch, the average fee must be at most 6."""
    return per_colon(by, told)


# Values -----------------------------------------------------------------------------------------


@phrase("verb", "(equal|equals) <text>", cost=0.25)
def equals_text(text: Constant) -> Predicate:
    """Branch must equal 'North'."""
    return compare(IT, "==", text)


@phrase("adj", "(exactly|precisely|strictly) <or_list>", cost=0.05)
def exactly_one_of(options: tuple[Constant, ...]) -> Predicate:
    """Exactly 'North', 'South' or 'East'."""
    return one_of(IT, options)


# Keys and bounds ------------------------------------------------------------------------------


@phrase(
    "remark", "except [for] the first [occurrence|one|copy|row]", "but the first [occurrence|one]"
)
def first_spared() -> Modifier:
    """Except the first occurrence."""
    return remark("keep-first")


phrase("remark", "[flag|,] all of them")(lambda: remark("keep-none"))


@phrase(
    "adj",
    "from <number> [up] to [,] but (not including|excluding|without) [,] <number>",
    "at least <number> and [up] to [,] but (not including|excluding) [,] <number>",
)
def up_to_but_without(low: Constant, high: Constant) -> Predicate | None:
    """From 15 up to but not including 25."""
    return all_of(compare(IT, ">=", low), compare(IT, "<", high))


@phrase("moment", "[the] run date", "[the] date of the run", "[the] (as-of|as of) date")
def run_date() -> Value:
    """The run date."""
    return Today()


@phrase(
    "remark",
    "(treat|count|take|regard) (nulls|empties|blanks|empty values|empty cells|missing values|empty ones) "
    "as (failures|a failure|errors|an error|violations|wrong|failing|invalid)",
    "(nulls|empties|empty values|missing values) (fail|are failures|are violations|count as failures)",
)
def nulls_fail() -> Modifier:
    """Treat nulls as failures."""
    return remark("empty-bad")
