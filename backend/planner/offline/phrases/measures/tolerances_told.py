"""Phrases for how far a value may be off a computed one: tally with, close to, a margin, by more than."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.measures.distances import apart_from, moved
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Apply, Arithmetic, Cell, Constant, Lookup, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Modifier, Phrases, Statement, about, compare

phrase = Phrases()

# The same but for a little ----------------------------------------------------------------------

phrase.words(
    "_tally",
    "(tally|tallies) with | (come|comes|work|works) out (at|as|to) | (add|adds) up with | "
    "(be|is|are) (consistent|in line|in agreement|in accord) with | (conform|conforms|accord|accords) (to|with) | "
    "(reconcile|reconciles) with",
)


@phrase("verb", "_tally <operand>", cost=0.05)
def tallies(of: Value) -> Predicate | None:
    """Tally with the net amount plus the tax."""
    return compare(IT, "==", of) if _is_computed(of) else None


@phrase(
    "adj",
    "(close|near|closely equal|roughly equal|approximately equal) to <operand> (,|to) within <distance>",
    "(close|near|closely equal|roughly equal|approximately equal) to <operand> [,] within <distance>",
    r"(close|near|closely equal|roughly equal|approximately equal) to <operand> \( [to] within <distance> \)",
    r"(close|near|closely equal|roughly equal|approximately equal) to <operand> \( (±|plus or minus|give or take) <distance> \)",
)
@phrase(
    "adj",
    "no (more|further|farther) than <distance> (off|away from|from|out from) <operand>",
    cost=0.05,
)
def close_to(*parts: Any) -> Predicate | None:
    """Close to a * b (within 0.1)."""
    of = next(part for part in parts if _is_value(part))
    distance = next(part for part in parts if part is not of)
    return apart_from(of, "<=", distance) if _is_computed(of) else None


def _is_value(part: object) -> bool:
    return isinstance(part, Cell | Lookup | Arithmetic | Apply)


def _is_computed(of: Value) -> bool:
    """Whether something is worked out of columns, and no word that is loosely read."""
    return isinstance(of, Arithmetic) and any(isinstance(part, Cell | Lookup) for part in walk(of))


# How much ---------------------------------------------------------------------------------------

phrase.words(
    "_leeway",
    "margin | error | accuracy | precision | slack | leeway | tolerance | error margin",
)


@phrase(
    "remark",
    "(with|within|to|at|up to|allowing) [a|an] _leeway of [at most|up to|no more than] <amount>",
    "(with|allowing) [at most|up to] <amount> (of|as) [a|an] _leeway",
    "(except|save|but|apart|aside) (for|from) (rounding|rounding differences|rounding errors|differences) of [at most|up to] <amount>",
    "(allow|allowing) [for] [up to|at most] <amount> (for|of) (rounding|_leeway)",
    cost=0.05,
)
def with_leeway(given: Value) -> Modifier | None:
    """Within a margin of 0.05."""
    return remark("tolerance", values=(given,)) if isinstance(given, Constant) else None


# By more than -----------------------------------------------------------------------------------

for _words, _sign, _way in (
    ("(exceed|exceeds|be above|be over|be higher than|be greater than|be more than)", "<=", 1),
    ("(fall short of|be below|be under|undercut|be lower than|be less than|stay below)", ">=", -1),
):

    @phrase(
        "stmt", f"<expr> _must_not {_words} <operand> by (more than|over) <distance>", cost=-0.05
    )
    @phrase(
        "stmt",
        f"<expr> (may|can) {_words} <operand> by (at most|no more than|up to) <distance>",
        cost=-0.05,
    )
    @phrase(
        "stmt",
        f"<expr> (may|can) {_words} <operand> by (at most|no more than|up to) <distance> only",
        cost=-0.05,
    )
    def not_beyond(
        left: Value, right: Value, distance: Any, sign: str = _sign, way: int = _way
    ) -> Statement | None:
        """The total must not exceed the net amount plus the tax by more than 0.05."""
        if isinstance(left, Constant) or not _is_computed(right):
            return None
        return rule(compare(left, sign, moved(right, distance, way)), subject=left)


@phrase(
    "stmt",
    "<expr> _must_not (be off|differ from|deviate from|be away from|be out from) <operand> by (more than|over) <distance>",
    cost=-0.05,
)
@phrase(
    "stmt",
    "<expr> and <operand> _must_not (differ|be apart|deviate) by (more than|over) <distance>",
    cost=-0.05,
)
@phrase(
    "stmt",
    "<expr> and <operand> _must (agree|match|be equal|be the same|coincide) [to] within <distance>",
    cost=-0.05,
)
@phrase(
    "stmt",
    "<expr> and <operand> _must (be|lie|stay) within <distance> of (each other|one another)",
    cost=-0.05,
)
def not_far_apart(left: Value, right: Value, distance: Any) -> Statement | None:
    """The total and a + b must agree to within 0.05."""
    if isinstance(left, Constant) or not _is_computed(right):
        return None
    return rule(about(apart_from(right, "<=", distance), left), subject=left)
