from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from backend.contracts.check import Check
from backend.contracts.errors import CannotPlan, PlanError
from backend.contracts.schema import Schema
from backend.planner.by_model.answer import BadAnswer
from backend.planner.by_model.few_shots import schema_of
from backend.planner.by_model.notation import compact
from backend.planner.by_model.soundness import settle
from backend.planner.offline.context import Context
from backend.planner.offline.planner import OfflinePlanner
from backend.rules.catalog import kinds, read_rule
from backend.rules.rule import Example
from tests.planner.by_model.world import (
    FILES,
    answer,
    cell,
    check,
    compare,
    must,
    number,
    planner,
    tables,
    text,
)

EXAMPLES = {
    f"{name} {example.name}": example for name, kind in kinds().items() for example in kind.examples
}


def offline(example: Example) -> tuple[Check, Schema, dict[str, Any]]:
    schema = schema_of(example)
    names = ",".join(schema.tables)
    sentence = check(example.sentence, names)
    return sentence, schema, OfflinePlanner().plan(sentence, schema).rule


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_rule_as_the_prompt_writes_it_is_the_rule(example: Example) -> None:
    sentence, schema, rule = offline(example)

    short = compact(read_rule(rule))
    settled = settle(read_rule(short), Context(sentence, schema.tables))

    assert "unquoted" not in json.dumps(short)
    assert settled.model_dump(mode="json") == rule


def aggregate(measure: str, of: object = None, **more: Any) -> dict[str, Any]:
    return {"type": "aggregate", "measure": measure, "table": "orders", "of": of, **more}


def metrics(condition: object, **more: Any) -> dict[str, Any]:
    return {"kind": "failing_metrics", "table": "orders", "must": condition, **more}


PRICE, EMAIL = cell("price"), cell("email", "users")
KEYS = [["user_id", "user_id"]]
BELOW = compare(PRICE, "<", number(3))
UNSOUND: dict[str, tuple[dict[str, Any], str]] = {
    "no such table": (must(BELOW, "user"), "no table 'user'"),
    "a table of others": (must(BELOW, "stock"), "no table 'stock'"),
    "no such column": (must(compare(cell("prize"), "<", number(3))), "Did you mean 'price'?"),
    "a field that is none": (
        must(compare(PRICE, "<", number(3) | {"units": ""})),
        "none of its kind",
    ),
    "an open subject": (must(compare(PRICE, "<", {"type": "it"})), '"it"'),
    "a unit": (must(compare(PRICE, "<", number(3) | {"unit": "hour"})), "no unit"),
    "a number in quotes": (must(compare(PRICE, "<", number(3) | {"value": "3"})), "is no number"),
    "true for a number": (must(compare(PRICE, "<", number(3) | {"value": True})), "is no number"),
    "no such day": (
        must(compare(cell("placed_at"), "<", number(0) | {"value": "2024-02-30", "reads": "date"})),
        "'2024-02-30'",
    ),
    "no such parameter": (
        must(compare(PRICE, "<", {"type": "parameter", "name": "limit", "reads": "number"})),
        "'limit'",
    ),
    "nothing of the data": (must(compare(number(1), "==", number(1))), "two fixed values"),
    "itself": (must(compare(PRICE, "==", PRICE)), "compared with itself"),
    "text with an order": (must(compare(cell("status"), "<", text("b"))), "have no order"),
    "the mean of texts": (
        metrics(compare(aggregate("mean", cell("status")), "<", number(3))),
        "holds text",
    ),
    "an empty all": (must({"type": "all", "parts": []}), "no parts"),
    "an empty list": (must({"type": "one-of", "of": PRICE, "options": []}), "no options"),
    "no such format": (
        must({"type": "matches", "of": cell("status"), "how": "format", "text": "nice"}),
        "'nice'",
    ),
    "a pattern that is none": (
        must({"type": "matches", "of": cell("status"), "how": "pattern", "text": "("}),
        "pattern",
    ),
    "an empty pattern": (
        must({"type": "matches", "of": cell("status"), "how": "contains", "text": ""}),
        "empty",
    ),
    "a cell of another table": (must(compare(EMAIL, "==", text("x"))), "users.email stands where"),
    "exists without keys": (must({"type": "exists", "table": "users", "keys": []}), "no keys"),
    "a look-up by nothing": (
        must(
            compare(
                {"type": "lookup", "table": "users", "column": "email", "keys": []}, "==", PRICE
            )
        ),
        "no keys",
    ),
    "a cell of this table in the other": (
        must({"type": "exists", "table": "users", "keys": KEYS, "where": BELOW}),
        "orders.price stands where rows of users",
    ),
    "a measure of a row": (metrics(BELOW), "column of single rows"),
    "groups of its own": (
        metrics(compare(aggregate("count", by=["user_id"]), "<", number(3))),
        "the rule's own",
    ),
    "a filter over other rows": (
        must(BELOW, where=compare(PRICE, ">", aggregate("mean", PRICE))),
        "give steps",
    ),
    "a share of nothing": (metrics(compare(aggregate("share"), "<", number(1))), '"holds"'),
    "a share above one": (
        metrics(compare(aggregate("share", holds=BELOW), "<", number(30))),
        "between 0% and 100%",
    ),
    "a measure of nothing": (metrics(compare(aggregate("sum"), "<", number(1))), 'needs "of"'),
    "a quantile of two": (
        metrics(compare(aggregate("quantile", PRICE, quantile=2), "<", number(1))),
        "from 0 to 1",
    ),
    "a negative tolerance": (
        must(compare(PRICE, "==", number(1)) | {"tolerance": -1}),
        "tolerance",
    ),
    "no key": ({"kind": "inconsistent_values", "table": "orders", "key": [], "values": []}, "key"),
    "no columns": ({"kind": "wrong_columns", "table": "orders", "way": "has"}, "columns"),
}


