"""dbt's ``schema.yml``: generic tests of models, seeds, snapshots and sources.

``tests:`` and ``data_tests:`` are read alike, with arguments beside the test or under
``arguments:``. ``where`` becomes a condition; ``severity``, ``warn_if`` and ``error_if`` become
``warn_if`` and ``fail_if`` where the test counts rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from backend.contracts.schema import Schema
from backend.importers.arguments import Arguments
from backend.importers.conditions import read_condition
from backend.importers.dbt_tests import TESTS
from backend.importers.draft import NEVER, Draft, Found, Limits, Meaning, Refusal, Refused, Subject

_KINDS = ("models", "seeds", "snapshots")
_SETTINGS = ("severity", "warn_if", "error_if", "where", "enabled", "tags", "meta", "fail_calc",
             "limit")  # fmt: skip
_IDLE = ("store_failures", "store_failures_as", "database", "schema", "alias", "group", "docs")
_LIMIT = re.compile(r"(>=|>|!=|<>)\s*(\d+)")


class _Test(NamedTuple):
    """A test as it is written; ``column`` is empty for a test of the table."""

    table: str
    column: str
    name: str
    label: str
    arguments: Mapping[str, object]
    settings: Mapping[str, object]

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.table}.{self.column}" if self.column else self.table


def is_properties(data: object) -> bool:
    """Whether a document looks like a properties file of dbt."""
    return isinstance(data, Mapping) and any(key in data for key in (*_KINDS, "sources"))


def read_properties(data: Mapping[str, object], schema: Schema, table: str = "") -> Iterator[Found]:
    """Each test, in the order of the file; with ``table`` only that table's."""
    for node in _nodes(data):
        name = str(node.get("name"))
        if table in ("", name):
            for test in _tests(name, node):
                yield _read(test, schema) if isinstance(test, _Test) else test


def _nodes(data: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    for kind in _KINDS:
        yield from _mappings(data.get(kind))
    for source in _mappings(data.get("sources")):
        yield from _mappings(source.get("tables"))


def _mappings(value: object) -> Iterator[Mapping[str, object]]:
    yield from (
        each for each in (value if isinstance(value, list) else []) if isinstance(each, Mapping)
    )


def _tests(table: str, node: Mapping[str, object]) -> Iterator[_Test | Refused]:
    for key in ("versions", "constraints"):
        if node.get(key):
            yield Refused(table, key, "it is not read", "Say in a sentence what must hold.")
    yield from _tests_of(table, "", node)
    for column in _mappings(node.get("columns")):
        yield from _tests_of(table, str(column.get("name")), column)


def _tests_of(table: str, column: str, node: Mapping[str, object]) -> Iterator[_Test | Refused]:
    for key in ("tests", "data_tests"):
        listed = node.get(key)
        for entry in listed if isinstance(listed, list) else []:
            try:
                yield _written(table, column, entry)
            except Refusal as refusal:
                yield Refused(f"{table}.{column}".rstrip("."), str(entry), refusal.reason)


def _written(table: str, column: str, entry: object) -> _Test:
    """A bare name, ``name: {…}``, or an object with ``test_name``."""
    if isinstance(entry, str):
        return _Test(table, column, entry, "", {}, {})
    if not isinstance(entry, Mapping) or not entry:
        raise Refusal("it is neither a name nor an object")
    if "test_name" in entry:
        name, given = str(entry["test_name"]), {k: v for k, v in entry.items() if k != "test_name"}
    else:
        ((name, inner), *rest) = entry.items()
        if not isinstance(inner, Mapping | None):
            raise Refusal("its arguments are no object")
        given = {**(inner or {}), **dict(rest)}
    return _parted(table, column, str(name), given)


def _parted(table: str, column: str, name: str, given: Mapping[str, object]) -> _Test:
    """Arguments on one side, settings on the other."""
    config, nested = given.get("config"), given.get("arguments")
    settings = dict(config) if isinstance(config, Mapping) else {}
    settings |= {key: given[key] for key in _SETTINGS if key in given and key not in settings}
    apart = (*_SETTINGS, *_IDLE, "config", "arguments", "name", "description")
    arguments = {key: value for key, value in given.items() if key not in apart}
    arguments |= nested if isinstance(nested, Mapping) else {}
    return _Test(table, column, name, str(given.get("name") or ""), arguments, settings)


def _read(test: _Test, schema: Schema) -> Found:
    try:
        meaning = _meaning(test, schema)
        limits = _limits(test.settings, meaning)
    except Refusal as refusal:
        return Refused(test.place, test.name, refusal.reason, refusal.cure)
    meta, tags = test.settings.get("meta"), test.settings.get("tags")
    owner = meta.get("owner") if isinstance(meta, Mapping) else None
    listed = [tags] if isinstance(tags, str) else tags if isinstance(tags, list) else []
    return Draft(
        test.place,
        test.name,
        meaning,
        name=test.label,
        limits=limits,
        enabled=test.settings.get("enabled") is not False,
        owner=owner if isinstance(owner, str) else "",
        tags=("dbt", *(str(tag) for tag in listed)),
    )


def _meaning(test: _Test, schema: Schema) -> Meaning:
    arguments = dict(test.arguments)
    column = test.column or str(arguments.pop("column_name", ""))
    build = TESTS.get(test.name.removeprefix("dbt.")) or TESTS.get(test.name.lower())
    if build is None:
        raise Refusal(f"{test.name} has no rule here")
    _refuse_templates(arguments)
    subject = Subject.of(test.table, schema)
    where = test.settings.get("where")
    if where is not None:
        _refuse_templates(where)
        subject = subject.narrowed(read_condition(where, subject, "sql"))
    given = Arguments(arguments)
    meaning = build(subject, column, given, schema)
    given.finish()
    return meaning


def _refuse_templates(value: object) -> None:
    """Jinja is not run; ``ref`` and ``source`` alone are understood."""
    text = re.sub(r"\{\{\s*(ref|source)\([^{}]*\)\s*\}\}", "", str(value))
    if "{{" in text or "{%" in text:
        raise Refusal("it holds a Jinja template, which is not run here")


def _limits(settings: Mapping[str, object], meaning: Meaning) -> Limits:
    if settings.get("fail_calc") is not None:
        raise Refusal("its fail_calc counts failures in a way of its own")
    warn = _limit(settings.get("warn_if"))
    fail = _limit(settings.get("error_if"))
    is_warning = str(settings.get("severity", "error")).lower() == "warn"
    usual = {None, "> 0"}
    if meaning.fail_if and (is_warning or {warn, fail} != {None}):
        raise Refusal("it has thresholds beside a share of its own")
    if meaning.fail_if:
        return Limits(fail_if=meaning.fail_if)
    if {warn, fail} <= usual:
        return Limits("> 0", NEVER) if is_warning else Limits()
    if not meaning.counts_rows or settings.get("limit") is not None:
        raise Refusal("its thresholds count something else than the rows that are flagged here")
    if is_warning:
        return Limits(warn or "> 0", NEVER)
    return Limits(None if fail in usual else warn or "> 0", fail)


def _limit(text: object) -> str | None:
    """``"> 10"``, as checks.json has it."""
    if text is None:
        return None
    found = _LIMIT.fullmatch(str(text).strip())
    if found is None or (found[1] in ("!=", "<>") and int(found[2])) or found.group() == ">= 0":
        raise Refusal(f"the threshold {text!r} has no equal here")
    return "> 0" if found[1] in ("!=", "<>") else f"{found[1]} {found[2]}"
