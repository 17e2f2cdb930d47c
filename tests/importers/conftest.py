from __future__ import annotations

import pytest

from tests.importers.imported import Importer


@pytest.fixture(scope="session")
def importer(tmp_path_factory: pytest.TempPathFactory) -> Importer:
    """One for all tests: an import leaves the workspace as it is."""
    return Importer(tmp_path_factory.mktemp("importer"))
