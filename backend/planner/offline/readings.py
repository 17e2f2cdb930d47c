"""All readings of a sentence: parsed, placed in the schema, typed, and told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from backend.contracts.check import Check
from backend.contracts.schema import TableSnapshot
from backend.planner.offline import (
    phrases_clauses,
    phrases_comparisons,
    phrases_dates,
    phrases_features,
    phrases_order,
    phrases_patterns,
    phrases_references,
    phrases_remarks,
    phrases_rows,
    phrases_rules,
    phrases_texts,
    phrases_values,
)
from backend.planner.offline.chart import Chart, Node
from backend.planner.offline.grammar import Production, literal_words, productions
from backend.planner.offline.lexicon import Lexicon
from backend.planner.offline.link import SKIPPED, leaves
from backend.planner.offline.remarks import apply
from backend.planner.offline.resolve import Context, Misfit, place
from backend.planner.offline.tokens import Token, tokenize
from backend.planner.offline.types import typed
from backend.rules.catalog import kinds
from backend.rules.language.emit_predicates import simplified
from backend.rules.language.terms import Aggregate, All, Missing, Not, Predicate, Term
from backend.rules.language.walk import rewrite
from backend.rules.phrasing import Modifier, Statement, about, all_of
from backend.rules.rule import Rule

MARGIN = 0.35
"""How much dearer a rival may be and still count as another reading."""


class Reading(NamedTuple):
    """One understanding of a sentence."""

    rule: Rule
    cost: float
    assumptions: tuple[str, ...]
    tree: Node


class Parsed(NamedTuple):
    """What came of a sentence: its readings, and why others were refused."""

    readings: list[Reading]
    misfits: list[str]
    tokens: list[Token]
    nodes: list[Node]


@cache
def grammar() -> tuple[Production, ...]:
    """Every production: the shared phrases and those of the rule kinds."""
    shared = (
        phrases_clauses,
        phrases_comparisons,
        phrases_dates,
        phrases_features,
        phrases_order,
        phrases_patterns,
        phrases_references,
        phrases_remarks,
        phrases_rows,
        phrases_rules,
        phrases_texts,
        phrases_values,
    )
    registers = [module.phrase for module in shared]
    registers += [kind.phrases for kind in kinds().values() if kind.phrases is not None]
    return tuple(productions(phrase for register in registers for phrase in register.items))


@cache
def grammar_words() -> frozenset[str]:
    """Every word that the grammar itself knows."""
    return frozenset(literal_words(grammar()))


@cache
def _chart() -> Chart:
    return Chart(grammar())


def read_sentence(check: Check, tables: dict[str, TableSnapshot]) -> Parsed:
    """Every reading of the check's sentence within the margin of the best, best first."""
    sentence = check.calculation_hint
    tokens = tokenize(sentence)
    found = list(leaves(sentence, tokens, Lexicon.of(tables), grammar_words()))
    skips = [token.low in SKIPPED for token in tokens]
    chart = _chart()
    parsed = Parsed([], [], tokens, [])
    best: float | None = None
    for node in chart.readings(found, len(tokens), "hint", skips, 4.0):
        if best is not None and node.cost > best + MARGIN:
            break
        try:
            reading = _resolve(node, check, tables)
        except Misfit as misfit:
            parsed.misfits.append(str(misfit))
            continue
        best = node.cost if best is None else best
        if all(reading.rule != other.rule for other in parsed.readings):
            parsed.readings.append(reading)
    parsed.nodes.extend([] if parsed.readings else chart.found)
    return parsed


def _resolve(node: Node, check: Check, tables: dict[str, TableSnapshot]) -> Reading:
    statement = node.meaning
    assert isinstance(statement, Statement)
    context = Context(check, tables)
    remarks = list(_remarks(statement))
    rule = _finished(statement, remarks, context)
    for other in statement.also:
        if _finished(_filled(other, statement), remarks, context) != rule:
            raise Misfit("its sentences say different things; one check holds one rule")
    return Reading(rule, node.cost, tuple(context.assumptions), node)


def _filled(statement: Statement, before: Statement) -> Statement:
    """A later sentence, its "it" filled with what the first one is about."""
    if before.subject is None:
        return statement
    return statement.model_copy(update={"rule": about(statement.rule, before.subject)})


def _remarks(statement: Statement) -> Iterator[Modifier]:
    yield from statement.remarks
    for other in statement.also:
        yield from _remarks(other)


def _finished(statement: Statement, remarks: Sequence[Modifier], context: Context) -> Rule:
    rule = place(statement.rule, context)
    for remark in remarks:
        rule = apply(rule, remark, context)
    return canonical(typed(rule, context))


def canonical(rule: Rule) -> Rule:
    """One spelling of rules that mean the same, so that equal readings are equal."""
    updates: dict[str, object] = {}
    for name in ("must", "where"):
        predicate = getattr(rule, name, None)
        if predicate is not None:
            updates[name] = rewrite(simplified(predicate), _without_idle_filter)
    return rule.model_copy(update=updates)


def _without_idle_filter(part: Term) -> Term | None:
    """A measure of a column's values never counts its empty cells; saying so adds nothing."""
    if not isinstance(part, Aggregate) or part.of is None or part.where is None:
        return None
    filled = Not(part=Missing(of=part.of))
    kept = [one for one in _conjuncts(part.where) if one != filled]
    return part.model_copy(update={"where": all_of(*kept) if kept else None})


def _conjuncts(predicate: Predicate) -> tuple[Predicate, ...]:
    return predicate.parts if isinstance(predicate, All) else (predicate,)
