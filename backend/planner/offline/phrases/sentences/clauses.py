"""Phrases that join subjects with what is said of them, and clauses with each other."""

from __future__ import annotations

from backend.planner.offline.equivalence import fits
from backend.planner.offline.phrases.sentences.signs_counted import is_piece, is_text
from backend.rules.language.terms import (
    Apply,
    Compare,
    Constant,
    How,
    Matches,
    Missing,
    Not,
    OneOf,
    Predicate,
    Reads,
)
from backend.rules.phrasing import IT, Phrases, all_of, any_of, not_

phrase = Phrases()


phrase.words("_be", "is | are | be | was | were | been | being | stays | remain | remains | stay")
phrase.words("_do", "does | do | did")
phrase.words(
    "_must",
    "must | should | shall | has to | have to | needs to | need to | ought to | is required "
    "to | are required to | is expected to | are expected to | "
    "will | is to | are to | is supposed to | are supposed to | must "
    "always | should always | has always to | must all | should all",
)
phrase.words(
    "_must_not",
    "must not | should not | shall not | may not | can not | must never | should never | "
    "may never | can never | is not allowed to | are not allowed to | must "
    "not ever | is not supposed to | are not supposed to | is not permitted to | are not "
    "permitted to | is never allowed to | are never allowed to | is forbidden to",
)
phrase.words("_may", "may | must | should | can | shall | is allowed to | are allowed to")


# Joining -----------------------------------------------------------------------------------------


@phrase(
    "adj",
    r"<adj> \( or (empty|blank|missing|null) \)",
    r"<adj> , or (empty|blank|missing)",
    cost=0.05,
)
def or_empty(told: Predicate) -> Predicate:
    """So, or empty."""
    return any_of(told, Missing(of=IT))


@phrase("adj", "<adj> , (but|and) not <adj>", cost=0.1)
def but_not(told: Predicate, other: Predicate) -> Predicate:
    """So, but not so."""
    return all_of(told, not_(other))


@phrase("adj", "<adj> [,] or <adj>", "either <adj> [,] or <adj>", cost=0.1)
def either(left: Predicate, right: Predicate) -> Predicate | None:
    """One or the other; "at most half of A or 5" may be a bound of two."""
    if any(odd(left, right) for odd in (_bound_alike, _is_half_a_measure, _is_second_operand)):
        return None
    if (_is_other_value(left) and _is_value(right)) or _is_another_example(left, right):
        return None
    if is_piece(left) and is_text(right):
        return None  # starting with 978 or 979
    is_bound = isinstance(left, Compare) and left.sign not in ("==", "!=")
    if is_bound and isinstance(left, Compare) and not isinstance(left.right, Constant):
        is_value = isinstance(right, Compare) and right.sign == "=="
        return None if is_value else any_of(left, right)
    return any_of(left, right)


def _is_another_example(left: Predicate, right: Predicate) -> bool:
    """A time like '9:32 a.m.' or '10:30 p.m.': the last text is as the form is anyway."""
    is_text = isinstance(right, Compare) and right.sign == "==" and right.left == IT
    shown = right.right if isinstance(right, Compare) else None
    is_form = isinstance(left, Matches) and left.how == How.PATTERN
    return is_form and is_text and isinstance(shown, Constant) and fits(left, shown)


def _is_half_a_measure(left: Predicate, right: Predicate) -> bool:
    """5 or 6 characters: the first number counts characters as well."""
    if not isinstance(left, Compare) or not isinstance(right, Compare):
        return False
    is_number = isinstance(left.right, Constant) and left.right.reads == Reads.NUMBER
    return is_number and left.left == IT and isinstance(right.left, Apply)


def _is_second_operand(left: Predicate, right: Predicate) -> bool:
    """A multiple of 2 or 3: the last number is one of the first phrase's."""
    is_number = isinstance(right, Compare) and right.sign == "==" and right.left == IT
    if not is_number or not isinstance(right, Compare) or not isinstance(right.right, Constant):
        return False
    subject = getattr(left, "of", None) or getattr(left, "left", IT)
    return right.right.reads == Reads.NUMBER and subject != IT


def _bound_alike(left: Predicate, right: Predicate) -> bool:
    """No lower than 10 or higher than 20: one bound would swallow the other."""
    if not isinstance(left, Compare) or not isinstance(right, Compare):
        return False
    is_fixed = all(isinstance(part.right, Constant) for part in (left, right))
    signs = {left.sign[0], right.sign[0]}
    return is_fixed and left.left == right.left and signs in ({"<"}, {">"})


@phrase("adj", "neither <adj> nor <adj>", cost=0.05)
@phrase("must_not_do", "_must_not be <adj> [,] nor [be] <adj>", "_must_not <verb> [,] nor <verb>")
@phrase("must_not_do", "_must_not _lie <adj> [,] nor [_lie] <adj>")
@phrase("must_do", "_must neither _lie <adj> nor [_lie] <adj>")
@phrase("must_do", "_must neither be <adj> nor <adj>", "_must neither be <adj> nor be <adj>")
@phrase("must_do", "_must neither <verb> nor be <adj>", "_must neither be <adj> nor <verb>")
def neither_so(left: Predicate, right: Predicate) -> Predicate:
    """Neither below 10 nor above 20."""
    return all_of(not_(left), not_(right))


def _is_value(part: Predicate) -> bool:
    """Whether it says which value the subject has; a subject has one."""
    if isinstance(part, Compare):
        return part.sign == "==" and isinstance(part.right, Constant)
    return isinstance(part, OneOf)


