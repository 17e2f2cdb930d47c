"""Phrases for events of one entity: which state may follow which, what comes before what."""

from __future__ import annotations

from typing import Any

from backend.planner.offline.ordering import WHEN
from backend.planner.offline.phrases.sentences.rules import rule
from backend.rules.language.terms import (
    Aggregate,
    Cell,
    Constant,
    Measure,
    Predicate,
    Previous,
    Value,
)
from backend.rules.metric_groups import per_group
from backend.rules.phrasing import (
    Phrases,
    Statement,
    all_of,
    any_of,
    compare,
    not_,
    number,
)

phrase = Phrases()
Keys = tuple[Value, ...]
State = tuple[str, Cell, Constant]
Step = tuple[str, tuple[tuple[Constant, Constant], ...]]


# Allowed changes ------------------------------------------------------------------------------

phrase.words("_arrow", "to | - > | → | = > | then | and then | into")
phrase.words(
    "_moves",
    "go | change | move | switch | pass | progress | advance | develop | transition | be changed "
    "| step | proceed",
)
phrase.words(
    "_changes", "changes | transitions | moves | steps | transition | change | state changes"
)


@phrase("chain", "[from] <option> _arrow <option>", "<option> _arrow <option>")
def chain(first: Constant, second: Constant) -> Step:
    """From open to paid."""
    return ("steps", ((first, second),))


@phrase("chain", "<chain> _arrow <option>", "<chain> , then <option>")
def longer_chain(before: Step, last: Constant) -> Step:
    """From open to paid to closed."""
    steps = before[1]
    return ("steps", (*steps, (steps[-1][1], last)))


@phrase("chain", "from <option> to <or_list>", cost=0.05)
def forked(first: Constant, ends: tuple[Constant, ...]) -> Step:
    """From open to paid or cancelled."""
    return ("steps", tuple((first, last) for last in ends))


@phrase(
    "state_steps",
    "<chain>",
    "<state_steps> (,|;) [and|or] <chain>",
    "<state_steps> (and|or) <chain>",
)
def steps(*parts: Step) -> Step:
    """From open to paid and from paid to closed."""
    return ("steps", tuple(dict.fromkeys(pair for part in parts for pair in part[1])))


@phrase(
    "order_told", "[,] <sorted>", "[,] \\( <sorted> \\)", "[,] by <cell>", "[,] \\( by <cell> \\)"
)
def order_told(found: Any) -> tuple[str, Value]:
    """Ordered by the time of the scan."""
    return ("order", found if isinstance(found, Cell) else dict(found)["order"][0])


@phrase(
    "stmt",
    "<cell> <end_owner> _may only _moves [:] <state_steps>",
    "<cell> <end_owner> _may only _moves [:] <state_steps> <order_told>",
    "<by_group> [,] <cell> _may only _moves [:] <state_steps>",
    "<by_group> <order_told> [,] <cell> _may only _moves [:] <state_steps>",
    "<by_group> [,] <cell> _may only _moves [:] <state_steps> <order_told>",
    "<cell> _may only _moves [:] <state_steps> <by_group>",
    "<cell> _may only _moves [:] <state_steps> <by_group> <order_told>",
    "(allowed|permitted|valid|legal) <cell> _changes <by_group> (:|are) <state_steps>",
    "(allowed|permitted|valid|legal) <cell> _changes <by_group> <order_told> (:|are) <state_steps>",
    "[only] (allowed|permitted|valid|legal) _changes of <cell> <by_group> (:|are) <state_steps>",
    "[only] (allowed|permitted|valid|legal) _changes of <cell> <by_group> <order_told> (:|are) <state_steps>",
    "<by_group> [,] [only] (allowed|permitted|valid|legal) <cell> _changes (:|are) <state_steps>",
    "<by_group> [,] [only] (allowed|permitted|valid|legal) _changes of <cell> (:|are) <state_steps>",
)
def allowed_changes(*parts: Any) -> Statement | None:
    """The status of a parcel may only go from sorted to sent; staying is no change."""
    cell = next(part for part in parts if isinstance(part, Cell))
    pairs = next(part for part in parts if isinstance(part, tuple) and part[0] == "steps")[1]
    before = _before(cell, parts)
    if before is None:
        return None
    stays = compare(before, "==", cell)
    moves = [all_of(compare(before, "==", one), compare(cell, "==", other)) for one, other in pairs]
    return rule(any_of(stays, *moves), cell.table, subject=cell)


def _before(cell: Cell, parts: tuple[Any, ...]) -> Previous | None:
    """The state in the row before, of the same entity."""
    found = [part for part in parts if isinstance(part, tuple)]
    order = next((part[1] for part in found if part[0] == "order"), Cell(table="", column=WHEN))
    by = next(part for part in found if isinstance(part[0], Cell))
    names = tuple(key.column for key in by if isinstance(key, Cell))
    if not isinstance(order, Cell) or len(names) < len(by) or {cell, order} & set(by):
        return None
    return None if cell == order else Previous(of=cell, by=names, order_by=order.column)


@phrase("followers", "<state>")
def follower(state: State) -> tuple[State, ...]:
    """Delivered."""
    return (state,)


