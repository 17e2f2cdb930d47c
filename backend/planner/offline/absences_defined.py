"""What a bracket behind "without debts" tells: what debts are, or what it is to have none."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.rules.language.terms import All, Any, Compare, Constant, Missing

_LACKING = frozenset({"without", "no", "lack", "lacks", "lacking", "not"})
_ARTICLES = frozenset({"any", "a", "an", "the", "single", "of"})


def refuse_absences_as_things(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no bracket that tells of zeros or empty cells says what is lacked.

    Raises:
        Misfit: in "without debts (balance is 0)" a balance of 0 was taken for a debt.
    """
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if part.symbol != "noun" or symbols[:1] != ["bare"] or "definition" not in symbols:
            continue
        told = part.children[symbols.index("definition")].meaning
        if _is_lacked(tokens, part.start) and _is_absence(told):
            raise Misfit(
                f"the bracket may say what {tokens[part.start].text!r} are, or what it is to have "
                "none; say the condition alone"
            )


def _is_lacked(tokens: Sequence[Token], at: int) -> bool:
    while at and tokens[at - 1].low in _ARTICLES:
        at -= 1
    return at > 0 and tokens[at - 1].low in _LACKING


def _is_absence(told: object) -> bool:
    match told:
        case All() | Any():
            return all(map(_is_absence, told.parts))
        case Compare(sign="==", right=Constant(value=0)):
            return True
        case _:
            return isinstance(told, Missing)
