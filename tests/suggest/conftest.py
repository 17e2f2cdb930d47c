from __future__ import annotations

import pytest

from backend.contracts.workspace import Workspace
from tests.suggest.lending import write_library


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return write_library(tmp_path_factory.mktemp("library"))
