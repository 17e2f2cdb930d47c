"""Phrases for the value in the row before as something to measure from, within the same group."""

from __future__ import annotations

from backend.rules.language.terms import Cell, Predicate, Previous, Value
from backend.rules.phrasing import IT, Phrases, Statement, about
from backend.rules.sequence_phrases import by_one

phrase = Phrases()

phrase.words("_that_line", "row | line | record | entry | one | value | reading | figure | number")
phrase.words("_one_earlier", "previous | preceding | prior")
phrase.words(
    "_ahead",
    "[listed|standing|written|recorded|entered|noted] [just|right|directly|immediately] (before|above|ahead of) "
    "[it|them|this one]",
)

phrase.words(
    "_known_then",
    "known | filled | filled-in | recorded | given | non-empty | non-blank | entered | available | noted | present",
)
phrase.words("_latest_of_them", "last | most recent | nearest | closest")


@phrase(
    "factor",
    "the one (before|above)",
    "the _latest_of_them [_known_then] _that_line _ahead",
    "the _latest_of_them _known_then _that_line",
    "the one _ahead",
    "(that|the value) (of|in) _that_line _ahead",
    "[in|the value of] (the|its) _that_line _ahead",
    "(that|the value) (of|in) _one_earlier _that_line",
    "[in|on|the] _one_earlier _that_line",
    cost=0.15,
)
def one_before() -> Value:
    """The one before: the same column of the row before."""
    return Previous(of=IT)


@phrase(
    "factor", "[in|on] (previous|preceding) <noun>", "[in] the <noun> (before|above)", cost=0.25
)
def noun_before(rows: object) -> Value | None:
    """The reading before."""
    return Previous(of=IT) if getattr(rows, "where", None) is None else None


phrase.words("_at_same", "at | of | on | for | with | by | in")


@phrase("within", "_at_same the same <cell>")
@phrase("within", "(of|for|at|in|within) (that|this|one|its|their) [same|own] <cell>", cost=0.05)
def at_the_same(cell: Value) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """At the same station."""
    return (("by", (cell,)),)


@phrase("rel", "whose <cell> (is|was|lies) <adj> _at_same the same <cell>", cost=0.02)
def told_within(of: Cell, told: Predicate, by: Cell) -> Predicate | None:
    """Whose level is more than 5 higher than the one before at the same station."""
    from backend.rules.language.walk import rewrite, walk

    found = about(told, of)
    if of == by or not any(isinstance(part, Previous) for part in walk(found)):
        return None
    by_group = {"by": (by.column,)}
    return rewrite(
        found,
        lambda part: part.model_copy(update=by_group) if isinstance(part, Previous) else None,
    )


phrase.words(
    "_row_by_row",
    "from each row to the next | from one row to the next | row after row | from row to the next row | "
    "from every row to the next | from line to line | from one line to the next | with every new row | with "
    "each new row | each row one more than the row before | from row to row | row by row",
)
phrase.widen(
    "_rowwise",
    "row after row | from line to line | from one line to the next | from every row to the next | with every "
    "new row | from entry to entry | from one entry to the next | with each new row | down the table | down "
    "the list | from top to bottom",
)


@phrase("stmt", "<cell> [numbers|values] _climbs by (1|one) _row_by_row", cost=0.02)
@phrase(
    "stmt",
    "<cell> [numbers|values] _must _counts_up by [exactly] (1|one) (_row_by_row|with each row)",
    cost=0.02,
)
def climbs_by_one(of: Value) -> Statement | None:
    """Counts up by one from each row to the next."""
    return by_one(of)
