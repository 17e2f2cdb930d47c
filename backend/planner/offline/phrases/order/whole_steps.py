"""Phrases for whole numbers, steps and decimals as owners say them: in hundreds, two digits after the point."""

from __future__ import annotations

from backend.planner.offline.phrases.formats.texts import decimals
from backend.planner.offline.phrases.measures.multiples import multiple
from backend.planner.offline.phrases.sentences.comparisons import WHOLE
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, all_of, compare, not_, number

phrase = Phrases()

# Steps ----------------------------------------------------------------------------------------

phrase.words(
    "_without_rest",
    "without [a|any] (remainder|rest) | with no (remainder|rest) | with nothing left over | with nothing left "
    "| evenly | exactly | with no rest | leaving no (remainder|rest) | without (anything|something) left over "
    "| cleanly | with remainder (0|zero)",
)
phrase.words(
    "_steps",
    "steps | increments | multiples | lots | packs | jumps | intervals | units | bundles | blocks | batches",
)


@phrase(
    "verb",
    "(be|is|are) [evenly] (divided|divisible|dividable) by <number> [_without_rest]",
    cost=0.02,
)
@phrase("verb", "can be (divided|shared) by <number> [_without_rest]", cost=0.02)
@phrase("verb", "divide by <number> [_without_rest]", "divides by <number> [_without_rest]")
@phrase("adj", "[evenly] (divisible|dividable) by <number> [_without_rest]")
@phrase(
    "adj",
    "[only|always] in _steps of <number>",
    "(a|an|some|any) (whole|exact|integer) multiple of <number>",
)
@phrase("adj", "(rounded|rounded up|rounded down) to [the] [nearest|full|next] <number>", cost=0.1)
@phrase(
    "verb",
    "(come|comes|go|goes|run|runs|rise|rises|increase|increases|move|moves|grow|grows|be sold|are sold|is sold) "
    "[only|always] in _steps of <number>",
)
@phrase("verb", "leave no remainder [when|if] divided by <number>")
def in_steps(step: Constant) -> Predicate | None:
    """Comes in steps of five."""
    return multiple(step)


for _word, _step in (
    ("tens", 10), ("hundreds", 100), ("thousands", 1000), ("dozens", 12), ("fives", 5), ("twos", 2),
    ("fifties", 50), ("twenties", 20),
):  # fmt: skip
    phrase("adj", f"(in|rounded to|in full|in whole|in round) {_word}", f"round {_word}")(
        lambda step=_step: multiple(number(step))
    )
    phrase("verb", f"(come|comes|go|goes|move|moves) [only|always] in [full|round|whole] {_word}")(
        lambda step=_step: multiple(number(step))
    )


@phrase(
    "verb",
    "(cannot|can not|can't|could not|may not) be [evenly] (divided|shared) by <number> [_without_rest]",
    cost=0.02,
)
def in_no_steps(step: Constant) -> Predicate | None:
    """Cannot be divided by three."""
    told = multiple(step)
    return None if told is None else not_(told)


# Whole numbers --------------------------------------------------------------------------------

phrase.words(
    "_whole_number", "whole number | integer | natural number | full number | round number | whole"
)


@phrase(
    "adj",
    "(in|given in|counted in|only in|only|full|always) (whole numbers|integers|whole units|full units|whole pieces)",
    "(a|an) (whole|integer|full) (amount|value|figure|count|quantity)",
    "without [any] (decimals|decimal places|fractions|fraction|fractional part|decimal part|a fraction|a "
    "fractional part|a decimal part)",
    "free of (decimals|fractions)",
    cost=0.05,
)
@phrase("verb", "(come|comes) [only|always] in (whole numbers|integers|whole units)", cost=0.05)
def whole() -> Predicate:
    """In whole numbers."""
    return WHOLE


@phrase(
    "adj",
    "_whole_number [,] (and|,|of) <adj>",
    "(a|an) _whole_number (from|that is|,) <adj>",
    cost=0.15,
)
def whole_and(told: Predicate) -> Predicate | None:
    """Whole and above 0."""
    is_bound = (
        getattr(told, "sign", "") in (">", ">=", "<", "<=") or getattr(told, "type", "") == "all"
    )
    return all_of(WHOLE, told) if is_bound else None


@phrase("adj", "(a|the) (count|figure) (<ranged>|<limit>)", cost=0.1)
def number_in(told: Predicate) -> Predicate:
    """A number from 0 through 1: that it is one, the bounds already ask."""
    return told


# Decimals -------------------------------------------------------------------------------------

phrase.words(
    "_digits_behind",
    "decimals | decimal | decimal places | decimal place | decimal digits | decimal digit | (digits|places|"
    "figures|digit|place) (after|behind|past|to the right of) (the|a) (decimal point|point|comma|decimal "
    "separator|decimal) | fractional digits | digits of fraction | dp",
)


@phrase(
    "adj",
    "_highest <number> _digits_behind",
    "with [_highest|up to] <number> _digits_behind",
    cost=0.02,
)
@phrase("adj", "_highest <number> _digits_behind allowed", cost=0.02)
@phrase(
    "verb",
    "(have|has|carry|carries|show|shows|contain|contains|use|uses|keep|keeps|bear|bears) (_highest|up to) <number> "
    "_digits_behind",
    cost=0.02,
)
@phrase("limit", "_highest <number> _digits_behind")
def few_decimals(count: Constant) -> Predicate:
    """Max. two digits after the decimal point."""
    return decimals(count)


@phrase(
    "verb",
    "(have|has|carry|carries|show|shows|contain|contains|use|uses) (more than|over) <number> _digits_behind",
    cost=0.02,
)
@phrase("adj", "with (more than|over) <number> _digits_behind", cost=0.02)
def many_decimals(count: Constant) -> Predicate:
    """More than two digits after the point."""
    return not_(decimals(count))


@phrase(
    "verb",
    "(have|has|carry|carries|show|shows|use|uses) <number> or more _digits_behind",
    cost=0.02,
)
@phrase("adj", "with <number> or more _digits_behind", cost=0.02)
def so_many_or_more(count: Constant) -> Predicate | None:
    """Three or more decimal places."""
    if not isinstance(count.value, int) or count.value < 1:
        return None
    return not_(decimals(count.model_copy(update={"value": count.value - 1})))


@phrase(
    "stmt",
    "<cell> (,|:|-) [only|always] (integer|integers|whole|whole numbers|whole number) [only]",
    cost=0.1,
)
def cell_whole(subject: Value) -> Statement:
    """Quantity: integer."""
    return rule(about(WHOLE, subject), subject=subject)


for _word, _sign in (("positive", ">"), ("non-negative|nonnegative", ">=")):

    @phrase("adj", f"({_word}) [,] (and|,) (whole|an integer|integer|a whole number)")
    def signed_whole(sign: str = _sign) -> Predicate:
        """Positive and whole."""
        return all_of(WHOLE, compare(IT, sign, number(0)))