@phrase("adj", "<adj> and <adj>", "<adj> but <adj>", "both <adj> and <adj>", cost=0.1)
def as_well(left: Predicate, right: Predicate) -> Predicate | None:
    """Both; two patterns would be one after the other, and nothing is two values."""
    if all(isinstance(part, Matches) and part.how == How.PATTERN for part in (left, right)):
        return None
    if {_told_as(left), _told_as(right)} == {How.PATTERN, How.FORMAT}:
        return None
    if all(_is_value(part) for part in (left, right)) or _excludes(left, right):
        return None
    if isinstance(left, Matches) and _is_value(right):
        return None  # a form and a value: the value belongs to what the form is told by
    if _is_other_value(left) and _is_value(right):
        return None
    return all_of(left, right)


def _told_as(part: Predicate) -> How | None:
    """A capital letter and a number: one behind the other, or both of the whole?"""
    return part.how if isinstance(part, Matches) else None


def _is_other_value(part: Predicate) -> bool:
    """Other than yes, or not so: a value behind "and" or "or" is denied with it."""
    if isinstance(part, Not):
        return True
    return isinstance(part, Compare) and part.sign == "!=" and isinstance(part.right, Constant)


def _excludes(left: Predicate, right: Predicate) -> bool:
    """Zero and negative: no number is both, so that "not both" would say nothing."""
    for one, other in ((left, right), (right, left)):
        is_number = isinstance(one, Compare) and _is_value(one) and isinstance(other, Compare)
        if is_number and isinstance(one, Compare) and isinstance(one.right, Constant):
            return not fits(other, one.right)
    return False


@phrase("adj", "<format> <adj>", "[_valid] <format> that _be <adj>", cost=0.1)
def format_and(name: str, told: Predicate) -> Predicate | None:
    """A whole number between 1 and 10; values after a format are examples or its definition."""
    if isinstance(told, OneOf) or (isinstance(told, Compare) and told.sign == "=="):
        return None
    form = Matches(of=IT, how=How.FORMAT, text=name)
    if isinstance(told, Compare) and _is_idle_exception(form, told):
        return None
    return all_of(form, told)


def _is_idle_exception(form: Matches, told: Compare) -> bool:
    """A state's code other than Texas: no code is excepted."""
    return told.sign == "!=" and isinstance(told.right, Constant) and not fits(form, told.right)


@phrase("adj", "not <adj>", cost=0.05)
def negated(inner: Predicate) -> Predicate:
    """Not so."""
    return not_(inner)


@phrase("verb", "(stay|stays|remain|remains|lie|lies|fall|falls|be kept) <adj>", cost=0.05)
@phrase("vp", "_be <adj>", "<verb>", "_be always <adj>")
def told(inner: Predicate) -> Predicate:
    """What is said of a subject."""
    return inner


@phrase(
    "vp", "_be (not|never) <adj>", "_do not <verb>", "(never|not) <verb>", "_be no longer <adj>"
)
def denied(inner: Predicate) -> Predicate:
    """What is denied of a subject."""
    return not_(inner)


@phrase("vp", "_do not both <verb> and <verb>", "_do not <verb> and <verb>", cost=0.1)
def not_both(left: Predicate, right: Predicate) -> Predicate:
    """Not the two together; without "both" it may as well be the one and not the other."""
    return not_(all_of(left, right))


@phrase("vp", "<vp> and <vp>", "<vp> [,] (but|yet) <vp>", cost=0.1)
def vp_and(left: Predicate, right: Predicate) -> Predicate:
    """Two things said."""
    return all_of(left, right)


@phrase("vp", "<vp> or <vp>", cost=0.1)
def vp_or(left: Predicate, right: Predicate) -> Predicate:
    """One of two things said."""
    return any_of(left, right)


@phrase("must_do", "_must be <adj>", "_must <verb>", "_must always be <adj>")
@phrase("duty", "<must_do>", "<must_not_do>")
def duty(inner: Predicate) -> Predicate:
    """What must be so."""
    return inner


@phrase(
    "must_not_do",
    "_must_not be <adj>",
    "_must_not <verb>",
    "_must not be <adj>",
    "_must_not ever be <adj>",
    "_must be never <adj>",
)
def taboo(inner: Predicate) -> Predicate:
    """What must not be so."""
    return not_(inner)


@phrase(
    "duty",
    "<duty> and <duty>",
    "<duty> , <duty>",
    "<duty> , and <duty>",
    "<duty> but <duty>",
    cost=0.1,
)
def duties(left: Predicate, right: Predicate) -> Predicate:
    """Two duties."""
    return all_of(left, right)


@phrase(
    "duty",
    "_must be <adj> and <verb>",
    "_must <verb> and be <adj>",
    "_must <verb> and <verb>",
    "_must be <adj> and be <adj>",
    cost=0.1,
)
def mixed_duties(left: Predicate, right: Predicate) -> Predicate:
    """One duty with two parts."""
    return all_of(left, right)


@phrase(
    "must_do",
    "_must be <adj> (and|but) not <verb>",
    "_must be <adj> [,] (and|but) not be <adj>",
    "_must <verb> (and|but) not <verb>",
    cost=0.1,
)
def duty_but_not(left: Predicate, right: Predicate) -> Predicate:
    """One duty and one taboo."""
    return all_of(left, not_(right))


@phrase(
    "must_do",
    "_must <verb> or <verb>",
    "_must be <adj> or <verb>",
    "_must <verb> or be <adj>",
    cost=0.1,
)
def either_duty(left: Predicate, right: Predicate) -> Predicate:
    """One duty or another."""
    return any_of(left, right)


@phrase("must_not_do", "_must_not <verb> or <verb>", "_must_not be <adj> or <verb>", cost=0.1)
@phrase("must_not_do", "_must_not <verb> or be <adj>", "_must neither <verb> nor <verb>", cost=0.1)
def neither_duty(left: Predicate, right: Predicate) -> Predicate:
    """Neither the one nor the other."""
    return all_of(not_(left), not_(right))
