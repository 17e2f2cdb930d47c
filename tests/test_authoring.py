"""The commands for authors: explain a sentence, lint, suggest, import; none of them saves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from backend.agent import main
from backend.contracts.workspace import Workspace
from tests.suggest.lending import write_library
from tests.tiny_workspace import TinyWorkspace, entry, state

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "writing-checks.md"


@pytest.fixture
def tiny(tmp_path: Path) -> TinyWorkspace:
    return TinyWorkspace(tmp_path / "w", entry("PRICE", "price must be at least 0"))


def call(tiny: TinyWorkspace, *arguments: str) -> int:
    before = state(tiny.workspace.base)
    code = main([*arguments, "--base-dir", str(tiny.workspace.base)])
    assert state(tiny.workspace.base) == before
    return code


# Explain -------------------------------------------------------------------------------------


def test_sentence_is_explained_with_words_and_program(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = "price must be at least 0"
    code = call(tiny, "explain", "--sentence", sentence, "--tables", "orders")
    text = capsys.readouterr().out

    assert code == 0
    assert "Understood as: In every orders row, price is at least 0." in text
    assert "Assumed: Empty values are not flagged." in text
    assert re.search(r"\n  price +column price\n", text)
    assert "\ndef check(tables" in text


DECLINED = {
    "unknown word": ("price must be splendid", "orders", "(not-understood): the word"),
    "unknown table": ("price must be filled in", "ordrs", "(unknown-table): there is no table"),
}


@pytest.mark.parametrize(("sentence", "tables", "words"), DECLINED.values(), ids=DECLINED)
def test_decline_tells_the_reason(
    sentence: str, tables: str, words: str, tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(tiny, "explain", "--sentence", sentence, "--tables", tables) == 3
    assert f"Declined {words}" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["--tables", "orders"], ["--sentence", "x"], ["PRICE", "--sentence", "x"]],
    ids=["nothing", "tables alone", "sentence alone", "both"],
)
def test_explain_needs_a_check_or_a_sentence(arguments: list[str], tiny: TinyWorkspace) -> None:
    assert call(tiny, "explain", *arguments) == 3


def test_check_is_explained_as_before(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(tiny, "explain", "PRICE") == 0
    assert "Not compiled yet" in capsys.readouterr().out


# Lint ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentences", "code"),
    [
        (["order_id must be unique", "user_id must be filled in", "price must be at least 0",
          "day must not be in the future"], 0),
        (["price must be at least 0"], 2),
        (["price must be at least 0", "The data should look splendid."], 3),
    ],
    ids=["nothing", "warnings", "does not compile"],
)  # fmt: skip
def test_lint_ends_with_what_it_found(
    sentences: list[str], code: int, tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    checks = [entry(f"C{n}", text) for n, text in enumerate(sentences)]
    tiny.write_checks(*checks, entry("U", "user_id must be filled in", "users"),
                      entry("E", "email must be a valid e-mail address", "users"))  # fmt: skip

    assert call(tiny, "lint") == code
    assert bool(capsys.readouterr().out) is (code != 0)


# Suggest -------------------------------------------------------------------------------------


def test_suggestions_run_in_the_sandbox_and_can_be_pasted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = write_library(tmp_path)
    place = ["--base-dir", str(library.base)]
    assert main(["suggest", "members", *place]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert main(["suggest", "members", "--json", "--limit", "2", *place]) == 0
    entries = json.loads(capsys.readouterr().out)

    assert lines[0] == "members: 4 suggestions, 0 of them with rows to look at today"
    assert lines[1] == "  none of 100 rows today  member_id must be unique."
    assert [each["check_id"] for each in entries] == ["MEMBERS-001", "MEMBERS-002"]
    _assert_runs(library, entries, capsys)


def _assert_runs(workspace: Workspace, entries: object, capsys: pytest.CaptureFixture[str]) -> None:
    workspace.checks_file.parent.mkdir(exist_ok=True)
    workspace.checks_file.write_text(json.dumps(entries))
    assert main(["run", "--base-dir", str(workspace.base)]) == 0
    capsys.readouterr()


def test_unknown_table_is_a_wrong_set_up(
    tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(tiny, "suggest", "order") == 3
    assert "Did you mean 'orders'?" in capsys.readouterr().err


# Import --------------------------------------------------------------------------------------

SODA = """
checks for users:
  - missing_count(user_id) = 0
  - duplicate_count(user_id) = 0
"""


def test_import_prints_entries_and_reports_beside(
    tiny: TinyWorkspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "checks.yml"
    file.write_text(SODA)
    code = call(tiny, "import", str(file))
    printed = capsys.readouterr()
    entries = json.loads(printed.out)

    assert code == 0
    assert (
        "SODA-001: checks for users, check 1, missing_count(user_id) = 0: verified." in printed.err
    )
    assert "2 imported, 0 not imported; 2 verified" in printed.err
    _assert_runs(tiny.workspace, entries, capsys)


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (SODA + "  - failed rows: {fail condition: x}\n", [], 2),
        (SODA.replace("users", "people"), [], 2),
        (SODA, ["--format", "dbt"], 3),
        (SODA, ["--table", "orders"], 0),
        ("a: [", [], 3),
    ],
    ids=["one left out", "not verified", "another format", "another table", "no YAML"],
)
def test_import_ends_with_what_came_of_it(
    text: str, options: list[str], code: int, tiny: TinyWorkspace, tmp_path: Path
) -> None:
    file = tmp_path / "checks.yml"
    file.write_text(text)

    assert call(tiny, "import", str(file), *options) == code


# The page ------------------------------------------------------------------------------------


def examples() -> list[list[str]]:
    """Tables and sentence of each line in the page's blocks of plain text."""
    blocks = re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return [re.split(r"\s{2,}", line) for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize(("tables", "sentence"), examples())
def test_sentences_of_the_page_compile(
    tables: str, sentence: str, tiny: TinyWorkspace, capsys: pytest.CaptureFixture[str]
) -> None:
    code = call(tiny, "explain", "--sentence", sentence, "--tables", tables)

    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("command", ["lint", "suggest", "import", "explain"])
def test_help_is_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    assert "Usage: python -m backend.agent" in capsys.readouterr().out
