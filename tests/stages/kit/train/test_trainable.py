"""``trainable`` notes what a program logs, at once, one JSON object a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backend.stages.kit.train.trainable import METRICS_FILE, install_trainable


@pytest.fixture(autouse=True)
def no_module_stays() -> Iterator[None]:
    yield
    sys.modules.pop("trainable", None)


def test_a_program_imports_it_and_each_line_is_there_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    install_trainable(tmp_path)
    space: dict[str, object] = {"path": tmp_path / METRICS_FILE}
    exec(
        "from trainable import log, configure_dashboard\n"
        "configure_dashboard([{'title': 'Loss', 'metrics': ['loss'], 'type': 'line'}])\n"
        "log(step=1, metrics={'loss': 0.5}, run='net')\n"
        "after_one = path.read_text().count('\\n')\n"
        "log(2, {'loss': float('nan'), 'rate': 1})\n",
        space,
    )
    assert capsys.readouterr().out == (tmp_path / METRICS_FILE).read_text()
    lines = [json.loads(x) for x in (tmp_path / METRICS_FILE).read_text().splitlines()]

    assert space["after_one"] == 2
    assert lines == [
        {"type": "charts", "charts": [{"title": "Loss", "metrics": ["loss"], "type": "line"}]},
        {"type": "metric", "step": 1, "metrics": {"loss": 0.5}, "run": "net"},
        {"type": "metric", "step": 2, "metrics": {"loss": None, "rate": 1.0}, "run": "main"},
    ]
