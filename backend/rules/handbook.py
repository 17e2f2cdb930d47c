"""The page ``docs/rules.md``: every kind with its examples, and the words of conditions.

Everything on it is told by the code: summaries, docstrings, sentences that the tests read, and
the golden programs.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from backend.rules.catalog import kinds
from backend.rules.language.formats import FORMATS
from backend.rules.language.say import say_value
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Function,
    Measure,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.rule import Example, Kind

GOLDEN = Path("tests", "golden")
"""Where the programs of the examples lie, seen from the root of the repository."""

_HEAD = """\
# What a rule can say

This page is written by `make docs`; the tests keep it true. A sentence becomes a rule of one of
the kinds below, and the rule becomes the program beside it. The sentences are examples: each
stands for many ways to say the same. A program begins with its rule in the rule's own words: these
compile too, and have one meaning.

An empty cell breaks a rule only if the rule is about presence. A cell that should be a number or
a date and is none breaks the rule that compares it.
"""
_BEYOND = """
## What no rule says

These need libraries that a program must do without, or have no one definition, and are declined:

- distances between distributions (Kullback-Leibler, PSI, Wasserstein), Kolmogorov-Smirnov tests,
  fits to a named distribution, normality, t-tests, association (Cramer's phi), mutual information;
- learned anomalies of rows, and forecasts of what the next run should measure (Holt-Winters,
  Prophet, isolation forests): they need statsmodels, prophet or scikit-learn in the program, and
  years of runs;
- shapes and distances on a map, the language of a text.

A plain "uniqueness", "duplicates" without saying how they are counted, or an "entropy" without
its unit can be read in several ways, so that the check says which. So can "anomalous", "an
outlier" or "older than usual" beside earlier runs: the check says how far off is too far, as in
"within 3 standard deviations of the last 30 runs".
"""
_FEW = 3
_OPEN = ("It",)
"""Terms that only unfinished sentences have."""


def main() -> None:
    """Print the page; run from the root of the repository."""
    programs = {path.stem: path.read_text("utf-8") for path in sorted(GOLDEN.glob("*_*.py"))}
    sys.stdout.write(write_handbook(programs))


def write_handbook(programs: Mapping[str, str]) -> str:
    """The page, in Markdown; ``programs`` by the name of their example."""
    parts = [_HEAD, "## Kinds\n"]
    parts += [f"- [`{name}`](#{name}): {kind.summary}" for name, kind in kinds().items()]
    parts.append("- [The condition language](#the-condition-language)\n")
    for kind in kinds().values():
        parts += _kind(kind, programs)
    return "\n".join([*parts, *_conditions()]).rstrip() + "\n" + _BEYOND


def _kind(kind: Kind, programs: Mapping[str, str]) -> Iterator[str]:
    yield f"## {kind.name}\n"
    yield f"{kind.summary}\n"
    yield f"{_told(kind.spec)}\n"
    for example in kind.examples:
        yield f"### {example.sentence}\n"
        yield from _tables(example)
        yield from _program(programs.get(f"{kind.name}_{example.name}"))


def _tables(example: Example) -> Iterator[str]:
    for place, (table, (header, *rows)) in enumerate(example.tables.items()):
        flagged = example.flagged if isinstance(example.flagged, tuple) and not place else None
        marks = ["flagged" if row in (flagged or ()) else "" for row in range(len(rows))]
        yield f"`{table}`\n"
        yield _line(header, "" if flagged is not None else None)
        yield _line(["---"] * len(header), "---" if flagged is not None else None)
        for row, mark in zip(rows, marks, strict=True):
            yield _line(row, mark if flagged is not None else None)
        yield ""
    if isinstance(example.flagged, int):
        noun = "record" if example.flagged == 1 else "records"
        yield f"{example.flagged or 'No'} failing {noun}.\n"


def _line(cells: tuple[object, ...] | list[str], mark: str | None) -> str:
    texts = ["" if cell is None else str(cell).replace("|", "\\|") for cell in cells]
    return f"| {' | '.join([*texts, *([] if mark is None else [mark])])} |"


def _program(source: str | None) -> Iterator[str]:
    if source is not None:
        yield f"```python\n{source.rstrip()}\n```\n"


# The condition language ----------------------------------------------------------------------


def _conditions() -> Iterator[str]:
    yield "## The condition language\n"
    yield "### Values\n"
    yield from _terms(Value)
    yield "### What can be asked of a value\n"
    cell = Cell(table="", column="x")
    yield from (f"- {say_value(Apply(function=each, of=cell))}" for each in Function)
    yield "\n### What can be asked of many rows\n"
    yield from (f"- {_measure(each)}" for each in Measure)
    yield "\n### Predicates\n"
    yield from _terms(Predicate)
    yield "### Named formats\n"
    yield "\n".join(f"- {_format(name)}" for name in sorted(FORMATS))


def _terms(union: object) -> Iterator[str]:
    """The members of an annotated union of terms, with what their docstrings say."""
    for term in get_args(get_args(union)[0]):
        if term.__name__ not in _OPEN:
            yield f"- **{term.__name__}**: {' '.join(_told(term).split())}"
    yield ""


def _told(documented: type) -> str:
    return (inspect.getdoc(documented) or "").replace("``", "`")


def _measure(measure: Measure) -> str:
    cell = Cell(table="t", column="x")
    holds = Not(part=Missing(of=cell)) if measure is Measure.SHARE else None
    of = None if measure is Measure.SHARE else cell
    share = 0.95 if measure is Measure.QUANTILE else None
    return say_value(Aggregate(measure=measure, table="t", of=of, holds=holds, quantile=share))


def _format(name: str) -> str:
    """What a format is, and the shortest of the names that it goes by."""
    form = FORMATS[name]
    shortest = sorted(form.names, key=lambda each: (len(each), each))[:_FEW]
    called = ", ".join(f'"{each}"' for each in shortest)
    return form.label + (f": {called}" if called else "")
