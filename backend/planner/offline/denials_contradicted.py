"""Words that pull against what was read: a remark that turns a rule round, a value beside decimals.

Rules of this file: each test names what could be meant otherwise; none of them changes a reading.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.denials_of_needed import refuse_denials_of_needed
from backend.planner.offline.tokens import Shape, Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Apply,
    Cell,
    Compare,
    Constant,
    Function,
    Not,
    OneOf,
    Predicate,
    Previous,
    Value,
)
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier
from backend.rules.rule import Rule

_GRANTED = frozenset({"allowed", "permitted", "accepted", "acceptable", "valid", "fine", "okay"})
_IF = frozenset({"if", "when", "where", "whenever", "once", "while"})
_DENIALS = frozenset({"not", "never", "no", "nor", "neither"})
_NOTHING = frozenset({"null", "na", "nan", "none", "n/a"})


def refuse_contradicted(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that none of its words pulls against.

    Raises:
        Misfit: one of them does; each test says which.
    """
    refuse_denials_of_needed(node, rule, context, tokens)
    _refuse_strict_ties(rule, tokens)
    _refuse_case_of_denied(node, rule)
    _refuse_split_only_if(node, tokens)
    _refuse_forms_within_texts(node, context)
    _refuse_decimals_beside_values(rule)
    _refuse_respelled_denial(rule, tokens)
    _refuse_denied_beside_denial(rule, context, tokens)


def _refuse_strict_ties(rule: Rule, tokens: Sequence[Token]) -> None:
    """What must rise strictly never stays the same."""
    lows = [token.low for token in tokens]
    is_strict = any(
        word == "strictly" and lows[at - 1 : at] != ["not"] for at, word in enumerate(lows)
    )
    compared = [part for part in walk(rule) if isinstance(part, Compare)]
    steps = [part for part in compared if isinstance(part.right, Previous)]
    is_loose = steps and not any(part.sign in ("<", ">") for part in compared)
    if is_strict and is_loose and any(part.sign in ("<=", ">=") for part in steps):
        raise Misfit("what rises or falls strictly never stays the same: leave out one of the two")


def _refuse_case_of_denied(node: Node, rule: Rule) -> None:
    """Where I must not be in it, "small letters are fine" allows i, and does not forbid it."""
    if not isinstance(rule, BrokenRows) or not any(map(_denies, walk(rule.must))):
        return
    for part in node.walk():
        told = part.meaning if part.symbol == "remark" else None
        is_case = isinstance(told, Modifier) and told.kind == "ignore-case"
        if is_case and any(each.symbol == "_ok_as_well" for each in part.walk()):
            raise Misfit(
                "it is not clear whether the other case is allowed or forbidden as well: say "
                "'in either case', or leave it out, as case counts anyway"
            )


def _denies(part: object) -> bool:
    return isinstance(part, Not) or (isinstance(part, Compare) and part.sign == "!=")


def _refuse_split_only_if(node: Node, tokens: Sequence[Token]) -> None:
    """Letters "only" may be what is there, and "only if" when it may be so."""
    for part in node.walk():
        last = part.children[-1].symbol if part.children else ""
        is_granted = part.end > 1 and tokens[part.end - 2].low in _GRANTED
        is_split = part.end < len(tokens) and tokens[part.end].low in _IF
        if last == "=only" and is_split and not is_granted:
            raise Misfit(
                "'only if' may say when it must be so, or that it is so nowhere else: write "
                "'if …, it must', or 'it may … only if'"
            )


def _refuse_forms_within_texts(node: Node, context: Context) -> None:
    """A link in a description is a part of it; the description is no link."""
    for part in node.walk():
        told = [child.symbol for child in part.children]
        cell = part.children[-1].meaning if told[:2] == ["format", "=in"] else None
        if not isinstance(cell, Cell):
            continue
        tables = [cell.table] if cell.table in context.tables else [*context.tables]
        columns = [context.column(table, cell.column) for table in tables]
        if any(" " in value.strip() for column in columns if column for value in column.values):
            raise Misfit(f"say whether {cell.column} is of that form, or a part of its text")


def _refuse_decimals_beside_values(rule: Rule) -> None:
    """One decimal at most, and it is 0 or 5: the decimal, as 0 and 5 have none."""
    for joined in walk(rule):
        if not isinstance(joined, All):
            continue
        counted = {_with_decimals(part) for part in joined.parts}
        if counted & {of for part in joined.parts for of in _with_values(part)} - {None}:
            raise Misfit("decimals and values at once: say which of the two the numbers are")


def _with_decimals(part: Predicate) -> Value | None:
    of = part.left if isinstance(part, Compare) else None
    return of.of if isinstance(of, Apply) and of.function == Function.DECIMALS else None


def _with_values(part: Predicate) -> list[Value]:
    if isinstance(part, OneOf):
        return [part.of]
    is_value = isinstance(part, Compare) and part.sign == "==" and isinstance(part.right, Constant)
    return [part.left] if is_value and isinstance(part, Compare) else []


def _refuse_respelled_denial(rule: Rule, tokens: Sequence[Token]) -> None:
    """HELLO is denied, and hello may be what it should be."""
    denied = {
        str(each.value)
        for part in walk(rule)
        for each in _denied_values(part)
        if isinstance(each, Constant)
    }
    is_denial = False
    for token in tokens:
        is_denial |= token.low in _DENIALS
        is_capital = token.text.isupper() and len(token.text) > 1 and token.low not in _NOTHING
        if not is_denial or not is_capital or token.shape == Shape.QUOTED:
            continue
        held = {value for value in denied if value.lower() == token.low}
        if held and token.text not in held:
            raise Misfit(f"{token.text} is {min(held)!r} in the data; quote the spelling you mean")


def _denied_values(part: object) -> Sequence[Value]:
    match part:
        case Compare(sign="!=", ignore_case=False, right=right):
            return (right,)
        case Not(part=OneOf(ignore_case=False, options=options)):
            return options
    return ()


def _refuse_denied_beside_denial(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Has not been started: its state is 'not started', and what is done has been started."""
    lows = [token.low for token in tokens]
    for part in walk(rule):
        if not isinstance(part, Compare) or part.sign != "!=" or not isinstance(part.left, Cell):
            continue
        column = context.column(part.left.table, part.left.column)
        said = str(part.right.value).lower() if isinstance(part.right, Constant) else ""
        held = {value.lower() for value in column.values} if column is not None else set()
        is_deed = any(lows[at - 1 : at + 1] == ["been", said] for at in range(2, len(lows)))
        if f"not {said}" in held and is_deed:
            raise Misfit(f"'not {said}' is a value of {part.left.column}; name the column as well")
