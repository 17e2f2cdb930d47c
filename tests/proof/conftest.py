"""One court for all trials: its sandbox starts once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.proof.court import Court, hold_court


@pytest.fixture(scope="session")
def court(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Court]:
    """Orders and users under a sandbox."""
    with hold_court(tmp_path_factory.mktemp("court")) as held:
        yield held
