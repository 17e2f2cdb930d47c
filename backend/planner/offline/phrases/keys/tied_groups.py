"""Phrases for what a thing always goes with, told by what it does: a club plays on one ground a season.

A thing may also be told to have several, in rows that share it and differ in another column.
"""

from __future__ import annotations

from backend.planner.offline.phrases.keys.told_dependencies import (
    one_value_in_each,
    same_for_all,
)
from backend.planner.offline.phrases.keys.values_agree import one_of_several, settles_several
from backend.planner.offline.phrases.remarks.remarks import remark
from backend.planner.offline.phrases.remarks.told_offenders import of_several
from backend.rules.inconsistent_values import _rule
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement, Subjects

phrase = Phrases()

# What it does -------------------------------------------------------------------------------------

phrase.words(
    "_does_there",
    "plays (in|at|for|on|under) | lives (in|at) | works (in|for|at|under) | sits in | stands in | falls (in|into|under) | "
    "is (part|a part) of | is (run|managed|made|brewed|produced|written|published|owned|led|issued|operated|filed|known|kept|"
    "stored|sold|charged|listed|registered|given|found|placed|recorded|reported|entered|mentioned) (by|in|at|under|as|with|on) | "
    "comes from | comes out in | runs under | trades (as|under) | operates under | goes by | refers to | points to | identifies | "
    "denotes | describes | names | appears (in|under|on) | occurs (in|under|on) | shows up (in|with|under) | turns up (in|with|under) | "
    "can only (be in|lie in|have|belong to) | is only (in|given|used) | is (based|situated|located|held) (in|at) | resolves to | leads to | "
    "stands for | means | takes place (in|at|on) | happens (in|at|on) | has",
)
phrase.words(
    "_do_there",
    "play (in|at|for|on|under) | live (in|at) | work (in|for|at|under) | sit in | stand in | fall (in|into|under) | "
    "be (part|a part) of | be (run|managed|made|brewed|produced|written|published|owned|led|issued|operated|filed|known|kept|"
    "stored|sold|charged|listed|registered|given|found|placed|recorded|reported|entered|mentioned) (by|in|at|under|as|with|on) | "
    "come from | come out in | run under | trade (as|under) | operate under | go by | refer to | point to | identify | denote | describe | "
    "name | appear (in|under|on|with) | occur (in|under|on|with) | show up (in|with|under) | turn up (in|with|under) | "
    "be (based|situated|located|held) (in|at) | resolve to | lead to | stand (next to|beside|with) | stand for | mean | take place (in|at|on) | happen (in|at|on)",
)
phrase.words(
    "_just_a_single",
    "exactly one | only one | just one | one | a single | one single | one and only one | at most one | no more than one",
)
phrase.words(
    "_and_no_other", "only | alone | and no other | and only one | and one only | at a time"
)
phrase.words(
    "_in_each_one",
    "per | (in|within|for|during|on) (a|an|one|each|every|any|any one|any given|a given|the same|one and the same|a single)",
)


@phrase(
    "stmt", "[_each] <cell> [always] _does_there _just_a_single <cell> [_and_no_other]", cost=0.5
)
@phrase("stmt", "[_each] <cell> _must _do_there _just_a_single <cell> [_and_no_other]", cost=0.5)
@phrase("stmt", "[_each] <cell> always _does_there (the|one and the) same <cell>", cost=0.5)
@phrase("stmt", "[_each] <cell> _must always _do_there (the|one and the) same <cell>", cost=0.5)
@phrase("stmt", "[_each] <cell> _has _one <cell> _and_no_other", cost=0.4)
@phrase("stmt", "no <cell> _may _do_there _several <cell>", cost=0.5)
@phrase("stmt", "(a|an) <cell> _must_not _do_there _several <cell>", cost=0.5)
@phrase("stmt", "(which|do) <cell> _do_there _several <cell> [?]", cost=0.5)
def goes_with_one(key: Value, of: Value) -> Statement | None:
    """A club plays on one ground only."""
    return _rule(key, of) if isinstance(key, Cell) and isinstance(of, Cell) else None


