"""Phrases for a value that is granted beside what all others must be: it may be 0, otherwise at least 5.

The value may be told to stand for nothing: -1 (unknown) is fine, every other one must be positive.
"""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.broken_rows import BrokenRows
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

phrase.words("_can_be", "(may|can|is allowed to|is permitted to) [also] (be|say|read)")
phrase.words(
    "_for_nothing_told",
    r"\( [for|=|i.e.|meaning|which means] _nothing \) | , (which|that) _means _nothing , | (for|meaning) _nothing | "
    r"_means _nothing | , meaning _nothing ,",
)
phrase.words("_and_then_the_rest", ", | ; | . | : | – | - | [,] but | [,] and")
phrase.words(
    "_all_but_that",
    "otherwise | else | if not | in all other cases | apart from that | other than that | beyond that",
)
phrase.words(
    "_any_other_one",
    "(any|every|each|all) other [value|values|number|numbers|entry|entries|one|ones|text|texts] | (everything|anything|"
    "all|whatever) else | all others | the others | the rest | all the others | any others",
)
phrase.words(
    "_is_granted",
    "(is|are) [also|always] (fine|ok|okay|allowed|permitted|accepted|acceptable|valid|possible|all right)",
)


def _or_so(of: Value, options: tuple[Constant, ...], told: Predicate) -> Statement | None:
    if not isinstance(of, Cell):
        return None
    granted = (compare(of, "==", option) for option in options)
    return rule(any_of(*granted, about(told, of)), subject=of)


@phrase(
    "stmt",
    "<cell> _can_be <option> [_for_nothing_told] _and_then_the_rest _all_but_that [,] [it|they] <duty>",
    "<cell> _can_be <option> [_for_nothing_told] _and_then_the_rest _any_other_one <duty>",
    cost=0.05,
)
def may_be_or_else(of: Value, option: Constant, told: Predicate) -> Statement | None:
    """It may be -1 (unknown), otherwise it has to be positive."""
    return _or_so(of, (option,), told)


@phrase(
    "stmt",
    "<option> _is_granted (for|in|as|under) <cell> _and_then_the_rest _any_other_one <duty>",
    "<option> _is_granted (for|in|as|under) <cell> _and_then_the_rest _all_but_that [,] [it|they] <duty>",
    "<option> (for|in|as|under) <cell> [_for_nothing_told [,] and] _is_granted _and_then_the_rest _any_other_one <duty>",
    "<option> (for|in|as|under) <cell> _means _nothing _and_then_the_rest _any_other_one <duty>",
    cost=0.05,
)
def granted_or_else(option: Constant, of: Value, told: Predicate) -> Statement | None:
    """0 is fine for the fee, anything else must be at least 100."""
    return _or_so(of, (option,), told)


@phrase(
    "stmt",
    "<cell> [of|=] <option> [_for_nothing_told [,] and] _is_granted _and_then_the_rest _any_other_one <duty>",
    "<cell> of <option> [_means _nothing [,] and] _is_granted _and_then_the_rest any other <cell> <duty>",
    "<cell> of <option> _means _nothing _and_then_the_rest (any|every|each|all) other <cell> <duty>",
    cost=0.05,
)
def of_that_or_else(of: Value, option: Constant, *rest: Value | Predicate) -> Statement | None:
    """A fee of 0 is fine, any other fee must be at least 100."""
    *again, told = rest
    return _or_so(of, (option,), told) if set(again) <= {of} else None  # type: ignore[arg-type]


@phrase(
    "stmt",
    "<option> (for|in|as|under) <cell> [_means _nothing [,] and] _is_granted _and_then_the_rest (any|every|each|all) other <cell> <duty>",
    "<option> (for|in|as|under) <cell> _means _nothing _and_then_the_rest (any|every|each|all) other <cell> <duty>",
    cost=0.05,
)
def in_that_or_else(option: Constant, *rest: Value | Predicate) -> Statement | None:
    """-1 in the fee means unknown and is allowed. Any other fee must be at least 1."""
    of, *again, told = rest
    return _or_so(of, (option,), told) if set(again) == {of} else None  # type: ignore[arg-type]


# Behind the rule ----------------------------------------------------------------------------------

phrase.words(
    "_but_for_that",
    "except for | except | apart from | other than | with the exception of | save for",
)


@phrase(
    "stmt",
    "<stmt> [,] unless it (is|says|reads|equals) <option> [_for_nothing_told]",
    "<stmt> [,] _but_for_that <option> [_for_nothing_told]",
    "<stmt> [,] _but_for_that <option> , (which|that) _means _nothing",
    "<stmt> [,] (where|while) <option> (is|are) also (fine|ok|okay|allowed|permitted|accepted) [_for_nothing_told]",
    cost=0.3,
)
def unless_it_is(told: Statement, option: Constant) -> Statement | None:
    """It must be positive unless it is -1."""
    found = told.rule
    if not isinstance(found, BrokenRows) or told.also or told.remarks or found.where is not None:
        return None
    cells = {part for part in walk(found.must) if isinstance(part, Cell)}
    if len(cells) != 1 or any(part == IT for part in walk(found.must)):
        return None
    must = any_of(compare(cells.pop(), "==", option), found.must)
    return told.model_copy(update={"rule": found.model_copy(update={"must": must})})


