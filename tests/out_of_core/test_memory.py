"""A table larger than the limit is judged within the limit, whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from backend.contracts.program import TableFile
from backend.out_of_core.stream import TableStream
from tests.out_of_core.ground import Ground, Judged

LIMIT_MB = 512
BATCHES, BATCH_ROWS, WIDTH = 80, 16_000, 500
TWINS = 7
"""Rows of the last batch that repeat rows of the first."""
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A small table, and a large one of the same columns in its place."""
    ground = Ground(tmp_path_factory.mktemp("memory"), {"orders": "id,name\n1,a\n2,b\n"})
    kinds = pa.ipc.open_stream(ground.files["orders"].path.read_bytes()).schema
    path = ground.workspace.tables / "large.arrow"
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, kinds) as stream:
        for number in range(BATCHES):
            stream.write_batch(batch(number, kinds))
    ground.files["orders"] = TableFile(table="orders", path=path, rows=BATCHES * BATCH_ROWS)
    return ground


def batch(number: int, kinds: pa.Schema) -> pa.RecordBatch:
    first = number * BATCH_ROWS
    ids = list(range(first, first + BATCH_ROWS))
    if number == BATCHES - 1:
        ids[:TWINS] = range(TWINS)
    names = [f"{each:>{WIDTH}}" for each in ids]
    return pa.record_batch([pa.array(ids), pa.array(names, pa.large_string())], schema=kinds)


def judge_alone(judged: Judged) -> tuple[int, int, float]:
    job = {
        "base": str(judged.context.workspace.base),
        "memory_mb": LIMIT_MB,
        "file": judged.context.files["orders"].model_dump(mode="json"),
        "check": judged.check.model_dump(mode="json"),
        "plan": judged.plan.model_dump(mode="json"),
        "program": judged.program.model_dump(mode="json"),
    }
    command = [sys.executable, "-m", "tests.out_of_core.judge_alone"]
    told = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, check=True, cwd=ROOT
    )
    flagged, tested, peak = json.loads(told.stdout)
    return flagged, tested, peak


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "flagged"),
    [
        ("name must be unique", 2 * TWINS),
        ("name must be at most 5 characters long", BATCHES * BATCH_ROWS),
    ],
    ids=["grouped by long texts", "every row"],
)
def test_peak_stays_below_the_limit(ground: Ground, sentence: str, flagged: int) -> None:
    size = ground.files["orders"].path.stat().st_size >> 20

    found = judge_alone(ground.judge(sentence))

    assert size > LIMIT_MB
    assert found[:2] == (flagged, BATCHES * BATCH_ROWS)
    assert found[2] < LIMIT_MB, f"{found[2]:.0f} MiB for a table of {size} MiB"


def test_pages_that_were_lent_are_given_back(ground: Ground) -> None:
    before = resident_mb()
    for _ in pa.RecordBatchReader.from_stream(TableStream(ground.files["orders"])):
        assert resident_mb() - before < 150


def resident_mb() -> float:
    """What the kernel has of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / (1 << 20)
