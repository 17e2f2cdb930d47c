"""All rule kinds, found by their files; reading a rule back; the page ``docs/rules.md``.

python -m backend.rules.catalog > docs/rules.md
"""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module

from pydantic import JsonValue

from backend import rules
from backend.codegen.page import Page
from backend.contracts.errors import PlanError
from backend.contracts.plan import ColumnRead
from backend.rules.language.rows import Facts
from backend.rules.lowering import Lowered
from backend.rules.rule import Kind, Rule


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by name, in alphabetical order: each module of this room that has a KIND."""
    found = {}
    for module in sorted(info.name for info in pkgutil.iter_modules(rules.__path__)):
        if module == "catalog":
            continue
        kind: Kind | None = getattr(import_module(f"{rules.__name__}.{module}"), "KIND", None)
        if kind is not None:
            found[kind.name] = kind
    return found


def kind_of(rule: Rule) -> Kind:
    """The kind of a rule."""
    return kinds()[rule.kind]


def read_rule(data: dict[str, JsonValue]) -> Rule:
    """The typed rule from its JSON.

    Raises:
        PlanError: the kind is unknown.
        pydantic.ValidationError: the data is none of that kind.
    """
    kind = kinds().get(str(data.get("kind")))
    if kind is None:
        raise PlanError(f"{data.get('kind')!r} is no rule kind.", code="unknown-kind")
    return kind.spec.model_validate(data)


def write_page(rule: Rule, facts: Facts, *, title: str, notes: tuple[str, ...] = ()) -> str:
    """The program of a rule: the same rule and facts give the same bytes."""
    return _page(rule, facts, title, notes).render()


def draft_page(rule: Rule, facts: Facts, *, title: str) -> str:
    """The program of a rule for who only runs it: nobody laid it out."""
    return _page(rule, facts, title, ()).draft()


def _page(rule: Rule, facts: Facts, title: str, notes: tuple[str, ...]) -> Page:
    kind = kind_of(rule)
    functions = kind.emit(rule, facts)
    return Page(
        title=title,
        restatement="\n".join([kind.say(rule), *notes]),
        check=functions.check,
        scope=functions.scope,
        scope_doc=functions.scope_doc,
        parameters=rule.parameters(),
    )


def lower(rule: Rule, facts: Facts) -> Lowered:
    """The rule in SQL: the same rule and facts give the same bytes.

    Raises:
        NotLowered: SQL cannot say alike what the rule says.
    """
    kind = kind_of(rule)
    return replace(kind.lower(rule, facts), says=kind.say(rule))


def facts_from(columns: tuple[ColumnRead, ...]) -> Facts:
    """The facts of a plan, as the emitters look them up."""
    return {(read.table, read.column): read for read in columns}


if __name__ == "__main__":
    from backend.rules.handbook import main

    main()
