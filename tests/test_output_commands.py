"""The commands that turn a run into files: report, annotate, split."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import Workbook, load_workbook

from backend.agent import main
from backend.contracts.workspace import Workspace
from tests.tiny_workspace import ORDERS, TinyWorkspace, entry, state

ROOT = Path(__file__).resolve().parent.parent
PRICE = entry("PRICE", "price must be at least 0", owner="money@x.org", severity="high")
KNOWN = entry("KNOWN", "user_id must exist in users", "orders,users", tags="join")
EMAIL = entry("EMAIL", "email must be filled", "users")
MEAN = entry("MEAN", "mean price must be at most 0 per user_id")
VAGUE = entry("VAGUE", "be nice", "users")
STOCK = entry("STOCK", "price must be at least 0", "book", owner="stock@x.org")
DAY = entry("DAY", "day must not be in the future", "book")
FORMULA = {"check_name": "=1+1 <script>", "owner": "@everyone"}


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TinyWorkspace:
    made = TinyWorkspace(tmp_path / "w", PRICE, KNOWN | FORMULA, EMAIL, MEAN, VAGUE, STOCK, DAY)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [("sku", "price", "day"), ("007", 5, "2024-01-01"), ("008", -3, "2031-01-01")]:
        sheet.append(list(row))
    book.save(made.workspace.data / "book.xlsx")
    made.run()
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return made


def call(tiny: TinyWorkspace, *arguments: str) -> int:
    before = state(tiny.workspace.base)
    code = main([*arguments, "--base-dir", str(tiny.workspace.base)])
    assert state(tiny.workspace.base) == before
    return code


def wrote() -> list[str]:
    return sorted(path.name for path in Path().iterdir())


def test_all_reports_are_of_the_last_run(tiny: TinyWorkspace) -> None:
    files = ["--junit", "j.xml", "--markdown", "m.md", "--html", "h.html", "--excel", "e.xlsx"]
    code = call(tiny, "report", *files)
    suites = ElementTree.parse("j.xml").getroot()
    summary = load_workbook("e.xlsx")["Summary"]

    assert code == 0
    assert len([*suites.iter("testcase")]) == 7
    assert len([*suites.iter("failure")]) == 6
    assert len([*suites.iter("error")]) == 1
    assert "=1+1 &lt;script&gt;" in Path("h.html").read_text("utf-8")
    assert "\\=1\\+1 \\<script\\>" in Path("m.md").read_text("utf-8")
    assert summary.max_row == 8
    assert {cell.data_type for row in summary.iter_rows() for cell in row} == {"s", "n"}


def test_workbook_keeps_types(tiny: TinyWorkspace) -> None:
    call(tiny, "report", "--excel", "e.xlsx")
    rows = [*load_workbook("e.xlsx")["STOCK"].iter_rows(values_only=True)]
    assert rows[1] == ("book", 1, "book.xlsx!Sheet:3", "008", -3, "2031-01-01")


def test_markdown_goes_to_stdout_by_default(
    tiny: TinyWorkspace, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert call(tiny, "report") == 0
    assert capfdbinary.readouterr().out.startswith(b"## 7 of 7 checks fail\n")
    assert wrote() == []


def test_another_run_is_named_and_changes_are_told(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    first = tiny.logged()[0].run_id
    tiny.write_table("orders.csv", ORDERS.replace("-3", "3"))
    tiny.run()
    call(tiny, "report")
    text = capsys.readouterr().out
    assert "- PRICE name of PRICE: FAIL → PASS\n" in text
    call(tiny, "report", "--run", first)
    text = capsys.readouterr().out
    assert f"run {first}" in text
    assert "Since" not in text


def test_rows_that_are_gone_are_told_and_the_rest_is_written(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(next(tiny.workspace.artifacts.glob("*/PRICE")))
    assert call(tiny, "report", "--excel", "e.xlsx") == 2
    assert "are not there any more" in capsys.readouterr().err
    assert load_workbook("e.xlsx").sheetnames[:1] == ["Summary"]


def test_book_is_copied_with_its_offending_cells_marked(tiny: TinyWorkspace) -> None:
    assert call(tiny, "annotate", "book.xlsx") == 0
    sheet = load_workbook("book.annotated.xlsx").active
    assert sheet is not None
    comments = {
        cell.coordinate: cell.comment.text
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }
    assert list(comments) == ["B3", "C3"]
    assert comments["B3"].startswith("STOCK name of STOCK\nFAIL: ")
    assert comments["B3"].endswith("\nOwner: stock@x.org")
    assert sheet["B3"].value == -3


def test_rule_about_whole_rows_marks_their_first_cells(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    for title in ("one", "two"):
        sheet = book.create_sheet(title)
        for row in [("a", "b"), (1, title), (2, "y"), (1, title)]:
            sheet.append(list(row))
    book.remove(book["Sheet"])
    book.save(tiny.workspace.data / "sheets.xlsx")
    tiny.write_checks(entry("TWICE", "There must be no duplicate rows.", "sheets.two"))
    assert main(["run", "--offline", "--base-dir", str(tiny.workspace.base)]) == 1
    assert call(tiny, "annotate", "sheets.xlsx", "-o", "copy.xlsx") == 0
    copy = load_workbook("copy.xlsx")
    marked = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in copy
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert marked == ["two!A2", "two!A4"]
    assert "2 rows marked by 1 check." in capsys.readouterr().err
    assert call(tiny, "split", "sheets.two") == 0
    assert Path("sheets.two.good.csv").read_text() == "a,b\n2,y\n"


def test_table_is_parted(tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]) -> None:
    code = call(tiny, "split", "orders")
    header, first, second, third = ORDERS.splitlines(keepends=True)

    assert Path("orders.good.csv").read_text() == header + first + third
    assert Path("orders.bad.csv").read_text() == (
        f"{header.strip()},flagged_by\n{second.strip()},PRICE;KNOWN\n"
    )
    assert code == 0
    assert "MEAN flags groups or measures, which are no rows" in capsys.readouterr().err


def test_check_without_verdict_is_told(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(tiny, "split", "users", "--good", "g.csv", "--bad", "b.csv")
    assert code == 2
    assert "VAGUE judged no row (ERROR: not-understood)" in capsys.readouterr().err
    assert wrote() == ["b.csv", "g.csv"]


def test_sheet_is_parted_into_csv(tiny: TinyWorkspace) -> None:
    assert call(tiny, "split", "book") == 0
    assert Path("book.good.csv").read_text() == "sku,price,day\n007,5,2024-01-01\n"
    assert Path("book.bad.csv").read_text() == (
        "sku,price,day,flagged_by\n008,-3,2031-01-01,STOCK;DAY\n"
    )


REFUSED: dict[str, tuple[list[str], str]] = {
    "no such run": (["report", "--run", "r9"], "knows no run 'r9'"),
    "no such table": (["split", "ordrs"], "ordrs: there is no such table"),
    "no such book": (["annotate", "price.xlsx"], "price.xlsx: there is no such table"),
    "book elsewhere": (["annotate", "../book.xlsx"], "is not in the data folder"),
    "CSV": (["annotate", "orders.csv"], "orders.csv is no Excel workbook"),
    "into data": (
        ["report", "--junit", "x.xml", "--excel", "../w/data/x.xlsx"],
        "which holds what runs read",
    ),
    "into memory": (["annotate", "book.xlsx", "-o", "../w/cached_mem/x"], "which holds what runs"),
    "one file": (["split", "orders", "--good", "x", "--bad", "x"], "name the same file"),
    "no folder": (["split", "orders", "--good", "/dev/null/x"], "could not be written"),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused(
    arguments: list[str],
    words: str,
    tiny: TinyWorkspace,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(tiny, *arguments) == 3
    assert words in capsys.readouterr().err
    assert wrote() == []


@pytest.mark.parametrize("command", [["split", "book"], ["annotate", "book.xlsx"]], ids=str)
def test_table_that_changed_since_the_run_is_refused(
    command: list[str], tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tiny.workspace.data / "book.xlsx"
    book = load_workbook(path)
    book["Sheet"]["A2"] = "other"
    book.save(path)
    assert call(tiny, *command) == 3
    assert "book.xlsx has changed since run" in capsys.readouterr().err
    assert wrote() == []


def test_table_that_no_check_of_the_run_is_about_is_refused(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    tiny.run("KNOWN")
    assert call(tiny, "split", "users") == 3
    assert "users: no check of run" in capsys.readouterr().err


def test_flagged_rows_outside_the_artifacts_are_not_opened(
    tiny: TinyWorkspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "flagged.csv"
    secret.write_text("_table,_row,_source,x\norders,0,orders.csv:2,secret\n")
    log = tiny.workspace.runs_log_file
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    for line in lines:
        line["flagged_path"] = line["flagged_path"] and "../flagged.csv"
    log.write_text("".join(json.dumps(line) + "\n" for line in lines))

    assert call(tiny, "report", "--excel", "e.xlsx") == 2
    assert load_workbook("e.xlsx").sheetnames == ["Summary"]
    assert "1 rows were flagged, and there is no file of them" in capsys.readouterr().err
    assert call(tiny, "split", "orders") == 3
    assert "left no file of its flagged rows" in capsys.readouterr().err


@pytest.mark.slow
def test_shipped_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = tmp_path / "example"
    for folder in ("checks", "data"):
        shutil.copytree(ROOT / "backend" / folder, base / folder)
    monkeypatch.chdir(tmp_path)
    place = ["--base-dir", str(base)]
    main(["run", "--offline", "--select", "CHK-001,CHK-021,CHK-030,CHK-05*", *place])
    records = [json.loads(line) for line in Workspace(base).runs_log_file.open()]
    flagged = {each["check_id"]: each["flagged"] for each in records}

    assert (
        main(["report", "--junit", "j.xml", "--html", "h.html", "--excel", "e.xlsx", *place]) == 0
    )
    failed = [*ElementTree.parse("j.xml").getroot().iter("failure")]
    book = load_workbook("e.xlsx")
    assert len(failed) == sum(each["verdict"] == "FAIL" for each in records) > 3
    assert {name: book[name].max_row - 1 for name in book.sheetnames[1:]} == {
        check_id: count for check_id, count in flagged.items() if count
    }
    assert main(["annotate", "price_list.xlsx", *place]) == 0
    assert main(["split", "users", *place]) == 0
    bad = Path("users.bad.csv").read_text().splitlines()[1:]
    assert len(bad) == flagged["CHK-001"]
    good = Path("users.good.csv").read_bytes().splitlines(keepends=True)
    source = (base / "data" / "users.csv").read_bytes().splitlines(keepends=True)
    assert good == [line for line in source if line in set(good)]
    assert len(good) + len(bad) == len(source)
