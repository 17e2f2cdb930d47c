"""Rows outside of something, what alone is accepted, every column, and everyday speech."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Domains, Tables, read
from tests.planner.offline.ward_tables import BERTHS, METER, SHARED, VISITS

TABLES = {"visits": VISITS, "berths": BERTHS, "meter": METER, "badges": SHARED}

READ = [
    ("visits", "v3", "Visits outside the ICU must have a nurse."),
    ("visits", "v4", "Visits outside the ICU must have a note unless they are urgent."),
    ("visits", "v3", "Outside the ICU a nurse must be given."),
    ("visits", "v2", "Everyone except the ER must have a note."),
    ("visits", "v3", "nurse may be left out, except for the ER, where it is required."),
    ("visits", "v3", "nurse may be empty, except for the ER."),
    ("visits", "v4", "note is optional, but not for the ER."),
    ("visits", "v3 v4", "We only accept wards ICU and LAB."),
    ("visits", "v2 v5", "We only accept a fever below 38.5; anything else is a mistake."),
    ("visits", "v5", "Does anybody have a fever above 40?"),
    ("visits", "v3", "Is there anyone with no nurse?"),
    ("visits", "v3", "Find visits that are urgent and have no nurse."),
    ("visits", "v2 v4 v5", "Are all visits urgent?"),
    ("visits", "v5", "fever may be missing, but if it is there it must be below 40."),
    ("visits", "v5", "fever may be empty, otherwise it must be below 40."),
    ("visits", "v3", "note is optional, nurse is not."),
    ("visits", "v2 v4", "patient may be missing, note must not be empty."),
    ("visits", "v2 v4", "People under 18 are not allowed."),
    ("visits", "v2 v3 v4", "No cell may be empty."),
    ("visits", "v3", "Every column except note must be filled."),
    ("visits", "v3", "All columns but note must be filled."),
    ("visits", "v2 v5", "A fever of at least 39 is implausible."),
    ("visits", "v5", "Visits with a fever above 40 need to be looked at."),
    ("visits", "v1 v2", "Fever in the ICU must be below 37."),
    ("visits", "v5", "A fever above 40 for people older than 80 is suspicious."),
    ("berths", "b1 b2", "Berths wider than 25 are suspicious (width)."),
    ("berths", "b4", "address must be in the 10.0.0.0/8 network, 172.16.0.0/12 or 192.168.0.0/16."),
    ("berths", "b1", "address must not be in 10.0.0.0/8."),
    ("berths", "b1 b3 b4", "address must be within 172.16.0.0/12."),
    ("berths", "b4", "address must be outside of 8.0.0.0/7."),
    ("berths", "b3 b4", "code must begin with a letter from A to G."),
    ("berths", "b4", "code must begin with a letter from A to G or H."),
    ("berths", "b4", "code: only capital letters, digits and dashes are allowed"),
    ("berths", "b1 b2", "No two berths may have the same port and price."),
    ("berths", "b1 b2", "Each berth must have its own port."),
    ("berths", "", "depth must be a whole number of at most two digits."),
    ("berths", "b1 b3", "depth must be a whole number of at most 1 digit."),
    ("berths", "b1 b2 b4", "depth must be at least as large as width."),
    ("berths", "", "There must not be two berths with the same code."),
    ("berths", "", "depth and width are never both above 12."),
    ("berths", "b1 b2 b3", "Codes must not be written entirely in capitals."),
    ("meter", "3", "Flag the hours in which inlet rose although outlet fell."),
    ("meter", "3", "inlet never jumps by more than 2 from one hour to the next."),
    ("meter", "3", "outlet increases or stays equal from row to row."),
    ("meter", "0", "hour: consecutive numbers"),
    ("meter", "", "hour must be strictly positive at all times."),
    ("badges", "g1 g3", "holder is case-insensitively unique."),
    ("badges", "g1", "'N/A' must not be used in PIN."),
    ("badges", "g1 g3", "PIN must look like '55-55'."),
    ("badges", "g2 g3", "locker: unique, never empty"),
    ("badges", "g2 g3", "Is every PIN free of dashes?"),
    ("badges", "g1 g2 g3", "No holder may be shorter than 4 letters."),
    ("berths", "", "address must be either IPv4 or IPv6."),
    ("badges", "g1", "PIN consists only of digits and dashes."),
    ("badges", "g2 g3", "Dashes are not allowed in PIN."),
    ("badges", "", "holder has between 2 and 4 characters; no exceptions."),
]

DECLINED = [
    ("visits", "Visits outside the ICU need no nurse."),
    ("visits", "Visits in the ICU may have a nurse."),
    ("visits", "Outside the ICU the nurse may be empty."),
    ("visits", "We do not accept wards ICU and LAB."),
    ("visits", "Only ICU and LAB are not allowed as ward."),
    ("visits", "Not every column must be filled."),
    ("visits", "Any column may be empty."),
    ("visits", "A column must be filled."),
    ("visits", "fever may be missing, but if it is there it need not be below 40."),
    ("visits", "note is optional, note is not."),
    ("berths", "address must be in the network."),
    ("berths", "Each berth has its own harbour master."),
    ("meter", "inlet must have risen."),
    ("badges", "PIN must look like a PIN."),
    ("badges", "Dashes are allowed in PIN."),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("outside"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_sentence_is_read(domains: Domains, domain: str, flagged: str, sentence: str) -> None:
    domains.assert_flags(domain, flagged, sentence)


@pytest.mark.parametrize(("domain", "sentence"), DECLINED, ids=lambda text: text)
def test_near_miss_is_declined(tmp_path: Path, domain: str, sentence: str) -> None:
    answer = Tables(tmp_path / domain, {domain: TABLES[domain]}).answer(sentence)

    assert answer.code in ("not-understood", "ambiguous")
