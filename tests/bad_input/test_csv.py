"""CSV files that have no single reading: each costs its own table, and names file and line."""

from __future__ import annotations

import gzip

import pytest

from backend.contracts.verdict import Verdict
from tests.bad_input.place import ABOUT_T, FIRST, LAST, BadPlace

BAD: dict[str, tuple[str | bytes, str, str]] = {
    "nothing": ("", "empty-file", "t.csv: the file is empty."),
    "a mark alone": (b"\xef\xbb\xbf", "empty-file", "t.csv: the file is empty."),
    "a mark of UTF-16 alone": (b"\xff\xfe", "empty-file", "t.csv: the file is empty."),
    "blank lines": ("\n\n \r\n", "empty-file", "t.csv: the file is empty."),
    "an empty text": ('""', "empty-file", "t.csv: the file is empty."),
    "blank texts": ('" "\n""\n', "empty-file", "t.csv: the file is empty."),
    "UTF-16 without a mark": ("a,b\n".encode("utf-16-be"), "nul-byte", "t.csv, line 1: "),
    "UTF-16 cut": (b"\xff\xfea\0\n\0b", "bad-encoding", "t.csv, line 2: "),
    "UTF-16, half a pair": (b"\xff\xfea\0\n\0\0\xd8x\0", "bad-encoding", "t.csv, line 2: "),
    "UTF-32, no character": (b"\xff\xfe\0\0a\0\0\0\xff\xff\xff\xff", "bad-encoding", "line 1: "),
    "UTF-8 cut": ("a\nüü\né".encode()[:-1], "bad-encoding", "t.csv, line 3: "),
    "a NUL": (b"a,b\n1,\x002\n", "nul-byte", "t.csv, line 2: the line holds a NUL byte."),
    "NULs alone": (bytes(4096), "nul-byte", "t.csv, line 1: "),
    "gzip": (gzip.compress(b"a,b\n1,2\n", mtime=0), "not-a-table-file", "is a gzip archive"),
    "a workbook": (b"PK\x03\x04\x14\0\x06\0", "not-a-table-file", "ending .xlsx."),
    "an end of DOS": (b"a,b\n1,2\n\x1a", "ragged-row", "t.csv, line 3: 1 field where"),
    "an open quote": ('a,b\n"1,2\n3,4\n', "unclosed-quote", "t.csv, line 2: a quote opens"),
    "an open quote above": ('"a,b\n1,2', "unclosed-quote", "t.csv, line 1: a quote opens"),
    "quotes alone": ('"""\n', "unclosed-quote", "t.csv, line 1: a quote opens"),
    "an open quote over 2 MB": (
        'a,b\n1,2\n"' + "x,y\n" * 500_000,
        "unclosed-quote",
        "t.csv, line 3: ",
    ),
    "text behind a quote": ('a,b\n"1"x,2\n', "stray-quote", "t.csv, line 2: text follows"),
    "a field too many": ("a,b\n1,2,3\n", "ragged-row", "t.csv, line 2: 3 fields where"),
    "a field too few": ("a,b\n1,2\n3\n", "ragged-row", "t.csv, line 3: 1 field where"),
    "ragged far below": ("a,b\n" + "1,2\n" * 9_000 + "1\n", "ragged-row", "t.csv, line 9002: "),
    "a total below": ("a,b\n1,2\nTotal,,2\n", "ragged-row", "t.csv, line 3: 3 fields"),
    "a title above": ("My report\n\na,b\n1,2\n", "ragged-row", "t.csv, line 3: 2 fields"),
    "delimiters mixed": ("a;b\n1,2\n3,4\n", "ragged-row", "t.csv, line 2: "),
    "sep= of spreadsheets": ("sep=;\na;b\n1;2\n", "not-a-table-file", "line 1: 'sep=;' is a note"),
    "Parquet": (b"PAR1\x15\x04", "not-a-table-file", "Declare it in data/sources.toml"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "not-a-table-file", "is a PDF document"),
    "Excel of 1997": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not-a-table-file", "of Excel 97"),
    "SQLite": (b"SQLite format 3\0", "not-a-table-file", "is an SQLite database"),
    "a web page": ("\n<!DOCTYPE html><html>Log in</html>", "not-a-table-file", "is a web page"),
    "XML": ('<?xml version="1.0"?>\n<rows/>\n', "not-a-table-file", "is an XML document"),
    "JSON": ('[{"a": 1},\n {"a": 2}]', "not-a-table-file", "this is JSON"),
    "lines of JSON": ('{"a":1,"b":2}\n{"a":3,"b":4}\n', "not-a-table-file", "this is JSON"),
    "a pointer of Git LFS": (
        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
        "not-a-table-file",
        "git lfs pull",
    ),
    "a merge": (
        "a\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> theirs\n",
        "unresolved-merge",
        "t.csv, line 2: a merge was left unresolved.",
    ),
    "a header twice": ("a,a\n1,2\n", "duplicate-header", "are both named 'a'"),
    "a header thrice": ("a,b,a,a\n1,2,3,4\n", "duplicate-header", "column 1 and column 3"),
    "no header for data": ("a,\n1,2\n", "empty-header", "t.csv, line 1: column 2 holds data"),
    "no header at all": (",,\n1,2,3\n", "empty-header", "t.csv, line 1: column 1 holds data"),
    "blank headers": (" ,\t\n,\n", "empty-header", "t.csv, line 1: no column has a name"),
}


