"""The offline planner: one sentence to one plan, without a model, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, CannotPlan
from backend.contracts.plan import ColumnRead, Plan, WordUse
from backend.contracts.schema import Schema, TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.explain import ambiguous, not_understood
from backend.planner.offline.readings import Parsed, read_sentence
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import kind_of
from backend.rules.duplicates import Duplicates
from backend.rules.failing_metrics import FailingMetrics
from backend.rules.language.terms import Missing, Today
from backend.rules.language.walk import walk
from backend.rules.rule import Rule


class OfflinePlanner:
    """The embedded compiler; deterministic, and silent about nothing."""

    def __init__(self, name: str = "offline") -> None:
        self.name = name

    def plan(self, check: Check, schema: Schema) -> Plan:
        """Understand the sentence wholly, or decline.

        Raises:
            CannotPlan: a word, table or column is not understood.
            AmbiguousCheck: two readings flag different rows.
        """
        tables = _tables(check, schema)
        parsed = read_sentence(check, tables)
        if not parsed.readings:
            raise CannotPlan(not_understood(check, parsed, tables))
        if len(parsed.readings) > 1:
            raise AmbiguousCheck(ambiguous(check, parsed.readings))
        return _plan(self.name, check, parsed, tables)


def _tables(check: Check, schema: Schema) -> dict[str, TableSnapshot]:
    found = {name: schema.tables[name] for name in check.target_table if name in schema.tables}
    for name in check.target_table:
        if name in schema.problems:
            problem = schema.problems[name]
            raise CannotPlan(f"{check.check_id}: {problem.message}", code=problem.code)
        if name not in found:
            known = ", ".join(sorted(schema.tables)[:10])
            raise CannotPlan(
                f"{check.check_id}: there is no table {name!r}. Tables: {known}.",
                code="unknown-table",
            )
    return found


def _plan(planner: str, check: Check, parsed: Parsed, tables: dict[str, TableSnapshot]) -> Plan:
    reading = parsed.readings[0]
    rule, kind = reading.rule, kind_of(reading.rule)
    missing = [name for name in rule.parameters() if name != "as_of" and name not in check.params]
    if missing:
        raise CannotPlan(
            f"{check.check_id}: the sentence names {{{missing[0]}}}, which params does not give. "
            f"Add it to the check's params.",
            code="unknown-parameter",
        )
    return Plan(
        planner=planner,
        kind=kind.name,
        rule=rule.model_dump(mode="json"),
        table=rule.table,
        tables=rule.tables(),
        grain=kind.grain(rule),
        restatement=kind.say(rule),
        assumptions=(*reading.assumptions, *_conventions(rule)),
        columns_read=_columns_read(rule, tables),
        words=tuple(_all_words(check.calculation_hint, parsed, reading.tree)),
        parameters=rule.parameters(),
    )


def _conventions(rule: Rule) -> Iterator[str]:
    speaks_of_presence = any(isinstance(part, Missing) for part in walk(rule))
    if isinstance(rule, Duplicates):
        speaks_of_presence = rule.required or rule.empty_counts or not rule.columns
    if isinstance(rule, BrokenRows | Duplicates) and not speaks_of_presence:
        yield "Empty values are not flagged."
    if isinstance(rule, FailingMetrics) and rule.by:
        yield f"Rows without a {' or '.join(rule.by)} belong to no group."
    if any(isinstance(part, Today) for part in walk(rule)):
        yield "Today is the day of the run (as_of)."


def _columns_read(rule: Rule, tables: dict[str, TableSnapshot]) -> tuple[ColumnRead, ...]:
    reads = []
    for table, name in dict.fromkeys(rule.reads()):
        column = tables[table].column(name)
        if column is None:
            raise CannotPlan(f"{table} has no column {name!r}.", code="unknown-column")
        reads.append(
            ColumnRead(
                table=table,
                column=name,
                type=column.type,
                mostly=column.mostly,
                date_format=column.date_format,
            )
        )
    return tuple(reads)


def _all_words(sentence: str, parsed: Parsed, node: Node) -> Iterator[WordUse]:
    """Every token of the sentence in its order: what it became, or that it changes nothing."""
    used = list(_word_uses(sentence, parsed, node))
    taken = {place for use in used for place in range(use.start, use.end)}
    passed = [token for token in parsed.tokens if token.start not in taken]
    used += [
        WordUse(start=token.start, end=token.end, text=token.text, part="changes nothing")
        for token in passed
    ]
    yield from sorted(used, key=lambda use: (use.start, use.end))


def _word_uses(sentence: str, parsed: Parsed, node: Node) -> Iterator[WordUse]:
    """Each stretch of the sentence with the part of the rule that it became."""
    if not node.children:
        start, end = parsed.tokens[node.start].start, parsed.tokens[node.end - 1].end
        yield WordUse(start=start, end=end, text=sentence[start:end], part=node.part or "grammar")
        return
    for child in node.children:
        for use in _word_uses(sentence, parsed, child):
            yield use if use.part != "grammar" else use.model_copy(update={"part": _part(node)})


_PARTS = {
    "_flag": "flag", "_must": "duty", "_must_not": "taboo", "_be": "duty", "_each": "every row",
    "remark": "remark", "vp": "condition", "adj": "condition", "verb": "condition",
    "rel": "condition", "stmt": "rule", "hint": "rule",
}  # fmt: skip


def _part(node: Node) -> str:
    return _PARTS.get(node.symbol, "grammar")
