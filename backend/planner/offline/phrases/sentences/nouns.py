"""Phrases for what a column or its rows are called besides their header: answers, waits, readings."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Apply, Cell, Constant, Function, Missing, Predicate, Value
from backend.rules.phrasing import Phrases, RowSet, Statement, about, all_of, compare, not_

phrase = Phrases()

phrase.words(
    "_what_it_holds",
    "answer | answers | reading | readings | measurement | measurements | observation | observations | "
    "response | responses | result | results | figure | figures | text | texts | string | strings | data "
    "| content | contents | item | items | mark | marks | indicator | flag | marker | attribute | pressure "
    "| rating | ratings | level | levels | duration | durations | grade | grades | label | labels",
)


@phrase("cell", "<column> _what_it_holds", "<column> (word|words|spelling|spellings)", cost=0.3)
def called(column: Cell) -> Value:
    """The q1 answers."""
    return column


_TALLIES = frozenset({"total", "sum", "average", "mean", "count", "number"})


def is_tally(value: object) -> bool:
    """Whether a column is called as a tally: the "total carts" may be how many, or what they cost."""
    return isinstance(value, Cell) and value.column.lower() in _TALLIES


@phrase("cell", "<column> <table>", cost=0.8)
def of_table(column: Cell, table: str) -> Value | None:
    """The phone waits: a column of the table of waits."""
    return None if is_tally(column) else of_entry(table, column)


@phrase("cell", "<table> _row 's <column>", "<table> entry <column>", cost=0.1)
def of_entry(table: str, column: Cell) -> Value | None:
    """A ledger entry's amount."""
    return column.model_copy(update={"table": table}) if column.table in ("", table) else None


@phrase("noun", "<table> _row [in|of] [table|file|data|list]", cost=0.02)
def listed_rows(table: str) -> RowSet:
    """Rows of a table."""
    return RowSet(table=table)


# Parts of a date ------------------------------------------------------------------------------

for _word, _function in (
    ("year", Function.YEAR),
    ("month", Function.MONTH),
    ("hour", Function.HOUR),
):
    phrase("function", f"{_word} (in|from|part of|component of) <cell>", cost=0.05)(
        lambda of, function=_function: Apply(function=function, of=of)
    )


# How many of a column -------------------------------------------------------------------------

phrase.words(
    "_let",
    "granted | allowed | permitted | accepted | possible | tolerated | acceptable | given | admitted | fine",
)
for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly", "==")):

    @phrase("feature", f"{_head} <number> <column>", cost=0.12)
    def so_many(count: Constant, of: Cell, sign: str = _sign) -> Predicate | None:
        """More than two operators: what the column counts, which a key does not."""
        return None if is_key(of.column) else compare(of, sign, count)

    @phrase("stmt", f"{_head} <number> <column> (is|are|may be|must be) _let", cost=0.12)
    def so_many_let(count: Constant, of: Cell, sign: str = _sign) -> Statement | None:
        """No more than three renewals are granted."""
        return None if is_key(of.column) else rule(compare(of, sign, count), subject=of)

    @phrase("rowvp", f"_be {_head} <number> <column>", cost=0.15)
    @phrase("participle", f"{_head} <number> <column>", cost=0.15)
    def so_long(count: Constant, of: Cell, sign: str = _sign) -> Predicate | None:
        """Longer than 200 seconds, where a column is named seconds."""
        return None if is_key(of.column) else compare(of, sign, count)


@phrase(
    "rowvp",
    "(need|needs|needed|took|take|takes|used|use|uses|cost|costs|had|got|gets|score|scores|scored|"
    "reach|reaches|reached|last|lasts|lasted|weigh|weighs|weighed|earn|earns|earned|involve|involves|"
    "produce|produces|produced|comprise|comprises|work|works|worked|spend|spends|spent|log|logs|logged) <feature>",
    cost=0.3,
)
def took(told: Predicate) -> Predicate | None:
    """Runs that needed more than two operators; what merely "used it" is no bound."""
    parts = getattr(told, "sign", "")
    return told if parts in ("<", "<=", ">", ">=", "==") else None


# Said in two ways at once ---------------------------------------------------------------------


@phrase(
    "adj",
    "(recorded|stored|given|entered|noted|shown|kept|held|written down|coded|encoded|expressed|represented|labelled|labeled) as <adj>",
    cost=0.1,
)
def kept_as(told: Predicate) -> Predicate:
    """Recorded as a negative number."""
    return told


