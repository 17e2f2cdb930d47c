"""Phrases for what a named format has anyway: dashes are allowed, only ISO codes are allowed as language."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.formats.texts import _form
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Constant, How, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, Statement, about

phrase = Phrases()

# Signs that may stand in it -----------------------------------------------------------------------

phrase.words(
    "_may_stand_there",
    "(may|can|might) (be|stand|occur|appear) [there|in it|in between|inside it] [or not] | (may|can|might) be (used|present|"
    "written|included|left out|missing|omitted) [or not]",
)


@phrase(
    "remark",
    "[but|and] <aside_signs> (_are_granted|_may_stand_there|are optional|is optional)",
    cost=0.1,
)
@phrase("remark", "[written] with or without [the|any] <aside_signs>", cost=0.1)
@phrase(
    "remark", "(it|they) (may|can) be written with or without [the|any] <aside_signs>", cost=0.1
)
@phrase("remark", "(it|they) (may|can) (contain|have|include|hold) <aside_signs>", cost=0.1)
def signs_granted(signs: tuple[str, ...]) -> Modifier:
    """Dashes are allowed: in a format that may have them anyway."""
    return remark("signs-granted", texts=tuple(dict.fromkeys(signs)))


@phrase(
    "remark",
    "[the] (last|final) (character|sign|digit|position|place|one|check digit) (may|can|might) [also] be [a|an] [capital|letter] X",
    cost=0.1,
)
@phrase(
    "remark",
    "[an] X (is|as) (allowed|permitted|fine|ok|possible) [as|at|in] [the] (last|final|end) [character|sign|digit|position|place]",
    cost=0.1,
)
def last_may_be_x() -> Modifier:
    """The last character may be an X: in a format whose check digit may be one anyway."""
    return remark("x-granted")


# Nothing else is allowed --------------------------------------------------------------------------


@phrase(
    "stmt",
    "(only|nothing but) [_valid] <format> _are_granted (as|for|in|under) [a|an|the] <cell>",
    cost=0.0,
)
@phrase(
    "stmt",
    "(only|nothing but) [_valid] <format> (may|can|must|should) (be used|stand|be|occur|appear|be entered|be found|be given) (as|for|in|under) [a|an|the] <cell>",
    cost=0.0,
)
def only_such(name: str, of: Value) -> Statement:
    """Only two-letter ISO 639-1 codes are allowed as language."""
    return rule(about(_form(How.FORMAT, name), of), subject=of)


# Two halves ---------------------------------------------------------------------------------------

phrase.words(
    "_as_decimals",
    "[,|;] [both] [given|written|told] (as|in) (decimal numbers|decimals|decimal degrees|degrees|decimal form|numbers|decimal notation) | , both decimal | , "
    "both decimal numbers",
)


@phrase("degree_of", "[a|the] <format>")
def degree_of(name: str) -> str | None:
    """A latitude."""
    return name if name in ("latitude", "longitude") else None


@phrase(
    "degree_of",
    r"[a|the] <format> [,] [\(] (from|between|of) (<negative>|<number>) (to|and) <number> [\)]",
)
@phrase(
    "degree_of",
    r"[a|the] <format> \( [from|between] (<negative>|<number>) (to|and|-|..) <number> \)",
)
def degree_within(name: str, low: Constant, high: Constant) -> str | None:
    """A latitude from -90 to 90: as it is anyway."""
    most = {"latitude": 90, "longitude": 180}.get(name)
    return name if (low.value, high.value) == (-(most or 0), most) else None


@phrase(
    "verb",
    "(consist|consists) of <degrees_both>",
    "(hold|holds|contain|contains|have|has) <degrees_both>",
    cost=0.0,
)
@phrase("adj", "<degrees_both>", "(made|made up|composed) of <degrees_both>", cost=0.0)
def pair_of_degrees(told: Predicate) -> Predicate:
    """Consists of a latitude, a comma and a longitude."""
    return told


@phrase(
    "degrees_both",
    "<degree_of> [,] (then|followed by|,) a comma [,] (and|and then|then|followed by) <degree_of> [_as_decimals]",
    cost=0.0,
)
@phrase(
    "degrees_both",
    "<degree_of> [,] (and|plus|then|followed by) <degree_of> [,] (separated|joined|divided|parted) by [a|one|a single] (comma|,) [_as_decimals]",
    cost=0.0,
)
@phrase(
    "degrees_both",
    "<degree_of> (and|,) <degree_of> [_as_decimals] [,] (separated|joined|divided|parted) by [a|one|a single] (comma|,)",
    cost=0.0,
)
@phrase("degrees_both", "<degree_of> [,] a comma and <degree_of> [_as_decimals]", cost=0.0)
def degrees_both(*found: Any) -> Predicate | None:
    """A latitude and a longitude with a comma between them."""
    return _form(How.FORMAT, "coordinate_pair") if found == ("latitude", "longitude") else None
