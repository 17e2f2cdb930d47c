"""Phrases for what a text has in brackets, and for numbers of so many digits within it.

Names that contain a four-digit year in brackets; titles that end with something in parentheses;
codes with four digits in a row.
"""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import _form
from backend.rules.language.terms import Constant, How, Predicate, Value
from backend.rules.phrasing import Phrases, about

phrase = Phrases()

_ANY = "(?s:.*)"
_MOST = 40

# A number within a text -------------------------------------------------------------------------

phrase.words(
    "_one_by_one",
    "in a row | in succession | one after the other | in sequence | running | side by side | consecutive",
)


def _times(count: Constant) -> int:
    """How many it says, or none."""
    value = count.value
    return value if isinstance(value, int) and 0 < value < _MOST else 0


@phrase("digit_run", "<number> (digit|digits) _one_by_one", "<number> consecutive digits")
def digits_in_a_row(count: Constant) -> str | None:
    """Four digits in a row: there may be more of them."""
    times = _times(count)
    return rf"{_ANY}\d{{{times}}}{_ANY}" if times > 1 else None


@phrase("digit_run", "<number> digit (number|year|numbers|years)", "number of <number> digits")
def number_of_digits(count: Constant) -> str | None:
    """A four-digit number: no part of a longer one."""
    times = _times(count)
    return rf"({_ANY}[^0-9])?\d{{{times}}}([^0-9]{_ANY})?" if times else None


@phrase("verb", "_hold [any] <digit_run> [_in_the_text]")
@phrase("them_feature", "[any] <digit_run> _in_the_text")
def holds_digits(regex: str) -> Predicate:
    """Contains a four-digit number."""
    return _form(How.PATTERN, regex)


# In brackets ------------------------------------------------------------------------------------


@phrase(
    "bracketed",
    "<number> (digit|digits) [number|year|code|figure|value]",
    "number of <number> digits",
)
def bracketed_digits(count: Constant) -> str | None:
    """A four-digit year."""
    times = _times(count)
    return rf"\d{{{times}}}" if times else None


@phrase("bracketed", "<number> (letter|letters) [code|word|abbreviation]")
def bracketed_letters(count: Constant) -> str | None:
    """A two-letter code."""
    times = _times(count)
    return rf"[A-Za-z]{{{times}}}" if times else None


phrase("bracketed", "year")(lambda: r"\d{4}")
phrase("bracketed", "(number|numbers|digits)")(lambda: r"\d+")
phrase(
    "bracketed",
    "[a|an|any] (something|anything|text|texts|remark|remarks|note|notes|addition|additions|words|explanation|explanations|"
    "comment|comments|hint|hints|supplement|clarification|extra|extras|suffix)",
)(lambda: r"[^()]+")
phrase.words("_in_round", "(in|inside|within|between) [round] (brackets|parentheses|parens)")


@phrase("in_brackets", "[any|some] <bracketed> _in_round")
def in_brackets(inner: str) -> str:
    """A four-digit year in brackets."""
    return rf"\({inner}\)"


@phrase("verb", "_hold <in_brackets> [_in_the_text]")
@phrase("them_feature", "<in_brackets> [_in_the_text]", cost=0.02)
def holds_brackets(regex: str) -> Predicate:
    """Contains a year in brackets."""
    return _form(How.PATTERN, f"{_ANY}{regex}{_ANY}")


@phrase("feature", "[any] <in_brackets> _within [its|their|his|her] <cell>", cost=-0.5)
def brackets_in(regex: str, subject: Value) -> Predicate:
    """A year in brackets in their name."""
    return about(holds_brackets(regex), subject)


@phrase("feature", "[any] <digit_run> _within [its|their|his|her] <cell>", cost=-0.5)
def digits_in(regex: str, subject: Value) -> Predicate:
    """A four-digit number in their name."""
    return about(holds_digits(regex), subject)


@phrase("verb", "_ends <in_brackets>")
def ends_in_brackets(regex: str) -> Predicate:
    """Ends with a number in brackets."""
    return _form(How.PATTERN, f"{_ANY}{regex}")


@phrase("verb", "_starts <in_brackets>")
def starts_in_brackets(regex: str) -> Predicate:
    """Starts with a number in brackets."""
    return _form(How.PATTERN, f"{regex}{_ANY}")


@phrase("adj", "<in_brackets>", cost=0.05)
def is_in_brackets(regex: str) -> Predicate:
    """A four-digit number in brackets, and nothing else."""
    return _form(How.PATTERN, regex)


@phrase("char_class", "(parenthesis|parentheses|round bracket|round brackets|bracket|brackets)")
def round_brackets() -> str:
    """Brackets, round as they are unless it is said."""
    return "[()]"


@phrase("char_class", "(square bracket|square brackets)")
def square_brackets() -> str:
    """Square brackets."""
    return r"[\[\]]"
