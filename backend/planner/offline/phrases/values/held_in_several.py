"""Phrases for what stands in some of several columns: a slash in A or B, anything in any of the four times."""

from __future__ import annotations

from backend.planner.offline.adds_nothing import wants_all_filled
from backend.planner.offline.held_values import is_one_of_its_values, stands_in
from backend.planner.offline.phrases.values.values_kept_out import listed_in, number_in
from backend.rules.language.terms import Constant, How, Matches, Missing, Predicate
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, Subjects, about_all, not_

phrase = Phrases()

phrase.words(
    "_anything_there",
    "(anything|something|a value|any value|an entry|any entry) [filled in|filled|entered|given|written]",
)


@phrase("held_there", "_anything_there", cost=0.1)
def anything_there() -> Predicate:
    """Anything: a cell that is filled."""
    return not_(Missing(of=IT))


@phrase("held_there", "<sign_mark>")
def sign_there(mark: str) -> Predicate:
    """A slash."""
    return Matches(of=IT, how=How.CONTAINS, text=mark)


@phrase("held_there", "_string <text>")
def text_there(text: Constant) -> Predicate:
    """The word 'cancelled'."""
    return sign_there(str(text.value))


@phrase("held_there", "<nothing_of>", cost=0.1)
def such_there(told: Predicate) -> Predicate:
    """Letters, decimals."""
    return told


@phrase("held_there", "[_the_value] (<number>|<negative>)", cost=0.05)
def number_there(number: Constant) -> Predicate:
    """A 0: the number, not a digit of it."""
    return number_in(number, IT)


@phrase("held_there", "[_the_value] <text>")
def value_there(text: Constant) -> Predicate:
    """'XX': whole or as a part, the values of each column tell."""
    return stands_in(IT, str(text.value))


@phrase("held_there", "[_the_value] (<or_list>|<comma_list>)", cost=0.05)
def listed_there(found: tuple[Constant, ...]) -> Predicate:
    """XX or ZZ, -1 or 0."""
    return listed_in(found, IT)


@phrase("held_there", "[_the_value] <bare>", cost=0.05)
def word_there(text: Constant) -> Predicate:
    """ERROR: a value of each of the columns."""
    return is_one_of_its_values(IT, (text,))


phrase.words("_in_them", "in | inside | within | at | under | for")


@phrase(
    "among_them", "<some_subjects>", "[either] <or_cells>", "(any|any one) of [the] <and_cells>"
)
def among_them(found: Subjects) -> Subjects:
    """Any of A and B, where something stands in it."""
    return found


@phrase("feature", "<held_there> _in_them <among_them>", cost=0.02)
@phrase(
    "rowvp",
    "(have|has|hold|holds|show|shows|contain|contains) <held_there> _in_them <among_them>",
    cost=0.02,
)
def held_in_some(told: Predicate, found: Subjects) -> Predicate:
    """A slash in any of the four times."""
    return about_all(told, found.model_copy(update={"mode": "any"}))


phrase.words(
    "_lacking_now", "missing | empty | blank | not filled | unfilled | left empty | absent"
)


@phrase("rel", "(with|having) <all_subjects> _lacking_now", cost=0.05)
@phrase("rel", "(with|having) (<some_subjects>|[either] <or_cells>) _lacking_now", cost=0.05)
def lacking_several(found: Subjects) -> Predicate:
    """With all four times missing; with one of them, where it is told of some."""
    return about_all(Missing(of=IT), found)


phrase.words(
    "_any_of_those_held",
    "(any|one|either|at least one|one or more|some|any one|even one) [of (them|these|those|the two|the three|the four)]",
)


@phrase(
    "hint",
    "<hint> _stop _do_show [_all_the] <noun> (where|in which|for which|if|when) _any_of_those_held (is|are) _lacking_now [.]",
    "<hint> _stop _do_show [_all_the] <noun> (with|having|that have|that has) _any_of_those_held _lacking_now [.]",
    "<hint> _stop _do_show [_all_the] <noun> (with|having) (a|one) _lacking_now (one|value|entry|field) [.]",
    "<hint> _stop _do_show [_all_the] <noun> (lacking|missing|without) _any_of_those_held [.]",
    cost=0.02,
)
def rows_lacking_any(told: Statement, found: RowSet) -> Statement | None:
    """All four are mandatory. Report the rows in which any of them is missing."""
    return told if found.where is None and wants_all_filled(told.rule) else None
