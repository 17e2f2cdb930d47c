"""What may share a process: what the compiler writes, and nothing that leaves a trace."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.sandbox.worker.confined import Known, read_confined

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
PROGRAMS = {path.stem: path for path in sorted(GOLDEN.glob("*_*.py"))}
HEAD = "import pandas as pd\n\n\ndef check(tables):\n    orders = tables['orders']\n    "
TAIL = "\n    return orders\n"


APART = {
    "broken_rows_age_by_birth": "it calls a function that a class of pandas has",
    "mixed_types_dates_and_text": "it looks at cells as whatever object they are",
    "mixed_types_one_type": "it looks at cells as whatever object they are",
    "broken_rows_public_holiday": "it works out Easter with Python's own dates",
    "unlike_headers_same_schema": "it takes from a dictionary of its own as it goes",
}
"""What the compiler writes that runs in a process of its own, and why."""


@pytest.mark.parametrize("path", PROGRAMS.values(), ids=PROGRAMS)
def test_what_the_compiler_writes_is_confined(path: Path) -> None:
    is_confined = read_confined(path.read_text()) is not None

    assert is_confined == (path.stem not in APART)


REACHES = {
    "a patched pandas": "pd.DataFrame.dropna = None",
    "a patched function": "pd.isna = len",
    "a deleted function": "del pd.isna",
    "pandas by another name": "mine = pd; mine.isna = len",
    "pandas in a list": "[pd][0].isna = len",
    "pandas as an argument": "(lambda module: module.set_option)(pd)('display.width', 7)",
    "an option": "pd.set_option('display.width', 7)",
    "an option's place": "pd.options.display.width = 7",
    "an accessor": "pd.api.extensions.register_dataframe_accessor('left')(list)",
    "a file": "orders.to_csv('left.csv')",
    "a pickle": "orders.to_pickle('left')",
    "a file that is opened": "open('left', 'w')",
    "a file that is read": "pd.read_csv('left.csv')",
    "text that pandas evaluates": "orders.query('@pd.io.common.os.getpid() > 0')",
    "text that a frame evaluates": "orders.eval('amount = 1', inplace=True)",
    "text that pandas itself evaluates": "pd.eval('orders.amount + 1')",
    "text that Python evaluates": "eval('1')",
    "text that is executed": "exec('import os')",
    "a function by a name": "orders.agg('eval', 0, 'amount + 1')",
    "a function by a computed name": "orders.agg('ev' + 'al')",
    "a function by a name in a variable": "name = 'to_pickle'; orders.transform(name)",
    "a function by names in a list": "orders.agg(['sum', 'to_pickle'])",
    "a function by names in a dictionary": "orders.agg({'amount': 'to_pickle'})",
    "a function by the name of an argument": "orders.agg(left=('amount', 'to_pickle'))",
    "a function by unpacked names": "orders.agg(*['eval', 0, 'amount + 1'])",
    "a function by an unpacked dictionary": "orders.agg(**{'func': 'eval'})",
    "a function that is held": "held = orders.agg; held('eval', 0, 'amount + 1')",
    "a function of the class": "pd.DataFrame.agg(orders, 'eval', 0, 'amount + 1')",
    "a method of a class": "pd.DataFrame.assign(orders, left=1)",
    "a class that is held": "held = pd.DataFrame; held.assign(orders, left=1)",
    "a function of pandas that is held": "held = pd.to_datetime",
    "apply": "orders.apply('to_pickle', path='left')",
    "pipe": "orders.pipe(print)",
    "a changed frame": "orders.sort_values('amount', inplace=True)",
    "a changed index": "orders.columns.rename('left', inplace=True)",
    "a change by an unpacked argument": "orders.drop([0], **{'inplace': True})",
    "a cell": "orders.loc[0, 'amount'] = -1",
    "a column": "orders['amount'] = -1",
    "a table": "tables['orders'] = orders",
    "a deleted column": "del orders['amount']",
    "the memory": "orders['amount'].array[:] = -1",
    "the values": "orders['amount'].to_numpy().sort()",
    "a sum in place": "orders += 1",
    "a name of an index": "orders.index.name = 'left'",
    "attributes": "orders.attrs['left'] = 1",
    "flags": "orders.set_flags(allows_duplicate_labels=False, copy=False)",
    "a private attribute": "orders._mgr",
    "a class by its instance": "orders.__class__.dropna = None",
    "all classes": "().__class__.__base__.__subclasses__()",
    "the globals of a function": "pd.isna.__globals__",
    "a format that looks inside": "'{0.__class__}'.format(orders)",
    "a format by a variable": "('{0.' + '_mgr}').format(orders)",
    "a string that looks inside": "f'{orders.__class__}'",
    "an attribute by its name": "getattr(orders, '_mgr')",
    "an attribute that is set by its name": "setattr(pd, 'isna', len)",
    "the names that are known": "globals()['__builtins__']",
    "the builtins": "__builtins__",
    "an import by its name": "__import__('os')",
    "an import inside": "import os",
    "an import of a part": "from pandas import options",
    "a module that pandas imports": "pd.io.common.os.environ.clear()",
    "numpy": "pd.core.common.np.random.seed(1)",
    "the next random numbers": "orders.sample(1)",
    "a name of the whole module": "global left; left = 1",
    "a name of Python": "len = max",
    "a name of Python in a loop": "[0 for sum in range(3)]",
    "the name of a module": "pd = 1",
    "a type": "type('Left', (pd.DataFrame,), {})",
    "a print": "print('left')",
    "a warning": "orders.style",
    "an assignment within": "(left := 1)",
    "a context": "with pd.option_context('display.width', 7): pass",
    "a hidden error": "try: pass\n    except Exception: pass",
    "the end": "raise SystemExit",
    "a generator": "yield orders",
}


@pytest.mark.parametrize("deed", REACHES.values(), ids=REACHES)
def test_what_could_reach_others_is_not_confined(deed: str) -> None:
    assert read_confined(HEAD + "pass" + TAIL) is not None
    assert read_confined(HEAD + deed + TAIL) is None


TOPS = {
    "a class": "class Left: pass\n",
    "a decorator": "@pd.api.extensions.register_series_accessor('left')\ndef left(x): pass\n",
    "another module": "import os\n",
    "pandas as another name": "import pandas as re\n",
    "a part of pandas": "import pandas.io.common as pd\n",
    "all of a module": "from pandas import *\n",
    "an asynchronous function": "async def left(): pass\n",
    "a function of Python's name": "def len(x): return 0\n",
    "an argument of Python's name": "def left(print): return print\n",
    "a default that reaches": "def left(x=pd.options): return x\n",
    "an annotation that reaches": "def left(x: pd.set_option('display.width', 7)): return x\n",
    "no Python": "def left(:\n",
    "a text that is no text": "\0",
    "a tree that is too deep": f"left = {'(' * 500}1{')' * 500}\n",
    "more than anyone wrote": "left = 1\n" * 10_000,
}


@pytest.mark.parametrize("top", TOPS.values(), ids=TOPS)
def test_what_reaches_at_the_top_is_not_confined(top: str) -> None:
    assert read_confined("import pandas as pd\n" + top + HEAD + "pass" + TAIL) is None


ONE = "\ndef scope(tables):\n    return tables['orders']\n"
SAME = HEAD + "pass" + TAIL


def _run(source: str, known: Known) -> list[int]:
    """The first lines of the functions of a program, and what its check gives."""
    namespace: dict[str, object] = {}
    parts = read_confined(source, known)
    assert parts is not None
    for part in parts:
        exec(part.code, namespace)
    check = namespace["check"]
    assert callable(check)
    return [check.__code__.co_firstlineno, check({"orders": 7})]


def test_what_programs_have_alike_is_read_once() -> None:
    known = Known.nothing()
    assert [_run(SAME, known), _run(SAME, known)] == [[4, 7]] * 2
    assert len(known.parts) == 2
    assert _run("\n" + SAME, known) == [5, 7]
    assert len(known.parts) == 4


def test_a_part_is_as_good_as_its_program() -> None:
    """A name that is given in one part may be named in another, and nothing else may."""
    known = Known.nothing()
    named = ONE + HEAD.replace("tables['orders']", "scope(tables)") + "pass" + TAIL
    assert read_confined(named, known) is not None
    assert read_confined(named.replace(ONE, ""), known) is None
    assert read_confined(named.replace("import pandas as pd", ""), known) is not None
    assert read_confined("def len(x): return 0\n" + SAME, known) is None
    assert read_confined(SAME, known) is not None


def test_what_differs_in_numbers_alone_is_looked_at_once() -> None:
    known = Known.nothing()
    told = HEAD + "return orders[orders['amount'] > {}]" + TAIL
    found = [read_confined(told.format(number), known) for number in (7, 8, "2 - 90")]
    assert all(part is not None for part in found)
    assert (len(known.parts), len(known.shapes)) == (4, 3)
    assert read_confined(told.format("00"), known) is not None
    assert read_confined(told.format("007"), known) is None


def test_what_a_program_says_of_itself_is_no_part_of_it() -> None:
    known = Known.nothing()
    for text in ("one", 'two "of" them', "", "drei, größer"):
        parts = read_confined(f'"""{text}"""\n{SAME}', known)
        assert parts is not None
    assert len(known.parts) == 2
    assert _run('"""two\nlines"""\n' + SAME, known) == [6, 7]


@pytest.mark.parametrize("text", ["\\N{nothing}", "\x00", "\ud800", '"', "\\"])
def test_a_text_that_is_none_is_no_program(text: str) -> None:
    assert read_confined(f'"""{text}"""\n{SAME}') is None


def test_a_text_that_goes_on_is_part_of_a_statement() -> None:
    assert read_confined(f'"""a""".format_map(pd)\n{SAME}') is None
    assert read_confined(f'"""a""" """b"""\n{SAME}') is not None


CUTS = {
    "in a text": "x = '''\ndef y(): pass\n'''\n",
    "in a bracket": "x = (\ndef y(): pass\n)\n",
    "after a backslash": "x = 1 + \\\ndef y(): pass\n",
    "in a block": "if True:\ndef y(): pass\n",
    "after a decorator": "@len\ndef y(): pass\n",
    "in another function": "def x(): return (\ndef y(): pass\n",
}


@pytest.mark.parametrize("top", CUTS.values(), ids=CUTS)
def test_a_cut_within_a_statement_is_no_program(top: str) -> None:
    assert read_confined(top + SAME) is None