@pytest.mark.parametrize(("rule", "told"), UNSOUND.values(), ids=UNSOUND)
def test_unsound_rule_is_no_plan(rule: dict[str, Any], told: str, tmp_path: Path) -> None:
    schema = tables(tmp_path, {**FILES, "stock.csv": "price\n1\n"})
    names = "orders,users" if "users" in json.dumps(rule) else "orders"
    by_model, _ = planner(answer(rule), answer(rule))

    with pytest.raises(CannotPlan) as refused:
        by_model.plan(check("say what you will", names), schema)

    assert refused.value.code == "invalid-answer"
    assert told in str(refused.value)


def test_what_only_values_show_is_told_to_the_owner_alone(tmp_path: Path) -> None:
    by_model, model = planner(answer(must(compare(cell("status"), "==", text("shipped")))))

    with pytest.raises(CannotPlan, match="'shipped' is no value of status"):
        by_model.plan(check("status must be shipped"), tables(tmp_path))

    assert len(model.asked) == 1


def test_word_of_the_data_is_no_word_to_the_model(tmp_path: Path) -> None:
    schema = tables(tmp_path, {"orders.csv": "status\nunknown\nopen\n"})
    filled = must({"type": "not", "part": {"type": "missing", "of": cell("status")}})
    by_model, model = planner(answer(filled))

    with pytest.raises(CannotPlan, match="'unknown' is a value of status"):
        by_model.plan(check("status must not be unknown"), schema)

    assert len(model.asked) == 1


def test_table_that_the_check_names_is_read(tmp_path: Path) -> None:
    by_model, _ = planner(answer(must(BELOW)), answer(must(BELOW)))

    with pytest.raises(CannotPlan, match="names the table 'users'"):
        by_model.plan(check(names="orders,users"), tables(tmp_path))


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inner = value.items() if isinstance(value, dict) else ()
    inner = enumerate(value) if isinstance(value, list) else inner
    for key, each in inner:
        yield from places(each, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


@pytest.mark.slow
def test_garbled_rules_are_refused_and_break_nothing() -> None:
    chance = random.Random(5)
    rules = [
        (each[0], each[1], compact(read_rule(each[2]))) for each in map(offline, EXAMPLES.values())
    ]
    pool = [at(rule, path) for _, _, rule in rules for path in places(rule)]
    pool += [None, "", -1, 1e308, True, [], {}, {"type": "it"}, "(", "%Y"]
    ends: Counter[str] = Counter()
    for _ in range(500):
        sentence, schema, rule = deepcopy(chance.choice(rules))
        path = chance.choice([path for path in places(rule) if path])
        at(rule, path[:-1])[path[-1]] = deepcopy(chance.choice(pool))
        by_model, _ = planner(answer(rule), answer(decision="decline", reason="no"))
        try:
            by_model.plan(sentence, schema)
            ends["plan"] += 1
        except PlanError as error:
            ends[error.code] += 1

    assert set(ends) == {"plan", "not-understood"}
    assert ends["not-understood"] > 300


def test_bad_answer_is_no_agent_error() -> None:
    assert not issubclass(BadAnswer, PlanError)
