"""One writer at a time, and a killed one is found out."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from backend.contracts.errors import WorkspaceBusy, WorkspaceError
from backend.contracts.workspace import Workspace
from backend.store.lock import Holder, LockState, WorkspaceLock, read_lock


def test_a_second_holder_is_refused_and_told_of_the_first(workspace: Workspace) -> None:
    with WorkspaceLock(workspace), pytest.raises(WorkspaceBusy) as caught:
        WorkspaceLock(workspace).__enter__()
    assert f"process {os.getpid()}, started 20" in str(caught.value)
    assert caught.value.code == "workspace-busy"


def test_a_refused_holder_leaves_the_record_of_the_first(workspace: Workspace) -> None:
    with WorkspaceLock(workspace):
        record = workspace.lock_file.read_text()
        with pytest.raises(WorkspaceBusy):
            WorkspaceLock(workspace).__enter__()
        assert workspace.lock_file.read_text() == record


def test_a_lock_is_free_again_after_its_holder(workspace: Workspace) -> None:
    lock = WorkspaceLock(workspace)
    for _ in range(3):
        with lock:
            assert workspace.lock_file.stat().st_size > 0
            assert lock.killed is None
        assert workspace.lock_file.stat().st_size == 0


def test_a_lock_is_free_again_after_an_error(workspace: Workspace) -> None:
    with pytest.raises(KeyError), WorkspaceLock(workspace):
        raise KeyError
    with WorkspaceLock(workspace) as lock:
        assert lock.killed is None


def test_a_killed_holder_is_told_and_its_unfinished_files_are_swept(workspace: Workspace) -> None:
    half = workspace.history / ".new-0.tmp"
    half.parent.mkdir()
    child = _fork_holder(workspace, half)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with WorkspaceLock(workspace) as lock:
        assert lock.killed is not None
        assert lock.killed.pid == child
        assert not half.exists()
    with WorkspaceLock(workspace) as lock:
        assert lock.killed is None


def test_after_a_holder_that_left_in_good_order_nothing_is_swept(workspace: Workspace) -> None:
    with WorkspaceLock(workspace):
        pass
    half = workspace.memory / ".new-0.tmp"
    half.touch()
    with WorkspaceLock(workspace):
        assert half.exists()


@pytest.mark.parametrize("record", [b"{", b'{"pid": []}', b"\xff", b"[1]"], ids=repr)
def test_a_record_cut_short_still_tells_of_a_kill(workspace: Workspace, record: bytes) -> None:
    workspace.lock_file.write_bytes(record)
    with WorkspaceLock(workspace) as lock:
        assert lock.killed == Holder(0, "at an unknown time")


def test_a_forked_worker_does_not_hold_the_lock(workspace: Workspace) -> None:
    ready, tell = os.pipe()
    release, wait = os.pipe()
    with WorkspaceLock(workspace):
        child = os.fork()
        if child == 0:
            os.write(tell, b".")
            os.read(release, 1)
            os._exit(0)
        os.read(ready, 1)
    try:
        with WorkspaceLock(workspace) as lock:
            assert lock.killed is None
    finally:
        os.write(wait, b".")
        os.waitpid(child, 0)


def test_of_many_at_once_one_gets_the_lock(workspace: Workspace) -> None:
    start, go = os.pipe()
    children = [_fork_contender(workspace, start, go) for _ in range(12)]
    os.close(start)
    os.close(go)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes.count(0) >= 1
    assert set(codes) <= {0, 75}
    counts = (workspace.base / "counts").read_text()
    assert counts == "in out " * codes.count(0)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorkspaceError) as caught:
        WorkspaceLock(Workspace(tmp_path / "file")).__enter__()
    assert caught.value.code == "cannot-write"


def _fork_holder(workspace: Workspace, half: Path) -> int:
    ready, tell = os.pipe()
    child = os.fork()
    if child == 0:
        with WorkspaceLock(workspace):
            half.touch()
            os.write(tell, b".")
            signal.pause()
    os.read(ready, 1)
    return child


def _fork_contender(workspace: Workspace, start: int, go: int) -> int:
    child = os.fork()
    if child == 0:
        os.close(go)
        os.read(start, 1)
        os._exit(_contend(workspace))
    return child


def _contend(workspace: Workspace) -> int:
    try:
        with WorkspaceLock(workspace):
            counts = workspace.base / "counts"
            for word in ("in ", "out "):
                with counts.open("a") as stream:
                    stream.write(word)
    except WorkspaceBusy:
        return 75
    except BaseException:
        return 1
    return 0


def test_a_lock_that_comes_free_in_time_is_waited_for(workspace: Workspace) -> None:
    first = WorkspaceLock(workspace)
    first.__enter__()
    ending = threading.Timer(0.2, first.__exit__, (None, None, None))
    ending.start()
    with WorkspaceLock(workspace, wait=60) as lock:
        assert lock.waited
        assert lock.killed is None
    ending.join()


def test_who_need_not_wait_has_not_waited(workspace: Workspace) -> None:
    with WorkspaceLock(workspace, wait=60) as lock:
        assert not lock.waited


def test_who_waited_in_vain_is_told_how_long(workspace: Workspace) -> None:
    with WorkspaceLock(workspace), pytest.raises(WorkspaceBusy, match=r"waited for 0\.2 s\."):
        WorkspaceLock(workspace, wait=0.2).__enter__()


def test_a_look_at_the_lock_tells_who_holds_it_and_takes_nothing(workspace: Workspace) -> None:
    assert read_lock(workspace) == LockState(None, False)
    with WorkspaceLock(workspace):
        holder, is_held = read_lock(workspace)
        assert holder is not None
        assert (holder.pid, is_held) == (os.getpid(), True)
        with pytest.raises(WorkspaceBusy):
            WorkspaceLock(workspace).__enter__()
    assert read_lock(workspace) == LockState(None, False)


def test_a_look_after_a_kill_tells_who_left(workspace: Workspace) -> None:
    workspace.lock_file.write_bytes(b'{"pid": 7, "started": "then"}')

    assert read_lock(workspace) == LockState(Holder(7, "then"), False)
