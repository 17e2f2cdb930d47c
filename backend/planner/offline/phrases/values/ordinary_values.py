"""Phrases for the values of a column in everyday words: only whole numbers, no future dates."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.own_formats import OWN_FORM
from backend.planner.offline.phrases.dates.dates import real_date
from backend.planner.offline.phrases.formats.texts import named_format
from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.comparisons import WHOLE
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Cell,
    How,
    Matches,
    Missing,
    Predicate,
    Today,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    compare,
    not_,
    number,
)

phrase = Phrases()

# Kinds of values --------------------------------------------------------------------------------


@phrase("nothing_of", "(future|upcoming) (dates|days|timestamps|times|values|entries)")
def future_dates() -> Predicate:
    """Future dates."""
    return compare(IT, ">", Today())


@phrase("nothing_of", "past (dates|days|timestamps|times|values|entries)")
def past_dates() -> Predicate:
    """Past dates."""
    return compare(IT, "<", Today())


@phrase("nothing_of", "(fractional|non-integer|non-whole) (numbers|values|amounts)")
def fractional_numbers() -> Predicate:
    """Fractional values."""
    return not_(WHOLE)


@phrase("kind_of_value", "(whole|integer) (numbers|values)", "integers")
def whole_numbers() -> Predicate:
    """Whole numbers."""
    return WHOLE


for _word, _sign in (("positive", ">"), ("(non-negative|nonnegative)", ">="), ("negative", "<")):
    phrase("kind_of_value", f"{_word} (numbers|values|amounts)")(
        lambda sign=_sign: compare(IT, sign, number(0))
    )
    phrase("kind_of_value", f"{_word} (integers|whole numbers)")(
        lambda sign=_sign: all_of(WHOLE, compare(IT, sign, number(0)))
    )


@phrase("kind_of_value", "<nothing_of>", cost=0.02)
def kind_named(told: Predicate) -> Predicate:
    """Fractions."""
    return told


@phrase("kind_of_value", "(numbers|values|amounts|figures|dates|days|timestamps) <adj>", cost=0.02)
def values_so(told: Predicate) -> Predicate | None:
    """Values below 0; dates in the past."""
    return told if is_bound(told) else None


@phrase("kind_of_value", "(whole numbers|integers) <adj>", cost=0.02)
def whole_numbers_so(told: Predicate) -> Predicate | None:
    """Whole numbers from 1 to 5."""
    return all_of(WHOLE, told) if is_bound(told) else None


phrase.words(
    "_an_invalid",
    "invalid | malformed | ill-formed | badly formed | incorrectly formatted | wrongly formatted",
)


@phrase("only_kind", "<kind_of_value>")
def only_of_kind(told: Predicate) -> Predicate:
    """What alone is allowed."""
    return told


@phrase(
    "only_kind", "[real|actual|valid|existing|true|genuine|proper|correct] [calendar] (dates|days)"
)
def of_dates() -> Predicate:
    """Real calendar dates."""
    return real_date()


@phrase("only_kind", "[_valid] <format> [values|entries]", cost=0.05)
def of_format(name: str) -> Predicate:
    """Valid e-mail addresses: of what is kept out, a text may hold some beside others."""
    return named_format(name)


@phrase("kind_of_value", "nulls", "(empty|missing|null|blank) (values|entries|cells|fields)")
def empty_values() -> Predicate:
    """Empty values."""
    return Missing(of=IT)


@phrase("kind_of_value", "_an_invalid <format> [values|entries]")
def not_of_format(name: str) -> Predicate:
    """Invalid e-mail addresses."""
    return not_(named_format(name))


phrase.words(
    "_jotted_in",
    "answered | given | chosen | picked | selected | put in | filled in | typed in | written | recorded | noted | registered",
)
phrase.words(
    "_is_let_in",
    "(is|are) [ever] (allowed|permitted|accepted|valid|acceptable|legal|ok|okay|fine|possible|tolerated) | "
    "(may|can|should|must|shall) [ever] (occur|appear|be used|be there|exist|be found|be entered|be stored|stand|be present) | "
    "(may|can|should|must|shall) [ever] be _jotted_in | allowed | permitted | accepted",
)
phrase.words(
    "_kept_out",
    "(is|are) (not|never|no longer) (allowed|permitted|accepted|valid|acceptable|legal|ok|okay|fine|possible|tolerated|wanted) | "
    "(may|must|should|can|shall) (not|never|no longer) (occur|appear|be used|be there|exist|be found|be entered|be stored|stand|be present) | "
    "(may|must|should|can|shall) (not|never|no longer) be _jotted_in | "
    "(not|no longer) (allowed|permitted|accepted|ok|tolerated|wanted) | (is|are) (forbidden|prohibited|disallowed) | forbidden | prohibited",
)
phrase.words("_there_in", "in | for | as | under | among | within")
phrase.widen(
    "_holds",
    "contain | contains | hold | holds | have | has | take | takes | accept | accepts | allow | allows",
)


@phrase(
    "stmt",
    "only <only_kind> _is_let_in _there_in <cell>",
    "nothing but <only_kind> _is_let_in _there_in <cell>",
    "(in|for) <cell> [,] only <only_kind> _is_let_in",
    "<cell> [:|,|-] only <only_kind> [_is_let_in]",
    "<cell> (_must|_may) _holds (only|just|nothing but) <only_kind>",
    "<cell> _must_not _holds anything (but|except|other than|besides) <only_kind>",
    "<cell> (_must|_may) only _holds <only_kind>",
    "<cell> (only|just) _holds <only_kind>",
    "<cell> _holds (only|just|nothing but) <only_kind>",
    cost=0.08,
)
def only_such(*parts: Any) -> Statement:
    """Only whole numbers are allowed in stock."""
    return _of_values(parts, is_so=True)


@phrase(
    "stmt",
    "<kind_of_value> _kept_out _there_in <cell>",
    "no <kind_of_value> _is_let_in _there_in <cell>",
    "(in|for) <cell> [,] no <kind_of_value> _is_let_in",
    "(in|for) <cell> [,] <kind_of_value> _kept_out",
    "<cell> [:|,|-] <kind_of_value> _kept_out",
    "<cell> [:|,|-] no <kind_of_value> [_is_let_in]",
    "<cell> _must_not _holds [any] <kind_of_value>",
    "<cell> _must _holds no <kind_of_value>",
    "there (must|should|may|can) be no <kind_of_value> (in|among) <cell>",
    "there (must|should|may|can) (not|never) be [any] <kind_of_value> (in|among) <cell>",
    cost=0.8,
)
def no_such(*parts: Any) -> Statement:
    """Future dates are not allowed in added_on."""
    return _of_values(parts, is_so=False)


def _of_values(parts: tuple[Any, ...], *, is_so: bool) -> Statement:
    of = next(part for part in parts if isinstance(part, Cell))
    told = next(part for part in parts if not isinstance(part, Cell))
    said = about(told, of)
    return rule(said if is_so else not_(said), subject=of)


# Fractions --------------------------------------------------------------------------------------


@phrase("adj", "fractional", "non-integer", "non-whole", "not integer", cost=0.02)
@phrase("verb", "(have|has|contain|contains) [a|any] (fractional|decimal) part", cost=0.02)
def fractional() -> Predicate:
    """Has a fractional part."""
    return not_(WHOLE)


@phrase("verb", "(have|has|contain|contains) no (fractional|decimal) part", cost=0.0)
def not_fractional() -> Predicate:
    """Has no fractional part."""
    return WHOLE


@phrase(
    "adj",
    "[a|an] (whole number|integer) of (stars|points|pieces|units|items|copies|seats|boxes|people|persons)",
    cost=0.02,
)
def whole_number_of() -> Predicate:
    """A whole number of stars."""
    return WHOLE


# Dates ------------------------------------------------------------------------------------------


@phrase("verb", "(lie|lies|be|is|are) in the past or (be|is|are|on|fall on) today", cost=0.02)
def past_or_today() -> Predicate:
    """Lies in the past or is today."""
    return compare(IT, "<=", Today())


@phrase("cell", "(dates|days|timestamps) (in|under) [column] <column>", cost=0.1)
def dates_in(of: Cell) -> Cell:
    """The dates in added_on."""
    return of


# Validity ---------------------------------------------------------------------------------------


@phrase("adj", "[in|of] (format|form|pattern|shape) of [a|an] [_valid] <format>", cost=0.0)
@phrase(
    "verb",
    "(have|has|follow|follows|match|matches) (format|form|pattern|shape) of [a|an] [_valid] <format>",
    cost=0.0,
)
def in_its_form(name: str) -> Predicate:
    """Has the format of an e-mail address."""
    return named_format(name)


@phrase("adj", "(malformed|ill-formed|badly formed)", cost=0.3)
def malformed() -> Predicate:
    """Malformed: the column's name tells the format."""
    return not_(Matches(of=IT, how=How.FORMAT, text=OWN_FORM))


@phrase("feature", "_an_invalid <cell>", cost=0.05)
@phrase("feature", "_an_invalid <cell> (format|value|entry)", cost=0.05)
def invalid_cell(of: Value) -> Predicate | None:
    """A malformed e-mail address, where the column is named after a format."""
    return about(malformed(), of) if isinstance(of, Cell) else None


@phrase("feature", "_an_invalid <format> (in|as|for|under) [its|their|the] <cell>")
def invalid_format_in(name: str, of: Value) -> Predicate:
    """An invalid e-mail address in customer_email."""
    return about(not_(named_format(name)), of)
