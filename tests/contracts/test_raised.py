"""What pandas says of a look-up with two answers is told in the owner's words."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from backend.contracts.raised import meaning_of

TWICE = pd.Series(["Ann", "Ann"], index=[1, 1])
KEYS = pd.Series([1, 2])


@pytest.mark.parametrize("look_up", [KEYS.map, TWICE.reindex], ids=["map", "reindex"])
def test_a_key_that_is_there_twice(look_up: Callable[[pd.Series], object]) -> None:
    with pytest.raises((ValueError, pd.errors.InvalidIndexError)) as raised:
        look_up(TWICE if look_up == KEYS.map else KEYS)

    assert "share a key" in meaning_of(f"{type(raised.value).__name__}: {raised.value}")


def test_other_errors_speak_for_themselves() -> None:
    assert meaning_of("KeyError: 'price'") == ""
