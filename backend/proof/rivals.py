"""Other readings of a rule's assumptions: the same rule with one of them turned.

Rules of this file: a rival is a rule, written by the same emitter; nothing here says that it is
right, only which rows of the day hang on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from backend.contracts.contract import Contract
from backend.contracts.errors import PlanError
from backend.contracts.proof import MOST_ROWS, Rival
from backend.proof.case import Case
from backend.proof.harness import Finding
from backend.rules.catalog import draft_page
from backend.rules.language import terms as T
from backend.rules.language.rows import Facts
from backend.rules.language.say import say
from backend.rules.language.terms import Reads, Term
from backend.rules.language.walk import rewrite, walk
from backend.rules.rule import Rule

MOST_RIVALS = 8


class Other(NamedTuple):
    """Another reading: what is assumed, what would be instead, and the program of that."""

    assumption: str
    alternative: str
    source: str


def other_readings(case: Case) -> tuple[Other, ...]:
    """The rivals of a typed rule that are other programs than its own."""
    if case.rule is None:
        return ()
    found: dict[str, Other] = {}
    own = _write(case.rule, case.facts)
    for assumption, alternative, rule in _turned(case.rule, case.facts):
        source = _write(rule, case.facts)
        if source and source != own:
            found.setdefault(source, Other(assumption, alternative, source))
    return tuple(found.values())[:MOST_RIVALS]


def _write(rule: Rule, facts: Facts) -> str:
    try:
        return draft_page(rule, facts, title="rival")
    except PlanError:
        return ""  # the rule cannot be turned this way


def compare_rival(case: Case, other: Other, own: Finding, found: Finding | None) -> Rival | None:
    """The rows that hang on a reading; None where there are none, or it could not be run."""
    if found is None or not (found.is_sound and own.is_sound) or found.is_alike(own):
        return None
    added = tuple(sorted(set(found.rows) - set(own.rows)))
    removed = tuple(sorted(set(own.rows) - set(found.rows)))
    more = max(0, found.count - own.count) if not own.rows and not found.rows else len(added)
    less = max(0, own.count - found.count) if not own.rows and not found.rows else len(removed)
    if not (more or less):
        return None
    return Rival(
        assumption=other.assumption,
        alternative=other.alternative,
        added=more,
        removed=less,
        rows=case.real_rows(tuple(sorted(added + removed)))[:MOST_ROWS],
    )


Turned = tuple[str, str, Rule]
_STRICT = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def _turned(rule: Rule, facts: Facts) -> Iterator[Turned]:
    yield from _of_fields(rule)
    yield from _of_empty_cells(rule)
    for term in dict.fromkeys(walk(rule)):
        for other in _others(term):
            changed = rewrite(rule, _replace(term, other))
            yield _say_term(term), _say_change(term, other), changed


def _replace(old: Term, new: Term) -> Callable[[Term], Term | None]:
    return lambda term: new if term == old else None


def _say_term(term: Contract) -> str:
    return say(term)  # type: ignore[arg-type]


def _say_change(old: Contract, new: Contract) -> str:
    """The other reading in words; where both are said alike, what differs."""
    if say(old) != say(new):  # type: ignore[arg-type]
        return say(new)  # type: ignore[arg-type]
    names = [name for name in type(old).model_fields if getattr(old, name) != getattr(new, name)]
    parts = [f"{name.replace('_', ' ')}: {getattr(new, name)}" for name in names]
    return f"{say(new)} ({', '.join(parts)})"  # type: ignore[arg-type]


def _others(term: Contract) -> Iterator[Any]:
    match term:
        case T.Compare():
            yield from _of_comparison(term)
        case T.OneOf(reads=Reads.TEXT):
            yield term.model_copy(update={"ignore_case": not term.ignore_case})
            yield term.model_copy(update={"trim": not term.trim})
        case T.Matches() if term.how is not T.How.FORMAT:
            yield term.model_copy(update={"ignore_case": not term.ignore_case})
        case T.Missing():
            yield term.model_copy(update={"blanks": not term.blanks})
        case _:
            pass


def _of_comparison(term: T.Compare) -> Iterator[T.Compare]:
    if term.sign in _STRICT:
        yield term.model_copy(update={"sign": _STRICT[term.sign]})
    if term.reads is Reads.TEXT and term.sign in ("==", "!="):
        yield term.model_copy(update={"ignore_case": not term.ignore_case})
        stripped = {side: _stripped(getattr(term, side)) for side in ("left", "right")}
        yield term.model_copy(update=stripped)
    if term.tolerance:
        yield term.model_copy(update={"tolerance": 0.0})
    if term.reads in (Reads.DATE, Reads.TIME):
        other = Reads.TIME if term.reads is Reads.DATE else Reads.DATE
        yield term.model_copy(update={"reads": other})


def _stripped(value: Contract) -> Contract:
    if isinstance(value, T.Cell):
        return T.Apply(function=T.Function.STRIP, of=value)
    return value


_FIELDS: dict[str, tuple[tuple[str, str, Any], ...]] = {
    "duplicates": (
        ("upper and lower case differ", "ignore_case", True),
        ("upper and lower case are alike", "ignore_case", False),
        ("blanks around a text count", "trim", True),
        ("blanks around a text do not count", "trim", False),
        ("rows with an empty key are not compared", "empty_counts", True),
        ("empty cells are equal", "empty_counts", False),
        ("every row that shares a key is flagged", "keep", "later"),
        ("the first of the rows that share a key is kept", "keep", "all"),
    ),
    "order_swaps": (
        ("both rows of a pair are flagged", "flag", "above"),
        ("one row of a pair is flagged", "flag", "both"),
    ),
    "overlapping_intervals": (
        ("one may start where another ends", "closed", True),
        ("the end belongs to the interval", "closed", False),
        ("every row of an overlap is flagged", "flag", "later"),
        ("only the rows that start later are flagged", "flag", "all"),
    ),
}
_WORDS: dict[str, str] = {
    "ignore_case": "upper and lower case are alike|upper and lower case differ",
    "trim": "blanks around a text do not count|blanks around a text count",
    "empty_counts": "empty cells are equal|rows with an empty key are not compared",
    "closed": "the end belongs to the interval|one may start where another ends",
}


def _of_fields(rule: Rule) -> Iterator[Turned]:
    for assumption, field, value in _FIELDS.get(rule.kind, ()):
        if getattr(rule, field) != value:
            yes, no = _WORDS.get(field, "|").split("|")
            alternative = (yes if value else no) or f"flag {value} of them"
            yield assumption, alternative, rule.model_copy(update={field: value})


def _of_empty_cells(rule: Rule) -> Iterator[Turned]:
    """Each cell that the rule compares, had it to be filled as well."""
    must = getattr(rule, "must", None)
    if rule.kind != "broken_rows" or must is None:
        return
    tests = [term for term in walk(must) if isinstance(term, T.Missing)]
    cells = [t for t in walk(must) if isinstance(t, T.Cell) and t.table == rule.table]
    for cell in dict.fromkeys(cells):
        if all(test.of != cell for test in tests):
            filled = T.Not(part=T.Missing(of=cell))
            changed = rule.model_copy(update={"must": T.All(parts=(must, filled))})
            yield f"an empty {cell.column} is not flagged", f"{cell.column} is required", changed
