"""Bytes to text, and the bytes that are no text."""

from __future__ import annotations

import pytest

from backend.contracts.errors import DataError
from backend.tables.encoding import decode

TEXT = "name\nMüller €\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(TEXT.encode(), "utf-8", id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), "utf-8-sig", id="utf-8 with mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", id="utf-16 little"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", id="utf-16 big"),
        pytest.param(b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le", id="utf-32 little"),
        pytest.param(TEXT.encode("cp1252"), "cp1252", id="windows-1252"),
    ],
)
def test_text_comes_back(content: bytes, encoding: str) -> None:
    assert decode(content, file="t.csv") == (TEXT, encoding)


def test_latin_1_where_windows_1252_has_no_letter() -> None:
    assert decode(b"Stra\xdfe \x81", file="t.csv") == ("Straße \x81", "latin-1")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        pytest.param(b"a,b\r\n1,\x002\n", "nul-byte", "t.csv, line 2:", id="nul"),
        pytest.param(TEXT.encode("utf-16-le"), "nul-byte", "t.csv, line 1:", id="unmarked utf-16"),
        pytest.param(
            "name\nMüller\nJürgen\n".encode() + b"Andr\xe9\n",
            "bad-encoding",
            "t.csv, line 4:",
            id="one latin letter in utf-8",
        ),
        pytest.param(
            b"\xef\xbb\xbfname\nAndr\xe9\n", "bad-encoding", "t.csv, line 2:", id="mark belied"
        ),
        pytest.param(
            b"\xff\xfe" + "a\nb".encode("utf-16-le") + b"x",
            "bad-encoding",
            "t.csv, line 2:",
            id="half a letter",
        ),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, code: str, place: str) -> None:
    with pytest.raises(DataError) as caught:
        decode(content, file="t.csv")
    assert caught.value.code == code
    assert str(caught.value).startswith(place)
