"""What a remark on keys that another table lacks does to a rule that looks rows up by their key."""

from __future__ import annotations

from collections.abc import Callable

from backend.planner.offline.context import Context, Misfit
from backend.rules.broken_rows import BrokenRows
from backend.rules.differing_rows import DifferingRows
from backend.rules.language.terms import Cell, Exists, Lookup
from backend.rules.language.walk import walk
from backend.rules.phrasing import Modifier, all_of
from backend.rules.rule import Rule


def keys_absent(*, counts: bool) -> Callable[[Rule, Modifier, Context], Rule]:
    """Rows whose key the other table lacks: they pass, as they do anyway, or are wrong as well."""

    def change(rule: Rule, remark: Modifier, context: Context) -> Rule:
        named = {value.column for value in remark.values if isinstance(value, Cell)}
        if isinstance(rule, DifferingRows):
            return _of_two_tables(rule, named, remark.texts, counts=counts)
        found = _looked_up(rule)
        table, keys = found.table, found.keys
        if named - {column for pair in keys for column in pair} or not {*remark.texts} <= {table}:
            raise Misfit(f"the rule looks rows up in {table}, by another key than is told")
        if not counts:
            return rule
        assert isinstance(rule, BrokenRows)
        return rule.model_copy(update={"must": all_of(Exists(table=table, keys=keys), rule.must)})

    return change


def _looked_up(rule: Rule) -> Lookup:
    asked = [part for part in walk(rule) if isinstance(part, Lookup)]
    ways = {(part.table, part.keys, part.key_of) for part in asked}
    is_plain = isinstance(rule, BrokenRows) and len(ways) == 1 and asked[0].key_of is None
    if not is_plain or (rule.where is not None and any(part in asked for part in walk(rule.where))):
        raise Misfit("it is not clear which rows another table lacks")
    return asked[0]


def _of_two_tables(
    rule: DifferingRows, named: set[str], tables: tuple[str, ...], *, counts: bool
) -> Rule:
    is_known = named <= {*rule.keys} and {*tables} <= {rule.table, rule.other}
    if not rule.keys or not is_known or rule.missing != counts or (tables and counts):
        raise Misfit("what is missing on one side is told where a row is looked up by its key")
    return rule
