"""What words of amounts are of: what weighs more has a greater weight, not a higher price."""

from __future__ import annotations

import re

from backend.planner.offline.context import Misfit
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Compare, Constant, How, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_MONEY = "price cost fee fare rent amount charge total value rate premium payment paid toll money"
_TIME = "duration minute hour day week month year length time second runtime night"
_OF = {
    "cost": _MONEY, "charge": _MONEY, "pay": _MONEY,
    "earn": f"{_MONEY} salary wage pay income earnings profit",
    "weigh": "weight mass kg gram lb pound ton load",
    "last": _TIME,
    "score": "score point mark grade rating result",
}  # fmt: skip
_AMOUNTS = (
    f"{_MONEY} {_TIME} {_OF['earn']} {_OF['weigh']} {_OF['score']} age height width depth size "
    "quantity qty stock speed temperature distance percentage share capacity pressure discount"
)
_UNDER = re.compile(
    r"(?:(\w+)\s+)?\bunder\s+(?:the\s+|a\s+)?([a-z_ ]+?)\s+(?:of\s+)?\d", re.IGNORECASE
)
_FILED = frozenset({
    "filed", "listed", "kept", "booked", "grouped", "classed", "counted", "recorded", "registered",
})  # fmt: skip
_WHOLE_ONE = re.compile(r"\bthe\s+whole\s+(?!numbers?\b)(?!.*\bif\b)\w+\s*[.!]?\s*$", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:that|which|who|them|ones)\s+(?:do\s+)?(cost|charge|pay|earn|weigh|last|score)s?\s+"
    r"(?:more|less|fewer|higher|lower|longer|shorter)\b",
    re.IGNORECASE,
)


def refuse_other_verbs(rule: Rule, sentence: str) -> None:
    """Pass a closing sentence whose verb is of what the rule bounds.

    Raises:
        Misfit: what weighs more is spoken of, and the rule bounds something else.
    """
    for said in _SAID.finditer(sentence):
        verb = said[1].lower()
        is_told = re.search(rf"\b{verb}s?\b", sentence[: said.start()], re.IGNORECASE)
        read = {each for _, column in rule.reads() for each in stems_of(column)}
        if not is_told and not read & {*map(stem, _OF[verb].split())}:
            raise Misfit(
                f"'{said[0]}' is not of what the rule bounds; name the column that is meant"
            )


def refuse_words_of_amounts(rule: Rule, sentence: str) -> None:
    """Pass a rule that takes "under the price 10" and "the whole client" as they are meant.

    Raises:
        Misfit: what is under an amount is read as equal to it, or a whole group as a whole number.
    """
    for said in _UNDER.finditer(sentence):
        named = {stem(word) for word in re.split(r"[_ ]+", said[2].lower())}
        if str(said[1]).lower() not in _FILED and named & _equalled(rule) & _amount_stems():
            raise Misfit(
                f"'under {said[2]}' may be below that number, or that number itself; say which"
            )
    forms = [part for part in walk(rule) if isinstance(part, Matches)]
    is_number = any(part.how == How.FORMAT and part.text == "whole_number" for part in forms)
    if is_number and isinstance(rule, BrokenRows) and _WHOLE_ONE.search(sentence):
        raise Misfit("all rows of a group may be meant, or a whole number; say which")


def _amount_stems() -> set[str]:
    return {stem(word) for word in _AMOUNTS.split()}


def _equalled(rule: Rule) -> set[str]:
    """The words of the columns that a rule holds against one number itself."""
    found: set[str] = set()
    for part in walk(rule):
        match part:
            case Compare(left=Cell() as cell, sign="==" | "!=", right=Constant()):
                found |= {*stems_of(cell.column)}
    return found
