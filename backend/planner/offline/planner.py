"""The offline planner: one sentence to one plan, without a model, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck, CannotPlan
from backend.contracts.plan import Plan, WordUse
from backend.contracts.schema import Schema, TableSnapshot
from backend.planner.offline.chart import Node
from backend.planner.offline.explain import ambiguous, not_understood
from backend.planner.offline.in_order_of_time import in_order_of_time
from backend.planner.offline.of_rule import plan_of_rule, target_tables
from backend.planner.offline.readings import Parsed, read_sentence
from backend.planner.offline.rows_of_groups_told import rows_of_groups_told
from backend.planner.offline.settled import Reading
from backend.planner.offline.tokens import tokenize


class OfflinePlanner:
    """The embedded compiler; deterministic, and silent about nothing.

    With ``tells_cure`` a refusal ends with a sentence that compiles, which costs more to find than
    the refusal itself.
    """

    def __init__(self, name: str = "offline", *, tells_cure: bool = True) -> None:
        self.name = name
        self._tells_cure = tells_cure

    def plan(self, check: Check, schema: Schema) -> Plan:
        """Understand the sentence wholly, or decline.

        Raises:
            CannotPlan: a word, table or column is not understood.
            AmbiguousCheck: two readings have different rules; it carries their plans, for
                whoever can tell whether they flag different rows.
        """
        tables = target_tables(check, schema)
        parsed = read_sentence(check, tables)
        timed = in_order_of_time(parsed.readings, parsed.tokens)
        parsed.readings[:] = rows_of_groups_told(timed, parsed.tokens)
        if not parsed.readings:
            told = not_understood(check, parsed, tables, tells_cure=self._tells_cure)
            raise CannotPlan(told)
        if len(parsed.readings) > 1:
            told = ambiguous(check, parsed.readings, tables)
            raise AmbiguousCheck(told, readings=self._plans(check, parsed, tables))
        return _plan(self.name, parsed.readings[0], check, parsed, tables)

    def _plans(
        self, check: Check, parsed: Parsed, tables: dict[str, TableSnapshot]
    ) -> tuple[Plan, ...]:
        """A plan of each reading; none at all where one of them has none."""
        try:
            return tuple(_plan(self.name, each, check, parsed, tables) for each in parsed.readings)
        except CannotPlan:
            return ()


def _plan(
    planner: str,
    reading: Reading,
    check: Check,
    parsed: Parsed,
    tables: dict[str, TableSnapshot],
) -> Plan:
    plan = plan_of_rule(
        reading.rule, check, tables, planner=planner, assumptions=reading.assumptions
    )
    words = tuple(_all_words(check.calculation_hint, parsed, reading.tree))
    return plan.model_copy(update={"words": words})


def _all_words(sentence: str, parsed: Parsed, node: Node) -> Iterator[WordUse]:
    """Every token of the sentence in its order: what it became, or that it only tells why."""
    used = list(_word_uses(sentence, parsed, node))
    taken = {place for use in used for place in range(use.start, use.end)}
    for place, token in enumerate(parsed.tokens):
        if token.start not in taken:
            part = "background" if place in parsed.background else "changes nothing"
            used.append(WordUse(start=token.start, end=token.end, text=token.text, part=part))
            taken |= {*range(token.start, token.end)}
    for token in tokenize(sentence):  # told anew without an opening such as "make sure that"
        if token.start not in taken:
            text = sentence[token.start : token.end]
            used.append(WordUse(start=token.start, end=token.end, text=text, part="duty"))
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
