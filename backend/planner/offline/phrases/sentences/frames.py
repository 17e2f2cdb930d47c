"""Phrases for one meaning in many sentence frames: terse lists, arrows, "only", "always"."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import decimals
from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    OneOf,
    Predicate,
    Unless,
    Value,
)
from backend.rules.metric_shares import so_empty
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
    one_of,
)

phrase = Phrases()


# Terse ----------------------------------------------------------------------------------------


@phrase("stmt", "<cell> [is|are] always <adj>", "<cell> [is|are] at all times <adj>", cost=0.2)
def always(of: Value, told: Predicate) -> Statement:
    """max_points always 15."""
    return rule(about(told, of), subject=of)


@phrase("stmt", "<cell> never <adj>", cost=0.2)
def never(of: Value, told: Predicate) -> Statement:
    """Price never negative."""
    return rule(not_(about(told, of)), subject=of)


@phrase(
    "stmt", "<cell> <or_list> only", "<cell> only <or_list>", "<cell> : <or_list> only", cost=0.1
)
@phrase("stmt", "<cell> : only <any_list>", "<cell> : only <any_list> allowed", cost=0.1)
@phrase("stmt", "<cell> <comma_list> only", "only <any_list> (in|for|as) <cell>", cost=0.1)
def only_these(*parts: Any) -> Statement:
    """Unit price 0.99 or 1.99 only."""
    cell = next(part for part in parts if isinstance(part, Cell))
    return rule(one_of(cell, next(part for part in parts if part is not cell)), subject=cell)


@phrase("adj", "<sign> <operand> (and|,|, and|&|but) <sign> <operand>", cost=0.05)
def between_signs(low: str, least: Value, high: str, most: Value) -> Predicate | None:
    """> 0 and <= 1000."""
    if {low[0], high[0]} != {"<", ">"}:
        return None
    return all_of(compare(IT, low, least), compare(IT, high, most))


@phrase(
    "stmt",
    "<cell> <sign> <operand> (and|,|, and|&|but) <sign> <operand>",
    "<cell> : <sign> <operand> (and|,|, and|&|but) <sign> <operand>",
    cost=0.05,
)
def cell_between_signs(
    of: Value, low: str, least: Value, high: str, most: Value
) -> Statement | None:
    """price >= 0 and <= 1000."""
    told = between_signs(low, least, high, most)
    return None if told is None else rule(about(told, of), subject=of)


@phrase(
    "adj",
    "(max|max.|maximum|at most|up to|no more than|<=) <number> _decimals",
    "(max|maximum) <number> (dp|decimals|decimal digits)",
    cost=0.02,
)
def so_many_decimals(count: Constant) -> Predicate | None:
    """Max 2 decimals."""
    return decimals(count)


@phrase("stmt", "<cell> : <adj> , <adj>", "<cell> : <adj> , <adj> , <adj>", cost=0.25)
@phrase("stmt", "<cell> : <adj> (;|+) <adj>", "<cell> : <adj> , <adj> and <adj>", cost=0.25)
def several_of(of: Value, *told: Predicate) -> Statement | None:
    """amount: positive, max 2 decimals; values, or the pieces of a pattern, are no demands."""
    patterns = [part for part in told if isinstance(part, Matches) and part.how == How.PATTERN]
    formats = [part for part in told if isinstance(part, Matches) and part.how == How.FORMAT]
    if len(patterns) > 1 or (patterns and formats) or any(_is_value(part) for part in told):
        return None
    return rule(all_of(*(about(part, of) for part in told)), subject=of)


def _is_value(part: Predicate) -> bool:
    is_equal = isinstance(part, Compare) and part.sign == "=="
    return is_equal or isinstance(part, OneOf)


@phrase("adj", "<number> . . <cell>", "<number> (to|-|through) <cell>", cost=0.05)
def up_to_cell(low: Constant, high: Value) -> Predicate:
    """0..capacity."""
    return all_of(compare(IT, ">=", low), compare(IT, "<=", high))


@phrase("stmt", "<cell> [exactly|always] <number> <char_class>", cost=0.25)
def so_many_signs(of: Value, count: Constant, regex: str) -> Statement | None:
    """Barcode 13 digits."""
    told = described(((f"{regex}{{{count.value}}}", "class"),))
    return None if told is None or not isinstance(count.value, int) else rule(about(told, of))


@phrase("nothing_of", "negatives", "negative (values|numbers|amounts|ones)")
def negatives() -> Predicate:
    """stock: no negatives."""
    return compare(IT, "<", number(0))


@phrase("nothing_of", "(zeros|zeroes|zero values)")
def zeros() -> Predicate:
    """price: no zeros."""
    return compare(IT, "==", number(0))


@phrase("stmt", "<cell> : no <nothing_of>", "no <nothing_of> (in|inside|within) <cell>", cost=0.02)
def none_of_it(*parts: Any) -> Statement:
    """full name: no double spaces."""
    cell, told = parts if isinstance(parts[0], Cell) else reversed(parts)
    return rule(not_(about(told, cell)), subject=cell)


@phrase(
    "stmt",
    "<cell> _empty_rate <share_bound>",
    "<cell> : _empty_rate <share_bound>",
    "_empty_rate (of|in|for) <cell> <share_bound>",
    "_empty_rate (of|in|for) <cell> _must be <share_bound>",
    "% (missing|null|empty|blank) <cell> <share_bound>",
    "(missing|null|empty|blank) <cell> <share_bound>",
    cost=0.1,
)
def empty_rate(of: Any, bound: Predicate) -> Statement | None:
    """absences null <= 20%."""
    return so_empty(of, bound)


phrase.words(
    "_empty_rate",
    "null | nulls | missing | empty | blank | null rate | null share | null ratio | missing rate | "
    "missing share | empty rate | missing values | null percentage | percentage of nulls | percentage "
    "of missing values | missing percentage | blank share | share missing | share empty | rate of nulls",
)


# Arrows ---------------------------------------------------------------------------------------

phrase.widen("_arrow", "= > | - > | → | ⇒ | = = >")


@phrase("short", "<clauses>", "<adjective>", "<flag_word>")
def short(told: Predicate) -> Predicate:
    """A condition, or a value that only one column has."""
    return told


@phrase("short", "<cell> <adj>", cost=0.1)
@phrase("short", "<cell> <verb>", cost=0.15)
def short_cell(of: Value, told: Predicate) -> Predicate:
    """Insured value filled."""
    return about(told, of)


@phrase("short", "no <cell>", cost=0.1)
def short_none(of: Value) -> Predicate:
    """No carrier."""
    return Missing.model_validate({"of": of})


@phrase("stmt", "<short> _arrow <short>", "[if] <short> : <short>", cost=0.05)
@phrase("stmt", "[if] <short> then <short>", cost=0.15)
def arrow(condition: Predicate, told: Predicate) -> Statement:
    """lost => insured value filled."""
    return rule(told, where=condition)


@phrase("stmt", "<short_told> (if|when|where|whenever) <short>", cost=0.15)
def short_if(told: Predicate, condition: Predicate) -> Statement:
    """Date filled if status done."""
    return rule(told, where=condition)


@phrase("stmt", "<short_told> unless <short>", cost=0.1)
def short_unless(told: Predicate, condition: Predicate) -> Statement:
    """Capacity filled unless status planned."""
    return rule(told, where=Unless.model_validate({"part": condition}))


@phrase("short_told", "<cell> <adj>")
def short_told(of: Value, told: Predicate) -> Predicate:
    """Capacity filled."""
    return about(told, of)


@phrase("stmt", "<short> _arrow <cell> _obliged", cost=0.02)
@phrase("stmt", "<short> _arrow <cell> must not be empty", cost=0.02)
def arrow_needed(condition: Predicate, of: Value) -> Statement:
    """shipped -> date required."""
    return rule(not_(Missing.model_validate({"of": of})), where=condition)


# Of rows that do not exist ----------------------------------------------------------------------

phrase.words(
    "_tied",
    "given | sent | made | sold | assigned | issued | paid | addressed | booked | shipped | billed | "
    "charged | linked | attached | belonging | pointing | referring | written | placed | mapped | tied | "
    "related | connected | registered | posted | allocated | done | recorded | entered | kept | taken | handled | "
    "placed | processed | bought | signed | delivered | ordered | dealt with | looked after | led | run | supplied",
)
phrase.words("_toward", "to | by | for | from | at | in | on | with | under | against")


@phrase(
    "rel",
    "_tied _toward [a|an|any] <rows> (that|which|who) (do|does) not [actually|really] exist",
    "_tied _toward [a|an|any] _gone <rows>",
    "_toward [a|an|any] <rows> (that|which|who) (do|does) not [actually|really] exist",
    "_tied _toward [a|an|any] <rows> (that|which|who) (are|is) not (there|listed|known|on file|in our list)",
    "_toward [a|an|any] _gone <rows>",
    cost=0.15,
)
def of_nobody(found: RowSet) -> Predicate | None:
    """Marks given to pupils who do not exist."""
    return not_(exists(found)) if found.table and found.where is None else None


@phrase(
    "rel",
    "_tied _toward [a|an|any] <noun> (that|which|who) (are|is) (not (in|found in|listed in|known in|present in)|missing (from|in)|absent from) "
    "[the] <noun> [any more|any longer]",
    cost=0.1,
)
def of_one_missing(found: RowSet, there: RowSet) -> Predicate | None:
    """Marks given by teachers who are not in the list of teachers."""
    is_same = found.table == there.table and found.where is None and there.where is None
    return not_(exists(found)) if is_same and found.table else None


@phrase(
    "rel",
    "(for|to|from|of|in) (which|whom) (there is|there are|we have|exists|exist) no <rows>",
    "(which|that) (there is|there are|we have) no <rows> (for|of|in)",
    cost=0.1,
)
def none_for_it(found: RowSet) -> Predicate | None:
    """Depots for which there are no shipments."""
    return not_(exists(found)) if found.table else None


# Alike ------------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "(there is|we have|we keep) [only|just|exactly] (one|1) <rows> per <key>",
    "(there are|we have) (never|no) two <rows> (with|sharing|of) [the] (same|one) <key>",
    "<rows> never share [a|an|their|the same] <key>",
    cost=0.06,
)
def one_row_each(rows: RowSet, found: object) -> Statement | None:
    """There is only one contract per number."""
    return unique_among(rows, found)


@phrase(
    "rel", "with (zero|0) <cell>", "with <cell> zero", "with [a|an] <cell> of (zero|0)", cost=0.05
)
def with_zero(of: Value) -> Predicate:
    """With a total of zero."""
    return compare(of, "==", number(0))
