"""Phrases for the base of an entropy's logarithm, told beside it: computed with the natural logarithm."""

from __future__ import annotations

from typing import Any

from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Phrases, Statement

phrase = Phrases()

_NATURAL = (
    "natural logarithm | natural logarithms | natural log | natural logs | natural base | base e | logarithm to base e | "
    "log base e | ln | logarithm naturalis | logarithms to base e | the base e | nats | nat"
)
_BINARY = (
    "binary logarithm | binary logarithms | base 2 | base two | logarithm to base 2 | log base 2 | log 2 | binary log | "
    "logarithms to base 2 | the base 2 | logarithm to the base 2 | bits | bit | logarithm with base 2"
)
phrase.words("_natural_base", _NATURAL)
phrase.words("_binary_base", _BINARY)
phrase.words(
    "_worked_out_with",
    "computed with | computed using | calculated with | calculated using | measured with | measured in | using | with | by | "
    "taken with | worked out with | in | to | expressed in | based on | given in | computed in",
)

for _base, _measure, _unit in (
    ("_natural_base", "nats", "(nat|nats)"), ("_binary_base", "bits", "(bit|bits)"),
):  # fmt: skip

    @phrase(
        "shape",
        f"[shannon] entropy of <cell> [,] _worked_out_with {_base} [,]",
        rf"[shannon] entropy of <cell> \( [_worked_out_with] {_base} \)",
        rf"[shannon] entropy \( [_worked_out_with] {_base} \) of <cell>",
        f"<cell> entropy _worked_out_with {_base}",
        rf"<cell> entropy \( [_worked_out_with] {_base} \)",
        cost=-0.02,
    )
    def entropy_to(of: Value, measure: str = _measure) -> tuple[str, str, Cell] | None:
        """The entropy of colour, computed with the natural logarithm."""
        return ("shape", measure, of) if isinstance(of, Cell) else None

    @phrase(
        "hint",
        rf"<stmt> \( [_worked_out_with] {_base} \) [.]",
        f"<stmt> [,] _worked_out_with {_base} [.]",
        f"<stmt> {_unit} [.]",
        f"<stmt> (.|;) [use|take|uses] {_base} [(is|must be|are) (used|meant|taken)] [.]",
        cost=0.05,
    )
    def entropy_told(told: Statement, measure: str = _measure) -> Statement | None:
        """The entropy of colour must be at least 1 (natural logarithm)."""
        rule: Any = told.rule
        is_entropy = rule.kind == "odd_distributions" and rule.measure == measure
        return told if is_entropy else None
