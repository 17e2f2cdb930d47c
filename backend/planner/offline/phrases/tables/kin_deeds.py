"""Phrases for rows by what another row of their table did: brought by a rider who joined later than they did."""

from __future__ import annotations

from backend.planner.offline.phrases.keys.keys import through
from backend.rules.language.terms import Cell, Predicate
from backend.rules.phrasing import Phrases, RowSet, compare

phrase = Phrases()

phrase.words("_was_so", "was | were | is | are | has been | have been | had been | be")
phrase.words("_who_did", "that | which | who")
phrase.words(
    "_than_they",
    "than they [did|were] | than (he|she|it) [did|was] | than (them|him|her) | than (themselves|itself) | than "
    "he or she did",
)
phrase.words(
    "_after_them", "after (them|him|her|it) | after (they|it|he|she) did | only after (them|it)"
)
phrase.words(
    "_before_them", "before (them|him|her|it) | before (they|it|he|she) did | earlier than them"
)

for _words, _sign in (
    ("(later|more recently) _than_they", ">"),
    ("_after_them", ">"),
    ("(earlier|sooner) _than_they", "<"),
    ("_before_them", "<"),
):

    @phrase("kin_did", f"<noun> _who_did [_was_so] <acting> {_words}", cost=0.02)
    def kin_did(rows: RowSet, day: Cell, sign: str = _sign) -> tuple[RowSet, Cell, str] | None:
        """A rider who joined later than they did."""
        is_plain = bool(rows.table) and rows.where is None and not rows.each
        return (rows, day, sign) if is_plain else None


@phrase("rel", "[_who_did _was_so] <kin_done> by <kin_did>", cost=0.05)
@phrase("rowvp", "_was_so <kin_done> by <kin_did>", cost=0.05)
@phrase("rel", "[_who_did] [_was_so] <kin_verb> <kin_did>", cost=0.1)
@phrase("rowvp", "[_was_so] <kin_verb> <kin_did>", cost=0.1)
def done_by_kin(key: Cell, found: tuple[RowSet, Cell, str]) -> Predicate | None:
    """Were brought by a rider who joined later than they did."""
    _, day, sign = found
    other = through(day, key)
    return None if other is None or day.column == key.column else compare(other, sign, day)
