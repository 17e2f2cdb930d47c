"""Phrases for what a second sentence tells of rows: how they stand, and which of a group are seen."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Missing, Predicate, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet, Subjects, all_of

phrase = Phrases()

# Rows in order ----------------------------------------------------------------------------------

phrase.words(
    "_in_time",
    "in (time|date|file|chronological|temporal|the right|the correct|the proper|reading) order | in order [of (time|date)] | in the order of time | "
    "(sorted|ordered) [by (time|date)|chronologically] [already] | in (sequence|chronological sequence) | (sorted|ordered) from old to new",
)


@phrase(
    "remark",
    "[the|all] <noun> (are|come|stand|follow|are listed|are given|appear) [already|always] _in_time [already]",
    "[the] (file|table|list|sheet|data) (is|are) [already|always] _in_time [already]",
    cost=0.02,
)
def rows_in_order(*rows: RowSet) -> Modifier | None:
    """Rows are in time order."""
    is_plain = all(each.where is None for each in rows)
    return remark("rows-in-order") if is_plain else None


# Two remarks in one pair of brackets --------------------------------------------------------------


# Rows of a group that do not agree ----------------------------------------------------------------

phrase.words(
    "_they_differ",
    "[the|its|their|these|those] (they|values|times|dates|amounts|texts|entries|figures|numbers|names|prices) _at_variance",
)
phrase.words(
    "_at_variance",
    "differ | differs | vary | varies | disagree | diverge | contradict (each other|one another) | (do|does) not (agree|match|coincide|fit together) | "
    "(are|is) (different|not the same|not equal|not identical|not all the same|at odds|inconsistent|contradictory)",
)
phrase.words("_having_one", "[that|which|who] (have|has|with|give|gives|carry|show)")


@phrase(
    "offenders",
    "[_all_the] <noun> (of|for|with|in) [a|an|any|each|every|such a] <cell> (where|if|when|for which|in which) "
    "(_they_differ|(it|this|that) _at_variance)",
    cost=0.02,
)
@phrase(
    "offenders",
    "[_all_the] <noun> (of|for|with|in) [a|an|any|each|every|such a] <cell> (where|if|when|for which|in which) [the|its|their] <cell> [values] _at_variance",
    cost=0.03,
)
def all_of_differing(rows: RowSet, *cells: Value) -> Modifier | None:
    """All rows of a flight where the times differ."""
    if rows.where is not None:
        return None
    return remark("filled-of-groups", values=cells, texts=("all",))


@phrase(
    "offenders",
    "[_all_the] <noun> (of|for|with|in) [a|an|any|each|every|such a] <cell> _having_one [a|an|any] (value|time|date|one|entry|<cell>) "
    "(where|if|when) (_they_differ|[the|its|their] <cell> [values] _at_variance)",
    cost=0.02,
)
def filled_of_differing(rows: RowSet, *cells: Value) -> Modifier | None:
    """All rows of a flight that have a time where the times differ."""
    if rows.where is not None:
        return None
    return remark("filled-of-groups", values=cells)


@phrase(
    "remark",
    "(if|where|when|whenever|wherever|in case) (_they_differ|(it|this|that|one) _at_variance) [,] [then] [please] _do_show "
    "<offenders>",
    "_do_show <offenders> (if|where|when|whenever|wherever|in case) (_they_differ|(it|this|that|one) _at_variance)",
    cost=0.02,
)
def shown_where_differing(told: Modifier) -> Modifier | None:
    """If they differ, flag all rows of the flight."""
    is_whole = told.kind in ("flag-groups", "keep-all", "filled-of-groups")
    texts = ("all",) if is_whole else ()
    return remark("filled-of-groups", values=told.values, texts=texts)


phrase.words("_the_whole", "the whole | the entire | the complete | whole | entire | all of the")


@phrase("offenders", "_the_whole <cell>", "_the_whole (group|lot|set)", cost=0.05)
def whole_group(*of: Value) -> Modifier:
    """The whole flight."""
    return remark("flag-groups", values=of)


# A key that may come again ------------------------------------------------------------------------

phrase.words(
    "_time_and_again",
    "again | twice | more than once | several times | once more | repeatedly | as well | too",
)
phrase.words(
    "_in_another",
    "(in|within|for|at|on|with|of) (another|other|different|a different|any other|the other|the next)",
)


@phrase(
    "remark",
    "[but|and] (it|they|the same value|the same one|the same ones|a value|one) (may|can) [well|also] (occur|appear|come up|be used|exist|be there|"
    "turn up|be repeated|repeat|come back|return) [_time_and_again] _in_another <cell> [_time_and_again]",
    "[but|and] [the same] <cell> (may|can) [well|also] (occur|appear|come up|be used|exist|be there|turn up|be repeated|repeat) "
    "[_time_and_again] _in_another <cell> [_time_and_again]",
    cost=0.02,
)
def again_elsewhere(*cells: Value) -> Modifier:
    """The same plate may occur again in another region."""
    return remark("again-elsewhere", values=cells)


@phrase(
    "remark",
    "[but|and] (different|other|two|several|two different) <cell> (may|can) [well|also] (have|share|use) (the same|one) <cell>",
    cost=0.02,
)
def shared_by_groups(of: Value, told: Value) -> Modifier:
    """Different vans may have the same plate."""
    return remark("again-elsewhere", values=(of, told), texts=("of-groups",))


@phrase(
    "remark",
    "[but|and] (it|they|<cell>|a <cell>|the same <cell>|a value|values|the same value) (may|can) [well|also] (occur|appear|come up|be used|be there|turn up|come) "
    "(more than once|several times|twice|repeatedly|any number of times|as often as you like|many times|again)",
    "[but|and] (repeats|repetitions|repeated values|duplicates) (are|may be) [also] (fine|ok|okay|allowed|permitted|acceptable|no problem|all right)",
    cost=0.02,
)
def may_repeat(*cells: Value) -> Modifier:
    """It may occur more than once."""
    return remark("may-repeat", values=cells)


# Rows that have none ------------------------------------------------------------------------------


@phrase(
    "remark",
    "[but|and] not (every|each|all) <noun> (has|have|needs|need) (one|it|any)",
    "[but|and] some <noun> (have|has) none",
    "[but|and] some <noun> (have|has) none (, which|, and that|; that|and that) _so_granted",
    cost=0.03,
)
def some_have_none(rows: RowSet) -> Modifier | None:
    """Some trips have none, which is fine."""
    return remark("need-not-have") if rows.where is None else None


@phrase("remark", "[but|and] (several|many|two|different) <noun> may share (one|it)", cost=0.03)
def several_share(rows: RowSet) -> Modifier | None:
    """Several trips may share one."""
    return remark("may-repeat") if rows.where is None else None


# Without any of several ---------------------------------------------------------------------------


@phrase(
    "rel",
    "(without|lacking) any <or_cells>",
    "(with|having) (no|not any) <or_cells>",
    "(with|having) none of [the|these] <cells>",
    "without any of [the|these] <cells>",
    cost=0.03,
)
def without_any_of(found: Subjects) -> Predicate:
    """Without any phone, mail or fax."""
    return all_of(*(Missing.model_validate({"of": item}) for item in found.items))
