"""A program that may return anything gives rows, records, or a value that JSON has."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.program import OutcomeStatus, ResultKind
from tests.sandbox.conftest import Run
from tests.sandbox.test_results import FORGE

SOURCE = "import numpy as np, pandas as pd\ndef check(tables):\n    {}\n    return {}"
ORDERS = "o = tables['orders']"
ROWS = {
    "rows of the table": ("o[o['amount'] < 0]", [2]),
    "some columns of a row": ("o.loc[[1, 3], ['amount']]", [1, 3]),
    "rows with a column more": ("o.assign(x=1).iloc[:1]", [0]),
    "no row": ("o.iloc[:0]", []),
}
RECORDS = {
    "a new frame": ("pd.DataFrame({'n': [1, 2]})", [{"n": 1}, {"n": 2}]),
    "groups": ("o.groupby('note').size().reset_index(name='n').iloc[:1]", [{"note": "a", "n": 1}]),
    "rows twice": ("pd.concat([o, o]).iloc[[0, 4], [0]]", [{"order_id": 1}, {"order_id": 1}]),
    "nothing at all": ("pd.DataFrame()", []),
}
VALUES = {
    "nothing": ("None", None),
    "a number": ("np.int64(3)", 3),
    "a mapping": (
        "{'a': [1.5, float('nan')], 2: {'b': (True, None)}, 't': pd.Timestamp(0)}",
        {"a": [1.5, None], "2": {"b": [True, None]}, "t": "1970-01-01T00:00:00"},
    ),
    "a series": ("o['amount'].describe()[['count', 'min']]", {"count": 3.0, "min": -5.0}),
    "an array": ("np.eye(2)", [[1.0, 0.0], [0.0, 1.0]]),
    "a frame within": ("{'a': pd.DataFrame({'n': [1]})}", {"a": {"n": [1]}}),
    "control characters": ("{'a\\x1b[31m': '\\x1b]0;x\\x07'}", {"a[31m": "]0;x"}),
    "brackets in a text": ("'[' * 100 + '\\\\\\\\\"' + '{' * 100", "[" * 100 + '\\\\"' + "{" * 100),
}
BAD = {
    "an object": ("object()", "of type object, for which there is no JSON"),
    "a function": ("print", "for which there is no JSON"),
    "a value within itself": ("(x := [], x.append(x))", "nested more than 50 deep"),
    "a long text": ("'x' * (5 << 20)", "longer than 4 MiB"),
    "bytes": ("b'x'", "of type bytes"),
}


@pytest.mark.parametrize(("returned", "rows"), ROWS.values(), ids=ROWS)
def test_rows_of_the_table_are_rows(run: Run, returned: str, rows: list[int]) -> None:
    outcome = run(SOURCE.format(ORDERS, returned), any_result=True)

    assert (outcome.status, outcome.kind) == (OutcomeStatus.OK, ResultKind.ROWS)
    assert (list(outcome.rows), outcome.tested) == (rows, 4)


@pytest.mark.parametrize(("returned", "records"), RECORDS.values(), ids=RECORDS)
def test_other_frames_are_records(run: Run, returned: str, records: list[Any]) -> None:
    outcome = run(SOURCE.format(ORDERS, returned), any_result=True)

    assert (outcome.status, outcome.kind) == (OutcomeStatus.OK, ResultKind.RECORDS)
    assert list(outcome.records) == records


@pytest.mark.parametrize(("returned", "value"), VALUES.values(), ids=VALUES)
def test_a_value_comes_back(run: Run, returned: str, value: Any) -> None:
    outcome = run(SOURCE.format(ORDERS, returned), any_result=True)

    assert (outcome.status, outcome.kind) == (OutcomeStatus.OK, ResultKind.VALUE), outcome.error
    assert outcome.value == value


@pytest.mark.parametrize(("returned", "told"), BAD.values(), ids=BAD)
def test_what_json_has_no_word_for_is_refused(run: Run, returned: str, told: str) -> None:
    outcome = run(SOURCE.format(ORDERS, returned), any_result=True)

    assert (outcome.status, outcome.kind) == (OutcomeStatus.BAD_RESULT, None)
    assert told in outcome.error


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("'value'", "b'[' * 60 + b']' * 60"),
        ("'value'", "b'NaN'"),
        ("'value'", "b'1e999'"),
        ("'value'", "b'[1] [2]'"),
        ("'value'", "b'\\xff'"),
        ("'value'", "b''"),
        ("'value'", "b'9' * 10000"),
        ("'value'", "b'\"' + b' ' * 5_000_000 + b'\"'"),
        ("'rows'", "rows(4)"),
        ("'records'", "b'[]'"),
        ("'nothing'", "b''"),
        ("[]", "b''"),
    ],
)
def test_a_forged_value_is_refused(run: Run, kind: str, body: str) -> None:
    forged = FORGE.format(f"write({{'status': 'ok', 'tested': 4, 'kind': {kind}}}, {body})")
    outcome = run(forged.replace("os.write(3, (", "os.fdopen(3, 'wb').write(("), any_result=True)

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert (outcome.value, outcome.kind) == (None, None)