@phrase(
    "stmt",
    "[_each] <cell> [always] _does_there _just_a_single <cell> _in_each_one <cell>",
    cost=0.5,
)
@phrase(
    "stmt", "[_each] <cell> _must _do_there _just_a_single <cell> _in_each_one <cell>", cost=0.5
)
@phrase("stmt", "[_each] <cell> (_has|_must have) _one <cell> _in_each_one <cell>", cost=0.5)
@phrase("stmt", "no <cell> _may (_do_there|have) _several <cell> _in_each_one <cell>", cost=0.5)
def goes_with_one_in_each(key: Value, of: Value, group: Value) -> Statement | None:
    """A club plays on one ground a season: the two of them tell the third."""
    return one_value_in_each(key, of, group)


@phrase(
    "stmt",
    "[_each] <cell> of (a|an|each|any|every|the same) <cell> _does_there _just_a_single <cell>",
    cost=0.5,
)
def each_of_one_goes_with(key: Value, group: Value, of: Value) -> Statement | None:
    """Each volume of a venue falls into a single year."""
    return one_value_in_each(key, of, group)


@phrase("stmt", "_in_each_one <cell> [,] [_each] <cell> (_has|_must have) _one <cell>", cost=0.5)
@phrase(
    "stmt", "_in_each_one <cell> [,] [_each] <cell> _does_there _just_a_single <cell>", cost=0.5
)
def in_each_goes_with_one(group: Value, key: Value, of: Value) -> Statement | None:
    """Within a season a club has exactly one coach."""
    return one_value_in_each(key, of, group)


@phrase("stmt", "[_each] <cell> (_has|_does_there) _just_a_single <and_cells>", cost=0.5)
def goes_with_pair(key: Value, values: Subjects) -> Statement | None:
    """Any zip maps to a single city and state."""
    return settles_several(key, values)


@phrase(
    "stmt", "[_each] <cell> _does_there _just_a_single <cell> and _just_a_single <cell>", cost=0.5
)
@phrase(
    "stmt",
    "[the same] <cell> always (has|comes with|goes with) the same <cell> and the same <cell>",
    cost=0.4,
)
def goes_with_two(key: Value, *values: Value) -> Statement | None:
    """A code always has the same name and the same unit."""
    return one_of_several(key, *values)


@phrase(
    "stmt",
    "_inside_one _of_key <cell> [,] there (can|may|should|must) only be (one|a single) <cell>",
    "_inside_one _of_key <cell> [,] there (can|may) be _at_most_a_single <cell>",
    "_inside_one _of_key <cell> [,] there _must_not be _several <cell>",
    cost=0.05,
)
def only_one_there(key: Value, of: Value) -> Statement | None:
    """For one flight there can only be one departure."""
    return goes_with_one(key, of)


@phrase(
    "stmt",
    "there (can|may|should|must) only be (one|a single) <cell> _inside_one _of_key <cell>",
    "there (can|may) be _at_most_a_single <cell> _inside_one _of_key <cell>",
    "there _must_not be _several <cell> _inside_one _of_key <cell>",
    cost=0.3,
)
def only_one_in_each(of: Value, key: Value) -> Statement | None:
    """There can only be one departure for one flight."""
    return goes_with_one(key, of)


phrase.words(
    "_at_most_a_single",
    "(only|just|at most|no more than|not more than) (one|a single) [and the same]",
)


# The arrow ----------------------------------------------------------------------------------------


@phrase("stmt", "<cell> (→|⇒) <cell>", "<cell> - > <cell>", "<cell> = > <cell>", cost=0.3)
def arrow(key: Value, of: Value) -> Statement | None:
    """Club → town."""
    return _rule(key, of) if isinstance(key, Cell) and isinstance(of, Cell) else None


# Whose value --------------------------------------------------------------------------------------

phrase.words(
    "_never_another",
    "always the same | the same everywhere | the same throughout | never different | constant | "
    "the same in all [its|their] _row | always one and the same | unchanged everywhere",
)


@phrase("stmt", "[_each] <cell> 's <cell> (is|_must be) _never_another", cost=0.1)
@phrase("stmt", "[_each] <cell> 's <cell> _must always be the same", cost=0.1)
def its_value_is_one(key: Value, of: Value) -> Statement | None:
    """A club's town is always the same."""
    return goes_with_one(key, of)


# Rows that share one and not the other ------------------------------------------------------------

