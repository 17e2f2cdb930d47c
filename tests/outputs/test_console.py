from __future__ import annotations

import io
from typing import Any

import pytest

from backend.contracts.verdict import RunRecord
from backend.outputs.console import ProgressBar, print_table, table_lines


def record(**fields: Any) -> RunRecord:
    given = {
        "run_id": "r",
        "check_id": "CHK-1",
        "check_name": "A name",
        "verdict": "PASS",
        "summary": "PASS: none of 4,980 rows flagged",
        "tested": 4980,
        "flagged": 0,
        "started_at": "",
        "as_of": "",
    }
    return RunRecord.model_validate(given | fields)


FAIL = record(
    check_id="CHK-22",
    verdict="FAIL",
    flagged=1200,
    owner="crm@company.com",
    flagged_path="cached_mem/artifacts/r/CHK-22/flagged.csv",
)
LONG = " ".join(f"word{number}" for number in range(60))
ERROR = record(verdict="ERROR", code="not-understood", reason=f"CHK-1: {LONG}.", tested=0)


def printed(*records: RunRecord) -> str:
    stream = io.StringIO()
    print_table(records, stream)
    return stream.getvalue()


def shown(records: list[RunRecord], width: int) -> list[str]:
    return ["".join(text for text, _ in line) for line in table_lines(records, width)]


def test_pipe_gets_whole_lines_without_colour() -> None:
    assert printed(record(), FAIL) == (
        "check   name    verdict  tested  flagged  owner            flagged rows\n"
        "CHK-1   A name  PASS      4,980        0\n"
        "CHK-22  A name  FAIL      4,980    1,200  crm@company.com  "
        "cached_mem/artifacts/r/CHK-22/flagged.csv\n"
    )


def test_reason_stands_below_whole_and_wrapped() -> None:
    _, row, *notes = printed(ERROR).splitlines()

    assert row == "CHK-1  A name  ERROR"
    assert all(note.startswith("    ") and len(note) <= 100 for note in notes)
    assert " ".join(note.strip() for note in notes) == f"not-understood: {LONG}."


def test_narrow_terminal_gets_the_place_on_a_line_of_its_own() -> None:
    lines = shown([FAIL], 80)

    assert lines[-1] == "    cached_mem/artifacts/r/CHK-22/flagged.csv"
    assert all(len(line) <= 80 for line in lines)
    assert len(shown([FAIL], 120)) == 2


@pytest.mark.parametrize(
    ("reasons", "note"),
    [
        (("new",), None),
        (("text-changed",), "    text-changed: PASS: none of 4,980 rows flagged"),
        (("new", "recalled"), "    new, recalled: PASS: none of 4,980 rows flagged"),
    ],
)
def test_why_it_was_compiled(reasons: tuple[str, ...], note: str | None) -> None:
    assert shown([record(reasons=reasons)], 100)[2:] == ([note] if note else [])


def test_foreign_text_plays_no_tricks() -> None:
    text = printed(record(check_name="a\x1b[31mb\nc", owner="[red]x[/red]"))

    assert "\x1b" not in text
    assert "a [31mb c" in text
    assert "[red]x[/red]" in text


def test_wide_letters_keep_columns_straight() -> None:
    lines = shown([record(check_name="価格"), record(check_name="abcd")], 100)

    assert lines[1].replace("価格", "abcd") == lines[2]


def test_no_bar_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with ProgressBar(stream) as bar:
        bar.begins(1)
        bar.runs("CHK-1 A name")
        bar.ends(record())

    assert stream.getvalue().strip() == ""


def test_what_a_proof_warns_of_is_told_with_the_compile_and_not_each_night() -> None:
    warned = {"warnings": ("the filter leaves 0 of 4,980 rows",), "reasons": ("new",)}
    assert "warning: the filter leaves 0 of 4,980 rows" in printed(record(compiled=True, **warned))
    assert "warning" not in printed(record(compiled=False, **warned))
