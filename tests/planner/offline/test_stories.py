"""Stories around a rule are set aside and named; what could change the rule never is."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables
from tests.planner.offline.theatre_tables import THEATRE

READ = [
    # a story, then the rule
    ("b e", "Our ushers send a reminder in the evening. Every ticket must have a buyer_email."),
    ("b e", "Ushers call late guests, so every ticket needs a buyer_email."),
    ("b e", "Marketing writes to the audience in autumn, therefore buyer_email is mandatory."),
    ("b", "Last year our cashier fumbled a lot. No price may be negative."),
    ("b", "Somebody keeps typing nonsense at night; a negative price must be flagged."),
    ("d", "Guests squabble about chairs in the foyer. That is why seat must never be blank."),
    # the rule, then its reason
    ("b e", "buyer_email must be filled because nobody can warn the guest without it."),
    ("b e", "buyer_email must be filled, so that our ushers can warn the guest."),
    ("d", "Because latecomers squabble, seat must be filled."),
    # who asks for it
    ("d", "Our insurer demands that seat is always filled."),
    ("d", "The fire brigade insists that every ticket has a seat."),
    # what a consequence follows is its reason
    ("c", "We follow the house principle, so booked_on must not be after played_on."),
    ("b", "Giveaways bring no profit, that is why price must not be negative."),
    (
        "b e",
        "Authorities inspect lists in every town. We therefore want no ticket without a "
        "buyer_email.",
    ),
    # a motto, and the rule in full
    ("b", "Nobody is punished for watching: price must not be negative."),
    ("b e", "Guests need a reminder: every ticket must have a buyer_email."),
    ("c", "Bargains should be modest: no ticket may have a discount above 50."),
    ("c", "Nobody can travel in time, i.e. booked_on must not be after played_on."),
    # a story may speak of what the rule speaks of
    ("b", "The bookkeeper blames the price. No price may be negative."),
]

DECLINED = [
    # it may narrow the rule to some rows
    "We only care about the gala. Every ticket must have a buyer_email.",
    "For gala evenings: buyer_email must be filled.",
    "Gala guests deserve care: buyer_email must be filled.",
    "This concerns the gala. buyer_email must be filled.",
    "Students pay at the door. They must have a buyer_email.",
    "Our gala sells tickets at night. The tickets must have a buyer_email.",
    "Old tickets came from a legacy system. The tickets must have a buyer_email.",
    "If the gala is sold out, our ushers sweat. buyer_email must be filled.",
    "Gala guests sit in front, so the guests must have a buyer_email.",
    # it is a rule of its own
    "Every seat must be unique, so that nobody quarrels, and price must be positive.",
    "No ticket is free, so seat must be filled.",
    "Each seat is sold once, so buyer_email must be filled.",
    "All tickets have a discount, so seat must be filled.",
    # it may make an exception
    "Every ticket must have a buyer_email. Guests of honour are exempt.",
    "Every ticket must have a buyer_email, except for guests of honour.",
    "buyer_email must be filled unless the guest of honour objects.",
    "Children usually come with grandparents. Every ticket must have a buyer_email.",
    "Guests may stay anonymous. Every ticket must have a buyer_email.",
    "Most guests leave an address. Every ticket must have a buyer_email.",
    "seat must be filled. Gala evenings follow another scheme.",
    "seat must be filled. Gala guests get a chair.",
    "seat must be filled. Leave out gala guests.",
    "Ditch gala guests. seat must be filled.",
    "Drop gala guests. seat must be filled.",
    # it may tell of whom the rule is
    "seat must be filled. That goes for gala guests.",
    "It goes for the gala. seat must be filled.",
    "This is about the gala. seat must be filled.",
    "We look at the gala. seat must be filled.",
    "The rule is for the gala. seat must be filled.",
    "seat must be filled since the gala.",
    "Since the gala seat must be filled.",
    "seat must be filled when guests quarrel.",
    # it may define something
    "A dash means that the guest refused. buyer_email must be filled.",
    "Our till counts in cents. price must be at most 60.",
    "The till rounds generously. paid must equal price.",
    # it names a column, a value or a number that the rule does not
    "Guests who came via the web squabble. seat must be filled.",
    "The discount annoys our bookkeeper. seat must be filled.",
    "There are 300 chairs in the foyer. seat must be filled.",
    # a report of what is found is no duty
    "Our ushers found that prices are negative.",
    "The bookkeeper complains that seat is blank.",
    # what follows "otherwise" may be the other case
    "seat must be filled, otherwise the usher must be blank.",
    # nothing but a story
    "Our ushers send a reminder the evening before.",
]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("theatre") / "t", THEATRE)


@pytest.mark.parametrize(("flagged", "sentence"), READ, ids=[one[1] for one in READ])
def test_the_rule_is_read_and_the_story_is_named(
    tables: Tables, flagged: str, sentence: str
) -> None:
    answer = tables.answer(sentence, "tickets")

    assert (answer.reason, answer.flagged) == ("", flagged)
    assert answer.plan is not None
    assert any(told.startswith("Not used") for told in answer.plan.assumptions)


@pytest.mark.parametrize("sentence", DECLINED)
def test_what_could_change_the_rule_is_not_set_aside(tables: Tables, sentence: str) -> None:
    answer = tables.answer(sentence, "tickets")

    assert answer.code in ("not-understood", "ambiguous"), answer.plan


def test_the_words_of_a_story_are_background(tables: Tables) -> None:
    told = tables.plan("Ushers call late guests, so every ticket needs a buyer_email.", "tickets")
    plain = tables.plan("Every ticket needs a buyer_email.", "tickets")

    assert told.rule == plain.rule
    parts = {use.text: use.part for use in told.words}
    assert parts["Ushers"] == parts["guests"] == "background"
    assert "'Ushers call late guests'" in told.assumptions[0]
