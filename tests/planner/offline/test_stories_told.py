"""Rules told with stories of all kinds: the rule is the one that stands alone without them."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables
from tests.planner.offline.told_tables import TOLD

STORIES = [
    (
        "parcels",
        "Our scales at the hatch go up to thirty-one kilos, so {weight_kg must not exceed 31.}",
    ),
    ("parcels", "Customers hear from us by mail only, so {every parcel needs a sender_email.}"),
    ("parcels", "The franking machine refuses to print nothing: {postage_eur must be above 0.}"),
    (
        "parcels",
        "We bought the old depot software from a bankrupt firm. {No parcel may lack a depot.}",
    ),
    ("animals", "The vet wants to know whom to call, which is why {keeper must be filled.}"),
    ("animals", "The wolves got out twice last winter. {enclosure must never be blank.}"),
    ("stays", "The front desk types dates in a hurry: {departure must be after arrival.}"),
    ("stays", "We had a burst pipe in the archive, so {guest must be filled.}"),
    ("stays", "Nobody sleeps here for nothing. {rate_eur must be greater than 0.}"),
    ("stays", "Housekeeping plans its rounds from this list, therefore {every stay needs a room.}"),
    ("meters", "The tablet knows three tariffs: {tariff must be day, night or flat.}"),
    ("meters", "We bill by post, so {town must be filled.}"),
    ("exams", "Parents take us to court over such things, so {teacher must be filled.}"),
    (
        "exams",
        "A certificate without a name is worthless, which is why {pupil must never be empty.}",
    ),
    ("exams", "The school year ended long ago; {sat_on must not be in the future.}"),
    ("claims", "Fraudsters are lazy. {Flag claims with amount_eur above 10000.}"),
    ("claims", "The bank sends money back when the account is wrong, so {iban must be filled.}"),
    (
        "claims",
        "Nobody can report damage that has not happened yet, so {filed_on must not be before "
        "happened_on.}",
    ),
    (
        "claims",
        "Each of our lawyers looks after a patch of the country, so {region must be filled.}",
    ),
    ("claims", "Our reinsurer asked for it: {every claim must have a policy_no.}"),
    (
        "claims",
        "{paid_out_eur must not exceed amount_eur}, because nobody gets rich from a broken window.",
    ),
    ("claims", "{Flag every claim without an adjuster.} Someone forgot to assign them."),
    ("claims", "{Flag every claim without an adjuster.} They pile up on the boss's desk."),
    ("parcels", "{sender_email must contain an @.} Anything else is a typing error."),
    (
        "parcels",
        "{status must be in transit, delivered or returned.} The rest was invented by the interns.",
    ),
    ("parcels", "We learnt it the hard way in court — {delivered_on must not be before sent_on.}"),
    (
        "animals",
        "Somebody once entered a giraffe lighter than a mouse. {weight_kg must be above 1.}",
    ),
    ("animals", "Our insurers go by the book, hence {born_on must be on or before arrived_on.}"),
    ("animals", "Name tags are engraved in brass, so {name must be at most 20 characters long.}"),
    ("stays", "The tax office counts heads, not beds: {guest must be filled.}"),
    ("stays", "The card reader was out of order all spring. {Every stay must have a guest_phone.}"),
    ("stays", "The old system wrote 0 where nobody had asked. {Flag stays whose rate_eur is 0.}"),
    ("stays", "The old system padded with spaces, so {room must not start with a space.}"),
    ("meters", "The concentrator talks to us at midnight, so {read_on must be filled.}"),
    ("exams", "Children copy from each other; {flag exams without a remark.}"),
    ("exams", "We print this on expensive paper, so {no exam may be without a subject.}"),
    ("exams", "The inspector only looks at the totals, therefore {max_points must be above 0.}"),
    ("claims", "Only humans decide here, so {adjuster must never be blank.}"),
    (
        "claims",
        "Only the head office signs cheques. Therefore {paid_out_eur must be at most 50000.}",
    ),
    (
        "claims",
        "We pay by bank transfer: {a claim whose paid_out_eur is above 0 must have an iban.}",
    ),
    (
        "claims",
        "The storm of last autumn taught us a lesson: {flag claims whose filed_on is before "
        "happened_on.}",
    ),
    ("parcels", "Couriers swap vans all day long. {Flag parcels without a courier.}"),
    ("parcels", "Fraud is a sport around here. {If insured is yes, postage_eur must be filled.}"),
    (
        "parcels",
        "Express has to be worth its money: {if service is express, postage_eur must be at "
        "least 10.}",
    ),
    ("animals", "Otters are escape artists, so {if species is otter, enclosure must be filled.}"),
    ("stays", "Gold is our promise, so {if loyalty is gold, guest_phone must be filled.}"),
    (
        "meters",
        "Night current is cheap because the river never sleeps: {tariff must be day, night or"
        " flat.}",
    ),
    ("stays", "{Flag stays with nights above 60.} These need a second look."),
    ("parcels", "As the customs office demands, {weight_kg must be filled.}"),
    ("animals", "According to the zoo act, {chip_no must be filled.}"),
    (
        "exams",
        "You never know what children write, so {remark must be at most 40 characters long.}",
    ),
    ("claims", "{adjuster must be filled.} The boss wants to know whom to thank."),
    ("stays", "Our booking portal is older than my daughter, so {arrival must be filled.}"),
    ("meters", "{Flag meters without a town.} We cannot send them a bill."),
    ("exams", "{subject must be filled.} That is what the ministry wants."),
    ("claims", "Storms come without warning. Therefore {every claim must have an adjuster.}"),
    ("parcels", "The till prints a label for everything, so {postage_eur must be filled.}"),
    ("parcels", "The robot arm cannot lift more, which is why {weight_kg must be at most 31.}"),
    ("parcels", "Nobody wants to carry ghosts around: {no parcel may have a weight_kg of 0.}"),
    ("animals", "A wrong label once killed a snake, so {diet must be plants, meat or fish.}"),
    ("animals", "Our vet is a careful woman. {Flag animals without a chip_no.}"),
    ("stays", "The portal sends us rubbish. {Every stay must have a guest.}"),
    ("stays", "Breakfast is cooked to order, so {board must be BB, HB or FB.}"),
    ("stays", "{Flag stays whose departure is before arrival.} They crash our calendar."),
    ("stays", "{nights must be between 1 and 60.} Anything else was typed in a rush."),
    ("meters", "We had trouble with the old handhelds. {No meter may lack a serial.}"),
    ("meters", "The regulator asked us for a clean list, therefore {serial must be unique.}"),
    ("exams", "The principal hates empty cells, so {teacher must be filled.}"),
    ("exams", "{points must not exceed max_points.} The principal insists on it."),
    ("claims", "Our lawyer gave us a list. {Every claim must have a region.}"),
    ("claims", "The clerk in the mail room guesses. {Flag claims without a policy_no.}"),
    ("parcels", "The postmaster groans about it — {postage_eur must be above 0.}"),
    ("parcels", "Our insurer sued us, so {if insured is yes, postage_eur must be filled.}"),
    ("animals", "A clerk mixed up the columns. {born_on must be on or before arrived_on.}"),
    ("animals", "{Flag animals without a keeper.} They bite strangers."),
    ("stays", "{Every stay must have a guest_phone.} The police asked for it."),
    ("meters", "{Flag meters with no serial.} We cannot find them."),
    ("claims", "{Every claim must have a policy_no.} That is what the law requires."),
]
"""A domain, and a sentence whose rule stands in braces."""


@pytest.fixture(scope="module")
def owners(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tables]:
    return {name: Tables(tmp_path_factory.mktemp(name) / "t", TOLD[name]) for name in TOLD}


@pytest.mark.parametrize(("owner", "told"), STORIES, ids=[each[1] for each in STORIES])
def test_the_rule_is_that_without_the_story(
    owners: dict[str, Tables], owner: str, told: str
) -> None:
    rule = told[told.index("{") + 1 : told.index("}")]

    plan = owners[owner].plan(told.replace("{", "").replace("}", ""))

    assert plan.rule == owners[owner].plan(rule).rule
    assert any(each.startswith("Not used") for each in plan.assumptions)


def test_what_is_told_of_flagged_rows_is_set_aside(owners: dict[str, Tables]) -> None:
    told = owners["claims"].answer(
        "A claim with paid_out_eur above 50000 is not insured and must be flagged."
    )

    assert (told.reason, told.flagged) == ("", "c4")
    assert told.plan is not None
    assert "Not used, as it only tells why: 'is not insured and'." in told.plan.assumptions
