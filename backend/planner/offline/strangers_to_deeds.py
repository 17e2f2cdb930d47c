"""Whether rows of another table can be what is said of nobody, of nothing, or was never done.

Only the check's other table is at hand for them: it must not be one of things where persons are
meant, one of persons where things are, nor one of other deeds than the verb's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.counted_deeds import PERSONS, is_done
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stem, stems_of
from backend.rules.language.terms import Exists
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

_DEALS = frozenset({
    "order", "purchase", "sale", "invoice", "rental", "loan", "booking", "reservation", "bill",
    "transaction", "ticket", "receipt", "line", "item", "delivery", "shipment", "subscription",
})  # fmt: skip
_THINGS = frozenset({
    "invoice", "payment", "project", "product", "machine", "device", "budget", "cost", "expense",
    "contract", "document", "file", "bill", "receipt", "refund", "article", "part", "shipment",
    "parcel", "account", "asset", "vehicle", "order", "price", "task", "item", "line",
})  # fmt: skip
_TRADED = frozenset({"ordered", "bought", "purchased", "sold", "order", "buy", "sell", "rented"})
_ANY = frozenset({"anything", "thing", "nothing"})
_MEMBERS = PERSONS | {"emp", "staff", "worker", "nurse", "resident", "inmate", "crew", "people"}


def refuse_strangers_to_deeds(rule: Rule, context: Context, tokens: Sequence[Token]) -> None:
    """Pass rows of an unnamed table that may be what the sentence denies.

    Raises:
        Misfit: "departments in which nobody works" was read of departments without invoices.
    """
    lows = [token.low for token in tokens]
    stems = {stem(low) for low in lows}
    pairs = {*pairwise(lows)}
    is_nobody = bool({"nobody", "no-one"} & {*lows}) or ("no", "one") in pairs
    for table in _unnamed(rule, stems):
        is_strange = (is_nobody and _is_of_things(table, context)) or (
            not _ANY.isdisjoint(lows) and _is_no_such_deed(table, lows)
        )
        if is_strange:
            raise Misfit(f"it is not clear that rows of {table} are meant; name them")


def _unnamed(rule: Rule, stems: set[str]) -> Iterator[str]:
    for part in walk(rule):
        is_other = isinstance(part, Exists) and part.table != rule.table
        if is_other and part.table not in stems and not {*stems_of(part.table)} <= stems:  # type: ignore[union-attr]
            yield part.table  # type: ignore[union-attr]


def _is_of_things(table: str, context: Context) -> bool:
    """Whether the rows of a table are things, and none of its columns leads to a person."""
    names = context.tables[table].columns if table in context.tables else ()
    persons = any(_MEMBERS & {*stems_of(column.name)} for column in names)
    return bool(_THINGS & {*stems_of(table)[-1:]}) and not persons


def _is_no_such_deed(table: str, lows: Sequence[str]) -> bool:
    """Whether rows of a table cannot be what was done: employees, of what was never bought."""
    words = stems_of(table)
    if _MEMBERS & {*words[-1:]}:
        return True
    traded = [low for low in lows if low in _TRADED]
    is_deal = any(is_done(low, words) for low in lows) or bool(_DEALS & {*words})
    return bool(traded) and not is_deal
