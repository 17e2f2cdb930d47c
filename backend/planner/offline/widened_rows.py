"""Rows that a rule has besides: above 50, also when it is open, asks it of all rows.

Rules of this file: "also" before a case tells of more rows, and never of fewer.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token

_CASES = frozenset({
    "if", "when", "whenever", "where", "wherever", "once", "for", "provided", "while", "unless",
})  # fmt: skip
_PLACES = frozenset({
    "in", "on", "at", "during", "within", "among", "with", "without", "from", "of", "after",
    "before", "under", "by",
})  # fmt: skip
_GOES_ON = frozenset({".", ";", "!", "?", "and", "but"})
_CUTS = frozenset({",", "(", "-", "–", "—"})  # noqa: RUF001 - owners type these dashes
_SCOPES = frozenset({"_if", "=for", "=in", "=on", "=among", "=within", "=with", "=at"})
_TOO = (["=too"], ["=as", "=well"])


def widens(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "also" adds rows to a rule: also for open ones, but not "also, if …"."""
    if tokens[at].low != "also" or at + 1 == len(tokens):
        return False
    before = tokens[at - 1].low if at else ","
    further = [token.low for token in tokens[at + 1 : at + 3]]
    behind = further[-1] if further[0] in ("not", "only") else further[0]
    if before in _GOES_ON:
        return False
    return behind in _CASES or (before in _CUTS and behind in _PLACES)


def refuse_widened_rows(node: Node) -> None:
    """Pass a reading in which no "too" stands behind the rows that a rule is about.

    Raises:
        Misfit: "for open orders as well" adds them to others, and was read as only for them; "if
            it is paid, …, also when it is open" may add them to the paid ones, or be of these.
    """
    for part in node.walk():
        is_case = part.symbol == "stmt" and bool(_SCOPES & {each.symbol for each in part.children})
        if is_case and any(_adds_rows(inner) for child in part.children for inner in child.walk()):
            raise Misfit(
                "'also' adds rows to those of a condition: say the rows in one condition, with 'or'"
            )
        symbols = [child.symbol for child in part.children]
        is_too = symbols[:1] == ["stmt"] and any(symbols[-len(too) :] == too for too in _TOO)
        inner = [child.symbol for child in part.children[0].children] if is_too else []
        if is_too and inner[:1] == ["stmt"] and _SCOPES & {*inner[1:-1]}:
            raise Misfit(
                "'too' or 'as well' adds these rows to others: say of which rows it must be so, or "
                "leave the word out if it is of these alone"
            )


def _adds_rows(part: Node) -> bool:
    return part.symbol == "stmt" and any(child.symbol == "=also" for child in part.children)
