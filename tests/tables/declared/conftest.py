"""A workspace whose further tables a test declares, and a PostgreSQL server on loopback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from backend.contracts.schema import Schema, TableProblem, TableSnapshot
from backend.contracts.workspace import Workspace
from backend.tables.snapshot import snapshot_tables

NOBODY = 65534
PASSWORD = "p@ss/w0rd:%"
Declare = Callable[..., TableSnapshot | TableProblem]


@pytest.fixture
def declare(workspace: Workspace) -> Declare:
    """The table that a section of ``sources.toml`` gives, or its problem."""

    def look(section: str, name: str = "t") -> TableSnapshot | TableProblem:
        workspace.sources_file.write_text(f"[{name}]\n{section}")
        schema = snapshot_tables(workspace, Schema())
        return schema.tables.get(name) or schema.problems[name]

    return look


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a server with a table ``orders``; its user ``reader`` may read and write."""
    if not shutil.which("postgres") or not shutil.which("initdb"):
        pytest.skip("there is no PostgreSQL server on this machine")
    folder = Path(tempfile.mkdtemp(prefix="postgres-"))  # pytest's folders are root's alone
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder.joinpath("password").write_text(PASSWORD)
    server = _start(folder, port)
    try:
        _fill(port, server)
        yield f"postgresql://reader:${{SHOP_PASSWORD}}@127.0.0.1:{port}/postgres"
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """A server that root may not be: it runs as nobody."""
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    if user:
        folder.chmod(0o755)
        for path in (folder, *folder.iterdir()):
            os.chown(path, NOBODY, NOBODY)
    cluster = folder / "cluster"
    options = ["-A", "scram-sha-256", "-U", "reader", f"--pwfile={folder}/password", "--no-sync"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    initdb = [str(Path(shutil.which("initdb") or "").resolve()), "-D", str(cluster), *options]
    subprocess.run(initdb, check=True, **user, **quiet)  # type: ignore[call-overload]
    settings = ["listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "fsync=off"]
    command = ["postgres", "-D", str(cluster), "-p", str(port)]
    command += [part for setting in settings for part in ("-c", setting)]
    return subprocess.Popen(command, **user, **quiet)  # type: ignore[no-any-return, call-overload]


def _fill(port: int, server: subprocess.Popen[bytes]) -> None:
    address = {"host": "127.0.0.1", "port": port, "user": "reader", "password": PASSWORD}
    while server.poll() is None:
        try:
            connection = psycopg.connect(dbname="postgres", **address)  # type: ignore[arg-type]
        except psycopg.OperationalError:
            continue
        with connection:
            connection.execute(
                "CREATE TABLE orders (order_id int, price numeric(10,2), day date, at timestamptz,"
                " paid boolean, code text, weight float8, tags text[], note jsonb)"
            )
            connection.execute(
                "INSERT INTO orders VALUES"
                " (2, 3.50, '2026-01-02', '2026-01-02 10:00+02', true, '0012', 'NaN', '{a}', '{}'),"
                " (1, -1, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"
            )
        return
    raise AssertionError("the server did not start")
