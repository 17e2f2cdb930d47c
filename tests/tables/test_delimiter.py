"""Which character separates the fields, also where others stand in the text."""

from __future__ import annotations

import pytest

from backend.tables.delimiter import find_delimiter


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        pytest.param("a,b\n1,2", ",", id="comma"),
        pytest.param("a;b\n1;2", ";", id="semicolon"),
        pytest.param("a\tb\n1\t2", "\t", id="tab"),
        pytest.param("a|b\n1|2", "|", id="pipe"),
        pytest.param("a\n1\n2", "", id="one column"),
        pytest.param("a\nx;y\nz", "", id="one column with semicolons below"),
        pytest.param('"a,b"\n"1,2"', "", id="one quoted column"),
        pytest.param("name;price\nx;1,50\ny;2,75", ";", id="decimal commas"),
        pytest.param("name;price, EUR\nx;1,50\ny;2,75", ";", id="decimal commas and a comma above"),
        pytest.param('a,b\n"x;y",1\n"z;w",2', ",", id="semicolons in quotes"),
        pytest.param('"a;b","c;d"\n"1;2","3;4"', ",", id="semicolons in all quotes"),
        pytest.param('id,name,"x;y"\n1,n,"c;d"', ",", id="semicolon in a quoted header"),
        pytest.param("a,b|c\n1,2\n3,4", ",", id="pipe in the header alone"),
        pytest.param("a\tb, c\n1\t2, 3", "\t", id="tab beside commas"),
        pytest.param('a,b\n"x\ny",2\n"z\n;",3', ",", id="quoted line breaks"),
        pytest.param("\n  \na;b\n1;2", ";", id="blank lines above"),
        pytest.param("a,b\n1,2,3\n4,5\n6", ",", id="ragged"),
        pytest.param('a;b\n1;"open', ";", id="unclosed quote"),
    ],
)
def test_delimiter(text: str, delimiter: str) -> None:
    assert find_delimiter(text) == delimiter


def test_a_sample_cut_inside_quotes_is_no_evidence() -> None:
    text = 'a,b\n1,"' + "x;y\n" * 400_000 + '"\n'
    assert find_delimiter(text) == ","
