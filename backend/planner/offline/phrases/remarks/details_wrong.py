"""Phrases for what is wrong as well: words among numbers, decimals; and for cells of blanks alone."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, How, Matches, Predicate
from backend.rules.phrasing import IT, Modifier, Phrases, any_of, compare, not_, number

phrase = Phrases()

phrase.words(
    "_are_wrong",
    "(is|are) [also|just as|likewise|already|itself] (wrong|errors|an error|a mistake|mistakes|a typo|typos|invalid|not allowed|not permitted|"
    "not accepted|not ok|not okay|not fine|forbidden|unacceptable|not acceptable|incorrect|flagged|rejected|"
    "a violation|violations|not valid|faults|a fault|bad|prohibited|not wanted|to be flagged|reported) | "
    "(do|does) not (pass|belong here|belong there) | would be (wrong|an error|errors|a mistake|mistakes|invalid|not allowed) | "
    "[already|also] (count|counts) [already|also] as (wrong|an error|errors|a violation|invalid|mistakes) | "
    "(must|may|should|can) not (occur|appear|be used|be there|be accepted) | (must|should|have to) be flagged | fail | fails",
)
phrase.words("_as_well", "too | as well | also | likewise | in addition")
phrase.words("_joins_kinds", "and | or | , | , and | , or | nor")


@phrase(
    "odd_kind",
    "[plain|any|other|free] (text|texts|words|word|strings|non-numbers)",
    "text (values|entries|cells)",
    "(non-numeric|nonnumeric|non numeric) (values|entries|text|cells|ones)",
    "[a] (text|word|words) instead of [a] (number|numbers)",
    "(words|text|texts) among the numbers",
    "numbers written [out] (in|as) words",
    "[a] (text|texts|word|words) (such as|like) (<bare>|<text>)",
    "(a|any) (word|text|letter|string|name)",
)
def words(*_: Constant) -> Predicate:
    """Words, where numbers are asked for."""
    return not_(Matches(of=IT, how=How.FORMAT, text="number"))


@phrase(
    "odd_kind",
    "decimals",
    "(decimal|fractional|broken) (numbers|values|figures|amounts|parts)",
    "(fractions|decimal places|numbers with decimals|values with decimals|half numbers|halves|fractions of one)",
    "(numbers|values|figures) with (decimals|decimal places|a decimal point|a fraction)",
    "(a|any) (fraction|decimal|decimal number|half|broken number|comma value)",
)
def decimals() -> Predicate:
    """Decimals, where numbers are asked for."""
    return not_(Matches(of=IT, how=How.FORMAT, text="whole_number"))


@phrase(
    "odd_kind",
    "(negatives|negative numbers|negative values|numbers below zero|minus values)",
    "(a|any) (negative|negative number|negative value|minus value|number below zero)",
)
def negatives() -> Predicate:
    """Negative numbers."""
    return compare(IT, "<", number(0))


@phrase("odd_kind", "(zeros|zeroes|a zero|zero)", cost=0.05)
def zeros() -> Predicate:
    """Zeros."""
    return compare(IT, "==", number(0))


@phrase("wrong_number", "<number>", "<negative>", "a <number>")
def wrong_number(value: Constant) -> Predicate | None:
    """2.5, beside kinds of values that are wrong."""
    return None if value.unit else compare(IT, "==", value)


@phrase("odd_kinds", "<wrong_number> _joins_kinds <odd_kind>", cost=0.05)
@phrase("odd_kinds", "<odd_kind> _joins_kinds <wrong_number>", cost=0.05)
def kind_and_number(first: Predicate, second: Predicate) -> Predicate:
    """2.5 or a word."""
    return any_of(first, second)


@phrase("odd_kinds", "<odd_kind>")
def one_kind(told: Predicate) -> Predicate:
    """Words."""
    return told


@phrase("odd_kinds", "<odd_kinds> _joins_kinds [no] <odd_kind>")
def more_kinds(before: Predicate, told: Predicate) -> Predicate:
    """Decimals and words."""
    return any_of(before, told)


@phrase(
    "remark",
    "[but|and] [any|all] <odd_kinds> _are_wrong [_as_well]",
    "[but|and] [both] <odd_kinds> _are_wrong [_as_well]",
    "[and|so] no <odd_kinds> [please]",
    "[and|so] [there (may|must|can) be] (neither|no) <odd_kinds>",
    cost=0.05,
)
def kinds_wrong(told: Predicate) -> Modifier:
    """Decimals and words are wrong."""
    return remark("wrong-too", condition=told, texts=("of numbers",))


@phrase("wrong_signs", "[any|all|the] <plain_sign>")
def one_sign(mark: str) -> Predicate:
    """Dashes."""
    return Matches(of=IT, how=How.CONTAINS, text=mark)


@phrase("wrong_signs", "<wrong_signs> _joins_kinds [no] <plain_sign>")
def more_signs(before: Predicate, mark: str) -> Predicate:
    """Dashes and spaces."""
    return any_of(before, Matches(of=IT, how=How.CONTAINS, text=mark))


@phrase(
    "remark",
    "[but|and] <wrong_signs> [_sign_between] _are_wrong [_as_well|here]",
    "[and|so] no <wrong_signs> [_sign_between] [please|here]",
    "[and] without any <wrong_signs> [_sign_between]",
    cost=0.05,
)
def signs_wrong(told: Predicate) -> Modifier:
    """Dashes are wrong."""
    return remark("wrong-too", condition=told)


@phrase(
    "remark",
    "[but|and] <fault> _are_wrong _as_well",
    "[but|and] <fault> (is|are) (also|likewise|just as) (wrong|an error|errors|invalid|not allowed)",
    cost=0.05,
)
def fault_too(told: Predicate) -> Modifier:
    """Text that is no year at all is wrong too."""
    return remark("wrong-too", condition=told)


# Cells of nothing but blanks --------------------------------------------------------------------

phrase.words(
    "_blanks_alone",
    "(nothing but|only|just|no more than|nothing except) [one or more|a few|some|one|a single] _blanks_of [in it|in them] | "
    "_blanks_of (only|alone)",
)
phrase.words(
    "_of_blanks",
    "(a|any|the|every) (cell|value|entry|field|text|name|string) _holding_them _blanks_alone | "
    "(cells|values|entries|fields|texts|names) (that|which) (only|just) (hold|contain|have|consist of) _blanks_of | "
    "a (cell|value|entry|field|text|name) (that|which) (only|just) (holds|contains|has|consists of) _blanks_of | "
    "(cells|values|entries|fields|texts|names|strings) _holding_them _blanks_alone | _blanks_alone | "
    "(a|any) (blank-only|space-only|whitespace-only) (cell|value|entry|text) | "
    "(blank-only|space-only|whitespace-only) (cells|values|entries|texts)",
)
phrase.words(
    "_holding_them",
    "with | of | containing | holding | having | made of | consisting of | made up of | filled with | full of | "
    "that (is|are|has|have|holds|hold|contains|contain|consists of|consist of) | which (is|are|holds|hold|contains|contain)",
)
phrase.words(
    "_count_empty",
    "(counts|count) as (empty|missing|blank|not filled|unfilled|no value|nothing|an empty one|an empty cell) | "
    "(is|are) [to be] (treated|regarded|taken|considered|read|handled|seen) [as|like] (empty|missing|blank|an empty cell|an empty one) | "
    "(is|are) [also|just as] (empty|missing|as good as empty|as empty as no value)",
)
phrase.words(
    "_not_filled",
    "(do|does) not count [as (one|filled|a value|a name|an entry|text|content)] | (is|are) not enough | will not do | "
    "(is|are) no (value|entry|name|text) | (is|are) not (a value|enough|accepted|allowed|valid|sufficient|filled) | "
    "(is|are) [also] (wrong|an error|errors|invalid)",
)


@phrase(
    "remark",
    "[but|and|where] _of_blanks [also] _count_empty [_as_well|here]",
    "[but|and] (treat|regard|read|take|count) _of_blanks as (empty|missing|blank)",
    cost=0.05,
)
def blanks_empty() -> Modifier:
    """A cell with nothing but spaces counts as empty too."""
    return remark("blank-cells", texts=("empty",))


@phrase(
    "remark",
    "[but|and] _of_blanks _not_filled [_as_well|either]",
    "[and] not (just|only|merely) _blanks_of",
    cost=0.05,
)
def blanks_wrong() -> Modifier:
    """Spaces alone are not enough."""
    return remark("blank-cells", texts=("wrong",))
