"""Codes of so many letters at the end of a text: whole runs of letters, or parts of longer ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import NUMBER_WORDS
from backend.rules.language.terms import Cell, How, Lookup, Matches
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ANY = "(?s:.*)"
_RUN = r"(?P<sign>\[A-Za-z\]|\[A-Z\]|\[a-z\]|\\d)\{(?P<size>\d+)\}"
_BEGINS = re.compile(rf"(?P<told>.*{_RUN})\(\?s:\.\*\)")
_ENDS = re.compile(rf"\(\?s:\.\*\)(?P<told>{_RUN}.*)")
_SIGNS = frozenset({"letter", "digit", "character"})
_CALENDAR = frozenset({"year", "month", "day", "hour", "minute"})
"""What other digits may follow."""
_NO_LETTER, _NO_DIGIT = r"[\W\d_]", "[^0-9]"


def refuse_parts_of_runs(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a code at an end of a text where it is no matter whether more such signs stand there.

    Raises:
        Misfit: "city must end in a two-letter code", where "Portland" ends in two letters.
    """
    told = {code for at in range(1, len(tokens) - 1) if (code := _code(tokens, at)) is not None}
    for part in walk(rule) if told else ():
        if not isinstance(part, Matches) or part.how != How.PATTERN:
            continue
        exact = _exact(part.text, told)
        if exact is None or not isinstance(part.of, Cell | Lookup):
            continue
        column = context.column(part.of.table, part.of.column)
        values = () if column is None else column.values
        if not values or _differ(part.text, exact, values):
            raise Misfit(
                f"in {part.of.column} a code of so many signs may be a part of more such signs; "
                "say 'two letters' if any two will do, or which sign stands beside them"
            )


def _code(tokens: Sequence[Token], at: int) -> tuple[int, bool] | None:
    """How many signs one code has, and whether they are digits: two-letter, four-digit."""
    size, sign, behind = (tokens[at + step].low for step in (-1, 0, 1))
    number = NUMBER_WORDS.get(size) or (int(size) if size.isdecimal() else 0)
    is_code = sign in _SIGNS and behind not in _CALENDAR and number > 1
    return (number, sign == "digit") if is_code else None


def _exact(pattern: str, told: Collection[tuple[int, bool]]) -> str | None:
    """The pattern, where no sign of the same kind may stand beside its run."""
    begins, ends = _BEGINS.fullmatch(pattern), _ENDS.fullmatch(pattern)
    found = begins or ends
    if found is None:
        return None
    is_digit = found["sign"] == r"\d"
    if (int(found["size"]), is_digit) not in told:
        return None
    beside, text = _NO_DIGIT if is_digit else _NO_LETTER, found["told"]
    return f"{text}({beside}{_ANY})?" if begins else f"({_ANY}{beside})?{text}"


def _differ(pattern: str, other: str, values: Iterable[str]) -> bool:
    return any(
        bool(re.fullmatch(pattern, each)) != bool(re.fullmatch(other, each)) for each in values
    )
