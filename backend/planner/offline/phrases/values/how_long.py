"""How long rows last, without the column's name: tracks shorter than ten seconds."""

from __future__ import annotations

from backend.planner.offline.lasting import LASTING, is_of_time
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Constant, Predicate, Reads, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, about, compare, not_

phrase = Phrases()

phrase.words(
    "_lasts_how", "last | lasts | run for | runs for | take | takes | go on for | goes on for"
)
phrase.words(
    "_lasting", "lasting | running for | that last | that lasts | which last | which lasts"
)


def _one(unit: str) -> Constant:
    return Constant(value=1, reads=Reads.NUMBER, unit=unit)


def _told(sign: str, bound: Value) -> Predicate | None:
    if not isinstance(bound, Constant) or not is_of_time(bound.unit):
        return None
    return compare(IT, sign, bound)


for _words, _sign in (
    ("(longer|more) than | over | above | upwards of", ">"),
    ("(shorter|less) than | under | below", "<"),
    ("at least | no less than | not less than | no shorter than | a minimum of", ">="),
    ("at most | no more than | not more than | no longer than | up to | a maximum of", "<="),
    ("exactly", "=="),
):
    for _word in _words.split(" | "):

        @phrase("so_long", f"{_word} <amount>")
        def so_long(bound: Value, sign: str = _sign) -> Predicate | None:
            """At least ten seconds."""
            return _told(sign, bound)

        @phrase("so_long", f"{_word} (a|an|one) <unit>")
        def so_long_as_one(unit: str, sign: str = _sign) -> Predicate | None:
            """At least a minute."""
            return _told(sign, _one(unit))


for _words, _sign in (
    ("(longer than|slower than|over)", ">"),
    ("(shorter than|faster than|quicker than|under)", "<"),
    ("(no longer than|no slower than|not slower than)", "<="),
    ("(no faster than|no quicker than)", ">="),
):

    @phrase("longer", f"{_words} <amount>")
    def longer(bound: Value, sign: str = _sign) -> Predicate | None:
        """Shorter than ten seconds."""
        return _told(sign, bound)

    @phrase("longer", f"{_words} (a|an) <unit>")
    def longer_than_one(unit: str, sign: str = _sign) -> Predicate | None:
        """Shorter than a minute."""
        return _told(sign, _one(unit))


@phrase("so_long", "<adj>", cost=0.1)
def so_long_between(told: Predicate) -> Predicate | None:
    """Between one and ten minutes."""
    units = {part.unit for part in walk(told) if isinstance(part, Constant)} - {None, ""}
    return told if units and all(map(is_of_time, units)) else None


def _lasts_how(rows: RowSet, told: Predicate) -> Predicate | None:
    return about(told, Cell(table=rows.table, column=LASTING)) if rows.table else None


@phrase("rows", "[_each] <noun> <longer>", "[_each] <noun> _lasting <so_long>", cost=0.3)
def rows_so_long(found: RowSet, told: Predicate) -> RowSet | None:
    """Tracks shorter than ten seconds."""
    condition = _lasts_how(found, told)
    return None if condition is None else found.that(condition)


@phrase("longer", "<so_long> long")
def so_long_long(told: Predicate) -> Predicate:
    """At least ten seconds long."""
    return told


@phrase("stmt", "<rows> _must [be] <longer>", "<rows> _must _lasts_how <so_long>", cost=0.3)
@phrase("stmt", "<rows> _lasts_how <so_long>", "<rows> (is|are) <longer>", cost=0.3)
def must_last(found: RowSet, told: Predicate) -> Statement | None:
    """Every track must last at least ten seconds."""
    condition = _lasts_how(found, told)
    return None if condition is None else rule(condition, found.table, found.where)


@phrase("stmt", "no <rows> _may be <longer>", "no <rows> is <longer>", cost=0.3)
@phrase("stmt", "no <rows> _lasts_how <so_long>", cost=0.3)
@phrase(
    "stmt", "no <rows> _may _lasts_how <so_long>", "<rows> _must_not _lasts_how <so_long>", cost=0.3
)
@phrase("stmt", "<rows> _must_not be <longer>", cost=0.3)
def must_not_last(found: RowSet, told: Predicate) -> Statement | None:
    """No track may be longer than two hours."""
    condition = _lasts_how(found, told)
    return None if condition is None else rule(not_(condition), found.table, found.where)
