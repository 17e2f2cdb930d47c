"""Rows of two tables that should agree and do not: one reconciled with the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from backend.codegen.code import Code, all_of, call, listed, literal, mapping
from backend.codegen.page import Body
from backend.contracts.plan import ColumnRead, Grain
from backend.contracts.schema import ColumnType
from backend.rules import differing_rows_sql
from backend.rules.differing_phrases import phrase
from backend.rules.language.emit_cells import has_time
from backend.rules.language.emit_predicates import over
from backend.rules.language.rows import NUMERIC, Facts, Rows
from backend.rules.language.terms import Cell, Reads
from backend.rules.rule import Example, Functions, Kind, Rule, body_for, refuse_filter


class DifferingRows(Rule):
    """The rows of ``table`` and ``other`` that share ``keys`` have equal ``columns``.

    All are named as in ``table``; ``there`` tells those that ``other`` calls by another name.
    Two empty cells are equal; an empty one differs from a filled one. With ``missing`` a key that
    only one side has is a difference as well. Without ``keys`` whole rows are compared, each as
    often as it occurs. Each difference is one failing record with the cells of both sides. Rows
    without a key are left out; a key that occurs twice on a side makes the program fail. Where
    both columns hold numbers, 2 equals 2.0, and a cell that is no number makes it fail.
    """

    kind: Literal["differing_rows"] = "differing_rows"
    other: str
    keys: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    missing: bool = False
    tolerance: float = 0.0
    there: tuple[tuple[str, str], ...] = ()

    def name_in(self, table: str, name: str) -> str:
        """What a table calls a key or a column."""
        return dict(self.there).get(name, name) if table == self.other else name

    def own_columns(self) -> tuple[str, ...]:
        """The keys and the columns that are compared."""
        return self.keys + self.columns

    def reads(self) -> Iterator[tuple[str, str]]:
        """The columns of both tables."""
        for table in self.tables():
            yield from ((table, self.name_in(table, name)) for name in self.own_columns())

    def tables(self) -> tuple[str, ...]:
        """Both tables."""
        return (self.table, self.other)


def emit(rule: DifferingRows, facts: Facts) -> Functions:
    """``scope`` sets the rows of both sides beside each other; ``check`` keeps what differs."""
    refuse_filter(rule)
    scope, body = body_for(rule), body_for(rule)
    matched = body.scoped_table("pairs", "scope(tables)")
    if rule.keys:
        _give_pairs(rule, scope, facts)
        _give_differences(rule, matched, body, facts)
    else:
        _give_counts(rule, scope, facts)
        mine, theirs = (matched.item(literal(_counts(table))) for table in rule.tables())
        body.give(matched.item(mine.compare("!=", theirs)))
    return Functions(check=body, scope=scope, scope_doc="The rows of both tables, matched.")


def _counts(table: str) -> str:
    return f"rows in {table}"


def _give_pairs(rule: DifferingRows, scope: Body, facts: Facts) -> None:
    mine, theirs = (_side(rule, table, scope, facts) for table in rule.tables())
    keys = literal(list(rule.keys))
    pairs = mine.call("dropna", subset=keys).call(
        "merge",
        theirs.call("dropna", subset=keys),
        how=literal("outer" if rule.missing else "inner"),
        on=keys,
        suffixes=literal([f" in {table}" for table in rule.tables()]),
        indicator=literal("found"),
        validate=literal("one_to_one"),
    )
    told = mapping(
        (f"{side}_only", literal(f"only in {table}"))
        for side, table in zip(("left", "right"), rule.tables(), strict=True)
    )
    named = {
        f"{name} in {rule.other}": literal(_label(rule, name, rule.other))
        for name in rule.columns
        if name in dict(rule.there)
    }
    if named:
        pairs = pairs.call("rename", columns=mapping(named.items()))
    found = scope.let("pairs", pairs)
    scope.give(found.call("assign", found=found.item(literal("found")).call(
        "astype", literal("str")).call("replace", told)))  # fmt: skip


def _label(rule: DifferingRows, name: str, table: str) -> str:
    return f"{rule.name_in(table, name)} in {table}"


def _side(rule: DifferingRows, table: str, scope: Body, facts: Facts) -> Code:
    """One table's keys and cells, read as both tables can be."""
    rows = over(scope, table, facts)
    cells = [(name, _cells(rule, name, rows)) for name in rule.own_columns()]
    columns = [(name, _exact(rule, name, code, facts)) for name, code in cells]
    return scope.let(f"{table} side", call("pd.DataFrame", mapping(columns)))


def _cells(rule: DifferingRows, name: str, rows: Rows) -> Code:
    """What is no number must not pass for an empty cell: the conversion fails."""
    reads, there = _reads(rule, name, rows.facts), rule.name_in(rows.table, name)
    if reads == Reads.NUMBER:
        return rows.body.let(name, call("pd.to_numeric", rows.column(there)))
    return rows.value(Cell(table=rows.table, column=there), reads)


def facts_of(rule: DifferingRows, name: str, facts: Facts) -> list[ColumnRead]:
    """What is known of a key or a column in each of the tables."""
    return [facts[table, rule.name_in(table, name)] for table in rule.tables()]


def _reads(rule: DifferingRows, name: str, facts: Facts) -> Reads:
    """As numbers or dates if both sides hold them, else as text."""
    both = facts_of(rule, name, facts)
    if all(fact.type in NUMERIC for fact in both):
        return Reads.NUMBER
    if all(fact.type == ColumnType.DATE and fact.date_format for fact in both):
        return Reads.TIME
    return Reads.TEXT


