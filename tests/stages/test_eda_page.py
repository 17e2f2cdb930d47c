"""The page and the summary tell what the report holds, and nothing else; texts stay texts."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.eda_report import EdaReport, ProbeAnswer
from backend.contracts.schema import Column, ColumnType, FileStat, TableSnapshot
from backend.stages.eda_judge import judge_report
from backend.stages.eda_page import write_page
from backend.stages.eda_summary import plain, summarise
from backend.stages.markdown import code, safe
from tests.stages.kit.eda.planted import bundled, customers, report_on


@pytest.fixture
def report(tmp_path: Path) -> EdaReport:
    frame = customers(300).assign(code=customers(300)["churned"].map({"yes": 7, "no": 3}))
    frame.loc[:29, "age"] = None
    frame["opened"] = frame["opened"].where(frame.index > 5)
    return report_on(frame, tmp_path, target="churned")


def test_the_summary_tells_task_balance_flags_and_next_step(report: EdaReport) -> None:
    assert report.target is not None
    ratio = plain(report.target.imbalance_ratio)

    assert summarise(report).split("\n") == [
        "300 rows and 7 columns; target 'churned' (classification, given).",
        f"'churned' has 2 classes; the largest has {ratio} times the rows of the smallest. "
        "1.7 % of cells are unknown, most in 'age' (10.0 %), 'opened' (2.0 %). "
        "Possible leakage: 'code'. Constant or only identifying: 'customer_id'. "
        "Decide on the suspects before preparation. Validate with StratifiedKFold (5 folds).",
    ]


def test_the_summary_knows_the_report_alone(report: EdaReport) -> None:
    flags = report.flags.model_copy(update={"duplicate_rows": 4711, "possible_leakage": ()})
    told = summarise(report.model_copy(update={"flags": flags}))

    assert "4,711 rows are exact copies of an earlier row." in told
    assert "leakage" not in told


def test_a_probe_is_told_in_both(report: EdaReport) -> None:
    answer = ProbeAnswer(
        probe="leakage_check",
        why="Signs.",
        columns=("code",),
        attempts=2,
        outcome="answered",
        finding="It is one.",
    )
    meta = report.meta.model_copy(update={"probes": (answer,)})
    probed = report.model_copy(update={"meta": meta})

    assert "It is one." in summarise(probed)
    page = write_page(probed, "people")
    assert "- **leakage\\_check** (answered, 2 attempts): It is one." in page


def test_the_page_has_each_section_once(report: EdaReport) -> None:
    heads = re.findall(r"^##? (.+)$", write_page(report, "people"), re.M)

    assert heads == [
        *("Exploration of `people`", "At a glance", "Notes", "Look at this first"),
        "Target: `churned`",
        *("Columns, and what to do about each", "Numbers", "Categories and texts", "Dates"),
        *("Numbers and the target", "Categories and the target", "Dates and the target"),
        *("The target by value", "What is unknown together"),
        *("How to validate, and where to begin", "How this was measured"),
    ]


def test_notes_are_on_the_page_as_text(report: EdaReport) -> None:
    noted = report.model_copy(update={"notes": "Pay <tells> most.\n# No heading"})
    assert "Pay &lt;tells&gt; most. \\# No heading" in write_page(noted, "people")


def test_a_measured_target_has_its_numbers_on_the_page(tmp_path: Path) -> None:
    page = write_page(report_on(bundled("diabetes"), tmp_path), "diabetes")

    assert "| `target` | 25 | 87 | 140.5 | 211.5 | 346 |" in page


FOREIGN = {
    "a cell": ("a|b", r"a\|b"),
    "a tag": ("<b>", "&lt;b&gt;"),
    "a link": ("[x](y)", r"\[x\](y)"),
    "a line": ("a\nb", "a b"),
    "a tick": ("a`b", r"a\`b"),
}


@pytest.mark.parametrize(("text", "expected"), FOREIGN.values(), ids=FOREIGN)
def test_foreign_text_stays_text(text: str, expected: str) -> None:
    assert safe(text) == expected
    assert "|" not in code(text).replace("\\|", "")
    assert "\n" not in code(text)


NUMBERS = {None: "-", 3.0: "3", 1234567.0: "1,234,567", 0.12345678: "0.1235", 12345.6: "12,346"}


@pytest.mark.parametrize(("number", "expected"), NUMBERS.items())
def test_numbers_are_short(number: float | None, expected: str) -> None:
    assert plain(number) == expected


def snapshot(report: EdaReport, **update: object) -> TableSnapshot:
    columns = tuple(
        Column(name=name, type=ColumnType.TEXT, missing=each.n_missing)
        for name, each in report.columns_profile.items()
    )
    stat = FileStat(size=1, mtime_ns=1, ctime_ns=1, inode=1, seen_ns=1)
    read = TableSnapshot(
        table="people",
        file="people.csv",
        fingerprint="xxh3:1",
        content_hash="xxh3:1",
        stat=stat,
        rows=report.dataset.n_rows,
        columns=columns,
    )
    return read.model_copy(update=update)


def test_a_true_report_warns_of_what_a_person_decides(report: EdaReport) -> None:
    judged = judge_report(report, snapshot(report), frozenset())

    assert judged.failures == ()
    assert judged.warnings == ("Possible leakage in 'code'; ask when these become known.",)


def test_a_report_of_other_rows_fails(report: EdaReport) -> None:
    judged = judge_report(report, snapshot(report, rows=299), frozenset())

    assert judged.failures == ("The report tells of 300 rows; people has 299.",)


def test_classes_that_do_not_add_up_fail(report: EdaReport) -> None:
    assert report.target is not None
    target = report.target.model_copy(update={"class_counts": {"yes": 1, "no": 2}})
    judged = judge_report(
        report.model_copy(update={"target": target}), snapshot(report), frozenset()
    )

    assert judged.failures == ("The classes of 'churned' add up to 3 rows of 300.",)


DOUBTS = {
    "no target": (pd.DataFrame({"id": range(30)}), None, "No column looks like a target"),
    "one value": (pd.DataFrame({"x": range(30), "y": 1}), "y", "one value alone"),
    "one row": (pd.DataFrame({"x": range(30), "y": [1] + [0] * 29}), "y", "a single row"),
}


@pytest.mark.parametrize(("frame", "target", "doubt"), DOUBTS.values(), ids=DOUBTS)
def test_a_doubtful_target_warns(
    frame: pd.DataFrame, target: str | None, doubt: str, tmp_path: Path
) -> None:
    report = report_on(frame, tmp_path, target=target)

    assert any(doubt in each for each in judge_report(report, snapshot(report), set()).warnings)
