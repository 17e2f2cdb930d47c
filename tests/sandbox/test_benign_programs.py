"""What honest programs do keeps working at every level."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

import pytest

from backend.contracts.program import OutcomeStatus
from backend.sandbox.sandbox import IsolatedSandbox
from tests.sandbox.conftest import WARM, Files, make_job, open_level

CHECK = "\ndef check(tables): return tables['orders'][tables['orders']['amount'] < 0]\n"
PROGRAMS = {
    "group and join": (
        "def check(tables):\n"
        "    orders, users = tables['orders'], tables['users']\n"
        "    both = orders.merge(users, left_on='order_id', right_on='user_id', how='left')\n"
        "    assert both.groupby('name', dropna=False)['amount'].sum().shape == (4,)\n"
        "    return orders[both['amount'].lt(0).to_numpy()]"
    ),
    "query and eval": (
        "def check(tables):\n"
        "    limit = 0\n"
        "    return tables['orders'].query('amount < @limit and order_id > 0')"
    ),
    "dates and time zones": (
        "import pandas as pd\n"
        "day = pd.Timestamp('2026-03-29 00:30', tz='Europe/Berlin') + pd.Timedelta('2h')\n"
        "assert day.hour == 3, day\n" + CHECK
    ),
    "texts": (
        "import re\n"
        "def check(tables):\n"
        "    notes = tables['orders']['note']\n"
        "    assert notes.str.fullmatch('[a-z]').sum() == 3\n"
        "    assert notes.str.upper().str.normalize('NFC').dropna().tolist() == ['A', 'B', 'D']\n"
        "    return tables['orders'][notes.isna()]"
    ),
    "linear algebra": (
        "import numpy as np\na = np.random.rand(200, 200)\n"
        "assert np.allclose(np.linalg.inv(a) @ a, np.eye(200), atol=1e-6)\n" + CHECK
    ),
    "threads": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(4) as pool: assert sum(pool.map(abs, range(9))) == 36\n" + CHECK
    ),
    "temporary files": (
        "import tempfile, os\n"
        "with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile('w') as file:\n"
        "    open(os.path.join(folder, 'x'), 'w').write('x'); file.write('x')\n"
        "with tempfile.TemporaryFile() as file: file.write(b'x')\n" + CHECK
    ),
    "files of its own": (
        "import os, shutil, pathlib\n"
        "pathlib.Path('a/b').mkdir(parents=True); pathlib.Path('a/b/c').write_text('x')\n"
        "shutil.copy('a/b/c', 'd'); shutil.copytree('a', 'e'); shutil.move('d', 'a/d')\n"
        "shutil.make_archive('all', 'zip', 'a'); shutil.rmtree('a')\n"
        "assert sorted(os.listdir('.')) == ['all.zip', 'e']\n" + CHECK
    ),
    "formats": (
        "import pandas as pd\n"
        "def check(tables):\n"
        "    orders = tables['orders']\n"
        "    orders.to_csv('o.csv', index=False); orders.to_json('o.json'); orders.to_pickle('o')\n"
        "    orders.to_parquet('o.parquet'); orders.to_feather('o.feather')\n"
        "    back = [pd.read_csv('o.csv'), pd.read_parquet('o.parquet'), pd.read_pickle('o')]\n"
        "    assert [len(each) for each in back] == [4, 4, 4]\n"
        "    return orders[orders['amount'] < 0]"
    ),
    "Excel": (
        "import pandas as pd\n"
        "def check(tables):\n"
        "    tables['orders'].to_excel('o.xlsx', index=False)\n"
        "    assert pd.read_excel('o.xlsx').shape == (4, 3)\n"
        "    return tables['orders'].iloc[[2]]"
    ),
    "a database of its own": (
        "import sqlite3\n"
        "def check(tables):\n"
        "    with sqlite3.connect('own.db') as base:\n"
        "        tables['orders'].to_sql('orders', base)\n"
        "        assert base.execute('select count(*) from orders').fetchone() == (4,)\n"
        "    return tables['orders'].iloc[[2]]"
    ),
    "many standard modules": (
        "import argparse, bz2, calendar, collections, csv, dataclasses, decimal, difflib, email\n"
        "import fractions, functools, hashlib, html, ipaddress, itertools, json, locale, logging\n"
        "import lzma, math, operator, pprint, statistics, string, textwrap, time, uuid, zipfile\n"
        "import zlib, zoneinfo\n"
        "uuid.uuid4(); hashlib.sha256(b'x'); logging.getLogger('x').info('y'); time.sleep(0.01)\n"
        "zoneinfo.ZoneInfo('Asia/Tokyo'); print(open('/dev/null').read(), end='')\n" + CHECK
    ),
    "null device": (
        "import contextlib, os\n"
        "with open(os.devnull, 'w') as nothing, contextlib.redirect_stdout(nothing): print('x')\n"
        + CHECK
    ),
    "thread pools of libraries": (
        "maps = open('/proc/self/maps').read(); assert 'python' in maps\n" + CHECK
    ),
    "scikit-learn": (
        "from sklearn.cluster import KMeans\nfrom sklearn.ensemble import RandomForestClassifier\n"
        "import numpy as np, joblib\n"
        "x, y = np.random.rand(50, 2), np.arange(50) % 2\n"
        "KMeans(2, n_init=1).fit(x); model = RandomForestClassifier(5, n_jobs=2).fit(x, y)\n"
        "joblib.dump(model, 'model'); assert len(joblib.load('model').predict(x)) == 50\n" + CHECK
    ),
    "matplotlib": (
        "import matplotlib.pyplot as plt\n"
        "plt.plot([1, 2]); plt.title('x'); plt.savefig('x.png'); plt.savefig('x.svg')\n" + CHECK
    ),
}
NEEDS = {"scikit-learn": "sklearn", "matplotlib": "matplotlib"}


@pytest.fixture(scope="module", params=WARM)
def sandbox(request: pytest.FixtureRequest, files: Files) -> Iterator[IsolatedSandbox]:
    with open_level(request.param, files) as sandbox:
        yield sandbox


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_benign_program_runs(sandbox: IsolatedSandbox, name: str) -> None:
    if name in NEEDS and importlib.util.find_spec(NEEDS[name]) is None:
        pytest.skip(f"{NEEDS[name]} is not installed")
    outcome = sandbox.run(make_job(PROGRAMS[name], "orders", "users"))

    assert (outcome.status, outcome.error, outcome.stdout) == (OutcomeStatus.OK, "", "")
    assert list(outcome.rows) == [2]
