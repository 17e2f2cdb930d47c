"""The codes that docs/operations.md tells are those that the agent has."""

from __future__ import annotations

import re

import pytest

from tests.operations.place import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text("utf-8")
SECTION = PAGE.partition("## What a check in ERROR or SKIPPED says")[2].partition("\n## ")[0]
CODES = sorted(set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)*)`", SECTION)) - {"code"})
SOURCES = "\n".join(path.read_text("utf-8") for path in (ROOT / "backend").rglob("*.py"))


def test_codes_are_told() -> None:
    assert len(CODES) > 40


@pytest.mark.parametrize("code", CODES)
def test_a_code_that_is_told_is_one(code: str) -> None:
    assert f'"{code}"' in SOURCES
