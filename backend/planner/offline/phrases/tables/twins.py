"""Phrases for rows that have a twin: that share a plate with another, agree with it, repeat it.

What such rows do is a ``twin_vp``, and what marks them a ``twin_mark``; the frames deny them.
"""

from __future__ import annotations

from typing import NamedTuple

from backend.rules.duplicate_phrases import unique_among
from backend.rules.phrasing import (
    Phrases,
    RowSet,
    Statement,
    Subjects,
)

phrase = Phrases()


class Twins(NamedTuple):
    """What rows share, and the rows they share it with, as far as these are named."""

    key: object
    others: RowSet = RowSet()


# The other one --------------------------------------------------------------------------------


@phrase("_an_other", "another|any other|some other|a different|a second|others|other|one other")
def an_other() -> bool:
    """Another, whichever it is."""
    return True


phrase.words(
    "_other_one",
    "another | another one | another _row | any other | any other _row | some other _row | any other one | "
    "each other | one another | others | other _row | someone else | somebody else | anyone else | anybody "
    "else | a different one | a second one | a second _row | a colleague | one other _row | at least one other",
)
phrase.words(
    "_other_of", "another | any other | some other | a different | a second | one other | other"
)


@phrase("other_one", "_other_one", "another of [them|these|those]")
def other_one() -> RowSet:
    """Another one."""
    return RowSet()


@phrase("other_one", "_other_of <noun>", "another of the <noun>")
def other_row(rows: RowSet) -> RowSet | None:
    """Another car."""
    return rows if rows.where is None and not rows.each else None


@phrase("shared_key", "[the|both|all of|all] [combination of|pair of|combination] <key>")
@phrase("shared_key", "[both|all of|the values of] [combination of|pair of] <and_cells>")
@phrase("shared_key", "<cell> and <shared_more>", "<cell> , <cell> and <shared_more>", cost=0.02)
def shared_key(*found: object) -> object:
    """The plate; the car and the date."""
    if len(found) == 1:
        return found[0]
    return Subjects(items=found)  # type: ignore[arg-type]


@phrase("shared_more", "[the] same <cell>", "also [the] [same] <cell>")
def shared_more(cell: object) -> object:
    """… and the same date."""
    return cell


# What twins do --------------------------------------------------------------------------------

phrase.words(
    "_bear",
    "have | has | had | carry | carries | show | shows | use | uses | bear | bears | hold | holds | get | "
    "gets | give | gives | list | lists | list the | go by | goes by | come with | comes with | be given | "
    "be entered with | are entered with | is entered with | run under | runs under",
)
phrase.words(
    "_one_shared",
    "the same | the very same | an identical | identical | equal | matching | a common | one and the same",
)
phrase.words("_as_with", "as | with | like | to")


@phrase("twin_vp", "(share|shares|shared) [a|an|any|their|its|one|the same|the] <shared_key>")
@phrase(
    "twin_vp",
    "(share|shares|shared) [a|an|any|their|its|one|the same|the] <shared_key> (with|as) <other_one>",
)
@phrase("twin_vp", "_bear _one_shared <shared_key> [_as_with <other_one>]")
@phrase("twin_vp", "_bear [a|an|their|the] <shared_key> in common [with <other_one>]")
@phrase("twin_vp", "_agree_alone (in|on|by) [the] <shared_key> [with <other_one>]", cost=0.02)
@phrase(
    "twin_vp",
    "_bear [a|an] <shared_key> (that|which) <other_one> (has|have|uses|carries|bears|shows) [too|also|already|as well]",
)
@phrase(
    "twin_vp",
    "(repeat|repeats|duplicate|duplicates|copy|copies) [the] <shared_key> [(of|from) <other_one>]",
)
def twins(key: object, *others: RowSet) -> Twins:
    """Share a plate with another car."""
    return Twins(key, others[0] if others else RowSet())


phrase.words(
    "_agree_with",
    "agree with | agrees with | match | matches | match with | matches with | coincide with | coincides with | "
    "equal | equals | duplicate | duplicates | repeat | repeats | copy | copies | is equal to | are equal to | "
    "be equal to | is the same as | are the same as | "
    "is like | are like | collide with | collides with | clash with | clashes with | tie with | double",
)
phrase.words(
    "_agree_alone",
    "agree | agrees | match | coincide | be alike | are alike | be the same | are the same | be equal | are "
    "equal | be identical | are identical | overlap completely | do not differ",
)


@phrase("twin_vp", "_agree_with <other_one> (in|on|by|for) [the] <shared_key>")
def twins_turned(other: RowSet, key: object) -> Twins | None:
    """Agree with another mark on pupil and date."""
    return Twins(key, other) if isinstance(other, RowSet) else None


