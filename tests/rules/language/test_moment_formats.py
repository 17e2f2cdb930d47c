"""Dates, durations and schedules as machines write them: what is one, and what is near it."""

from __future__ import annotations

import pytest

from backend.rules.language.moment_formats import MOMENTS
from tests.rules.language.judging import Samples, assert_judged, refused, samples

SAMPLES: dict[str, Samples] = {
    "iso_week_date": samples(
        "2020-W53-7 2024-W01-1 2009-W01-4",
        "2021-W53-7 2024-W00-1 2024-W01-0 2024-W01-8 2024-W1-1 "
        "2024W011 2024-w01-1 2024-W01 2024-01-01",
    ),
    "iso_week": samples(
        "2020-W53 2024-W01", "2021-W53 2024-W00 2024-W1 2024W01 2024-W01-1 W01 2024-01"
    ),
    "ordinal_date": samples(
        "2024-366 2023-365 2024-001",
        "2023-366 2024-000 2024-367 2024-1 2024001 24-001 0000-001 2024-01-01",
    ),
    "iso_duration": samples(
        "P3Y6M4DT12H30M5S P2W PT0.5H P1M PT1M P0D PT36H P1Y2M10DT2H30M P0,5W",
        "P PT P1 1Y P1YT P1S PT1D P1W2D P1D2Y P1.5Y2M -P1D p1d P1DT P1H",
    ),
    "rfc_3339": samples(
        "1985-04-12T23:20:50.52Z 1996-12-19T16:39:57-08:00 1990-12-31T23:59:60Z "
        "1990-12-31T15:59:60-08:00 1937-01-01T12:00:27.87+00:20",
        "2023-02-29T00:00:00Z 2024-01-01T00:00:00 2024-01-01T00:00Z 2024-01-01T24:00:00Z "
        "2024-01-01T00:00:00+0200 2024-01-01T12:00:60Z 20240101T000000Z 2024-01-01T00:00:00.Z "
        "2024-01-01 2024-01-01T00:00:00+25:00",
        more_good=["2024-01-01 00:00:00+02:00"],
        more_bad=["2024-01-01 00:00:00 +02:00"],
    ),
    "rfc_2822": samples(
        "",
        "2005-08-15T15:52:01Z",
        more_good=[
            "Mon, 15 Aug 2005 15:52:01 +0000",
            "Fri, 21 Nov 1997 09:55:06 -0600",
            "1 Jan 2024 09:00 GMT",
            "01 Jan 2024 09:00:00 +0000 (UTC)",
        ],
        more_bad=[
            "Tue, 15 Aug 2005 15:52:01 +0000",
            "Mon, 15 August 2005 15:52:01 +0000",
            "Mon, 15 Aug 05 15:52:01 +0000",
            "Mon, 31 Feb 2005 15:52:01 +0000",
            "Mon, 15 Aug 2005 24:00:00 +0000",
            "Mon, 15 Aug 2005 15:52:01",
            "mon, 15 aug 2005 15:52:01 +0000",
            "Mon 15 Aug 2005 15:52:01 +0000",
        ],
    ),
    "unix_seconds": samples(
        "1700000000 1000000000 1700000000.0",
        "999999999 17000000000 170000000 -1700000000 1700000000.5 1700000000000",
    ),
    "unix_milliseconds": samples(
        "1700000000000 1000000000000.0", "1700000000 999999999999 17000000000000 -1700000000000"
    ),
    "cron": samples(
        "",
        "@daily * *_*_*_*_*",
        more_good=[
            "* * * * *",
            "*/15 0 1,15 * 1-5",
            "0 9 * jan-mar MON",
            "0-59/5 0 * * 7",
            "5  4 * * sun",
            "0 22 * * 1-5",
        ],
        more_bad=[
            "60 * * * *",
            "* 24 * * *",
            "* * 0 * *",
            "* * 32 * *",
            "* * * 13 *",
            "* * * * 8",
            "* * * *",
            "* * * * * *",
            "*/0 * * * *",
            "5/15 * * * *",
            "5-1 * * * *",
            "1,,2 * * * *",
            "* * mon * *",
            "* * * mon *",
            "a * * * *",
            "1-2-3 * * * *",
            "* * L * *",
        ],
    ),
}


def test_every_format_is_sampled() -> None:
    assert set(SAMPLES) == set(MOMENTS)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_format_tells_good_from_bad_and_its_program_says_the_same(name: str) -> None:
    assert_judged(name, SAMPLES[name])


def test_letters_of_rfc_3339_may_be_small() -> None:
    assert not refused("rfc_3339", ["2024-01-01t00:00:00z"])
