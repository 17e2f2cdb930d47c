"""What a look at a program's text finds, and what it leaves alone."""

from __future__ import annotations

import pytest

from backend.executor.lint import lint
from tests.executor.free_form import plan_of

HEAD = "import pandas as pd\n\n\ndef check(tables):\n"
ORDERS = '    orders = tables["orders"]\n'


def body(*lines: str) -> str:
    return HEAD + ORDERS + "".join(f"    {line}\n" for line in lines)


def tried(caught: str) -> str:
    return body("try:", "    return orders[orders.price < 0]", caught, "    return orders.iloc[:0]")


REMARKS = {
    "not Python": ("def check(tables:\n", "syntax"),
    "no check": ("import pandas as pd\n", "no-check"),
    "another first parameter": (body().replace("(tables)", "(data)"), "signature"),
    "a parameter that the plan has not": (
        body().replace("(tables)", "(tables, *, limit)"),
        "signature",
    ),
    "work at the top level": ("print(1)\n" + body("return orders"), "top-level"),
    "no table": (HEAD + "    return pd.DataFrame()\n", "table-not-read"),
    "a table of no plan": (
        body('return orders[orders.user_id.isin(tables["users"].user_id)]'),
        "other-table",
    ),
    "a network module": ("import socket\n" + body("return orders"), "import"),
    "a module of the system": ("from os import path\n" + body("return orders"), "import"),
    "pandas' clock": (body("return orders[orders.placed_at > pd.Timestamp.now()]"), "clock"),
    "Python's clock": (
        "import datetime as dt\n" + body("return orders[orders.day > dt.date.today()]"),
        "clock",
    ),
    "chance": (body("return orders.sample(3)"), "randomness"),
    "numpy's chance": (
        "import numpy as np\n" + body("return orders[np.random.random(9) > 0.5]"),
        "randomness",
    ),
    "a file instead of the table": (body('return pd.read_csv("orders.csv")'), "file"),
    "a file is written": (body('orders.to_csv("x.csv")', "return orders"), "file"),
    "eval": (body('return eval("orders")'), "built-in"),
    "rows spelled out": (
        body('return pd.DataFrame({"order_id": [1, 2, 3, 4], "price": [1, 2, 3, 4]})'),
        "literal-data",
    ),
    "rows spelled out as records": (
        body('return pd.DataFrame([{"a": 1, "b": 2}, {"a": 3, "b": 4}])'),
        "literal-data",
    ),
    "a bare except": (tried("except:"), "swallowed"),
    "any exception": (tried("except Exception:"), "swallowed"),
    "the first rows alone": (body("return orders.head(100)"), "cut"),
}


@pytest.mark.parametrize(("source", "code"), REMARKS.values(), ids=REMARKS)
def test_remark(source: str, code: str) -> None:
    found = lint(source, plan_of())
    assert code in {remark.code for remark in found}
    assert all(1 <= remark.line <= source.count("\n") + 1 for remark in found)


CLEAN = {
    "a condition": body("return orders[orders.price < 0]"),
    "an allowed list": body("return orders[~orders.price.isin([1, 2, 3, 4, 5, 6])]"),
    "a frame that is computed": body(
        'counts = orders.groupby("user_id").size()',
        'return pd.DataFrame({"user_id": counts.index, "rows": counts.to_numpy()})',
    ),
    "an empty frame": body("return pd.DataFrame(columns=orders.columns)"),
    "one narrow error": body(
        "try:", "    return orders[orders.price < 0]", "except KeyError:", "    raise"
    ),
    "constants, types and functions": (
        "from __future__ import annotations\n\nimport re\n\nimport pandas as pd\n\nLIMIT: int = 3\n"
        "CODES = {'a': 1, 'b': 2, 'c': 3, 'd': 4}\n\n\n"
        "def plain(text):\n    return re.sub('x', '', text)\n\n\n"
        "def scope(tables):\n    return tables['orders']\n\n\n"
        "def check(tables):\n    return scope(tables).query('price < 0')\n"
    ),
    "a column that is called like a clock": body('return orders[orders["today"] > orders["time"]]'),
}


@pytest.mark.parametrize("source", CLEAN.values(), ids=CLEAN)
def test_clean_program(source: str) -> None:
    assert lint(source, plan_of()) == ()


def test_parameters_of_the_plan_are_allowed() -> None:
    source = body("return orders[orders.placed_at > as_of]").replace(
        "(tables)", "(tables, *, as_of)"
    )
    assert lint(source, plan_of(parameters=("as_of",))) == ()
    assert {remark.code for remark in lint(source, plan_of())} == {"signature"}


def test_every_shipped_golden_program_is_clean() -> None:
    from pathlib import Path

    from backend.contracts.plan import Plan
    from backend.executor.lint import lint as look

    for path in sorted((Path(__file__).parents[1] / "golden").glob("*.py")):
        source = path.read_text("utf-8")
        if "def check(" not in source:
            continue
        import ast

        tree = ast.parse(source)
        names = {
            node.slice.value
            for node in ast.walk(tree)
            if isinstance(node, ast.Subscript)
            and isinstance(node.value, ast.Name)
            and node.value.id == "tables"
            and isinstance(node.slice, ast.Constant)
        }
        check = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "check")
        parameters = tuple(each.arg for each in check.args.kwonlyargs)
        plan: Plan = plan_of().model_copy(
            update={"tables": tuple(map(str, names)), "parameters": parameters}
        )
        assert look(source, plan) == (), path.name
