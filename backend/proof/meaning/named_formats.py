"""Named formats, judged apart from the functions that programs carry.

Where a library or a part of Python knows a format, its word counts; how the text may be spelled
(capitals, separators) is what the format's label says. A format that is a list, a layout or a
plain shape is its own definition.
"""

from __future__ import annotations

from collections.abc import Callable

from backend.proof.meaning.geo_formats import GEO
from backend.proof.meaning.identifier_formats import IDENTIFIERS
from backend.proof.meaning.moment_formats import MOMENTS
from backend.proof.meaning.national_formats import NATIONAL
from backend.proof.meaning.net_formats import NET
from backend.proof.meaning.number_formats import KNOWN
from backend.proof.meaning.science_formats import SCIENCE
from backend.proof.meaning.software_formats import SOFTWARE
from backend.proof.meaning.trade_formats import TRADE
from backend.proof.meaning.unknowns import unknown
from backend.proof.meaning.written_formats import WRITTEN
from backend.rules.language.formats import format_of

JUDGES: dict[str, Callable[[str], bool]] = {
    **WRITTEN, **NET, **IDENTIFIERS, **TRADE, **NATIONAL, **SCIENCE, **SOFTWARE, **MOMENTS,
    **GEO, **KNOWN,
}  # fmt: skip


def is_of_format(name: str, text: str) -> bool:
    """Whether the whole text is of a named format.

    Raises:
        NoPlainReading: there is no such format.
    """
    judge = JUDGES.get(name)
    if judge is not None:
        return judge(text)
    try:
        return format_of(name).accepts(text)
    except KeyError:
        raise unknown("format", name) from None
