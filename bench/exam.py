"""How much English is understood: rules with true answers, judged as owners would have it.

    python -m bench.exam                    # the exam in bench/exam/
    python -m bench.exam bench/exam_unread  # rules whose sentences nobody has worked on
    python -m bench.exam bench/exam_catalogues  # likewise, of the kinds of catalogues of checks
    python -m bench.exam bench/exam_samples     # likewise, over tables of sample databases
    python -m bench.exam FOLDER --details 9 # another one, and nine of what was not right

An exam is a folder of ``rules.jsonl`` and ``tables/``. Its rules are written, and answered by hand,
by who does not know the compiler, so that the figure is that of sentences nobody has fitted. A rule
that is declined is honest; one whose verdict or rows are others than the true ones is silently
wrong, and the command ends with 1.

Each line has ``id``, ``voice``, ``tables`` (the folder of its tables), ``about`` (their names),
``sentence``, ``status`` (PASS or FAIL) and ``rows`` (the 0-based data rows that break the rule;
null where the verdict alone counts).
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent / "exam"
RIGHT, DECLINED, WRONG = "right", "declined", "SILENTLY WRONG"
ALONE = "verdict alone"
"""The true verdict, told of groups, where rows were asked for."""
Case = Mapping[str, Any]
_ENDINGS = (0, 1, 2, 3)
"""Exit codes of a run that worked, 3 where a rule was declined."""


class Graded(NamedTuple):
    """A rule of the exam, what became of it, and what the agent says of that."""

    case: Case
    grade: str
    why: str


def sit(exam: Path) -> list[Graded]:
    """Compile and run every rule through the command line, a workspace for each folder of tables.

    Raises:
        SystemExit: a run did not work.
    """
    lines = (exam / "rules.jsonl").read_text(encoding="utf-8").splitlines()
    folders: dict[str, list[Case]] = defaultdict(list)
    for case in map(json.loads, lines):
        folders[case["tables"]].append(case)
    return [each for name, cases in folders.items() for each in _sit(exam / name, cases)]


def _sit(tables: Path, cases: Sequence[Case]) -> Iterator[Graded]:
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        shutil.copytree(tables, base / "data")
        (base / "checks").mkdir()
        entries = [_entry(case) for case in cases]
        (base / "checks" / "checks.json").write_text(json.dumps(entries, indent=1))
        _run(base)
        records = (base / "cached_mem" / "runs_log.jsonl").read_text().splitlines()
        found = {record["check_id"]: record for record in map(json.loads, records)}
        for case in cases:
            yield _grade(case, found[case["id"]], base)


def _entry(case: Case) -> dict[str, Any]:
    return {
        "check_id": case["id"],
        "check_name": case["id"],
        "target_table": case["about"],
        "calculation_hint": case["sentence"],
    }


def _run(base: Path) -> None:
    command = [sys.executable, "-m", "backend.agent", "run", "--offline", "--base-dir", str(base)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode not in _ENDINGS:
        raise SystemExit(f"the run ended with {ended.returncode}: {ended.stderr[-2000:]}")


def _grade(case: Case, record: Mapping[str, Any], base: Path) -> Graded:
    verdict, why = record["verdict"], record["reason"] or record["summary"]
    if verdict in ("ERROR", "SKIPPED"):
        return Graded(case, DECLINED, why)
    if verdict != case["status"]:
        return Graded(case, WRONG, why)
    if verdict == "PASS" or case["rows"] is None:
        return Graded(case, RIGHT, why)
    rows = _flagged(base / record["flagged_path"])
    if rows is None:
        return Graded(case, ALONE, why)
    return Graded(case, RIGHT if rows == set(case["rows"]) else WRONG, why)


def _flagged(path: Path) -> set[int] | None:
    """The rows of a file of flagged rows; None where it holds groups."""
    with path.open(newline="", encoding="utf-8-sig") as stream:
        rows = [row["_row"] for row in csv.DictReader(stream)]
    return {int(row) for row in rows} if all(rows) else None


def report(graded: Sequence[Graded], details: int) -> str:
    """Grades by voice, and some of what was not right."""
    voices: dict[str, Counter[str]] = defaultdict(Counter)
    for each in graded:
        voices[each.case["voice"]][each.grade] += 1
    voices["all"].update(each.grade for each in graded)
    lines = [
        "| voice | rules | right | verdict alone | declined | silently wrong |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for voice, counts in voices.items():
        rules = counts.total()
        share = f"{counts[RIGHT]} ({counts[RIGHT] / rules:.0%})"
        others = " | ".join(str(counts[grade]) for grade in (ALONE, DECLINED, WRONG))
        lines.append(f"| {voice} | {rules} | {share} | {others} |")
    faults = sorted((each for each in graded if each.grade != RIGHT), key=_is_honest)
    lines += [
        f"\n{case['id']} {grade}: {case['sentence']}\n  {why}"
        for case, grade, why in faults[:details]
    ]
    return "\n".join(lines)


def _is_honest(graded: Graded) -> bool:
    return graded.grade == DECLINED


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("exam", type=Path, nargs="?", default=HERE)
    parser.add_argument("--details", type=int, default=0)
    arguments = parser.parse_args()
    graded = sit(arguments.exam)
    print(report(graded, arguments.details))
    raise SystemExit(any(each.grade == WRONG for each in graded))


if __name__ == "__main__":
    main()
