"""Phrases for rules that are put as a wish, or as what is not accepted: we expect prices to be whole.

What is wished of rows or values is their duty; what it is not acceptable for them to do, its
opposite.
"""

from __future__ import annotations

import re
from typing import Any

from backend.planner.offline.phrases.formats.texts import lower, upper
from backend.planner.offline.phrases.remarks.flags import flag
from backend.planner.offline.phrases.sentences.duties import cell_required
from backend.planner.offline.phrases.sentences.rules import narrowed, rule, unless
from backend.rules.duplicate_phrases import primary, unique
from backend.rules.language.terms import (
    Arithmetic,
    Constant,
    Elapsed,
    Missing,
    OneOf,
    Predicate,
    Reads,
    Value,
)
from backend.rules.metric_phrases import count, statement
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

# Wishes ---------------------------------------------------------------------------------------

phrase.words(
    "_wish",
    "we expect | i expect | expect | we need | i need | we want | i want | we require | we would "
    "like | we ask | one expects | we would expect | we always expect",
)
phrase.words(
    "_it_is_bad",
    "it is not acceptable | it is unacceptable | it is not ok | it is not okay | it is wrong | it is "
    "an error | it is a mistake | it is forbidden | it is not allowed | it is not permitted | it is "
    "never ok | it is never acceptable | it is invalid | it is illegal | it must be impossible | it "
    "should be impossible | it must not be possible | it should not be possible | it cannot be | we do "
    "not want | we do not expect | we never want | we never expect | we cannot have",
)


@phrase("stmt", "_wish [_each] <expr> to [always] be <adj>", cost=0.05)
@phrase("stmt", "_wish [_each] <expr> to [always] <verb>", cost=0.05)
def wished_value(subject: Value, told: Predicate) -> Statement:
    """We expect all prices to be positive."""
    return rule(about(told, subject), subject=subject)


@phrase("stmt", "_wish [_each] <expr> to never be <adj>", cost=0.05)
@phrase("stmt", "_wish [_each] <expr> (not to|to not) be <adj>", cost=0.05)
@phrase("stmt", "_it_is_bad [for] [any] <expr> to [ever] be <adj>", cost=0.05)
@phrase("stmt", "_it_is_bad [for] [any] <expr> to [ever] <verb>", cost=0.05)
def unwished_value(subject: Value, told: Predicate) -> Statement:
    """It should be impossible for the price to be negative."""
    return rule(not_(about(told, subject)), subject=subject)


@phrase("stmt", "_wish [_each] <rows> to [always] <rowvp>", cost=0.05)
def wished_rows(found: RowSet, told: Predicate) -> Statement | None:
    """We need every order to have a user."""
    return rule(told, found.table, found.where)


@phrase("stmt", "_wish [_each] <rows> to never <rowvp>", cost=0.05)
@phrase("stmt", "_wish [_each] <rows> (not to|to not) <rowvp>", cost=0.05)
@phrase("stmt", "_it_is_bad [for] <rows> to [ever] <rowvp>", cost=0.05)
@phrase("stmt", "_it_is_bad (if|when|that) <rows> <rowvp>", cost=0.05)
def unwished_rows(found: RowSet, told: Predicate) -> Statement | None:
    """It is not acceptable for an order to have no status."""
    return rule(not_(told), found.table, found.where)


@phrase("stmt", "_wish [_each] <key> to [always] be unique", cost=0.05)
def wished_unique(found: Value) -> Statement | None:
    """We want the order number to be unique."""
    return unique(found)


# Conditions in a word -------------------------------------------------------------------------


@phrase(
    "stmt",
    "unless (<adjective>|<flag_word>) [,] <stmt>",
    "<stmt> [,] unless [already|explicitly] (<adjective>|<flag_word>)",
    cost=0.05,
)
def unless_such(*parts: Any) -> Statement | None:
    """Unless cancelled, an order must have a payment date."""
    return unless(*parts)


@phrase(
    "stmt",
    "<stmt> [,] (except|except for|apart from|other than|save) [the|for] (<adjective>|<flag_word>) "
    "(one|ones)",
    cost=0.05,
)
def except_such_ones(told: Statement, condition: Predicate) -> Statement | None:
    """… except cancelled ones."""
    return unless(told, condition)


@phrase("stmt", "either <cell> or <cell> _must _be_set [,] but not both", cost=0.0)
@phrase("stmt", "exactly one of <cell> (and|or) <cell> _must _be_set", cost=0.0)
@phrase("stmt", "_each <rows> _must have either <cell> or <cell> [,] but not both", cost=0.0)
def exactly_one_set(*parts: Any) -> Statement | None:
    """Either the coupon or the discount must be filled, but not both."""
    first, second = (Missing.model_validate({"of": part}) for part in parts[-2:])
    rows = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    told = any_of(all_of(first, not_(second)), all_of(not_(first), second))
    return rule(told, rows.table, rows.where)


phrase.words(
    "_be_set", "be filled | be filled in | be set | be given | be present | be there | be provided"
)


@phrase("stmt", "no <cell> without [a|an|any] <cell>", cost=0.05)
def one_needs_other(first: Value, second: Value) -> Statement | None:
    """No payment date without a paid amount: where one is filled, so is the other."""
    if first == second:
        return None
    scope = RowSet(where=not_(Missing.model_validate({"of": first})))
    return narrowed(rule(not_(Missing.model_validate({"of": second}))), scope)


