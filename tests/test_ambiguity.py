"""Sentences that can be read in two ways: one reading where no witness tells them apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from backend.agent import Request, main, run
from backend.ambiguity import planned, tell_apart
from backend.contracts.check import Check
from backend.contracts.errors import AmbiguousCheck
from backend.contracts.plan import Plan
from backend.contracts.schema import Schema
from backend.contracts.verdict import RunRecord
from backend.contracts.witness import Witness
from backend.planner.offline.planner import OfflinePlanner
from backend.proof.meaning import NoPlainReading
from backend.tables.snapshot import snapshot_tables
from backend.toolbox import open_toolbox
from backend.understanding import check_of
from tests.near_sandbox import NearSandbox
from tests.tiny_workspace import AS_OF, TinyWorkspace, Watched, by_id, entry

PARCELS = """parcel_id,state,weight,length,sent_on,mark
a,sent,0,5,2024-01-01,10
b,SENT,0,20,2024-02-01,5
c,Sent,10,7,2024-03-01,none
d,lost,,5,,none
"""
TORN = "Sent parcels must have a positive weight"
ONE = "weight and length must be 10 or 5"


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    found = TinyWorkspace(tmp_path / "w", entry("TORN", TORN, "parcels"))
    found.write_table("parcels.csv", PARCELS)
    return found


@pytest.fixture
def schema(tiny: TinyWorkspace) -> Schema:
    return snapshot_tables(tiny.workspace, Schema())


def plan_of(sentence: str, schema: Schema) -> Plan:
    table = "orders" if "order" in sentence or "price" in sentence else "parcels"
    return OfflinePlanner().plan(check_of(sentence, [table]), schema)


def held(one: str, other: str, schema: Schema) -> Witness | None:
    plans = plan_of(one, schema), plan_of(other, schema)
    assert plans[0].rule != plans[1].rule
    return tell_apart(*plans, check_of(one, plans[0].tables), schema, AS_OF)


class Torn:
    """A planner that reads a sentence as several, each of which it understands."""

    name = "torn@1"

    def __init__(self, *sentences: str) -> None:
        self._sentences = sentences

    def plan(self, check: Check, schema: Schema) -> Plan:
        readings = [plan_of(sentence, schema) for sentence in self._sentences]
        raise AmbiguousCheck("C: read in several ways.", readings=readings)


def torn(schema: Schema, *sentences: str) -> Plan:
    return planned(Torn(*sentences), check_of("?", ["orders"]), schema, AS_OF)


# Pairs of rules --------------------------------------------------------------------------------

APART = {
    "one bound": ("price must be more than 0", "price must be at least 0"),
    "empty cells": ("price must be at least 0", "price must be filled and at least 0"),
    "other columns": ("weight must be at least 3", "length must be at least 3"),
    "an empty state": ("state must be sent or lost", "state must be sent or lost or empty"),
    "a share": (
        "At least 90% of the parcels must have a weight",
        "More than 90% of the parcels must have a weight",
    ),
    "a mean": ("The average price must be at least 2", "The average price must be more than 2"),
    "a count in each group": (
        "Each state must have at least 2 parcels",
        "Each state must have at least 3 parcels",
    ),
    "a day": ("sent_on must not be in the future", "sent_on must be before today"),
    "duplicates of one or two columns": (
        "weight must be unique",
        "The combination of weight and length must be unique",
    ),
}


@pytest.mark.parametrize(("one", "other"), APART.values(), ids=APART)
def test_rules_that_differ_are_told_apart_either_way_round(
    one: str, other: str, schema: Schema
) -> None:
    assert held(one, other, schema) is not None
    assert held(other, one, schema) is not None


ALIKE = {
    "whole numbers": ("price must be more than 0", "price must be at least 1"),
    "whole numbers between": ("price must be more than 0", "price must not be less than 1"),
    "a count of rows": (
        "Each state must have more than 2 parcels",
        "Each state must have at least 3 parcels",
    ),
}


@pytest.mark.parametrize(("one", "other"), ALIKE.values(), ids=ALIKE)
def test_rules_that_no_table_tells_apart(one: str, other: str, schema: Schema) -> None:
    assert held(one, other, schema) is None


def test_witness_keeps_only_the_rows_that_matter(schema: Schema) -> None:
    witness = held("price must be more than 0", "price must be at least 0", schema)

    assert witness is not None
    assert witness.tables["orders"].rows == (("0",),)


OPEN = {
    "of rows and of groups": ("price must be unique", "The average price must be at least 2"),
    "alike only at this bound": (
        "The number of distinct length values must be at least 1",
        "The number of parcels with a length must be at least 1",
    ),
    "of two tables": ("price must be at least 2", "weight must be at least 2"),
}


@pytest.mark.parametrize(("one", "other"), OPEN.values(), ids=OPEN)
def test_what_cannot_be_held_side_by_side_is_not_called_alike(
    one: str, other: str, schema: Schema
) -> None:
    with pytest.raises(NoPlainReading):
        held(one, other, schema)


# Sentences -------------------------------------------------------------------------------------

DECLINED = {
    "one bound": (
        ["price must be more than 0", "price must be at least 0"],
        "They differ on a row with price = 0: (1) flags it, (2) does not.",
    ),
    "the third of three": (
        [
            "price must be more than 0",
            "price must be at least 1",
            "price must be filled and at least 1",
        ],
        "They differ on a row with price empty: ",
    ),
    "two rows": (
        ["weight must be unique", "length must be unique"],
        "They differ on a row with weight = ",
    ),
    "no common table": (["price must be at least 2", "weight must be at least 2"], "ways."),
}


@pytest.mark.parametrize(("sentences", "told"), DECLINED.values(), ids=DECLINED)
def test_readings_that_differ_are_declined_with_the_row(
    sentences: list[str], told: str, schema: Schema
) -> None:
    with pytest.raises(AmbiguousCheck) as declined:
        torn(schema, *sentences)

    assert str(declined.value).startswith("C: read in several ways.")
    assert told in str(declined.value)
    assert len(declined.value.readings) == len(sentences)


def test_the_likeliest_of_readings_that_are_alike_is_kept_and_the_others_are_told(
    schema: Schema,
) -> None:
    plan = torn(schema, "price must be more than 0", "price must be at least 1")

    assert plan.rule == plan_of("price must be more than 0", schema).rule
    assert "price is at least 1" in plan.assumptions[-1]


@pytest.mark.parametrize("share", ["10%", "2%", "50%"])
def test_two_measures_of_a_sentence_are_shown_with_rows(share: str, schema: Schema) -> None:
    check = check_of(f"At most {share} of the state values may be duplicates.", ["parcels"])
    with pytest.raises(AmbiguousCheck, match=r"differ on (a row|rows) of parcels with state "):
        planned(OfflinePlanner(), check, schema, AS_OF)


def test_a_sentence_without_plans_of_its_readings_stays_ambiguous(schema: Schema) -> None:
    with pytest.raises(AmbiguousCheck, match=r"ways\.$"):
        torn(schema)


# Whole runs ------------------------------------------------------------------------------------


def record_of(tiny: TinyWorkspace, sentence: str) -> RunRecord:
    tiny.write_checks(entry("C", sentence, "parcels"))
    toolbox = replace(open_toolbox(offline=True), open_sandbox=NearSandbox)
    return by_id(run(Request(tiny.workspace, (), AS_OF, "fail"), toolbox, Watched()))["C"]


def test_run_declines_with_both_readings_and_the_row(tiny: TinyWorkspace) -> None:
    record = record_of(tiny, TORN)

    assert (record.verdict, record.code) == ("ERROR", "ambiguous")
    assert "can be read in 2 ways" in record.reason
    assert "They differ on a row with state = Sent, weight = 0" in record.reason


def test_run_judges_a_sentence_whose_readings_flag_the_same_rows(
    tiny: TinyWorkspace, schema: Schema
) -> None:
    with pytest.raises(AmbiguousCheck):
        plan_of(ONE, schema)
    record = record_of(tiny, ONE)

    assert (record.verdict, record.flagged) == ("FAIL", 3)
    plan = tiny.workflow("C").plan
    assert plan is not None
    assert any("flags the same rows" in each for each in plan.assumptions)


@pytest.mark.parametrize(
    ("sentence", "code", "told"),
    [
        (TORN, 1, "They differ on a row with state = Sent, weight = 0"),
        (ONE, 0, "flags the same rows"),
    ],
)
def test_explain_says_the_same(
    sentence: str, code: int, told: str, tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    base = str(tiny.workspace.base)
    given = main(["explain", "--sentence", sentence, "--tables", "parcels", "--base-dir", base])

    assert told in capsys.readouterr().out
    assert (given != 0) is bool(code)
