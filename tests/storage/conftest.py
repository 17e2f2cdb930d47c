"""S3 on loopback: a real server, and real clients."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from backend.contracts.workspace import Workspace
from backend.storage.fetching import fetch_data

URL = "s3://shop/daily"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Where it listens."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    started = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    started.start()
    yield "http://{}:{}".format(*started.get_host_and_port())
    started.stop()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """An empty bucket ``shop``, as boto3 has it."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "reader")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hunter2")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_ENDPOINT_URL", server)
    made = boto3.resource("s3").create_bucket(Bucket="shop")
    yield made
    made.objects.all().delete()
    made.delete()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


@pytest.fixture
def put(bucket: Any) -> Callable[[str, str], None]:
    """Write an object below ``daily``."""
    return lambda name, text: bucket.put_object(Key=f"daily/{name}", Body=text.encode())


@pytest.fixture
def fetch(bucket: Any, workspace: Workspace) -> Callable[[], tuple[str, ...]]:
    """Bring the data folder up to date."""
    return lambda: fetch_data(workspace, URL)
