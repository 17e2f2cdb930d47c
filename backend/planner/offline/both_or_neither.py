"""What is said of two columns at once and may be meant in two ways: both may not, vice versa."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.lexicon import says_yes_or_no
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Any,
    Cell,
    Compare,
    Constant,
    Lookup,
    Missing,
    Not,
    Predicate,
)
from backend.rules.phrasing import IT
from backend.rules.rule import Rule

# Both … may not -------------------------------------------------------------------------------

_SUBJECTS = frozenset({"all_subjects", "and_cells", "subjects", "_both_of_them", "_all_of_both"})
_WHOLE = frozenset({"both", "all"})
_YES_OR_NO = frozenset({"yes", "no", "true", "false", "y", "n"})


def refuse_both_not(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading that does not deny of both columns what may be denied of the two together.

    Raises:
        Misfit: "both A and B may not be filled" may mean neither, or not both.
    """
    for part in node.walk():
        for at, child in enumerate(part.children):
            words = [token.low for token in tokens[child.start : child.end]]
            if child.symbol not in _SUBJECTS or not _WHOLE & {*words}:
                continue
            later = part.children[at + 1 :]
            if any(_denies_presence(told) for told in later):
                raise Misfit(
                    f"it is not clear whether {words[0]!r} … not means none of them or not all of "
                    "them together; say 'neither … nor …' or 'must not both be …'"
                )


def _denies_presence(told: Node) -> bool:
    """Whether it forbids what one of two columns may well be: filled, zero, yes."""
    if not any(part.symbol in ("_must_not", "must_not_do") for part in told.walk()):
        return False
    match told.meaning:
        case Missing(of=of):
            return of == IT
        case Not(part=Compare(sign=sign, right=Constant(value=value))):
            is_some = (sign, value) in {("==", 0), (">", 0), (">=", 1)}
            return is_some or (sign == "==" and str(value).lower() in _YES_OR_NO)
    return False


# Vice versa -----------------------------------------------------------------------------------

_PLAINLY = frozenset({"then", "holds"})
"""The ends of "and only then" and "and the converse holds"."""


def refuse_swapped_columns(
    node: Node, rule: Rule, context: Context, tokens: Sequence[Token]
) -> None:
    """Pass a reading in which "vice versa" turns round what is said, and not the columns.

    Raises:
        Misfit: "if A is 0, B must be at least 1 and vice versa" may mean that A must be at least 1
            where B is 0, or that A must be 0 where B is at least 1.
    """
    said = [part for part in node.walk() if part.symbol == "_vice_versa"]
    if not any(tokens[part.end - 1].low not in _PLAINLY for part in said):
        return
    sides = _sides(rule.must) if isinstance(rule, BrokenRows) else {}
    if len(sides) != 2 or sum(_is_a_flag(of, context) for of in sides) == 1:
        return
    one, other = sides.values()
    if one != other:
        named = " and ".join(of.column for of in sides)
        raise Misfit(
            f"it is not clear whether 'vice versa' swaps {named} or turns the rule round; say each "
            "of the two rules in full, or 'if and only if'"
        )


Bounds = list[tuple[str, object]]


def _sides(must: Predicate) -> dict[Cell | Lookup, Bounds]:
    """The bounds on numbers that go together, and what is filled or empty, by their columns; none
    where it is anything else.
    """
    together = must.parts[0] if isinstance(must, Any) else None
    sides: dict[Cell | Lookup, Bounds] = {}
    for part in together.parts if isinstance(together, All) else ():
        told = _side(part)
        if told is None:
            return {}
        sides.setdefault(told[0], []).append(told[1])
    return sides


def _side(part: Predicate) -> tuple[Cell | Lookup, tuple[str, object]] | None:
    inner = part.part if isinstance(part, Not) else part
    if isinstance(inner, Missing) and isinstance(inner.of, Cell | Lookup):
        return inner.of, ("is", "empty" if inner is part else "filled")
    if not isinstance(part, Compare) or not isinstance(part.left, Cell | Lookup):
        return None
    bound = part.right
    is_plain = isinstance(bound, Constant) and _is_number(bound)
    return (part.left, (part.sign, bound.value)) if is_plain else None  # type: ignore[union-attr]


def _is_number(bound: object) -> bool:
    value = bound.value if isinstance(bound, Constant) else None
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_a_flag(of: Cell | Lookup, context: Context) -> bool:
    """Whether a column says yes or no, be it in 1 and 0."""
    column = context.column(of.table, of.column)
    return column is not None and says_yes_or_no(value.lower() for value in column.values)
