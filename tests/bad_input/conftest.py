"""One bad thing in a workspace of good ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bad_input.place import BadPlace


@pytest.fixture
def place(tmp_path: Path) -> BadPlace:
    return BadPlace(tmp_path)