@pytest.mark.parametrize(("content", "code", "fact"), BAD.values(), ids=BAD)
def test_a_file_without_a_single_reading_costs_its_table(
    place: BadPlace, content: str | bytes, code: str, fact: str
) -> None:
    place.put("t.csv", content)
    told = place.told_by_run()
    assert told[0] == code
    assert told[1].startswith("T: t.csv")
    assert fact in told[1]


READ: dict[str, tuple[str | bytes, int]] = {
    "no break at the end": ("a,b\n1,2", 1),
    "CR alone": ("a,b\r1,2\r3,4\r", 2),
    "all breaks": ("a,b\r\n1,2\n3,4\r5,6", 3),
    "UTF-8 with a mark": (b"\xef\xbb\xbfa,b\n1,2\n", 1),
    "UTF-16 with a mark": ("a,b\n1,é\n".encode("utf-16"), 1),
    "UTF-32 with a mark": (b"\xff\xfe\0\0" + "a,b\n1,2\n".encode("utf-32-le"), 1),
    "Windows-1252": ("a,b\n1,caf\xe9\n".encode("cp1252"), 1),
    "tabs": ("a\tb\n1\t2\n", 1),
    "bars": ("a|b\n1|2\n", 1),
    "trailing delimiters": ("a,b,\n1,2,\n", 1),
    "headers in other case": ("a,A\n1,2\n", 1),
    "headers of a program": ("a,class,pd,index,_row,_table,None\n1,2,3,4,5,6,7\n", 1),
    "odd headers": ('a,"x\ny","q""q",{z},🙂,#,\\\n1,2,3,4,5,6,7\n', 1),
    "4,000 columns": (f"{','.join(['a', *map(str, range(4_000))])}\n{'1,' * 4_000}1\n", 1),
    "a cell of 2 MB": (f"a,b\n{'x' * 2_000_000},2\n", 1),
    "a cell of many lines": ('a,b\n"' + "x\n" * 200_000 + '",2\n', 1),
    "blank lines between": ("a,b\n1,2\n" + "\n" * 100_000 + "3,4\n", 2),
    "numbers of 400 digits": (f"a,b\n{'9' * 400},2\n1,3\n", 2),
    "control characters": (b"a,b\n\x01\x1b[31m,2\n", 1),
    "formulas": ("a,b\n=cmd|'/C calc'!A0,2\n", 1),
}


@pytest.mark.parametrize(("content", "rows"), READ.values(), ids=READ)
def test_what_only_looks_odd_is_read_whole(
    place: BadPlace, content: str | bytes, rows: int
) -> None:
    place.put("t.csv", content)
    (record,) = place.run()
    assert (record.verdict, record.tested) == (Verdict.PASS, rows)


def test_a_header_alone_is_nothing_to_test(place: BadPlace) -> None:
    place.put("t.csv", "a,b")
    (record,) = place.run()
    assert (record.verdict, record.code) == (Verdict.SKIPPED, "nothing-to-test")


NAMES = [
    "my table",
    "class",
    "2024",
    "select",
    "🙂",
    "o'br\"ien",
    "v1.2",
    "{x}",
    "50%25",
    "x" * 250,
]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_any_name_is_read(place: BadPlace, name: str) -> None:
    place.take_away()
    place.put(f"{name}.csv", "a,b\n1,2\n,3\n")
    place.tiny.write_checks(FIRST, ABOUT_T | {"target_table": [name]}, LAST)
    (record,) = place.run()
    assert (record.verdict, record.flagged, record.tested) == (Verdict.FAIL, 1, 2)
