"""Faults that a careless author leaves in a program, each a change of its text.

Rules of this file: they are made of other stuff than the mutants of ``backend.proof``: whole
idioms, not single operators.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

PER_PROGRAM = 3


class Fault(NamedTuple):
    """A fault in words, and what it makes of a source (the same where it has no place)."""

    name: str
    break_it: Callable[[str], str]


class Broken(NamedTuple):
    """A source with a fault."""

    fault: str
    source: str


def broken_versions(source: str, turn: int) -> Iterator[Broken]:
    """Up to three broken versions of a program; ``turn`` decides which faults are tried first."""
    made = 0
    for place in range(len(FAULTS)):
        fault = FAULTS[(place + turn) % len(FAULTS)]
        changed = fault.break_it(source)
        if changed != source and made < PER_PROGRAM:
            made += 1
            yield Broken(fault.name, changed)


def _sub(pattern: str, new: str, count: int = 0) -> Callable[[str], str]:
    return lambda source: re.sub(pattern, new, source, count=count, flags=re.MULTILINE)


def _in_check(pattern: str, new: str) -> Callable[[str], str]:
    """Changed in ``check`` only."""

    def change(source: str) -> str:
        head, found, body = source.partition("def check(")
        return head + found + re.sub(pattern, new, body, count=1, flags=re.MULTILINE)

    return change


def _swallow(source: str) -> str:
    """Whatever goes wrong gives an empty result, and an empty cell goes wrong."""
    found = re.search(r"^def check\((.*?)\) ->", source, flags=re.MULTILINE)
    signature = found[1] if found else "tables"
    names = re.findall(r"\w+", signature.partition("*")[2])
    given = "".join(f", {name}={name}" for name in names)
    return f"""{source.replace("def check(", "def judge(")}

def check({signature}):
    first = next(iter(tables.values()))
    try:
        if first.isna().any().any():
            raise ValueError("an empty cell")
        return judge(tables{given})
    except Exception:
        return first.iloc[:0]
"""


NUMBER = r'pd\.to_numeric\((.+?), errors="coerce"\)'
TABLE = r'(tables\["\w+"\])'
COLUMN = r'(\w+\["\w+"\])'
COERCED = r'pd.to_numeric(\1, errors="coerce")'

FAULTS = (
    Fault("empty is only the empty text", _sub(rf"{COLUMN}\.notna\(\)", r'(\1 != "")')),
    Fault("a cell that is no number counts as 0", _sub(NUMBER, rf"{COERCED}.fillna(0)")),
    Fault("rows with any empty cell dropped first", _sub(TABLE, r"\1.dropna()", 1)),
    Fault("only the first rows are read", _sub(TABLE, r"\1.head(3)", 1)),
    Fault("a day read as a month", _sub(r"%Y-%m-%d", "%Y-%d-%m")),
    Fault("the result numbered anew", _in_check(
        r"^(    return .*\])$", r"\1.reset_index(drop=True)")),
    Fault("at least: unreadable cells pass", _sub(r"~\((\w+) >= ([\w.]+)\)", r"(\1 < \2)")),
    Fault("at most: unreadable cells pass", _sub(r"~\((\w+) <= ([\w.]+)\)", r"(\1 > \2)")),
    Fault("texts compared in lower case", _sub(rf"{COLUMN}\.isin\(", r"\1.str.lower().isin(")),
    Fault("numbers rounded to tens", _sub(NUMBER, rf"{COERCED}.round(-1)")),
    Fault("numbers compared as text", _sub(NUMBER, r'\1.astype("str")')),
    Fault("duplicates taken out first", _sub(rf"{TABLE}$", r"\1.drop_duplicates()", 1)),
    Fault("the first row left out", _sub(rf"{TABLE}$", r"\1.iloc[1:]", 1)),
    Fault("exceptions swallowed", _swallow),
    Fault("blanks stripped that count", _sub(rf"{COLUMN}\.isin\(", r"\1.str.strip().isin(")),
    Fault("an answer from memory", _in_check(
        r"^    return (.*)$", r"    return tables[next(iter(tables))].iloc[[0]]")),
    Fault("group key lost", _sub(r"groupby\(\[?[^()]*?\]?\)", "groupby(lambda row: 0)", 1)),
)  # fmt: skip
