"""Phrases for bounds in everyday words: never reach or exceed, fewer or more than 13 characters."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.patterns import described
from backend.planner.offline.phrases.formats.texts import LENGTH, _form
from backend.planner.offline.phrases.measures.distances import apart_from
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Apply,
    Arithmetic,
    Constant,
    Function,
    How,
    Predicate,
    Reads,
    Value,
)
from backend.rules.phrasing import (
    IT,
    Modifier,
    Phrases,
    RowSet,
    Statement,
    about,
    all_of,
    compare,
    not_,
)

phrase = Phrases()

# Up to a value ----------------------------------------------------------------------------------


@phrase(
    "verb",
    "(reach|reaches|meet|meets|equal|equals|match|matches|hit|hits) or (exceed|exceeds|surpass|surpasses|pass|passes) <operand>",
    "(exceed|exceeds|surpass|surpasses) or (reach|reaches|equal|equals|match|matches) <operand>",
    cost=0.02,
)
@phrase("verb", "(reach|reaches) <cell>", cost=0.05)
def reaches(right: Value) -> Predicate:
    """Reaches or exceeds the list price."""
    return compare(IT, ">=", right)


@phrase(
    "verb", "(fall|falls|drop|drops|sink|sinks|go|goes) to or (below|under) <operand>", cost=0.02
)
def falls_to(right: Value) -> Predicate:
    """Falls to or below the list price."""
    return compare(IT, "<=", right)


# Another length ---------------------------------------------------------------------------------

phrase.words(
    "_more_or_less_than",
    "(more|longer) or (less|fewer|shorter) than | (less|fewer|shorter) or (more|longer) than | (more|longer) than "
    "or (less|fewer|shorter) than | (less|fewer) than or more than",
)
_UNLIKE = "(other than|different from|unequal to|not equal to|that is not|which is not)"


@phrase("adj", "_more_or_less_than <number> _chars", f"{_UNLIKE} <number> _chars", cost=-0.05)
@phrase(
    "verb",
    "(have|has|contain|contains) _more_or_less_than <number> _chars",
    f"(have|has) (length|a length) {_UNLIKE} <number> [_chars]",
    cost=-0.05,
)
@phrase(
    "them_feature",
    "_more_or_less_than <number> _chars",
    f"(length|a length) {_UNLIKE} <number> [_chars]",
    cost=-0.05,
)
def of_other_length(count: Constant) -> Predicate:
    """A length other than 13."""
    return compare(LENGTH, "!=", count)


for _head, _sign in (("_ge", ">="), ("_le", "<="), ("_gt", ">"), ("_lt", "<"), ("exactly", "==")):
    phrase(
        "them_feature",
        f"{_head} <number> (characters|chars)",
        f"(length|a length) [of] {_head} <number> [characters|chars]",
        cost=0.02,
    )(lambda count, sign=_sign: compare(LENGTH, sign, count))


@phrase("feature", "<cell> with <them_feature>", cost=0.05)
def cell_with(of: Value, told: Predicate) -> Predicate:
    """A code with a length other than 13."""
    return about(told, of)


_OTHER = "(anything|something|a text|a value) (other than|but|except|different from)"
for _verb, _how in (("_starts", How.STARTS), ("_ends", How.ENDS)):
    phrase("verb", f"{_verb} {_OTHER} <text_value>", cost=-0.05)(
        lambda text, how=_how: not_(_form(how, str(text.value)))
    )
    phrase("verb", f"{_verb} {_OTHER} <or_parts>", cost=-0.1)(
        lambda texts, how=_how: all_of(*(not_(_form(how, text)) for text in texts))
    )


@phrase(
    "verb", "_starts <pieces> [,] and nothing (else|more) [behind it|after it|follows]", cost=-0.3
)
def starts_and_ends(pieces: tuple[tuple[str, str], ...]) -> Predicate | None:
    """Starts with P- followed by three digits and nothing else: of one piece, what else is open."""
    return described(pieces) if len(pieces) > 1 else None


# Differences ------------------------------------------------------------------------------------


@phrase("sum", "[absolute] difference (between|of) <sum> and <sum>", cost=0.1)
def difference(left: Value, right: Value) -> Value | None:
    """The difference between the total and the quantity times the price."""
    sides = (left, right)
    is_computed = any(isinstance(side, Arithmetic) for side in sides)
    is_plain = not any(isinstance(side, Constant) for side in sides)
    taken = Arithmetic(sign="-", left=left, right=right)
    return Apply(function=Function.ABSOLUTE, of=taken) if is_computed and is_plain else None


@phrase("expr", "[absolute] difference (between|of) <sum> and <sum>", cost=0.1)
def difference_told(left: Value, right: Value) -> Value | None:
    """The difference between the total and the quantity times the price must be small."""
    return difference(left, right)


@phrase("amount", "(a|one single|a single) (cent|penny)", cost=0.05)
def one_cent() -> Value:
    """A cent."""
    return Constant(value=1, reads=Reads.NUMBER, unit="cent")


for _words, _sign in (("_le|no further than", "<="), ("_lt", "<")):

    @phrase(
        "must_do", f"(may|can) be (off|out|away) [by] ({_words}) <distance> from <sum>", cost=0.0
    )
    def may_be_off(distance: Any, of: Value, sign: str = _sign) -> Predicate | None:
        """May be off by at most 0.01 from the quantity times the price."""
        return None if isinstance(of, Constant) else apart_from(of, sign, distance)


phrase.words(
    "_small_errors",
    "rounding differences | rounding errors | rounding deviations | differences | deviations | discrepancies | "
    "rounding difference | rounding error | difference | deviation | discrepancy",
)
phrase.words(
    "_tolerated_so",
    "(is|are) (acceptable|accepted|allowed|fine|ok|okay|permitted|tolerated|tolerable|ignored|no problem|not a problem)",
)


@phrase(
    "remark",
    "_small_errors of (up to|at most|no more than|a maximum of) <amount> _tolerated_so",
    "_small_errors (up to|within) <amount> _tolerated_so",
    "allowing [for] <amount> [of|for] (rounding|difference|deviation|tolerance|leeway)",
    "allowing [for] <amount> rounding [difference|error]",
    cost=0.02,
)
def small_errors(given: Value) -> Modifier | None:
    """Rounding differences of up to one cent are acceptable."""
    return remark("tolerance", values=(given,)) if isinstance(given, Constant) else None


@phrase(
    "adj",
    "[correctly|properly|always] (calculated|computed|worked out|derived) [correctly|properly] (as|from|by) <formula>",
    cost=0.02,
)
def worked_out(wanted: Value) -> Predicate | None:
    """Calculated correctly as the quantity times the price."""
    return compare(IT, "==", wanted) if isinstance(wanted, Arithmetic) else None


@phrase(
    "stmt",
    "(do|does) <cell> (match|equal|agree with|correspond to) <formula> [[,] <remark>] [?]",
    "(is|are) <cell> (equal to|same as) <formula> [[,] <remark>] [?]",
    cost=0.05,
)
def does_it_match(of: Value, wanted: Value, *told: Modifier) -> Statement | None:
    """Does the total match the quantity times the price? What is worked out is what is wanted."""
    is_plain = isinstance(wanted, Arithmetic) and all(each.kind == "tolerance" for each in told)
    asked = rule(compare(of, "==", wanted), subject=of)
    return asked.model_copy(update={"remarks": told}) if is_plain else None


# What to show -----------------------------------------------------------------------------------

phrase.words(
    "_not_so",
    "_be not [so|the case|true|right] | does not | do not | _be (wrong|otherwise|different)",
)


@phrase(
    "remark",
    "_do_flag [all|any|every|each] <rows> (where|for which|in which) (it|this|that|they) _not_so",
    "_do_flag [all|any|every|each] <rows> (that|which|who) (fail|fails|deviate|deviates|differ|differs|does not fit|do not fit)",
    cost=0.2,
)
@phrase(
    "remark",
    "_do_flag [all|any|every|each] <rows> (where|for which|in which) (it|this|that|they) (is|are|does|do|happens|occurs)",
    cost=0.2,
)
def flag_such_rows(rows: RowSet) -> Modifier | None:
    """Report every product where it isn't."""
    return None if rows.where is not None else remark("flag-them")


@phrase(
    "remark",
    "_do_flag (anything|everything|all|whatever) (that|which) (does not|do not|did not|fails to) "
    "(fit|match|comply|conform|follow this|obey this|agree|qualify|meet this)",
    "_do_flag (anything|everything|whatever) (that is|that are|which is) (not|different|otherwise|wrong)",
    "_do_flag those (that|which|who) (do|does|are|is)",
    "_do_flag any (that|which|who) (do|does|are|is)",
)
def flag_what_breaks_it() -> Modifier:
    """Report anything that doesn't fit."""
    return remark("flag-them")
