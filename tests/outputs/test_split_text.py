"""Rows of a CSV go apart without a byte of them changed."""

from __future__ import annotations

import io

import pytest

from backend.outputs.split_text import Delimited, Written, name_new_column, split_text
from backend.tables.reading import read_table

PLAIN = "a,b\n1,x\n2,y\n3,z\n"
FILES: dict[str, tuple[bytes, bytes, bytes]] = {
    "plain": (PLAIN.encode(), b"a,b\n1,x\n3,z\n", b"a,b,flagged_by\n2,y,C1;C2\n"),
    "no last line end": (b"a,b\n1,x\n2,y", b"a,b\n1,x\n", b"a,b,flagged_by\n2,y,C1;C2"),
    "CRLF": (b"a,b\r\n1,x\r\n2,y\r\n", b"a,b\r\n1,x\r\n", b"a,b,flagged_by\r\n2,y,C1;C2\r\n"),
    "CR": (b"a,b\r1,x\r2,y\r3,z", b"a,b\r1,x\r3,z", b"a,b,flagged_by\r2,y,C1;C2\r"),
    "semicolons": (b"a;b\n1;x\n2;y\n", b"a;b\n1;x\n", b'a;b;flagged_by\n2;y;"C1;C2"\n'),
    "quotes": (
        b'a,"b"\n"1",x\n"2","say ""y"", \n\nand more"\n3,"z"\n',
        b'a,"b"\n"1",x\n3,"z"\n',
        b'a,"b",flagged_by\n"2","say ""y"", \n\nand more",C1;C2\n',
    ),
    "blank lines": (
        b"\na,b\n\n1,x\n  \n\n2,y\n\n3,z\n\n",
        b"\na,b\n1,x\n3,z\n",
        b"\na,b,flagged_by\n2,y,C1;C2\n",
    ),
    "one column": (b"a\n1\n\n3\n", b"a\n1\n3\n", b"a,flagged_by\n,C1;C2\n"),
    "UTF-8 with a mark": (
        "\ufeffa,b\né,x\n2,ü\n".encode(),
        "\ufeffa,b\né,x\n".encode(),
        "\ufeffa,b,flagged_by\n2,ü,C1;C2\n".encode(),
    ),
    "UTF-16": (
        "\ufeffa,b\né,x\n2,😀\n".encode("utf-16-be"),
        "\ufeffa,b\né,x\n".encode("utf-16-be"),
        "\ufeffa,b,flagged_by\n2,😀,C1;C2\n".encode("utf-16-be"),
    ),
    "Windows-1252": (
        "a,b\né,x\n2,€\n".encode("cp1252"),
        "a,b\né,x\n".encode("cp1252"),
        "a,b,flagged_by\n2,€,C1;C2\n".encode("cp1252"),
    ),
}


def split(content: bytes, flagged: dict[int, list[str]]) -> tuple[bytes, bytes, Written]:
    reading = read_table(content, file="t.csv", sheet=None)
    lines = range(2, reading.rows + 2) if reading.lines is None else reading.lines.tolist()
    good, bad = io.BytesIO(), io.BytesIO()
    source = Delimited(content, reading.encoding, reading.delimiter, lines)
    written = split_text(good, bad, source, flagged)
    return good.getvalue(), bad.getvalue(), written


@pytest.mark.parametrize(("content", "good", "bad"), FILES.values(), ids=FILES)
def test_rows_leave_as_they_came(content: bytes, good: bytes, bad: bytes) -> None:
    found = split(content, {1: ["C1", "C2"]})
    assert found[:2] == (good, bad)
    assert found[2].bad == 1


@pytest.mark.parametrize(("content", "good", "bad"), FILES.values(), ids=FILES)
def test_parts_are_read_as_the_rows_they_were(content: bytes, good: bytes, bad: bytes) -> None:
    whole, first, second = (
        read_table(each, file="t.csv", sheet=None) for each in (content, good, bad)
    )
    assert first.rows + second.rows == whole.rows
    assert [each.facts.name for each in second.columns][-1] == "flagged_by"


def test_nothing_flagged_leaves_the_source() -> None:
    assert split(PLAIN.encode(), {})[:2] == (PLAIN.encode(), b"a,b,flagged_by\n")


IDS = {
    "plain": (["C1"], b"C1"),
    "delimiter": (["C,1"], b'"C,1"'),
    "quote": (['C"1'], b'"C""1"'),
    "line end": (["C\n1"], b'"C\n1"'),
    "blanks": ([" C1"], b'" C1"'),
    "formula": (["=1+1"], b"'=1+1"),
    "beyond the encoding": (["Ж"], b"\\u0416"),
}


@pytest.mark.parametrize(("ids", "field"), IDS.values(), ids=IDS)
def test_ids_are_one_field(ids: list[str], field: bytes) -> None:
    content = "a,b\né,x\n".encode("cp1252")
    assert split(content, {0: ids})[1] == content[:3] + b",flagged_by\n\xe9,x," + field + b"\n"


def test_new_column_has_a_name_of_its_own() -> None:
    assert name_new_column(["a"]) == "flagged_by"
    assert name_new_column(["flagged_by", "flagged_by_2"]) == "flagged_by_3"
