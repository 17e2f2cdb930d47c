"""What a program may give back, and what the trusted side refuses."""

from __future__ import annotations

from typing import Any

import pytest

from backend.contracts.plan import Grain
from backend.contracts.program import OutcomeStatus
from tests.sandbox.conftest import Run

ROWS = {
    "rows of the table": ("orders[orders['amount'] < 0]", [2]),
    "no row": ("orders.iloc[:0]", []),
    "nothing at all": ("pd.DataFrame()", []),
    "all rows in another order": ("orders.sort_values('amount')", [0, 1, 2, 3]),
    "an index of objects that are whole numbers": (
        "orders.set_axis(pd.Index([3, 1, 0, 2], dtype=object))",
        [0, 1, 2, 3],
    ),
    "a nullable index": ("orders.iloc[:1].set_axis(pd.Index([1], dtype='Int64'))", [1]),
    "unsigned numbers": ("orders.iloc[:1].set_axis(pd.Index([2], dtype='uint8'))", [2]),
}
BAD_ROWS = {
    "a list": ("[1, 2]", "a value of type list"),
    "a series": ("orders['amount']", "a value of type Series"),
    "nothing": ("None", "a value of type NoneType"),
    "a row twice": ("pd.concat([orders, orders])", "row 0 more than once"),
    "a row beyond the last": ("orders.set_axis([1, 2, 3, 4])", "the table has rows 0 to 3"),
    "a row before the first": ("orders.set_axis([-1, 0, 1, 2])", "row -1"),
    "texts": ("orders.set_index('note', drop=False)", "not the table's own row numbers"),
    "fractions": ("orders.set_index('amount')", "an index of float64"),
    "booleans": ("orders.set_axis([True, False, 2, 3])", "an index of object"),
    "two levels": ("orders.set_index(['order_id', 'amount'])", "not the table's own"),
    "a missing number": (
        "orders.set_axis(pd.Index([0, None, 1, 2], dtype='Int64'))",
        "not the table's own row numbers",
    ),
    "beyond 64 bits": ("orders.set_axis([2**64, 1, 2, 3])", "row"),
}
SOURCE = """
import decimal, datetime, numpy as np, pandas as pd

def check(tables):
    orders = tables["orders"]
    return {}
"""


@pytest.mark.parametrize(("returned", "rows"), ROWS.values(), ids=ROWS)
def test_rows_come_back_ascending(run: Run, returned: str, rows: list[int]) -> None:
    outcome = run(SOURCE.format(returned))

    assert (outcome.status, outcome.error) == (OutcomeStatus.OK, "")
    assert (list(outcome.rows), outcome.tested, outcome.records) == (rows, 4, ())


