"""What sessions left is shown as far as the files tell, and nothing is made up."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from backend.contracts.workspace import Workspace
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_sessions import read_figure, read_session, read_session_names
from tests.dashboard.conftest import entry
from tests.dashboard.drawing import HOSTILE, draw_view, said


def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "PNG")
    return stream.getvalue()


def leave(workspace: Workspace, path: str, content: bytes | str) -> Path:
    file = workspace.sessions / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_stages_stand_in_their_order_with_what_they_left(workspace: Workspace) -> None:
    leave(workspace, "churn/train/metrics.json", json.dumps({"auc": 0.81, "deep": [1]}))
    leave(workspace, "churn/eda/report.md", "# Churn")
    leave(workspace, "churn/eda/figures/ages.png", picture())

    session = read_session(read_snapshot(workspace.base), "churn")

    assert [stage.stage for stage in session.stages] == ["eda", "train"]
    assert session.stages[0].report == "# Churn"
    assert [file.path for file in session.stages[0].files] == ["figures/ages.png", "report.md"]
    assert session.stages[1].metrics == {"auc": 0.81, "deep": [1]}


def test_links_are_not_followed(workspace: Workspace, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    stage = leave(workspace, "churn/eda/plain.txt", "x").parent
    (stage / "report.md").symlink_to(secret)
    (stage / "metrics.json").symlink_to(secret)
    (workspace.sessions / "away").symlink_to(tmp_path)
    snapshot = read_snapshot(workspace.base)

    assert read_session_names(snapshot) == ("churn",)
    (left,) = read_session(snapshot, "churn").stages
    assert (left.report, left.metrics, [file.path for file in left.files]) == (
        "",
        {},
        ["plain.txt"],
    )


@pytest.mark.parametrize(
    ("content", "is_drawn"),
    [
        (picture(), True),
        (b"<svg onload='alert(1)'/>", False),
        (b"GIF89a", False),
        (b"", False),
    ],
    ids=["png", "svg", "gif", "empty"],
)
def test_only_pictures_that_carry_no_script_are_drawn(
    tmp_path: Path, content: bytes, is_drawn: bool
) -> None:
    path = tmp_path / "figure.png"
    path.write_bytes(content)

    assert (read_figure(path) is not None) is is_drawn


def test_the_page_shows_a_session(workspace: Workspace) -> None:
    leave(workspace, "churn/eda/report.md", "[click](https://evil.example) <script>1</script>")
    leave(workspace, "churn/eda/figures/ages.png", picture())
    leave(workspace, "churn/eda/figures/torn.png", picture()[:30])
    leave(workspace, "churn/train/metrics.json", "{half")

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert page.code[0].value.startswith("[click](https://evil.example)")
    assert "damaged, or still being written" in said(page)
    assert "metrics.json of train cannot be read" in said(page)


def test_without_stages_the_page_says_so(workspace: Workspace) -> None:
    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "all are rules" in said(page)


def test_checks_of_stages_are_listed(workspace: Workspace) -> None:
    checks = json.loads(workspace.checks_file.read_text())
    more = {**entry("EDA-1", "Look", "Explore orders."), "stage": "eda", "session": "churn"}
    workspace.checks_file.write_text(json.dumps([*checks, more]))

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert page.dataframe[0].value["check"].tolist() == ["EDA-1"]
    assert "No session has left anything yet" in said(page)


@pytest.mark.parametrize("name", ["html", "markdown", "right-to-left", "zero-width", "emoji"])
def test_hostile_names_stay_text(workspace: Workspace, name: str) -> None:
    hostile = HOSTILE[name].replace("/", "|")
    leave(workspace, f"{hostile}/eda/report.md", hostile)
    leave(workspace, f"{hostile}/eda/metrics.json", json.dumps({hostile: hostile}))
    leave(workspace, f"{hostile}/{hostile}/figures/{hostile}.png", b"none")

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert not [part for part in page.markdown if hostile[:20] in part.value]
