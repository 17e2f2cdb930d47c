"""A model's service on loopback."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.contracts.workspace import Workspace
from tests.llm.asking import Asking
from tests.llm.loopback import messages_server, no_credentials

__all__ = ["asking", "messages_server", "no_credentials", "workspace"]


@pytest.fixture
def asking(tmp_path: Path) -> Asking:
    """A workspace of its own."""
    return Asking(tmp_path)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A base folder with nothing in it."""
    return Workspace(tmp_path)
