"""Rows that a remark lets pass, and that are all the rule is about: which of them are meant."""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.context import Misfit
from backend.planner.offline.tokens import Token
from backend.planner.offline.words import stems_of
from backend.rules.broken_rows import BrokenRows
from backend.rules.language.terms import All, Cell, Exists, Missing, Not, Predicate, Unless
from backend.rules.phrasing import all_of, not_
from backend.rules.rule import Rule


def with_spared_rows(rule: Rule, tokens: Sequence[Token]) -> Rule:
    """The rule, where rows without what a key leads to are let pass, of rows whose key is filled.

    "The shop_id must exist in shops; orders without a shop are fine" is said of an empty shop_id:
    of any other the rule would be no rule.

    Raises:
        Misfit: what is let pass is what must not be.
    """
    if not isinstance(rule, BrokenRows) or rule.where is None:
        return rule
    parts = rule.where.parts if isinstance(rule.where, All) else (rule.where,)
    kept = [_spared(part, rule, tokens) for part in parts]
    return rule if kept == [*parts] else rule.model_copy(update={"where": all_of(*kept)})


def _spared(part: Predicate, rule: BrokenRows, tokens: Sequence[Token]) -> Predicate:
    told = part.part if isinstance(part, Unless) else not_(part)
    if told != not_(rule.must):
        return part
    keys = rule.must.keys if isinstance(rule.must, Exists) and rule.must.where is None else ()
    named = {token.low for token in tokens} | {token.text for token in tokens}
    if len(keys) == 1 and keys[0][0] in named and len(stems_of(keys[0][0])) > 1:
        return Not(part=Missing(of=Cell(table=rule.table, column=keys[0][0])))
    raise Misfit("what is let pass is all that the rule is about; say which rows are meant")
