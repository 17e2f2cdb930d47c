"""Overview, Checks and Check show what the files say, and say what is missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace
from backend.dashboard.views.check import PARTS
from tests.dashboard.drawing import HOSTILE, draw_view, said
from tests.dashboard.full_workspace import RUNS, make

TABS = [part.name for part in PARTS]
DAMAGED = (
    "workflows.json",
    "checks_rollup.csv",
    "runs_log.jsonl",
    "table_snapshots.json",
)


@pytest.fixture
def full(tmp_path: Path) -> Workspace:
    return make(tmp_path / "made")


def words(page: AppTest) -> str:
    """What a person reads: the markup away, its signs as they are."""
    plain = re.sub(r"<[^>]+>", " ", said(page))
    return plain.replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")


def open_part(base: Path, check_id: str, part: str) -> AppTest:
    page = draw_view("check", base, check=check_id)
    page.session_state[f"parts of {check_id}"] = part
    return page.run()


def test_overview_counts_verdicts_and_tells_the_last_run(full: Workspace) -> None:
    page = draw_view("overview", full.base)
    told = words(page)

    assert not page.exception
    for part in ("✕ FAIL 1 25% of all", "! ERROR 1", "✓ PASS 1", "○ not run yet 1"):
        assert re.search(re.escape(part).replace(r"\ ", r"\s+"), told)
    assert re.search(r"took\s+1\.5 s", told)
    assert "0 model calls: all 3 checks ran from memory" in told
    assert "full (bubblewrap)" in told
    assert "Every check came out as it did in the run before." in told


def test_overview_tells_what_changed(full: Workspace) -> None:
    log = full.runs_log_file.read_text().splitlines(keepends=True)
    full.runs_log_file.write_text("".join(log[:6]))

    cells = draw_view("overview", full.base).dataframe[0].value

    assert cells.iloc[0].tolist() == ["CHK-1", "Prices", ["✕ FAIL"], ["✕ FAIL"], 3, 5]


def test_checks_are_sorted_by_what_needs_someone(full: Workspace) -> None:
    page = draw_view("checks", full.base)
    cells = page.dataframe[0].value

    assert cells["check"].tolist() == ["CHK-2", "CHK-1", "CHK-3", "CHK-4"]
    assert [verdict[0] for verdict in cells["verdict"]] == [
        "! ERROR",
        "✕ FAIL",
        "✓ PASS",
        "○ not run yet",
    ]
    assert cells["flagged"].tolist()[1] == 5


@pytest.mark.parametrize(
    ("key", "value", "left"),
    [
        ("sought", "reasonable", ["CHK-2"]),
        ("sought", "PRICE positive", ["CHK-1"]),
        ("verdicts", ["PASS"], ["CHK-3"]),
        ("by Severity", ["critical"], ["CHK-1"]),
        ("by Owner", ["b@example.com"], ["CHK-2"]),
        ("by Tag", ["nightly"], ["CHK-1"]),
        ("by Table", ["orders"], ["CHK-2", "CHK-1", "CHK-3", "CHK-4"]),
        ("by Stage", ["rule"], ["CHK-2", "CHK-1", "CHK-3", "CHK-4"]),
    ],
)
def test_filter_leaves_the_checks_that_fit(
    full: Workspace, key: str, value: object, left: list[str]
) -> None:
    page = draw_view("checks", full.base)
    page.session_state[key] = value
    page.run()

    assert not page.exception
    assert page.dataframe[0].value["check"].tolist() == left


def test_filters_that_leave_nothing_say_so(full: Workspace) -> None:
    page = draw_view("checks", full.base)
    page.session_state["sought"] = "no such words"

    assert "No check fits all of these." in said(page.run())


def test_check_shows_how_its_sentence_was_understood(full: Workspace) -> None:
    page = draw_view("check", full.base, check="CHK-1")
    told = words(page)

    assert not page.exception
    assert 'class="pa-word pa-w-column" title="column price">price</span>' in said(page)
    for part in (
        "✕ FAIL",
        "5 (50.0%)",
        "an empty price is not flagged",
        "1,234 more",
        "the filter leaves 0 of 10 rows",
        "Empty values are not flagged.",
    ):
        assert part in told


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("Program", 'orders = tables["orders"]'),
        ("Proof", "price just at 0"),
        ("Proof", "1 of 1 (100%)"),
        ("Proof", "no table can: nothing is empty"),
        ("Proof", "given by the owner"),
        ("SQL", "SELECT"),
        ("History", RUNS[0]),
        ("Compiles", "2 more, 0 fewer"),
        ("Compiles", "price must be above -2."),
        ("Compiles", "orders.csv:6"),
        ("Printed", "The program printed nothing."),
        ("Flagged rows", "orders.csv:6"),
    ],
)
def test_each_part_of_a_check_shows_its_own(full: Workspace, part: str, shown: str) -> None:
    page = open_part(full.base, "CHK-1", part)

    assert not page.exception
    assert shown in words(page)


def test_flagged_rows_are_searched_and_lead_with_what_the_rule_reads(full: Workspace) -> None:
    page = draw_view("check", full.base, check="CHK-1")
    page.text_input(key="find in CHK-1").set_value("-3").run()
    cells = page.dataframe[0].value

    assert cells.columns.tolist() == ["_source", "price", "order_id", "note"]
    assert cells.iloc[:, :2].values.tolist() == [["orders.csv:3", "-3"]]


@pytest.mark.parametrize(
    ("check_id", "told"),
    [
        ("CHK-2", "'look reasonable' is not understood. (not-understood)"),
        ("CHK-3", "A changed program of 2026-11-20 03:00 waits for approval"),
        ("CHK-4", "Not compiled yet: the next run does it."),
        ("CHK-9", "There is no check 'CHK-9' in this workspace."),
    ],
    ids=["declined", "pending", "new", "unknown"],
)
def test_check_without_a_verdict_says_why(full: Workspace, check_id: str, told: str) -> None:
    page = draw_view("check", full.base, check=check_id)

    assert not page.exception
    assert told in words(page)


@pytest.mark.parametrize("part", TABS)
@pytest.mark.parametrize("check_id", ["CHK-2", "CHK-3"], ids=["declined", "without a plan"])
def test_parts_that_are_not_there_are_no_error(full: Workspace, check_id: str, part: str) -> None:
    assert not open_part(full.base, check_id, part).exception


@pytest.mark.parametrize("view", ["overview", "checks", "check", "runs", "data"])
@pytest.mark.parametrize("file", DAMAGED)
def test_damaged_file_costs_no_page(full: Workspace, file: str, view: str) -> None:
    (full.memory / file).write_bytes(b'{"half": \xff\n')

    assert not draw_view(view, full.base).exception


@pytest.mark.parametrize("view", ["overview", "checks", "check"])
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_names_never_become_markup(full: Workspace, name: str, view: str) -> None:
    entries = json.loads(full.checks_file.read_text())
    entries[0] |= {"check_name": name, "owner": name, "tags": [name], "calculation_hint": name}
    full.checks_file.write_text(json.dumps(entries))

    page = draw_view(view, full.base, check="CHK-1")

    assert not page.exception
    html = "".join(element.proto.body for element in page.get("html"))
    assert "<img" not in html
    assert "<script" not in html
    assert not [part for part in page.markdown if name in part.value]
    assert not [part for part in page.caption if name in part.value]
