"""Phrases for a form or a mark in its place: a whole number or the literal N/A, nothing else."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    OneOf,
    Predicate,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

phrase.words(
    "_mark_noun",
    "literal | word | text | string | entry | mark | placeholder | letters | letter | abbreviation | code | sign | "
    "literal text | literal string | literal word | literal value | special value | special code | single word | "
    "exact text | exact word | value | note | remark",
)
phrase.words(
    "_mark_alone",
    "[,] nothing else | [,] and nothing else | [,] anything else is _wrong | [,] no other _mark_noun | [,] "
    "and no other _mark_noun | ; nothing else | ; anything else is _wrong | : nothing else",
)


phrase.words("_mark_number", "number | plain number | valid number | real number | numeric value")

# A mark, or a form --------------------------------------------------------------------------------


@phrase("mark_word", "[just] _mark_noun (<text>|<bare>)")
def mark_word(value: Constant) -> Predicate:
    """The word ill: what stands there is meant as it is written."""
    return compare(IT, "==", value.model_copy(update={"unquoted": False}))


@phrase("mark_word", "<text>", "<bare>", cost=0.1)
def mark_plain(value: Constant) -> Predicate:
    """N/A, which the column holds."""
    return compare(IT, "==", value)


@phrase("mark_words", "<mark_word>", cost=0.0)
@phrase("mark_words", "<mark_words> (or|,|, or) <mark_word>", cost=0.0)
def mark_words(*parts: Predicate) -> Predicate:
    """The word ill or the word absent."""
    return any_of(*parts)


@phrase("adj", "[either] <adj> [,] or <mark_words> [_mark_alone]", cost=0.0)
@phrase("adj", "[either] <mark_words> [,] or <adj> [_mark_alone]", cost=0.0)
def form_or_mark(one: Predicate, other: Predicate) -> Predicate | None:
    """A whole number from 1 to 6 or the word ill."""
    return any_of(one, other) if _is_form(one) or _is_form(other) else None


_NUMBER = Matches(of=IT, how=How.FORMAT, text="number")


@phrase("adj", "[either] _mark_number <adj> [,] or <mark_words> [_mark_alone]", cost=-0.4)
def number_or_mark(bounds: Predicate, mark: Predicate) -> Predicate | None:
    """A number from 0 to 14 or the word absent: any other text is none of them."""
    return None if _is_form(bounds) or _is_equal(bounds) else any_of(all_of(_NUMBER, bounds), mark)


@phrase("vp", "_be neither _mark_number <adj> nor <mark_words>", cost=-0.4)
def neither_number_nor_mark(bounds: Predicate, mark: Predicate) -> Predicate | None:
    """Are neither a number from 0 to 14 nor the word absent."""
    told = number_or_mark(bounds, mark)
    return None if told is None else not_(told)


@phrase("vp", "_be neither <adj> nor <mark_words>", "_be neither <mark_words> nor <adj>", cost=0.0)
def neither_form_nor_mark(one: Predicate, other: Predicate) -> Predicate | None:
    """Are neither a number nor the word ill."""
    told = form_or_mark(one, other)
    return None if told is None else not_(told)


@phrase(
    "adj", "whole number without (decimals|a decimal point|any decimals|decimal places)", cost=0.0
)
def whole_without() -> Predicate:
    """A whole number without decimals: said twice."""
    return Matches(of=IT, how=How.FORMAT, text="whole_number")


def _is_equal(told: Predicate) -> bool:
    return isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "==")


def _is_form(told: Predicate) -> bool:
    """Whether it asks for the form of a number or a date."""
    forms = [part for part in walk(told) if isinstance(part, Matches) and part.how == How.FORMAT]
    return len(forms) == 1


# A value there, or none ---------------------------------------------------------------------------

phrase.words(
    "_mark_thing",
    "date | value | entry | text | number | anything | something | time | name | code",
)
phrase.words("_mark_in", "in | under | for | as")


@phrase("stmt", "there _must_not be [a|an|any] _mark_thing _mark_in <cell>", cost=0.05)
@phrase("stmt", "there _must be (no|nothing|no _mark_thing) _mark_in <cell>", cost=0.05)
@phrase(
    "stmt", "(nothing|no _mark_thing) _may (stand|be|be entered|be given|appear) _mark_in <cell>"
)
def nothing_there(of: Cell) -> Statement:
    """There must not be a date in the column of the day it was paid."""
    return rule(Missing(of=of), subject=of)


@phrase("stmt", "there _must be [a|an|some] _mark_thing _mark_in <cell>", cost=0.05)
@phrase("stmt", "(something|a _mark_thing) _must (stand|be|be entered|be given) _mark_in <cell>")
def something_there(of: Cell) -> Statement:
    """There must be a date in it."""
    return rule(not_(Missing(of=of)), subject=of)
