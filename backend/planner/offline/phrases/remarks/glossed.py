"""Phrases whose brackets say in full what stands before them, and rows compared with themselves."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rows import exists
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Matches, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()


# What the brackets say --------------------------------------------------------------------------


@phrase("rel", r"_such_that <definition> \)", cost=0.02)
def such_that(told: Predicate) -> Predicate:
    """That are out of stock (stock = 0)."""
    return told


@phrase("definition", "<and_cells> (both|all) <adj>", cost=0.02)
def definition_of_all(found: Subjects, told: Predicate) -> Predicate:
    """Debt and loan both 0."""
    return about_all(told, found)


@phrase("rel", "_such_ie [those|the ones|ones] <rel> [,]", cost=0.02)
@phrase("rel", "_such_ie [a|an] <feature> [,]", cost=0.05)
def restated(told: Predicate) -> Predicate:
    """That have not been paid, i.e. with an empty paid_on."""
    return told


@phrase("rowvp", "_do_in_full (<rowvp>|<rel>)", cost=0.02)
@phrase("rowvp", r"_do_in_brackets (<rowvp>|<rel>) \)", cost=0.02)
def done_in_full(told: Predicate) -> Predicate:
    """Be still out, i.e. have no date."""
    return told


@phrase("operand", "_amount_in_full <operand> [,]", cost=0.05)
def amount_in_full(of: Value) -> Value:
    """The value of the goods, which is the sum of price * quantity over its lines."""
    return of


@phrase("rel", "_such_ie [that] <clauses>", cost=0.05)
def restated_in_full(told: Predicate) -> Predicate:
    """Who travel alone, i.e. both columns are 0."""
    return told


@phrase("stmt", r"no <noun> _such_that <definition> \)", cost=0.02)
def none_such(found: RowSet, told: Predicate) -> Statement:
    """No licence that has expired (valid_until in the past)."""
    return rule(not_(told), found.table, found.where)


@phrase("stmt", r"no <cell> _such_that <definition> \)", cost=0.02)
def no_value_such(_: Value, told: Predicate) -> Statement:
    """No licence has expired (valid_until in the past)."""
    return rule(not_(told))


# Kinds of columns -------------------------------------------------------------------------------


@phrase("adj", "[a|an] <or_list> (field|flag|column|value|indicator)", cost=0.05)
def field_of(found: tuple[Constant, ...]) -> Predicate:
    """A yes/no field."""
    return one_of(IT, found)


_NOISE = "(numbers|values|codes|options)"


@phrase(
    "verb",
    f"(has|have|take|takes|show|shows) [only] [the] {_NOISE} <any_list>",
    f"(contain|contains|hold|holds) only [the] {_NOISE} <any_list>",
    f"only (contain|contains|hold|holds|has|have|take|takes|shows) [the] {_NOISE} <any_list>",
    "only (contain|contains|hold|holds|has|have|take|takes|shows) <any_list>",
    cost=0.1,
)
def only_contains(found: tuple[Constant, ...]) -> Predicate:
    """Only contains the numbers 1, 2 and 3."""
    return one_of(IT, found)


@phrase(
    "stmt",
    "_flag [any|all|every|each] <cell> [values] without [a|an|any] <sign_mark>",
    "_flag [any|all|every|each] <cell> [values] without <text>",
    "_flag [any|all|every|each] <cell> [values] that lack [a|an|any] <sign_mark>",
    cost=0.05,
)
def without_sign(of: Value, mark: Any) -> Statement:
    """Flag addresses without an @."""
    text = str(mark.value) if isinstance(mark, Constant) else str(mark)
    return rule(about(Matches(of=IT, how=How.CONTAINS, text=text), of), subject=of)


# More than its own ------------------------------------------------------------------------------

phrase.widen(
    "_bears",
    "have | has | carry | carries | hold | holds | sell | sells | use | uses | take | "
    "takes | get | gets | need | needs | cost | costs | show | shows | contain | contains",
)


@phrase("rowvp", "_bears more <cell> than [its|their|the|his|her] <cell>", cost=0.02)
def bears_more(of: Value, other: Value) -> Predicate:
    """Carry more passengers than its capacity."""
    return compare(of, ">", other)


@phrase("rowvp", "_bears (fewer|less) <cell> than [its|their|the|his|her] <cell>", cost=0.02)
def bears_fewer(of: Value, other: Value) -> Predicate:
    """Have fewer guests than beds."""
    return compare(of, "<", other)


@phrase("rel", "_that <rowvp> [,] (but|and|yet) <rowvp>", cost=0.08)
def that_but(one: Predicate, other: Predicate) -> Predicate:
    """That are done but have no time of arrival."""
    return all_of(one, other)


@phrase("stmt", r"_asked_such <definition> \) [?]", cost=0.02)
def asked_such(told: Predicate) -> Statement:
    """Did anybody check his own work (analyst = checker)?"""
    return rule(not_(told))


# Rows of one kind or another, and rows without others -------------------------------------------


@phrase(
    "rowvp",
    "(have|has|had) (not|never) [ever] <table> (anything|at all|yet|once|so far)",
    "(have|has|had) never [ever] <table>",
    "never [ever] <table> anything",
    cost=0.2,
)
def never_did_so(other: str) -> Predicate:
    """Clients that have not ordered anything: no row of orders is theirs."""
    return not_(exists(RowSet(table=other)))


@phrase("cell", "(it|they) (was|were|is|are|has been|have been|had been) <column>", cost=0.3)
def when_it_was(at: Value) -> Value:
    """14 days after they were taken."""
    return at


phrase.widen(
    "_alike",
    "the same person | the same people | the same one | one and the same | one and the same person",
)
phrase.widen(
    "_what_it_holds", "choice | choices | setting | settings | input | inputs | info | information"
)
