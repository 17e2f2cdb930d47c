"""What a rule says nothing about: filters that leave no row, joins that match none, …

Rules of this file: a warning carries its numbers; none of them makes a program unproven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from backend.contracts.errors import PlanError
from backend.contracts.witness import Witness
from backend.proof.case import Case
from backend.proof.harness import Finding
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import draft_page
from backend.rules.language import terms as T
from backend.rules.language.say import say
from backend.rules.language.walk import walk
from backend.rules.rule import Rule

MOST_PROBES = 6
SCRAWLS = ("", "?", "0", "zz top", "#~ 1'", "ÄÖ\u200b", "x" * 90)
"""Texts that no pattern worth writing accepts all of."""


class Probe(NamedTuple):
    """A program that counts: rows that come under something, and those of them that have it."""

    kind: str
    says: str
    source: str


def probes(case: Case) -> tuple[Probe, ...]:
    """The counts that the rule's filter, look-ups and patterns call for."""
    if case.rule is None:
        return ()
    found = []
    for kind, says, rule in _questions(case.rule):
        try:
            found.append(Probe(kind, says, draft_page(rule, case.facts, title="probe")))
        except PlanError:
            continue  # it cannot be asked alone
    return tuple(found[:MOST_PROBES])


def _questions(rule: Rule) -> Iterator[tuple[str, str, BrokenRows]]:
    """``check`` of each flags the rows that do not have what is asked about."""
    if rule.where is not None:
        yield "filter", say(rule.where), BrokenRows(table=rule.table, must=rule.where)
    for term in dict.fromkeys(walk(rule)):
        match term:
            case T.Exists() if term.table != rule.table:
                bare = term.model_copy(update={"where": None})
                yield "join", say(bare), BrokenRows(table=rule.table, must=bare)
            case T.Lookup():
                found = T.Exists(table=term.table, keys=term.keys)
                yield "join", say(found), BrokenRows(table=rule.table, must=found)
            case T.Matches():
                yield "pattern", say(term), BrokenRows(table=rule.table, must=term)
            case _:
                pass


def warn_of_probe(case: Case, probe: Probe, found: Finding | None) -> str:
    """What a probe's count warns of; empty where it does not."""
    if found is None or not found.is_sound:
        return ""
    table, rows = case.program.table, found.tested
    has = rows - found.count
    match probe.kind:
        case "filter" if has == 0:
            whole = len(case.frames[table])
            return f"The filter leaves 0 of {whole:,} rows of {table}: none has {probe.says}."
        case "join" if rows and has == 0:
            return f"The join matches 0 of {rows:,} rows of {table}: for none {probe.says}."
        case "pattern" if rows and has == 0:
            return f"The pattern matches 0 of {rows:,} filled cells of {table}: {probe.says}."
    return ""


def warn_of_columns(case: Case) -> Iterator[str]:
    """Columns that are read and have no value at all."""
    for read in case.plan.columns_read:
        table = case.schema.tables.get(read.table)
        column = table.column(read.column) if table else None
        if table and column and table.rows and column.missing >= table.rows:
            yield f"{read.table}.{read.column} is empty in all of {table.rows:,} rows."


def warn_of_patterns(case: Case) -> Iterator[str]:
    """Patterns that accept any text."""
    if case.rule is None:
        return
    for term in dict.fromkeys(walk(case.rule)):
        if isinstance(term, T.Matches) and term.how is T.How.PATTERN:
            flags = re.IGNORECASE if term.ignore_case else 0
            if all(re.fullmatch(term.text, text, flags) for text in SCRAWLS):
                yield f"The pattern {term.text!r} accepts any text: no row can break it."


def warn_of_nothing(case: Case, witnesses: tuple[Witness, ...], own: Finding | None) -> str:
    """A condition that no row could break, as far as the witnesses show; or nothing tested."""
    is_broken = any(witness.flagged or witness.failing for witness in witnesses)
    if case.rule is not None and witnesses and not is_broken:
        return f"No row was found that breaks the rule, in {len(witnesses)} witnesses."
    if own is not None and own.is_sound and not own.tested:
        rows = case.schema.tables[case.program.table].rows
        return f"The rule judges 0 of {rows:,} rows of {case.program.table}."
    return ""
