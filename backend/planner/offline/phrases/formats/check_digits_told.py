"""Phrases for check digits told of by a clause: ends in a check digit that has to be correct."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.forms_checked import and_its_digit, own_digit
from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import How, Predicate, Value
from backend.rules.phrasing import Phrases, Statement, about, not_

phrase = Phrases()

# The digit, and then that it is right --------------------------------------------------------------

phrase.words("_is_right", "_must [always] be _right_check | (is|are) [always] _right_check")
phrase.words(
    "_and_is_right",
    "[,] (that|which) _is_right | [,] (that|which) _must (match|fit|agree|check out|add up)",
)


@phrase("digit_by", "<check_of>")
def digit_by(name: str) -> str:
    """EAN-13: the format whose check digit is meant."""
    return name


@phrase("digit_by", "luhn [algorithm|formula]", "mod 10 luhn", cost=0.02)
def digit_by_luhn() -> str:
    """Luhn: any digits with such a digit behind them."""
    return "luhn"


@phrase("right_digit", "[a|an|the] _check_digit _and_is_right", cost=0.02)
def own_and_right() -> Predicate:
    """A check digit that must be right."""
    return own_digit()


@phrase("right_digit", "[a|an|the] <digit_by> _check_digit _and_is_right", cost=0.02)
@phrase("right_digit", "[a|an|the] _right_check <digit_by> _check_digit", cost=0.02)
def named_and_right(name: str) -> Predicate:
    """A Luhn check digit that has to be correct."""
    return _form(How.FORMAT, name)


# The format, and then its digit --------------------------------------------------------------------


@phrase("adj", "<adj> [,] whose <last_duty>", cost=0.02)
def whose_last_one(told: Predicate, digit: Predicate) -> Predicate:
    """A 13-digit EAN code whose last digit is the correct check digit."""
    return and_its_digit(told, digit)


@phrase("adj", "<adj> [,] whose [own] _check_digit _is_right", cost=0.02)
def whose_digit(told: Predicate) -> Predicate:
    """An ISBN whose check digit must be correct."""
    return and_its_digit(told, own_digit())


# Valid, and its digit with it ----------------------------------------------------------------------

phrase.words(
    "_digit_with_it",
    "[with] [all|its|their|the] [own] _check_digit included | including [all|its|their|the] [own] _check_digit | "
    "[its|their|the] _check_digit and all | inclusive of [its|their|the] _check_digit",
)


@phrase("adj", "_right_check [,] [and] _digit_with_it", cost=0.02)
def right_with_its_digit() -> Predicate:
    """Valid, check digits included: by the standard that the column is named after."""
    return own_digit()


@phrase(
    "stmt",
    "(verify|validate|check) [all|every|each|the|any] <cell> [,] [for] _digit_with_it",
    "(verify|validate|check) the _check_digit (of|in) [all|every|each|the|any] <cell>",
    cost=0.05,
)
def verify_with_its_digit(subject: Value) -> Statement:
    """Verify all IBANs, check digits included."""
    return rule(about(own_digit(), subject), subject=subject)


# The test ------------------------------------------------------------------------------------------


@phrase("check_test", "<check_of> <check_told> [test|check|checksum|validation]", cost=0.02)
def test_of_format(name: str, among: tuple[str, ...]) -> Predicate | None:
    """The IBAN mod-97 test: what is told is true of that format."""
    return _form(How.FORMAT, name) if name in among else None


# Of a column ---------------------------------------------------------------------------------------


@phrase("last_duty", "[its|their] _last_sign (is|_must be) [a|an|the] <digit_by> _check_digit")
def last_is_digit(name: str) -> Predicate:
    """Its last digit is a Luhn check digit."""
    return _form(How.FORMAT, name)


@phrase("last_duty", "(its|their) _last_sign (is|_must be) <right_digit>")
def its_last_is_right(told: Predicate) -> Predicate:
    """Its last digit is the right check digit."""
    return told


@phrase("wrong_digit", "_wrong_check <digit_by> _check_digit", cost=0.02)
def named_and_wrong(name: str) -> Predicate:
    """A wrong Luhn check digit."""
    return not_(_form(How.FORMAT, name))


@phrase(
    "stmt",
    "<digit_by> _check_digit (of|in|at the end of) [every|each|a|an] <cell> _is_right",
    cost=0.02,
)
def named_digit_is_right(name: str, subject: Value) -> Statement:
    """The Luhn check digit of every card number must be correct."""
    return rule(about(_form(How.FORMAT, name), subject), subject=subject)


@phrase(
    "stmt",
    "_flag [_each] <cell> (where|whose|of which) <digit_by> _check_digit (is|are) _wrong_check",
    "_flag [_each] <cell> (where|whose|of which) <digit_by> _check_digit (is|are) not _right_check",
    cost=0.05,
)
def named_digit_is_wrong(subject: Value, name: str) -> Statement:
    """Flag card numbers whose Luhn check digit is wrong."""
    return rule(about(_form(How.FORMAT, name), subject), subject=subject)