@phrase(
    "stmt",
    "there (must|should) be <more_or_fewer> <adjective> than <adjective> <rows>",
    "<more_or_fewer> <adjective> than <adjective> <rows>",
    "<more_or_fewer> <rows> _must be <adjective> than <adjective>",
    cost=0.05,
)
def more_of_one_kind(sign: str, *parts: Any) -> Statement | None:
    """There must be more paid than cancelled orders."""
    rows = next(part for part in parts if isinstance(part, RowSet))
    one, other = (part for part in parts if not isinstance(part, RowSet))
    if rows.each:
        return None
    return statement(compare(count(rows.that(one)), sign, count(rows.that(other))))


for _words, _sign in (("more", ">"), ("(fewer|less)", "<")):
    phrase("more_or_fewer", _words)(lambda sign=_sign: sign)


# Asked and answered ---------------------------------------------------------------------------

phrase.words(
    "_none_must",
    "there should not be | there must not be | there should not | there must not | there should be "
    "none | there must be none | there may be none | none should | none may | none must | none should "
    "exist | none are allowed | none is allowed | it should be none | they should not exist | there "
    "should not be any | there must not be any | we expect none | we want none",
)
phrase.words(
    "_one_must", "it must | it should | it must be | it should be | they must | they should"
)
phrase.words("_ought", "they must be | they should be | all must be | all should be | it has to be")


@phrase("stmt", "(are|is) there [any|still] <rows> ? _none_must", cost=0.02)
@phrase("stmt", "(which|what|how many) <rows> (are|is) there ? _none_must", cost=0.02)
def asked_for_none(found: RowSet) -> Statement | None:
    """Are there users without an e-mail? There shouldn't be."""
    return flag(found)


@phrase(
    "stmt", "(are|is) [every|each|the|all|all the] <key> unique ? (_one_must|_ought)", cost=0.02
)
def asked_for_unique(found: Value) -> Statement | None:
    """Is every e-mail unique? It should be."""
    return unique(found)


@phrase("stmt", r"<cell> \( (required|mandatory|obligatory) \)", cost=0.02)
def required_aside(subject: Value) -> Statement:
    """email (required)."""
    return cell_required(subject)


@phrase(
    "stmt",
    "<key> _be (required|mandatory|obligatory) and unique",
    "<key> _be unique and (required|mandatory|obligatory)",
    cost=0.02,
)
def required_and_unique(found: Value) -> Statement | None:
    """email is mandatory and unique."""
    return primary(found)


# Counted and none -----------------------------------------------------------------------------


@phrase("stmt", "count [the] <rows> [.|;|,|:] [and] <how_many>", cost=0.05)
def counted(found: RowSet, bound: Predicate) -> Statement | None:
    """Count the orders without a user; there should be none."""
    return None if found.each else statement(about(bound, count(found)))


# Values ---------------------------------------------------------------------------------------


@phrase("adj", "[from] <code_bound> (to|through|–|-) <code_bound>", cost=0.05)
@phrase("adj", "(between|from) <code_bound> and <code_bound>", cost=0.05)
@phrase("verb", "(range|ranges|run|runs|go|goes) from <code_bound> to <code_bound>", cost=0.05)
def codes(first: Constant, last: Constant) -> Predicate | None:
    """G1 to G7: each code on the way, with the same letters and growing numbers."""
    ends = [re.fullmatch(r"([A-Za-z]+[-_ ]?)(\d{1,4})", str(end.value)) for end in (first, last)]
    if ends[0] is None or ends[1] is None or ends[0][1] != ends[1][1]:
        return None
    low, high = int(ends[0][2]), int(ends[1][2])
    is_even = len(ends[0][2]) == len(ends[1][2]) or not ends[0][2].startswith("0")
    if not low < high <= low + _MOST_CODES or not is_even:
        return None
    width = len(ends[0][2]) if ends[0][2].startswith("0") else 0
    return OneOf(
        of=IT,
        options=tuple(
            Constant(value=f"{ends[0][1]}{number:0{width}}", reads=Reads.TEXT)
            for number in range(low, high + 1)
        ),
    )


_MOST_CODES = 200


@phrase("code_bound", "<bare>", "<text>")
def code_bound(value: Constant) -> Constant:
    """A code that stands for itself."""
    return value


phrase.words("_capitals", "upper case | uppercase | upper-case | capitals | capital letters")
phrase.words("_small", "lower case | lowercase | lower-case | small letters")


@phrase("adj", "<adj> [,] [and] [all|written|always] in _capitals", "<adj> , _capitals", cost=0.1)
def in_capitals_too(told: Predicate) -> Predicate:
    """A country code in upper case."""
    return all_of(told, upper())


@phrase("adj", "<adj> [,] [and] [all|written|always] in _small", "<adj> , _small", cost=0.1)
def in_small_letters_too(told: Predicate) -> Predicate:
    """A language code in lower case."""
    return all_of(told, lower())


phrase.words(
    "_with_both_ends",
    "inclusive | inclusively | both included | both inclusive | both days included | both ends "
    "included | including both | including both days | counting both | counting both days | with both "
    "days counted | counting both ends",
)


@phrase(
    "function", r"<function> [,] _with_both_ends", r"<function> \( _with_both_ends \)", cost=0.02
)
def with_both_days(value: Value) -> Value | None:
    """The number of days from start to end, both included: one more than between them."""
    if not isinstance(value, Elapsed) or value.unit != "days":
        return None
    return Arithmetic(sign="+", left=value, right=Constant(value=1, reads=Reads.NUMBER))
