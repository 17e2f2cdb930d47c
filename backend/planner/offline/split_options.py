"""Words that a comma, an opening or an "only" gives two meanings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Compare, Constant
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_IF = frozenset({"if", "when", "where", "for", "in", "unless", "whenever", "once"})
_EXCEPT = frozenset({"except", "excepting", "apart", "unless", "save", "barring", "with", "other"})
"""How an exception begins behind the rule."""
_OF_ONE = frozenset({"for", "in", "on", "with", "at"})
"""What stands behind a noun as well as behind all that was said."""
_COMMANDS = frozenset({
    "check", "list", "flag", "report", "mark", "show", "find", "test", "return", "raise", "review",
})  # fmt: skip
_OBLIGED = frozenset({"must", "need", "needs", "have", "has"})


def refuse_split_options(node: Node, rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading of words that can be read in one way.

    Raises:
        Misfit: "A, or B if …", where the condition may be that of B alone; a command that is a
            value as well; "only such rows must", which asks it of them or forbids it to others.
    """
    _refuse_bare_second(rule, tokens)
    for part in node.walk():
        symbols = [child.symbol for child in part.children]
        if len(symbols) == 4 and symbols[1:3] == ["=,", "=or"]:
            _refuse_last_of_two(part, tokens)
        if part.symbol in ("choices", "adjectives") and len(symbols) == 3:
            _refuse_last_in_turn(part, tokens)
        if symbols[:1] == ["stmt"] and len(symbols) > 1:
            _refuse_excepted_for_some(part, tokens)
        if part.symbol == "stmt":
            _refuse_other_rows(part, tokens)
        is_opening = part.symbol in ("adjective", "valuenoun") and part.start == 0
        if is_opening and tokens[0].low in _COMMANDS:
            raise Misfit(f"{tokens[0].text!r} is a command or a value; put a value in quotes")
        if symbols[:3] == ["=only", "rows", "_may"] and _obliges(part.children[2], tokens):
            raise Misfit(
                "it is not clear whether only those rows must be so, or no others may: write "
                "'for …, it must', or 'only … may'"
            )


def _refuse_bare_second(rule: Rule, tokens: Sequence[Token]) -> None:
    """At least one bed and one chair: the second number may have the bound of the first."""
    exact = {
        part.right.value
        for part in walk(rule)
        if isinstance(part, Compare) and part.sign == "==" and isinstance(part.right, Constant)
    }
    lows = [token.low for token in tokens]
    for at in range(3, len(lows) - 2):
        number = NUMBER_WORDS.get(lows[at + 1], lows[at + 1])
        is_bare = lows[at] == "and" and str(number).isdigit() and int(number) in exact
        if (
            is_bare
            and tokens[at + 2].shape == Shape.WORD
            and _is_bounded(lows[max(at - 6, 0) : at])
        ):
            raise Misfit(
                f"it is not clear whether {lows[at + 1]} is the bound as well: say it twice"
            )


def _is_bounded(before: Sequence[str]) -> bool:
    pairs = {*pairwise(before)}
    return bool(pairs & {("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than")})


def _refuse_last_in_turn(part: Node, tokens: Sequence[Token]) -> None:
    """S, M or L, and XL for gold: XL alone may be what is for gold."""
    found = {inner.symbol for inner in part.children[0].walk()}
    behind = tokens[part.end].low if part.end < len(tokens) else ""
    if {"=,", "=or"} <= found and behind in _IF:
        raise Misfit("it is not clear whether the condition is for all values or for the last")


def _refuse_excepted_for_some(part: Node, tokens: Sequence[Token]) -> None:
    """EUR, except CHF for mortgages: of all others, EUR is asked as before."""
    at = part.children[0].end
    at += tokens[at].text == ","
    behind = tokens[part.end].low if part.end < len(tokens) else ""
    if tokens[at].low in _EXCEPT and behind in _IF | {"only"}:
        raise Misfit(
            f"'{behind} …' may be said of the exception alone: put it in front of the rule if it "
            "is for all, or write 'if …, it must be …; otherwise it must be …'"
        )


def _refuse_other_rows(part: Node, tokens: Sequence[Token]) -> None:
    """If discontinued, stock may be 0, otherwise at least 5: other values, or other rows."""
    for told in part.children[1:]:
        said = {child.symbol: tokens[child.start].low for child in told.children}
        rest = said.get("_all_but_that") or said.get("_any_other_one", "")
        if "_and_then_the_rest" in said and rest:
            raise Misfit(
                f"'{rest} …' may mean other values, or the other rows: write 'if …, it must be …', "
                "or 'unless …, it must be …'"
            )


def _refuse_last_of_two(part: Node, tokens: Sequence[Token]) -> None:
    first = {inner.symbol for inner in part.children[0].walk()}
    is_of_two = "=," not in first or "=or" in first  # S, M or L is told to its end
    behind = tokens[part.end].low if part.end < len(tokens) else ""
    if is_of_two and behind in _IF:
        raise Misfit("it is not clear whether the condition is for both values or for the last")
    if behind in _OF_ONE:
        raise Misfit(
            f"it is not clear whether '{behind} …' is for all values or for the last: write "
            f"'{behind} …' in front of the rule if it is for all"
        )


def _obliges(part: Node, tokens: Sequence[Token]) -> bool:
    return tokens[part.start].low in _OBLIGED
