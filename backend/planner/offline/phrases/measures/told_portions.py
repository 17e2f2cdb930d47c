"""Phrases for parts of the rows as owners tell them: among these at least half, neither value below 40%."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.portions import (
    Portion,
    made_up,
    made_up_portion,
    portion_is,
)
from backend.rules.distribution_phrases import each_share, no_share
from backend.rules.language.terms import Cell, Compare, Constant, Missing, Predicate, Reads, Value
from backend.rules.metric_bounds import allows, demands
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_, number

phrase = Phrases()

# Among these … ----------------------------------------------------------------------------------

phrase.words(
    "_among_these",
    "of | among | amongst | out of | from | in | within | looking at | considering | taking | for",
)
phrase.words("_of_them", "of (them|these|those|all of them) | [of] the rows")


@phrase(
    "stmt",
    "_among_these [all] [the|our] <rows> [,] <share_bound> [_of_them] _must <rowvp>",
    cost=0.05,
)
@phrase("stmt", "<share_bound> (among|amongst|in|within) [all|the] <rows> _must <rowvp>", cost=0.1)
def among_must(*parts: Any) -> Statement | None:
    """Among teachers at least three quarters must have a contract."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    bound, told = (part for part in parts if not isinstance(part, RowSet))
    return None if rows.each else portion_is(Portion(bound, rows), told)


@phrase(
    "stmt",
    "_among_these [all] [the|our] <rows> [,] <share_bound> [_of_them] (may|can) <rowvp>",
    cost=0.05,
)
def among_may(rows: RowSet, bound: Predicate, told: Predicate) -> Statement | None:
    """Among pupils at most a fifth may be absent."""
    return among_must(rows, bound, told) if allows(bound) else None


@phrase(
    "claim", "_among_these [all] [the|our] <rows> [,] <share_bound> [_of_them] <rowvp>", cost=0.06
)
def among_are(rows: RowSet, bound: Predicate, told: Predicate) -> Statement | None:
    """Among pupils fewer than a fifth are absent."""
    return among_must(rows, bound, told)


# Each value -------------------------------------------------------------------------------------

phrase.words(
    "_kinds_of",
    "value of | values of | values in | value in | kinds of | groups of | sorts of | values for",
)
phrase.words(
    "_neither",
    "neither | neither of [the|both] [two] | none of [the] [two|three|four|five|values] | not one of",
)


