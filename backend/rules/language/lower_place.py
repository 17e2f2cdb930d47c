"""What a lowering needs to know while it writes a condition over the rows of one relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from sqlglot import exp

from backend.contracts.plan import ColumnRead
from backend.rules.language.rows import Facts
from backend.rules.language.sql import Sql, all_of, column, named, table
from backend.rules.language.terms import Predicate, Value
from backend.rules.lowering import ROW, NotLowered


@dataclass
class Page:
    """The common table expressions of a statement, in the order in which they are needed."""

    taken: set[str]
    """Names of relations in lower case: DuckDB tells no case apart."""
    steps: list[tuple[str, exp.Query]] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)

    def name(self, wanted: str) -> str:
        """A name that no relation has yet."""
        chosen, number = wanted, 2
        while chosen.lower() in self.taken:
            chosen, number = f"{wanted}_{number}", number + 1
        self.taken.add(chosen.lower())
        return chosen

    def add(self, wanted: str, query: exp.Query) -> str:
        """Put a query on the page, or find it there; gives its name."""
        for name, known in self.steps:
            if known == query:
                return name
        name = self.name(wanted)
        self.steps.append((name, query))
        return name

    def loop(self, wanted: str, build: Callable[[str], exp.Query]) -> str:
        """Put a query on the page that names itself; gives its name."""
        name = self.name(wanted)
        self.steps.append((name, build(name)))
        return name

    def whole(self, query: exp.Select) -> exp.Select:
        """A statement with all steps up to now that it needs."""
        needed: list[tuple[str, exp.Query]] = []
        wanted = _relations(query)
        for name, step in reversed(self.steps):
            if name in wanted:
                needed.insert(0, (name, step))
                wanted |= _relations(step)
        loops = any(name in _relations(step) for name, step in needed)
        for name, step in needed:
            alias = exp.TableAlias(this=exp.to_identifier(name, quoted=True))
            query = query.with_(alias, as_=step, recursive=loops, copy=False)
        return query


def _relations(query: exp.Query) -> set[str]:
    return {found.name for found in query.find_all(exp.Table)}


@dataclass(frozen=True)
class Place:
    """The rows of a relation for which ``conditions`` hold, as one SELECT over it sees them.

    ``computed`` holds values that are columns of the relation already: looked up, measured over
    many rows, or of the row before. With an ``alias`` columns are written behind it.
    """

    page: Page
    relation: str
    table: str
    facts: Facts
    columns: tuple[str, ...]
    condition: Callable[[Predicate, Place], Sql]
    """Lowers a predicate; values that filter other rows call it."""
    alias: str = ""
    computed: Mapping[Value, str] = field(default_factory=dict)
    conditions: tuple[Sql, ...] = ()
    known: frozenset[str] = frozenset()
    """Tests, as SQL, that every row has passed already."""
    is_told: bool = False
    """Whether the rows are metrics, and the computed values those."""
    has_rows: bool = True
    """Whether the rows have the number of a row."""

    def fact(self, table: str, name: str) -> ColumnRead:
        """The type of a column.

        Raises:
            NotLowered: the plan reads a column that it did not declare.
        """
        try:
            return self.facts[table, name]
        except KeyError:
            raise NotLowered(f"{table}.{name} is not declared") from None

    def column(self, name: str) -> Sql:
        """A column as it was loaded."""
        return column(name, self.alias)

    def seen_from_within(self) -> Place:
        """The same rows, as a SELECT inside this one names them."""
        return self if self.alias else replace(self, alias=self.relation)

    def inner(self, other: str) -> Place:
        """All rows of another table, inside a SELECT over these rows."""
        is_taken = other in (self.relation, self.alias)
        alias = self.page.name(f"other_{other}") if is_taken else other
        return Place(self.page, other, other, self.facts, (), self.condition, alias=alias)

    def filtered(self, *conditions: Sql) -> Place:
        """Fewer of the rows."""
        return replace(self, conditions=(*self.conditions, *conditions))

    def source(self) -> exp.Table:
        """The relation in a FROM clause."""
        return table(self.relation, self.alias)

    def select(self, *values: Sql) -> exp.Select:
        """``SELECT values FROM relation WHERE conditions``."""
        query = exp.select(*values, copy=False).from_(self.source(), copy=False)
        return query.where(all_of(self.conditions), copy=False) if self.conditions else query

    def carried(self) -> list[Sql]:
        """The columns that the next step still needs."""
        numbered = (ROW,) if self.has_rows else ()
        names = (*numbered, *self.columns, *self.computed.values())
        return [column(name) for name in dict.fromkeys(names)]

    def free(self, wanted: str) -> str:
        """A name that no column of these rows has yet."""
        taken = {name.lower() for name in (ROW, *self.columns, *self.computed.values())}
        chosen, number = wanted, 2
        while chosen.lower() in taken:
            chosen, number = f"{wanted} {number}", number + 1
        return chosen

    def step(self, wanted: str, *more: tuple[str, Sql]) -> Place:
        """These rows as a relation of their own, with more columns; itself if it is that."""
        if not (self.conditions or more):
            return self
        query = self.select(*self.carried(), *(named(value, name) for name, value in more))
        relation = self.page.add(wanted, query)
        columns = (*self.columns, *(name for name, _ in more))
        return replace(self, relation=relation, alias="", conditions=(), columns=columns)
