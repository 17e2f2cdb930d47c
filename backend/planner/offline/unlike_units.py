"""Amounts that are added or compared and are of unlike units: cm and kg, m and cm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.named_columns import is_header
from backend.planner.offline.tokens import Token
from backend.planner.offline.units import MONEY, UNITS, unit_of_header
from backend.planner.offline.words import parts_of, root
from backend.rules.language.terms import Arithmetic, Cell, Compare, Lookup, Term, Value
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_UNSURE = frozenset({"min", "d", "s", "c", "f", "k", "month", "year", "yr", "pound", "day", "week"})
"""Last words of headers that tell other things as well: the minimum, a grade, a year of birth."""
_ADDED = frozenset({"plus", "sum", "add", "adding", "added", "minus"})
_KINDS = {
    "length": "length width height depth distance girth perimeter diameter thickness",
    "mass": "weight mass tare",
    "temperature": "temperature",
    "duration": "duration age",
    "money": "price cost fee salary wage rent revenue",
}
KIND_OF = {root(noun): kind for kind, nouns in _KINDS.items() for noun in nouns.split()}


def refuse_unlike_units(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule that adds and compares like with like, or columns that are named as they stand.

    Raises:
        Misfit: "length and tare together" would add centimetres to kilograms.
    """
    written = {token.text for token in tokens}
    named = {each for pair in _named_pairs(tokens) for each in pair}
    is_added = bool(_ADDED & {token.low for token in tokens}) or "+" in written
    for part in walk(rule):
        for one, other in combinations(_alike(part), 2):
            is_sum = isinstance(part, Arithmetic) and not is_added
            if _are_unlike(one, other, is_sum=is_sum) and not (
                _named(one, other, written) or {one, other} <= named
            ):
                raise Misfit(
                    f"{one} and {other} are of unlike units; write '{one} {_sign(part)} {other}' "
                    "if their bare numbers are meant"
                )


def _named(one: str, other: str, written: set[str]) -> bool:
    return all(is_header(each) and each in written for each in (one, other))


def _named_pairs(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Bytes > Millis; Bytes must exceed Millis: two that are written as no other words are."""
    for at in range(1, len(tokens) - 1):
        if tokens[at].text in ("<", ">", "<=", ">=", "="):
            yield tokens[at - 1].text, tokens[at + 1].text
        elif _is_capital(tokens[at].text) and not _opens(tokens, at):
            others = (token.text for token in tokens if _is_capital(token.text))
            yield from ((other, tokens[at].text) for other in others)


def _is_capital(text: str) -> bool:
    return text[:1].isupper() and text[1:].islower()


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].text in (".", ":", ";", "!", "?")


def _alike(part: Term) -> list[str]:
    """The columns that a term adds to each other, or holds against each other."""
    if isinstance(part, Arithmetic) and part.sign in ("+", "-"):
        return list(_summed(part))
    if isinstance(part, Compare) and isinstance(part.right, Cell | Lookup | Arithmetic):
        return [*_summed(part.left), *_summed(part.right)]
    return []


def _summed(value: Value) -> Iterator[str]:
    if isinstance(value, Arithmetic) and value.sign in ("+", "-"):
        yield from _summed(value.left)
        yield from _summed(value.right)
    elif isinstance(value, Cell | Lookup):
        yield value.column


def _sign(part: Term) -> str:
    return part.sign if isinstance(part, Arithmetic | Compare) else "and"


def _are_unlike(one: str, other: str, *, is_sum: bool) -> bool:
    loose = [unit_of_header(each) for each in (one, other)]
    if None not in loose and len({UNITS[each].kind for each in loose if each}) == 1:
        return UNITS[loose[0] or ""] != UNITS[loose[1] or ""]
    first, second = _unit(one), _unit(other)
    if first is not None and second is not None:
        return True
    kinds = {_kind(one, first), _kind(other, second)}
    return is_sum and len(kinds) == 2 and None not in kinds


def _unit(header: str) -> str | None:
    """The unit that a header tells, where it can be nothing else."""
    found = unit_of_header(header)
    last = [part.lower() for part in parts_of(header)][-1:]
    return None if found in _UNSURE or {*last} & _UNSURE else found


def _kind(header: str, unit: str | None) -> str | None:
    """What a header tells the size of: by its unit, or by its last noun."""
    if unit is not None:
        kind = UNITS[unit].kind
        return "money" if kind in MONEY else kind
    words = [root(part) for part in parts_of(header)]
    return KIND_OF.get(words[-1]) if words else None