@phrase(
    "stmt",
    "_neither [_kinds_of] <cell> [values|value] _may _makes_up <share_bound> of [all|the] <rows>",
    cost=0.04,
)
@phrase(
    "stmt",
    "_neither [_kinds_of] <cell> [values|value] _makes_up <share_bound> of [all|the] <rows>",
    cost=0.1,
)
def neither_share(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """Neither of the two values may account for less than 40% of the rows."""
    return no_share(of, bound, rows)


@phrase(
    "stmt",
    "both [_kinds_of] <cell> [values] _must [each] _makes_up <share_bound> of [all|the] <rows>",
    cost=0.06,
)
def both_share(of: Value, bound: Predicate, rows: RowSet) -> Statement | None:
    """Both values must make up at least 10% of the rows."""
    return each_share(of, bound, rows)


# Values that say that nothing is known -----------------------------------------------------------

phrase.words(
    "_unknown_is",
    "unknown | missing | undefined | unspecified | unrecorded | unstated | absent | unclear",
)
phrase.words(
    "_put_as",
    "(written|given|shown|marked|recorded|coded|entered|spelled|stored|noted|kept|typed|put) (as|with|by)|shown by|i.e.|that is|meaning",
)


@phrase("noun", "_unknown_is <cell> [values|entries] [,] _put_as [a|an] <option> [,]", cost=0.05)
@phrase("noun", r"_unknown_is <cell> [values|entries] \( [_put_as] [a|an] <option> \)", cost=0.05)
def unknown_rows(of: Value, mark: Constant) -> RowSet | None:
    """Unknown countries, written as ?."""
    if not isinstance(of, Cell) or mark.reads != Reads.TEXT:
        return None
    return RowSet(table=of.table, where=compare(of, "==", mark))


@phrase(
    "stmt",
    "<rows> (may|can|must|should) (take up|takes up|cover|reach|occupy|be found in|occur in|amount to|come to) <portion>",
    cost=0.06,
)
@phrase(
    "stmt",
    "<rows> (may|can|must|should) (take up|takes up|cover|reach|occupy|amount to|come to) <share_bound>",
    cost=0.08,
)
def take_up(rows: RowSet, told: Any) -> Statement | None:
    """Unknown countries may take up 1.5% of the rows at most."""
    if not isinstance(told, Portion):
        return made_up(rows, told)
    if not rows.table:
        rows = rows.model_copy(update={"table": told.rows.table})
    return made_up_portion(rows, told)


for _words, _sign in (("_or_more", ">="), ("_or_fewer", "<=")):
    phrase("portion", f"<percent> [of] [all|the] <rows> [,] (and|but) {_words}")(
        lambda part, rows, sign=_sign: (
            None if rows.each else Portion(compare(IT, sign, number(part)), rows)
        )
    )


# A value in a portion -----------------------------------------------------------------------------


@phrase("stmt", "<cell> [:|-|–] <adj> [:|,] (in|for|on|with|among) <portion>", cost=0.2)
@phrase("stmt", "<cell> [:|-|–] <adj> [:|,] (in|for|on|with|among) <share_bound>", cost=0.25)
@phrase("stmt", "<cell> : <adj> [:|,] <share_bound>", cost=0.25)
def shortly_in(of: Cell, told: Predicate, found: Any) -> Statement | None:
    """Composer: known for 75% of the tracks or more."""
    where = found if isinstance(found, Portion) else Portion(found, RowSet())
    return portion_is(where, about(told, of))


@phrase("stmt", "<cell> [:|-|=] <option> [:|,] (in|for|on|with|among) <share_bound>", cost=0.25)
@phrase("stmt", "<cell> _must be <option> (in|for|on|with|among) <portion>", cost=0.05)
@phrase("stmt", "<cell> (may|can) be <option> (in|for|on|with|among) <portion>", cost=0.05)
def value_in_portion(of: Cell, wanted: Constant, found: Any) -> Statement | None:
    """N/A in less than 40 percent of the rows; text is read as text, also among numbers."""
    where = found if isinstance(found, Portion) else Portion(found, RowSet())
    return portion_is(where, compare(of, "==", wanted))


# How something came ---------------------------------------------------------------------------------

phrase.words(
    "_has_come",
    "[have|has|be|is|are|been|have been|has been] (come in|came in|come|came|arrive|arrived|go|went|gone|run|ran|paid|made|"
    "done|sent|received|booked|ordered|placed|entered|recorded|bought|sold|shipped|settled|taken|filed|submitted)",
)
phrase.words(
    "_by_way_of",
    "through | via | by | over | with | by way of | by means of | using | under | from | in | at | on",
)


@phrase("rowvp", "_has_come _by_way_of <cell> <option>", cost=0.1)
@phrase(
    "participle",
    "(coming|arriving|paid|made|sent|received|booked|ordered|placed|done|settled) _by_way_of <cell> <option>",
    cost=0.1,
)
@phrase("rel", "(through|via) <cell> <option>", cost=0.1)
def came_by(of: Value, wanted: Constant) -> Predicate | None:
    """Have come in through the channel CASH."""
    return compare(of, "==", wanted) if isinstance(of, Cell) else None


@phrase("rowvp", "_has_come (through|via|by way of|by means of) <adjective>", cost=0.15)
@phrase("rel", "(through|via|by way of|by means of) <adjective>", cost=0.15)
def came_by_value(told: Predicate) -> Predicate | None:
    """A payment through SEPA: a value of one column."""
    is_value = isinstance(told, Compare) and told.sign == "=="
    return told if is_value else None


# A word and what it stands for ------------------------------------------------------------------------


@phrase("rowvp", r"<rowvp> \( [i.e.|that is ,|that is|meaning] <definition> \)", cost=0.02)
def glossed(told: Predicate, meant: Predicate) -> Predicate | None:
    """Are active (is_active = true): the brackets say which column and value the word means."""
    return told if _told_alike(told, meant) else None


def _told_alike(one: Predicate, other: Predicate) -> bool:
    if not isinstance(one, Compare) or not isinstance(other, Compare):
        return False
    cells = [part.left for part in (one, other)]
    values = [part.right for part in (one, other)]
    if not all(isinstance(cell, Cell) for cell in cells) or one.sign != other.sign:
        return False
    columns = {cell.column for cell in cells if isinstance(cell, Cell)}
    texts = {str(value.value).lower() for value in values if isinstance(value, Constant)}
    return len(columns) == 1 and len(texts) == 1


@phrase(
    "stmt",
    "[_each] <cell> _must be (known|filled|filled in|given|there|present|recorded) (in|for|on) <share_bound>",
    cost=0.1,
)
def filled_in_share(of: Cell, bound: Predicate) -> Statement | None:
    """The composer must be known for at least 75%."""
    if not demands(bound):
        return None
    return portion_is(Portion(bound, RowSet(table=of.table)), not_(Missing(of=of)))
