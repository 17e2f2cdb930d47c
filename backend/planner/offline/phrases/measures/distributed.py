"""Phrases for distributions by name: normally distributed, first digits by Benford's law."""

from __future__ import annotations

from backend.rules.language.terms import Cell
from backend.rules.odd_distributions import OddDistributions
from backend.rules.phrasing import Phrases, Statement
from backend.rules.unexpected_shares import BENFORD, UnexpectedShares

phrase = Phrases()
USUAL = 0.05
"""The level of a test that names none; the restatement says it."""
Level = tuple[str, float]
phrase.words("_numbers_of", "values | numbers | amounts | figures | cells")
phrase.words(
    "_follow",
    "follow | obey | fit | match | satisfy | conform to | comply with | agree with | have | be distributed by | be distributed according to | be distributed as in | follow along with",
)
phrase.words(
    "_benford",
    "benford 's law | benford law | the law of benford | law of benford | benford 's distribution | "
    "benford distribution | benford | the first-digit law | first-digit law | newcomb-benford law",
)
phrase.words(
    "_bell", "[a|the] normal distribution | [a|the] gaussian distribution | [a|the] normal law"
)
phrase.words(
    "_normally", "normally distributed | gaussian | gaussian distributed | distributed normally"
)
phrase.words(
    "_jarque_bera",
    "[a|the] jarque-bera test | [a|the] jarque bera test | [a|the] test of jarque and bera",
)
phrase.words("_by_it", "by | according to | in | with | using | under")


@phrase(
    "normal_told",
    "<cell> [_numbers_of] _must be _normally",
    "[_numbers_of] (of|in) <cell> _must be _normally",
)
@phrase(
    "normal_told",
    "<cell> [_numbers_of] _must _follow _bell",
    "<cell> [_numbers_of] _must be from _bell",
)
@phrase("normal_told", "<cell> [_numbers_of] (is|are) _normally", cost=0.3)
@phrase("normal_told", "<cell> [_numbers_of] (follow|follows) _bell", cost=0.3)
def normal_told(of: Cell) -> Cell:
    """The values must be normally distributed."""
    return of


@phrase("stmt", "<normal_told> [,] _by_it _jarque_bera", cost=0.02)
@phrase("stmt", r"<normal_told> \( _jarque_bera \)", cost=0.02)
def normal(of: Cell) -> Statement:
    """Normally distributed by a Jarque-Bera test: other tests tell other things, so it is named."""
    return _normal(of, USUAL)


@phrase("stmt", r"<normal_told> \( _jarque_bera [,] <chi_level> \)")
@phrase("stmt", "<normal_told> <chi_level> [,] _by_it _jarque_bera")
@phrase("stmt", "<normal_told> [,] _by_it _jarque_bera [,] [with] [a|the] <chi_level>")
@phrase("stmt", "(test|check) <cell> for normality _by_it _jarque_bera (:|,|;) [the] <chi_level>")
@phrase("stmt", "_jarque_bera (of|on|for) <cell> _must (have|give|show|yield) [a] <chi_level>")
def normal_at(of: Cell, level: Level) -> Statement:
    """The value must be normally distributed at the 5% level."""
    return _normal(of, level[1])


def _normal(of: Cell, level: float) -> Statement:
    found = OddDistributions(
        table=of.table, column=of.column, measure="normality", bounds=((">=", level),)
    )
    return Statement(rule=found)


@phrase("benford_told", "<cell> [_numbers_of] _must _follow _benford")
@phrase(
    "benford_told", "[leading|first] digits (of|in) <cell> [_numbers_of] _must _follow _benford"
)
@phrase("benford_told", "(leading|first) digit (of|in) <cell> _must _follow _benford")
@phrase("benford_told", "<cell> [_numbers_of] (follows|follow|obeys|obey) _benford", cost=0.3)
@phrase("benford_told", "_benford _must hold (for|in|of) <cell>", "_benford holds (for|in) <cell>")
def benford_told(of: Cell) -> Cell:
    """The totals must follow Benford's law."""
    return of


@phrase("stmt", "<benford_told>", cost=0.02)
def benford(of: Cell) -> Statement:
    """By a chi-square test at the usual level."""
    return _benford(of, USUAL)


@phrase("stmt", "<benford_told> [,] [_by_it _chi] [,] [with] [a|the] <chi_level>", cost=0.02)
@phrase("stmt", r"<benford_told> \( [_chi] [,] <chi_level> \)", cost=0.02)
def benford_at(of: Cell, level: Level) -> Statement:
    """At the level that is told."""
    return _benford(of, level[1])


def _benford(of: Cell, level: float) -> Statement:
    found = UnexpectedShares(
        table=of.table, column=of.column, shares=BENFORD, level=level, first_digits=True
    )
    return Statement(rule=found)
