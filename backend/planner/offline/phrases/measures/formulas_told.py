"""Phrases for ends that are allowed, for terse bounds of days, and for sums of more than columns."""

from __future__ import annotations

from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Arithmetic, Cell, Constant, Parameter, Predicate, Value
from backend.rules.phrasing import IT, Phrases, RowSet, Statement, compare

phrase = Phrases()

# Ends that are allowed --------------------------------------------------------------------------

phrase.words(
    "_let_in",
    "allowed | permitted | accepted | possible | acceptable | allowable | admissible | valid | that is allowed | that is "
    "permitted | that is accepted | we accept | that we accept | we allow | that we allow | ever allowed",
)
phrase.words("_is_at", "is | are | : | = | lies at | is at")
for _words, _sign in (
    ("earliest|oldest|first|smallest|lowest|minimum|least|shortest|min", ">="),
    ("latest|newest|last|largest|highest|maximum|greatest|biggest|most|longest|max", "<="),
):

    @phrase(
        "stmt",
        f"({_words}) <cell> _let_in _is_at <operand>",
        f"({_words}) _let_in <cell> _is_at <operand>",
        f"<cell> : ({_words}) _let_in [:] <operand>",
        f"<operand> is the ({_words}) _let_in <cell>",
        f"<operand> is the ({_words}) <cell> _let_in",
        cost=-0.2,
    )
    def end_allowed(one: Value, other: Value, sign: str = _sign) -> Statement | None:
        """The earliest check_in allowed is 2024-01-01."""
        of, end = (one, other) if isinstance(one, Cell) else (other, one)
        is_bound = isinstance(of, Cell) and of != end
        return rule(compare(of, sign, end), subject=of) if is_bound else None

    @phrase(
        "stmt",
        f"({_words}) <cell> _let_in (for|in|of|on) <rows> _is_at <operand>",
        f"({_words}) _let_in <cell> (for|in|of|on) <rows> _is_at <operand>",
        cost=-0.2,
    )
    def end_of_rows(of: Cell, rows: RowSet, end: Value, sign: str = _sign) -> Statement | None:
        """The lowest possible price for day tickets is 5."""
        return None if of == end else rule(compare(of, sign, end), rows.table, rows.where)


for _words, _sign in (("later", "<="), ("earlier|sooner", ">=")):
    phrase("limit", f"no ({_words}) than <operand>")(lambda end, sign=_sign: compare(IT, sign, end))


# Sums of more than columns ----------------------------------------------------------------------


@phrase("sum", "(sum|total) of <term> and <term>", "(sum|total) of <term> plus <term>", cost=0.02)
@phrase("sum", "(sum|total) of <term> , <term> [,] and <term>", cost=0.02)
def sum_of_terms(*terms: Value) -> Value | None:
    """The sum of A and twice B; plain columns are another phrase's, and numbers are none's."""
    if not any(isinstance(term, Arithmetic) for term in terms):
        return None
    if any(isinstance(term, Constant | Parameter) for term in terms):
        return None
    total = terms[0]
    for term in terms[1:]:
        total = Arithmetic(sign="+", left=total, right=term)
    return total


@phrase(
    "stmt",
    "<formula> _must (give|yield|make|result in|come to|produce|amount to) [exactly|precisely|just] <operand>",
    "<formula> (gives|yields|makes|results in|comes to|produces|amounts to) [exactly|precisely|just] <operand>",
    cost=0.02,
)
def formula_gives(left: Value, right: Value) -> Statement:
    """A plus two times B has to give exactly C."""
    return rule(compare(left, "==", right))


@phrase("clause", "<formula> _be not [the|exactly] <cell>", cost=0.1)
@phrase(
    "clause",
    "<formula> (do|does) not (give|yield|make|result in|come to|produce|amount to) [exactly] <operand>",
    cost=0.02,
)
def formula_does_not_give(left: Value, right: Value) -> Predicate:
    """A plus two times B does not give C."""
    return compare(left, "!=", right)
