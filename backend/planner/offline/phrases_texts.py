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
    any_of,
    compare,
    not_,
)

phrase = Phrases()

LENGTH = Apply.model_validate({"function": Function.LENGTH, "of": IT})


def _form(how: How, text: str, says: str = "") -> Predicate:
    return Matches(of=IT, how=how, text=text, says=says)


# Named formats -----------------------------------------------------------------------------------

phrase.words(
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
@phrase("verb", "(contain|contains|hold|holds) [_valid] <format>", cost=0.5)
def named_format(name: str) -> Predicate:
    """A named format."""
    return _form(How.FORMAT, name)


@phrase("adj", "_valid", cost=0.6)
def just_valid() -> None:
    """ "Valid" by itself says nothing that could be tested."""
    return


# Beginnings, ends, parts -------------------------------------------------------------------------

phrase.words(
    "_string",
    "string | text | word | letter | letters | character | characters | sign | symbol | "
    "substring | prefix | suffix | digit | digits | number",
)
phrase.words(
    "_starts",
    "start with | starts with | starting with | begin with | begins with | beginning with | "
    "begin in | start by | be prefixed with | is prefixed with | starts in",
)
phrase.words(
    "_ends",
    "end with | ends with | ending with | end in | ends in | ending in | finish with | "
    "finishes with",
)
phrase.words(
    "_contains",
    "contain | contains | containing | include | includes | including | contain the | have "
    "| has",
)


@phrase("verb", "_starts [_string] <text_value>")
def starts(text: Constant) -> Predicate:
    """A beginning."""
    return _form(How.STARTS, str(text.value))


@phrase("verb", "_starts <sign_mark>")
def starts_with_sign(mark: str) -> Predicate:
    """A sign at the beginning."""
    return _form(How.STARTS, mark)


@phrase("verb", "_ends <sign_mark>")
def ends_with_sign(mark: str) -> Predicate:
    """A sign at the end."""
    return _form(How.ENDS, mark)


@phrase("verb", "(start|starts|begin|begins) (or|nor) (end|ends) with <sign_mark>", "(end|ends) (or|nor) (start|starts|begin|begins) with <sign_mark>")
def either_end(mark: str) -> Predicate:
    """A sign at either end."""
    return any_of(_form(How.STARTS, mark), _form(How.ENDS, mark))


@phrase("verb", "(start|starts|begin|begins) (or|nor) (end|ends) with [_string] <text_value>", "(end|ends) (or|nor) (start|starts|begin|begins) with [_string] <text_value>")
def either_end_text(text: Constant) -> Predicate:
    """A text at either end."""
    return either_end(str(text.value))


@phrase("verb", "_ends [_string] <text_value>")
def ends(text: Constant) -> Predicate:
    """An end."""
    return _form(How.ENDS, str(text.value))


@phrase(
    "verb",
    "(contain|contains|containing|include|includes) [_string] <text_value>",
    "(contain|contains|containing|include|includes) <text_value> (sign|character|symbol|letter)",
    "(contain|contains) no other than <text_value>",
)
@phrase(
    "verb",
    "(have|has) (the|a|an) (letter|word|text|character|string|sign) <text_value> [in (it|them)]",
    "(contain|contains) the word <text_value> [somewhere]",
)
def contains(text: Constant) -> Predicate:
    """A part."""
    return _form(How.CONTAINS, str(text.value))


@phrase(
    "verb",
    "(contain|contains|include|includes) <sign_mark>",
    "(contain|contains|include|includes) <sign_mark> (sign|symbol|character|mark)",
)
def contains_sign(mark: str) -> Predicate:
    """A sign that is no word."""
    return _form(How.CONTAINS, mark)


for _mark in ("%", "@", "#", "$", "€", "/", "&", "*", "+", "=", "?", "!", "_", "~", "|", ";"):
    _pattern = _mark if _mark != "|" else "pipe"
    phrase("sign_mark", _pattern)(lambda mark=_mark: mark)
for _name, _mark in (
    ("space|blank|whitespace", " "), ("comma", ","), ("dash|hyphen", "-"), ("underscore", "_"),
    ("dot|period|full stop", "."), ("slash", "/"), ("semicolon", ";"), ("colon", ":"),
    ("at sign", "@"), ("percent sign|percentage sign", "%"), ("apostrophe", "'"),
    ("asterisk", "*"), ("hash", "#"),
):  # fmt: skip
    for _word in _name.split("|"):
        _patterns = (f"[any] {_word}s", f"(a|any|one) {_word}", f"{_word} (characters|signs)")
        phrase("sign_mark", *_patterns)(lambda mark=_mark: mark)


@phrase(
    "verb",
    "(contain|contains|include|includes|have|has) no [_string] <text_value>",
    "(contain|contains|have|has) no <text_value> (sign|character|letter)",
)
def contains_no(text: Constant) -> Predicate:
    """No such part."""
    return not_(contains(text))


@phrase("verb", "(contain|contains|include|includes|have|has) no <sign_mark>")
def contains_no_sign(mark: str) -> Predicate:
    """No such sign."""
    return not_(contains_sign(mark))


# Lengths -----------------------------------------------------------------------------------------

phrase.words(
    "_chars",
    "characters | character | chars | letters or digits | symbols | positions | characters "
    "long | characters in length | character long | long | places",
)


@phrase("adj", "[exactly] <number> _chars", "<number> _chars [long|in length]")
@phrase(
    "verb",
    "(have|has|contain|contains) [exactly] <number> (characters|chars)",
    "(have|has) length of [exactly] <number>",
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
    )(lambda count, sign=_sign: compare(LENGTH, sign, count))


@phrase(
    "adj",
    "between <number> and <number> _chars [long|in length]",
    "from <number> to <number> _chars",
    "<number> (to|-|–|or) <number> _chars [long|in length]",
)
@phrase(
    "verb",
    "(have|has|contain|contains) [between] <number> (and|to|-) <number> (characters|chars)",
    "(have|has) (a length between|between) <number> and <number> (characters|chars)",
)
def length_between(low: Constant, high: Constant) -> Predicate:
    """A length within bounds."""
    return all_of(compare(LENGTH, ">=", low), compare(LENGTH, "<=", high))


# Blanks ------------------------------------------------------------------------------------------


@phrase(
    "verb",
    "(have|has|contain|contains) no (leading or trailing|trailing or leading|surrounding|outer|leading and trailing) (spaces|blanks|whitespace)",
)
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


# Decimals ----------------------------------------------------------------------------------------


@phrase(
    "verb",
    "(have|has) (at most|no more than|up to|a maximum of) <number> (decimals|decimal places|decimal digits|digits after the decimal point)",
)
@phrase(
    "verb",
    "not have more than <number> (decimals|decimal places|decimal digits|digits after the decimal point)",
)
def decimals(count: Constant) -> Predicate:
    """No more decimals than this; trailing zeros do not count."""
    return compare(Apply(function=Function.DECIMALS, of=IT), "<=", count)


@phrase(
    "verb",
    "(have|has) more than <number> (decimals|decimal places|decimal digits|digits after the decimal point)",
)
def more_decimals(count: Constant) -> Predicate:
    """More decimals than this."""
    return not_(decimals(count))


@phrase("adj", "a (leap year)", "leap years")
def leap_year() -> None:
    """Needs a remainder, which the condition language does not have yet."""
    return


# Letter case -------------------------------------------------------------------------------------


@phrase(
    "adj",
    "[in|all] (upper|capital) (case|letters)",
    "in (uppercase|capitals)",
    "(uppercase|upper-case|capitalised)",
    "written in (upper case|uppercase|capitals|capital letters)",
    "all (uppercase|caps)",
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
)
def lower() -> Predicate:
    """No capital letter."""
    return compare(IT, "==", Apply(function=Function.LOWER, of=IT))


@phrase("text_value", "<text>", "<bare>", "<number>")
def text_value(found: Constant) -> Constant:
    """A piece of text."""
    return Constant(value=str(found.value), reads=Reads.TEXT)
