"""Phrases for the list of values that a column has: announced, counted, told of as what exists."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Compare, Constant, Missing, OneOf, Predicate, Value
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    any_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()
Options = tuple[Constant, ...]

phrase.words(
    "_kinds_of_value",
    "values | value | kinds | types | sorts | levels | options | possibilities | choices | codes | "
    "settings | variants | alternatives | entries | answers | forms | names | ones | states",
)
phrase.words(
    "_announces", ": | , | - | – | — | , namely | namely | , i.e. | i.e. | , that is , | ="
)
phrase.words(
    "_is_a_list", "list | set | group | selection | list of values | set of values | enumeration"
)


# Lists that are announced ---------------------------------------------------------------------


@phrase("full_list", "<any_list>", "<any_list> _no_more")
@phrase("full_list", "(either|one of|any of) <any_list>", cost=0.02)
def full_list(found: Options) -> Options:
    """A, B and C, and no others."""
    return found


@phrase(
    "counted_values",
    "[the|these|those|following] <number> [_kinds_of_value] [_announces] <full_list>",
    r"[the|these|those|following] <number> [_kinds_of_value] \( <any_list> \)",
)
def counted_values(count: Constant, found: Options) -> Options | None:
    """Three kinds: A, B and C; a list of another length is none."""
    return found if count.value == len(found) else None


@phrase("announced", "<counted_values>")
@phrase(
    "announced",
    "(the|these|those|following) [_kinds_of_value] [_announces] <full_list>",
    "(the|this|that|these|following|our) _is_a_list [_announces|of] <full_list>",
    "_is_a_list [_announces] <full_list>",
    "<full_list>",
    "[_kinds_of_value] (:|, namely|namely) <full_list>",
)
def announced(found: Options) -> Options:
    """These values: A, B and C."""
    return found


phrase.words(
    "_out_of_those",
    "in | within | among | on | from | one of | out of | inside | part of | a member of | taken from | "
    "drawn from | chosen from | any of | limited to | restricted to | confined to | either of | one out "
    "of | always one of | found in | found among | listed in | covered by | only ever | none other than",
)


@phrase(
    "adj", "_out_of_those <announced>", "(always|only|just|exactly) <counted_values>", cost=0.05
)
def among_those(found: Options) -> Predicate | None:
    """In the set A, B, C; within two numbers is rather between them."""
    return None if _may_be_ends(found) else one_of(IT, found)


def _may_be_ends(found: Options) -> bool:
    return len(found) < 3 and all(not isinstance(each.value, str) for each in found)


@phrase("stmt", "<cell> (in|within|among|from|out of) <announced>", cost=0.2)
def cell_among(subject: Value, found: Options) -> Statement | None:
    """Litres in the set 100, 300, 900."""
    return None if _may_be_ends(found) else rule(one_of(subject, found), subject=subject)


phrase.words(
    "_not_among_those",
    "outside [of] | not in | not within | not among | not on | not one of | not from | beyond | none of "
    "| not any of | not part of | not found in | not found among | not listed in | not covered by",
)


@phrase("adj", "_not_among_those <announced>", cost=0.05)
def outside_those(found: Options) -> Predicate | None:
    """Outside A, B and C; two numbers are rather the ends of a range."""
    return None if _may_be_ends(found) else not_(one_of(IT, found))


phrase.words(
    "_something_but",
    "(anything|something|any value|a value|any text|another value|some value|any code|a code|any) "
    "(other than|else than|but|besides|except|except for|apart from|different from) | "
    "other than | something else than | anything else than | besides | else than | anything besides | "
    "another one than | another than | different from",
)


@phrase("adj", "_something_but <announced>", cost=0.05)
def something_but(found: Options) -> Predicate:
    """Anything other than A, B or C."""
    return not_(one_of(IT, found))


@phrase("adj", "_something_but <option>", cost=0.1)
def something_but_one(value: Constant) -> Predicate:
    """Anything other than A."""
    return compare(IT, "!=", value)


# What a column does ---------------------------------------------------------------------------

phrase.words(
    "_takes_on",
    "take | takes | take on | takes on | have | has | hold | holds | know | knows | use | uses | come in "
    "| comes in | come as | comes as | allow | allows | accept | accepts | show | "
    "shows | admit | admits | permit | permits | be limited to | is limited to | are limited to | "
    "carry | carries | be made of | consist of | consists of | exist in | exists in | exist as",
)


@phrase("value_verb", "_takes_on [only|just|exactly|one of] <counted_values>", cost=0.05)
@phrase(
    "value_verb",
    "_takes_on (only|just|nothing but|exclusively|no values but|no value but|no other values than|no "
    "other value than|none but) <announced>",
    cost=0.05,
)
@phrase(
    "value_verb",
    "_takes_on [only|just] (the|these|those|following) [_kinds_of_value] [_announces] <any_list>",
    cost=0.05,
)
def takes_on(found: Options) -> Predicate:
    """Comes in three kinds: A, B and C."""
    return one_of(IT, found)


@phrase("value_verb", "_takes_on _something_but <announced>", cost=0.05)
def takes_on_others(found: Options) -> Predicate:
    """Takes a value other than A and B."""
    return not_(one_of(IT, found))


@phrase("verb", "<value_verb>")
@phrase("value_duty", "<value_verb>")
def value_verb(told: Predicate) -> Predicate:
    """What a column does with its values."""
    return told


@phrase(
    "stmt", "<cell> (can|may|could) [only|just] <value_duty>", "<cell> only <value_duty>", cost=0.1
)
def may_only_take(subject: Value, told: Predicate) -> Statement | None:
    """Status can take four values: A, B, C and D."""
    return rule(about(told, subject), subject=subject) if not _is_denial(told) else None


def _is_denial(told: Predicate) -> bool:
    return not isinstance(told, OneOf | Compare) or getattr(told, "sign", "==") == "!="


@phrase("feature", "(<or_list>|<and_list>) as [its|their|the|a|an|his|her] <cell>", cost=0.05)
def as_its(found: Options, of: Value) -> Predicate:
    """A, B or C as their insurance."""
    return one_of(of, found)


@phrase("feature", "_something_but (<or_list>|<and_list>|<option>) as [its|their|the] <cell>")
def others_as_its(found: Any, of: Value) -> Predicate:
    """Anything but A or B as their insurance."""
    return not_(one_of(of, found if isinstance(found, tuple) else (found,)))


phrase.words("_gap_first", "empty | blank | missing | null")


@phrase("adj", "[either] _gap_first , <or_list>", cost=0.05)
def gap_or_listed(found: Options) -> Predicate:
    """Empty, A or B: each is a case of its own."""
    return any_of(Missing(of=IT), one_of(IT, found))
