"""The data folder as a copy of a bucket: what is there now, or an error; never what was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.errors import WorkspaceError
from backend.contracts.schema import Schema
from backend.contracts.workspace import Workspace
from backend.storage.fetching import fetch_data, fetch_from
from backend.storage.folder import RemoteFolder, open_folder
from backend.tables.snapshot import snapshot_tables

Put = Callable[[str, str], None]
Fetch = Callable[[], tuple[str, ...]]
ORDERS = "order_id,price\n1,5\n"


def tables(workspace: Workspace) -> list[str]:
    return sorted(path.name for path in workspace.data.iterdir() if path.name[0] != ".")


def problems(workspace: Workspace) -> dict[str, str]:
    schema = snapshot_tables(workspace, Schema())
    return {name: problem.code for name, problem in schema.problems.items()}


def test_the_folder_is_what_the_bucket_holds(put: Put, fetch: Fetch, workspace: Workspace) -> None:
    put("orders.csv", ORDERS)
    put("users.tsv", "a\tb\n1\t2\n")
    put("read.me", "x")
    put(".hidden.csv", "x")
    put("deeper/orders.csv", "x")

    assert fetch() == ()
    assert tables(workspace) == ["orders.csv", "users.tsv"]
    assert workspace.data.joinpath("orders.csv").read_text() == ORDERS


def test_only_what_changed_is_fetched(put: Put, fetch: Fetch, workspace: Workspace) -> None:
    put("orders.csv", ORDERS)
    put("users.csv", "a\n1\n")
    fetch()
    before = {name: (workspace.data / name).stat().st_ino for name in tables(workspace)}
    put("orders.csv", ORDERS + "2,7\n")
    fetch()
    after = {name: (workspace.data / name).stat().st_ino for name in tables(workspace)}

    assert after["users.csv"] == before["users.csv"]
    assert workspace.data.joinpath("orders.csv").read_text() == ORDERS + "2,7\n"


def test_a_run_without_change_writes_nothing(put: Put, fetch: Fetch, workspace: Workspace) -> None:
    put("orders.csv", ORDERS)
    fetch()
    before = {path: path.stat().st_mtime_ns for path in workspace.data.iterdir()}

    assert fetch() == ()
    assert {path: path.stat().st_mtime_ns for path in workspace.data.iterdir()} == before


def test_an_object_that_is_gone_takes_its_copy_along(
    put: Put, fetch: Fetch, bucket: Any, workspace: Workspace
) -> None:
    put("orders.csv", ORDERS)
    put("users.csv", "a\n1\n")
    fetch()
    bucket.Object("daily/orders.csv").delete()
    fetch()

    assert tables(workspace) == ["users.csv"]


@pytest.mark.parametrize("is_gone", [False, True], ids=["still there", "gone"])
def test_a_copy_that_was_edited_is_kept_and_not_judged(
    is_gone: bool, put: Put, fetch: Fetch, bucket: Any, workspace: Workspace
) -> None:
    put("orders.csv", ORDERS)
    put("users.csv", "a\n1\n")
    fetch()
    workspace.data.joinpath("orders.csv").write_text("order_id\n9\n")
    if is_gone:
        bucket.Object("daily/orders.csv").delete()
    (told,) = fetch()

    assert "changed" in told
    assert workspace.data.joinpath("orders.csv").read_text() == "order_id\n9\n"
    assert problems(workspace) == {"orders": "not-fetched"}
    workspace.data.joinpath("orders.csv").unlink()
    assert fetch() == ()
    assert problems(workspace) == {}


def test_a_file_that_nobody_fetched_is_not_overwritten(
    put: Put, fetch: Fetch, workspace: Workspace
) -> None:
    workspace.data.mkdir()
    workspace.data.joinpath("orders.csv").write_text("mine\n1\n")
    workspace.data.joinpath("own.csv").write_text("mine\n1\n")
    put("orders.csv", ORDERS)

    assert "was not fetched" in fetch()[0]
    assert workspace.data.joinpath("orders.csv").read_text() == "mine\n1\n"
    assert problems(workspace) == {"orders": "not-fetched"}


def test_a_lost_memory_takes_up_equal_copies(put: Put, fetch: Fetch, workspace: Workspace) -> None:
    put("orders.csv", ORDERS)
    fetch()
    workspace.remote_data_file.write_text("{")

    assert fetch() == ()
    assert problems(workspace) == {}


def test_a_kill_between_copy_and_memory_is_healed(
    put: Put, fetch: Fetch, workspace: Workspace
) -> None:
    """What is about to take a file's place is on disk before it does."""
    put("orders.csv", ORDERS)
    fetch()
    memory = workspace.remote_data_file.read_text()
    put("orders.csv", ORDERS + "2,7\n")
    fetch()
    content = workspace.remote_data_file.read_text().split('"xxh3:')[1][:32]
    announced = memory.replace('"contents": [', f'"contents": ["xxh3:{content}",')
    workspace.remote_data_file.write_text(announced)
    put("orders.csv", ORDERS + "3,9\n")

    assert fetch() == ()
    assert workspace.data.joinpath("orders.csv").read_text() == ORDERS + "3,9\n"


