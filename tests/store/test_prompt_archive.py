"""Old audit records are put aside on record, and the chain holds over archive and log."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.journal import read_lines
from backend.store.prompt_archive import Archived, archive_prompts, count_old_prompts
from backend.store.prompt_log import (
    WrittenPromptLog,
    append_prompt,
    read_prompts,
    verify_chain,
)

DAYS = ("2026-01-05", "2026-02-05", "2026-03-05", "2026-04-05")


def record(day: str, **more: object) -> PromptRecord:
    fields = {"run_id": "r", "purpose": "plan", "model": "m", "request": "q", "response": "é"}
    return PromptRecord.model_validate(
        {"at": f"{day}T10:00:00.000+00:00", "check_id": day, **fields, **more}
    )


@pytest.fixture
def written(workspace: Workspace) -> Workspace:
    for day in DAYS:
        append_prompt(workspace, record(day))
    return workspace


def put_aside(workspace: Workspace, before: str) -> Archived | None:
    return archive_prompts(workspace, date.fromisoformat(before), by="ann", why="two years")


def checks(workspace: Workspace) -> list[str]:
    return [each.check_id for each in read_prompts(workspace)]


def test_chain_goes_on_from_part_to_part_into_the_log(written: Workspace) -> None:
    whole = written.prompt_log_file.read_bytes().splitlines()

    first, second = put_aside(written, "2026-02-01"), put_aside(written, "2026-03-10")

    assert first is not None
    assert second is not None
    parts = sorted(written.prompt_archive.iterdir())
    assert [part.name for part in parts] == ["part-0001.jsonl", "part-0002.jsonl"]
    assert [part.stat().st_mode & 0o222 for part in parts] == [0, 0]
    assert [*read_lines(parts[0]), *read_lines(parts[1])] == whole[:3]
    assert verify_chain(written)[:2] == (True, 6)
    assert checks(written) == [*DAYS, "", ""]
    assert next(iter(read_prompts(written, check_id=DAYS[3]))).previous == second.head
    append_prompt(written, record("2026-05-05"))
    assert verify_chain(written)[:2] == (True, 7)


def test_act_stands_in_the_log(written: Workspace) -> None:
    put_aside(written, "2026-03-01")
    act = [*read_prompts(written)][-1]
    assert act.purpose == "archive"
    assert act.request == {"before": "2026-03-01", "by": "ann", "why": "two years"}
    assert isinstance(act.response, dict)
    assert (act.response["records"], act.response["file"]) == (2, "plan_prompt_log/part-0001.jsonl")


def test_all_may_be_put_aside_but_the_act(written: Workspace) -> None:
    archived = put_aside(written, "2099-01-01")
    assert archived is not None
    (act,) = read_lines(written.prompt_log_file)
    assert archived.head.encode() in act
    assert verify_chain(written)[:2] == (True, 5)


def test_nothing_old_is_no_act(written: Workspace) -> None:
    before = written.prompt_log_file.read_bytes()
    assert put_aside(written, "2026-01-01") is None
    assert written.prompt_log_file.read_bytes() == before
    assert not written.prompt_archive.exists()


def test_records_are_counted_up_to_the_first_that_is_not_old(written: Workspace) -> None:
    append_prompt(written, record("2020-01-01"))
    assert count_old_prompts(written, date(2026, 3, 1)) == 2
    assert count_old_prompts(written, date(2099, 1, 1)) == 5


def lost(part: Path) -> None:
    part.unlink()


def changed(part: Path) -> None:
    part.chmod(0o644)
    part.write_bytes(part.read_bytes().replace(b'"q"', b'"Q"', 1))


def shortened(part: Path) -> None:
    part.chmod(0o644)
    part.write_bytes(b"".join(part.read_bytes().splitlines(keepends=True)[:-1]))


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("tamper", [lost, changed, shortened])
def test_archive_that_was_touched_shows(written: Workspace, tamper: object, number: int) -> None:
    put_aside(written, "2026-02-10")
    put_aside(written, "2026-03-10")
    assert callable(tamper)
    tamper(sorted(written.prompt_archive.iterdir())[number])
    assert not verify_chain(written).ok
    with pytest.raises(WorkspaceError, match="the chain does not hold"):
        put_aside(written, "2099-01-01")


def test_line_of_a_part_or_of_the_log_is_told_as_it_stands_there(written: Workspace) -> None:
    put_aside(written, "2026-02-10")
    log = written.prompt_log_file
    sound = log.read_bytes()
    log.write_bytes(sound.replace(b'"q"', b'"Q"', 1))
    assert verify_chain(written)[3] == 1
    log.write_bytes(sound)
    changed(written.prompt_archive / "part-0001.jsonl")
    state = verify_chain(written)
    assert (state.line, "plan_prompt_log/part-0001.jsonl, line 1" in state.reason) == (1, True)


@pytest.mark.parametrize("name", ["part-0001.jsonl", "plan_prompt_log.jsonl"])
def test_kill_amid_the_act_leaves_the_log_whole(written: Workspace, name: str) -> None:
    child = os.fork()
    if not child:
        replace = Path.replace

        def die(self: Path, target: Path) -> Path:
            if target.name == name:
                os._exit(9)
            return replace(self, target)

        Path.replace = die  # type: ignore[assignment,method-assign]
        put_aside(written, "2026-03-01")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9

    assert verify_chain(written)[:2] == (True, 4)
    assert checks(written) == [*DAYS]
    put_aside(written, "2026-02-01")
    assert verify_chain(written)[:2] == (True, 5)
    assert [part.name for part in written.prompt_archive.glob("part-*")] == ["part-0001.jsonl"]
    assert checks(written) == [*DAYS, ""]


def test_call_whose_record_was_archived_is_no_lost_call(written: Workspace) -> None:
    log = WrittenPromptLog(written)
    begun = log.begin(record("2026-04-06"))
    note = next(written.calls_out.iterdir())
    kept = note.read_bytes()
    log.end(begun)
    put_aside(written, "2099-01-01")
    note.write_bytes(kept)

    WrittenPromptLog(written)

    assert not [each for each in read_prompts(written) if each.ending is Ending.INTERRUPTED]
