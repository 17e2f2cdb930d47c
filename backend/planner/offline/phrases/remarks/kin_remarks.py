"""Phrases for what is said besides of rows that lead nowhere: no mentor is fine, unknown trucks pass.

Each such remark says what the convention is: a row that leads to none has nothing to be held
against. Where the rule itself asks that there be one, the remark is at odds with it.
"""

from __future__ import annotations

from backend.planner.offline.phrases.remarks.remarks import remark
from backend.rules.language.terms import Cell, Value
from backend.rules.phrasing import Modifier, Phrases, RowSet

phrase = Phrases()

# No row is named --------------------------------------------------------------------------------

phrase.words(
    "_lacks_one",
    "having no | not having (a|an|any) | to have no | with no | without a | without an | without any | leaving "
    "out the | no",
)
phrase.words(
    "_is_alright",
    "_fine | all right | alright | just fine | perfectly fine | perfectly all right | no error | no mistake | normal "
    "| quite normal | good | welcome | in order | legal | legitimate",
)


@phrase(
    "remark",
    "_lacks_one <cell> _be _is_alright",
    "_lacks_one <cell> at all _be _is_alright",
    "(one|they|rows|a row|people|some) (may|can|need) (have no|not have a|lack a) <cell>",
    "(not every|not all) <noun> (has|have|needs|need) (a|an|one|any) <cell>",
    "[a|an|the] <cell> (need|needs) not be (given|filled|there|named|set|entered)",
    cost=0.05,
)
def none_is_fine(*parts: object) -> Modifier | None:
    """Having no mentor is fine."""
    if any(isinstance(part, RowSet) and part.where is not None for part in parts):
        return None
    cell = next(part for part in parts if isinstance(part, Cell))
    return remark("empty-column-fine", values=(cell,))


phrase.widen(
    "_fine",
    "not the point | not the point here | of no concern | of no concern here | no concern of ours | not our concern "
    "| of no interest | of no interest here | not at issue | not at issue here",
)

# The row that is named is not there -------------------------------------------------------------

phrase.words(
    "_not_there",
    "not (in|on) [the|our|this|that] (list|table|file|data|sheet|system|books) [at all] | not (on file|on "
    "record|there|known|listed|registered|found|present|recorded) [at all] | missing [from the "
    "(list|table|file|data)] | unknown [to us] | not known to us | not listed there | not known there | not there",
)
phrase.words(
    "_we_lack_it",
    "[that|which|who|whom] we do not (have|know|hold|list|keep) [on file|on record|in our list|in the list|here] | "
    "[that|which|who] (is|are) _not_there | [that|which|who] (do|does) not (exist|occur|appear) [in the list|in the "
    "table|here]",
)
phrase.words(
    "_passes",
    "_be _fine | _be not (judged|checked|tested|considered|looked at|flagged|our concern|the point here|of "
    "interest|an issue here|meant here|at issue) [here|in this check] | (do|does) not (concern|bother|interest) "
    "(us|me) [here] | (do|does) not (matter|count) [here] | (can|may|should|must) be (ignored|skipped|left "
    "out|disregarded|passed over|left aside|left alone) | _be (ignored|skipped|left out|disregarded|passed over|left "
    "aside|left alone|not our business|no concern of ours|another matter) [here]",
)


@phrase("lost_row", "[a|an|any|all] <noun> _we_lack_it", cost=0.02)
@phrase("lost_row", "[an|any|all] unknown <noun>", cost=0.05)
@phrase("lost_row", "<rows_of_lost>", cost=0.05)
def lost_row(rows: RowSet) -> str | None:
    """Trucks that we do not have on file."""
    return rows.table if rows.table and rows.where is None and not rows.each else None


@phrase("rows_of_lost", "<noun> (of|for|to|with|in|on|from|by|at) [a|an|any] <noun> _we_lack_it")
@phrase(
    "rows_of_lost", "<noun> (of|for|to|with|in|on|from|by|at) [an|any] unknown <noun>", cost=-0.5
)
@phrase("rows_of_lost", "<noun> whose <noun> (we do not (know|have)|is unknown|is not known)")
def rows_of_lost(found: RowSet, rows: RowSet) -> RowSet | None:
    """Rides of a truck that we do not have on file."""
    return None if found.where is not None or found.table == rows.table else rows


@phrase(
    "lost_row",
    "[a|an|any|all] (number|code|id|key|one|name|numbers|codes|ids|keys|names) _we_lack_it",
    cost=0.05,
)
@phrase(
    "lost_row",
    "[a|an|any|all] (number|code|id|key|one|name|numbers|codes|ids|keys|names) (that|which) _be not in <table> [at all]",
    "[a|an|any|all] (number|code|id|key|one|name|numbers|codes|ids|keys|names) _missing_from <table> [at all]",
    cost=0.02,
)
def lost_key(*table: str) -> str:
    """A number which is not in patients at all."""
    return table[0] if table else ""


