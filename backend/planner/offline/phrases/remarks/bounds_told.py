"""Phrases for the bound that another column sets: than the maximum allows, no higher than the one at the start."""

from __future__ import annotations

from backend.planner.offline.phrases.measures.distances import apart
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, compare

phrase = Phrases()

phrase.words(
    "_allows",
    "allow | allows | permit | permits | admit | admits | allow for | allows for | provide for | provides for | "
    "demand | demands | require | requires | prescribe | prescribes | promised | promises",
)
phrase.words("_that_value", "one | that | value | figure | number | amount | the one | reading")


@phrase("operand", "<cell> _allows", "what <cell> _allows", cost=0.05)
def allowed(of: Value) -> Value:
    """Than the maximum points allow."""
    return of


@phrase("operand", "_that_value (at|from|under|called) <column>", cost=0.1)
def one_at(of: Cell) -> Value:
    """The one at the start: the column that alone has that word."""
    return of


# One bound ------------------------------------------------------------------------------------


@phrase(
    "adj",
    "at or (below|under) <operand>",
    "(below|under) or (at|equal to|the same as|equal) <operand>",
    "(equal to|the same as) or (below|less than|lower than|smaller than|under) <operand>",
    "(less than|lower than|smaller than|below) or the same as <operand>",
    "as (high|large|big|great|long|many|much|late) as <operand> at most",
    "<operand> at the [very] most",
    "<operand> tops",
    "<operand> at the outside",
    cost=0.02,
)
@phrase(
    "verb",
    "(go|goes|reach|reaches|extend|extends|come|comes) [only] up to <operand> at most",
    "(stay|stays|remain|remains|keep|keeps) (within|under or at|at or under|at or below) <operand>",
    cost=0.05,
)
def no_higher(bound: Value) -> Predicate:
    """At or below the list price; goes up to the max points."""
    return compare(IT, "<=", bound)


@phrase(
    "adj",
    "at or (above|over) <operand>",
    "(above|over) or (at|equal to|the same as|equal) <operand>",
    "(equal to|the same as) or (above|more than|higher than|greater than|over) <operand>",
    "(more than|higher than|greater than|above) or the same as <operand>",
    "<operand> at the [very] least",
    cost=0.02,
)
def no_lower(bound: Value) -> Predicate:
    """At or above the cost price."""
    return compare(IT, ">=", bound)


@phrase(
    "verb",
    "(top|tops|surpass|surpasses|outdo|outdoes|beat|beats|overtake|overtakes|outstrip|outstrips|overrun|overruns|overshoot|overshoots) <operand>",
    cost=0.02,
)
def tops(bound: Value) -> Predicate:
    """Tops the quantity."""
    return compare(IT, ">", bound)


@phrase(
    "verb", "(undercut|undercuts|undershoot|undershoots|fall short of|falls short of) <operand>"
)
def undercuts(bound: Value) -> Predicate:
    """Undercuts the cost price."""
    return compare(IT, "<", bound)


for _words, _sign in (
    ("more|higher|larger|greater|bigger|longer", ">"), ("fewer|less|lower|smaller|shorter", "<"),
):  # fmt: skip

    @phrase("feature", f"({_words}) <cell> than [its|their|his|her] <operand>", cost=0.05)
    def more_than_it(of: Value, bound: Value, sign: str = _sign) -> Predicate | None:
        """More points than the maximum points allow."""
        return None if isinstance(bound, Constant) else compare(of, sign, bound)


# The same and another one ---------------------------------------------------------------------

phrase.words(
    "_one_thing",
    "person | one | day | date | thing | place | value | row | number | code | somebody | someone",
)
phrase.words(
    "_some_person",
    "somebody | someone | anyone | anybody | something | anything | a person | one | a value",
)


@phrase(
    "adj", "[one and] the same _one_thing as <operand>", "same _one_thing as <operand>", cost=0.02
)
def same_one(other: Value) -> Predicate:
    """The same person as the driver."""
    return compare(IT, "==", other)


@phrase(
    "adj",
    "_some_person (other|else|different) than <operand>",
    "_some_person different from <operand>",
    "(another|different) _one_thing (than|from) <operand>",
    cost=0.02,
)
def another_one(other: Value) -> Predicate:
    """Somebody other than the driver."""
    return compare(IT, "!=", other)


# What was done, and what lies between ---------------------------------------------------------

for _words, _sign in (("more", ">"), ("less|fewer", "<")):

    @phrase(
        "clause",
        f"({_words}) (was|were|is|are|gets|get) <cell> than [was|were] <operand>",
        cost=0.1,
    )
    def more_done(of: Value, bound: Value, sign: str = _sign) -> Predicate | None:
        """More was returned than the quantity."""
        return None if isinstance(bound, Constant) else compare(of, sign, bound)


_SPANS = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})

for _head, _sign in (("_gt", ">"), ("_ge", ">="), ("_le", "<="), ("_lt", "<")):

    @phrase(
        "feature", f"{_head} <amount> between [its|their] <cell> and [its|their] <cell>", cost=0.1
    )
    def amount_between(
        distance: Value, one: Value, other: Value, sign: str = _sign
    ) -> Predicate | None:
        """More than 3000 km between km start and km end; days lie between dates."""
        is_span = isinstance(distance, Constant) and distance.unit in _SPANS
        return None if is_span else compare(apart(one, other), sign, distance)
