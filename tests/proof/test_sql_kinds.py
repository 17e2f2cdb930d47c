"""SQL against programs, kind by kind: on witnesses, by chance, and where one of them must fail."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest
from pandas.errors import InvalidIndexError

from backend.contracts.errors import ProgramError
from backend.contracts.plan import Grain
from backend.contracts.witness import TinyTable, Witness
from backend.proof.meaning.distributions import skewness
from backend.proof.sql import Found, open_duckdb, read_in_sql
from backend.proof.witnesses import as_frames, derive_witnesses
from backend.rules.catalog import facts_from, kind_of, lower, read_rule
from backend.rules.changed_measures import ChangedMeasures
from backend.rules.differing_rows import DifferingRows
from backend.rules.earlier_runs import Baseline, history_facts
from backend.rules.empty_columns import EmptyColumns
from backend.rules.language.rows import Facts
from backend.rules.language.terms import Aggregate, Lookup, Measure
from backend.rules.lowering import NotLowered
from backend.rules.odd_distributions import OddDistributions
from backend.rules.parent_cycles import ParentCycles
from backend.rules.rule import Rule
from backend.rules.running_totals import RunningTotals
from backend.rules.unexpected_shares_sql import limit_of
from tests.proof.trials import AS_OF, told
from tests.rules.examples import EXAMPLES, compiled
from tests.rules.words import cell, compare, must, num
from tests.rules.worlds import World, found, typed, world

KINDS = (
    "changed_columns", "changed_measures", "changed_values", "differing_rows", "empty_columns",
    "mixed_types", "odd_distributions", "outdated_values", "parent_cycles", "running_totals",
    "unexpected_shares", "unlike_headers", "weak_correlations",
)  # fmt: skip
CHANCES = 12


def by_chance(witnesses: tuple[Witness, ...]) -> list[Witness]:
    """Small tables of the cells that witnesses have; the same each time."""
    pools: dict[str, dict[str, set[Any]]] = {}
    for witness in witnesses:
        for name, table in witness.tables.items():
            columns = pools.setdefault(name, {})
            for place, column in enumerate(table.columns):
                columns.setdefault(column, {None}).update(row[place] for row in table.rows[:40])
    seed = random.Random(7)

    def table_of(columns: dict[str, set[Any]]) -> TinyTable:
        cells = [sorted(column, key=repr) for column in columns.values()]
        rows = [tuple(map(seed.choice, cells)) for _ in range(seed.randint(1, 8))]
        return TinyTable(columns=tuple(columns), rows=tuple(rows))

    return [
        Witness(
            says="by chance",
            tables={name: table_of(columns) for name, columns in pools.items()},
            as_of=AS_OF,
        )
        for _ in range(CHANCES)
    ]


@pytest.mark.parametrize("name", [name for name, (kind, _) in EXAMPLES.items() if kind in KINDS])
def test_sql_finds_what_the_program_does(name: str) -> None:
    plan, program, _ = compiled(name)
    rule = read_rule(plan.rule)
    facts = {**facts_from(plan.columns_read), **history_facts(plan.tables)}
    witnesses = derive_witnesses(rule, facts, params={}, as_of=AS_OF)
    read = failing = 0
    with open_duckdb() as connection:
        for witness in (*witnesses, *by_chance(witnesses)):
            try:
                wanted = told(program.source, rule, witness, facts, {})
            except (ValueError, InvalidIndexError):
                continue
            result = _read(rule, facts, witness, connection)
            if result is None:
                continue
            assert _as_told(rule, result) == wanted, (witness, lower(rule, facts).sql())
            read, failing = read + 1, failing + bool(wanted[0] or wanted[1])
    assert read >= len(witnesses) // 2
    assert failing


def _read(rule: Rule, facts: Facts, witness: Witness, connection: Any) -> Found | None:
    """None where names of columns differ in case only."""
    try:
        return read_in_sql(
            rule, facts, as_frames(witness, facts), as_of=AS_OF, connection=connection
        )
    except NotLowered:
        assert rule.kind in ("unlike_headers", "changed_columns", "empty_columns")
        return None


def _as_told(rule: Rule, result: Found) -> tuple[tuple[int, ...] | None, int | None, int]:
    if kind_of(rule).grain(rule) is Grain.ROWS:
        return result.rows, None, result.tested
    return None, len(result.records), result.tested


WARDS = world(
    stays=[
        ("stay", "ward", "zone"),
        (1, "a", 1), (2, "b", 1), (3, "c", 2), (4, None, 1), (5, "z", 1), (6, "a", None),
        (7, "d", 9), (8, "e", 1),
    ],
    wards=[("ward", "hospital"), ("a", 1), ("b", 2), ("c", 2), ("d", None), ("e", 9)],
    hospitals=[("id", "country"), (1, "NL"), (2, "DE"), (3, "FR")],
    countries=[("code", "zone"), ("NL", 1), ("DE", 2)],
)  # fmt: skip


def zone_of(*ways: tuple[str, str, str, str]) -> Lookup:
    """From row to row: the key here, the next table, its key, the cell that is read there."""
    step: Lookup | None = None
    for mine, table, theirs, column in ways:
        step = Lookup(table=table, column=column, keys=((mine, theirs),), key_of=step)
    assert step is not None
    return step


def test_a_look_up_goes_over_several_tables() -> None:
    far = zone_of(
        ("ward", "wards", "ward", "hospital"),
        ("hospital", "hospitals", "id", "country"),
        ("country", "countries", "code", "zone"),
    )
    rule = must(compare(cell("zone", "stays"), "==", far), table="stays")

    assert read_in_sql(rule, WARDS.facts, WARDS.frames) == Found(3, (1,))
    assert found(rule, WARDS)[:2] == ([1], 3)


def test_a_look_up_goes_up_a_table_of_its_own() -> None:
    staff = world(t=[("id", "boss", "pay"), (1, None, 9), (2, 1, 7), (3, 2, 8), (4, 3, 8)])
    above = zone_of(("boss", "t", "id", "boss"), ("boss", "t", "id", "pay"))
    rule = must(compare(cell("pay"), "<", above))

    assert read_in_sql(rule, staff.facts, staff.frames) == Found(2, (3,))
    assert found(rule, staff)[:2] == ([3], 2)


def test_two_rows_on_the_way_of_a_look_up_fail() -> None:
    tables = world(
        t=[("k", "x"), (1, 5)], u=[("k", "j"), (1, 3)], v=[("j", "x"), (3, 5), (3, 6), (4, 1)]
    )
    far = zone_of(("k", "u", "k", "j"), ("j", "v", "j", "x"))

    with pytest.raises(ProgramError) as error:
        read_in_sql(must(compare(cell("x"), "==", far)), tables.facts, tables.frames)
    assert error.value.code == "sql-failed"


TWICE = world(
    t=[("id", "up", "v"), (1, 2, 1), (2, 1, 1), (2, None, 2)], o=[("id", "v"), (1, 1), (2, 1)]
)
LINKED = world(t=[("id", "up"), (1, 2), (2, 1), (2, 3)])


@pytest.mark.parametrize(
    ("rule", "tables"),
    [
        (ParentCycles(table="t", parent="up", key="id"), LINKED),
        (DifferingRows(table="t", other="o", keys=("id",), columns=("v",)), TWICE),
        (DifferingRows(table="o", other="t", keys=("id",), columns=("v",), missing=True), TWICE),
    ],
)
def test_a_key_that_occurs_twice_fails_as_the_program_does(rule: Rule, tables: World) -> None:
    with pytest.raises(ProgramError, match="occurs twice"):
        read_in_sql(rule, tables.facts, tables.frames)
    with pytest.raises((ValueError, InvalidIndexError), match=r"unique|one-to-one"):
        found(rule, tables)


def test_long_ways_and_circles_are_followed_to_their_end() -> None:
    ends = {"way": [None, *range(300)], "circle": [299, *range(299)], "tail": [1, 0, *range(300)]}
    flagged = {}
    for name, parents in ends.items():
        links = [None if parent is None else str(parent) for parent in parents]
        tables = typed({"t": {"id": [str(n) for n in range(len(links))], "up": links}})
        rule = ParentCycles(table="t", parent="up", key="id")
        flagged[name] = len(read_in_sql(rule, tables.facts, tables.frames).rows)

    assert flagged == {"way": 0, "circle": 300, "tail": 2}


@pytest.mark.parametrize(
    ("freedom", "level", "limit"),
    [(1, 0.05, 3.841459), (2, 0.05, 5.991465), (5, 0.01, 15.08627), (10, 0.1, 15.98718)],
)
def test_the_limit_of_the_test_is_the_one_of_the_tables(
    freedom: int, level: float, limit: float
) -> None:
    """NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4, and more digits of the same."""
    assert limit_of(freedom, level) == pytest.approx(limit, abs=1e-5)


def test_shape_is_told_of_numbers_far_from_zero() -> None:
    numbers = (1, 2, 2, 3, 40)
    tables = world(t=[("x",), *((1e9 + each,) for each in numbers)])
    rule = OddDistributions(table="t", column="x", measure="skewness", bounds=(("<=", 1.0),))

    [record] = read_in_sql(rule, tables.facts, tables.frames).records
    assert record["skewness"] == pytest.approx(skewness([Fraction(each) for each in numbers]))


def test_only_rows_that_count_fill_a_column() -> None:
    tables = world(t=[("on", "a", "column"), (1, None, 5), (0, 2, 5), (1, None, 6)])
    rule = EmptyColumns(table="t", where=compare(cell("on"), "==", num(1)))

    result = read_in_sql(rule, tables.facts, tables.frames)
    assert (result.tested, [each["column"] for each in result.records]) == (3, ["a"])
    assert found(rule, tables).tested == 3


def _rows_changed(since: Baseline, **fields: Any) -> ChangedMeasures:
    of = Aggregate(measure=Measure.COUNT, table="t", **fields)
    return ChangedMeasures(table="t", of=of, since=since, least=0)


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (RunningTotals(table="t", total="x", amount="X"), "are one in SQL"),
        (DifferingRows(table="t", other="o", keys=("Found",), columns=("x",)), "are one in SQL"),
        (_rows_changed(Baseline(runs=3), by=("x",)), "one run"),
        (_rows_changed(Baseline(runs=3)), "one run"),
    ],
)  # fmt: skip
def test_what_has_no_meaning_or_no_name_of_its_own_is_not_lowered(rule: Rule, reason: str) -> None:
    header = ("x", "X", "n", "Rows", "Found")
    tables = world(t=[header, (1, 2, 3, 4, 5)], o=[header, (1, 2, 3, 4, 5)])
    with pytest.raises(NotLowered, match=reason):
        lower(rule, tables.facts)
