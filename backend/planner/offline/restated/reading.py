"""Reads a restatement: the one rule that is said in the very words of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from backend.contracts.check import Check
from backend.contracts.schema import TableSnapshot
from backend.planner.offline.canonical import canonical
from backend.planner.offline.chart import Chart, Node
from backend.planner.offline.context import Context, Misfit
from backend.planner.offline.restated import (
    conditions,
    denials,
    distributions,
    earlier_runs,
    made,
    measures,
    of_tables,
    rules,
    series,
    terms,
)
from backend.planner.offline.restated.leaves import exact_leaves
from backend.planner.offline.restated.rules import told
from backend.planner.offline.tokens import Token
from backend.planner.offline.types import typed
from backend.planner.offline.vacuous import refuse_vacuous
from backend.rules.catalog import kind_of
from backend.rules.phrasing import Statement
from backend.rules.rule import Rule

_MODULES = (
    terms,
    measures,
    conditions,
    made,
    denials,
    rules,
    series,
    distributions,
    of_tables,
    earlier_runs,
)


@cache
def _chart() -> Chart:
    return Chart([phrase for module in _MODULES for phrase in module.phrase.items])


def restated(
    check: Check, tables: dict[str, TableSnapshot], tokens: Sequence[Token]
) -> list[tuple[Rule, Node]]:
    """The rules that are said as this sentence, each once; none where it is no restatement."""
    found: dict[Rule, Node] = {}
    for rule, node in _rules(check, tables, tokens):
        if _plain(kind_of(rule).say(rule)) == _plain(check.calculation_hint):
            found.setdefault(rule, node)
    return list(found.items())


def _rules(
    check: Check, tables: dict[str, TableSnapshot], tokens: Sequence[Token]
) -> Iterator[tuple[Rule, Node]]:
    leaves = exact_leaves(check.calculation_hint, tokens, tables)
    for node in _chart().readings(leaves, len(tokens), "hint", (), 0.0):
        assert isinstance(node.meaning, Statement)
        context = Context(check, tables)
        try:
            rule = canonical(typed(_in_its_table(node.meaning.rule, check), context))
            refuse_vacuous(rule, context)
        except Misfit:
            continue
        yield rule, node


def _in_its_table(rule: Rule, check: Check) -> Rule:
    """The rule over the check's one table, where its words name none."""
    if rule.table or len(check.target_table) != 1:
        return rule
    return told(rule.model_copy(update={"table": check.target_table[0]})).rule


def _plain(text: str) -> str:
    """A sentence without its first capital and full stop, which tell no restatements apart."""
    told = " ".join(text.split()).removesuffix(".")
    return told[:1].lower() + told[1:]
