"""Phrases that extend a rule to more columns, or tell it by rows that belong to each other."""

from __future__ import annotations

from backend.planner.offline.keys import is_key
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rows import OWN_KEY, exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.inconsistent_values import InconsistentValues
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Missing,
    Predicate,
    Value,
)
from backend.rules.language.walk import rewrite, walk
from backend.rules.metric_phrases import share, statement
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

# The same of other columns --------------------------------------------------------------------

phrase.words(
    "_so_is",
    "so is | so are | so must | so should | so does | so do | so has | so have | as must | as should",
)
phrase.words(
    "_same_goes",
    "(the same|this|that) (goes|holds|applies|counts|is true) (for|to|of) | likewise | the same rule "
    "applies to | the same for | same for",
)


@phrase("more_cells", "<cell>")
def more_cell(cell: Cell) -> tuple[Value, ...]:
    """One column more."""
    return (cell,)


@phrase("more_cells", "<and_cells>")
def more_cells(found: Subjects) -> tuple[Value, ...]:
    """Several columns more."""
    return found.items


@phrase("hint", "<hint> _and_stop _so_is <more_cells> [too|as well] [.]", cost=0.05)
@phrase("hint", "<hint> _stop [and] _so_is <more_cells> [too|as well] [.]", cost=0.05)
@phrase("hint", "<hint> _stop [and] _same_goes <more_cells> [.]", cost=0.05)
@phrase("hint", "<hint> _stop [and] <more_cells> (too|as well|likewise) [.]", cost=0.05)
@phrase("hint", "<hint> _and_stop _same_goes <more_cells> [.]", cost=0.05)
def same_of_others(told: Statement, cells: tuple[Value, ...]) -> Statement | None:
    """The title must be filled, and so must the date: of a rule about one column alone."""
    found = told.rule
    if not isinstance(found, BrokenRows) or told.also or not isinstance(told.subject, Cell):
        return None
    subject = told.subject
    if subject in cells or {part for part in walk(found.must) if isinstance(part, Cell)} != {
        subject
    }:
        return None
    others = [about(_open(found.must, subject), cell) for cell in cells]
    must = all_of(found.must, *others)
    return told.model_copy(update={"rule": found.model_copy(update={"must": must})})


def _open(must: Predicate, subject: Cell) -> Predicate:
    return rewrite(must, lambda part: IT if part == subject else None)


@phrase(
    "stmt",
    "<cell> _be (optional|not required|not mandatory|voluntary) [,|;|.] [but|however] [,] <stmt>",
    cost=0.05,
)
def optional_first(of: Cell, told: Statement) -> Statement | None:
    """The company is optional, but if it is given, a phone is needed."""
    found = about(told, of).rule
    if not isinstance(found, BrokenRows) or found.table:
        return None
    if any(isinstance(part, Missing) and part.of == of for part in walk(found.must)):
        return None
    speaks = found.where is not None and of in walk(found.where)
    return about(told, of) if speaks or of in walk(found.must) else None


@phrase("remark", "_do_flag any that (do|are|have|does|is|has)", cost=0.02)
def any_that_do() -> Modifier:
    """No lost parcel may have a date. Flag any that do."""
    return remark("flag-them")


# Rows that belong together --------------------------------------------------------------------

for _words, _sign in (("more", ">"), ("fewer|less", "<")):

    @phrase("feature", f"({_words}) <rows> than [its|their] <cell>", cost=0.1)
    @phrase("rowvp", f"_holds ({_words}) <rows> than [its|their] <cell>", cost=0.1)
    def more_rows_than(rows: RowSet, of: Cell, sign: str = _sign) -> Predicate | None:
        """More parcels than its capacity."""
        if not rows.table or rows.each:
            return None
        counted = Aggregate(measure=Measure.COUNT, table=rows.table, where=rows.where, keys=OWN_KEY)
        return compare(counted, sign, of)


@phrase(
    "rowvp",
    "(point|points|refer|refers|belong|belongs|lead|leads) to [a|an|any] <rows> (that|which|who) (does|do) not exist",
    cost=0.05,
)
@phrase(
    "rowvp",
    "(point|points|refer|refers|belong|belongs|lead|leads) to [a|an|any] _gone <rows>",
    cost=0.05,
)
def points_nowhere(found: RowSet) -> Predicate | None:
    """Point to an album that does not exist."""
    return not_(exists(found)) if found.table and found.where is None else None


@phrase(
    "rel",
    "_tied _toward [a|an|any] <noun> [that|which] (we|nobody) (do not|does not|don't) (know|have)",
    "_tied _toward [a|an|any] <noun> (unknown to us|not known to us|not on our list|not in our list)",
    cost=0.1,
)
def unknown_to_us(found: RowSet) -> Predicate | None:
    """Handled by a depot that we do not know."""
    return not_(exists(found)) if found.table and found.where is None else None


phrase.widen("_tied", "handled | delivered | used | supplied | taken | treated | ordered | bought")


@phrase(
    "stmt", "_each <cell> 's <noun> _must (have|be by|share|show|be in) the same <cell>", cost=0.05
)
@phrase(
    "stmt",
    "_each <cell> 's <noun> _must all (have|be by|share|show|be in) the same <cell>",
    cost=0.05,
)
def same_within(key: Cell, rows: RowSet, of: Cell) -> Statement | None:
    """Every patient's visits have to be by the same doctor."""
    if key == of or rows.where is not None:
        return None
    told = InconsistentValues(table=rows.table, key=(key.column,), values=(of.column,))
    return Statement(rule=told)


# Further ways ---------------------------------------------------------------------------------


@phrase("cell", "(full|whole|entire) <cell>", cost=0.1)
def full(of: Value) -> Value:
    """The full cost."""
    return of


@phrase("cell", "<noun> (was|were|is|are|has been|have been|had been) <column>", cost=0.35)
def row_was(found: RowSet, column: Cell) -> Value | None:
    """14 days after the loan was taken out."""
    if found.where is not None or (found.table and column.table not in ("", found.table)):
        return None
    return column


@phrase("stmt", "_ge <number> <column> (per|in each|in every|for each|for every) <noun>", cost=0.1)
def at_least_per(low: Constant, of: Cell, rows: RowSet) -> Statement | None:
    """At least one adult per booking."""
    if rows.where is not None or is_key(of.column):
        return None
    return rule(compare(of, ">=", low), rows.table)


@phrase(
    "stmt",
    "what (share|percentage|proportion|part|fraction|percent) of [all] <rows> <rowvp> ? _answer_is _must be <share_bound>",
    "what (share|percentage|proportion|part|fraction|percent) of [all] <rows> (got|was|were|is|are) <adjective> ? (<share_bound>|_answer_is _must be <share_bound>)",
    cost=0.03,
)
def asked_share(rows: RowSet, told: Predicate, bound: Predicate) -> Statement | None:
    """What share of the parcels got lost? It should be no more than 5 percent."""
    return None if rows.each else statement(about(bound, share(rows, told)))


@phrase("stmt", "<rows> (make|makes) no sense", "<rows> (make|makes) little sense", cost=0.02)
def no_sense(found: RowSet) -> Statement | None:
    """An invoice without lines makes no sense."""
    return None if found.where is None else rule(not_(found.where), found.table)


@phrase(
    "stmt", "[a value of|values of|value] <number> (is|are) (_wrong|_bad) [too|as well]", cost=0.05
)
def number_wrong(value: Constant) -> Statement:
    """Zero is suspicious too."""
    return rule(not_(compare(IT, "==", value)))
