"""Phrases for intervals that overlap: the rows, their two ends and their key in any order."""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.overlapping_intervals import no_overlap
from backend.rules.phrasing import Modifier, Phrases, RowSet, Statement

phrase = Phrases()

Parts = tuple[object, ...]
OTHER_ROW = ("other",)
"""What "another booking" says beside other parts: it may be any, also where few are told of."""

phrase.widen(
    "_overlap",
    "overlap in time | overlap with each other | overlap with one another | cross | clash | collide | run into "
    "each other | cover the same (day|days|time)",
)
phrase.words("_laps", "overlaps | overlapped | clashes with | collides with | intersects")
phrase.words("_overlapping", "overlapping | clashing | colliding | intersecting")


@phrase("spanned", "[the] _periods", "[the] <noun>")
def spanned(*rows: RowSet) -> Parts:
    """Stays."""
    return rows


@phrase("spanned", "<spanned> <interval>", r"<spanned> \( <interval> \)", "<spanned> <same_key>")
@phrase("spanned", "<spanned> , <interval> ,", cost=0.02)
def spanned_so(before: Parts, part: object) -> Parts | None:
    """Stays (from_date to to_date) of one patient."""
    return None if kind_of(part) in map(kind_of, before) else (*before, part)


def kind_of(part: object) -> object:
    """Whether a part tells the rows, the interval, the key or that any other row is meant."""
    return part[0] if isinstance(part, tuple) else "rows"


@phrase("overlap_told", "_overlap", r"_overlap \( <interval> \)", "_overlap <interval>")
@phrase("overlap_told", "_overlap <same_key>", "_overlap <interval> <same_key>")
@phrase("overlap_told", r"_overlap <same_key> \( <interval> \)", "_overlap <same_key> <interval>")
def overlap_told(*parts: object) -> Parts:
    """Overlap (from_date to to_date)."""
    return parts


@phrase(
    "no_overlap",
    "<spanned> _must_not <overlap_told>",
    "<spanned> (never|do not|may never|can never) <overlap_told>",
    "no two <spanned> (may|must|should|can|do|ever) <overlap_told>",
    "two <spanned> (may|must|should|can) (not|never) <overlap_told>",
    "no two <spanned> <overlap_told>",
    "_flag [any|all|every|two] <spanned> (that|which) <overlap_told>",
    "(do|does|can) [any] [two] <spanned> [ever] <overlap_told> [?]",
)
def overlaps(first: Parts, more: Parts) -> Parts:
    """Stays of one patient must not overlap."""
    return (*first, *more)


@phrase(
    "no_overlap",
    "_flag [any|all|every] _overlapping <spanned>",
    "no _overlapping <spanned>",
    "(is|are) there [any] _overlapping <spanned> [?]",
    "there (must|may|should|can) (be no|not be any|never be any) _overlapping <spanned>",
    "<spanned> _must be free of overlaps",
    "<spanned> _must not be _overlapping",
)
def overlapping(found: Parts) -> Parts:
    """No overlapping stays."""
    return found


@phrase("stmt", "<no_overlap>", "_flag <no_overlap>", cost=0.05)
def must_not_overlap(parts: Parts) -> Statement | None:
    """Within one patient stays must not overlap."""
    return _told(parts)


@phrase("stmt", "<same_key> [,] <no_overlap>", cost=0.05)
def key_first(key: object, parts: Parts) -> Statement | None:
    """Within one patient_id, stays must not overlap."""
    return _told((key, *parts))


def _told(parts: Parts) -> Statement | None:
    kinds = [kind_of(part) for part in parts]
    rows = [part for part in parts if isinstance(part, RowSet)]
    is_whole = kinds.count("interval") == 1 and kinds.count("key") < 2 and len(rows) < 2
    is_of_any = OTHER_ROW in parts and any(part.where is not None for part in rows)
    return no_overlap(*parts) if is_whole and not is_of_any else None


# What is said of it -------------------------------------------------------------------------------

phrase.words(
    "_one_before",
    "(previous|preceding|earlier|prior|other|last) (one|<noun>|_period) | one before | one before it | previous | preceding | other",
)
phrase.words(
    "_has_ended", "ends | ended | has ended | is over | has finished | is finished | finishes"
)


@phrase(
    "offenders",
    "[_all_the] (<noun>|_period|one) _that (starts|begins|started) before _one_before _has_ended",
    "[_all_the] (<noun>|_period|one) (starting|beginning) before _one_before _has_ended",
)
def starts_too_soon(*rows: RowSet) -> Modifier | None:
    """A stay that starts before the previous one has ended."""
    return remark("flag-later") if all(row.where is None for row in rows) else None


phrase.words("_same_very", "same | very | very same")
phrase.words(
    "_that_day",
    "day | moment | time | date | _same_very day | _same_very moment | _same_very time | _same_very date",
)
phrase.words("_at_which", "that | when | as | at which | on which")
phrase.words(
    "_beginning", "starting | beginning | starting on | beginning on | starting at | beginning at"
)
phrase.words(
    "_may_begin",
    "may start | may begin | can start | can begin | may start on | may begin on | can start on | can begin on",
)


@phrase(
    "remark",
    "_beginning _that_day [_at_which] _one_before _has_ended _be _fine",
    "_beginning when _one_before _has_ended _be _fine",
    "same (day|date|moment) _be _fine",
    "(one|it|<noun>|_period) _may_begin _that_day [_at_which] _one_before _has_ended",
    "sharing a (day|date) [at the changeover] _be _fine",
)
def may_touch(*_: object) -> Modifier:
    """Starting on the day the previous ends is fine."""
    return Modifier(kind="open-ended")
