"""Phrases for how long the longest text of a column is: it has 6 characters, it may have 6 at most."""

from __future__ import annotations

from backend.rules.language.terms import Aggregate, Apply, Cell, Constant, Function, Measure
from backend.rules.metric_phrases import statement
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

phrase.words(
    "_has_signs",
    "has | must have | should have | is to have | has to have | may have | can have | must be | may be | is",
)
_ENDS = (
    ("(at most|at the most|or fewer|or less|maximum|at maximum)", "<="),
    ("(at least|at the least|or more|minimum|at minimum)", ">="),
)
for _word, _measure in (
    ("(longest|maximum length of)", Measure.MAXIMUM), ("(shortest|minimum length of)", Measure.MINIMUM),
):  # fmt: skip

    @phrase(
        "stmt",
        f"{_word} <cell> [value] (has|must have|should have|must be|is|has to have) [exactly] <number> _signs [long]",
        cost=0.06,
    )
    def so_long(of: Cell, size: Constant, measure: Measure = _measure) -> Statement | None:
        """The longest code has 6 characters."""
        return _sized(of, size, measure, "==")

    for _behind, _sign in _ENDS:

        @phrase(
            "stmt", f"{_word} <cell> [value] _has_signs <number> _signs [long] {_behind}", cost=0.02
        )
        def so_long_at_most(
            of: Cell, size: Constant, measure: Measure = _measure, sign: str = _sign
        ) -> Statement | None:
            """The longest code may have 6 characters at most."""
            return _sized(of, size, measure, sign)


def _sized(of: Cell, size: Constant, measure: Measure, sign: str) -> Statement | None:
    if not isinstance(of, Cell):
        return None
    length = Apply(function=Function.LENGTH, of=of)
    return statement(compare(Aggregate(measure=measure, of=length, table=of.table), sign, size))
