"""Phrases for how exact a comparison is: what is only rounding, its edge, spaces around a text."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Constant, Value
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

# What is only rounding --------------------------------------------------------------------------

phrase.words(
    "_only_rounding",
    "(is|are) [just|only|merely|nothing but|simply] [due to|caused by|a matter of] (rounding|rounding errors|"
    "rounding differences|a rounding error|a rounding difference|noise|rounding noise) | (come|comes) from rounding | "
    "(is|are) [also|still|simply] (fine|ok|okay|allowed|permitted|acceptable|accepted|tolerated|ignored|disregarded|harmless|"
    "negligible|insignificant|immaterial|irrelevant|no error|not an error|not errors|no errors|no problem|not a problem|"
    "all right|alright|tolerable|not flagged|not counted|not worth flagging|within tolerance|to be ignored|excused|good enough) | "
    "(do|does) not (count|matter) | (may|can|should|must) be (ignored|neglected|disregarded|passed over|tolerated)",
)
phrase.words(
    "_gap_told",
    "[rounding|small|tiny|slight|minor|any] (difference|differences|deviation|deviations|gap|gaps|discrepancy|"
    "discrepancies|error|errors|rounding difference|rounding differences)",
)
phrase.words(
    "_pass_gaps",
    "ignore | disregard | tolerate | allow | allow for | accept | do not flag | never flag | skip | do not report | forgive",
)
phrase.words(
    "_short_of",
    "below | under | less than | smaller than | of less than | of under | lower than | of below",
)
phrase.words(
    "_no_more_than",
    "up to | of up to | of at most | of no more than | not above | no larger than | no greater than | not exceeding | "
    "no bigger than | not larger than | not greater than | of not more than | within | up to and including | of",
)


@phrase("gap_below", "(anything|whatever is) _short_of <amount>", cost=0.05)
@phrase(
    "gap_below",
    "_gap_told [that (is|are)] _short_of <amount>",
    "a _gap_told [that is] _short_of <amount>",
)
def gap_below(given: Value) -> Value:
    """Differences below 0.001."""
    return given


@phrase(
    "gap_within",
    "[a|an] _gap_told [that (is|are)] _no_more_than <amount>",
    "[a|an] _gap_told of <amount> or (less|smaller|below)",
    "being off by [up to|at most|no more than] <amount>",
    "(an amount|values|a value|amounts|figures) off by [up to|at most] <amount>",
    "<amount> of (rounding|rounding difference|rounding error)",
)
def gap_within(given: Value) -> Value:
    """Differences up to 0.01."""
    return given


@phrase(
    "remark", "[but|and] <gap_below> _only_rounding", "[but|and] _pass_gaps <gap_below>", cost=0.0
)
def less_than_off(given: Value) -> Modifier | None:
    """Differences below 0.001 are just rounding."""
    return remark("less-than-off", values=(given,)) if isinstance(given, Constant) else None


@phrase(
    "remark", "[but|and] <gap_within> _only_rounding", "[but|and] _pass_gaps <gap_within>", cost=0.0
)
def up_to_off(given: Value) -> Modifier | None:
    """A difference of 1 or less is rounding."""
    return remark("tolerance", values=(given,)) if isinstance(given, Constant) else None


# The edge of a comparison -----------------------------------------------------------------------

phrase.words(
    "_edge",
    "the same (price|amount|number|time|moment|length|size|weight|figure|score|level|count|hour|month|year|rate|sum) | "
    "equal (prices|numbers|times|counts|figures|lengths|weights|sizes|scores|levels|sums|rates) | "
    "an equal (price|amount|number|value|date|count|figure|weight|time|score|level) | two equal (values|dates|amounts|"
    "prices|numbers|figures|times) | exact equality | being the same | the limit itself | the bound itself | identical values",
)
phrase.words(
    "_edge_ok",
    "(is|are) [still|also|perfectly|quite] (fine|ok|okay|allowed|all right|alright|acceptable|permitted|accepted|no problem|"
    "good enough|enough|included) [too|as well] | will do | (pass|passes|counts|count) [too|as well]",
)
phrase.words(
    "_edge_bad",
    "(is|are) [also|already|just as] (wrong|an error|a failure|a fault|a mistake|impossible|invalid|errors|not allowed|not enough|not good enough|too much|too long|too short|too far|too old|too young|too little|too late|"
    "too early|a violation|not ok|not fine|not sufficient|not acceptable|excluded|forbidden|not accepted) [too|as well|either|here] | "
    "(do|does) not (count|pass|do) [either] | will not do [either] | (count|counts) as (wrong|an error|a violation) [too|as well]",
)


@phrase(
    "edge_value",
    "exactly <number> [itself]",
    "<number> itself",
    "[exactly] <moment> itself",
    "exactly <date>",
)
@phrase("edge_value", "<number>", "<moment>", cost=0.1)
@phrase("edge_value_of", "<cell> of (exactly|just|precisely) (<number>|<amount>)")
@phrase(
    "edge_value",
    "exactly <amount>",
    "<amount> exactly",
    "<amount> itself",
    "[exactly] <amount> to the day",
    cost=0.02,
)
def edge_value(*found: Value) -> Value | None:
    """Exactly 10; a deposit of exactly zero."""
    return found[-1] if isinstance(found[-1], Constant) else None


phrase("edge_value", "<edge_value_of>", cost=0.05)(lambda found: found)


@phrase("remark", "[but|and] <edge_value> _edge_ok", "including <edge_value>", cost=0.0)
@phrase(
    "remark",
    "[but|and] (<number>|<moment>|<amount>) (is|are) (still|just) (fine|ok|okay|allowed|acceptable|enough|good enough|all right|right)",
    cost=0.05,
)
def edge_value_fine(found: Value) -> Modifier:
    """Exactly 10 is fine."""
    return remark("edge-at", values=(found,), texts=("fine",))


@phrase("remark", "[but|and] [,] <number> itself _edge_bad", cost=0.02)
def edge_itself_wrong(found: Value) -> Modifier:
    """Between 0 and 1, and 0 itself is not allowed: the bound is met by nothing but more."""
    return remark("edge-at", values=(found,), texts=("itself",))


@phrase("remark", "[but|and] <edge_value> _edge_bad", "excluding <edge_value>", cost=0.0)
@phrase(
    "remark",
    "[but|and] (<number>|<moment>|<amount>) (is|are) (already|no longer) (wrong|too long|too short|too far|too much|too many|too little|too few|too late|too early|too "
    "high|too low|an error|not allowed|not enough|allowed|ok|fine|enough|good enough|accepted)",
    "[but|and] (<number>|<moment>|<amount>) (is|are) (too long|too short|too far|too much|too many|too little|too few|too high|too low) [already]",
    cost=0.05,
)
def edge_value_wrong(found: Value) -> Modifier:
    """Exactly 10 is too much already."""
    return remark("edge-at", values=(found,), texts=("wrong",))


phrase.words(
    "_limits_there",
    "[but|and] [the|both] _limits [themselves] | [but|and] both of them | [but|and] both",
)


@phrase("remark", "[so|with] _without_ends", "_limits_there _edge_bad")
def edges_out() -> Modifier:
    """Both limits excluded."""
    return remark("edges", texts=("out",))


@phrase("remark", "[so|with] _both_ends", "_limits_there _edge_ok")
def edges_in() -> Modifier:
    """Both limits included."""
    return remark("edges", texts=("in",))


# Spaces around a text ---------------------------------------------------------------------------

phrase.words(
    "_cut_off",
    "(is|are) [first] (trimmed|cut off|removed|stripped|taken off|dropped) [first|before|beforehand]",
)
phrase.words(
    "_but_for_told",
    "ignoring | disregarding | apart from | aside from | not counting | leaving aside | regardless of | except for | "
    "without counting | with or without",
)


@phrase(
    "remark",
    "[but|and] [any] <outer_blanks> (_case_counts_not|_cut_off) [here]",
    "_but_for_told [any] <outer_blanks>",
    "[any] <outer_blanks> (ignored|trimmed|aside|removed|disregarded)",
    "(ignore|disregard|trim|trim off|strip|cut off|leave out) [any] <outer_blanks> [first]",
    cost=0.05,
)
@phrase("remark", "(once|after|when|if) (trimmed|trimming|stripped)", cost=0.05)
@phrase("remark", "[and] (neither|nor) (does|do) <outer_blanks>", cost=0.05)
def outer_blanks_aside(*_: Any) -> Modifier:
    """Leading and trailing spaces are ignored."""
    return remark("outer-blanks-aside")


@phrase(
    "remark",
    "[but|and] _the_case (and|or|,) [any] <outer_blanks> _case_counts_not",
    "[but|and] [any] <outer_blanks> (and|or|,) _the_case _case_counts_not",
    "_but_for_told _the_case (and|or) [any] <outer_blanks>",
    "_but_for_told [any] <outer_blanks> (and|or) _the_case",
    "(case-insensitive|case insensitive|case ignored) (,|and) <outer_blanks> (ignored|trimmed|aside|removed)",
    "(case-insensitive|case insensitive) and trimmed",
    "trimmed and (case-insensitive|case insensitive)",
    cost=0.05,
)
def blanks_and_case(*_: Any) -> Modifier:
    """Case and surrounding spaces do not count."""
    return remark("outer-blanks-aside", texts=("case",))


phrase.words("_initial", "leading | initial")
phrase.words("_at_the_back", "trailing | final | closing")


@phrase("remark", "[but|and] [any] _initial _blanks_of (_case_counts_not|_cut_off)", cost=0.02)
@phrase("remark", "_but_for_told [any] _initial _blanks_of", cost=0.02)
def front_blanks_aside() -> Modifier:
    """Leading spaces do not count, where it is told how a text starts."""
    return remark("outer-blanks-aside", texts=("leading",))


@phrase("remark", "[but|and] [any] _at_the_back _blanks_of (_case_counts_not|_cut_off)", cost=0.02)
@phrase("remark", "_but_for_told [any] _at_the_back _blanks_of", cost=0.02)
def back_blanks_aside() -> Modifier:
    """Trailing spaces do not count, where it is told how a text ends."""
    return remark("outer-blanks-aside", texts=("trailing",))
