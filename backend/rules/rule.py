"""What every rule kind is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from backend.codegen.code import name
from backend.codegen.page import Body
from backend.contracts.contract import Contract
from backend.contracts.errors import PlanError
from backend.contracts.plan import Grain
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Predicate
from backend.rules.language.walk import columns_read, parameters, tables_named
from backend.rules.lowering import Lowered, NotLowered


class Rule(Contract):
    """A rule about ``table``, of whose rows only those count for which ``where`` is true."""

    kind: str
    table: str
    where: Predicate | None = None

    def reads(self) -> Iterator[tuple[str, str]]:
        """(table, column) for each column that the rule reads, with repeats."""
        yield from columns_read(self, self.table)
        yield from ((self.table, column) for column in self.own_columns())

    def own_columns(self) -> tuple[str, ...]:
        """Columns of ``table`` that a kind names outside its terms."""
        return ()

    def names_its_columns(self) -> bool:
        """Whether its program touches no column but those of `reads`: never a row as a whole."""
        return False

    def compares_whole_rows(self) -> bool:
        """Whether it is about all cells of a row, of whatever columns the table has."""
        return False

    def date_columns(self) -> tuple[str, ...]:
        """Those of its own columns that must hold dates."""
        return ()

    def number_columns(self) -> tuple[str, ...]:
        """Those of its own columns that must hold numbers."""
        return ()

    def ordered_columns(self) -> tuple[str, ...]:
        """Those of its own columns that must all hold dates, or all hold numbers."""
        return ()

    def ranked_columns(self) -> tuple[str, ...]:
        """Those of its own columns that must hold dates or numbers, each for itself."""
        return ()

    def tables(self) -> tuple[str, ...]:
        """Every table that the program is given, the flagged one first."""
        return tuple(dict.fromkeys([self.table, *tables_named(self)]))

    def parameters(self) -> tuple[str, ...]:
        """The keyword arguments of the program."""
        return parameters(self)


class Functions(NamedTuple):
    """The functions of a page, as a kind writes them."""

    check: Body
    scope: Body | None = None
    scope_doc: str = "The rows that the rule judges."


def not_lowered(rule: Rule, facts: Facts) -> Lowered:
    """The SQL of a kind that has none.

    Raises:
        NotLowered: always.
    """
    raise NotLowered(f"{rule.table}: rules of kind {rule.kind!r} have no SQL")


class Example(NamedTuple):
    """A sentence with tiny tables (header first) and what it flags there.

    ``flagged`` are row positions, or for groups the number of failing groups or metrics.
    """

    sentence: str
    tables: dict[str, tuple[tuple[object, ...], ...]]
    flagged: tuple[int, ...] | int
    name: str
    """Names the golden program: ``<kind>_<name>.py``."""


@dataclass(frozen=True)
class Kind:
    """One rule kind: its data, its Pandas, its words, and the English that leads to it."""

    spec: type[Rule]
    summary: str
    emit: Callable[[Any, Facts], Functions]
    say: Callable[[Any], str]
    grain: Callable[[Any], Grain]
    examples: tuple[Example, ...]
    phrases: Any = None
    """The register of English phrases that lead to this kind (``rules.phrasing.Phrases``)."""
    lower: Callable[[Any, Facts], Lowered] = not_lowered
    """The same meaning as SQL; it raises NotLowered for what SQL cannot say alike."""

    @property
    def name(self) -> str:
        """The kind's name: its file, its test, its golden programs, its docs anchor."""
        return str(self.spec.model_fields["kind"].default)


def body_for(rule: Rule) -> Body:
    """An empty function whose locals keep clear of the program's parameters."""
    return Body(parameters=frozenset(rule.parameters()))


def enter_scope(body: Body, rule: Rule) -> None:
    """Let the table's local hold the rows that ``scope`` gives."""
    body.scoped_table(rule.table, scope_call(rule))


def scope_call(rule: Rule) -> str:
    """``scope`` with the parameters of the program."""
    arguments = "".join(f", {parameter}={name(parameter).text}" for parameter in rule.parameters())
    return f"scope(tables{arguments})"


def refuse_filter(rule: Rule) -> None:
    """A kind that is about a whole table takes no ``where``.

    Raises:
        PlanError: the rule has one.
    """
    if rule.where is not None:
        raise PlanError(
            f"{rule.table}: a rule of kind {rule.kind!r} is about the whole table. "
            "Leave out which rows it is about.",
            code="no-filter",
        )