@pytest.mark.parametrize(("returned", "fact"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_other_rows_are_refused(run: Run, returned: str, fact: str) -> None:
    outcome = run(SOURCE.format(returned))

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert fact in outcome.error
    assert not outcome.rows


RECORDS = {
    "a metric": ("pd.DataFrame({'mean': [1.5]})", [{"mean": 1.5}]),
    "no group": ("pd.DataFrame({'mean': []})", []),
    "a named index is a column": (
        "orders.groupby('note')[['order_id']].sum().iloc[:1]",
        [{"note": "a", "order_id": 1}],
    ),
    "what is missing is null": (
        "pd.DataFrame({'a': [float('nan')], 'b': [pd.NA], 'c': [pd.NaT], 'd': [None]})",
        [{"a": None, "b": None, "c": None, "d": None}],
    ),
    "scalars of numpy": (
        "pd.DataFrame({'a': [np.int64(2)], 'b': [np.bool_(True)]}, dtype=object)",
        [{"a": 2, "b": True}],
    ),
    "times are text": (
        "pd.DataFrame({'a': [pd.Timestamp('2026-01-02')], 'b': [datetime.date(2026, 1, 2)]})",
        [{"a": "2026-01-02T00:00:00", "b": "2026-01-02"}],
    ),
    "what JSON has no number for is text": (
        "pd.DataFrame({'a': [float('inf')], 'b': [decimal.Decimal('1.10')]})",
        [{"a": "inf", "b": "1.10"}],
    ),
    "control characters are left out": (
        "pd.DataFrame({'a\\x1b[31m': ['x\\x00\\x1b]0;y\\x07\\u202ez']})",
        [{"a[31m": "x]0;yz"}],
    ),
    "huge integers": ("pd.DataFrame({'a': [10**30]})", [{"a": 10**30}]),
}
BAD_RECORDS = {
    "a mapping": ("{'mean': 1}", "a value of type dict"),
    "two columns of one name": ("pd.DataFrame([[1, 2]], columns=['a', 'a'])", "of one name"),
    "a cell that is too long": ("pd.DataFrame({'a': ['x' * 2**20]})", "longer than 1 MiB"),
}


@pytest.mark.parametrize(("returned", "records"), RECORDS.values(), ids=RECORDS)
def test_groups_come_back_as_records(
    run: Run, returned: str, records: list[dict[str, Any]]
) -> None:
    outcome = run(SOURCE.format(returned), grain=Grain.GROUPS)

    assert (outcome.status, outcome.error) == (OutcomeStatus.OK, "")
    assert list(outcome.records) == records
    assert not outcome.rows


@pytest.mark.parametrize(("returned", "fact"), BAD_RECORDS.values(), ids=BAD_RECORDS)
def test_other_records_are_refused(run: Run, returned: str, fact: str) -> None:
    outcome = run(SOURCE.format(returned), grain=Grain.GROUPS)

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert fact in outcome.error


FORGE = """
import json, os, struct, threading, time

def write(header, body=b"", times=1):
    data = header if isinstance(header, bytes) else json.dumps(header).encode()
    os.write(3, (struct.pack("<IQ", len(data), len(body)) + data + body) * times)

def rows(*numbers):
    return struct.pack(f"<{{len(numbers)}}q", *numbers)

def check(tables):
    {}
    os._exit(77)
"""
FORGED = {
    "nothing": "pass",
    "noise": "os.write(3, b'noise' * 100)",
    "no JSON": "write(b'{')",
    "a list": "write([])",
    "no status": "write({})",
    "an unknown status": "write({'status': 'fine'})",
    "not a number": 'write(b\'{"status": "ok", "tested": NaN}\')',
    "deep JSON": "write(b'[' * 100000)",
    "a header that is too large": "write(b' ' * 1100000 + b'{}')",
    "no count": "write({'status': 'ok'})",
    "a count beyond all bounds": "write({'status': 'ok', 'tested': 2**53})",
    "a negative count": "write({'status': 'ok', 'tested': -1})",
    "a count that is no number": "write({'status': 'ok', 'tested': True})",
    "more tested than there are": "write({'status': 'ok', 'tested': 5})",
    "more flagged than tested": "write({'status': 'ok', 'tested': 1}, rows(0, 1))",
    "a row that is not there": "write({'status': 'ok', 'tested': 4}, rows(4))",
    "a row below zero": "write({'status': 'ok', 'tested': 4}, rows(-1))",
    "rows out of order": "write({'status': 'ok', 'tested': 4}, rows(1, 0))",
    "a row twice": "write({'status': 'ok', 'tested': 4}, rows(1, 1))",
    "half a row": "write({'status': 'ok', 'tested': 4}, b'1234')",
    "two results": "write({'status': 'ok', 'tested': 4}, times=2)",
    "a promise of more": "os.write(3, struct.pack('<IQ', 2, 1 << 60) + b'{}')",
    "an error that is no text": "write({'status': 'failed', 'error': 1})",
    "a closed channel": "os.close(3)",
    "one result too many": (
        "write({'status': 'ok', 'tested': 4}); return tables['orders'].iloc[:0]"
    ),
    "a thread that writes as well": (
        "threading.Thread(target=write, args=({'status': 'ok', 'tested': 4},)).start(); "
        "time.sleep(0.2); return tables['orders'].iloc[:0]"
    ),
}


@pytest.mark.parametrize("forgery", FORGED.values(), ids=FORGED)
def test_a_forged_result_is_refused(run: Run, forgery: str) -> None:
    outcome = run(FORGE.format(forgery))

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.error
    assert (len(outcome.rows), outcome.tested) == (0, 0)


@pytest.mark.parametrize(
    "body",
    [
        "b'[]'",
        "b'{\"a\": []}'",
        "b'{\"a\": {}}'",
        "b'{\"a\": 1e999}'",
        "b'{}' + b'\\n{}' * 1000000",
        "b'1'",
    ],
)
def test_forged_records_are_refused(run: Run, body: str) -> None:
    forged = FORGE.format(f"write({{'status': 'ok', 'tested': 4}}, {body})")
    outcome = run(forged.replace("os.write(3, (", "os.fdopen(3, 'wb').write(("), grain=Grain.GROUPS)

    assert outcome.status == OutcomeStatus.BAD_RESULT
    assert outcome.records == ()
