"""Of two tables the one whose rows are flagged: the one that is told of, and no rows beside it."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import Cell, Exists, Lookup
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_ALL = frozenset({
    "all", "any", "every", "each", "the", "those", "me", "which", "what", "no", "a", "an",
})  # fmt: skip
_WHICH = frozenset({
    "where", "wherever", "whose", "that", "which", "who", "if", "when", "whenever", "with",
    "without", "having",
})  # fmt: skip
_DUTIES = frozenset({
    "must", "may", "should", "shall", "can", "cannot", "not", "never", "always", "also",
})  # fmt: skip
_OBLIGED = frozenset({
    "has", "have", "needs", "need", "ought", "is", "are", "required", "supposed", "expected",
    "obliged", "always",
})  # fmt: skip
_HAVE = frozenset({"have", "has", "need", "needs", "require", "requires", "lack", "lacks"})
_SUCH = frozenset({"all", "the", "flag", "no", "any", "only", "list", "show", "find", "which"})
_IS = frozenset({"be", "is", "are", "not", "always"})
_ITS = frozenset({"the", "its", "their", "that", "this"})


def refuse_other_side(node: Node, rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading that flags the rows that are asked for, and follows a key where it leads.

    Raises:
        Misfit: "flag visits where the amount …" was read of payments; "the driver of the vehicle"
            of any one who drives any vehicle.
    """
    if isinstance(rule, BrokenRows):
        _refuse_rows_led_by(node, rule, tokens)
        _refuse_rows_beside(node, rule, context, tokens)
        _refuse_any_for_the_one(node, rule, tokens)
        _refuse_needs_of_others(node, rule)
        _refuse_amounts_of_others(rule, context, tokens)
        _refuse_tables_behind(node, rule)


def _refuse_rows_beside(
    node: Node, rule: BrokenRows, context: Context, tokens: Sequence[Token]
) -> None:
    """Flag visits where …, every visit must have …: rows of visits, where these are at hand."""
    lows = [token.low for token in tokens]
    flag = next((part.end for part in node.walk() if part.symbol == "_flag" and not part.start), 0)
    at = flag
    while at < len(lows) and lows[at] in _ALL:
        at += 1
    noun = (stem("".join(lows[at : at + 1])),)
    named = [table for table in context.tables if stems_of(table) == noun]
    is_there = any(isinstance(part, Exists) and part.table in named for part in walk(rule))
    if not named or rule.table in named or is_there:
        return
    is_told = not _WHICH.isdisjoint(lows[at + 1 : at + 2]) if flag else _has(lows[at:])
    if is_told and (at or lows[0] != noun[0]):
        raise Misfit(
            f"it is told of rows of {named[0]}, and would flag rows of {rule.table}; say which"
        )


def _has(lows: Sequence[str]) -> bool:
    """Stores must have, no store may have, each store is required to have."""
    to = next((at for at in range(1, min(len(lows), 6)) if lows[at] == "to"), 0)
    start = to + 1 if {*lows[1:to]} <= _OBLIGED else 1
    behind = [low for low in lows[start : start + 5] if low not in _DUTIES]
    return not _HAVE.isdisjoint(behind[:1]) and behind[1:2] != ["to"]


def _refuse_any_for_the_one(node: Node, rule: BrokenRows, tokens: Sequence[Token]) -> None:
    """The driver of the vehicle is the one of this row's vehicle, and not of any vehicle."""
    nested = {
        stems_of(inner.table)[-1]: inner.table
        for part in walk(rule.must)
        if isinstance(part, Exists) and part.where is not None
        for inner in walk(part.where)
        if isinstance(inner, Exists) and inner.where is None
    }
    for part in node.walk() if nested else ():
        lows = [token.low for token in tokens[part.start : part.end]]
        is_one = part.symbol == "rows" and lows[-3:-2] == ["of"] and lows[-2] in _ITS
        before = [token.low for token in tokens[: part.start] if token.low not in _ITS]
        if is_one and before[-1:] and before[-1] in _IS and stem(lows[-1]) in nested:
            raise Misfit(
                f"'{' '.join(lows)}' is one row, and not any of {nested[stem(lows[-1])]}; say "
                "which columns must be equal"
            )


def _refuse_needs_of_others(node: Node, rule: BrokenRows) -> None:
    """Teams of the first league need a fee of 100: it is told of teams, and not of members."""
    for part in node.walk():
        symbols = [each.symbol for each in part.children]
        if "_asks_for" not in symbols:
            continue
        told = part.children[symbols.index("_asks_for") - 1]
        tables = {
            leaf.part.removeprefix("table ") for leaf in told.walk() if leaf.symbol == "table"
        }
        if tables and rule.table not in tables:
            raise Misfit(
                f"it is told of {min(tables)}, and would flag rows of {rule.table}; say which"
            )


def _refuse_amounts_of_others(rule: BrokenRows, context: Context, tokens: Sequence[Token]) -> None:
    """The total of a line is its line_total, and not the total of its order."""
    said = {stem(token.low) for token in tokens}
    read = {part.column for part in walk(rule) if isinstance(part, Cell)}
    for part in walk(rule):
        mine = context.tables.get(rule.table)
        if mine is None or not isinstance(part, Lookup) or stems_of(part.table)[-1] in said:
            continue
        wanted = (stems_of(rule.table)[-1], *stems_of(part.column))
        own = [each.name for each in mine.columns if stems_of(each.name) == wanted]
        if own and wanted[0] in said and own[0] not in read:
            raise Misfit(
                f"it may be {own[0]} of {rule.table}, or {part.column} of {part.table}; name the "
                "column and its table"
            )


def _refuse_rows_led_by(node: Node, rule: BrokenRows, tokens: Sequence[Token]) -> None:
    """Supervisors must have a licence: they are drivers, too, and would not be flagged."""
    led = [
        part
        for part in walk(rule.must)
        if (isinstance(part, Lookup) or (isinstance(part, Exists) and part.where is not None))
        and part.table == rule.table
    ]
    if not led:
        return
    for part in node.walk():
        is_bare = part.symbol == "kin" and part.end == part.start + 1 and part.start <= 1
        word = tokens[part.start].low
        opens = not part.start or tokens[0].low in _SUCH
        key = part.meaning.column.lower() if isinstance(part.meaning, Cell) else word
        if is_bare and opens and word.endswith("s") and stem(word) != word != key:
            raise Misfit(
                f"{word!r} are rows of {rule.table}, too: say 'the {stem(word)} must …' where the "
                "rows that lead to one are to be flagged"
            )


def _refuse_tables_behind(node: Node, rule: BrokenRows) -> None:
    """At least the fee of the same member in the old list: it is the fee that is in that list."""
    looked_up = {part.column for part in walk(rule) if isinstance(part, Lookup)}
    for part in node.walk():
        symbols = [each.symbol for each in part.children]
        if symbols not in (["stmt", "=in", "rows"], ["stmt", "=in", "table"]):
            continue
        inner, behind = part.children[0], part.children[1].start
        for cell in inner.walk():
            of = cell.meaning
            is_last = cell.symbol == "cell" and cell.end == behind
            if not isinstance(of, Cell) or not is_last or cell.start <= inner.start + 1:
                continue
            if of.column in looked_up:
                raise Misfit(
                    f"it is not clear which of the two is in {rule.table}; say whose "
                    f"{of.column} each of them is"
                )
