"""A file becomes a table and a session's checks, or nothing at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from backend.agent import main
from backend.contracts.workspace import Workspace
from backend.store.checks_file import read_checks
from backend.store.lock import WorkspaceLock
from backend.upload_reading import safe_name

ROWS = "name,age,left\n" + "".join(f'"P, {n}",{20 + n % 9},{n % 2}\n' for n in range(300))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made = Workspace(tmp_path / "made")
    made.checks_file.parent.mkdir(parents=True)
    made.checks_file.write_text("[]\n")
    made.data.mkdir()
    return made


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(ROWS)
    return path


class Told:
    """What a command gave: its exit code, and its JSON."""

    def __init__(self, code: int, told: dict[str, Any]) -> None:
        self.code = code
        self.told = told
        self.error = str(told.get("error", {}).get("code", ""))


Session = Callable[..., Told]


@pytest.fixture
def session(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> Session:
    def do(*words: object) -> Told:
        code = main(["session", *map(str, words), "--json", f"--base-dir={workspace.base}"])
        return Told(code, json.loads(capsys.readouterr().out))

    return do


def files(workspace: Workspace) -> dict[str, str]:
    """All that an upload may change."""
    paths = [*workspace.data.iterdir(), workspace.checks_file]
    return {path.name: path.read_text(errors="replace") for path in paths}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("../../etc/passwd.csv", "passwd"),
        ("C:\\temp\\My Data.XLSX", "My_Data"),
        ("/abs/x.csv", "x"),
        (".csv", "table"),
        ("..csv", "table"),
        ("a\0b\u202ec.csv", "a_bc"),
        ("<script>alert(1)</script>.csv", "script"),
        ("x;rm -rf $HOME.csv", "x_rm_rf_HOME"),
        ("2026-01.csv", "table_2026_01"),
        ("表🙂.csv", "table"),
        ("x" * 5000 + ".csv", "x" * 60),
    ],
    ids=lambda value: value[:12].encode("ascii", "backslashreplace").decode(),
)
def test_no_name_of_a_file_is_a_path(written: str, name: str) -> None:
    assert safe_name(written) == name


def test_a_file_becomes_a_table_and_a_check(
    workspace: Workspace, people: Path, session: Session
) -> None:
    done = session("begin", people, "--name=../Our People.csv", "--target=left")

    assert done.code == 0
    assert done.told["checks"] == ["EDA-1"]
    assert (workspace.data / "Our_People.csv").read_text() == ROWS
    (check,) = read_checks(workspace).checks
    assert (check.stage, check.target_table, check.target) == ("eda", ("Our_People",), "left")
    assert check.session == "Our_People"


def test_a_sample_is_stated_in_the_name_and_the_check(
    workspace: Workspace, people: Path, session: Session
) -> None:
    done = session("begin", people, "--sample=100")

    assert done.told["table"] == "people_sample_100"
    (check,) = read_checks(workspace).checks
    assert check.params == {"sampled_rows": 100, "sampled_from": 300, "sampled_seed": 42}
    lines = (workspace.data / "people_sample_100.csv").read_text().splitlines()
    whole = ROWS.splitlines()
    places = [whole.index(line) for line in lines]
    assert len(lines) == 101
    assert places == sorted(places)


def test_a_sample_of_all_is_the_file_itself(
    workspace: Workspace, people: Path, session: Session
) -> None:
    assert session("begin", people, "--sample=300").told["file"] == "people.csv"
    assert (workspace.data / "people.csv").read_text() == ROWS


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--name=people.exe"], "not-a-table-file"),
        (["--name=people.csv.exe"], "not-a-table-file"),
        (["--name=people.xlsx"], "not-a-workbook"),
        (["--target=gone"], "unknown-column"),
        (["--table=../people"], "bad-table-name"),
        (["--table=a/b"], "bad-table-name"),
        (["--table=1"], "bad-table-name"),
        (["--session=../../x"], "bad-session"),
        (["--session=.lock"], "bad-session"),
        (["--table=Taken"], "table-taken"),
        (["--table=free", "--session=TAKEN"], "session-taken"),
        (["--sheet=none"], "unknown-sheet"),
    ],
    ids=lambda value: str(value),
)
def test_what_cannot_be_is_refused_and_nothing_changes(
    workspace: Workspace, people: Path, session: Session, words: list[str], code: str
) -> None:
    (workspace.data / "taken.csv").write_text("a\n1\n")
    entry = {"check_id": "A", "check_name": "n", "target_table": "taken", "calculation_hint": "h"}
    workspace.checks_file.write_text(json.dumps([entry | {"stage": "eda"}]))
    before = files(workspace)

    done = session("begin", people, *words)

    assert (done.code, done.error) == (3, code)
    assert files(workspace) == before


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"a,b\n", "no-rows"),
        (b"a,a\n1,2\n", "duplicate-header"),
        (b'a,b\n"1,2\n', "unclosed-quote"),
        (b"a\n" + b"x" * (1 << 20), "too-large"),
    ],
    ids=["empty", "no-rows", "twice", "torn", "large"],
)
def test_what_is_no_table_is_refused(
    workspace: Workspace, tmp_path: Path, session: Session, content: bytes, code: str
) -> None:
    workspace.settings_file.write_text("[dashboard]\nupload_mb = 1\n")
    path = tmp_path / "odd.csv"
    path.write_bytes(content)

    done = session("begin", path)

    assert (done.code, done.error) == (3, code)
    assert files(workspace) == {"checks.json": "[]\n"}


def test_a_held_workspace_is_left_alone(
    workspace: Workspace, people: Path, session: Session
) -> None:
    with WorkspaceLock(workspace):
        assert session("begin", people).code == 75

    assert files(workspace) == {"checks.json": "[]\n"}


def test_where_the_checks_are_torn_no_table_is_left(
    workspace: Workspace, people: Path, session: Session
) -> None:
    workspace.checks_file.write_text('[{"torn": ')

    assert session("begin", people).error == "bad-checks-file"
    assert [*workspace.data.iterdir()] == []


def test_where_the_checks_have_no_place_the_table_goes_again(
    workspace: Workspace, people: Path, session: Session
) -> None:
    workspace.checks_file.unlink()
    workspace.checks_file.parent.rmdir()
    workspace.checks_file.parent.write_text("a file")

    assert session("begin", people).error == "cannot-write"
    assert [*workspace.data.iterdir()] == []


def test_where_data_cannot_be_written_no_check_is(
    workspace: Workspace, people: Path, session: Session
) -> None:
    workspace.data.rmdir()
    workspace.data.write_text("a file")

    assert session("begin", people).error == "cannot-write"
    assert workspace.checks_file.read_text() == "[]\n"


def test_a_preview_tells_the_table_and_writes_nothing(
    workspace: Workspace, people: Path, session: Session
) -> None:
    (workspace.data / "people.csv").write_text("a\n1\n")
    workspace.settings_file.write_text("[dashboard]\nupload_rows = 100\n")
    before = files(workspace)

    told = session("preview", people).told

    (table,) = told["tables"]
    assert (told["table"], told["session"]) == ("people_2", "people")
    assert (table["rows"], table["target"], table["is_long"]) == (300, "left", True)
    assert [each["name"] for each in table["columns"]] == ["name", "age", "left"]
    assert table["first"][0] == ["P, 0", "20", "0"]
    assert files(workspace) == before


def test_a_sheet_of_a_workbook_is_chosen(
    workspace: Workspace, tmp_path: Path, session: Session
) -> None:
    book = Workbook()
    book.active.title = "First, one"
    book.active.append(["a"])
    book.active.append([1])
    other = book.create_sheet("Other")
    other.append(["b"])
    other.append([2])
    book.save(tmp_path / "book.xlsx")

    assert session("begin", tmp_path / "book.xlsx").error == "unknown-sheet"
    done = session("begin", tmp_path / "book.xlsx", "--sheet=First, one")

    assert done.told["table"] == "book.First, one"
    (check,) = read_checks(workspace).checks
    assert (check.target_table, check.session) == (("book.First, one",), "book.First-one")


def test_the_next_stage_is_written_once(
    workspace: Workspace, people: Path, session: Session
) -> None:
    session("begin", people, "--target=left")

    for _ in range(2):
        assert session("next", "people", "prep").told == {"checks": ["PREP-1"]}
    assert session("next", "people", "train", "--target=age").told == {"checks": ["TRAIN-1"]}
    _, prep, train = read_checks(workspace).checks
    assert (prep.target_table, prep.session, prep.target) == (("people",), "people", "left")
    assert train.target == "age"
    assert session("next", "peeple", "prep").error == "unknown-session"


def test_a_deeper_question_is_kept_in_the_check(
    workspace: Workspace, people: Path, session: Session
) -> None:
    session("begin", people, "--sample=100", "--session=walk")
    text = workspace.checks_file.read_text()

    first = session("probe", "walk", "leakage_check", "--column=age", "--column=name")
    params = read_checks(workspace).checks[0].params
    session("probe", "walk", "drill_missing")

    assert first.told == {"checks": ["EDA-1"]}
    assert (params["probe"], params["probe_columns"]) == ("leakage_check", "age, name")
    assert read_checks(workspace).checks[0].params == {
        "sampled_rows": 100,
        "sampled_from": 300,
        "sampled_seed": 42,
        "probe": "drill_missing",
    }
    assert session("probe", "walk", "guess").error == "bad-parameter"
    assert workspace.checks_file.read_text().startswith(text[: text.index('"params"')])
