"""Situations whose cause is another place: storage, databases and receivers that do not answer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from tests.operations.place import Place

NOBODY = "127.0.0.1:1"
ENVIRONMENT = {
    "AWS_ENDPOINT_URL": f"http://{NOBODY}",
    "AWS_ACCESS_KEY_ID": "reader",
    "AWS_SECRET_ACCESS_KEY": "hunter2",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "DQ_HOOK": f"json://{NOBODY}/",
}
ROUTE = '[[alerts.routes]]\nname = "owners"\nurl_env = "DQ_HOOK"\n'
ASKED = 'postgresql = "postgresql://reader@127.0.0.1:1/shop"\nquery = "SELECT 1 AS a"'


def settings(text: str) -> Callable[[Place], None]:
    """A run of the check that fails, with these settings."""

    def act(place: Place) -> None:
        place.keep("BAD")
        place.workspace.settings_file.write_text(text)
        place.agent("run", "--offline")

    return act


def sources(section: str) -> Callable[[Place], None]:
    """A run of the check that fails, whose table is declared like this."""

    def act(place: Place) -> None:
        shop = sqlite3.connect(place.workspace.data / "shop.sqlite")
        shop.execute("CREATE TABLE orders (price)")
        shop.close()
        place.keep("BAD")
        place.workspace.data.joinpath("orders.csv").unlink()
        place.workspace.sources_file.write_text(section)
        place.agent("run", "--offline")

    return act


ACTS: dict[str, Callable[[Place], object]] = {
    "settings.toml names a folder that is none": settings('data = "gs://shop"\n'),
    "the object storage does not answer": settings('data = "s3://shop/daily"\n'),
    "sources.toml is not TOML": sources("[orders\n"),
    "a section of sources.toml is wrong": sources('[orders]\nquery = "SELECT 1 AS a"\n'),
    "the database of a declared table does not answer": sources(f"[orders]\n{ASKED}\n"),
    "the query of a declared table writes": sources(
        '[orders]\nsqlite = "shop.sqlite"\nquery = "DELETE FROM orders"\n'
    ),
    "the receiver of lineage events is dead": settings(
        f'[lineage]\nto = "http://{NOBODY}"\nseconds = 1\n'
    ),
    "the storage for artifacts does not answer": settings('artifacts = "s3://shop/left"\n'),
    "a receiver of alerts is dead": settings(ROUTE),
}