@phrase("stmt", "_but_for_that <option> [_for_nothing_told] [,] <stmt>", cost=0.3)
def but_for_that(option: Constant, told: Statement) -> Statement | None:
    """Apart from 0 (unknown), ages must be at least 18."""
    return unless_it_is(told, option)


# Rows of a value that are left out ----------------------------------------------------------------

phrase.words(
    "_not_looking_at",
    "not counting | without counting | leaving out | leaving aside | ignoring | disregarding | skipping | excluding",
)
phrase.words(
    "_do_not_look_at",
    "ignore | skip | leave out | disregard | do not count | exclude | leave aside | pass over",
)


@phrase("stmt", "<stmt> [,] _not_looking_at [rows with] <cell> [=|of] <option>", cost=0.2)
@phrase("stmt", "<stmt> [,] [where] <cell> [=|of] <option> does not count", cost=0.3)
def left_aside(told: Statement, of: Value, option: Constant) -> Statement | None:
    """One licence belongs to one name only, not counting licence 0."""
    return (
        narrowed(told, RowSet(where=not_(compare(of, "==", option))))
        if isinstance(of, Cell)
        else None
    )


@phrase("hint", "<hint> _stop _do_not_look_at [rows with] <cell> [=|of] <option> [.]", cost=0.2)
def left_aside_then(told: Statement, of: Value, option: Constant) -> Statement | None:
    """Each licence belongs to one name. Ignore licence 0."""
    return left_aside(told, of, option)


@phrase(
    "stmt",
    "<cell> (may|can) (differ|be different|deviate) from <cell> [,] but [it] <duty>",
    cost=0.05,
)
@phrase(
    "stmt",
    "<cell> (may|can) (equal|repeat|be equal to|be the same as) <cell> [,] but [it] <duty>",
    cost=0.05,
)
def may_differ_but(of: Value, other: Value, told: Predicate) -> Statement | None:
    """The short name may differ from the name, but must not be blank."""
    return rule(about(told, of), subject=of) if of != other else None


# If it is such a one ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<cell> <duty> (where|if|when|whenever|as long as|wherever) it _be [a|an] <adj>",
    cost=0.6,
)
def where_it_is(of: Value, told: Predicate, condition: Predicate) -> Statement | None:
    """It must be below 0.15 where it is a number."""
    if not isinstance(of, Cell) or isinstance(condition, Missing):
        return None
    return rule(about(told, of), of.table, about(condition, of))


# The other way round ------------------------------------------------------------------------------


@phrase(
    "stmt",
    "<stmt> [,] or (vice versa|the other way round|the other way around|the reverse)",
    cost=0.2,
)
def or_vice_versa(told: Statement) -> Statement | None:
    """Is there a movie with a rating but no count, or vice versa?"""
    found = told.rule
    if not isinstance(found, BrokenRows) or not isinstance(found.must, Not):
        return None
    told_of = found.must.part
    parts = told_of.parts if isinstance(told_of, All) else ()
    gaps = [part.of for part in parts if isinstance(part, Missing)]
    filled = [
        part.part.of for part in parts if isinstance(part, Not) and isinstance(part.part, Missing)
    ]
    if len(parts) != 2 or len(gaps) != 1 or len(filled) != 1 or gaps == filled:
        return None
    reverse = not_(all_of(Missing(of=filled[0]), not_(Missing(of=gaps[0]))))
    must = all_of(found.must, reverse)
    return told.model_copy(update={"rule": found.model_copy(update={"must": must})})


@phrase(
    "stmt",
    "[any] two different <noun> _must_not (have|share|show|carry) [the] same (<cell>|<and_cells>)",
    cost=0.05,
)
def two_unlike(rows: RowSet, key: object) -> Statement | None:
    """Two different movies must not have the same name and year."""
    return unique_among(rows.model_copy(update={"each": False}), key)


# One at least -------------------------------------------------------------------------------------

phrase.words("_one_or_more_such", "at least one | one or more | at least a single | one at least")


@phrase("feature", "_one_or_more_such <cell>", cost=0.35)
def one_at_least(of: Value) -> Predicate | None:
    """At least one author, of a column that names them: it is filled."""
    return not_(Missing(of=of)) if isinstance(of, Cell) else None


# Kinds and the column that tells them -------------------------------------------------------------


@phrase("noun", r"<valuenoun> \( [in|see|by|according to|as] <cell> \)", cost=-0.5)
def kinds_by(told: Predicate, of: Value) -> RowSet | None:
    """Bakeries (sort): the rows of that sort."""
    left = told.left if isinstance(told, Compare) else None
    is_its_own = isinstance(of, Cell) and isinstance(left, Cell) and left.column == of.column
    return RowSet(where=told) if is_its_own else None