@phrase("followers", "<followers> or <state>", "<followers> , <state>", "<followers> , or <state>")
def followers(before: tuple[State, ...], state: State) -> tuple[State, ...]:
    """Delivered or lost."""
    return (*before, state)


@phrase(
    "stmt",
    "after <state> [,] only <followers> (may|can|must|should) (follow|come) <by_group>",
    "after <state> [,] only <followers> (may|can|must|should) (follow|come) [,] <by_group> <order_told>",
    "<by_group> [,] after <state> [,] only <followers> (may|can|must|should) (follow|come)",
    "<by_group> [,] <state> _may only be followed by <followers>",
    "<state> _may only be followed by <followers> <by_group>",
    "<state> _may only be followed by <followers> <by_group> <order_told>",
)
def only_followers(*parts: Any) -> Statement | None:
    """After sorted only delivered may follow, per parcel."""
    state = next(part for part in parts if part[0] == "state")
    ends = next(part for part in parts if isinstance(part[0], tuple) and part[0][0] == "state")
    cell = state[1]
    if any(end[1] != cell for end in ends):
        return None
    before = _before(cell, tuple(part for part in parts if part not in (state, ends)))
    if before is None:
        return None
    follows = [compare(cell, "==", end[2]) for end in ends]
    return rule(any_of(not_(compare(before, "==", state[2])), *follows), cell.table, subject=cell)


# What comes before what -----------------------------------------------------------------------

phrase.words("_come", "come | be | happen | occur | take place | be recorded | lie")
phrase.words("_same_owner", "of | for | by | in | from | within | on")
_OWNER = "_same_owner (the same|each|every|a|any|one|that) <keys>"


def _first(state: State) -> Value:
    told = compare(state[1], "==", state[2])
    return Aggregate(measure=Measure.MINIMUM, table="", of=Cell(table="", column=WHEN), where=told)


def _order_of(by: Keys, left: State, right: State) -> Statement | None:
    if left[1] != right[1] or left[2] == right[2] or left[1] in by:
        return None
    return per_group(by, compare(_first(left), "<", _first(right)))


@phrase(
    "stmt",
    "<by_group> [,] <state> _must _come before <state>",
    f"<state> _must _come before <state> {_OWNER}",
    "<state> _must _come before <state> [,] <by_group>",
    "<by_group> [,] [the] first <state> _must _come before [the] first <state>",
    cost=0.05,
)
def comes_before(*parts: Any) -> Statement | None:
    """Within a parcel, sorted must come before delivered: where there are both, the firsts."""
    by = next(part for part in parts if part[0] != "state")
    left, right = (part for part in parts if part[0] == "state")
    return _order_of(by, left, right)


@phrase(
    "stmt",
    "<by_group> [,] <state> _must _come after <state>",
    f"<state> _must _come after <state> {_OWNER}",
    "<state> _must _come after <state> [,] <by_group>",
    f"<state> _must_not _come before <state> {_OWNER}",
    "<by_group> [,] <state> _must_not _come before <state>",
    cost=0.05,
)
def comes_after(*parts: Any) -> Statement | None:
    """Within a parcel, delivered must come after sorted."""
    by = next(part for part in parts if part[0] != "state")
    right, left = (part for part in parts if part[0] == "state")
    return _order_of(by, left, right)


@phrase(
    "stmt",
    f"[_each] <state> [_row] _must be preceded by <state> {_OWNER}",
    "<by_group> [,] [_each] <state> [_row] _must be preceded by <state>",
    f"no <state> [_row] without (earlier|previous|prior|preceding) <state> {_OWNER}",
    "no <state> [_row] without (earlier|previous|prior|preceding) <state> [,] <by_group>",
    f"no <state> [_row] _may (exist|occur|happen) without (earlier|previous|prior|preceding) <state> {_OWNER}",
    f"there (must|may|should) be no <state> [_row] without (earlier|previous|prior|preceding) <state> {_OWNER}",
    f"[_each] <state> [_row] (needs|need|requires|must have|should have) (earlier|previous|prior|preceding) <state> {_OWNER}",
    f"[_each] <state> [_row] _must have (earlier|previous|prior|preceding) <state> {_OWNER}",
    cost=0.05,
)
def preceded(*parts: Any) -> Statement | None:
    """Every login must be preceded by a signup of the same user: there is one, and earlier."""
    by = next(part for part in parts if part[0] != "state")
    later, sooner = (part for part in parts if part[0] == "state")
    cells = [cell for cell in by if isinstance(cell, Cell)]
    if later[1] != sooner[1] or later[2] == sooner[2] or len(cells) < len(by) or later[1] in by:
        return None
    names = tuple(cell.column for cell in cells)
    when = Cell(table="", column=WHEN)
    told = compare(sooner[1], "==", sooner[2])
    count = Aggregate(measure=Measure.COUNT, table="", where=told, by=names)
    first = Aggregate(measure=Measure.MINIMUM, table="", of=when, where=told, by=names)
    earlier = all_of(compare(count, ">=", number(1)), compare(first, "<", when))
    is_other: Predicate = not_(compare(later[1], "==", later[2]))
    return rule(any_of(is_other, earlier), later[1].table)
