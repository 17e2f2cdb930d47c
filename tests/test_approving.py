"""Programs that wait for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.approving import approve
from backend.contracts.errors import AgentError
from backend.records import say_compiled
from backend.store.approvals import read_approvals
from tests.tiny_workspace import TinyWorkspace, by_id, entry

REQUIRED = '[approvals]\napproval = "required"\n'
FOUR_EYES = REQUIRED + "four_eyes = true\n"
LOOSE, STRICT = "price must be at least -5", "price must be at least 0"


def waiting(base: Path, settings: str = REQUIRED, **more: str) -> TinyWorkspace:
    tiny = TinyWorkspace(base / "w", entry("A", LOOSE, **more))
    tiny.workspace.settings_file.write_text(settings)
    return tiny


def test_first_program_waits_and_warns(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    report = tiny.run()
    record = by_id(report)["A"]

    assert (record.verdict, record.code) == ("SKIPPED", "waiting-for-approval")
    assert "agent approve A" in record.reason
    assert record.pending.startswith("sha256:")
    assert report.exit_code == 2
    assert "1 waiting for approval" in say_compiled(report.records)


def test_approved_program_judges_from_the_next_run_on(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    tiny.run()
    given = approve(tiny.workspace, "A", by="kim", why="looked at it")

    assert read_approvals(tiny.workspace) == (given,)
    for _ in range(2):
        record = by_id(tiny.run())["A"]
        assert (record.verdict, record.flagged, record.pending) == ("PASS", 0, "")
        assert record.program == given.program
    assert tiny.planner.asked == []


def test_program_before_judges_on_while_the_changed_one_waits(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    tiny.run()
    approve(tiny.workspace, "A", by="kim")
    tiny.run()
    tiny.change_check("A", calculation_hint=STRICT)

    for _ in range(2):
        record = by_id(tiny.run())["A"]
        assert (record.verdict, record.flagged) == ("PASS", 0)
        assert "the changed one waits" in record.summary
    approve(tiny.workspace, "A", by="kim")
    record = by_id(tiny.run())["A"]
    assert (record.verdict, record.flagged, record.rows_changed) == ("FAIL", 1, True)


def test_sentence_put_back_waits_no_more(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    tiny.run()
    approve(tiny.workspace, "A", by="kim")
    tiny.run()
    tiny.change_check("A", calculation_hint=STRICT)
    tiny.run()
    tiny.change_check("A", calculation_hint=LOOSE)

    assert by_id(tiny.run())["A"].pending == ""
    with pytest.raises(AgentError) as told:
        approve(tiny.workspace, "A", by="kim")
    assert told.value.code == "no-pending"


def test_program_that_judged_before_the_setting_goes_on(tmp_path: Path) -> None:
    tiny = TinyWorkspace(tmp_path / "w", entry("A", STRICT))
    tiny.run()
    tiny.workspace.settings_file.write_text(REQUIRED)

    assert by_id(tiny.run())["A"].verdict == "FAIL"


def test_approval_of_another_program_does_not_count(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    tiny.run()
    approve(tiny.workspace, "A", by="kim")
    tiny.change_check("A", calculation_hint=STRICT)

    assert by_id(tiny.run())["A"].code == "waiting-for-approval"


OWNERS = {
    "the owner": ("kim", "kim", "same-person"),
    "the owner, spelled otherwise": ("kim", " KIM ", "same-person"),
    "no owner is named": ("", "kim", "same-person"),
    "somebody else": ("kim", "ann", ""),
}


@pytest.mark.parametrize(("owner", "by", "code"), OWNERS.values(), ids=OWNERS)
def test_four_eyes(owner: str, by: str, code: str, tmp_path: Path) -> None:
    tiny = waiting(tmp_path, FOUR_EYES, owner=owner)
    tiny.run()
    if not code:
        assert approve(tiny.workspace, "A", by=by).by == by
        return
    with pytest.raises(AgentError) as told:
        approve(tiny.workspace, "A", by=by)
    assert told.value.code == code
    assert read_approvals(tiny.workspace) == ()


def test_damaged_approval_lets_nothing_through(tmp_path: Path) -> None:
    tiny = waiting(tmp_path)
    tiny.run()
    approve(tiny.workspace, "A", by="kim")
    with tiny.workspace.approvals_file.open("a") as log:
        log.write('{"by": "nobody"}\n')

    record = by_id(tiny.run())["A"]
    assert (record.verdict, record.code) == ("ERROR", "broken-audit-log")