def _exact(rule: DifferingRows, name: str, code: Code, facts: Facts) -> Code:
    reads = _reads(rule, name, facts)
    if reads == Reads.TEXT:
        return (
            code.call("str.removesuffix", literal(".0"))
            if _has_numbers(rule, name, facts)
            else code
        )
    if _is_whole(rule, name, facts):
        return code.call("convert_dtypes")
    if reads == Reads.TIME and not rule.keys:
        return _in_full(rule, name, code, facts)
    return code.call("astype", literal("float64")) if reads == Reads.NUMBER else code


def _in_full(rule: DifferingRows, name: str, code: Code, facts: Facts) -> Code:
    """Whole rows are compared as texts: midnight is written out where a side has times of day."""
    if not any(map(has_time, facts_of(rule, name, facts))):
        return code
    return code.call("dt.strftime", literal("%Y-%m-%d %H:%M:%S.%f"))


def _has_numbers(rule: DifferingRows, name: str, facts: Facts) -> bool:
    return any(fact.type in NUMERIC for fact in facts_of(rule, name, facts))


def _is_whole(rule: DifferingRows, name: str, facts: Facts) -> bool:
    return all(fact.type == ColumnType.INTEGER for fact in facts_of(rule, name, facts))


def _give_differences(rule: DifferingRows, pairs: Code, body: Body, facts: Facts) -> None:
    same = [_alike(rule, name, pairs, body, facts) for name in rule.columns]
    if rule.missing:
        same.insert(0, pairs.item(literal("found")).compare("==", literal("both")))
    body.give(pairs.item(~body.let("alike", all_of(same))))


def _alike(rule: DifferingRows, name: str, pairs: Code, body: Body, facts: Facts) -> Code:
    mine, theirs = (pairs.item(literal(_label(rule, name, table))) for table in rule.tables())
    is_number = _reads(rule, name, facts) == Reads.NUMBER
    if is_number and (rule.tolerance or not _is_whole(rule, name, facts)):
        apart = mine.combine("-", theirs).call("abs").call("round", literal(9))
        equal = apart.compare("<=", literal(rule.tolerance))
    else:
        equal = mine.compare("==", theirs)
    certain = Code(f"({equal.text})").call("fillna", literal(False))
    return body.let(f"same {name}", certain | (mine.call("isna") & theirs.call("isna")))


def _give_counts(rule: DifferingRows, scope: Body, facts: Facts) -> None:
    """How often each row occurs on each side; as texts, so that an empty cell is one as well."""
    counts = []
    for table in rule.tables():
        side = _side(rule, table, scope, facts)
        texts = side.call("astype", literal("str")).call("fillna", literal(""))
        counted = texts.call("value_counts").call("rename", literal(_counts(table)))
        counts.append(scope.let(f"{table} rows", counted))
    both = call("pd.concat", listed(counts), axis=literal(1)).call("fillna", literal(0))
    scope.give(both.call("astype", literal("int64")).call("reset_index"))


def say_rule(rule: DifferingRows) -> str:
    """The requirement in words."""
    if not rule.keys:
        return (
            f"Each row occurs as often in {rule.table} as in {rule.other}, in all columns "
            f"({', '.join(rule.columns)}), in any order; each row that does not is reported."
        )
    give = f", give or take {rule.tolerance:g}" if rule.tolerance else ""
    only = (
        f" A {' and '.join(rule.keys)} that only one of them has is a difference."
        if rule.missing
        else " What only one of them has is not compared."
    )
    return (
        f"Rows of {rule.table} and {rule.other} with the same {_say(rule, rule.keys)} have the "
        f"same {_say(rule, rule.columns)}{give}; each that differs is reported.{only}"
    )


def _say(rule: DifferingRows, names: tuple[str, ...]) -> str:
    """The names, with those by which the other table calls them."""
    there = dict(rule.there)
    also = {name: f" ({there[name]} in {rule.other})" for name in names if name in there}
    return " and ".join(name + also.get(name, "") for name in names)


KIND = Kind(
    phrases=phrase,
    spec=DifferingRows,
    summary="Rows of two tables that should agree: each difference, with the cells of both sides.",
    emit=emit,
    lower=differing_rows_sql.lower,
    say=say_rule,
    grain=lambda rule: Grain.GROUPS,
    examples=(
        Example(
            "Reconcile amount of sent with received by order_no.",
            {
                "sent": (("order_no", "amount"), (1, 10), (2, 20), (3, 30), (4, None)),
                "received": (("order_no", "amount"), (1, 10), (2, 21), (4, None), (5, 50)),
            },
            3,
            "reconciled",
        ),
        Example(
            "Reconcile total of orders with amount of invoices by order_no.",
            {
                "orders": (("order_no", "total"), (1, 10), (2, 20), (3, 30)),
                "invoices": (("invoice_id", "order_no", "amount"), (7, 1, 10), (8, 2, 21)),
            },
            2,
            "unlike_names",
        ),
        Example(
            "sent must be identical to received.",
            {
                "sent": (("order_no", "amount"), (1, 10), (1, 10), (2, None)),
                "received": (("order_no", "amount"), (2, None), (1, 10), (3, 5)),
            },
            2,
            "identical",
        ),
    ),
)