@phrase("twin_mark", "(sharing) [a|an|any|their|one|the same|the] <shared_key> [with <other_one>]")
@phrase(
    "twin_mark",
    "(with|having|carrying|showing|bearing|using|holding|under|on) _one_shared <shared_key> [_as_with <other_one>]",
)
@phrase("twin_mark", "(with|having) [a|an|the] <shared_key> in common [with <other_one>]")
@phrase(
    "twin_mark", "(alike|identical|equal|the same) in [the] <shared_key> [(to|with|as) <other_one>]"
)
def marked(key: object, *others: RowSet) -> Twins:
    """With the same plate as another car."""
    return Twins(key, others[0] if others else RowSet())


@phrase(
    "twin_mark",
    "(agreeing with|matching|coinciding with|duplicating|repeating) <other_one> (in|on|by) [the] <shared_key>",
)
def marked_turned(other: RowSet, key: object) -> Twins:
    """Matching another mark in pupil and date."""
    return Twins(key, other)


@phrase("twin_said", "(that|which|who) <twin_vp>", "<twin_mark>")
@phrase(
    "twin_said",
    "where [both|all of] [the] _one_shared <shared_key> _turns_up (on|in|for|under|with) <other_one>",
)
@phrase(
    "twin_said",
    "whose <shared_key> (is|are) (the same|equal|identical) (as|to) [that of|those of|the one of|in|on|for] <other_one>",
)
@phrase(
    "twin_said",
    "whose <shared_key> <other_one> (has|have|uses|carries|bears|shows|holds) [too|also|already|as well]",
)
@phrase(
    "twin_said",
    "whose <shared_key> (is|are) (also|already) _occurring (on|in|for|under|with|by) <other_one>",
    "whose <shared_key> (is|are) _occurring by <other_one> [too|as well|already|also]",
    "whose <shared_key> [also|already] (belongs|belong) to <other_one> [too|as well]",
)
@phrase(
    "twin_said",
    "whose <shared_key> _turns_up [also|already] (on|in|for|under|with) <other_one> [too|as well]",
)
@phrase("twin_said", "whose <shared_key> (is|are) [also|already] [that of] <other_one> ['s]")
@phrase(
    "twin_said",
    "(with|having|using|under) [a|an] <shared_key> [that is|which is] (also|already) _occurring (on|in|for|under|with|by) <other_one>",
)
def said(told: object, *others: RowSet) -> Twins:
    """That share a plate with another car."""
    if isinstance(told, Twins):
        return told
    return Twins(told, others[0] if others else RowSet())


phrase.words(
    "_turns_up",
    "occur | occurs | appear | appears | show up | shows up | turn up | turns up | come up | comes up | is "
    "found | are found | is used | are used | is entered | are entered | is listed | are listed | is on | "
    "are on | exist | exists | be found | be used | be listed | stand | stands | is down | are down",
)
phrase.words(
    "_occurring",
    "used | taken | in use | found | listed | entered | recorded | given | taken | assigned | held | shared | carried | borne | owned",
)


# Frames ---------------------------------------------------------------------------------------


@phrase("stmt", "_flag [all|any|every|both|those|the] <rows> <twin_said>", cost=0.05)
@phrase("stmt", "(_flag|_sounded) which <rows> <twin_vp>", cost=0.05)
@phrase("stmt", "which <rows> <twin_vp> [?] [none|(none|nothing) (should|must|may)]", cost=0.05)
@phrase("stmt", "no [_two] <rows> [_may|ever|can ever|may ever] <twin_vp>", cost=0.05)
@phrase("stmt", "no [_two] <rows> [_may be|is|are] <twin_mark>", cost=0.05)
@phrase(
    "stmt", "[_two] <rows> (_must_not|never|_do not|must not ever) [both|all] <twin_vp>", cost=0.05
)
@phrase("stmt", "[_two] <rows> (_must_not|never) be <twin_mark>", cost=0.05)
@phrase("stmt", "(is|are) there [any|some] [_two] <rows> <twin_said> [?]", cost=0.05)
@phrase(
    "stmt",
    "(do|does|did|can|could|have|has) [any|some] [_two] <rows> [ever] <twin_vp> [?]",
    cost=0.05,
)
@phrase(
    "stmt",
    "there (is|are|must be|should be|may be) (no|never) [_two] <rows> <twin_said>",
    cost=0.05,
)
@phrase("stmt", "_sounded _once [any|a|an|some|one|_two] <rows> [both] <twin_vp>", cost=0.05)
@phrase("stmt", "_two <rows> <twin_said> _are_bad", cost=0.05)
def no_twins(rows: RowSet, found: Twins) -> Statement | None:
    """No car may share its plate with another car."""
    if rows.each or found.others.table not in ("", rows.table):
        return None
    return unique_among(rows, found.key)


phrase.words(
    "_are_bad",
    "(is|are|would be|count as|counts as) (_wrong|duplicates|a duplicate|one too many|the same _row) | (must|should|may) "
    "(not exist|never exist|not be|not happen|never happen|not occur)",
)
