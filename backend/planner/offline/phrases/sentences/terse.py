"""Phrases for rules said short: limits without a verb, a title before the rule."""

from __future__ import annotations

from backend.planner.offline.phrases.dates.dates import Span, shifted
from backend.planner.offline.phrases.formats.texts import decimals
from backend.planner.offline.phrases.sentences.comparisons import between
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Constant,
    Matches,
    Missing,
    Predicate,
    Shifted,
    Today,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Phrases,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
    one_of,
)

phrase = Phrases()


# Limits ---------------------------------------------------------------------------------------


@phrase("limit", "(at least|no less than|not less than|not below|minimum|min|min.) <operand>")
def at_least(bound: Value) -> Predicate:
    """A limit that says by itself that it is one: at least 5, but not "above 5"."""
    return compare(IT, "<=" if _is_before(bound) else ">=", bound)


@phrase("limit", "(at most|no more than|not more than|not above|maximum|max|max.|up to) <operand>")
def at_most(bound: Value) -> Predicate:
    """At most 5."""
    return compare(IT, ">=" if _is_before(bound) else "<=", bound)


def _is_before(bound: Value) -> bool:
    """At least two days before B: the more days before, the earlier it is."""
    if isinstance(bound, Today):
        return bound.shift_days < 0
    return isinstance(bound, Shifted) and bound.amount < 0


@phrase(
    "limit",
    "(between|from) <bound> (and|to|through) <bound> [[,] inclusive|inclusively]",
    r"(between|from) <bound> (and|to|through) <bound> \( inclusive \)",
    "(in|within) [the] range [of|from|between] <bound> (to|and|-|–) <bound>",
)
def within(low: Value, high: Value) -> Predicate | None:
    """Between 0 and 4, both included."""
    return between(low, high)


@phrase("adj", "<amount> (at most|at the most|maximum|max|or fewer at most)", cost=0.05)
def so_much_at_most(bound: Value) -> Predicate:
    """90 at most."""
    return compare(IT, "<=", bound)


@phrase("adj", "<amount> (at least|at the least|minimum|at a minimum)", cost=0.05)
def so_much_at_least(bound: Value) -> Predicate:
    """5 at least."""
    return compare(IT, ">=", bound)


@phrase("verb", "(have|has) <number> _decimals (at most|at the most|maximum|or fewer)", cost=0.02)
def decimals_at_most(count: Constant) -> Predicate:
    """Two decimals at most."""
    return decimals(count)


@phrase("stmt", "<cell> <limit>", "_each <cell> <limit>", cost=0.3)
def limited(subject: Value, told: Predicate) -> Statement:
    """Price between 0 and 100."""
    return rule(about(told, subject), subject=subject)


# Colons ---------------------------------------------------------------------------------------


@phrase("vp", "_be : <adj>", cost=0.05)
@phrase("must_do", "_must be : <adj>", cost=0.05)
def after_colon(told: Predicate) -> Predicate:
    """Must be: two letters, then two digits."""
    return told


@phrase("vp", "_be not : <adj>", cost=0.05)
@phrase("must_not_do", "_must_not be : <adj>", cost=0.05)
def denied_after_colon(told: Predicate) -> Predicate:
    """Codes that are not: two letters, then two digits."""
    return not_(told)


phrase.words(
    "_title_of",
    "business | data quality | data | quality | basic | plausibility | sanity | consistency | validity "
    "| completeness | integrity | uniqueness | format | range | four-eyes | four eyes | two-person | "
    "two-man | segregation of duties | general | house | internal | compliance | logical | arithmetic "
    "| mandatory field | privacy | accounting | dual control | timeliness | accuracy | domain | cross-field",
)
phrase.words(
    "_title",
    "rule | check | principle | policy | requirement | test | constraint | control | validation",
)
phrase.words("_whole_title", "_title_of _title | _title | sanity | data quality | _title_of")


@phrase("title", "_whole_title", "_whole_title <number>", "_whole_title no. <number>")
def title(*_: object) -> bool:
    """What only says that a rule follows; "gold member rule" says more."""
    return True


@phrase("stmt", "<title> : <stmt>", "<title> - <stmt>", cost=0.02)
def titled(_: object, statement: Statement) -> Statement:
    """Four-eyes principle: …: a title names a rule and adds nothing to it."""
    return statement


@phrase("hint", "<hint> , please [.|!]", "<hint> , thanks [.|!]")
def politely(statement: Statement) -> Statement:
    """…, please."""
    return statement


# Kinds of numbers and texts ---------------------------------------------------------------


@phrase("adj", "(whole numbers|integers) only", "only (whole numbers|integers)")
@phrase("adj", "whole", "a whole (amount|figure|value)", cost=0.1)
def whole() -> Predicate:
    """A whole number."""
    return Matches.model_validate({"of": IT, "how": "format", "text": "whole_number"})


