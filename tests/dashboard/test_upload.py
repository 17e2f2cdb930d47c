"""A file is looked at, and begun with, by processes of the agent; who may not run sees no form."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace
from backend.dashboard.uploading import Dropped, ask_agent, cancel_stage, options, read_answer
from backend.store.checks_file import read_checks
from tests.dashboard.drawing import HOSTILE, draw_view, said

CSV = "name,left\n" + "".join(f"P{n},{n % 2}\n" for n in range(200))


def test_without_a_file_the_page_says_what_will_happen(workspace: Workspace) -> None:
    page = draw_view("upload", workspace.base)

    assert not page.exception
    assert "of at most 200 MiB" in page.file_uploader[0].label
    assert "kept in data/ only when you begin" in said(page)


@pytest.mark.parametrize(
    "settings",
    ["read_only = true", 'may_run = ["ann@example.org"]', "upload_mb = 0"],
    ids=["read-only", "named", "broken"],
)
def test_who_may_not_run_sees_no_form(workspace: Workspace, settings: str) -> None:
    workspace.settings_file.write_text(f"[dashboard]\n{settings}\n")

    page = draw_view("upload", workspace.base)

    assert not page.exception
    assert not page.file_uploader and not page.button
    assert "So no file can be uploaded either." in html.unescape(said(page))


def test_read_only_on_the_command_line_shows_no_form(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AGENT_DASHBOARD_READ_ONLY", "1")

    page = draw_view("upload", workspace.base)

    assert not page.file_uploader
    assert "Read-only" in said(page)


def drop(base: Path, name: str, data: bytes) -> AppTest:
    page = draw_view("upload", base)
    page.file_uploader[0].set_value((name, data, "text/csv"))
    return page.run()


def test_a_dropped_file_is_shown_and_the_form_is_filled(workspace: Workspace) -> None:
    page = drop(workspace.base, "../My People.csv", CSV.encode())

    assert not page.exception
    assert [each.value for each in page.text_input] == ["My_People", "My_People"]
    assert page.selectbox(key="upload_target").options[0].endswith("most likely left")
    assert "<td dir='auto'>P0</td>" in said(page)
    assert [*workspace.data.iterdir()] == []


def test_what_is_no_table_is_told(workspace: Workspace) -> None:
    page = drop(workspace.base, "people.csv", b"a,a\n1,2\n")

    assert not page.exception
    assert "are both named" in html.unescape(said(page))
    assert not page.text_input


def test_hostile_cells_stay_text(workspace: Workspace) -> None:
    header, cell = HOSTILE["html"], HOSTILE["markdown"]
    page = drop(workspace.base, "<b>.csv", f'"{header}",b\n"{cell}",1\n"{cell}",2\n'.encode())

    assert not page.exception
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert html.escape(header) in said(page)


@pytest.mark.parametrize("name", ["a\0b.csv", "x" * 400 + ".csv", "--base-dir=x.csv", "\udcff.csv"])
def test_whatever_a_file_is_called_the_agent_answers(workspace: Workspace, name: str) -> None:
    dropped = Dropped(name, CSV.encode())

    answer = ask_agent(workspace.base, "begin", *dropped.words, *options([("table", "safe")]))

    assert answer.trouble == ""
    assert answer.told["file"] == "safe.csv"
    assert read_checks(workspace).checks[-1].target_table == ("safe",)


def test_cancelling_what_is_not_there_is_told(workspace: Workspace) -> None:
    assert "cached_mem has no session 'none'" in cancel_stage(workspace.base, "none")


@pytest.mark.parametrize(
    ("stdout", "code", "trouble"),
    [
        (json.dumps({"error": {"message": "No."}}).encode(), 3, "No."),
        (b"", 75, "Another run holds this workspace"),
        (b"half {", 0, "did not come to its end (exit code 0). last"),
        (b"", -9, "did not come to its end (exit code -9). last"),
    ],
    ids=["error", "busy", "no-json", "killed"],
)
def test_what_a_command_says_is_told(stdout: bytes, code: int, trouble: str) -> None:
    assert trouble in read_answer(stdout, code, b"first\nlast\n").trouble
