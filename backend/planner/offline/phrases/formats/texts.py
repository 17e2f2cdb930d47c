"""Phrases for the form of a text: formats, beginnings and ends, lengths, case."""

from __future__ import annotations

from backend.rules.language.terms import (
    Apply,
    Constant,
    Function,
    How,
    Matches,
    Predicate,
    Reads,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    all_of,
    compare,
    not_,
)

phrase = Phrases()


LENGTH = Apply.model_validate({"function": Function.LENGTH, "of": IT})


def _form(how: How, text: str, says: str = "") -> Predicate:
    return Matches(of=IT, how=how, text=text, says=says)


# Named formats --------------------------------------------------------------------------------

phrase.widen(
    "_valid",
    "valid | well-formed | proper | correct | real | well formed | correctly written | "
    "syntactically valid | plausible | legal",
)


@phrase(
    "adj",
    "[_valid] <format>",
    "[_valid] <format> (format|formats)",
    "in [_valid] <format> (format|form)",
)
@phrase(
    "adj",
    "formatted (as|like) [_valid] <format>",
    "[written] (as|like) [_valid] <format>",
    cost=0.0,
)
@phrase(
    "verb",
    "(look|looks) like [_valid] <format>",
    "(have|has|follow|follows|match|matches) [_valid] <format> (format|pattern|form)",
)
@phrase(
    "verb",
    "(contain|contains|hold|holds|consist of|consists of) (only|just|nothing but) <format>",
    "(contain|contains|hold|holds) [_valid] <format> (only|alone)",
)
def named_format(name: str) -> Predicate:
    """A named format."""
    return _form(How.FORMAT, name)


# Lengths --------------------------------------------------------------------------------------

phrase.words(
    "_chars",
    "characters | character | chars | letters or digits | symbols | positions | characters "
    "long | characters in length | character long | long | places | characters in all | "
    "characters in total | characters altogether",
)


@phrase("adj", "a single character", "(only|just) one character [long]", "one-character")
@phrase(
    "verb", "(have|has|consist of|consists of) (a single|only one|just one|only a single) character"
)
def one_long() -> Predicate:
    """A single character."""
    return compare(LENGTH, "==", Constant(value=1, reads=Reads.NUMBER))


@phrase("adj", "[exactly] <number> _chars", "<number> _chars [long|in length]")
@phrase(
    "verb",
    "(have|has|contain|contains) [exactly] <number> (characters|chars) [in all|in total|altogether]",
    "(consist of|consists of|comprise|comprises) [exactly] <number> (characters|chars|signs)",
    "(have|has) [fixed|constant|uniform] length of [exactly] <number>",
)
def length(count: Constant) -> Predicate:
    """An exact length."""
    return compare(LENGTH, "==", count)


for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<")):
    phrase("adj", f"{_head} <number> _chars [long|in length]")(
        lambda count, sign=_sign: compare(LENGTH, sign, count)
    )
    phrase(
        "verb",
        f"(have|has|contain|contains) {_head} <number> (characters|chars)",
        f"(have|has) a length of {_head} <number>",
        f"(consist of|consists of|comprise|comprises) {_head} <number> (characters|chars|signs)",
    )(lambda count, sign=_sign: compare(LENGTH, sign, count))


@phrase(
    "adj",
    "between <number> and <number> _chars [long|in length]",
    "from <number> to <number> _chars",
    "<number> (to|-|–) <number> _chars [long|in length]",
)
@phrase(
    "verb",
    "(have|has|contain|contains) [between] <number> (and|to|-) <number> (characters|chars)",
    "(have|has) (a length between|between) <number> and <number> (characters|chars)",
)
def length_between(low: Constant, high: Constant) -> Predicate:
    """A length within bounds."""
    return all_of(compare(LENGTH, ">=", low), compare(LENGTH, "<=", high))


# Blanks ---------------------------------------------------------------------------------------


@phrase(
    "verb",
    "(have|has|contain|contains) no (leading or trailing|trailing or leading|surrounding|outer|leading and trailing) (spaces|blanks|whitespace)",
)
@phrase(
    "verb",
    "(have|has|contain|contains) no (spaces|blanks|whitespace) at (beginning|start) (or|and|nor) [at] end",
)
@phrase("adj", "no (spaces|blanks|whitespace) at (beginning|start) (or|and|nor) [at] end")
@phrase(
    "verb",
    "not (have|contain) [any] (leading or trailing|trailing or leading|leading and trailing) (spaces|blanks|whitespace)",
)
@phrase(
    "adj",
    "trimmed",
    "free of (leading or trailing|leading and trailing|surrounding) (spaces|blanks|whitespace)",
)
def trimmed() -> Predicate:
    """No outer blanks."""
    return compare(IT, "==", Apply(function=Function.STRIP, of=IT))


