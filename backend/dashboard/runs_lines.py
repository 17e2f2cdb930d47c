"""Lines of the runs log as columns.

Nothing here touches a disk. The log of a busy workspace has millions of lines: a whole block of
them is parsed at once; only a block with a damaged line is looked at line by line.
"""

from __future__ import annotations

import io
import json
from itertools import pairwise
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json as pj

_SCHEMA = pa.schema(
    [
        ("run_id", pa.string()),
        ("check_id", pa.string()),
        ("verdict", pa.string()),
        ("program", pa.string()),
        ("code", pa.string()),
        ("tested", pa.int64()),
        ("flagged", pa.int64()),
        ("started_at", pa.string()),
        ("as_of", pa.string()),
        ("sandbox", pa.string()),
        ("compiled", pa.bool_()),
        ("model_calls", pa.int64()),
        ("usd", pa.float64()),
        ("seconds", pa.float64()),
    ]
)
COLUMNS = tuple(_SCHEMA.names)
"""What is read of a line."""
_ROWS = ("run_id", "check_id", "verdict", "program", "code", "tested", "flagged")
_WORDS = ("run_id", "check_id", "verdict", "program", "code")
_NEEDED = ("run_id", "check_id", "verdict", "tested", "flagged", "started_at")


class RunPart(NamedTuple):
    """What some of a run's lines come to; the parts of one run add up.

    ``kept`` of its ``checks`` kept their verdicts and have no line.
    """

    run_id: str
    started_at: str
    as_of: str
    sandbox: str
    checks: int
    verdicts: dict[str, int]
    flagged: int
    tested: int
    compiled: int
    model_calls: int
    usd: float
    seconds: float
    kept: int = 0


class Block(NamedTuple):
    """Consecutive lines of the log.

    ``rows`` has the columns run_id, check_id, verdict, program, code (dictionaries), tested,
    flagged;
    ``parts`` are the runs in the order in which they occur; ``damaged`` lines are left out.
    """

    rows: pa.Table
    parts: tuple[RunPart, ...]
    damaged: int


def parse_block(data: bytes) -> Block:
    """Parse whole lines; a line that is no record costs itself only."""
    if not data.strip():
        return Block(_narrow(_SCHEMA.empty_table()), (), 0)
    damaged = 0
    try:
        table = _parse(data)
        if any(table[name].null_count for name in _NEEDED):
            raise pa.ArrowInvalid("a line without its fields")
    except pa.ArrowInvalid:
        sound, damaged = _sound_lines(data)
        table = _parse(sound) if sound else _SCHEMA.empty_table()
    return Block(_narrow(table), _add_up(table), damaged)


def parse_month(table: pa.Table) -> Block:
    """The `COLUMNS` of a closed month; a row without a run is a line that is no record."""
    records = table.filter(pc.is_valid(table["run_id"]))
    damaged = table.num_rows - records.num_rows
    return Block(_narrow(records), _add_up(records), damaged)


def _parse(data: bytes) -> pa.Table:
    return pj.read_json(
        io.BytesIO(data),
        read_options=pj.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=pj.ParseOptions(explicit_schema=_SCHEMA, unexpected_field_behavior="ignore"),
    )


def _sound_lines(data: bytes) -> tuple[bytes, int]:
    """The records alone, each with the fields that are read here, and how many lines are none."""
    sound = []
    lines = [line for line in data.split(b"\n") if line.strip()]
    for line in lines:
        try:
            found = json.loads(line)
            kept = {field.name: _cell(found.get(field.name), field.type) for field in _SCHEMA}
        except (ValueError, TypeError, AttributeError, RecursionError):
            continue
        if all(kept[name] is not None for name in _NEEDED):
            sound.append(json.dumps(kept).encode())
    return b"\n".join(sound), len(lines) - len(sound)


def _cell(value: object, kind: pa.DataType) -> object:
    if value is None:
        return None
    return pa.scalar(value, kind).as_py()


def _narrow(table: pa.Table) -> pa.Table:
    rows = table.select(_ROWS)
    for position, name in enumerate(_ROWS):
        if name in _WORDS:
            rows = rows.set_column(position, name, pc.dictionary_encode(rows[name]))
    return rows.combine_chunks()


def _add_up(table: pa.Table) -> tuple[RunPart, ...]:
    return tuple(_add_up_run(part) for part in _by_run(table))


def _by_run(table: pa.Table) -> list[pa.Table]:
    """The stretches of lines that belong to one run each."""
    runs = table["run_id"].combine_chunks()
    if not len(runs):
        return []
    changes = pc.not_equal(runs.slice(1), runs.slice(0, len(runs) - 1))
    starts = [0, *(int(at) + 1 for at in pc.indices_nonzero(changes).to_pylist()), len(runs)]
    return [table.slice(start, end - start) for start, end in pairwise(starts)]


def _add_up_run(part: pa.Table) -> RunPart:
    verdicts = {
        each["values"]: each["counts"] for each in pc.value_counts(part["verdict"]).to_pylist()
    }
    judged = pc.is_in(part["verdict"], pa.array(["PASS", "WARN", "FAIL"]))
    rows = part.filter(judged)
    return RunPart(
        run_id=part["run_id"][0].as_py(),
        started_at=part["started_at"][0].as_py(),
        as_of=part["as_of"][0].as_py() or "",
        sandbox=next((word for word in pc.unique(part["sandbox"]).to_pylist() if word), ""),
        checks=part.num_rows,
        verdicts=verdicts,
        flagged=pc.sum(rows["flagged"]).as_py() or 0,
        tested=pc.sum(rows["tested"]).as_py() or 0,
        compiled=pc.sum(part["compiled"]).as_py() or 0,
        model_calls=pc.sum(part["model_calls"]).as_py() or 0,
        usd=pc.sum(part["usd"]).as_py() or 0.0,
        seconds=pc.sum(part["seconds"]).as_py() or 0.0,
    )
