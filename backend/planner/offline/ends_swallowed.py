"""What stands behind the last of several cases, or behind "only": of it, or of all before it."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Unclear
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem
from backend.rules.language.terms import Matches, OneOf

_CONDITIONS = frozenset({"=where", "=if", "=when", "=for", "=in", "=on"})


def refuse_ends_swallowed(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading whose last words are of what they stand behind, and of nothing else.

    Raises:
        Unclear: "A for guests, B for staff where the star is Leo"; "holds digits only where …";
            "staff permits exactly six" was read of permits whose permit is six.
    """
    for part in node.walk():
        if part.symbol == "gap_cases":
            _refuse_conditions_of_the_last_case(part, tokens)
        elif part.symbol == "rel":
            _refuse_nouns_as_columns(part, tokens)
        _refuse_only_of_kinds(part, tokens)


def _refuse_conditions_of_the_last_case(cases: Node, tokens: Sequence[Token]) -> None:
    last = cases
    while last.symbol == "gap_cases":
        last = last.children[-1]
    behind = [each for each in last.walk() if each.symbol == "rel" and each.end == cases.end]
    if behind:
        raise Unclear(
            f"'{tokens[behind[0].start].low} …' may be said of all cases, or of the last alone: "
            "put it in front of the rule if it is for all, or make two checks"
        )


def _refuse_nouns_as_columns(rel: Node, tokens: Sequence[Token]) -> None:
    """Staff permits exactly six: the permits are the rows, and no column of theirs."""
    first = rel.children[0] if rel.children else rel
    is_bare = first.symbol == "cell" and first.end == first.start + 1
    word = tokens[first.start].low
    if is_bare and len(rel.children) > 1 and stem(word) != word and rel.start:
        raise Unclear(f"{word!r} may be rows, or a column of theirs; say 'whose {stem(word)} is …'")


def _refuse_only_of_kinds(part: Node, tokens: Sequence[Token]) -> None:
    """Holds digits only where it is so: nothing but digits, or digits in no other rows."""
    symbols = [child.symbol for child in part.children]
    for at in range(1, len(symbols) - 1):
        if symbols[at] != "=only" or symbols[at + 1] not in _CONDITIONS:
            continue
        told = part.children[at - 1]
        is_many = tokens[told.end - 1].low.endswith("s") or tokens[told.end - 1].low.isdigit()
        if isinstance(told.meaning, Matches | OneOf) and is_many:
            raise Unclear(
                f"'only' may be of {tokens[told.end - 1].low!r}, or of the condition behind it: "
                "put the condition in front"
            )