def test_another_folder_takes_the_place_of_the_first(
    put: Put, fetch: Fetch, bucket: Any, workspace: Workspace
) -> None:
    put("orders.csv", ORDERS)
    put("users.csv", "a\n1\n")
    fetch()
    bucket.put_object(Key="other/orders.csv", Body=b"order_id,price\n7,7\n")
    fetch_data(workspace, "s3://shop/other")

    assert tables(workspace) == ["orders.csv"]
    assert workspace.data.joinpath("orders.csv").read_text() == "order_id,price\n7,7\n"


def test_without_the_setting_copies_become_files(
    put: Put, fetch: Fetch, workspace: Workspace
) -> None:
    put("orders.csv", ORDERS)
    fetch()

    assert "its files stay" in fetch_data(workspace, "")[0]
    assert fetch_data(workspace, "") == ()
    assert tables(workspace) == ["orders.csv"]
    assert not workspace.remote_data_file.exists()


def test_an_empty_folder_is_told(fetch: Fetch) -> None:
    assert fetch() == ("s3://shop/daily holds no table.",)


FAULTS = {
    "no bucket": ({}, "s3://gone/daily", "Create the bucket, or mend the URL."),
    "nobody listens": (
        {"AWS_ENDPOINT_URL": "http://127.0.0.1:1"},
        "s3://shop/daily",
        "Check the URL, the network, AWS_ENDPOINT_URL and the keys",
    ),
    "no keys": (
        {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": "", "HOME": "/nonexistent"},
        "s3://shop/daily",
        "the keys in the environment.",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("environment", "url", "told"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_listed_ends_the_run_and_leaves_the_copies(
    environment: dict[str, str],
    url: str,
    told: str,
    put: Put,
    fetch: Fetch,
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put("orders.csv", ORDERS)
    fetch()
    with monkeypatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value) if value else patch.delenv(name)
        with pytest.raises(WorkspaceError) as caught:
            fetch_data(workspace, url)

    assert caught.value.code == "unreachable-storage"
    assert str(caught.value).startswith(f"{url}: ")
    assert told in str(caught.value)
    assert "hunter2" not in str(caught.value)
    assert tables(workspace) == ["orders.csv"]


def test_an_object_that_changes_while_it_is_fetched_is_no_table(
    put: Put, fetch: Fetch, workspace: Workspace
) -> None:
    """The copy before it stays on disk, and is not judged in its place."""
    put("orders.csv", ORDERS)
    put("users.csv", "a\n1\n")
    fetch()
    put("orders.csv", ORDERS + "2,7\n")
    folder = open_folder("s3://shop/daily")

    class Changing(RemoteFolder):
        def fetch(self, name: str, path: Path) -> None:
            super().fetch(name, path)
            put(name, ORDERS + "3,9\n")

    changing = Changing(folder.url, folder.files)
    (told,) = fetch_from(workspace, changing)

    assert told == "orders.csv: the object changed while it was fetched. Run again."
    assert problems(workspace) == {"orders": "not-fetched"}
    assert not list(workspace.data.glob("*.tmp"))
    assert fetch() == ()
    assert workspace.data.joinpath("orders.csv").read_text() == ORDERS + "3,9\n"


def test_a_folder_that_cannot_be_written_is_told(
    put: Put, fetch: Fetch, workspace: Workspace
) -> None:
    workspace.data.write_text("this is no folder")
    put("orders.csv", ORDERS)

    with pytest.raises(WorkspaceError) as caught:
        fetch()
    assert caught.value.code == "cannot-write"
