"""Phrases for rows that lie in a box whose sides are told: the box with lat 47 to 48, lon 8 to 9."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.comparisons import between
from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.words import stems_of
from backend.rules.language.terms import Cell, Constant, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import Phrases, Statement, about, all_of, compare, not_

phrase = Phrases()

# The sides ------------------------------------------------------------------------------------


@phrase("box_side", "<cell> [:|=|is|lies|be] [from|between] <amount> (to|and|-|–|through) <amount>")
@phrase(
    "box_side",
    "<cell> (lies|_must (be|lie|stay|fall)) (from|between) <amount> (to|and|-|–) <amount>",
)
@phrase("box_side", "(from|between) <cell> <amount> (to|and) <amount>", cost=0.02)
def box_side(of: Value, low: Value, high: Value) -> Predicate | None:
    """Latitude from 47 to 48."""
    told = between(low, high)
    return None if told is None or not isinstance(of, Cell) else about(told, of)


phrase.words("_and_side", ", | and | ; | , and | by | × | x")


@phrase("box_sides", "<box_side> _and_side <box_side>")
@phrase("box_sides", "<box_side> _and_side <box_side> _and_side <box_side>")
def box_sides(*sides: Predicate) -> Predicate | None:
    """Latitude from 47 to 48 and longitude from 8 to 9: each side of another column."""
    named = {cell for side in sides for cell in _cells(side)}
    return all_of(*sides) if len(named) == len(sides) else None


def _cells(told: Predicate) -> set[Cell]:
    return {part for part in walk(told) if isinstance(part, Cell)}


@phrase("stmt", "<box_sides>", cost=0.25)
def all_sides(told: Predicate) -> Statement:
    """Latitude between 47 and 48, longitude between 8 and 9."""
    return rule(told)


# The box --------------------------------------------------------------------------------------

phrase.words(
    "_a_box",
    "box | rectangle | frame | window | square | bounding box | "
    "bounds | limits | quadrant | bbox | range | ranges",
)
phrase.words(
    "_sort_of_box",
    "service | map | test | search | home | given | following | allowed | permitted | working | country | known | "
    "usual | bounding",
)
phrase.words(
    "_sides_follow",
    ": | , | of | with | from | given by | defined by | bounded by | made of | i.e. | that is | -",
)


@phrase("box_called", "_a_box", "(<bare>|_sort_of_box) [<bare>|_sort_of_box] _a_box")
def box_called(*name: Constant) -> bool:
    """The study area: what it is called adds nothing to its sides."""
    return True


for _within, _is_in in (("in|inside|within|inside of", True), ("outside|outside of|beyond", False)):

    @phrase("in_box", f"({_within}) [our] <box_called> [_sides_follow] <box_sides>")
    @phrase("in_box", rf"({_within}) [our] <box_called> \( <box_sides> \)")
    def in_box(_name: bool, told: Predicate, is_in: bool = _is_in) -> Predicate:
        """Inside the box: latitude 47 to 48, longitude 8 to 9."""
        return told if is_in else not_(told)


@phrase("in_box", "(outside|outside of|beyond) <box_side> or <box_side>")
def out_of_either(one: Predicate, other: Predicate) -> Predicate | None:
    """Outside latitude 47 to 48 or longitude 8 to 9: beyond either is outside."""
    told = box_sides(one, other)
    return None if told is None else not_(told)


@phrase("rowvp", "_is_placed <in_box>", cost=0.02)
@phrase("rel", "<in_box>", "(lying|located|situated) <in_box>", cost=0.05)
def lies_in_box(told: Predicate) -> Predicate:
    """Lie in the box."""
    return told


# On one side ----------------------------------------------------------------------------------

for _side, _sign, _named in (
    ("north", ">", "latitude"),
    ("south", "<", "latitude"),
    ("east", ">", "longitude"),
    ("west", "<", "longitude"),
):

    @phrase("on_one_side", rf"{_side} of <number> \( <cell> \)", f"{_side} of <cell> <number>")
    def on_one_side(*parts: Value, sign: str = _sign, named: str = _named) -> Predicate | None:
        """North of latitude 52.7."""
        of = next(part for part in parts if isinstance(part, Cell))
        edge = next(part for part in parts if isinstance(part, Constant))
        return compare(of, sign, edge) if named in stems_of(of.column) else None


phrase("rowvp", "_is_placed <on_one_side>", cost=0.02)(lies_in_box)
phrase("rel", "<on_one_side>", "(lying|located|situated) <on_one_side>", cost=0.05)(lies_in_box)
