"""The audit shows every record, sums it up, and says where the chain breaks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backend.contracts.model import Usage
from backend.contracts.prompt import Ending, PromptRecord
from backend.contracts.receipt import Approval
from backend.contracts.workspace import Workspace
from backend.dashboard import prompts_index
from backend.dashboard.prompts_index import PromptsIndex
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_prompts import (
    Wanted,
    add_up,
    find_calls,
    read_prompt,
    read_prompt_heads,
    select,
)
from backend.store.approvals import append_approval
from backend.store.calls_out import note_call
from backend.store.prompt_log import append_prompt, verify_chain
from tests.dashboard.drawing import HOSTILE, draw_view, said


def call(check_id: str, **more: object) -> PromptRecord:
    told = {
        "at": "2026-11-20T10:00:00+00:00",
        "run_id": "r1",
        "check_id": check_id,
        "purpose": "plan",
        "model": "claude-haiku-4-5",
        "request": {"system": "Be exact.", "messages": [{"role": "user", "content": "Why?"}]},
        "response": {"content": [{"type": "text", "text": "Because."}], "stop_reason": "end_turn"},
        "usage": Usage(input=100, output=20, cache_read=900),
        "usd": 0.002,
        "shared": "names",
    }
    return PromptRecord.model_validate({**told, **more})


def compiled(check_id: str, *calls: str) -> PromptRecord:
    request = {"sentence": "price must be positive", "tables": {}}
    response = {"kind": "broken_rows", "restatement": "In every row, price is above 0."}
    more = {"purpose": "compile", "model": "offline@1", "usage": Usage(), "usd": 0, "shared": ""}
    told = {"request": request, "response": response, "program": "sha256:77", "calls": calls}
    return call(check_id, **more, **told)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    first = append_prompt(workspace, call("CHK-1"))
    append_prompt(workspace, compiled("CHK-1", first.hash))
    failed = {"ending": Ending.FAILED, "code": "overloaded", "shared": "samples"}
    append_prompt(workspace, call("CHK-2", at="2026-11-21T10:00:00+00:00", **failed))
    return workspace


def test_records_are_told_and_summed_up(filled: Workspace) -> None:
    snapshot = read_snapshot(filled.base)
    known = read_prompt_heads(snapshot, wait=True)

    assert [(head.check_id, head.purpose) for head in known.heads] == [
        ("CHK-1", "plan"),
        ("CHK-1", "compile"),
        ("CHK-2", "plan"),
    ]
    sums = add_up(known.heads)
    assert (sums.calls, sums.compiles, sums.tokens_in, sums.tokens_out) == (2, 1, 2000, 40)
    assert sums.usd == pytest.approx(0.004)
    assert sums.shared == {"names": 1, "samples": 1}
    assert known.chain.state == verify_chain(filled)
    record = read_prompt(snapshot, known.heads[1])
    assert record is not None
    assert find_calls(known.heads, record.calls) == [known.heads[0]]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [2, 1, 0]),
        (Wanted(checks="chk-1"), [1, 0]),
        (Wanted(purposes=("compile",)), [1]),
        (Wanted(models=("claude-haiku-4-5",)), [2, 0]),
        (Wanted(endings=("failed",)), [2]),
        (Wanted(first_day="2026-11-21"), [2]),
        (Wanted(last_day="2026-11-20"), [1, 0]),
        (Wanted(run_id="r2"), []),
    ],
    ids=["all", "check", "purpose", "model", "ending", "from", "to", "run"],
)
def test_records_are_found_the_newest_first(
    filled: Workspace, wanted: Wanted, found: list[int]
) -> None:
    heads = read_prompt_heads(read_snapshot(filled.base), wait=True).heads

    assert [heads.index(head) for head in select(heads, wanted)] == found


def replace(path: Path, old: bytes, new: bytes) -> None:
    """Change a file in place, as somebody does who hopes that nobody looks."""
    data = path.read_bytes().replace(old, new, 1)
    before = path.stat()
    with path.open("r+b") as stream:
        stream.write(data)
        stream.truncate()
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 1))


@pytest.mark.parametrize("short_log", [0, 1_000_000], ids=["a long log", "a short log"])
def test_a_change_of_the_same_length_breaks_the_chain_at_its_line(
    filled: Workspace, monkeypatch: pytest.MonkeyPatch, short_log: int
) -> None:
    monkeypatch.setattr(prompts_index, "_SHORT_LOG", short_log)
    snapshot = read_snapshot(filled.base)
    assert read_prompt_heads(snapshot, wait=True).chain.state.ok

    replace(filled.prompt_log_file, b"price must be positive", b"price must be negative")
    known = read_prompt_heads(snapshot, wait=True)

    assert (known.chain.state.ok, known.chain.state.line) == (False, 2)
    assert known.chain.state == verify_chain(filled)


def test_what_is_appended_is_read_and_walked_on(filled: Workspace) -> None:
    snapshot = read_snapshot(filled.base)
    read_prompt_heads(snapshot, wait=True)
    append_prompt(filled, call("CHK-3"))

    known = read_prompt_heads(snapshot, wait=True)

    assert [head.check_id for head in known.heads][-1] == "CHK-3"
    assert known.chain.state == verify_chain(filled)
    assert known.chain.is_done


def test_a_long_log_is_read_from_its_end_piece_by_piece(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        append_prompt(workspace, call(f"CHK-{number}", response="x" * (1 + number % 7 * 100)))
    for name, size in (("_FIRST", 900), ("_STEP", 700), ("_SHORT_LOG", 1), ("_SHORT", 64)):
        monkeypatch.setattr(prompts_index, name, size)
    index = PromptsIndex(workspace)

    known = index.refresh(wait=True)
    assert [head.check_id for head in known.heads] == [f"CHK-{number}" for number in range(60)]
    assert known.chain.state == verify_chain(workspace)

    append_prompt(workspace, call("CHK-60"))
    known = index.refresh(wait=True)
    assert (known.chain.is_done, known.chain.state) == (True, verify_chain(workspace))

    lines = workspace.prompt_log_file.read_bytes().splitlines(keepends=True)
    workspace.prompt_log_file.write_bytes(b"".join([*lines[:30], b"{}\n", *lines[30:]]))
    known = index.refresh(wait=True)
    known = index.refresh(wait=True)
    index.walk_anew()
    known = index.refresh(wait=True)
    assert (known.chain.state.line, known.damaged) == (31, 1)


def test_the_page_says_that_the_chain_holds(filled: Workspace) -> None:
    page = draw_view("conversations", filled.base)

    assert not page.exception
    assert "The chain holds: 3 records" in said(page)
    shown = page.dataframe[0].value
    assert shown["ending"].tolist() == ["failed: overloaded", "answered", "answered"]
    assert "names (1), samples (1)" in said(page)


def test_the_page_says_where_the_chain_breaks(filled: Workspace) -> None:
    replace(filled.prompt_log_file, b"Because.", b"Perhaps.")

    page = draw_view("conversations", filled.base)

    assert not page.exception
    assert "The chain is broken at line 1" in said(page)


def test_a_compile_shows_the_calls_that_made_it(filled: Workspace) -> None:
    heads = read_prompt_heads(read_snapshot(filled.base), wait=True).heads

    page = draw_view("conversations", filled.base, record=heads[1].hash)

    assert not page.exception
    text = said(page)
    assert "Understood as: In every row, price is above 0." in text
    assert "sha256:77" in text
    assert page.dataframe[1].value["record"].tolist() == [heads[0].hash]


def test_a_call_shows_what_was_asked_and_answered(filled: Workspace) -> None:
    heads = read_prompt_heads(read_snapshot(filled.base), wait=True).heads

    page = draw_view("conversations", filled.base, record=heads[0].hash)

    assert not page.exception
    assert {"Be exact.", "Why?", "Because."} <= {code.value for code in page.code}


def test_words_that_were_not_kept_are_told_as_such(workspace: Workspace) -> None:
    digest = {"sha256": "ab" * 32}
    kept = append_prompt(workspace, call("CHK-1", request=digest, response=digest))

    page = draw_view("conversations", workspace.base, record=kept.hash)

    assert not page.exception
    assert "keep hashes, not words" in said(page)


def test_calls_that_are_out_and_approvals_are_shown(filled: Workspace) -> None:
    note_call(filled, call("CHK-9"))
    (filled.calls_out / "call-bad.json").write_bytes(b"{half")
    approval = Approval(at="2026-11-20", check_id="CHK-1", program="sha256:77", by="ann")
    append_approval(filled, approval)

    page = draw_view("conversations", filled.base)

    assert not page.exception
    assert "1 calls are out" in said(page)
    assert "call-bad.json" in said(page)
    assert page.dataframe[-1].value["by"].tolist() == ["ann"]
    assert (filled.calls_out / "call-bad.json").exists()


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_words_stay_text(workspace: Workspace, words: str) -> None:
    messages = [{"role": words, "content": [{"type": "text", "text": words}, {"odd": words}]}]
    request = {"system": [{"type": "text", "text": words}], "messages": messages}
    kept = append_prompt(workspace, call(words, request=request, response=words, model=words))

    page = draw_view("conversations", workspace.base, record=kept.hash)

    assert not page.exception
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert not [part for part in page.markdown if words[:20] in part.value]


def test_an_empty_log_tells_what_will_stand_here(workspace: Workspace) -> None:
    page = draw_view("conversations", workspace.base)

    assert not page.exception
    assert "No model was asked" in said(page)
