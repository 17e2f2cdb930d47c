"""When a run begins no further check."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from backend.contracts.check import Check
from backend.stopping import Stopping

CHECK = Check(check_id="C", check_name="c", target_table="t", calculation_hint="x must be filled")
SIGNALS = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=str)


def test_without_a_word_it_goes_on() -> None:
    with Stopping().deferring():
        assert Stopping().why_not(CHECK) is None


@pytest.mark.parametrize(("seconds", "code"), [(0.0, "out-of-time"), (3600.0, None)])
def test_time_that_is_over_ends_it(seconds: float, code: str | None) -> None:
    why = Stopping(seconds).why_not(CHECK)

    assert (why.code if why else None) == code


@SIGNALS
def test_the_first_signal_waits_for_the_check_in_hand(
    number: signal.Signals, capfd: pytest.CaptureFixture[str]
) -> None:
    stopping = Stopping()
    with stopping.deferring():
        os.kill(os.getpid(), number)
        why = stopping.why_not(CHECK)

    assert why is not None
    assert (why.code, stopping.is_told) == ("interrupted", True)
    assert number.name in why.reason
    assert "A second signal ends at once." in capfd.readouterr().err


@SIGNALS
def test_the_second_ends_at_once(number: signal.Signals) -> None:
    with pytest.raises(KeyboardInterrupt), Stopping().deferring():
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), number)


def test_what_was_listened_to_before_is_again() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    with pytest.raises(ZeroDivisionError), Stopping().deferring():
        raise ZeroDivisionError

    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before


def test_another_thread_than_the_main_one_leaves_the_signals_alone() -> None:
    seen = []

    def run() -> None:
        with Stopping().deferring():
            seen.append(signal.getsignal(signal.SIGTERM))

    before = signal.getsignal(signal.SIGTERM)
    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert seen == [before]
