"""What a rule can say, for the prompt: told by the code of kinds, terms and formats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from backend.planner.by_model.few_shots import few_shots
from backend.planner.by_model.notation import describe, member_notes
from backend.planner.by_model.wording import FORMATS_HEAD, KINDS, LANGUAGE, PATTERNS
from backend.rules.catalog import kinds
from backend.rules.language.formats import FORMATS
from backend.rules.language.say import say_value
from backend.rules.language.terms import (
    Aggregate,
    Apply,
    Cell,
    Function,
    It,
    Measure,
    Missing,
    Not,
    Predicate,
    Value,
)
from backend.rules.rule import Kind

_X = Cell(table="t", column="x")
_OF_ALL_KINDS = ("table", "where")


def catalogue() -> str:
    """Every kind with its examples, the language of conditions, and the named formats."""
    return "\n\n".join([KINDS, *map(_kind, kinds().values()), *_language(), _formats()])


def _kind(kind: Kind) -> str:
    told = describe(kind.spec, without=_OF_ALL_KINDS)
    return f"## {kind.name}\n\n{kind.summary}\n\n{told}\n\n{few_shots(kind)}"


def _language() -> Iterator[str]:
    yield LANGUAGE
    yield "## Values\n\n" + "\n".join(describe(term) for term in _terms(Value))
    yield "## Conditions\n\n" + "\n".join(describe(term) for term in _terms(Predicate))
    yield "## Functions of a value\n\n" + "\n".join(map(_function, Function))
    yield "## Measures of many rows\n\n" + "\n".join(map(_measure, Measure))
    yield PATTERNS


def _terms(union: object) -> Iterator[type]:
    yield from (term for term in get_args(get_args(union)[0]) if term is not It)


def _function(function: Function) -> str:
    said = say_value(Apply(function=function, of=_X))
    return f"- {function.value}: {said}{_note(function)}"


def _measure(measure: Measure) -> str:
    of = None if measure is Measure.SHARE else _X
    holds = Not(part=Missing(of=_X)) if measure is Measure.SHARE else None
    share = 0.95 if measure is Measure.QUANTILE else None
    found = Aggregate(measure=measure, table="t", of=of, holds=holds, quantile=share)
    rows = "; without `of`, the number of rows" if measure is Measure.COUNT else ""
    return f"- {measure.value}: {say_value(found)}{rows}{_note(measure)}"


def _note(word: Function | Measure) -> str:
    note = member_notes(type(word)).get(word.value, "")
    return f". {note}" if note else ""


def _formats() -> str:
    listed = "\n".join(f"- {name}: {FORMATS[name].label}" for name in sorted(FORMATS))
    return f"{FORMATS_HEAD}\n\n{listed}"
