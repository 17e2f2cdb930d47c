"""Patterns: the sequences that each stands for, and duties that are told as facts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from backend.contracts.errors import PlanError
from backend.planner.offline.chart import Chart, Leaf, Passing
from backend.planner.offline.grammar import beginnings
from backend.planner.offline.openings import literal_words, openings
from backend.planner.offline.registers import grammar, registers
from backend.planner.offline.spots import Spot, reachable
from backend.rules.phrasing import Phrase

_CLASS = re.compile(r"(?<![\w<])_[a-z_]+")


def phrase_of(pattern: str, head: str = "part", cost: float = 0.0) -> Phrase:
    return Phrase(head, pattern, lambda *parts: parts, cost)


def ways(spots: list[Spot], before: str = "") -> Iterator[tuple[str, float]]:
    """Every way through a pattern, spelled, with its cost."""
    for spot in spots:
        way = f"{before} {spot.symbol.removeprefix('=')}".strip()
        if spot.ending is not None:
            yield way, spot.ending.cost
        yield from ways(spot.follow, way)


def sequences(pattern: str, head: str = "part") -> list[str]:
    return sorted(way for way, _ in ways(beginnings(phrase_of(pattern, head))))


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("a b", ["a b"]),
        ("[a] b", ["a b", "b"]),
        ("a [b]", ["a", "a b"]),
        ("[a] [b] c", ["a b c", "a c", "b c", "c"]),
        ("(a|b c) d", ["a d", "b c d"]),
        ("a|b c", ["a c", "b c"]),
        ("a [b|c [d]] e", ["a b e", "a c d e", "a c e", "a e"]),
        ("((a|b)|c) d", ["a d", "b d", "c d"]),
        ("[a]", ["a"]),
        ("<cell> _must >= <number>", ["cell _must >= number"]),
        (r"a \(b\) c", ["a ( b ) c"]),
        ("A, b", ["a, b"]),
    ],
)
def test_a_pattern_stands_for_its_sequences(pattern: str, told: list[str]) -> None:
    assert sequences(pattern) == told


@pytest.mark.parametrize(
    ("pattern", "facts"),
    [
        ("<cell> must be <adj>", ["cell _be adj", "cell _be always adj"]),
        ("<cell> must match <text>", ["cell match text", "cell matches text"]),
        ("<cell> _must_not be <adj>", ["cell _be never adj", "cell _be not adj"]),
        (
            "<cell> _must_not match <text>",
            [
                "cell _do not match text",
                "cell never match text",
                "cell never matches text",
            ],
        ),
        ("<cell> must not be <adj>", ["cell _be never adj", "cell _be not adj"]),
        ("no <cell> _may be <adj>", ["no cell _be adj", "no cell _be always adj"]),
        ("<cell> _may be <adj>", []),
        ("<cell> _must _contains <text>", ["cell _contains text"]),
        ("<expr> <duty> or <duty>", ["expr duty or vp", "expr vp or vp"]),
        ("[all] <rows> (must|should) be flagged", []),
        ("must be <adj>", ["_be adj", "_be always adj"]),
    ],
)
def test_a_duty_is_also_told_as_a_fact(pattern: str, facts: list[str]) -> None:
    told = beginnings(phrase_of(pattern, "stmt", cost=0.1))

    assert sorted(way for way, cost in ways(told) if cost > 0.1) == facts
    assert all(cost == 0.1 for _, cost in ways(beginnings(phrase_of(pattern, cost=0.1))))


@pytest.mark.parametrize("pattern", ["a (b", "a b)", "a [b", "(a|b c"])
def test_a_bracket_without_its_other_half_is_told(pattern: str) -> None:
    with pytest.raises(PlanError, match="brackets do not match"):
        beginnings(phrase_of(pattern))


def test_every_phrase_of_the_grammar_is_whole_and_opens_as_it_looks() -> None:
    for phrase in grammar():
        firsts = beginnings(phrase)
        assert firsts, phrase.pattern
        symbols = openings(phrase)
        assert symbols is None or {spot.symbol for spot in firsts} == {*symbols}, phrase.pattern


def test_every_word_that_the_grammar_spells_is_known_also_in_its_facts() -> None:
    spots = (spot for phrase in grammar() for spot in reachable(beginnings(phrase)))
    spelled = {spot.symbol[1:] for spot in spots if spot.symbol[0] == "="}
    assert set(literal_words(grammar())) == spelled


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("<cell> must match [the] <text>", "must match matches the"),
        ("<cell> must ([not] match|(be|have)) <text>", "must not match matches be have has"),
        ("[no <cell>] (_must_not|<cell>) carry <text>", "no carry carrys"),
        ("<cell> may match <text> of <duty> all", "may match of all"),
    ],
)
def test_a_pattern_spells_its_words_and_the_verbs_of_its_facts(pattern: str, words: str) -> None:
    assert set(literal_words([phrase_of(pattern, "stmt")])) == set(words.split())


def test_a_chart_finds_the_cheapest_reading_first_and_passes_over_articles() -> None:
    phrases = [
        phrase_of("<name> runs [fast]", "hint", cost=0.5),
        phrase_of("<name> runs fast", "hint", cost=0.2),
        phrase_of("_dog", "name"),
    ]
    said = ["the", "dog", "runs", "fast"]
    leaves = [Leaf(f"={word}", at, at + 1, True, 0.0) for at, word in enumerate(said)]
    leaves.append(Leaf("_dog", 1, 2, True, 0.0))

    found = Chart(phrases).readings(leaves, len(said), "hint", [Passing(0, 1)], 1.0)

    assert [(node.cost, node.start, node.end) for node in found] == [(0.2, 1, 4)]


def test_every_word_class_has_one_home_and_a_use() -> None:
    """A class made in two files would be wider in both than either file says."""
    homes: defaultdict[str, list[str]] = defaultdict(list)
    widened: set[str] = set()
    for name, register in registers().items():
        widened |= register.widened
        for word_class in register.classes:
            homes[word_class].append(name)
    used = {part for phrase in grammar() for part in _CLASS.findall(phrase.pattern)}
    assert {made: by for made, by in homes.items() if len(by) > 1} == {}
    assert widened - homes.keys() == set()
    assert homes.keys() - used == set()