@phrase(
    "verb",
    "(have|has|contain|contains) [any] (leading or trailing|trailing or leading|surrounding|outer|leading and trailing) (spaces|blanks|whitespace)",
)
def untrimmed() -> Predicate:
    """Outer blanks."""
    return not_(trimmed())


@phrase("adj", "in title case", "title case", "capitalised [like a name]")
def title_case() -> Predicate:
    """Each word begins with a capital."""
    return compare(IT, "==", Apply(function=Function.TITLE, of=IT))


# Decimals -------------------------------------------------------------------------------------

phrase.words(
    "_decimals",
    "decimals | decimal | decimal places | decimal place | decimal digits | decimal digit | places "
    "after the decimal point | digits after the decimal point",
)


@phrase("verb", "(have|has) (at most|no more than|up to|a maximum of) <number> _decimals")
@phrase("verb", "not have more than <number> _decimals")
@phrase("adj", "rounded to [at most] <number> _decimals")
@phrase(
    "adj",
    "[stored|kept|recorded|given|entered|written|quoted] with (at most|no more than|up to|a maximum of) <number> _decimals",
)
def decimals(count: Constant) -> Predicate:
    """No more decimals than this; trailing zeros do not count."""
    return compare(Apply(function=Function.DECIMALS, of=IT), "<=", count)


@phrase("must_do", "(may|can) have (at most|no more than|up to|a maximum of) <number> _decimals")
@phrase("must_do", "(may|can) [only] have <number> _decimals at most")
def may_have_decimals(count: Constant) -> Predicate:
    """May have at most two decimals: a limit."""
    return decimals(count)


@phrase(
    "adj",
    "(whole number|integer|number) (of|with) (at most|no more than|up to|a maximum of) <number> (digit|digits)",
    "(whole number|integer) (with|of) <number> digits at most",
    cost=0.02,
)
def digits_at_most(count: Constant) -> Predicate | None:
    """A whole number of at most four digits."""
    if not isinstance(count.value, int) or not 0 < count.value < 16:
        return None
    size = Apply(function=Function.ABSOLUTE, of=IT)
    limit = Constant(value=10**count.value, reads=Reads.NUMBER)
    return all_of(_form(How.FORMAT, "whole_number"), compare(size, "<", limit))


@phrase("verb", "(have|has) more than <number> _decimals")
def more_decimals(count: Constant) -> Predicate:
    """More decimals than this."""
    return not_(decimals(count))


@phrase("verb", "(have|has) (no|zero) _decimals")
def no_decimals() -> Predicate:
    """A whole number."""
    return decimals(Constant(value=0, reads=Reads.NUMBER))


@phrase("verb", "(have|has) [any] _decimals")
def any_decimals() -> Predicate:
    """No whole number."""
    return not_(no_decimals())


# Letter case ----------------------------------------------------------------------------------


@phrase(
    "adj",
    "[in|all] (upper|capital) (case|letters)",
    "in (uppercase|capitals)",
    "(uppercase|upper-case|capitalised)",
    "written in (upper case|uppercase|capitals|capital letters)",
    "[written] (entirely|completely|fully|all|wholly) in (upper case|uppercase|capitals|capital letters)",
    "[in] all (uppercase|caps)",
    "[in] (upper case|capital letters|capitals|uppercase|upper-case letters) only",
    "written in (upper case|capital letters|capitals|uppercase) only",
)
def upper() -> Predicate:
    """No small letter."""
    return compare(IT, "==", Apply(function=Function.UPPER, of=IT))


@phrase(
    "adj",
    "[in|all] (lower case|small letters)",
    "in (lowercase|lower-case)",
    "(lowercase|lower-case)",
    "written in (lower case|lowercase|small letters)",
    "all lowercase",
    "[in] (lower case|small letters|lowercase|lower-case letters) only",
    "written in (lower case|small letters|lowercase) only",
)
def lower() -> Predicate:
    """No capital letter."""
    return compare(IT, "==", Apply(function=Function.LOWER, of=IT))


@phrase("any_text", "<text>", "<bare>", "<number>")
def any_text(found: Constant) -> Constant:
    """A piece of text that a noun announces: the word video."""
    return Constant(value=str(found.value), reads=Reads.TEXT)


@phrase("text_value", "<text>", "<bare>", "<number>")
def text_value(found: Constant) -> Constant | None:
    """A piece of text by itself: an unquoted plain word may well mean a kind of thing."""
    text = str(found.value)
    if found.unquoted and len(text) > 3 and text.isalpha() and text.islower():
        return None
    return any_text(found)
