"""Phrases for rules without a verb: born_on not in the future; e-mail or phone filled."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import narrowed, rule
from backend.rules.duplicate_phrases import unique_among
from backend.rules.language.terms import Apply, Compare, Function, OneOf, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    about_all,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

# A column, and what it is not -----------------------------------------------------------------


@phrase("stmt", "<cell> not <adj>", cost=0.2)
@phrase("stmt", "<cell> (without|w/o|free of) [any] <nothing_of>", cost=0.1)
def not_so(of: Value, told: Predicate) -> Statement:
    """Birth date not in the future; name without outer blanks."""
    return rule(not_(about(told, of)), subject=of)


@phrase(
    "nothing_of",
    "(leading or trailing|trailing or leading|leading and trailing|outer|surrounding) "
    "(spaces|blanks|whitespace)",
    "(spaces|blanks|whitespace) (at|on) (the ends|either end|both ends|the edges)",
)
def outer_blanks() -> Predicate:
    """Blanks around."""
    return not_(compare(IT, "==", Apply(function=Function.STRIP, of=IT)))


@phrase("rel", "with <nothing_of> in [its|their|the] <cell>", cost=0.1)
@phrase("feature", "<nothing_of> in [its|their|the] <cell>", cost=0.1)
def with_such(told: Predicate, of: Value) -> Predicate:
    """Pets with leading blanks in the name."""
    return about(told, of)


@phrase("stmt", "<cell> <adj> (and|,|, and|but|;) no <nothing_of>", cost=0.1)
def so_and_no(of: Value, told: Predicate, other: Predicate) -> Statement | None:
    """Salary > 0 and no decimals."""
    if isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "=="):
        return None
    return rule(all_of(about(told, of), not_(about(other, of))), subject=of)


# Several columns ------------------------------------------------------------------------------


@phrase("stmt", "<subjects> <adj>", "<subjects> (both|all) <adj>", cost=0.25)
def several(found: Subjects, told: Predicate) -> Statement | None:
    """E-mail or phone filled; of values that follow it is not plain whose they are."""
    is_value = isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "==")
    return None if is_value or found.mode == "none" else rule(about_all(told, found))


# Alike ----------------------------------------------------------------------------------------

phrase.words(
    "_alike_in",
    "with | sharing | that share | who share | having | that have | who have | that use",
)
phrase.words(
    "_one_and_the_same", "the same | an identical | identical | equal | the very same | a common"
)


@phrase(
    "stmt",
    "(are|is) there [any] [two|several] <rows> _alike_in _one_and_the_same <key> [?]",
    "(do|did) we have [any] [two|several] <rows> _alike_in _one_and_the_same <key> [?]",
    "no [two] <rows> _alike_in _one_and_the_same <key>",
    "any [two] <rows> _alike_in _one_and_the_same <key> ?",
    cost=0.05,
)
def alike(rows: RowSet, found: object) -> Statement | None:
    """Are there vets with the same licence number?"""
    return unique_among(rows, found)


@phrase("stmt", "<stmt> [,] (if|when|where|whenever|once) [already|still] <flag_word>", cost=0.1)
@phrase("stmt", "<stmt> [,] (if|when|where|whenever|once) [already|still] <adjective>", cost=0.1)
def if_such(told: Statement, condition: Predicate) -> Statement | None:
    """The fee must be positive if insured."""
    return narrowed(told, RowSet(where=condition))


@phrase(
    "remark", "(if|when|where|once|as far as) <cell>", "(if|when|where) <cell> at all", cost=0.15
)
def where_there(cell: Value) -> Modifier:
    """End >= start (if finished): where the column, which the rule reads, is filled."""
    return remark("where-there", values=(cell,))


# Answers --------------------------------------------------------------------------------------

phrase.widen(
    "_none_answer", "none should | none may | none must | none ought to | that must be none"
)
