"""Calls are noted before they go out, and each becomes one record, whatever happens between."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.ports import PromptLog
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.calls_out import _out
from backend.store.prompt_log import WrittenPromptLog, read_prompts, verify_chain


def _record(check_id: str = "CHK-1", **changes: object) -> PromptRecord:
    plain = PromptRecord(
        at="2026-01-01T00:00:00Z", run_id="r1", check_id=check_id, purpose="plan", model="m",
        request={"b": "é", "a": [1]}, response=None, ending=Ending.INTERRUPTED,
    )  # fmt: skip
    return plain.model_copy(update=changes)


ANSWER = {"response": {"text": "yes"}, "ending": Ending.ANSWERED}


def _read(workspace: Workspace) -> list[PromptRecord]:
    assert verify_chain(workspace).ok
    return list(read_prompts(workspace))


def _die() -> None:
    """Forget what this process has out, as its end would."""
    _out.clear()


def test_a_call_is_pending_until_its_record_is_written(workspace: Workspace) -> None:
    log: PromptLog = WrittenPromptLog(workspace)
    pending = log.begin(_record())
    [note] = workspace.calls_out.iterdir()
    assert PromptRecord.model_validate(json.loads(note.read_bytes())) == pending
    assert _read(workspace) == []

    written = log.end(pending.model_copy(update=ANSWER))
    [record] = _read(workspace)
    assert (record.hash, record.call, record.response) == (
        written,
        pending.call,
        ANSWER["response"],
    )
    assert list(workspace.calls_out.iterdir()) == []


def test_a_compile_needs_no_call(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    calls = (log.end(log.begin(_record())), log.end(log.begin(_record())))
    log.end(_record(purpose="compile", calls=calls, program="sha256:p"))
    assert _read(workspace)[-1].calls == calls


def test_what_a_dead_process_had_out_is_told_once_in_its_order(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    for number in (3, 1, 2):
        log.begin(_record(f"CHK-{number}", at=f"2026-01-0{number}"))
    _die()
    for _ in range(2):
        assert WrittenPromptLog(workspace).trouble == ()
        records = _read(workspace)
        assert [record.check_id for record in records] == ["CHK-1", "CHK-2", "CHK-3"]
        assert {(record.ending, record.code) for record in records} == {
            (Ending.INTERRUPTED, "interrupted")
        }
    assert list(workspace.calls_out.iterdir()) == []


def test_a_kill_between_record_and_note_tells_nothing_twice(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    pending = log.begin(_record())
    [note] = workspace.calls_out.iterdir()
    content = note.read_bytes()
    log.end(pending.model_copy(update=ANSWER))
    note.write_bytes(content)
    _die()
    WrittenPromptLog(workspace)
    assert [record.ending for record in _read(workspace)] == [Ending.ANSWERED]
    assert not note.exists()


def test_a_torn_record_leaves_its_call_interrupted(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    log.end(log.begin(_record()))
    pending = log.begin(_record("CHK-2"))
    with workspace.prompt_log_file.open("ab") as stream:
        stream.write(json.dumps({"call": pending.call}).encode()[:-1])
    _die()
    WrittenPromptLog(workspace)
    assert [record.check_id for record in _read(workspace)] == ["CHK-1", "CHK-2"]


def test_a_second_opening_leaves_calls_of_this_process_alone(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    pending = log.begin(_record())
    WrittenPromptLog(workspace)
    assert _read(workspace) == []
    log.end(pending.model_copy(update=ANSWER))
    assert len(_read(workspace)) == 1


def test_a_note_that_cannot_be_read_is_moved_and_told(workspace: Workspace) -> None:
    workspace.calls_out.mkdir()
    (workspace.calls_out / "call-0.json").write_text("{")
    log = WrittenPromptLog(workspace)
    assert log.trouble == (
        "call-0.json.damaged-1: the note of a call that was out cannot be read.",
    )
    assert WrittenPromptLog(workspace).trouble == ()


def test_hashes_take_the_words_place(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace, keep="hash")
    pending = log.begin(_record())
    assert "é" not in next(workspace.calls_out.iterdir()).read_text("utf-8")
    log.end(pending.model_copy(update=ANSWER))
    log.begin(_record())
    _die()
    WrittenPromptLog(workspace, keep="hash")

    canonical = '{"a":[1],"b":"é"}'.encode()
    answered, interrupted = _read(workspace)
    asked = {"sha256": hashlib.sha256(canonical).hexdigest()}
    assert answered.request == interrupted.request == asked
    assert answered.response == {"sha256": hashlib.sha256(b'{"text":"yes"}').hexdigest()}
    assert interrupted.response is None
    assert b"yes" not in workspace.prompt_log_file.read_bytes()


def test_an_answer_that_looks_like_a_hash_is_hashed_too(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace, keep="hash")
    log.end(_record(response={"sha256": "x", "text": "yes"}))
    assert _read(workspace)[0].response != {"sha256": "x", "text": "yes"}


def test_threads_share_a_log(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)

    def ask(number: int) -> None:
        for _ in range(5):
            pending = log.begin(_record(f"CHK-{number}"))
            log.end(pending.model_copy(update=ANSWER))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(usual)
    records = _read(workspace)
    assert len({record.call for record in records}) == len(records) == 30


def test_a_fork_cannot_write(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    child = os.fork()
    if child == 0:
        try:
            log.begin(_record())
        except WorkspaceError as error:
            os._exit(0 if error.code == "foreign-log" else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("has_call_out", [False, True], ids=["nothing out", "a call out"])
def test_a_broken_log_takes_no_call(workspace: Workspace, has_call_out: bool) -> None:
    log = WrittenPromptLog(workspace)
    log.end(_record())
    if has_call_out:
        log.begin(_record())
        _die()
    with workspace.prompt_log_file.open("ab") as stream:
        stream.write(b"{}\n")
    notes = list(workspace.calls_out.glob("*"))
    with pytest.raises(WorkspaceError) as caught:
        WrittenPromptLog(workspace).begin(_record())
    assert caught.value.code == "broken-audit-log"
    assert list(workspace.calls_out.glob("*")) == notes


def test_records_are_read_by_check_and_run(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    for check_id in ("CHK-1", 'CHK "2" é', "CHK-10"):
        for run_id in ("r1", "r2"):
            log.end(_record(check_id, run_id=run_id, request='"check_id":"CHK-1"'))
    assert len(list(read_prompts(workspace))) == 6
    of_check = list(read_prompts(workspace, check_id="CHK-1"))
    assert [(each.check_id, each.run_id) for each in of_check] == [("CHK-1", "r1"), ("CHK-1", "r2")]
    [both] = read_prompts(workspace, check_id='CHK "2" é', run_id="r2")
    assert (both.check_id, both.run_id) == ('CHK "2" é', "r2")
    assert list(read_prompts(workspace, check_id="CHK-3")) == []


def test_reading_tells_at_which_line_it_stops(workspace: Workspace) -> None:
    log = WrittenPromptLog(workspace)
    log.end(_record())
    with workspace.prompt_log_file.open("ab") as stream:
        stream.write(b'{"at": 1}\n')
    reading = read_prompts(workspace)
    assert next(reading).check_id == "CHK-1"
    with pytest.raises(WorkspaceError, match="line 2, is not the record") as caught:
        next(reading)
    assert caught.value.code == "broken-audit-log"


def test_no_log_holds_no_records(workspace: Workspace) -> None:
    assert list(read_prompts(workspace)) == []
