"""Questions about numbers with their answers, and numbers said short."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.planner.offline.spoken import Domains, Tables, read
from tests.planner.offline.ward_tables import BERTHS, METER, VISITS

TABLES = {"visits": VISITS, "berths": BERTHS, "meter": METER}

READ = [
    ("visits", "1", "How many visits have no note? At most one is allowed."),
    ("visits", "0", "How many visits have no note? At most two are allowed."),
    ("visits", "0", "How many visits are urgent? We expect between 1 and 2."),
    ("visits", "1", "How many visits are urgent? There must be at least 3."),
    ("visits", "1", "How many different wards are there? We expect at most 2."),
    ("visits", "0", "How many distinct wards do we have? It must be 3."),
    ("visits", "1", "How many visits have an empty nurse? There must be none."),
    ("visits", "0", "What is the highest fever? It may not go over 41."),
    ("visits", "1", "What is the average age? It must be below 40."),
    ("visits", "1", "What share of the visits have a note? At least 70%."),
    ("berths", "1", "Total width: at most 90"),
    ("berths", "0", "Average depth: between 9 and 10"),
    ("berths", "1", "Number of berths: 5"),
    ("berths", "0", "At least 2 berths have the port Kiel."),
    ("berths", "1", "Exactly one berth has a depth below 10."),
    ("visits", "0", "Exactly one visit has no nurse."),
    ("visits", "1", "nurse may be missing in at most 0 visits."),
    ("visits", "0", "note may be empty in at most two visits."),
    ("visits", "1", "note must be filled in at least four visits."),
    ("berths", "1", "At most 2 different ports may appear."),
    ("berths", "0", "We expect between 2 and 3 different ports."),
    ("berths", "1", "All prices must be the same."),
    ("berths", "1", "The values of port should all be the same."),
    ("berths", "0", "depth must not all be the same."),
    ("visits", "0", "Three fifths of the visits need a note."),
    ("visits", "1", "Four fifths of the visits need a note."),
    ("berths", "1", "The average berth price is 30."),
    ("berths", "0", "port: at most 3 distinct values"),
    ("berths", "0", "On average berths cost 35 price."),
    ("visits", "0", "The note of at least 60% of the visits is known."),
    ("visits", "1", "The note column is at least 70% complete."),
    ("berths", "1", "The most common port is Emden."),
    ("berths", "0", "port Kiel may get at most 50 percent of the berths."),
    ("berths", "1", "port Kiel may not get more than 40 percent of the berths."),
    ("berths", "1", "No more than 20% of the berths may be in port Emden."),
    ("berths", "1", "'Kiel' may appear in at most 40% of the ports."),
    ("meter", "1", "inlet and outlet are positively correlated."),
    ("meter", "1", "The difference between the mean of inlet and the mean of outlet must be 1."),
    ("meter", "0", "The difference between the mean of outlet and the mean of inlet must be 0."),
    ("berths", "3", "In each port, the depth starts at 1."),
    ("visits", "1", "note must not have more than 1 missing value."),
    ("visits", "1", "note may have at most 1 missing values."),
    ("visits", "0", "note has at most two empty values."),
    ("berths", "0", "depth must be at most width in at least 90% of the berths."),
    ("meter", "1", "inlet must be at least outlet in at least 60% of the hours."),
    ("meter", "0", "inlet and outlet must agree in at least 25% of the hours."),
    ("berths", "1", "port Kiel may occur at most once."),
    ("berths", "0", "port 'Kiel' must appear at least twice."),
    ("berths", "1", "No more than one berth per port may have a price of 20."),
    ("visits", "0", "Every ward must have visits with at least one different nurse."),
]

DECLINED = [
    ("visits", "How many visits have no note? At least one is allowed."),
    ("visits", "How many visits have no note? Not many."),
    ("visits", "What is the average age? It should be reasonable."),
    ("visits", "Not all ages must be the same."),
    ("visits", "note may be empty in at least two visits."),
    ("berths", "port Kiel may get at least 50 percent of the berths."),
    ("berths", "Not every price must be the same."),
    ("visits", "note may have at least 4 missing values."),
    ("berths", "At least one berth per port may have a price of 20."),
    ("berths", "port Kiel may occur at least twice."),
    ("berths", "The least common port is Emden."),
]


@pytest.fixture(scope="module")
def domains(tmp_path_factory: pytest.TempPathFactory) -> Domains:
    return Domains(tmp_path_factory.mktemp("asked"), TABLES)


@pytest.mark.parametrize(("domain", "flagged", "sentence"), read(READ))
def test_question_is_read(domains: Domains, domain: str, flagged: str, sentence: str) -> None:
    domains.assert_flags(domain, flagged, sentence)


@pytest.mark.parametrize(("domain", "sentence"), DECLINED, ids=lambda text: text)
def test_open_question_is_declined(tmp_path: Path, domain: str, sentence: str) -> None:
    answer = Tables(tmp_path / domain, {domain: TABLES[domain]}).answer(sentence)

    assert answer.code in ("not-understood", "ambiguous")


def test_a_difference_of_measures_is_a_distance(tmp_path: Path) -> None:
    tables = Tables(tmp_path / "meter", {"meter": (("inlet", "outlet"), (1, 9), (1, 9))})
    sentence = "The difference between the mean of inlet and the mean of outlet must be below 5."

    assert tables.answer(sentence).flagged == "1"
