"""Phrases for values that two tables must share: in both of them or in neither, in only one of them."""

from __future__ import annotations

from typing import NamedTuple

from backend.planner.offline.phrases.tables.same_sets import _rule as same_in_both
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()


class OneSided(NamedTuple):
    """Two tables, of which only one has a value."""

    left: str
    right: str


class Stray(NamedTuple):
    """A column with such values."""

    of: Value
    sides: OneSided


phrase.words(
    "_stands",
    "is | are | is found | are found | is present | are present | is listed | are listed | is used | are used | "
    "occurs | occur | appears | appear | exists | exist | turns up | turn up",
)
phrase.words(
    "_stand",
    "be | be found | be present | be listed | be used | occur | appear | exist | turn up | stand | be contained",
)
phrase.words(
    "_pair_of", "the two tables | the tables | the two | two tables | both tables | tables"
)
phrase.words(
    "_or_back",
    "or vice versa | or the other way round | or the other way around | or the reverse | or conversely | and vice "
    "versa | and the other way round | and the other way around | nor the other way round | nor vice versa",
)
phrase.widen(
    "_values_of", "list of [different|distinct|all|unique] | the different | different | unique"
)
phrase.words(
    "_the_same_set", "the same set of | the same | identical | the same list of | the very same"
)


# In one of them alone -------------------------------------------------------------------------------


@phrase("one_sided", "in (only|just|exactly) one of [_pair_of] <table> and <table>")
@phrase("one_sided", "only in one of [_pair_of] <table> and <table>")
@phrase(
    "one_sided",
    "in [only|just] one of [_pair_of] <table> and <table> (but|and) not [in] the other [one]",
)
@phrase("one_sided", "in either <table> or <table> but not [in] both")
@phrase("one_sided", "in <table> without being in <table> [,] _or_back")
@phrase("one_sided", "in <table> (but|and) not [in] <table> [,] _or_back")
def one_sided(left: str, right: str) -> OneSided | None:
    """In only one of the tables orders and shops."""
    return None if left == right else OneSided(left, right)


@phrase(
    "one_sided", "in <table> (but|and) not in <table> [,] or in <table> (but|and) not in <table>"
)
def either_alone(left: str, right: str, third: str, fourth: str) -> OneSided | None:
    """In orders but not in shops, or in shops but not in orders."""
    return one_sided(left, right) if (third, fourth) == (right, left) else None


@phrase("stray_value", "<cell> [values] [(that|which) _stands] <one_sided>")
@phrase(
    "stray_value", "<cell> [values] (found|listed|used|present|occurring|appearing) <one_sided>"
)
def stray_value(of: Value, sides: OneSided) -> Stray:
    """A region that appears in only one of them."""
    return Stray(of, sides)


@phrase("stmt", "_flag [any|every|each|all|a] <stray_value>", cost=0.02)
@phrase("stmt", "(is|are) there [a|an|any] <stray_value> [?]", cost=0.02)
@phrase(
    "stmt",
    "there (must|may|should|can) (be no|not be any|not be a|never be a) <stray_value>",
    cost=0.02,
)
@phrase("stmt", "[a|an|any|every] <stray_value> (_be _wrong|_not_tolerated)", cost=0.02)
def no_stray(found: Stray) -> Statement | None:
    """Flag any region that appears in only one of the tables."""
    return same_in_both(found.of, found.sides.left, found.of, found.sides.right)


@phrase(
    "stmt",
    "no <cell> _may _stand <one_sided>",
    "[_each] <cell> _must_not _stand <one_sided>",
    cost=0.02,
)
def not_one_sided(of: Value, sides: OneSided) -> Statement | None:
    """No region may be in orders without being in shops, or the other way round."""
    return no_stray(Stray(of, sides))


# In both of them ------------------------------------------------------------------------------------


@phrase(
    "stmt",
    "_each <cell> _must _stand either in both <table> and <table> or in neither [of them|of the two|of both]",
    "_each <cell> _must _stand in both <table> and <table> or in neither [of them|of the two]",
    "_the_same_set <cell> [values] _must _stand in [both] <table> and [in] <table>",
    "<cell> [column] _must (have|contain|hold|show) _the_same_set [values] in [both] <table> and [in] <table>",
    "[both] <table> and <table> _must (use|contain|have|hold|list|share|show|cover) [exactly] _the_same_set <cell> [values]",
    cost=0.02,
)
def in_both(*parts: object) -> Statement | None:
    """The same regions must be used in both orders and shops."""
    of = next(part for part in parts if isinstance(part, Cell))
    left, right = (part for part in parts if isinstance(part, str))
    return same_in_both(of, left, of, right)


@phrase(
    "stmt",
    "_values_of <cell> in <table> _must (match|agree with) [that of|the] [_values_of] <cell> in <table>",
)
def lists_match(mine: Value, left: str, theirs: Value, right: str) -> Statement | None:
    """The list of different regions in orders must match the list of different regions in shops."""
    return same_in_both(mine, left, theirs, right)


@phrase(
    "stmt",
    "_each <cell> in <table> _must _stand in <table> [,] and _each <cell> in <table> _must _stand in <table>",
    "_each <cell> in <table> _must _stand in <table> [,] and _each <cell> in <table> in <table>",
    cost=-0.1,
)
def each_in_other(
    of: Value, left: str, right: str, again: Value, third: str, fourth: str
) -> Statement | None:
    """Every region in orders must occur in shops, and every region in shops must occur in orders."""
    is_reverse = (
        (third, fourth) == (right, left) and isinstance(of, Cell) and isinstance(again, Cell)
    )
    if not is_reverse or of.column != again.column:  # type: ignore[union-attr]
        return None
    return same_in_both(of, left, again, right)
