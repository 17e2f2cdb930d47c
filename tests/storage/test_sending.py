"""What runs leave, on object storage as well."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from backend.contracts.workspace import Workspace
from backend.storage.sending import send_artifacts

URL = "s3://shop/left"


def write(workspace: Workspace, *names: str, text: str = "x") -> None:
    for name in names:
        path = workspace.memory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def sent(bucket: Any) -> dict[str, str]:
    return {
        each.key.removeprefix("left/"): each.get()["Body"].read().decode()
        for each in bucket.objects.filter(Prefix="left/")
    }


def test_artifacts_and_sessions_are_there_as_here(bucket: Any, workspace: Workspace) -> None:
    names = ("artifacts/r1/P/flagged.csv", "sessions/orders/eda/report.md")
    write(workspace, *names, "artifacts/r1/P/.new-1.tmp", "runs_log.jsonl")

    assert send_artifacts(workspace, URL) == ()
    assert sent(bucket) == dict.fromkeys(names, "x")


def test_only_what_is_new_is_sent_and_nothing_deleted(bucket: Any, workspace: Workspace) -> None:
    write(workspace, "artifacts/r1/P/a.csv", "sessions/s/eda/report.md", "sessions/s/eda/b.md")
    send_artifacts(workspace, URL)
    bucket.Object("left/artifacts/r1/P/a.csv").delete()
    bucket.Object("left/sessions/s/eda/b.md").delete()
    write(workspace, "artifacts/r2/P/a.csv")
    write(workspace, "sessions/s/eda/report.md", text="more")
    for path in (workspace.artifacts / "r1" / "P" / "a.csv",):
        path.unlink()
    send_artifacts(workspace, URL)

    assert sent(bucket) == {"artifacts/r2/P/a.csv": "x", "sessions/s/eda/report.md": "more"}


def test_another_folder_gets_all(bucket: Any, workspace: Workspace) -> None:
    write(workspace, "artifacts/r1/P/a.csv")
    send_artifacts(workspace, "s3://shop/first")
    send_artifacts(workspace, URL)

    assert sent(bucket) == {"artifacts/r1/P/a.csv": "x"}


@pytest.mark.slow
def test_what_was_not_taken_is_told_and_goes_with_the_next_run(
    bucket: Any, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(workspace, "artifacts/r1/P/a.csv", "artifacts/r2/P/a.csv")
    with monkeypatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
        (told,) = send_artifacts(workspace, URL)

    assert told.startswith("Artifacts could not be sent. s3://shop/left/artifacts/r1/P/a.csv: ")
    assert told.endswith("The next run tries again.")
    assert send_artifacts(workspace, URL) == ()
    assert [*sent(bucket)] == ["artifacts/r1/P/a.csv", "artifacts/r2/P/a.csv"]


def test_nothing_is_done_without_the_setting(workspace: Workspace) -> None:
    write(workspace, "artifacts/r1/P/a.csv")

    assert send_artifacts(workspace, "") == ()
    assert not workspace.sent_artifacts_file.exists()


def test_links_are_not_followed(bucket: Any, workspace: Workspace, tmp_path: Path) -> None:
    write(workspace, "artifacts/r1/P/a.csv")
    (tmp_path / "secret").write_text("secret")
    (workspace.artifacts / "r1" / "P" / "b.csv").symlink_to(tmp_path / "secret")
    send_artifacts(workspace, URL)

    assert sent(bucket) == {"artifacts/r1/P/a.csv": "x"}
