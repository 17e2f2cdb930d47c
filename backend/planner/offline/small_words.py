"""Small words that are easily lost: "blanks too" at the end, the zero in front of 0878."""

from __future__ import annotations

import re
from collections.abc import Sequence

from backend.contracts.schema import ColumnType
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.tokens import Shape, Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import (
    Aggregate,
    Any,
    Cell,
    Compare,
    Constant,
    Measure,
    Missing,
    OneOf,
)
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_BLANKS = "(?:blanks?|empty|empties|empty cells?|missing values?|nulls?|empty ones?)"
_BLANKS_TOO = re.compile(
    "(?:error|wrong|mistake|not allowed|invalid|bad) [,;:]? ?(?:and |so are |so is )?(?:a |an )?"
    f"{_BLANKS}"
    r" (?:too|as well|also|included)\b"
)
_VERBS = frozenset({
    "is", "are", "must", "should", "be", "may", "has", "have", "equals", "equal", "=", "==", ":",
    "can", "exactly",
})  # fmt: skip
_LIMITS = frozenset({
    "max", "maximum", "min", "minimum", "highest", "largest", "lowest", "smallest", "biggest",
    "top",
})  # fmt: skip
_DEAR = frozenset({"dearest", "cheapest", "dearer", "cheaper", "expensive", "costliest"})
_PRICES = frozenset({
    "price", "cost", "fare", "fee", "amount", "total", "rate", "charge", "value", "bill", "sum",
    "tip", "rent", "premium", "toll", "due", "salary", "wage", "msrp", "budget", "sales", "sale",
})  # fmt: skip
SEVERAL_AT_ONCE = "values of several columns are told at once: say which is for which"
_WHETHER_ANY = re.compile(
    r"^(?:are there|is there|any|do any|do two|do some|does any)\b[^?]*\? (?:otherwise|if not)\b"
)
_NOT_FEWER = re.compile(
    r"\bnot (?:have |contain )?(?:fewer|less|more) than [^.;]*,? (?:and )?no \w+"
)
_LEADING_ZERO = re.compile(r"0\d+")


def refuse_lost_words(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading that heeds the last words, and a zero in front.

    Raises:
        Misfit: "anything else is an error, blanks too" lets blanks pass, or 0878 was taken for 878.
    """
    words = " ".join(token.low for token in tokens)
    heeds_blanks = any(isinstance(part, Missing) for part in walk(rule))
    if isinstance(rule, BrokenRows) and not heeds_blanks and _BLANKS_TOO.search(words):
        raise Misfit("blanks are said to be wrong as well; say that the column must be filled")
    if not isinstance(rule, FailingMetrics) and _WHETHER_ANY.search(words):
        raise Misfit("'otherwise' may ask that there is one: say what must be, as 'no row may …'")
    is_either = isinstance(rule, BrokenRows) and isinstance(rule.must, Any)
    if is_either and _NOT_FEWER.search(words):
        raise Misfit("it is not clear how far 'not' reaches; say 'at least' or 'at most'")
    told = {part.value for part in walk(rule) if isinstance(part, Constant)}
    for token in tokens:
        if token.shape != Shape.QUOTED and _LEADING_ZERO.fullmatch(token.text):
            is_number = int(token.text) in told or str(int(token.text)) in told
            if is_number and token.text not in told:
                raise Misfit(f"{token.text} is taken for the number {int(token.text)}; quote it")


def refuse_terse_limits(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a limit is no equality.

    Raises:
        Misfit: "max price per shop 12" says no verb.
    """
    words = {token.low for token in tokens}
    if isinstance(rule, FailingMetrics) and isinstance(rule.must, Compare) and not words & _VERBS:
        extremes = {part.measure for part in walk(rule.must) if isinstance(part, Aggregate)}
        is_limit = extremes & {Measure.MAXIMUM, Measure.MINIMUM} and words & _LIMITS
        if is_limit and rule.must.sign == "==":
            raise Misfit("say whether it is a limit ('must be at most') or the value itself")


def refuse_pairs_as_lists(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass a reading in which a pair of values, one for each of two columns, is no list for both.

    Raises:
        Misfit: in "zone and service are never A/air" A is a zone, and air a service.
    """
    listed: dict[tuple[int | float | str, ...], list[Cell]] = {}
    for part in walk(rule):
        if isinstance(part, OneOf) and isinstance(part.of, Cell):
            values = tuple(option.value for option in part.options)
            listed.setdefault(values, []).append(part.of)
    has_or = bool({"or", "nor", "either", "neither"} & {token.low for token in tokens})
    for pair, cells in listed.items():
        held = [texts_of(cell, rule, context) for cell in dict.fromkeys(cells)]
        if len(held) < 2:
            continue
        owners = [{at for at, known in enumerate(held) if str(value) in known} for value in pair]
        is_split = any(one and other and not one & other for one in owners for other in owners)
        if is_split or (len(pair) == len(held) and not has_or):
            raise Misfit(SEVERAL_AT_ONCE)


def texts_of(cell: Cell, rule: Rule, context: Context) -> frozenset[str]:
    """The texts of a column; which numbers a column holds today does not tell its range."""
    column = context.column(cell.table or rule.table, cell.column)
    is_text = column is not None and column.type == ColumnType.TEXT
    return frozenset(column.values if column is not None and is_text else ())


def refuse_dear_names(rule: Rule, tokens: Sequence[Token]) -> None:
    """Pass a reading in which what is dear or cheap is a price.

    Raises:
        Misfit: "the dearest ticket" was read of the number of the ticket.
    """
    if not _DEAR & {token.low for token in tokens}:
        return
    told = [part.of for part in walk(rule) if isinstance(part, Aggregate)]
    told += [
        part.left
        for part in walk(rule)
        if isinstance(part, Compare) and part.sign not in ("==", "!=")
    ]
    cells = [of for of in told if isinstance(of, Cell) and of.column]
    if not any(_PRICES & {*stems_of(of.column)} for of in cells):
        for of in cells:
            raise Misfit(f"{of.column} is no price; name the column that tells what it costs")
