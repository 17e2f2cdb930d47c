"""Phrases for what may differ to one side alone: it may be lower than the list price, but not higher."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Value
from backend.rules.phrasing import Phrases, Statement, compare

phrase = Phrases()

phrase.words("_down_side", "lower | less | smaller | cheaper | fewer | earlier | shorter | below")
phrase.words("_up_side", "higher | more | larger | greater | bigger | later | longer | above")
phrase.words(
    "_and_not_one", "(,|but|, but|and|, and|though|, though) (not|never|no|may not be|must not be)"
)
for _free, _barred, _sign in (("_down_side", "_up_side", "<="), ("_up_side", "_down_side", ">=")):

    @phrase(
        "stmt",
        f"<expr> (may|can) be {_free} [than] <operand> _and_not_one {_barred} [than (it|that|this)]",
        f"<expr> (may|can) be {_free} _and_not_one {_barred} than <operand>",
        f"<expr> (may|can) be {_free} than or equal to <operand> _and_not_one {_barred}",
        cost=0.05,
    )
    def on_one_side(subject: Value, other: Value, sign: str = _sign) -> Statement:
        """The offer may be lower than the list price, but not higher."""
        return rule(compare(subject, sign, other))