phrase.words(
    "_shares_it",
    "(with|having|that have|which have|that share|which share|sharing|of|who share|who have) [the|a]",
)
phrase.words(
    "_but_unlike",
    "(but|and|yet) [with|have|having|in] (a different|another|different|differing|not the same|unlike|conflicting)",
)


@phrase(
    "stmt",
    "there _must_not be [any] two <noun> _shares_it same <cell> _but_unlike <cell>",
    cost=0.3,
)
@phrase(
    "stmt",
    "there (may|must|should|can) be no two <noun> _shares_it same <cell> _but_unlike <cell>",
    cost=0.3,
)
@phrase(
    "stmt",
    "(are|is) there [any] [two] <noun> _shares_it same <cell> _but_unlike <cell> [?]",
    cost=0.4,
)
@phrase(
    "stmt",
    "_flag [_each] <noun> _shares_it same <cell> [as (another|other) _row] _but_unlike <cell>",
    cost=0.4,
)
@phrase(
    "stmt",
    "<noun> sharing [a|the|the same] <cell> but not [a|the|the same] <cell> _be _wrong",
    cost=0.3,
)
@phrase(
    "stmt", "_flag <noun> sharing [a|the|the same] <cell> but not [a|the|the same] <cell>", cost=0.3
)
@phrase(
    "stmt",
    "(do|does) [any] <noun> _in_same <cell> [ever|sometimes] have _several <cell> [?]",
    cost=0.3,
)
@phrase(
    "stmt",
    "_flag <noun> where the same <cell> (is|was) (given|listed|entered|recorded|reported|found|used) with _several <cell>",
    cost=0.3,
)
def share_but_differ(rows: RowSet, key: Value, of: Value) -> Statement | None:
    """There must not be two rows with the same club and different towns."""
    return same_for_all(rows.model_copy(update={"each": False}), key, of)


# Which rows are shown -----------------------------------------------------------------------------

phrase.words(
    "_several_ones",
    "(several|different|differing|conflicting|various|two|more than one|multiple|unlike|diverging) (ones|values|times|dates|days|"
    "names|amounts|prices|codes|entries|numbers|spellings|texts|of them|of these)",
)
phrase.words(
    "_are_to_be_seen",
    "(is|are|was|were) (given|reported|listed|found|shown|there|recorded|stated|entered|known|named|noted) | exist | exists | "
    "occur | occurs | appear | appears | turn up | show up",
)


@phrase(
    "offenders",
    "[_all_the] _row _of_group [_one_such] <cell> (for which|where|with which|in which) _several_ones _are_to_be_seen",
    "[_all_the] _row _of_group [_one_such] <cell> (for which|where) there are _several_ones",
    "[_all_the] _row _of_group [_one_such] <cell> (found|listed|given|reported|named|seen) (in|with|under|at) (several|different|more than one|two)",
    "[_all_the] (<noun>|_row) (with|of|having) (an ambiguous|such an ambiguous|an inconsistent|a contradictory|an unclear) <cell>",
    "[_all_the] _row _of_group [_one_such] <cell> _says_many",
    "[_all_the] <cell> _says_many _ones_of_it",
    cost=0.05,
)
def of_such_several(*parts: object) -> Modifier | None:
    """All rows of a flight for which different times are given."""
    return of_several(*parts)


@phrase("offenders", "[_all_the] <cell> _says_many [different] <cell>", cost=0.05)
@phrase(
    "offenders",
    "[_all_the] _row _of_group [_one_such] <cell> (for which|where|with which|in which) _many_of [different] <cell> _are_to_be_seen",
    cost=0.05,
)
def of_mixed_keys(*parts: object) -> Modifier | None:
    """Clubs with different towns."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    is_plain = all(part.where is None for part in parts if isinstance(part, RowSet))
    return remark("flag-groups", values=cells) if is_plain and len(cells) == 2 else None


@phrase(
    "remark",
    "(if|where|when|whenever|in case|once) there (are|is) _many_of [_ones] [,] [then] _do_show <offenders>",
    "(if|where|when|whenever|in case|once) (it|one) _says_many _ones [,] [then] _do_show <offenders>",
    cost=0.02,
)
def shown_if_several(told: Modifier) -> Modifier | None:
    """If there are several, flag all rows of that club."""
    return told if told.kind == "flag-groups" else None
