"""Phrases for a value of the row that a row leads to: the rate of the rented car, the one of its teacher.

"The one of its teacher" is the column that is compared, in the other table.
"""

from __future__ import annotations

from typing import Any

from backend.planner.offline.same_columns import SAME_COLUMN
from backend.rules.language.terms import Cell, Predicate, Value
from backend.rules.phrasing import IT, Modifier, Phrases, Statement, about, compare, not_

phrase = Phrases()

phrase.words("_this_one", "its | their | his | her | that | the | this | the respective | the same")
phrase.words(
    "_tells_it",
    "gives | give | lists | list | shows | show | states | state | says | quotes | names | holds | hold | "
    "has | have | records | record | sets | set | carries | carry | stores | teaches | teach | knows",
)
phrase.words(
    "_given",
    "given | listed | stated | recorded | shown | set | noted | held | quoted | stored | registered | kept | "
    "entered | found | on file | we have",
)
phrase.words(
    "_taking_part",
    "sold | lent | booked | ordered | used | rented | bought | shipped | invoiced | billed | reserved | "
    "delivered | purchased | hired | borrowed | traded | charged | referenced | linked | assigned | "
    "involved | concerned | in question | matching | corresponding | related | respective | "
    "(that|which|who) (was|were|is|are|has been) (sold|lent|booked|ordered|used|rented|bought|shipped|invoiced|billed|reserved|"
    "delivered|purchased|hired|borrowed|charged|assigned|involved) | "
    "[that is|which is|that are|which are] being (sold|lent|booked|ordered|used|rented|bought|shipped|invoiced|billed|reserved|"
    "delivered|purchased|hired|borrowed|traded|charged|returned|paid|paid for|reviewed|rated|treated|visited|sent|"
    "made|graded|moved|settled|shown|played|taught|counted|measured)",
)
phrase.words(
    "_leads_there",
    "belongs to | belong to | refers to | refer to | is for | are for | is of | are of | pays for | pay for | paid for | "
    "pays | pay | paid | "
    "settles | settle | relates to | relate to | points to | point to | concerns | concern | is about | was made for | "
    "were made for | is made for | are made for | is part of | are part of | is linked to | are linked to | is assigned to | "
    "are assigned to | comes from | came from | stands for | was issued for | were issued for",
)
phrase.words("_for_it", "for it | for them | for him | for her | there")


phrase.words(
    "_dealt_with",
    "gave | made | took | placed | booked | issued | wrote | signed | set | rented | ordered | bought | sold | teaches | "
    "entered | handled | did | owns | drove | uses | used",
)


# Whose value ----------------------------------------------------------------------------------


@phrase("whose_row", "_this_one [own] <table>", "_this_one _taking_part <table>")
@phrase("whose_row", "_this_one <table> 's <table>", "<table> 's <table>", cost=0.05)
@phrase("whose_row", "<table> _taking_part", "_this_one <table> _taking_part", cost=0.05)
@phrase("whose_row", "_taking_part <table>", cost=0.05)
@phrase(
    "whose_row",
    "<table> [that|which|who] (it|they|he|she) _leads_there",
    "<table> for which (it|they|he|she) (is|are|was|were) (made|paid|placed|issued|sent)",
)
@phrase(
    "whose_row",
    "<table> (who|that|which) _dealt_with (it|them|this|that)",
    cost=0.05,
)
def whose_row(*tables: str) -> str | None:
    """The rented car, the visit's doctor: the one row that is led to."""
    return tables[-1] if len({*tables}) == len(tables) else None


@phrase("cell", "<column> (of|for|on|in) _taking_part <table>", cost=0.05)
@phrase("cell", "<column> (of|for|on|in) _this_one _taking_part <table>", cost=0.05)
@phrase("cell", "<column> (of|for|on|in) [_this_one] <table> _taking_part", cost=0.05)
@phrase("cell", "_taking_part <table> 's <column>", "_this_one _taking_part <table> 's <column>")
@phrase("cell", "<column> (for|on) <whose_row>", cost=0.1)
def cell_of_row(*parts: Any) -> Value | None:
    """The daily rate of the rented car."""
    column = next(part for part in parts if isinstance(part, Cell))
    table = next(part for part in parts if isinstance(part, str))
    is_its_own = column.table in ("", table)
    return column.model_copy(update={"table": table}) if is_its_own else None


