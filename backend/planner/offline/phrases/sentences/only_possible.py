"""Phrases for what goes only with something else, in one row: a grade of 6 is only possible with a note."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import Cell, Compare, Exists, Missing, Not, Predicate, Value
from backend.rules.language.walk import walk
from backend.rules.phrasing import IT, Modifier, Phrases, RowSet, Statement, about, all_of, compare

phrase = Phrases()

phrase.words(
    "_possible",
    "possible | allowed | permitted | accepted | acceptable | plausible | valid | correct | legal | found | seen | "
    "used | given",
)
phrase.words(
    "_only_there_only",
    "(is|are) only _possible | (may|can|should|must) only (occur|appear|exist|be there|be used|be given|be found) | "
    "only (occurs|occur|appears|appear|exists|exist) | (is|are) _possible only | (occurs|occur|appears|appear) only | "
    "only (goes|go) | (goes|go) only",
)
phrase.words("_together_with", "with | for | in combination with | together with | alongside")
phrase.words(
    "_asks_for", "requires | require | needs | need | calls for | call for | demands | presupposes"
)


def _goes_with(told: Predicate, other: Predicate) -> Statement | None:
    """Where the first is so, the second must be so; each of its own columns, and of values."""
    columns = [
        {part.column for part in walk(each) if isinstance(part, Cell)} for each in (told, other)
    ]
    if not all(columns) or columns[0] & columns[1] or _is_presence(told):
        return None
    if isinstance(told, Exists):  # a team in Kiel needs a fee of 100: it is told of the team
        return None
    return rule(other, where=told)


def _is_presence(told: Predicate) -> bool:
    return isinstance(told, Not) and isinstance(told.part, Missing)


@phrase(
    "stmt",
    "[a|an|any] <feature> _only_there_only _together_with [a|an|the] <feature>",
    "[a|an|any|every|each] <feature> _asks_for [a|an|the] <feature>",
    cost=0.05,
)
def only_with(told: Predicate, other: Predicate) -> Statement | None:
    """A grade of 6 is only possible with status failed."""
    return None if _is_presence(other) else _goes_with(told, other)


@phrase("stmt", "[a|an|any] <feature> _only_there_only _together_with <rows>", cost=0.07)
def only_for_rows(told: Predicate, rows: RowSet) -> Statement | None:
    """A fee of 0 is only possible for children."""
    return None if rows.where is None or rows.each else _goes_with(told, rows.where)


@phrase("stmt", "[a|an|any] <feature> _only_there_only (if|when|where) <clauses>", cost=0.07)
def only_if(told: Predicate, condition: Predicate) -> Statement | None:
    """A fee of 0 is only possible if the status is free."""
    return _goes_with(told, condition)


phrase.words(
    "_gives_out",
    "have | has | report | reports | list | lists | show | shows | use | uses | carry | carries | contain | contains | send | "
    "sends | deliver | delivers | give | gives | hold | holds | sell | sells | offer | offers | serve | serves",
)
phrase.words(
    "_gives_out_only",
    "(may|can|must|should) only _gives_out | (may|can|must|should) _gives_out only | [only] _gives_out only | only _gives_out",
)


@phrase("stmt", "<feature> _gives_out_only <cell> [values|codes] _that <vp>", cost=0.05)
@phrase("stmt", "<feature> _gives_out_only <cell> [values|codes] <verb>", cost=0.1)
def gives_only_such(told: Predicate, of: Value, other: Predicate) -> Statement | None:
    """The source aa may only report flights that start with AA-."""
    is_one_value = isinstance(told, Compare) and told.sign == "=="
    return _goes_with(told, about(other, of)) if is_one_value and isinstance(of, Cell) else None


phrase.widen(
    "_with",
    "who report | that report | reporting | who declare | that declare | who claim | that claim",
)

# Both of them so ----------------------------------------------------------------------------------

phrase.words(
    "_in_one_row_only", "at the same time | at once | together | in the same row | simultaneously"
)


@phrase(
    "feature",
    r"[both] [a|an] <cell> and [a|an] <cell> [_in_one_row_only] \( both <adj> \)",
    r"[both] [a|an] <cell> and [a|an] <cell> [_in_one_row_only] , both <adj> [,]",
    cost=0.02,
)
def both_so(left: Value, right: Value, told: Predicate) -> Predicate | None:
    """Both a bonus and a fine (both above 0)."""
    are_cells = isinstance(left, Cell) and isinstance(right, Cell) and left != right
    return all_of(about(told, left), about(told, right)) if are_cells else None


# A value that stands for nothing, and is left out ---------------------------------------------------

phrase.words(
    "_is_left_aside",
    "_counts_not | (is|are) [to be] (ignored|skipped|exempt|excluded|left out|disregarded|not checked|not counted|passed over) | "
    "(is|are) _fine | should be (ignored|skipped|left out|disregarded)",
)


@phrase(
    "remark",
    "[the|a|an] <told_value> (is|are) [only|just|merely] [a|an|our] _placeholders [_for_nothing] [,|;] [and|so|it|which] [it|they] _is_left_aside",
    "[the|a|an] <told_value> _is_left_aside",
    cost=0.03,
)
def placeholder_aside(told: Predicate) -> Modifier:
    """Desk 0 is only a placeholder and does not count."""
    return remark("left-out", condition=told)


# At most up to there --------------------------------------------------------------------------------

phrase.words(
    "_stops_at",
    "stops at | ends at | stop at | end at | is capped at | are capped at | tops out at",
)
phrase.words("_starts_at", "starts at | start at | begins at | begin at")
phrase.words("_beyond_it_only", "larger | higher | greater | bigger | later | longer | more")
phrase.words("_short_of_it", "smaller | lower | less | earlier | shorter | fewer")
phrase.words(
    "_do_not_exist",
    "(is|are) (impossible|not possible|wrong|errors|an error|not allowed|invalid|a mistake|mistakes|implausible) | "
    "(do|does|can) not (exist|occur|be) | cannot (occur|be|exist)",
)

for _verb, _side, _sign in (
    ("_stops_at", "_beyond_it_only", "<="),
    ("_starts_at", "_short_of_it", ">="),
):

    @phrase(
        "stmt",
        f"<cell> {_verb} <number> _stop [anything] {_side} [values|ones|numbers] _do_not_exist",
        cost=0.05,
    )
    def stops_at(of: Value, bound: Value, sign: str = _sign) -> Statement | None:
        """The scale stops at 52; larger values are impossible."""
        return (
            rule(about(compare(IT, sign, bound), of), subject=of) if isinstance(of, Cell) else None
        )
