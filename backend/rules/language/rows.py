"""What an emitter needs to know while it writes a condition over one table's rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from backend.codegen.code import Code, listed, literal
from backend.codegen.page import Body
from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead
from backend.contracts.schema import ColumnType
from backend.rules.language.terms import Aggregate, Predicate, Reads, Value

Facts = Mapping[tuple[str, str], ColumnRead]
"""(table, column) to the type that the program is compiled for."""

NUMERIC = (ColumnType.INTEGER, ColumnType.NUMBER)


@dataclass(frozen=True)
class Rows:
    """The rows of ``table`` under the local name ``frame``, in the function ``body``.

    ``known`` holds the presence tests that every row of the frame already passed. Where the
    rows are metrics, ``metrics`` names the column of each aggregate.
    """

    body: Body
    frame: Code
    table: str
    facts: Facts
    condition: Callable[[Predicate, Rows], Code]
    """Emits where a predicate holds; values that filter other rows call it."""
    evaluate: Callable[[Value, Reads, Rows], Code]
    """Emits a value; the parts of values call it."""
    known: frozenset[str] = field(default_factory=frozenset)
    metrics: Mapping[Aggregate, str] = field(default_factory=dict)

    def fact(self, table: str, column: str) -> ColumnRead:
        """The type of a column.

        Raises:
            PlanError: the plan reads a column that it did not declare.
        """
        try:
            return self.facts[table, column]
        except KeyError:
            raise PlanError(
                f"{table}.{column}: the plan reads this column without declaring it.",
                code="undeclared-column",
            ) from None

    def of(self, table: str, frame: Code) -> Rows:
        """The same function, over another table's rows."""
        return replace(self, frame=frame, table=table, known=frozenset())

    def value(self, value: Value, reads: Reads) -> Code:
        """A value of these rows, converted for a comparison as ``reads``."""
        return self.evaluate(value, reads, self)

    def column(self, column: str) -> Code:
        """A column as it was loaded."""
        return self.frame.item(literal(column))

    def groups(self, columns: tuple[str, ...]) -> Code:
        """What to group these rows by."""
        keys = [self.column(column) for column in columns]
        return keys[0] if len(keys) == 1 else listed(keys)
