"""Phrases for values that get larger or smaller, strictly or not, from row to row."""

from __future__ import annotations

from backend.rules.phrasing import Phrases

phrase = Phrases()

_UP = "(larger|higher|bigger|greater|longer|later)"
_DOWN = "(smaller|lower|shorter|earlier|less)"
phrase.words("_gets", "get | become | grow | be getting | keep getting")

for _words, _strict, _loose in ((_UP, ">", ">="), (_DOWN, "<", "<=")):
    for _way, _sign in (
        (f"_gets strictly {_words}", _strict),
        (f"_gets {_words} or stay (the same|equal|as they are|unchanged)", _loose),
        (f"_gets {_words} or equal", _loose),
        (f"(get|become|keep getting) (always|ever|steadily) {_words}", _strict),
    ):
        phrase("order_duty", f"(must|should|has to|have to|shall|needs to|need to) {_way}")(
            lambda sign=_sign: sign
        )
for _words, _sign in ((_UP, "<="), (_DOWN, ">=")):
    phrase(
        "order_duty",
        f"_must_not (get|become|grow) {_words}",
        f"never (gets|becomes|grows|get|become) {_words}",
    )(lambda sign=_sign: sign)

phrase.words(
    "_an_equal_one",
    "repeated value | repetition | repeat | tie | equal value | equal values | same value | second equal value | "
    "same value twice | value that stays the same | standstill",
)
phrase.widen(
    "_ties", "(even|already|also) [a|an|the] _an_equal_one | (a|the) (repetition|repeat|tie)"
)
