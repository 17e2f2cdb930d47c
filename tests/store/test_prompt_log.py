"""The chain holds, shows every change, and is refused when it is broken."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.prompt import PromptRecord
from backend.contracts.workspace import Workspace
from backend.store.prompt_log import ChainState, append_prompt, follow_chain, verify_chain

Lines = list[bytes]


def _record(check_id: str, response: str = "é\u2028") -> PromptRecord:
    return PromptRecord(
        at="2026-01-01T00:00:00Z",
        run_id="r1",
        check_id=check_id,
        purpose="plan",
        model="model",
        request={"temperature": 0.1, "messages": [{"role": "user", "content": "a\nb"}]},
        response=response,
    )


def _filled(workspace: Workspace, number: int = 3) -> list[PromptRecord]:
    return [append_prompt(workspace, _record(str(each))) for each in range(number)]


def test_each_record_carries_the_hash_of_the_one_before(workspace: Workspace) -> None:
    first, second, third = _filled(workspace)
    assert first.previous == ""
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert verify_chain(workspace) == (True, 3, third.hash, 0, "")
    written = [json.loads(line) for line in workspace.prompt_log_file.read_bytes().splitlines()]
    assert [PromptRecord.model_validate(line) for line in written] == [first, second, third]


def test_the_hash_can_be_worked_out_by_anyone(workspace: Workspace) -> None:
    _filled(workspace, 1)
    record = json.loads(workspace.prompt_log_file.read_bytes())
    stored = record.pop("hash")
    canonical = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert stored == "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()


def test_an_empty_log_is_a_chain(workspace: Workspace) -> None:
    assert verify_chain(workspace) == (True, 0, "", 0, "")


def _change(number: int, old: bytes, new: bytes) -> Callable[[Lines], Lines]:
    def change(lines: Lines) -> Lines:
        assert old in lines[number]
        return [*lines[:number], lines[number].replace(old, new, 1), *lines[number + 1 :]]

    return change


BREAKS: dict[str, tuple[Callable[[Lines], Lines], int, str]] = {
    "a word changed": (_change(1, b'"run_id":"r1"', b'"run_id":"r2"'), 2, "was changed"),
    "the last changed": (_change(2, b'"plan"', b'"play"'), 3, "was changed"),
    "a hash changed": (_change(0, b'"hash":"sha256:', b'"hash":"sha256:0'), 1, "was changed"),
    "a link changed": (_change(1, b'"previous":"sha256:', b'"previous":"x'), 2, "was changed"),
    "a line taken out": (lambda lines: lines[:1] + lines[2:], 2, "does not follow"),
    "the first taken out": (lambda lines: lines[1:], 1, "does not follow"),
    "lines swapped": (lambda lines: [lines[1], lines[0], lines[2]], 1, "does not follow"),
    "a line doubled": (lambda lines: [*lines[:2], *lines[1:]], 3, "does not follow"),
    "a space": (_change(1, b'"run_id":', b'"run_id": '), 2, "not spelled as it was written"),
    "a field twice": (_change(1, b'"run_id":', b'"run_id":"r9","run_id":'), 2, "not spelled"),
    "a field more": (_change(1, b'"run_id":', b'"x":1,"run_id":'), 2, "was changed"),
    "no hash": (_change(1, b'"hash":', b'"hush":'), 2, "carries no hash"),
    "an empty line": (lambda lines: [*lines, b""], 4, "is not JSON"),
    "not JSON": (lambda lines: [lines[0], b"{", lines[2]], 2, "is not JSON"),
    "not a record": (lambda lines: [*lines, b"[]"], 4, "carries no hash"),
    "NaN": (_change(1, b"0.1", b"NaN"), 2, "is not JSON"),
    "not UTF-8": (_change(1, b"plan", b"pl\xffn"), 2, "is not JSON"),
}


@pytest.mark.parametrize(("change", "line", "fact"), BREAKS.values(), ids=BREAKS)
def test_a_change_shows_at_its_line(
    workspace: Workspace, change: Callable[[Lines], Lines], line: int, fact: str
) -> None:
    records = _filled(workspace)
    lines = change(workspace.prompt_log_file.read_bytes().splitlines())
    workspace.prompt_log_file.write_bytes(b"".join(each + b"\n" for each in lines))
    state = verify_chain(workspace)
    assert (state.ok, state.line, state.records) == (False, line, line - 1)
    assert fact in state.reason
    if fact != "does not follow" and line > 1:
        assert state.head == records[line - 2].hash


@pytest.mark.parametrize(
    "tail",
    [b"\n", b"{}\n", b"not JSON\n", b'{"previous":"","hash":"sha256:0"}\n'],
    ids=["empty", "no hash", "no JSON", "false hash"],
)
def test_a_damaged_end_is_refused_and_nothing_is_written(workspace: Workspace, tail: bytes) -> None:
    _filled(workspace)
    with workspace.prompt_log_file.open("ab") as stream:
        stream.write(tail)
    before = workspace.prompt_log_file.read_bytes()
    with pytest.raises(WorkspaceError, match="the last record") as caught:
        append_prompt(workspace, _record("next"))
    assert caught.value.code == "broken-audit-log"
    assert workspace.prompt_log_file.read_bytes() == before
    assert [path.name for path in workspace.memory.iterdir()] == ["plan_prompt_log.jsonl"]


@pytest.mark.parametrize("number", [0, 3], ids=["at the beginning", "after three"])
def test_a_torn_last_line_is_set_aside_and_the_chain_goes_on(
    workspace: Workspace, number: int
) -> None:
    records = _filled(workspace, number)
    with workspace.prompt_log_file.open("ab") as stream:
        stream.write(b'{"at":"2026')
    assert verify_chain(workspace).ok
    last = append_prompt(workspace, _record("next"))
    assert last.previous == (records[-1].hash if records else "")
    assert verify_chain(workspace) == (True, number + 1, last.hash, 0, "")
    torn = workspace.memory / "plan_prompt_log.jsonl.torn-1"
    assert torn.read_bytes() == b'{"at":"2026'


def test_a_last_line_that_lacks_its_break_only_stays_in_the_chain(workspace: Workspace) -> None:
    records = _filled(workspace)
    whole = workspace.prompt_log_file.read_bytes()
    workspace.prompt_log_file.write_bytes(whole[:-1])
    last = append_prompt(workspace, _record("next"))
    assert last.previous == records[-1].hash
    assert verify_chain(workspace).records == 4


@pytest.mark.parametrize("size", [10, 65_000, 65_536, 400_000])
def test_records_of_any_size_are_chained(workspace: Workspace, size: int) -> None:
    for check_id in ("a", "b"):
        append_prompt(workspace, _record(check_id, response="é" * size))
    assert verify_chain(workspace).records == 2


def test_half_a_character_does_not_break_the_chain(workspace: Workspace) -> None:
    append_prompt(workspace, _record("a", response="x\ud800"))
    append_prompt(workspace, _record("b"))
    assert verify_chain(workspace).records == 2


@pytest.mark.parametrize("change", [b"", b"user"], ids=["sound", "changed"])
def test_a_walk_in_pieces_comes_to_what_one_walk_comes_to(
    workspace: Workspace, change: bytes
) -> None:
    _filled(workspace, 5)
    path = workspace.prompt_log_file
    lines = path.read_bytes().splitlines()
    lines[3] = lines[3].replace(change, b"uses" if change else b"", 1)
    path.write_bytes(b"\n".join(lines) + b"\n")

    state = ChainState(True, 0, "")
    for piece in (lines[:2], [], lines[2:4], lines[4:]):
        state = follow_chain(state, piece)

    assert state == verify_chain(workspace)
    assert (state.ok, state.line) == (not change, 4 if change else 0)
