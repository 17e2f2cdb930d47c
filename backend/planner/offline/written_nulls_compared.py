"""NULL in a column: no text that a cell holds, but a cell that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit, Unclear
from backend.planner.offline.tokens import Token
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import (
    All,
    Cell,
    Compare,
    Constant,
    How,
    Lookup,
    Matches,
    Missing,
    OneOf,
    Predicate,
    Term,
    Value,
)
from backend.rules.language.walk import parts, rewrite, walk
from backend.rules.phrasing import any_of, not_, one_of
from backend.rules.rule import Rule

_NULL = "null"
_SAID = frozenset({"empty", "blank", "missing"})
"""How a text may say that there is nothing."""
_NULLS = frozenset({"null", "nulls"})
_CALLED = frozenset({"text", "texts", "word", "string", "letters", "literal", "characters"})
"""The word NULL is a word, whatever else it stands for."""
_BLANKS = frozenset({"blank", "blanks"})
_SPACES = frozenset({"space", "spaces", "whitespace"})


def with_nulls_as_empties(
    rule: Rule, context: Context, tokens: Sequence[Token], *, only_unspelt: bool
) -> Rule:
    """The rule, with cells that are empty where it looked for the text NULL in them.

    With ``only_unspelt`` only where the column has no such text: elsewhere it is asked about.
    """
    if _is_called(tokens):
        return rule

    def change(part: Term) -> Term | None:
        of = _of(part)
        if of is None or not _asks_for(part, _NULL):
            return None
        spelt = spelt_in(of, context)
        if only_unspelt and spelt:
            return None
        return _as_presence(part, of.model_copy(update={"empty_if": spelt or of.empty_if}))

    return rewrite(rule, change)


def asks_for_null(rule: Rule) -> bool:
    """Whether a rule looks for the text NULL in a cell."""
    return any(_of(part) is not None and _asks_for(part, _NULL) for part in walk(rule))


def _is_called(tokens: Sequence[Token]) -> bool:
    """The word NULL: what a cell holds as any other text."""
    return any(
        token.low in _NULLS and at > 0 and tokens[at - 1].low in _CALLED
        for at, token in enumerate(tokens)
    )


def spelt_in(cell: Cell | Lookup, context: Context) -> tuple[str, ...]:
    """How a column spells it out; nothing where its cells are empty instead."""
    column = context.column(cell.table, cell.column)
    if column is None:
        return ()
    if column.values or column.type != ColumnType.TEXT:
        return tuple(value for value in column.values if value.lower() == _NULL)
    return () if column.missing else (_NULL.upper(),)  # too many values to list, none empty


def _of(part: Term) -> Cell | Lookup | None:
    """The cell that a comparison asks of."""
    of: Value | None = None
    if isinstance(part, Compare):
        of = part.left
    elif isinstance(part, OneOf | Matches):
        of = part.of
    return of if isinstance(of, Cell | Lookup) else None


def _asks_for(part: Term, text: str) -> bool:
    return any(told.lower() == text for told in _texts(part))


def _texts(part: Term) -> Iterator[str]:
    """The texts that a cell is held against."""
    match part:
        case Compare(sign="==" | "!=", right=Constant() as right):
            yield str(right.value)
        case OneOf():
            yield from (str(option.value) for option in part.options)
        case Matches(how=How.CONTAINS | How.STARTS | How.ENDS):
            yield part.text


def _as_presence(part: Term, of: Cell | Lookup) -> Predicate | None:
    empty = Missing(of=of)
    match part:
        case Compare():
            return empty if part.sign == "==" else not_(empty)
        case Matches(how=How.CONTAINS):
            return empty
        case OneOf():
            rest = tuple(each for each in part.options if str(each.value).lower() != _NULL)
            return any_of(empty, one_of(of, rest)) if rest else empty
        case _:
            return None


def refuse_empties_as_texts(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a rule that looks for no text in cells which count as empty where they hold it.

    Raises:
        Misfit: such a cell holds nothing, so that the comparison is never true; or a blank is
            looked for among numbers or dates, whose cells may be blank.
    """
    idle = set(_allowed(rule))
    _refuse_nulls_as_filled(rule, context, tokens)
    for part in walk(rule):
        of = _of(part)
        if of is None or part in idle:
            continue
        both = {text.lower() for text in of.empty_if} & {text.lower() for text in _texts(part)}
        if both:
            raise Misfit(
                f"{of.column} counts as empty where it is {min(both)!r}, and so never holds that "
                "text; say 'empty' or 'filled'"
            )
        if _looks_for_blanks(part, of, context, tokens):
            raise Misfit(
                f"a blank in {of.column} may be an empty cell or a space; say 'empty', or 'space'"
            )


def _refuse_nulls_as_filled(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Where a column spells NULL and has no empty cell, "empty" is said of NULL or of nothing."""
    if any(token.low in _NULLS for token in tokens):
        return
    for part in walk(rule):
        of = part.of if isinstance(part, Missing) else None
        if not isinstance(of, Cell | Lookup) or of.empty_if:
            continue
        column = context.column(of.table, of.column)
        if column is None or column.missing:
            continue
        if not spelt_in(of, context) and not any(v.lower() in _SAID for v in column.values):
            continue
        if column.values or column.mostly == ColumnType.DATE:
            raise Unclear(
                f"no cell of {of.column} is empty, and some hold 'NULL' or another word; say "
                "'NULL' if these are meant"
            )


def _allowed(rule: Rule) -> Iterator[Term]:
    """Lists of what every row may hold: a text among them that counts as empty breaks nothing."""
    if isinstance(rule, BrokenRows):
        told = parts(rule.must) if isinstance(rule.must, All) else (rule.must,)
        yield from (part for part in told if isinstance(part, OneOf))


def _looks_for_blanks(
    part: Term, of: Cell | Lookup, context: Context, tokens: Sequence[Token]
) -> bool:
    if not isinstance(part, Matches) or part.text != " ":
        return False
    words = {token.low for token in tokens}
    column = context.column(of.table, of.column)
    is_text = column is None or column.reads_as == ColumnType.TEXT
    return bool(words & _BLANKS) and not words & _SPACES and not is_text
