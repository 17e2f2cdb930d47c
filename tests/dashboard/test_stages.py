"""What sessions left is shown as far as the files tell, and nothing is made up."""

from __future__ import annotations

import html
import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from backend.contracts.workspace import Workspace
from backend.dashboard.snapshot import read_snapshot
from backend.dashboard.snapshot_sessions import read_figure, read_session, read_session_names
from backend.stages.session_lock import holding
from backend.store.checks_file import read_checks
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
    leave(workspace, "churn/eda/report.json", '{"a": "<b>"}')

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "<p>[click](https://evil.example) &lt;script&gt;1&lt;/script&gt;</p>" in said(page)
    assert "damaged, or still being written" in said(page)
    assert '"a": "<b>"' in page.code[0].value


def test_what_is_half_written_is_told_whatever_is_open(workspace: Workspace) -> None:
    leave(workspace, "churn/eda/metrics.json", "{half")
    leave(workspace, "churn/train/metrics.jsonl", '{"type": "metric", "step": 1, "metrics": {"a')

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "metrics.json of eda cannot be read" in said(page)
    assert "Metrics" not in said(page)


def test_metrics_and_deeper_questions_are_drawn(workspace: Workspace) -> None:
    asked = {"probe": "leakage_check", "why": "Signs <b>.", "columns": ["a"], "attempts": 1}
    answer = asked | {"event": "answer", "outcome": "answered", "finding": "<i>None</i> found."}
    leave(workspace, "churn/eda/probes.jsonl", json.dumps(answer) + "\n")
    line = {"type": "metric", "step": 1, "metrics": {"auc": 0.5}, "run": "<b>"}
    leave(workspace, "churn/eda/metrics.jsonl", json.dumps(line) + "\n")

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "&lt;i&gt;None&lt;/i&gt; found." in said(page)
    assert "clip-path:polygon" in said(page)
    assert "auc 0.5" in said(page)


def test_a_session_that_runs_shows_its_numbers_and_can_be_cancelled(workspace: Workspace) -> None:
    checks = json.loads(workspace.checks_file.read_text())
    more = {**entry("T-1", "Train", "Learn."), "stage": "train", "session": "churn"}
    workspace.checks_file.write_text(json.dumps([*checks, more]))
    walk = walk_of(state="running").replace('"train_done"', '"train_running"')
    folder = leave(workspace, "churn/session.json", walk).parent
    line = {"type": "metric", "step": 7, "metrics": {"auc": 0.625}, "run": "tuning"}
    leave(workspace, "churn/.leaving-scratch/step-x/live.jsonl", json.dumps(line) + "\n")

    with holding(folder, read_checks(workspace).checks[-1]):
        page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "auc 0.625" in said(page)
    assert [button.label for button in page.button] == ["Cancel this stage"]


def test_what_may_be_started_is_offered_in_order(workspace: Workspace) -> None:
    checks = json.loads(workspace.checks_file.read_text())
    more = {**entry("EDA-1", "Look", "Look."), "stage": "eda", "session": "churn"}
    workspace.checks_file.write_text(json.dumps([*checks, more]))

    def offered() -> list[str]:
        return [button.label for button in draw_view("stages", workspace.base).button]

    assert offered() == ["Run exploration"]
    done = walk_of(verdict="PASS").replace('"train"', '"eda"').replace("train_done", "eda_done")
    leave(workspace, "churn/session.json", done)
    assert offered() == ["Go on to preparation", "Ask"]
    workspace.settings_file.write_text("[dashboard]\nread_only = true\n")
    assert offered() == []


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


def walk_of(**mark: object) -> str:
    """The record of a session whose training ended like this."""
    known = {"stage": "train", "state": "done", "check_id": "T-1", "run_id": "r", "program": "p"}
    given = known | {"started_at": "2026-11-20T10:00:00Z", "fingerprint": "f"} | mark
    changes = [{"at": "2026-11-20", "state": "train_done", "run_id": "r"}]
    walk = {"session": "churn", "table": "people", "state": "train_done", "created_at": "2026"}
    return json.dumps(walk | {"stages": {"train": given}, "changes": changes})


