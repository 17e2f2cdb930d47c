"""The second reading: SQL that an auditor can read, and that finds what the program finds.

`tests.rules.worlds.found` holds the SQL of every rule of the rules' own tests against its program.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import duckdb
import pytest
import sqlglot

from backend.contracts.errors import PlanError, ProgramError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.sql import open_duckdb, read_in_sql, run_sql
from backend.rules.catalog import facts_from, kinds, lower, read_rule
from backend.rules.duplicates import Duplicates
from backend.rules.language.terms import Lookup, Parameter, Reads, Today
from backend.rules.lowering import NotLowered
from backend.store.checks_file import read_checks
from backend.tables.cached_tables import table_file
from backend.tables.snapshot import snapshot_tables
from tests.golden.regenerate import GOLDEN, golden_sql
from tests.rules.examples import EXAMPLES, compiled
from tests.rules.words import (
    cell,
    compare,
    day,
    every,
    exists,
    matches,
    measure,
    missing,
    must,
    no,
    num,
    one_of,
    text,
)  # fmt: skip
from tests.rules.worlds import found, typed, world

ROOT = Path(__file__).resolve().parents[2]
LOWERED = sorted(path.stem for path in GOLDEN.glob("*.sql"))
X, S = cell("x"), cell("s")


@pytest.mark.parametrize("name", LOWERED)
def test_the_sql_of_an_example_finds_what_it_says(name: str) -> None:
    _, example = EXAMPLES[name]
    plan, _, frames = compiled(name)
    lowered = lower(read_rule(plan.rule), facts_from(plan.columns_read))
    read = run_sql(lowered, frames, as_of="2024-07-01")

    flagged = len(read.records) if isinstance(example.flagged, int) else read.rows
    assert flagged == example.flagged
    assert read.tested


def test_the_sql_of_each_example_is_the_golden_one() -> None:
    golden = {path.stem: path.read_text("utf-8") for path in GOLDEN.glob("*.sql")}

    assert golden == golden_sql(), "run `python -m tests.golden.regenerate` and read the diff"
    for sql in golden.values():
        assert len([each for each in sqlglot.parse(sql, read="duckdb") if each]) == 2


def test_the_shipped_checks_find_the_same_in_sql(tmp_path: Path) -> None:
    for folder in ("checks", "data"):
        shutil.copytree(ROOT / "backend" / folder, tmp_path / folder)
    workspace = Workspace(tmp_path)
    schema = snapshot_tables(workspace, Schema())
    expected = json.loads((ROOT / "tests" / "expected_example.json").read_text("utf-8"))
    flagged = {each["check_id"]: each["flagged"] for each in expected if "flagged" in each}
    counts = {}
    for check in filter(lambda check: check.enabled, read_checks(workspace).checks):
        try:
            plan = OfflinePlanner().plan(check, schema)
        except PlanError:
            continue
        lowered = lower(read_rule(plan.rule), facts_from(plan.columns_read))
        files = {table: table_file(workspace, schema.tables[table]) for table in plan.tables}
        read = run_sql(lowered, files, as_of="2026-11-20", params=check.params)
        counts[check.check_id] = len(read.rows) + len(read.records)

    assert len(counts) > 40
    assert counts == {name: flagged.get(name) for name in counts}


HOSTILE = [
    "a'b",
    'a"b',
    "a;--b",
    "a*/b",
    "a\nb",
    "a\\b",
    "a$b",
    "{a}",
    "ünï 😀",
    "%s",
    "a.b",
    "NULL",
]


@pytest.mark.parametrize("word", HOSTILE)
def test_no_name_and_no_value_breaks_out_of_its_quotes(word: str) -> None:
    """`found` holds program and SQL against each other."""
    tables = typed({word: {"id": ["1", "2"], f"x{word}": [word, "other"]}})
    of = cell(f"x{word}", word)
    rule = must(
        every(
            no(compare(of, "==", text(word), "text")),
            no(one_of(of, word, reads="text")),
            no(matches(of, "contains", word)),
        ),
        table=word,
    )

    assert found(rule, tables).rows == [0]
    repeated = Duplicates(table=word, columns=(f"x{word}",))
    assert found(repeated, tables).rows == []


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (must(matches(S, "pattern", r"(a)\1")), "refers back"),
        (must(matches(S, "pattern", "a(?=b)")), "looks ahead"),
        (must(compare(S, "==", text("a\0b"), "text")), "no SQL text"),
        (must(compare(S, "==", text("\ud800"), "text")), "no SQL text"),
        (must(compare(X, "==", measure("top", X))), "most frequent"),
        (must(compare(cell("x"), ">", cell("X"))), "are one in SQL"),
        (must(compare(cell("_ROW"), ">", num(1))), "are one in SQL"),
        (must(exists("T", ("x", "x"))), "case only"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_sql_cannot_say_alike_is_not_lowered(rule: Any, reason: str) -> None:
    cells = {"s": ["a"], "x": ["1"], "X": ["2"], "_ROW": ["3"]}
    tables = typed({"t": cells, "T": {"x": ["1"]}})

    with pytest.raises(NotLowered, match=reason) as error:
        lower(rule, tables.facts)
    assert error.value.code == "not-lowered"


def test_every_kind_is_lowered() -> None:
    told = {EXAMPLES[name][0] for name in LOWERED}

    assert told == set(kinds())


def test_a_parameter_and_the_day_of_the_run_are_given_with_each_reading() -> None:
    tables = world(t=[("x", "d"), (1, "2024-01-01"), (5, "2024-02-01"), (9, "2024-03-01")])
    limit = Parameter(name="limit", reads=Reads.NUMBER)
    rule = must(every(compare(X, "<=", limit), compare(cell("d"), "<=", Today(), "date")))

    for given, as_of, rows in ((5, "2024-02-01", (2,)), (0, "2023-12-31", (0, 1, 2))):
        read = read_in_sql(
            rule, tables.facts, tables.frames, as_of=as_of, params={"limit": given, "other": 1}
        )
        assert read.rows == rows


def test_cells_that_are_no_numbers_or_dates_may_arrive_in_a_column_of_them() -> None:
    """The facts are those of a day when all cells were good."""
    good = world(t=[("x", "d"), (1, "2024-01-01")])
    bad = world(t=[("x", "d"), ("n/a", "2024-01-01"), (3, "soon"), (None, None), (1, "2024-01-02")])
    rule = must(every(compare(X, "<", num(3)), compare(cell("d"), "!=", day("2024-01-01"), "date")))

    assert read_in_sql(rule, good.facts, bad.frames).rows == (0, 1)


def test_the_database_reaches_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n", "utf-8")
    with open_duckdb() as connection:
        for statement in (
            f"SELECT * FROM read_csv('{secret}')",
            f"COPY (SELECT 1) TO '{tmp_path / 'out.csv'}'",
            f"ATTACH '{tmp_path / 'other.db'}'",
            "INSTALL httpfs",
            "SET enable_external_access = true",
        ):
            with pytest.raises(duckdb.Error):
                connection.execute(statement)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


def test_one_database_serves_many_readings() -> None:
    """No table of one reading is there in the next."""
    first, second = world(t=[("x",), (1,)], u=[("x",), (1,)]), world(t=[("x",), (2,), (3,)])
    with open_duckdb() as connection:
        rule = must(exists("u", ("x", "x")))
        read = read_in_sql(rule, first.facts, first.frames, connection=connection)
        assert (read.rows, read.tested) == ((), 1)
        read = read_in_sql(must(missing(X)), second.facts, second.frames, connection=connection)
        assert (read.rows, read.tested) == ((0, 1), 2)
        left = connection.execute("SELECT COUNT(*) FROM duckdb_views() WHERE NOT internal")
        assert left.fetchall() == [(0,)]


def test_two_parents_of_one_key_fail_as_the_program_does() -> None:
    tables = world(t=[("k", "x"), (1, 5)], u=[("k", "x"), (1, 5), (1, 6)])
    rule = must(compare(X, "==", Lookup(table="u", column="x", keys=(("k", "k"),))))

    with pytest.raises(ProgramError) as error:
        read_in_sql(rule, tables.facts, tables.frames)
    assert error.value.code == "sql-failed"
