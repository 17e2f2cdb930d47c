"""Phrases for ranges in every wording: from 0 up to and including 25, min 1 and max 5, 2010 onwards."""

from __future__ import annotations

from typing import Any, NamedTuple

from backend.planner.offline.phrases.measures.claims import is_bound
from backend.planner.offline.phrases.sentences.comparisons import between, inside
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import All, Compare, Predicate, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, compare, not_

phrase = Phrases()


class Ends(NamedTuple):
    """The ends of a range, in the order in which they are told."""

    low: Value
    high: Value


phrase.words(
    "_up_to",
    "to | up to | through | thru | up through | up to and including | to and including | through to | "
    "until | till | - | – | — | . . | . . .",
)
phrase.words(
    "_within_range",
    "between | from | within | in | inside | in range [of|from|between|:] | within range [of|from|between|:] "
    "| inside range [of|from|between] | on a scale (of|from) | on the scale (of|from) | in the interval "
    "[from|of] | within the (limits|bounds|band|bracket) [of|from] | in the (band|bracket|window) [of|from] "
    "| somewhere (in|within|from|between) | anywhere (in|within|from|between) | any number from | always "
    "(from|between|within) | never outside [of] | never outside range [of|from] | not outside [of]",
)
phrase.words(
    "_outside_range",
    "outside [of] | outside [of] range [of|from|between|:] | outside [of] the (limits|bounds|band|bracket|"
    "window|interval) [of|from] | beyond range [of|from] | out of range [of|from] | off the scale (of|from) | other than [from]",
)
phrase.words(
    "_without_ends",
    "exclusive | exclusively | both excluded | both exclusive | both not included | neither included | neither of them included | "
    "[the|both] _limits [themselves] [being] (excluded|exclusive|not included|not allowed|left out|not counted) | neither "
    "_limit [being] (included|allowed|counted) | (excluding|without) [the|both] _limits [themselves] | with neither _limit",
)
phrase.words(
    "_limits",
    "ends | bounds | limits | endpoints | end points | borders | end values | edges | limit values",
)
phrase.words("_limit", "end | bound | limit | endpoint | border | end value | edge | limit value")


@phrase("ends", "<bound> _up_to <bound>", "from <bound> _up_to <bound>")
def ends(low: Value, high: Value) -> Ends:
    """0 through 12."""
    return Ends(low, high)


@phrase("ranged", "_within_range <ends> [,] [_both_ends]", r"_within_range <ends> \( _both_ends \)")
@phrase("ranged", "<ends> [,] _both_ends", r"<ends> \( _both_ends \)", cost=0.02)
def ranged(found: Ends) -> Predicate | None:
    """From 0 up to and including 25."""
    return between(found.low, found.high)


@phrase("ranged", "_within_range <bound> and <bound> [,] [_both_ends]")
@phrase("ranged", r"_within_range <bound> and <bound> \( _both_ends \)")
def ranged_and(low: Value, high: Value) -> Predicate | None:
    """Within 0 and 1."""
    return between(low, high)


@phrase(
    "ranged", "_within_range <ends> [,] _without_ends", r"_within_range <ends> \( _without_ends \)"
)
@phrase("ranged", "<ends> [,] _without_ends", r"<ends> \( _without_ends \)")
def ranged_inside(found: Ends) -> Predicate | None:
    """From 0 to 1, both excluded."""
    return inside(found.low, found.high)


@phrase("ranged", "_within_range <bound> and <bound> [,] _without_ends")
@phrase("ranged", r"_within_range <bound> and <bound> \( _without_ends \)")
def ranged_between(low: Value, high: Value) -> Predicate | None:
    """Between 0 and 1, ends excluded."""
    return inside(low, high)


@phrase("adj", "<ranged>", cost=0.03)
@phrase("limit", "<ranged>", "<lowest_highest>")
@phrase("adj", "<lowest_highest>", cost=0.03)
def in_range(told: Predicate) -> Predicate:
    """A range by itself."""
    return told


@phrase("adj", "<number> _up_to <number>", cost=0.05)
def plain_range(low: Value, high: Value) -> Predicate | None:
    """7 through 12."""
    return between(low, high)


@phrase("adj", "_outside_range <ends>", "_outside_range <bound> and <bound>", cost=0.03)
def out_of_range(*found: Any) -> Predicate | None:
    """Outside the range 0-1."""
    low, high = found[0] if isinstance(found[0], Ends) else found
    told = between(low, high)
    return None if told is None else not_(told)


# The lowest and the highest -------------------------------------------------------------------

phrase.words(
    "_stated",
    "given | scored | rated | marked | measured | recorded | kept | entered | told | expressed | stated | "
    "counted | set | awarded | noted | held | written",
)


@phrase("verb", "(be|is|are) [always] _stated <ranged>", cost=0.05)
def stated_in(told: Predicate) -> Predicate:
    """Are given on a scale from 1 to 5."""
    return told


phrase.words(
    "_lowest",
    "min | min . | minimum | minimum is | minimum of | a minimum of | lowest | the lowest [being] | "
    "lowest value | smallest | smallest value | at least | no less than | not less than | not under | not "
    "below | lower limit | lower bound",
)
phrase.words(
    "_highest",
    "max | max . | maximum | maximum is | maximum of | a maximum of | highest | the highest [being] | "
    "highest value | largest | largest value | at most | no more than | not more than | not over | not "
    "above | upper limit | upper bound",
)
phrase.words("_beside", ", | and | ; | / | , and | but")


