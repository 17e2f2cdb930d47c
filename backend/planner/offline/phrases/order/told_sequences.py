"""Phrases for numbers and days that run on, and for the order in which rows are compared."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.order.running_numbers import counted_inside
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Constant, Predicate, Previous, Term, Value
from backend.rules.language.walk import rewrite, walk
from backend.rules.missing_dates import MissingDates
from backend.rules.phrasing import Modifier, Phrases, Statement, about
from backend.rules.sequence_phrases import between_ends, by_one

phrase = Phrases()

# Without a gap ----------------------------------------------------------------------------------

phrase.words(
    "_none_out",
    "nothing | none | no one | no number | no value | none of them | not one | no numbers | no values",
)
phrase.words(
    "_gone_out",
    "missing | left out | skipped | omitted | passed over | jumped over | lacking | absent | may be missing | is missing | are missing",
)
phrase.words(
    "_in_the_middle", "in between | in the middle | on the way | along the way | inside | anywhere"
)
phrase.words(
    "_running_on",
    "consecutive | continuous | gapless | sequential | unbroken | complete | consecutive numbers | running numbers | in unbroken order | without gaps",
)


@phrase(
    "stmt",
    "<cell> [:|,|-|–] [_running_on [:|,|;|and|-]] _none_out _gone_out [_in_the_middle|_ends_of _lowest_to_highest]",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> [:|,|-|–] [_running_on [:|,|;|and|-]] _ends_of _lowest_to_highest _none_out _gone_out",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> [:|,|-|–] _ends_of _lowest_to_highest [there] (must|should|may) be _none_out _gone_out",
    cost=0.05,
)
@phrase(
    "stmt", "_ends_of _lowest_to_highest <cell> [,] _none_out [_may be|is|are] _gone_out", cost=0.05
)
@phrase(
    "stmt",
    "(is|are) [there] any <cell> [number|value] (missing|left out|skipped|omitted|lacking) [_ends_of _lowest_to_highest] [?] [none (may|must|should|is allowed to) be [missing|left out|skipped]]",
    cost=0.04,
)
@phrase(
    "stmt",
    "(does|do|is|are) <cell> [numbers] (run|go|count) (on|up|through) _gapless [_ends_of _lowest_to_highest] [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "(every|each|all) [whole] (number|numbers|value|values) _ends_of _lowest_to_highest [must|should] (occur|occurs|be there|exist|exists|be used|is used) (in|as|for) <cell>",
    cost=0.05,
)
def nothing_missing(of: Value) -> Statement | None:
    """The order number: consecutive, nothing missing between lowest and highest."""
    return between_ends(of)


phrase.words(
    "_by_just_one",
    "by (exactly|just|precisely|always|one by) (1|one) | in steps of (1|one) | by 1 each time | by (1|one) (every|each) time | one by one",
)
phrase.words(
    "_counts_up",
    "go up | goes up | rise | rises | increase | increases | grow | grows | climb | climbs | count up | counts up | move up | moves up | advance | advances | run on | runs on",
)


@phrase(
    "stmt",
    "<cell> [numbers|values] [_must|always] [always] _counts_up _by_just_one [_rowwise|_row_by_row]",
    cost=-0.06,
)
@phrase("stmt", "<cell> : _by_just_one (more|higher|up) _row_by_row", cost=0.06)
@phrase(
    "stmt",
    "_each <cell> _must be [exactly|just] (1|one) (more|higher|greater|larger) than (the one|that|the number|the value) (of|in|on) (the|its) (previous|preceding) _row",
    cost=0.04,
)
@phrase(
    "stmt",
    "_each <cell> _must be [exactly|just] (1|one) (more|higher|greater|larger) than [the] (one|number|value) (before|above) [it]",
    cost=-0.35,
)
def goes_up_by_one(of: Value) -> Statement | None:
    """The receipt number goes up by exactly 1 from row to row."""
    return by_one(of)


phrase.words("_counted_on", "_and_so_on | ... | . . . | …")
phrase.words(
    "_with_no_hole",
    "_gapless | no holes | no gaps | no hole | no gap | without gaps | without holes | without a gap | nothing missing | none missing | none left out | no repeats | no gaps and no repeats",
)


@phrase(
    "stmt",
    "<cell> _inside_each <cell> [:|,] [must] [_run_from] <number> , <number> [,] [and] <number> [,] _counted_on [,|;|-|–] [_with_no_hole] [,|and] [_with_no_hole]",
    cost=0.04,
)
@phrase(
    "stmt",
    "_inside_each <cell> [,] <cell> [:|,] [must] [_run_from] <number> , <number> [,] [and] <number> [,] _counted_on [,|;|-|–] [_with_no_hole] [,|and] [_with_no_hole]",
    cost=0.05,
)
def counted_in_each(*parts: Any) -> Statement | None:
    """Line number per order: 1, 2, 3 ... no holes."""
    cells = [part for part in parts if isinstance(part, Cell)]
    numbers = [part for part in parts if isinstance(part, Constant)]
    return counted_inside(*numbers, *cells) if len(cells) == 2 else None


@phrase(
    "stmt",
    "_inside_each <cell> [,] <cell> _must [_run_from] <number> , <number> [,] [and] <number> [,] _counted_on [,|;] [_with_no_hole]",
    cost=0.04,
)
def counted_in_each_first(by: Value, of: Value, *numbers: Constant) -> Statement | None:
    """In each order the line number must be 1, 2, 3 and so on."""
    return counted_inside(*numbers, of, by)


# Every single day ---------------------------------------------------------------------------------

phrase.words(
    "_is_there",
    "report | reports | be there | be present | have (a|an|some) (<noun>|row|entry|record|reading|line|value) | have (rows|entries|records|readings|lines|values) | occur | appear | be recorded | be listed | be measured | be represented | deliver | send",
)
phrase.words("_every_single", "every | each | every single | each single | all | each and every")
for _unit in ("day", "week", "month", "year", "hour"):

    @phrase(
        "stmt",
        f"_each <keys> _must _is_there (on|in|for|at) _every_single [calendar] {_unit} (between|from) (its|the|their) first (and|to|until|through) (its|the|their) last <cell>",
        cost=0.04,
    )
    @phrase(
        "stmt",
        f"_each <keys> _must _is_there (on|in|for|at) _every_single [calendar] {_unit} (between|from) (its|the|their) first <cell> (and|to|until|through) (its|the|their) last [one]",
        cost=0.04,
    )
    def reports_on_each(by: Any, of: Value, unit: str = _unit) -> Statement | None:
        """Each station has to report on every single day between its first and its last date."""
        names = tuple(key.column for key in by if isinstance(key, Cell))
        if len(names) < len(by) or not isinstance(of, Cell) or of.column in names:
            return None
        told = {"table": of.table, "column": of.column, "unit": unit, "by": names}
        return Statement(rule=MissingDates.model_validate(told))


# In which order -------------------------------------------------------------------------------------

phrase.words(
    "_in_order_of",
    "in order of | in the order of | ordered by | sorted by | taken by | taken in the order of | taken in order of | "
    "when sorted by | when ordered by | along | following | in ascending order of | in [the] sequence of | going by",
)


@phrase("remark", r"_in_order_of <cell>", cost=0.3)
@phrase(
    "remark",
    "(the|its) order is (that of|given by|told by) <cell>",
    "(rows|they|these) are (sorted|ordered|taken) (by|in order of|in the order of) <cell>",
    cost=0.05,
)
def ordered_by(of: Value) -> Modifier | None:
    """(by From min): what puts the rows one behind the other."""
    return remark("ordered-by", values=(of,)) if isinstance(of, Cell) else None


@phrase("remark", "by <cell>", cost=0.3)
def ordered_or_grouped_by(of: Value) -> Modifier | None:
    """By date: of dates and numbers an order; "by status" may rather mean for each status."""
    told = ordered_by(of)
    return None if told is None else told.model_copy(update={"texts": ("by",)})


@phrase("previous", r"<previous> \( (by|_in_order_of) <cell> \)", cost=0.02)
def previous_in_order(value: Value, order: Value) -> Value | None:
    """The balance of the previous movement (by number)."""
    if not isinstance(value, Previous) or value.order_by or not isinstance(order, Cell):
        return None
    return value.model_copy(update={"order_by": order.column})


@phrase("previous", "<previous> (of|in|at|for|on|with|within) the same <cell>", cost=0.02)
def previous_in_group(value: Value, by: Value) -> Value | None:
    """The balance of the previous movement of the same SKU."""
    if not isinstance(value, Previous) or value.by or not isinstance(by, Cell) or by == value.of:
        return None
    return value.model_copy(update={"by": (by.column,)})


phrase.words("_of_that_group", "(of|in|at|for|within|on) (its|their|that|the)")
phrase("previous", "<previous> _of_that_group [own] <cell>", cost=0.1)(previous_in_group)


@phrase("rel", "whose <cell> (is|was|lies) <adj> _of_that_group <cell>", cost=0.3)
@phrase(
    "rel",
    r"whose <cell> (is|was|lies) <adj> (_of_that_group|(of|in|at|for|within|on) the same) <cell> \( (by|_in_order_of) <cell> \)",
    cost=0.02,
)
def told_in_its_group(of: Value, told: Predicate, by: Value, *order: Value) -> Predicate | None:
    """Whose fee is lower than that of the previous band of the zone (by From min)."""
    cells = [of, by, *order]
    if not all(isinstance(cell, Cell) for cell in cells) or len(set(cells)) < len(cells):
        return None
    found = about(told, of)
    bare = [part for part in walk(found) if isinstance(part, Previous)]
    if not bare or any(part.by or part.order_by for part in bare):
        return None
    names = [cell.column for cell in cells if isinstance(cell, Cell)]

    def place(part: Term) -> Term | None:
        if not isinstance(part, Previous):
            return None
        return part.model_copy(update={"by": (names[1],), "order_by": (*names, None)[2]})

    return rewrite(found, place)


@phrase("factor", "(its|their|his|her) own <cell>", cost=0.05)
def own_value(of: Value) -> Value | None:
    """Their own quantity."""
    return of if isinstance(of, Cell) else None


@phrase("previous", "<cell> [right|just|directly|immediately] before it", cost=0.1)
def value_before_it(of: Value) -> Value | None:
    """The balance before it."""
    return Previous(of=of) if isinstance(of, Cell) else None