def test_the_page_tells_where_a_session_stands(workspace: Workspace) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    told = {"summary": hostile, "warnings": ["Few rows."], "failures": ["Too good to be true."]}
    numbers = {"values": {"metric": "auc", "test_metrics": {"roc_auc": 0.8125}}, "test_uses": 1}
    leave(workspace, "churn/session.json", walk_of(verdict="WARN", **told, **numbers))
    leave(workspace, "churn/train/report.md", "# Report")
    leave(workspace, "churn/.leaving-eda/half.md", "half")

    page = draw_view("stages", workspace.base)
    text = html.unescape(said(page))

    assert not page.exception
    for words in ("train_done", "has not run", "Few rows.", "Too good to be true.", "0.8125"):
        assert words in text
    assert "<th>roc_auc</th>" in text
    assert "<td dir='auto'>test</td>" in text
    assert hostile in text  # as text: nothing of it is an element
    assert "<img" not in "".join(element.proto.body for element in page.get("html"))
    assert "leaving" not in text


def test_a_torn_record_of_a_session_is_told(workspace: Workspace) -> None:
    leave(workspace, "churn/session.json", walk_of()[:40])
    leave(workspace, "churn/train/report.md", "# Report")

    page = draw_view("stages", workspace.base)

    assert not page.exception
    assert "session.json of session 'churn' is not what it should be." in html.unescape(said(page))


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
    assert [tab.label for tab in page.tabs] == [
        "Exploration",
        "Preparation",
        "Training",
        "Experiments",
        "History",
        "Checks",
        "Folder 1",
    ]


def experiment(name: str, better: float) -> str:
    made = {"experiment": name, "parent": "train", "session": "churn", "run_id": "r", "at": "2026"}
    made |= {"trained_by": "r", "fingerprint": "f", "by": "policy", "hypothesis": "<b>Less.</b>"}
    scores = {"metric": "auc", "less_is_better": False, "before": 0.5, "improvement_pct": better}
    change = {"name": "drop_column", "stage": "prep", "params": {"drop": "x"}, "column": "x"}
    told = {"change": change, "outcome": "kept", "kept": True, "learnt": "It helps."}
    return json.dumps(made | scores | told) + "\n"


def open_experiments(base: Path) -> AppTest:
    page = draw_view("stages", base)
    page.session_state["parts of churn"] = "Experiments"
    return page.run()


def test_the_page_answers_which_change_was_worth_it(workspace: Workspace) -> None:
    lines = experiment("e001", 1.0) + experiment("e002", 2.5)
    leave(workspace, "churn/experiments.jsonl", lines)
    leave(workspace, "churn/experiments/e001/program.py", "")
    leave(workspace, "churn/eda/report.md", "# Churn")

    page = open_experiments(workspace.base)
    assert "2 of 2 experiments" in said(page)
    page.number_input(key="improved_by").set_value(2.0).run()

    assert not page.exception
    assert page.dataframe[0].value["experiment"].tolist() == ["e002"]
    assert page.dataframe[0].value["change"].tolist() == ["drop_column x"]


def test_a_torn_record_of_experiments_is_told(workspace: Workspace) -> None:
    leave(workspace, "churn/experiments.jsonl", "{}\n")
    leave(workspace, "churn/eda/report.md", "# Churn")

    page = open_experiments(workspace.base)

    assert not page.exception
    assert "line 1 is no experiment" in said(page)


def test_files_leave_with_the_hash_on_record(workspace: Workspace) -> None:
    files = {"models/model.pkl": "sha256:abc"}
    leave(workspace, "churn/session.json", walk_of(verdict="PASS", files=files))
    leave(workspace, "churn/train/models/model.pkl", b"model")
    leave(workspace, "churn/train/a.txt", b"text")

    page = draw_view("stages", workspace.base)
    assert "On record" not in said(page)
    page.selectbox(key="file of train").select("models/model.pkl").run()

    assert not page.exception
    assert "On record: sha256:abc" in said(page)
    assert "A pickle runs what it holds" in said(page)
    assert [each.label for each in page.download_button] == ["Download"]
