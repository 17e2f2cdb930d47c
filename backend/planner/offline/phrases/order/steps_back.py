"""Phrases for values that step back: never jumps back to an earlier time than that of the row before."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Previous, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Modifier, Phrases, Statement, about, compare

phrase = Phrases()

_STEPS = ("jump", "go", "fall", "drop", "slip", "step", "move", "turn", "run", "come", "return",
          "sink", "rise", "climb", "change", "switch")  # fmt: skip
phrase.words(
    "_never_steps",
    " | ".join(
        f"(never|_do_not|_must_not|must never|may never|should never|can never) ({each}|{each}s|{each}es)"
        for each in _STEPS
    ),
)
phrase.words("_back_or_on_to", "[back|down|up|on|forward] to")
phrase.words(
    "_of_its_kind", "time | date | day | moment | value | number | timestamp | amount | figure | "
    "reading | one | point in time | level | price | count"
)  # fmt: skip
phrase.words("_less_than", "earlier | lower | smaller | older | lesser")
phrase.words("_more_than", "later | higher | larger | greater | bigger | newer")

for _words, _sign in (("_less_than", ">="), ("_more_than", "<=")):

    @phrase(
        "stmt",
        f"<cell> _never_steps _back_or_on_to [a|an|any] {_words} [_of_its_kind] than [in|on|at|of] <row_before>",
        cost=0.02,
    )
    def never_steps(of: Value, before: Value, sign: Any = _sign) -> Statement | None:
        """passed_at never jumps back to an earlier time than that of the row before."""
        if not isinstance(of, Cell):
            return None
        told = about(compare(IT, sign, before), of)
        others = [part.of for part in walk(told) if isinstance(part, Previous)]
        return rule(told, subject=of) if others == [of] else None


# The equal case -------------------------------------------------------------------------------------


@phrase(
    "remark",
    "[the] same _of_its_kind (twice|again|repeated) [in a row] (is|are) _fine",
    "(repeats|ties|standstills) are _fine",
    cost=0.05,
)
def equal_is_fine() -> Modifier:
    """The same time twice is fine."""
    return remark("edge", texts=("fine",))