@phrase("cell", "<column> [that] <table> _tells_it [_for_it]", cost=0.1)
@phrase("cell", "<column> [that] <table> _tells_it (for|of|on|under) <whose_row>", cost=0.05)
@phrase("cell", "<column> _given [_for_it] (in|by|on) <table>", cost=0.1)
@phrase("cell", "<column> _given (for|of|on|under) <whose_row> [(in|by) <table>]", cost=0.1)
@phrase("cell", "<column> (according to|as per|as given in|as listed in|as in) <table>", cost=0.1)
@phrase(
    "cell",
    "<column> [that] _this_one <table> _tells_it",
    "<column> _this_one <table> _tells_it",
    cost=0.05,
)
def cell_that_table_tells(column: Cell, *tables: str) -> Value | None:
    """The daily rate that cars gives for that car."""
    is_one = len({*tables}) == 1 and column.table in ("", tables[0])
    return column.model_copy(update={"table": tables[0]}) if is_one else None


@phrase("cell", "<column> (of|for|on|in) <whose_row>", cost=0.1)
def cell_of_that_row(column: Cell, table: str) -> Value | None:
    """The subject of the teacher who gave them."""
    return cell_of_row(column, table)


@phrase(
    "stmt",
    "look up <looked_up_row> [in <table>] _stop_here <stmt>",
    "look up <looked_up_row> [in <table>] (by|via|using|with) [_this_one] <cell> _stop_here <stmt>",
    "compare <rows> (with|to|against|and) <rows> _stop_here <stmt>",
    cost=0.05,
)
def looked_up_first(*parts: Any) -> Statement | None:
    """Look up each rented car in cars by its car ID. The daily price must be the car's daily rate."""
    told: Statement = parts[-1]
    keys = [part for part in parts if isinstance(part, Cell)]
    remarks = tuple(Modifier(kind="by-key", values=(key,)) for key in keys)
    return told.model_copy(update={"remarks": (*told.remarks, *remarks)})


phrase.words("_stop_here", ". | : | ; | , then | . then | , | and then")


@phrase("looked_up_row", "(each|every|the|its|a) [_taking_part] <table>")
def this_row(table: str) -> str:
    """Each rented car."""
    return table


phrase.words(
    "_put_there",
    "given | made | entered | recorded | booked | placed | charged | sold | written | kept | priced | billed | paid | "
    "held | filed | set | taken | rented | bought",
)


@phrase("rel", "[_put_there] (in|at|for|on|under|from) <cell> (that|which) <vp>", cost=0.1)
@phrase("rel", "[_put_there] (in|at|for|on|under|from) <cell> <adj>", cost=0.2)
def put_at(of: Value, told: Predicate) -> Predicate:
    """In a subject that differs from that of their teacher."""
    return about(told, of)


# The same column of the other row -------------------------------------------------------------

phrase.words("_as_that", "the same as | equal to | identical to | like | as")


@phrase("same_there", "(that|the one|those) (of|for|on|in) <whose_row>")
@phrase("same_there", "(that|one) (that|which) <table> _tells_it [_for_it]")
@phrase("same_there", "(that|one) _given [_for_it] (in|by) <table>")
@phrase("same_there", "(that|one) (that|which) _this_one <table> _tells_it")
@phrase("same_there", "what <table> _tells_it [_for_it]", "what _this_one <table> _tells_it")
@phrase("same_there", "_this_one <table> 's", "_this_one <table> 's own", cost=0.05)
def same_there(table: str) -> Value:
    """The one of its teacher."""
    return Cell(table=table, column=SAME_COLUMN)


@phrase("adj", "[_as_that] <same_there>", cost=0.05)
@phrase(
    "verb",
    "(equal|equals|match|matches|agree with|agrees with|correspond to|corresponds to) <same_there>",
)
def as_there(other: Value) -> Predicate:
    """The same as that of its teacher."""
    return compare(IT, "==", other)


@phrase("adj", "(other than|different from|unequal to) <same_there>")
@phrase("verb", "(differ|differs|deviate|deviates) from <same_there>")
def unlike_there(other: Value) -> Predicate:
    """Different from that of its teacher."""
    return not_(compare(IT, "==", other))


for _words, _sign in (
    ("_gt|after|later than", ">"), ("_ge|on or after|no earlier than|not before", ">="),
    ("_lt|before|earlier than", "<"), ("_le|on or before|no later than|not after", "<="),
):  # fmt: skip

    @phrase("adj", f"({_words}) <same_there>")
    def beside_there(other: Value, sign: str = _sign) -> Predicate:
        """Lower than that of its customer."""
        return compare(IT, sign, other)
