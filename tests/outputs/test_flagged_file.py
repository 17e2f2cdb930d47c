"""Files of flagged rows, read again."""

from __future__ import annotations

import io
from pathlib import Path

import pandas as pd
import pytest

from backend.contracts.errors import DataError
from backend.outputs.flagged import write_flagged
from backend.outputs.flagged_file import Place, read_flagged, read_places

HEADER = "_table,_row,_source,x\n"


def test_places_are_those_of_the_table(tmp_path: Path) -> None:
    path = tmp_path / "flagged.csv"
    path.write_text(f"{HEADER}a,0,a.csv:2,\nb,7,b.csv:9,\na,3,book.xlsx!x:1:12,\na,,,group\n")
    assert [*read_places(path, "a")] == [Place(0, 2), Place(3, 12)]


def test_table_whose_name_was_disarmed_is_known_again(tmp_path: Path) -> None:
    stream = io.BytesIO()
    write_flagged(stream, "=t", pd.DataFrame({"x": [1, 2]}), [1], ["=t.csv:3"])
    path = tmp_path / "flagged.csv"
    path.write_bytes(stream.getvalue())
    assert [*read_places(path, "=t")] == [Place(1, 3)]


BROKEN = {
    "gone": None,
    "empty": b"",
    "other columns": b"a,b\n",
    "too few cells": HEADER.encode() + b"a,0\n",
    "no row": HEADER.encode() + b"a,x,a.csv:2,\n",
    "no line": HEADER.encode() + b"a,0,a.csv,\n",
    "not UTF-8": HEADER.encode() + b"a,0,a.csv:2,\xff\n",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_what_is_none_is_told(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "flagged.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError) as refused:
        list(read_places(path, "a"))
    assert refused.value.code == "no-flagged-rows"
    assert str(path) in str(refused.value)


def test_cells_come_back_as_they_left(tmp_path: Path) -> None:
    cells = ["a,b", 'say "hi"', "two\nlines", "lone\rreturn", "nul\0", "x" * 200_000, "", " s "]
    path = tmp_path / "flagged.csv"
    frame = pd.DataFrame({"x": pd.Series(cells, dtype="str")})
    with path.open("wb") as stream:
        write_flagged(stream, "t", frame, range(len(cells)), ["t.csv:2"] * len(cells))
    assert [row[3] for row in read_flagged(path)] == ["x", *cells]
