"""Phrases for case in the singular, and beside stray blanks: capital or small letter, small letters."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.phrasing import Modifier, Phrases

phrase = Phrases()

phrase.widen(
    "_case_pair",
    "capital (and|or) small letter | small (and|or) capital letter | [a] (capital|capital letter) (and|or) [a] small "
    "[letter|one] | [a] (small|small letter) (and|or) [a] (capital|capital letter) | upper (and|or) lower-case letters | "
    "whether capital or small [letter|letters] | whether small or capital [letter|letters] | whether [in] (upper|lower) or "
    "[in] (lower|upper) case | (big|large) (and|or) (small|little) letter",
)
phrase.words(
    "_letters_in_small",
    "small letters | lower-case letters | lowercase letters | lower case | lowercase | small letters instead of capitals | "
    "lower case instead of upper [case]",
)
phrase.words(
    "_does_no_harm",
    "(do|does) not (matter|hurt|bother us) | (do|does) no harm | (make|makes) no difference | (is|are) (harmless|no problem)",
)


@phrase("remark", "[but|and] _letters_in_small _does_no_harm [here|either]", cost=0.05)
def small_letters_too() -> Modifier:
    """Small letters do not matter, where texts are compared."""
    return remark("capitals-aside")


@phrase(
    "remark",
    "[but|and] (_letters_in_small|_the_case) (and|or) [any] stray _blanks_of _does_no_harm [here|either]",
    "[but|and] [any] stray _blanks_of (and|or) (_letters_in_small|_the_case) _does_no_harm [here|either]",
    cost=0.03,
)
def stray_blanks_and_case() -> Modifier:
    """Small letters and stray blanks do not matter."""
    return remark("outer-blanks-aside", texts=("case",))


@phrase(
    "remark",
    "[but|and] [any] stray _blanks_of [around it|around them] _does_no_harm [here|either]",
    cost=0.03,
)
def stray_blanks() -> Modifier:
    """Stray blanks do not matter."""
    return remark("outer-blanks-aside")
