"""Flagged rows that are written in parts are the bytes that would be written at once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from backend.outputs.flagged import FlaggedPart, write_flagged, write_flagged_parts
from tests.out_of_core.ground import Ground

PLAIN = {"a": ["x", None, "y"], "_row": [1, 2, 3], "n": pd.array([1, None, 3], "Int64")}
FRAMES = {
    "plain": PLAIN,
    "a quote in the last part": {**PLAIN, "a": ["x", "y", 'a "b", c']},
    "a formula": {**PLAIN, "a": ["=1+1", "-2", "@x"]},
    "fractions": {**PLAIN, "n": [0.1, 1e-300, 12345678.9]},
}


@pytest.mark.parametrize("cells", FRAMES.values(), ids=FRAMES)
def test_parts_are_written_as_the_whole(cells: dict[str, list[object]]) -> None:
    frame, sources = pd.DataFrame(cells), ["t.csv:2", "t.csv:3", "t.csv:4"]

    def parts() -> Iterator[FlaggedPart]:
        for row in range(3):
            yield FlaggedPart(frame.iloc[row : row + 1], [row], sources[row : row + 1])

    whole, pieces = io.BytesIO(), io.BytesIO()
    write_flagged(whole, "t", frame, range(3), sources)
    write_flagged_parts(pieces, "t", parts)

    assert pieces.getvalue() == whole.getvalue()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('id,name\n1,a\n2,"two\nlines"\n3,b\n1,a\n2,"=x"\n', "id must be unique"),
        ("id,name\n" + "".join(f"{n % 70_000},n{n}\n" for n in range(140_001)), "id is unique"),
        ("id,name\n1,a\n1,b\n2,c\n", "each id must have at most 1 row"),
    ],
    ids=["uneven lines", "more rows than a part", "groups"],
)
def test_file_of_flagged_rows_is_the_same_by_both_engines(
    text: str, sentence: str, tmp_path: Path
) -> None:
    judged = Ground(tmp_path, {"orders": text}).judge(sentence)

    by_program = judged.written_in_pandas().execution
    by_sql = judged.with_settings(judge_by="duckdb").written_by_size().execution

    assert by_sql.engine == "duckdb"
    assert by_sql.flagged == by_program.flagged > 0
    assert by_sql.flagged_path and by_program.flagged_path
    written = [tmp_path / each.flagged_path for each in (by_sql, by_program)]
    assert written[0] != written[1]
    assert written[0].read_bytes() == written[1].read_bytes()
