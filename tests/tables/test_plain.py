"""Files that are split at once come out as they do record by record, whatever is in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.contracts.errors import DataError
from backend.tables.delimited import read_delimited, read_records
from backend.tables.encoding import decode
from backend.tables.grid import Grid
from backend.tables.plain import read_plain


def told(grid: Grid) -> object:
    lines = None if grid.lines is None else grid.lines.tolist()
    columns = [column.to_pylist() for column in grid.columns]
    return grid.names, columns, lines, grid.encoding, grid.delimiter


def careful(content: bytes, file: str = "t.csv") -> object:
    try:
        return told(read_records(decode(content, file=file), file=file))
    except DataError as error:
        return error.code, str(error)


def quick(content: bytes, file: str = "t.csv") -> object:
    """What the quick way says; None where it leaves the file to the careful one."""
    try:
        grid = read_plain(content, file=file)
    except DataError as error:
        return error.code, str(error)
    return None if grid is None else told(grid)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"a,b\n1,2\n", id="LF"),
        pytest.param(b"a,b\r\n1,2\r\n\r\n", id="CRLF"),
        pytest.param(b"a,b\r1,2\r3,4", id="CR"),
        pytest.param(b"a,b\r\n1,2\n3,4\r5,6", id="mixed ends"),
        pytest.param(b"\xef\xbb\xbfa;b\n1;2\n", id="byte order mark"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbfa;b\n1;2\n", id="two byte order marks"),
        pytest.param("größe\t€\n1\tü\n".encode(), id="beyond ASCII"),
        pytest.param(b"a,b,\n1,2,\n", id="trailing delimiters"),
        pytest.param(b"a\n1\n\n2\n", id="one column, blank line"),
        pytest.param(b"a,b\n,\n,x\n", id="empty cells"),
        pytest.param(b"a,a\n1,2\n", id="repeated header"),
        pytest.param(b"a,\n1,2\n", id="nameless column with data"),
        pytest.param(b"a b\n" + b"1 2\n" * 5000, id="no delimiter"),
    ],
)
def test_what_is_plain_is_split_at_once(content: bytes) -> None:
    assert quick(content) == careful(content)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'a,b\n"1",2\n', id="quote"),
        pytest.param(b"a,b\n\n1,2\n", id="blank line"),
        pytest.param(b"a,b\n1,2\n\r\n3,4\n", id="blank line, mixed ends"),
        pytest.param(b"a,b\n1\n", id="ragged"),
        pytest.param(b"a,b\n  \n1,2\n", id="line of blanks"),
        pytest.param(b"\na,b\n1,2\n", id="blank line above"),
        pytest.param(b"a,b", id="header alone"),
        pytest.param(b"", id="empty"),
        pytest.param(b"a,b\n1,\0\n", id="NUL"),
        pytest.param(b"a,b\n1,\xff\n", id="not UTF-8"),
        pytest.param(b"a,b\n" + b"x" * (1 << 25) + b",1\n", id="line longer than a block"),
    ],
)
def test_what_is_odd_is_left_to_the_careful_reader(content: bytes) -> None:
    assert quick(content) is None


ALPHABET = "ab1-. ,;|\t\n\r'é\u2028\ufeff"
HEADERS = st.sampled_from(["a", "a,b", "a,b,c", "a;b", "a,", "a\tb", ",", "a,b,a"])


@given(
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    HEADERS,
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.lists(st.text(alphabet=ALPHABET, max_size=8), max_size=6),
)
def test_random_lines(mark: bytes, header: str, end: str, lines: list[str]) -> None:
    content = mark + end.join([header, *lines]).encode()
    found = quick(content)
    assert found is None or found == careful(content)


@given(
    HEADERS,
    st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-8-sig"]),
    st.lists(st.text(alphabet="ab1,;é€\n", max_size=8), max_size=6),
)
def test_other_encodings(header: str, encoding: str, lines: list[str]) -> None:
    content = "\n".join([header, *lines, "é"]).encode(encoding)
    try:
        found: object = told(read_delimited(content, file="t.csv"))
    except DataError as error:
        found = error.code, str(error)
    assert found == careful(content)
