"""Phrases as owners put a thing shortly: two at most, no decimals, hello and jello together."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.asked import so_in_many
from backend.planner.offline.phrases.sentences.comparisons import WHOLE
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Apply,
    Cell,
    Constant,
    Function,
    How,
    Matches,
    Missing,
    Predicate,
    Value,
)
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    any_of,
    compare,
    not_,
)

phrase = Phrases()


# Bounds ---------------------------------------------------------------------------------------


@phrase("count_bound", "<number> at most")
def at_most(total: Constant) -> Predicate:
    """Two at most."""
    return compare(IT, "<=", total)


@phrase(
    "adj",
    "(_gt|longer than) <number> characters or (shorter|fewer|less) than <number> [characters]",
    cost=-0.05,
)
def long_or_short(high: Constant, low: Constant) -> Predicate:
    """Longer than 15 characters or shorter than 3."""
    length = Apply(function=Function.LENGTH, of=IT)
    return any_of(compare(length, ">", high), compare(length, "<", low))


@phrase(
    "adj",
    "(_lt|shorter than) <number> characters or (longer|more) than <number> [characters]",
    cost=-0.05,
)
def short_or_long(low: Constant, high: Constant) -> Predicate:
    """Shorter than 3 characters or longer than 15."""
    return long_or_short(high, low)


@phrase("feature", "(one|a value|an entry|an answer|something|anything) in <cell>", cost=0.1)
def something_in(of: Cell) -> Predicate:
    """A value in wave 4."""
    return not_(Missing(of=of))


@phrase(
    "stmt",
    "(nobody|no one|nothing) (except|but|other than|apart from|except for) <rows> _may <rowvp>",
    cost=0.05,
)
def nobody_but(found: RowSet, told: Predicate) -> Statement | None:
    """Nobody except directors may have no boss: those who have none must be directors."""
    return None if found.where is None else rule(found.where, found.table, told)


@phrase("stmt", "<noun> <rel> _must be <share_bound>", cost=0.1)
def part_of_rows(found: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """Passengers without a cabin should be fewer than 80 percent: of all of these rows."""
    return statement(about(bound, share(found, told)))


@phrase(
    "remark",
    "_do_flag [_all_the] <noun> of <column> with (another|a different|any other) (number|value|count)",
)
def other_number(found: RowSet, _: object) -> Modifier | None:
    """Flag all votes of booths with another number."""
    return None if found.where is not None else remark("flag-them")


@phrase("adj", "no <nothing_of>", cost=0.15)
def without_those(told: Predicate) -> Predicate:
    """No negatives, no decimals."""
    return not_(told)


@phrase("nothing_of", "(decimals|decimal places|fractions|decimal numbers)")
def decimals() -> Predicate:
    """Numbers that are not whole."""
    return not_(WHOLE)


@phrase("adj", "<amount> at (most|the most|the highest|maximum|the very most)", cost=0.05)
def no_more_than(bound: Value) -> Predicate:
    """5 at most."""
    return compare(IT, "<=", bound)


@phrase("adj", "<amount> at (least|the least|the lowest|minimum|the very least)", cost=0.05)
def no_less_than(bound: Value) -> Predicate:
    """-1 at the lowest."""
    return compare(IT, ">=", bound)


@phrase(
    "stmt",
    "no two <noun> (gave|give|have|has|show|got) the same (answer|value|entry|reading|number|code) (in|for|as|at) <cell>",
    cost=0.05,
)
def no_same_answer(rows: RowSet, of: Any) -> Statement | None:
    """No two panelists gave the same answer in wave1."""
    return unique_among(rows, of)


@phrase(
    "stmt",
    "<adjectives> (together|combined|in total|taken together) _must _makes_up <share_bound> of [all|the] <noun>",
    cost=0.1,
)
@phrase("stmt", "<adjective> _must _makes_up <share_bound> of [all|the] <noun>", cost=0.1)
def values_make_up(told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """Hello and jello together should make up at least half of the ballots."""
    column = getattr(told, "left", None) or getattr(told, "of", None)
    table = getattr(column, "table", "")
    return statement(about(bound, share(rows, told))) if rows.table in ("", table) else None


@phrase("stmt", "<cell> <verb> (in|for|on) <count_bound> [of] [all|the] <noun>", cost=0.1)
@phrase("stmt", "<cell> _must <verb> (in|for|on) <count_bound> [of] [all|the] <noun>", cost=0.1)
def does_in_many(of: Value, told: Predicate, bound: Predicate, rows: RowSet) -> Statement | None:
    """A description contains 'http' for at most two items."""
    return so_in_many(of, told, bound, rows)


@phrase("stmt", "<clauses> (means|implies|means that|implies that) <clauses>", cost=0.2)
@phrase("stmt", "<clauses> (means|implies|means that|implies that) <short_told>", cost=0.2)
def implies(condition: Predicate, told: Predicate) -> Statement:
    """Status lost means that a remark is filled."""
    return rule(told, where=condition)


@phrase(
    "stmt",
    "<cell> _may be <amount> at (most|the most|the highest|maximum|the very most)",
    cost=0.05,
)
def may_be_at_most(of: Value, bound: Value) -> Statement:
    """May be 3 at most."""
    return rule(compare(of, "<=", bound), subject=of)


@phrase("stmt", "<cell> _may be <amount> at (the least|the lowest|minimum)", cost=0.05)
def may_be_at_least(of: Value, bound: Value) -> Statement:
    """May be -1 at the lowest."""
    return rule(compare(of, ">=", bound), subject=of)


@phrase(
    "stmt",
    "<rows> (must|should) be (flagged|reported|listed) (.|,|;) [and] _empties (too|as well|also)",
    cost=0.05,
)
def and_empties(found: RowSet) -> Statement | None:
    """Labs whose code is not two letters long should be reported. Blank ones as well."""
    told = flag(found)
    return None if told is None else told.model_copy(update={"remarks": (remark("empty-bad"),)})


@phrase("stmt", "<cell> = <adj>", cost=0.1)
def equals_form(of: Cell, told: Predicate) -> Statement | None:
    """Check_no = two capitals and digits."""
    is_form = isinstance(told, Matches) and told.how in (How.PATTERN, How.FORMAT)
    return rule(about(told, of), subject=of) if is_form else None


@phrase("verb", "(contain|contains) =")
def contains_equals() -> Predicate:
    """A sign that elsewhere says what a column is."""
    return Matches(of=IT, how=How.CONTAINS, text="=")
