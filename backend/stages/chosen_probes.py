"""The deeper questions that a model chose while a page was written, as a constant of that page.

Rules of this file: the choice is part of the program, so that a run needs no model; it is read as
data and never executed; of what does not fit the table of today nothing is asked.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterator
from typing import NamedTuple, cast

from backend.codegen.code import literal
from backend.codegen.page import lay_out
from backend.codegen.syntax import read_python
from backend.contracts.eda_report import ProbeName
from backend.stages.own_part import CHOSEN

PROBES: tuple[ProbeName, ...] = ("drill_missing", "leakage_check", "type_disambiguation")


class Probe(NamedTuple):
    """One deeper question about some columns, and why it is asked."""

    name: ProbeName
    columns: tuple[str, ...]
    why: str


def with_probes(page: str, probes: tuple[Probe, ...]) -> str:
    """The page with these probes at its end."""
    rows = literal([[each.name, [*each.columns], each.why] for each in probes])
    note = "# The deeper questions, as a model chose them: probe, columns, why."
    return lay_out(f"{page}\n\n{note}\n{CHOSEN} = {rows.text}\n")


def read_probes(page: str, known: Container[str]) -> tuple[Probe, ...] | None:
    """The probes that a page was given, about columns that are there; None where it has none."""
    for node in read_python(page).body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if name == CHOSEN:
                return tuple(_probes(ast.literal_eval(value), known))
    return None


def _probes(rows: list[list[object]], known: Container[str]) -> Iterator[Probe]:
    for name, columns, why in rows:
        there = tuple(each for each in cast(list[str], columns) if each in known)
        if name in PROBES and there:
            yield Probe(name, there, str(why))