@phrase("adj", "(the|a) (text|word|value|string|literal) (<text>|<bare>|<number>)", cost=0.1)
def the_text(value: Constant) -> Predicate:
    """The text 'NULL'."""
    return compare(IT, "==", value)


@phrase("adj", "(the|a) (text|word|string|literal) null", cost=0.1)
def the_text_null() -> Predicate:
    """The text NULL."""
    return compare(IT, "==", Constant.model_validate({"value": "NULL", "reads": "text"}))


# There is ---------------------------------------------------------------------------------------


@phrase("clause", "there (is|are) no <cell>", "there (is|are) not (a|any) <cell>", cost=0.05)
def there_is_none(subject: Value) -> Predicate:
    """If there is no phone."""
    return Missing.model_validate({"of": subject})


@phrase("clause", "there (is|are) [a|an] <cell>", cost=0.1)
def there_is(subject: Value) -> Predicate:
    """If there is a phone."""
    return not_(there_is_none(subject))


# What may be is all that may be -----------------------------------------------------------------


@phrase(
    "stmt",
    "<expr> (may|can) be either <or_list>",
    "<expr> (may|can) be (one of|any of|either of) <any_list>",
    "<expr> (may|can) (only|either) be <or_list>",
    cost=0.05,
)
@phrase("stmt", "<expr> can be <or_list>", cost=0.3)
def may_be_one(subject: Value, options: tuple[Constant, ...]) -> Statement:
    """Status can be either open or paid: nothing else."""
    return rule(one_of(subject, options), subject=subject)


phrase.words("_capped", "at most | no more than | not more than | up to | a maximum of | maximum")


@phrase("stmt", "<expr> (may|can) be _capped <operand>", cost=0.05)
def may_be_at_most(subject: Value, bound: Value) -> Statement:
    """A discount may be at most 50: it is a limit, however it is allowed."""
    return rule(compare(subject, "<=", bound), subject=subject)


@phrase("stmt", "<expr> (may|can) be _capped <span> (after|later than|past) <cell>", cost=0.02)
def may_be_so_long_after(subject: Value, span: Span, of: Value) -> Statement | None:
    """The value date may be at most one day after the booking date."""
    bound = shifted(of, span, 1)
    return None if bound is None else rule(compare(subject, "<=", bound), subject=subject)


@phrase("stmt", "<expr> (may|can) be _capped <span> (before|earlier than) <cell>", cost=0.02)
def may_be_so_long_before(subject: Value, span: Span, of: Value) -> Statement | None:
    """At most one day before."""
    bound = shifted(of, span, -1)
    return None if bound is None else rule(compare(subject, ">=", bound), subject=subject)


@phrase("stmt", "<formula> _must [_in_all] _add_up <operand>", cost=0.05)
def must_come_to(total: Value, wanted: Value) -> Statement:
    """Net plus tax must add up to gross."""
    return rule(compare(total, "==", wanted))


@phrase("stmt", "[any] <expr> <adj> (look|looks|seem|seems) _wrong", cost=0.05)
def looks_wrong(subject: Value, told: Predicate) -> Statement:
    """Hours over 180 look suspicious."""
    return rule(not_(about(told, subject)), subject=subject)


# The one is the other ---------------------------------------------------------------------------


@phrase("stmt", "<expr> _must_not be the <cell>", cost=0.25)
def must_not_be_the(subject: Value, other: Value) -> Statement:
    """The approver must not be the creator."""
    return rule(compare(subject, "!=", other), subject=subject)


@phrase("stmt", "<expr> _must be the <cell>", cost=0.25)
def must_be_the(subject: Value, other: Value) -> Statement:
    """The payer must be the owner."""
    return rule(compare(subject, "==", other), subject=subject)


# Either of two duties ---------------------------------------------------------------------------


@phrase("stmt", "[either] <expr> <duty> [,] or [else] <expr> <duty>", cost=0.1)
def either_of_two(
    one: Value, first: Predicate, other: Value, second: Predicate
) -> Statement | None:
    """The deposit must be paid or the booking must be open."""
    return None if one == other else rule(any_of(about(first, one), about(second, other)))


@phrase("stmt", "<cell> _be [:] <and_list>", cost=0.3)
def values_are(subject: Value, options: tuple[Constant, ...]) -> Statement:
    """Room types are single, double and suite: no others."""
    return rule(one_of(subject, options), subject=subject)


@phrase("adj", "<number> . . <number>", cost=0.05)
def dotted_range(low: Constant, high: Constant) -> Predicate | None:
    """1..5."""
    return between(low, high)


@phrase("adj", "(integer|integers|whole number|whole numbers) <number> . . <number>", cost=0.05)
def dotted_whole_range(low: Constant, high: Constant) -> Predicate | None:
    """An integer 1..5."""
    told = between(low, high)
    return None if told is None else all_of(whole(), told)
