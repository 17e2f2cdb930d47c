"""Where or how a deed is done, behind the deed: orders must be paid in EUR.

That is no condition for which orders must be paid: what they are paid in is asked as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.planner.offline.chart import Node
from backend.planner.offline.context import Unclear
from backend.planner.offline.tokens import Token

_LINKS = frozenset({"in", "at"})
_DEEDS = frozenset({
    "paid", "sent", "sold", "made", "held", "kept", "built", "born", "shown", "set", "done", "put",
    "bought", "brought", "taken", "given", "written", "driven", "grown", "worn", "spent", "lent",
})  # fmt: skip


def refuse_deeds_in_places(node: Node, tokens: Sequence[Token]) -> None:
    """Pass a reading in which no value that tells a deed is followed by where or how it is done.

    Raises:
        Unclear: "paid in EUR" was read as "paid, of the rows with EUR", or as "not paid" of these.
    """
    parts = list(node.walk())
    places = {part.start: part for part in parts if part.symbol == "adjective" and part.start > 1}
    scopes = {part.children[1].start for part in parts if _is_scope(part)}
    for start, where in places.items():
        link, deed = tokens[start - 1].low, tokens[start - 2]
        is_denied = start > 2 and tokens[start - 3].low in ("not", "never")
        is_asked = start - 1 in scopes or (is_denied and start - 2 in places)
        if link in _LINKS and _is_deed(deed.low) and is_asked:
            place = " ".join(token.text for token in tokens[where.start : where.end])
            raise Unclear(
                f"{deed.text!r} may be asked of the rows with {place!r}, or {place!r} of those that"
                f" are {deed.text}: write 'if … is {place}, … must be {deed.text}', or the other "
                "way round"
            )


def _is_scope(part: Node) -> bool:
    """Whether a value behind a statement tells for which rows it is."""
    shape = [child.symbol for child in part.children]
    return part.symbol == "stmt" and len(shape) == 3 and shape[::2] == ["stmt", "adjective"]


def _is_deed(low: str) -> bool:
    return low in _DEEDS or (low.endswith(("ed", "en")) and len(low) > 4)
