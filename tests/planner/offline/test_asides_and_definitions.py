"""Rules with an aside: a definition in brackets, a title, a question with its answer, a gloss."""

from __future__ import annotations

import pytest

from tests.planner.offline.spoken import Tables, each

ANIMALS = (
    ("animal", "species", "age", "fed_on", "checked_on", "tag", "mail", "share_pct", "wait",
     "wait_b", "is_tame", "keeper", "vet", "origin", "ip"),
    ("a", "otter", 3, "2024-05-01", "2024-05-03", "ZO-001", "x@y.org", 10, 2, 2, True, "kim",
     "lee", "ES", "10.0.0.1"),
    ("b", "Otter", 20, "2024-05-09", "2024-05-03", "zo-01", "@y.org", 101, 9, 8, False, "lee",
     "lee", "es", "8.8.8.8"),
    ("c", "lynx", 1, None, "2024-05-03", "ZO-1234", None, 50, 4, None, True, None, "kim", "X",
     "192.168.7.1"),
    ("d", "stork", 40, "2024-05-02", None, "AB-777", "bad", None, None, 1, None, "amy", None, None,
     "fe80::1"),
)  # fmt: skip

READ = [
    ("in-brackets", "c", [
        "Cubs (age below 2) must have a keeper.",
        "Cubs (age 1) need a keeper.",
        "Animals (age below 2) must have a keeper.",
        "Youngsters (i.e. age below 2) must have a keeper.",
        "Animals with an age below 2 need a keeper.",
    ]),
    ("titles", "b", [
        "Plausibility check: share_pct must be at most 100.",
        "Data quality rule 12: share_pct must be at most 100.",
        "Business rule: share_pct must be at most 100",
        "Sanity check: share_pct at most 100",
        "share_pct is a percentage, so it must be between 0 and 100.",
        "share_pct is in percent: at most 100",
        "Share is given in percent and must be between 0 and 100.",
    ]),
    ("asked-and-answered", "b", [
        "Is share_pct ever above 100? It must not be.",
        "Is the share above 100? That must not happen.",
        "Is every share at most 100? It must be.",
        "Any share above 100? There must not be one.",
        "Do all animals have a share up to 100? They should.",
    ]),
    ("compared", "b", [
        "Compare wait with wait_b; they must be equal.",
        "Compare wait with wait_b, but only where both are present; they have to be identical.",
        "Compare wait and wait_b: the two must match.",
        "Compare wait to wait_b. They must agree.",
        "Compare wait against wait_b, ignoring blanks; both must be the same.",
    ]),
    ("needed", "c", [
        "keeper is required",
        "keeper is mandatory",
        "keeper is needed",
        "Every animal needs a keeper",
        "keeper: required",
        "keeper is a mandatory field",
        "Every animal must have a keeper on file.",
    ]),
    ("tags", "b c d", [
        "tag must be ZO followed by a dash and three digits",
        "Tags look like ZO-001: ZO, a dash, three digits.",
        "Tag format: ZO, a dash, three digits",
        "Flag tags that are not: ZO, a dash, three digits.",
        "tag must match ZO-[0-9]{3}",
    ]),
    ("before-the-sign", "b d", [
        "In mail there must be at least one character before the @.",
        "mail must have at least one character before the @",
        "There must be at least one character before the @ in mail.",
        "mail must have at least one letter or digit before the @",
    ]),
    ("like-a-mail", "b d", [
        "mail must look like name@domain.tld",
        "Does every mail look like name@domain.tld? It must.",
        "Every mail must look like user@example.com",
    ]),
    ("private", "b d", [
        "ip must be a private IPv4 address (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16)",
        "IPs must be private addresses",
        "Flag animals whose ip is not a private IPv4 address.",
    ]),
    ("by-deed", "b", [
        "fed_on must not be after checked_on",
        "fed_on must be on or before checked_on",
        "checked_on must be fed_on or later",
    ]),
    ("flag-words", "c", [
        "Tame animals must have a keeper.",
        "Animals that are tame must have a keeper.",
    ]),
    ("not-tame", "b", [
        "Untame animals must be older than 30.",
        "Non-tame animals must be older than 30.",
        "Animals that are not tame must be older than 30.",
    ]),
    ("limits", "b d", [
        "age at most 10",
        "age may be at most 10",
        "age between 0 and 10",
        "age from 0 to 10 inclusive",
        "age can be up to 10",
    ]),
    ("someone-else", "b", [
        "vet must be someone else than keeper",
        "keeper and vet must be two different people",
        "The keeper must not be the vet.",
        "keeper must differ from vet",
    ]),
    ("one-of-lengths", "c", [
        "tag must have 5 or 6 characters",
        "tag must be 5 or 6 characters long",
    ]),
    ("values-are", "d", [
        "Species are otter, Otter and lynx.",
        "species must be otter, Otter or lynx",
        "species may only be otter, Otter or lynx",
    ]),
    ("listed-in-capitals", "b c", [
        "origin must be ES or PT (upper case only)",
        "origin must be ES or PT, all upper case",
    ]),
]  # fmt: skip

MEDIANS = [
    ("Half of the waits should be 3 or more: the median of wait must be at least 3.", "0"),
    ("Half of our wait values should be 5 or longer: the median of wait must be at least 5.", "1"),
    ("We are phasing out tags beginning with Z: at least 60% of the tags must begin with "
     "something else.", "1"),
    ("We are phasing out tags beginning with Z: at least 25% of the tags must begin with "
     "something else.", "0"),
]  # fmt: skip

DECLINED = [
    "Cubs (age) must have a keeper.",
    "Cubs (young ones) must have a keeper.",
    "Otter policy: age must be at most 10",
    "Lynx rule: age must be at most 10",
    "share_pct is a percentage, so it must be between 0 and 90",
    "Is every share above 100? It must not be.",
    "Half of the waits should be 3 or more: the median of wait must be at least 4.",
    "Half of the waits should be 3 or more: the mean of wait must be at least 3.",
    "We are phasing out tags beginning with Z: at least 30% of the ages must begin with "
    "something else.",
    "keeper is not required",
    "Animals do not need a keeper.",
    "No animal needs a keeper.",
    "origin must be ES or pt (upper case only)",
    "ip must be a private IPv4 address (11.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16)",
    "tag must have a correct check digit",
    "age may be less than 10",
    "Compare wait with wait_b.",
    "Compare wait with wait_b; they must be close.",
    "Tags look like AB: ZO, a dash, three digits.",
    "tag must have special characters",
    "species must be otter, Otter and lynx and stork or so",
    "age must be about 5",
    "Animals should have been fed by now",
    "Tame animals only",
]


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    return Tables(tmp_path_factory.mktemp("zoo") / "zoo", {"animals": ANIMALS})


@pytest.mark.parametrize(("sentence", "flagged"), each(READ))
def test_an_aside_is_read_with_its_rule(zoo: Tables, sentence: str, flagged: str) -> None:
    answer = zoo.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", flagged)


@pytest.mark.parametrize(("sentence", "failing"), MEDIANS, ids=[case[0] for case in MEDIANS])
def test_what_half_of_the_values_should_be(zoo: Tables, sentence: str, failing: str) -> None:
    answer = zoo.answer(sentence)

    assert (answer.reason, answer.flagged) == ("", failing)


@pytest.mark.parametrize("sentence", DECLINED)
def test_an_aside_that_may_mean_more_is_declined(zoo: Tables, sentence: str) -> None:
    assert zoo.answer(sentence, tells_cure=False).code in ("not-understood", "ambiguous")