@phrase("lost_row", "[a|an|any|all] (<cell>|<superior>) _we_lack_it", cost=0.05)
def lost_kin(_: Value) -> str:
    """Bosses who are not in the list."""
    return ""


phrase.words(
    "_leads_nowhere",
    "(is|are) (not|not itself|nowhere) (in|on) [the|our|this|that] (list|table|file|data|sheet) | (is|are) not "
    "(listed|there|found|on file|present|recorded) [at all] | (do|does) not (exist|appear) [in the list|in the table] | "
    "we do not (have|hold|list) | (is|are) missing (from|in) the (list|table|file|data)",
)


@phrase("lost_kin_of", "<noun> whose (<cell>|<superior>) _leads_nowhere", cost=-0.05)
def lost_kin_of(rows: RowSet, of: Value) -> Value | None:
    """People whose boss is not in the list."""
    return None if rows.where is not None or rows.each else of


@phrase("remark", "<lost_kin_of> _passes", cost=0.02)
@phrase("remark", "(ignore|ignoring|skip|skipping|disregard|leave out|leaving out) <lost_kin_of>")
def lost_kin_is_passed(of: Value) -> Modifier:
    """People whose boss is not in the list are not judged."""
    return remark("lost-passed", texts=("",), values=(of,))


@phrase("remark", "<lost_kin_of> _fails_too", cost=0.02)
def lost_kin_is_wrong(of: Value) -> Modifier:
    """People whose boss is not in the list count as errors."""
    return remark("lost-wrong", texts=("",), values=(of,))


@phrase("remark", "<lost_row> _passes", cost=0.02)
@phrase("remark", "(ignore|ignoring|skip|skipping|disregard|leave out|leaving out) <lost_row>")
@phrase(
    "remark",
    "(where|if|when) <lost_kin_row> [,] there is nothing to (check|compare|judge|do|say)",
    cost=0.02,
)
@phrase("remark", "(where|if|when) <lost_kin_row> [,] the row _passes", cost=0.02)
def lost_is_passed(table: str) -> Modifier:
    """Trucks that we do not have on file are not judged."""
    return remark("lost-passed", texts=(table,))


phrase.words(
    "_fails_too",
    "_be _bad | (count|counts) as (wrong|errors|an error|mistakes|a mistake|faults|violations) | (must|should|shall) be "
    "(flagged|reported|listed) [too|as well] | (is|are) (to be flagged|flagged|reported) [too|as well] | (break|"
    "breaks) the rule [too|as well]",
)


@phrase("remark", "<lost_row> _fails_too", cost=0.02)
def lost_is_wrong(table: str) -> Modifier:
    """IDs that do not exist count as errors."""
    return remark("lost-wrong", texts=(table,))


@phrase(
    "lost_kin_row",
    "[that|the|its|their|this] <noun> _be (unknown|missing|not there|not on file|not known|not in the list)",
    "[that|the|its|their|this] <noun> do not exist",
    "[that|the|its|their|this] <noun> does not exist",
)
def lost_kin_row(rows: RowSet) -> str | None:
    """Where that visit is unknown."""
    return lost_row(rows)


# As much is no error ----------------------------------------------------------------------------

phrase.words(
    "_same_amount",
    "equal | the same | an equal | equality | as much | exactly as much | just as much | a tie | ties | the very "
    "same | identical",
)


@phrase(
    "remark",
    "_same_amount [<cell>|<acting>|pay|value|values|amount|amounts|day|date|dates|number|numbers] _be _is_alright",
    "_same_amount is (no|not a) (problem|error|mistake)",
    "[though|although|but|and] (two|both|both of them|they) (may|can) [well] be (equal|identical|the same)",
    cost=0.05,
)
def equal_is_fine(*_: object) -> Modifier:
    """Equal pay is all right."""
    return remark("equal-fine")


@phrase(
    "remark",
    "<cell> on the (day|date) of <cell> _be (possible|_is_alright)",
    "on the (same day|day itself|very day) [it] _be (possible|_is_alright)",
    "the (same day|day itself|very day) _be (possible|_is_alright)",
    cost=0.05,
)
def same_day_is_fine(*_: object) -> Modifier:
    """Admission on the day of death is possible."""
    return remark("equal-fine")


phrase.words(
    "_ends_count_in",
    "both (days|dates|ends|moments|times|months|years) (included|inclusive|count|counted|allowed|belong to it) | "
    "both days are fine | (the|both) (first|start) and [the] (last|end) day included | including both (days|dates|ends) "
    "| counting both days | inclusive",
)


@phrase("remark", "[with] _ends_count_in", cost=0.05)
def ends_in() -> Modifier:
    """Both days included."""
    return remark("ends-in")