@phrase("adj", "(on|from) a scale (of|from) <number> (to|through|-) <number>", cost=0.02)
@phrase("adj", "on the scale <number> (to|-) <number>", cost=0.02)
def on_a_scale(low: Constant, high: Constant) -> Predicate | None:
    """On a scale of 1 to 5."""
    from backend.planner.offline.phrases.sentences.comparisons import between

    return between(low, high)


# Both ways round ------------------------------------------------------------------------------


@phrase("stmt", "<rows> _must <rowvp> [_stop_short] _vice_versa", cost=0.02)
@phrase("stmt", "<rows> _needs <feature> [_stop_short] _vice_versa", cost=0.02)
def rows_both_ways(found: RowSet, told: Predicate) -> Statement | None:
    """Movies with a rating must have a count, and vice versa."""
    from backend.rules.phrasing import any_of

    if found.where is None:
        return None
    either = any_of(all_of(found.where, told), all_of(not_(found.where), not_(told)))
    return rule(either, found.table)


@phrase("stmt", "do we have [any] <rows> [?]", "have we got [any] <rows> [?]")
@phrase("stmt", "(do you|do we|can you|can we) (see|find) [any] <rows> [?]")
def do_we_have(found: RowSet) -> Statement | None:
    """Do we have shipments heavier than 25?"""
    return None if found.where is None else rule(not_(found.where), found.table)


# Several values said to be so -----------------------------------------------------------------


@phrase("rowvp", "_be [either] <adjectives>", cost=0.1)
def be_one_of(told: Predicate) -> Predicate:
    """Orders that are disputed, cancelled or on hold."""
    return told


@phrase("rowvp", "_be (neither|not|none of) <adjectives>", cost=0.1)
def be_none_of(told: Predicate) -> Predicate:
    """Orders that are neither cancelled nor on hold."""
    return not_(told)


# Pairs of values ------------------------------------------------------------------------------


@phrase(
    "pair_value",
    r"\( <option> , <option> \)",
    "<option> / <option>",
    "<option> (with|and) <option>",
)
def pair_value(left: Constant, right: Constant) -> tuple[Any, ...]:
    """(1, 5)."""
    return ("pair", left, right)


@phrase("pair_values", "<pair_value> (,|or|, or|and|, and|;) <pair_value>")
@phrase("pair_values", "<pair_values> (,|or|, or|and|, and|;) <pair_value>")
def pair_values(*parts: tuple[Any, ...]) -> tuple[Any, ...]:
    """(1, 5), (2, 6)."""
    found: tuple[Any, ...] = ()
    for part in parts:
        found += (part,) if part[0] == "pair" else part[1:]
    return ("pairs", *found)


phrase.words(
    "_one_of_them", "one of | in | among | one of the following | one of these | any of | one of :"
)


@phrase(
    "stmt",
    r"\( <cell> , <cell> \) [_must be|is|are] _one_of_them <pair_values>",
    r"(pair|combination) [of] <cell> (,|and|/) <cell> [_must be|is] _one_of_them <pair_values>",
    r"(pair|combination) \( <cell> , <cell> \) [_must be|is] _one_of_them <pair_values>",
    "<cell> and <cell> _must be _one_of_them [pairs|combinations] [:] <pair_values>",
    "[only] (allowed|permitted|valid) (pairs|combinations) (of|for) <cell> and <cell> _be [:] <pair_values>",
)
def pairs_allowed(left: Value, right: Value, pairs: tuple[Any, ...]) -> Statement:
    """(A, B) must be one of (1, 5), (2, 6): where both are there."""
    from backend.rules.phrasing import any_of

    told = [
        all_of(compare(left, "==", one), compare(right, "==", other)) for _, one, other in pairs[1:]
    ]
    both = all_of(not_(Missing(of=left)), not_(Missing(of=right)))
    return rule(any_of(*told), where=both)


@phrase("cell", "being <column>", cost=0.05)
def being(column: Cell) -> Value:
    """After being ordered."""
    return column


@phrase("stmt", "<cell> : <remark> (;|.|,) [and] <stmt>", cost=0.1)
def remark_of_column(cell: Value, told: Any, statement: Statement) -> Statement:
    """comment: 'n/a' counts as missing; …"""
    named = told.model_copy(update={"values": (cell,)}) if told.kind == "marker" else told
    about_it = about(statement, cell)
    return about_it.model_copy(update={"remarks": (*statement.remarks, named)})
