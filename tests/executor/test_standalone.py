from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from backend.agent import Report
from backend.contracts.check import Check
from backend.executor.standalone import write_script
from backend.store.schema_files import read_schema
from tests.tiny_workspace import TinyWorkspace, by_id, entry

SALES = (
    'id,code,amount,day,"the, note"\r\n'
    "1,007,12.50,2024-01-01,N/A\r\n"
    "\r\n"
    '2,,-3.25,2031-05-05,"two\r\nlines"\r\n'
    "3,010,,2024-02-30,NULL\r\n"
)
CASES = {
    "range": entry("C", "amount must be at least 0", "sales"),
    "presence": entry("C", "code must be filled", "sales"),
    "another table": entry("C", "code must exist in codes", "sales,codes"),
    "today": entry("C", "day must not be in the future", "sales"),
    "parameter": entry("C", "amount must be at most {limit}", "sales", params={"limit": 1}),
    "groups": entry("C", "mean amount must be at most 3 per id", "sales"),
    "excel": entry("C", "price must be at least 0", "book"),
    "latin": entry("C", "größe must be filled", "latin"),
}


def write_tables(tiny: TinyWorkspace) -> None:
    data = tiny.workspace.data
    data.joinpath("sales.csv").write_bytes(SALES.encode("utf-8-sig"))
    data.joinpath("codes.csv").write_text("code\n7\n010\n")
    data.joinpath("latin.csv").write_bytes("größe;id\nmüde;1\n;2\n".encode("latin-1"))
    book = openpyxl.Workbook()
    for row in (["price", "sku"], [3, "a"], [None, None], [-1.5, 12], ["n/a", None]):
        book.active.append(row)
    book.save(data / "book.xlsx")


def rows(text: str) -> list[dict[str, str]]:
    found = list(csv.DictReader(text.splitlines(keepends=True)))
    return [{name: cell for name, cell in row.items() if name != "_source"} for row in found]


def plain(cell: str) -> object:
    try:
        return float(cell)
    except ValueError:
        return cell.replace("\r\n", "\n")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[TinyWorkspace, Report]:
    """A workspace with every case, and its only run."""
    cases = [check | {"check_id": case} for case, check in CASES.items()]
    tiny = TinyWorkspace(tmp_path_factory.mktemp("ran") / "w", *cases)
    write_tables(tiny)
    return tiny, tiny.run()


@pytest.mark.parametrize("case", CASES)
def test_script_alone_flags_what_the_run_flags(
    case: str, ran: tuple[TinyWorkspace, Report], tmp_path: Path
) -> None:
    tiny, report = ran
    record, workflow = by_id(report)[case], tiny.workflow(case)
    check = CASES[case] | {"check_id": case}
    assert workflow.program is not None
    schema = read_schema(tiny.workspace).schema
    source = write_script(workflow.program, Check.model_validate(check), schema, data="nowhere")
    script = tmp_path / "alone.py"
    script.write_text(source)

    more = ["--as-of", record.as_of] if "as_of" in workflow.program.parameters else []
    command = [sys.executable, "-I", script, "--data", tiny.workspace.data, *more]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)

    assert done.returncode == 1, done.stderr
    assert done.stderr == f"{record.flagged} flagged, {record.tested} tested\n"
    told = tiny.workspace.base.joinpath(record.flagged_path or "")
    expected = [{k: plain(v) for k, v in row.items()} for row in rows(told.read_text())]
    assert [{k: plain(v) for k, v in row.items()} for row in rows(done.stdout)] == expected
    assert expected


def test_script_needs_nothing_of_the_project(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", CASES["range"])
    write_tables(tiny)
    tiny.run()
    program = tiny.workflow("C").program
    assert program is not None
    schema = read_schema(tiny.workspace).schema
    source = write_script(
        program, Check.model_validate(CASES["range"]), schema, data="backend/data"
    )

    assert "backend." not in source
    assert 'data="backend/data"' in source
    assert source.startswith('"""C · name of C\n')