@phrase("lowest_highest", "_lowest [:] <bound> _beside _highest [:] <bound>")
@phrase("lowest_highest", r"_lowest [:] <bound> _highest [:] <bound>", cost=0.1)
def lowest_highest(low: Value, high: Value) -> Predicate | None:
    """Min 120, max 210."""
    return between(low, high)


@phrase("lowest_highest", "_highest [:] <bound> _beside _lowest [:] <bound>")
def highest_lowest(high: Value, low: Value) -> Predicate | None:
    """Max 210, min 120."""
    return between(low, high)


@phrase("stmt", "<cell> (,|:|-|–) <limit>", cost=0.25)
def limited(subject: Value, told: Predicate) -> Statement:
    """Height, min 120, max 210."""
    return rule(about(told, subject), subject=subject)


@phrase("limit", "from <number> (onwards|onward|upwards|upward|on|up)", cost=0.05)
@phrase("adj", "<number> or (later|newer|after)", cost=0.1)
@phrase("adj", "<amount> (at the very least|at the least|as a minimum|as the minimum|at a minimum)")
@phrase(
    "adj",
    "[from] <number> (onwards|onward|upwards|upward|and up|and above|and over|and more|and higher|or "
    "upwards|or over|and upwards|and later)",
    "from <number> (on|up)",
    "starting at <amount>",
    cost=0.03,
)
def and_up(bound: Value) -> Predicate:
    """2010 onwards."""
    return compare(IT, ">=", bound)


@phrase("adj", "<amount> (at the very most|as a maximum|as the maximum|at a maximum|tops)")
@phrase(
    "adj",
    "<number> (and below|and under|and less|and lower|and fewer|and down|downwards|or under)",
    cost=0.03,
)
def and_down(bound: Value) -> Predicate:
    """28 and below."""
    return compare(IT, "<=", bound)


# What a value does ----------------------------------------------------------------------------

phrase.words(
    "_not_beyond",
    "[,] but (not|never|no) (beyond|above|over|further|higher|more|past it|past that|beyond it|beyond "
    "that|above it|above that|any further|any higher) | , (not|no) (beyond|further|higher|more) | and no "
    "(further|higher|more)",
)
phrase.words(
    "_goes",
    "go | goes | run | runs | reach | reaches | rise | rises | get | gets | come | comes | climb | climbs | grow | grows",
)


@phrase(
    "stmt",
    "<expr> (may|can) (_goes|be) [only] (up to|as high as|as far as) <operand> [_not_beyond]",
    cost=0.05,
)
@phrase(
    "stmt", "<expr> _goes [only] (up to|as high as|as far as) <operand> [_not_beyond]", cost=0.2
)
@phrase("stmt", "<expr> (may|can) reach <operand> _not_beyond", cost=0.05)
def goes_up_to(subject: Value, bound: Value) -> Statement:
    """Hours may go up to 28 but not beyond."""
    return rule(compare(subject, "<=", bound), subject=subject)


@phrase(
    "verb",
    "_goes (above|over|beyond|past|higher than|more than|greater than) <operand>",
    "(surpass|surpasses|overshoot|overshoots) <operand>",
)
def goes_over(bound: Value) -> Predicate:
    """Climbs above 100."""
    return compare(IT, ">", bound)


@phrase(
    "verb",
    "(_goes|dip|dips|slip|slips|drop|drops|fall|falls|sink|sinks) (below|under|beneath|lower than|less than) "
    "<operand>",
)
def goes_under(bound: Value) -> Predicate:
    """Dips below 0."""
    return compare(IT, "<", bound)


@phrase("verb", "(top out|tops out|max out|maxes out|be capped|is capped|are capped) at <operand>")
@phrase("adj", "(capped|limited) (at|to) <operand>")
def topped(bound: Value) -> Predicate:
    """Tops out at 28."""
    return compare(IT, "<=", bound)


@phrase(
    "verb",
    "(start|starts|begin|begins) (at|from|with) <bound> [,] and (end|ends|stop|stops|finish|finishes) "
    "(at|with) <bound>",
)
def starts_and_ends(low: Value, high: Value) -> Predicate | None:
    """Starts at 0 and ends at 50."""
    return between(low, high)


@phrase(
    "stmt",
    "<expr> (may|can) be (anything|any number|any value|any whole number) <ranged>",
    cost=0.02,
)
def may_be_any(subject: Value, told: Predicate) -> Statement:
    """Can be anything from 0 to 100."""
    return rule(about(told, subject), subject=subject)


@phrase(
    "verb", "(show|shows|indicate|indicates|amount to|amounts to|come to|comes to) <adj>", cost=0.15
)
def shows(told: Predicate) -> Predicate | None:
    """Shows less than 0: of a bound alone."""
    is_bound = isinstance(told, Compare) and told.sign not in ("==", "!=")
    return told if is_bound or isinstance(told, All) else None


@phrase("adj", "[a|an] (share|fraction|proportion|probability|ratio) <adj>", cost=0.1)
def as_a_share(told: Predicate) -> Predicate | None:
    """A share between 0 and 1: it says no more than the bounds do."""
    return told if is_bound(told) else None
