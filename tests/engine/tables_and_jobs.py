"""A small table as a file, and jobs over it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from backend.contracts.plan import Grain
from backend.contracts.program import Job, Program, TableFile

ORDERS = pd.DataFrame({"order_id": [1, 2, 3, 4], "amount": [10.0, None, -5.0, 7.5]})
NEGATIVE = "def check(tables):\n    o = tables['orders']\n    return o[o['amount'] < 0]\n"


def write_table(folder: Path, name: str = "orders", frame: pd.DataFrame = ORDERS) -> TableFile:
    path = folder / f"{name}.arrow"
    table = pa.Table.from_pandas(frame, preserve_index=False)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return TableFile(table=name, path=path, rows=len(frame))


def make_job(source: str = NEGATIVE, check_id: str = "CHK-001", **rest: Any) -> Job:
    grain = rest.pop("grain", Grain.ROWS)
    tables = rest.pop("tables", ("orders",))
    program = Program(source=source, sha256="sha256:0", table=tables[0], tables=tables, grain=grain)
    return Job(check_id=check_id, program=program, **{"seconds": 60.0, **rest})
