"""Changes in the tables: what a program reads makes it stale, and nothing else does."""

from __future__ import annotations

from typing import Any

import pytest

from backend.changes import is_fresh
from backend.contracts.schema import Column, ColumnType, Schema, TableProblem
from tests.changes_sample import (
    AT,
    COMPILER,
    DATE,
    EVENTS,
    INTEGER,
    NOTE,
    PLANNERS,
    SCHEMA,
    TEXT,
    USER_ID,
    USERS,
    check_of,
    decide_one,
    declined_of,
    reasons_of,
    schema_of,
    table_of,
    workflow_of,
)


def _with(name: str, /, **changes: Any) -> Schema:
    """The schema with one column of events changed."""
    columns = [
        column.model_copy(update=changes) if column.name == name else column
        for column in EVENTS.columns
    ]
    return schema_of(table_of("events", *columns), USERS)


SCHEMAS: dict[str, tuple[Schema, list[str]]] = {
    "a column more": (
        schema_of(
            table_of("events", NOTE, *EVENTS.columns[:2], Column(name="x", type=TEXT)), USERS
        ),
        [],
    ),
    "a table more": (schema_of(EVENTS, USERS, table_of("orders", USER_ID)), []),
    "a column that is not read goes": (schema_of(table_of("events", USER_ID, AT), USERS), []),
    "a column that is not read turns": (_with("note", type=INTEGER), []),
    "facts change": (_with("user_id", missing=3, unique=True, values=("1",)), []),
    "a few bad cells": (
        _with("user_id", type=TEXT, mostly=INTEGER),
        ["type-changed: events.user_id integer → text"],
    ),
    "a few bad dates": (
        _with("at", type=TEXT, mostly=DATE),
        ["type-changed: events.at date → text"],
    ),
    "an empty delivery": (
        schema_of(
            table_of("events", *(Column(name=n, type=TEXT) for n in ("user_id", "at")), rows=0),
            USERS,
        ),
        [],
    ),
    "a column without a value": (_with("user_id", type=TEXT, missing=9), []),
    "type": (_with("user_id", type=TEXT), ["type-changed: events.user_id integer → text"]),
    "mostly another type": (
        _with("user_id", type=TEXT, mostly=ColumnType.NUMBER),
        ["type-changed: events.user_id integer → text"],
    ),
    "format": (
        _with("at", date_format="%d/%m/%Y"),
        ["format-changed: events.at %Y-%m-%d → %d/%m/%Y"],
    ),
    "renamed": (_with("user_id", name="usr"), ["column-removed: events.user_id"]),
    "other case": (_with("user_id", name="USER_ID"), ["column-removed: events.user_id"]),
    "gone from an empty table": (
        schema_of(table_of("events", AT, rows=0), USERS),
        ["column-removed: events.user_id"],
    ),
    "a table goes": (schema_of(EVENTS), ["table-removed: users"]),
    "both go": (Schema(), ["table-removed: events", "table-removed: users"]),
    "several": (
        schema_of(table_of("events", NOTE), USERS),
        ["column-removed: events.user_id", "column-removed: events.at"],
    ),
}


@pytest.mark.parametrize(("schema", "reasons"), SCHEMAS.values(), ids=SCHEMAS)
def test_only_what_the_program_reads_makes_it_stale(schema: Schema, reasons: list[str]) -> None:
    assert reasons_of(decide_one(check_of(), workflow_of(check_of()), schema)) == reasons
    fresh = is_fresh(check_of(), workflow_of(check_of()), schema, COMPILER, PLANNERS)
    assert fresh is not bool(reasons)


def test_a_table_that_cannot_be_read_is_told() -> None:
    problem = TableProblem(table="events", file="events.csv", code="ragged", message="…")
    schema = Schema(tables={"users": USERS}, problems={"events": problem})
    expected = ["table-unreadable: events"]
    assert reasons_of(decide_one(check_of(), workflow_of(check_of()), schema)) == expected
    decision = decide_one(check_of(), declined_of(check_of()), schema)
    assert reasons_of(decision) == expected


DECLINES: dict[str, tuple[Schema, tuple[str, ...], list[str]]] = {
    "nothing": (SCHEMA, PLANNERS, []),
    "another planner": (SCHEMA, ("model@1", "offline@1"), ["planners-changed: model@1"]),
    "a newer planner": (SCHEMA, ("offline@2",), ["planners-changed: offline@2"]),
    "fewer planners": (SCHEMA, (), []),
    "a table more": (schema_of(EVENTS, USERS, table_of("orders")), PLANNERS, []),
    "a column more": (
        schema_of(table_of("events", *EVENTS.columns, Column(name="x", type=TEXT)), USERS),
        PLANNERS,
        ["schema-changed: events, users"],
    ),
    "a type": (_with("note", type=INTEGER), PLANNERS, ["schema-changed: events, users"]),
    "a table less": (schema_of(EVENTS), PLANNERS, ["schema-changed: events, users"]),
    "an empty delivery": (
        schema_of(
            table_of("events", *EVENTS.columns[:2], Column(name="note", type=INTEGER), rows=0),
            USERS,
        ),
        PLANNERS,
        [],
    ),
    "an empty delivery of other columns": (
        schema_of(table_of("events", AT, rows=0), USERS),
        PLANNERS,
        ["schema-changed: events, users"],
    ),
}


@pytest.mark.parametrize(("schema", "planners", "reasons"), DECLINES.values(), ids=DECLINES)
def test_a_decline_is_tried_again_when_there_is_hope(
    schema: Schema, planners: tuple[str, ...], reasons: list[str]
) -> None:
    decision = decide_one(check_of(), declined_of(check_of()), schema, planners=planners)
    assert reasons_of(decision) == reasons


def test_a_decline_is_tried_again_when_its_table_appears() -> None:
    workflow = declined_of(check_of(), schema_of(EVENTS))
    assert reasons_of(decide_one(check_of(), workflow, schema_of(EVENTS))) == []
    assert reasons_of(decide_one(check_of(), workflow)) == ["schema-changed: events, users"]


def test_a_decline_of_a_changed_sentence_is_tried_again() -> None:
    decision = decide_one(check_of(calculation_hint="Other."), declined_of(check_of()))
    assert reasons_of(decision) == ["text-changed"]
