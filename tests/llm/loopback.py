"""The fixture of a model's service on loopback, for the tests of any room.

A room's ``conftest.py`` imports it: ``from tests.llm.loopback import messages_server``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.llm.messages_server import MessagesServer

KEY = "sk-ant-test-0123456789"
FOREIGN = ("ANTHROPIC_", "AWS_", "CLOUD_ML_", "GOOGLE_")
PROXIES = {"http_proxy", "https_proxy", "all_proxy"}

__all__ = ["messages_server", "no_credentials"]


@pytest.fixture
def no_credentials(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No key, profile, proxy or endpoint of this machine's own; gives the empty folder."""
    for name in [*os.environ]:
        if name.startswith(FOREIGN) or name.lower() in PROXIES:
            monkeypatch.delenv(name)
    folder = tmp_path / "no-profiles"
    folder.mkdir()
    monkeypatch.setenv("ANTHROPIC_CONFIG_DIR", str(folder))
    return folder


@pytest.fixture
def messages_server(
    no_credentials: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MessagesServer]:
    """A server for this test, that ``ANTHROPIC_BASE_URL`` and a key lead to."""
    with MessagesServer() as server:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", server.url)
        monkeypatch.setenv("ANTHROPIC_API_KEY", KEY)
        yield server
