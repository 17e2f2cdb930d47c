"""Things that may stand in a text, where the sentence means the one of the row."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Matches
from backend.rules.rule import Rule

_IN_IT = " in it"
_OF_THE_ROW = frozenset({"the", "its", "their", "his", "her", "this", "that", "'s", "own"})


def refuse_one_of_the_row(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which any e-mail address is meant: an address, no addresses.

    Raises:
        Misfit: the sentence says "the e-mail address", which may be a cell of the row.
    """
    for part in node.walk():
        if part.symbol == "thing_inside" and tokens[part.start - 1].low in _OF_THE_ROW:
            said = " ".join(token.text for token in tokens[part.start : part.end])
            raise Misfit(f"say 'an {said}' if any is meant, or name the column that holds it")


def refuse_whole_or_part(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a rule by which an address may not stand in a text: one that must may be all of it.

    Raises:
        Misfit: every text must have one in it, or has one only if.
    """
    if not isinstance(rule, BrokenRows):
        return
    is_turned = any(token.low == "only" for token in tokens) and rule.where is not None
    told = [rule.must, rule.where] if is_turned else [rule.must]
    for part in [
        each for some in told for each in (some.parts if isinstance(some, All) else (some,))
    ]:
        if isinstance(part, Matches) and part.says.endswith(_IN_IT):
            what = part.says.removesuffix(_IN_IT)
            raise Misfit(
                f"'must contain {what}' may be said of a text that is one, or that has one in it; "
                "say 'must be', or name the pattern"
            )
