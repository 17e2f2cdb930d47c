"""Phrases for a value that rises or falls from row to row, as what is said of it in any frame."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Predicate, Previous, Value
from backend.rules.phrasing import IT, Phrases, Statement, about, compare, not_

phrase = Phrases()


def beside_the_last(sign: str) -> Predicate:
    """A value compared with the one in the row before."""
    return compare(IT, sign, Previous(of=IT))


_UP = "increasing|ascending|rising|growing"
_DOWN = "decreasing|descending|falling|shrinking"

for _words, _sign in ((_UP, ">"), (_DOWN, "<")):
    phrase(
        "trend_told",
        f"strictly ({_words})",
        f"strictly monotonically ({_words})",
        f"strictly monotone ({_words})",
        f"in strictly ({_words}) order",
        f"({_words}) strictly",
        f"sorted strictly ({_words})",
    )(lambda sign=_sign: beside_the_last(sign))
    phrase(
        "trend_told",
        f"({_words}) or (equal|constant)",
        f"[in] weakly ({_words}) [order]",
        f"in ({_words}) order",
        f"(sorted|ordered) [in] ({_words}) [order]",
        f"sorted by itself [in] ({_words}) [order]",
        f"({_words}) with ties allowed",
        cost=0.05,
    )(lambda sign=f"{_sign}=": beside_the_last(sign))
phrase(
    "trend_told",
    "(non-decreasing|nondecreasing|monotonically non-decreasing|monotonically nondecreasing)",
)(lambda: beside_the_last(">="))
phrase(
    "trend_told",
    "(non-increasing|nonincreasing|monotonically non-increasing|monotonically nonincreasing)",
)(lambda: beside_the_last("<="))


@phrase("must_do", "_must be <trend_told>")
@phrase("vp", "_be <trend_told>")
def told_of_it(told: Predicate) -> Predicate:
    """Is strictly increasing."""
    return told


@phrase("rel", "whose <cell> _be not <trend_told>", "where <cell> _be not <trend_told>")
def not_told_of_it(of: Value, told: Predicate) -> Predicate:
    """Whose level is not increasing: of rows alone; "must not be increasing" is no rule."""
    return not_(about(told, of))


@phrase("stmt", "<cell> [:] [always] <trend_told>", cost=0.05)
@phrase("stmt", "(is|are) <cell> [always] <trend_told> [?]", cost=0.05)
def trend_of(of: Value, told: Predicate) -> Statement:
    """Read_at strictly increasing."""
    return rule(about(told, of), subject=of)
