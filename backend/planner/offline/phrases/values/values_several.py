"""Phrases for how many of several columns are so: at least two of them, both or none, never the same.

Two of three are told by every two of them; what is so of none, of one or of all has phrases of its
own.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from backend.planner.offline.phrases.sentences.rules import rule
from backend.planner.offline.phrases.sentences.subjects import all_are, each_pair, none_is
from backend.rules.language.terms import Compare, Constant, Missing, Predicate, Value
from backend.rules.metric_bounds import allows
from backend.rules.phrasing import (
    IT,
    Phrases,
    RowSet,
    Statement,
    Subjects,
    about,
    all_of,
    any_of,
    compare,
    not_,
)

phrase = Phrases()

_MOST = 6


class SoMany(NamedTuple):
    """Columns, and how many of them."""

    of: Subjects
    bound: Predicate

    @property
    def limits(self) -> tuple[str, int] | None:
        """The sign and the number; none where one or all have phrases of their own."""
        bound = self.bound
        if not isinstance(bound, Compare) or not isinstance(bound.right, Constant):
            return None
        count, total = bound.right.value, len(self.of.items)
        if not isinstance(count, int) or not 1 <= count <= total or not 2 < total <= _MOST:
            return None
        return bound.sign, count


def _at_least(parts: list[Predicate], count: int) -> Predicate:
    return any_of(*(all_of(*some) for some in combinations(parts, count)))


def _at_most(parts: list[Predicate], count: int) -> Predicate:
    return all_of(*(not_(all_of(*some)) for some in combinations(parts, count + 1)))


def so_many_are(many: SoMany, told: Predicate) -> Predicate | None:
    """Something said of so many of the columns."""
    if many.limits is None:
        return None
    sign, count = many.limits
    parts = [about(told, item) for item in many.of.items]
    least = {">=": count, ">": count + 1, "==": count}.get(sign)
    most = {"<=": count, "<": count - 1, "==": count}.get(sign)
    found = []
    if least is not None and 1 < least <= len(parts):
        found.append(_at_least(parts, least))
    if most is not None and 1 <= most < len(parts):
        found.append(_at_most(parts, most))
    is_whole = len(found) == (least is not None) + (most is not None)
    return all_of(*found) if is_whole else None


# So many of them --------------------------------------------------------------------------------


@phrase("so_many_cells", "<count_bound> of [the|its|their] [columns] <cells>", cost=0.05)
@phrase("so_many_cells", "<count_bound> of [the|its|their] <family>", cost=0.05)
@phrase("so_many_cells", "<count_bound> <family>", cost=0.1)
def so_many_cells(bound: Predicate, of: Subjects) -> SoMany | None:
    """At least two of A, B and C."""
    return SoMany(of, bound) if of.mode in ("all", "any") else None


@phrase("so_many_cells", "<count_bound> of [the|its|their] <number> <family>", cost=0.05)
@phrase("so_many_cells", "<count_bound> of [the|its|their] <number> <like_columns>", cost=0.05)
def of_total(bound: Predicate, total: Constant, of: Subjects) -> SoMany | None:
    """At least two of the three judges."""
    return SoMany(of, bound) if total.value == len(of.items) else None


@phrase("so_many_cells", "(of|from|out of) <cells> [,] <count_bound>", cost=0.05)
@phrase("so_many_cells", "<all_subjects> (:|,|–|-) <count_bound> [of them|of these]", cost=0.1)
def cells_first(of: Subjects, bound: Predicate) -> SoMany:
    """A, B and C: at least two."""
    return SoMany(of, bound)


@phrase("stmt", "<so_many_cells> _must be <adj>", "<so_many_cells> _must <verb>", cost=0.05)
def so_many_must(many: SoMany, told: Predicate) -> Statement | None:
    """At least two of A, B and C must be filled."""
    found = so_many_are(many, told)
    return None if found is None else rule(found)


@phrase("stmt", "<so_many_cells> (may|can) [only] be <adj>", cost=0.05)
@phrase("stmt", "<so_many_cells> (may|can) [only] <verb>", cost=0.05)
def so_many_may(many: SoMany, told: Predicate) -> Statement | None:
    """At most two of A, B and C may be empty."""
    return so_many_must(many, told) if allows(many.bound) else None


@phrase("clause", "<so_many_cells> _be <adj>", "<so_many_cells> <verb>", cost=0.05)
@phrase("feature", "<so_many_cells> <adj>", cost=0.1)
def so_many_so(many: SoMany, told: Predicate) -> Predicate | None:
    """At least two of A, B and C are empty."""
    return so_many_are(many, told)


# One at least, none, or all ---------------------------------------------------------------------

phrase.words("_of_these_ones", "of them | of these | of the two | of the three | of the columns")
phrase.words(
    "_one_at_least", "at least one | one at least | one or more | at least one or the other"
)
phrase.words(
    "_all_or_nothing",
    "both or none | both or neither | all or none | all or nothing | either both or none | either both or neither | "
    "either all or none | both or not at all | neither or both | none or both | none or all | never one without the other",
)


@phrase("stmt", "<all_subjects> (:|–|-|,) _one_at_least [_of_these_ones] _must be <adj>", cost=0.05)
@phrase("stmt", "<all_subjects> (:|–|-|,) _one_at_least [_of_these_ones] <adj>", cost=0.1)
def one_at_least(found: Subjects, told: Predicate) -> Statement:
    """A, B and C: at least one must be filled."""
    return rule(any_of(*(about(told, item) for item in found.items)))


@phrase("stmt", "<all_subjects> (:|–|-) (neither|none) [_of_these_ones] _may be <adj>", cost=0.05)
@phrase("stmt", "<all_subjects> (:|–|-) (neither|none) [_of_these_ones] <adj>", cost=0.1)
@phrase("stmt", "<all_subjects> (:|–|-) (neither|none) [_of_these_ones] _may <verb>", cost=0.05)
def neither_may(found: Subjects, told: Predicate) -> Statement:
    """A and B: neither may be 0."""
    return rule(none_is(found, told))


@phrase("stmt", "neither <kin_column> _may be <adj>", "neither <kin_column> _be <adj>", cost=0.1)
def neither_of_two(found: Subjects, told: Predicate) -> Statement | None:
    """Neither price may be negative; of three it is not clear which two."""
    return rule(none_is(found, told)) if len(found.items) == 2 else None


@phrase("stmt", "no <kin_column> _may be <adj>", "no <kin_column> _may <verb>", cost=0.3)
def no_one_of_kin(found: Subjects, told: Predicate) -> Statement:
    """No judge may be above 9: none of judge_1 to judge_3."""
    return rule(none_is(found, told))


@phrase("stmt", "<all_subjects> (:|–|-|,) _all_or_nothing [filled|given]", cost=0.05)
@phrase("stmt", "<all_subjects> _must be (given|filled|there|set) _all_or_nothing", cost=0.05)
def all_or_nothing(found: Subjects, *_: object) -> Statement:
    """Phone and fax: both or none."""
    filled = not_(Missing(of=IT))
    return rule(any_of(all_are(found, filled), none_is(found, filled)))


@phrase("stmt", "<all_subjects> _must be <adj> or (both|all) <adj>", cost=0.05)
def so_or_so(found: Subjects, one: Predicate, other: Predicate) -> Statement:
    """Both prices must be filled or both empty."""
    return rule(any_of(all_are(found, one), all_are(found, other)))


@phrase(
    "stmt", "<noun> (may|can) have [a|an|either] <or_cells> [,] but (not|never) both", cost=0.02
)
@phrase(
    "stmt",
    "[either] <or_cells> (may|can) be (given|filled|set) [,] but (not|never) both",
    cost=0.02,
)
def may_have_one(*parts: object) -> Statement | None:
    """Members may have a phone or a fax, but not both."""
    found = parts[-1]
    rows = parts[0] if isinstance(parts[0], RowSet) else RowSet()
    if not isinstance(found, Subjects) or len(found.items) != 2 or rows.where is not None:
        return None
    return rule(not_(all_are(found, not_(Missing(of=IT)))), rows.table)


# Never without, never the same ------------------------------------------------------------------

phrase.words(
    "_lacking_any",
    "without (a|an|any|its) | with no | (that|which) (has|have|had) no | (that|which) (lacks|lack) (a|an|any|its) | lacking (a|an|any|its)",
)


@phrase("stmt", "<cell> only [together] (with|alongside|beside) <cell>", cost=0.2)
@phrase("stmt", "no <cell> without <cell>", "never <cell> without <cell>", cost=0.1)
@phrase(
    "stmt",
    "_flag [a|an|any|each|every|all] <cell> [values] _lacking_any <cell>",
    "[a|an|any|each|every] <cell> _lacking_any <cell> _must be _looked_at",
    "there _must be no <cell> _lacking_any <cell>",
    cost=0.6,
)
def only_with(left: Value, right: Value) -> Statement | None:
    """No fax without a phone."""
    if left == right:
        return None
    return rule(not_(Missing.model_validate({"of": right})), where=not_(Missing(of=left)))


phrase.words(
    "_same_thing_twice",
    "the same [number|value|name|text|entry|code|person|date|answer|place|one|thing|amount|time|price|score]",
)
phrase.words("_uses", "use | uses | have | has | give | gives | enter | show | hold | appear with")


@phrase("stmt", "no <noun> [_may] _uses _same_thing_twice (for|in|as|under) <and_cells>", cost=0.05)
def not_the_same_in(rows: RowSet, found: Subjects) -> Statement | None:
    """No member uses the same number for phone and fax."""
    if rows.where is not None or len(found.items) != 2:
        return None
    return rule(each_pair(found, "!="), rows.table)


@phrase(
    "stmt",
    "<cell> (,|and) <cell> (:|–|-) (never|not) [ever] _same_thing_twice [in both|twice]",
    cost=0.05,
)
def never_same(left: Value, right: Value) -> Statement | None:
    """Phone, fax: never the same number in both."""
    return None if left == right else rule(compare(left, "!=", right))
