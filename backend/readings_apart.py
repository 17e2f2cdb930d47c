"""Two rules side by side over tiny tables: what tells them apart.

Rules of this file: tables come from both rules, and show the columns of both; nothing but the plain
reading says what a rule finds in them.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from pydantic import JsonValue, ValidationError

from backend.contracts.check import Cell, Check
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain, Plan
from backend.contracts.schema import Schema
from backend.contracts.witness import Witness
from backend.proof.case import constants_of
from backend.proof.chance import draw_tables
from backend.proof.grid import draw_grid
from backend.proof.meaning import Found, NoPlainReading, find
from backend.proof.pools import Pools, Samples, fill_pools
from backend.proof.small_scope import combine
from backend.proof.tall import draw_tall
from backend.proof.witnesses import derive_witnesses
from backend.readings_tables import columns_lacking, headers_of, samples_of, widened, without
from backend.rules.broken_rows import BrokenRows
from backend.rules.catalog import facts_from, read_rule
from backend.rules.earlier_runs import history_facts
from backend.rules.language.rows import Facts
from backend.rules.rule import Rule

FEWEST_TABLES, FEWEST_OF_A_SORT = 20, 3
"""Tables that both rules were read on, and of them those in which something is flagged, and those
in which something is tested and not flagged."""
BY_CHANCE, BATCHES = 40, 4
TALL = 10
OTHER_WHOLE = (0, 1, 2, 5)
OTHER_NUMBERS = (*OTHER_WHOLE, 0.25, 0.5, 0.75)
"""What stands for a number that both rules name, to see whether they measure the same."""

TOLERANCE = "tolerance"
"""The field of a term whose number no sentence names."""


class Pair(NamedTuple):
    """What the two rules find in the same tables."""

    one: Found
    other: Found

    @property
    def is_alike(self) -> bool:
        """Whether rows, failing groups and what was tested are the same."""
        return self.one == self.other

    @property
    def flagged(self) -> int:
        """How much the first of them finds."""
        found = self.one
        return len(found.rows) if found.rows is not None else found.failing or 0


UNREAD = Pair(Found(-1, None, None), Found(-1, None, None))
"""Of tables that only one rule can be read on."""


@dataclass(frozen=True)
class Bench:
    """Two rules with what is known of the columns of both."""

    rules: tuple[Rule, Rule]
    grain: Grain
    facts: Facts
    samples: Samples
    params: Mapping[str, Cell]
    as_of: str

    @classmethod
    def of(cls, one: Plan, other: Plan, check: Check, schema: Schema, as_of: str) -> Bench:
        """The rules of two plans.

        Raises:
            NoPlainReading: they are not of one table and grain, or one has no rule.
        """
        is_free = not (one.rule and other.rule)
        if is_free or (one.table, one.grain) != (other.table, other.grain):
            raise NoPlainReading("The two do not flag the same things.")
        tables = {*one.tables, *other.tables}
        facts = {
            **facts_from(one.columns_read),
            **facts_from(other.columns_read),
            **history_facts(tables),
        }
        rules = read_rule(one.rule), read_rule(other.rule)
        return cls(rules, one.grain, facts, samples_of(facts, schema), check.params, as_of)

    # What tells them apart ------------------------------------------------------------------------

    def apart(self) -> Witness | None:
        """The first tables that tell the rules apart, without the rows that need not be there.

        Raises:
            NoPlainReading: too few tables could be read, or one rule alone can be read on one.
        """
        pairs: list[Pair] = []
        bare: Witness | None = None
        for witness in self._tables():
            one, other = self.both(witness)
            if one is not None and other is not None:
                pairs.append(Pair(one, other))
                if not pairs[-1].is_alike and self._has_rows(witness):
                    return self._smallest(witness)
                bare = bare or (None if pairs[-1].is_alike else witness)
            elif one is not other:
                pairs.append(UNREAD)
        if bare is None:
            self._require_alike(pairs)
        return bare

    @property
    def _judged(self) -> str:
        return self.rules[0].table

    def _has_rows(self, witness: Witness) -> bool:
        table = witness.tables.get(self._judged)
        return table is not None and bool(table.rows)

    def _require_alike(self, pairs: Sequence[Pair]) -> None:
        """Refuse to call two rules one that were not tried enough."""
        if self.grain is Grain.GROUPS and self.rules[0].kind != self.rules[1].kind:
            raise NoPlainReading("As many fail, but it cannot be told whether the same do.")
        self._require_enough(pairs)
        self._require_alike_with_other_numbers()

    def _require_enough(self, pairs: Sequence[Pair]) -> None:
        if UNREAD in pairs:
            raise NoPlainReading("Some tables can be read by one of the two rules only.")
        flags = sum(bool(pair.flagged) for pair in pairs)
        quiet = sum(pair.one.tested > pair.flagged for pair in pairs)
        if len(pairs) < FEWEST_TABLES or min(flags, quiet) < FEWEST_OF_A_SORT:
            raise NoPlainReading("There are too few tables to tell whether the two differ.")

    def _require_alike_with_other_numbers(self) -> None:
        """A measure that is another one shows where its bound is near what small tables hold."""
        one, other = (rule.model_dump(mode="json") for rule in self.rules)
        for number in sorted(_numbers(one) & _numbers(other)):
            for instead in OTHER_WHOLE if isinstance(number, int) else OTHER_NUMBERS:
                rules = _read(_with(one, number, instead)), _read(_with(other, number, instead))
                if rules[0] is not None and rules[1] is not None:
                    replace(self, rules=(rules[0], rules[1]))._require_alike_on_few()

    def _require_alike_on_few(self) -> None:
        if any(self._is_apart(witness) for witness in self._few()):
            raise NoPlainReading("The two are alike with the numbers of the sentence only.")

    def _few(self) -> Iterator[Witness]:
        one, other = self._derived()
        pools = fill_pools([*one, *other], self.facts, self._constants, self.samples)
        yield from (*one, *other)
        yield from draw_tables([*one, *other], pools, BY_CHANCE)

    def both(self, witness: Witness) -> tuple[Found | None, Found | None]:
        """What each rule finds; None where it cannot be read."""
        one, other = self.rules
        return self._found(one, witness), self._found(other, witness)

    def _found(self, rule: Rule, witness: Witness) -> Found | None:
        as_of, params = witness.as_of or self.as_of, {**self.params, **witness.params}
        try:
            return find(rule, witness.tables, self.facts, as_of=as_of, params=params)
        except PlanError:
            return None

    def _tables(self) -> Iterator[Witness]:
        """Witnesses of both rules, tables by chance near them, and combinations of their cells."""
        sides = self._derived()
        derived = [*sides[0], *sides[1]]
        yield from derived
        pools = fill_pools(derived, self.facts, self._constants, self.samples)
        for batch in range(BATCHES):
            yield from draw_tables(derived, pools, BY_CHANCE, seed=batch)
        judged = self._judged
        if self.grain is Grain.GROUPS:
            for side in sides:  # the columns of each are in an order of its own
                yield from draw_tall(side, judged, self._constants, most=TALL)
        elif len(pools.headers) == 1 and all(isinstance(rule, BrokenRows) for rule in self.rules):
            yield from self._combined(derived, pools, judged)

    def _combined(self, derived: Sequence[Witness], pools: Pools, judged: str) -> Iterator[Witness]:
        yield from combine(derived, judged)[:1]
        grids = (draw_grid(rule, pools) for rule in self.rules)
        yield from (grid for grid in grids if grid is not None)

    @property
    def _constants(self) -> tuple[Cell, ...]:
        one, other = map(constants_of, self.rules)
        return tuple(dict.fromkeys((*one, *other)))

    def _derived(self) -> tuple[list[Witness], list[Witness]]:
        """The witnesses of each rule, with the columns of the other filled by chance."""
        one, other = (
            derive_witnesses(rule, self.facts, params=self.params, as_of=self.as_of)
            for rule in self.rules
        )
        pools = fill_pools([*one, *other], self.facts, self._constants, self.samples)
        headers, chance = (headers_of(one), headers_of(other)), random.Random(0)
        first, second = columns_lacking(*headers), columns_lacking(*headers[::-1])
        return (
            [widened(witness, first, pools, chance) for witness in one],
            [widened(witness, second, pools, chance) for witness in other],
        )

    def _smallest(self, witness: Witness) -> Witness:
        """The witness without each row whose loss leaves the rules apart; one stays to be told."""
        for name in sorted(witness.tables):
            for place in reversed(range(len(witness.tables[name].rows))):
                less = without(witness, name, place)
                if self._has_rows(less) and self._is_apart(less):
                    witness = less
        return witness

    def _is_apart(self, witness: Witness) -> bool:
        one, other = self.both(witness)
        return one is not None and other is not None and one != other


def _numbers(node: JsonValue) -> set[float]:
    """The numbers that a rule names, as it is written down."""
    match node:
        case dict():
            parts = [value for name, value in node.items() if name != TOLERANCE]
            return set().union(*map(_numbers, parts))
        case list():
            return set().union(*map(_numbers, node))
        case bool() | str() | None:
            return set()
        case _:
            return {node}


def _with(node: JsonValue, number: float, instead: float) -> JsonValue:
    """A rule, as it is written down, with another number wherever it names this one."""
    match node:
        case dict():
            changed = {name: _with(value, number, instead) for name, value in node.items()}
            return changed | {name: node[name] for name in (TOLERANCE,) if name in node}
        case list():
            return [_with(value, number, instead) for value in node]
        case bool() | str() | None:
            return node
        case _:
            return instead if node == number else node


def _read(written: JsonValue) -> Rule | None:
    """The rule; None where it may not hold such a number."""
    try:
        return read_rule(written) if isinstance(written, dict) else None
    except (PlanError, ValidationError):
        return None
