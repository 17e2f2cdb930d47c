from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.alert import VerdictChange
from backend.outputs.alert_digest import MOST_CHECKS, write_digest


def change(check_id: str, before: str, verdict: str, **fields: Any) -> VerdictChange:
    given = {
        "run_id": "r1", "at": "", "check_id": check_id, "check_name": f"name of {check_id}",
        "severity": "medium", "owner": "ann", "tags": (), "before": before, "verdict": verdict,
        "code": "", "summary": f"{verdict}: said", "reason": "",
    }  # fmt: skip
    return VerdictChange.model_validate(given | fields)


def no_rows(change: VerdictChange) -> list[dict[str, str]]:
    return []


def test_whole_message() -> None:
    changes = [
        change("A", "FAIL", "PASS"),
        change("B", "", "ERROR", code="not-understood", reason="B: two words are not known."),
        change("C", "PASS", "FAIL", severity="critical"),
    ]

    def rows(change: VerdictChange) -> list[dict[str, str]]:
        return [{"_source": "t.csv:2", "price": "-1"}] if change.check_id == "C" else []

    digest = write_digest("ann@example.org", changes, rows)

    assert digest.title == "Data checks: 1 FAIL, 1 ERROR, 1 back to PASS (ann@example.org)"
    assert digest.kind == "failure"
    assert digest.body == (
        "C name of C (critical): PASS → FAIL\n"
        "  FAIL: said\n"
        "  - _source: t.csv:2, price: -1\n\n"
        "B name of B (medium): new → ERROR\n"
        "  ERROR: said\n"
        "  two words are not known.\n\n"
        "A name of A (medium): FAIL → PASS\n"
        "  PASS: said\n\n"
        "Run r1"
    )


def test_changes_that_waited_are_all_told() -> None:
    changes = [
        change("A", "PASS", "FAIL", run_id="r1"),
        change("A", "FAIL", "PASS", run_id="r2"),
    ]

    digest = write_digest("", changes, no_rows)

    assert digest.body.startswith("A name of A (medium): PASS → FAIL → PASS\n")
    assert digest.body.endswith("Runs r1 to r2")
    assert digest.title == "Data checks: 1 back to PASS"


KINDS: dict[str, tuple[list[str], str]] = {
    "one fails": (["PASS", "FAIL"], "failure"),
    "one errs": (["ERROR"], "failure"),
    "warns": (["PASS", "WARN"], "warning"),
    "all pass": (["PASS", "PASS"], "success"),
}


@pytest.mark.parametrize(("verdicts", "kind"), KINDS.values(), ids=KINDS)
def test_kind(verdicts: list[str], kind: str) -> None:
    changes = [change(str(number), "SKIPPED", each) for number, each in enumerate(verdicts)]

    assert write_digest("", changes, no_rows).kind == kind


@pytest.mark.parametrize("code", ["program-failed", "bad-result", "internal-error", "timeout"])
def test_reason_that_may_quote_a_cell_stays_out(code: str) -> None:
    reason = "A: could not convert 'ann@example.org'"

    body = write_digest("", [change("A", "", "ERROR", code=code, reason=reason)], no_rows).body

    assert "ann@" not in body
    assert "agent explain A tells more." in body


def test_names_stay_on_their_line() -> None:
    made = change("A", "", "FAIL", check_name="x\n\nB other: FAIL → PASS\x1b[2J")

    line = write_digest("", [made], no_rows).body.splitlines()[0]

    assert line == "A x  B other: FAIL → PASS [2J (medium): new → FAIL"


def test_many_checks_are_counted() -> None:
    changes = [change(f"C{number:03}", "", "FAIL") for number in range(MOST_CHECKS + 30)]

    digest = write_digest("", changes, no_rows)

    assert digest.title == "Data checks: 80 FAIL"
    assert digest.body.count("new → FAIL") == MOST_CHECKS
    assert "And 30 more: agent report tells of all checks of the run." in digest.body
