"""Named formats: what "a valid e-mail address" means, with its source.

A format says nothing about whether the thing exists; it is about how the text is written. Where
a popular notion is wider than any standard, the label says which reading is meant.
"""

from __future__ import annotations

from backend.rules.language.addresses import has_json_key
from backend.rules.language.form import Format, RealDate, TestedWith
from backend.rules.language.geo_formats import GEO
from backend.rules.language.id_formats import IDENTIFIERS
from backend.rules.language.json_fields import has_json_field, say_json_field
from backend.rules.language.listed_once import is_listed_once, say_listed_once
from backend.rules.language.moment_formats import MOMENTS
from backend.rules.language.net_formats import NET
from backend.rules.language.number_formats import KNOWN
from backend.rules.language.place_formats import LISTS, POSTCODES
from backend.rules.language.software_formats import SOFTWARE
from backend.rules.language.text_formats import WRITTEN

FORMATS: dict[str, Format] = {
    **WRITTEN, **KNOWN, **MOMENTS, **NET, **SOFTWARE, **GEO, **IDENTIFIERS, **LISTS, **POSTCODES,
}  # fmt: skip

LETTERS = (
    ("%Y", "YYYY"), ("%m", "MM"), ("%d", "DD"), ("%H", "HH"), ("%M", "MM"), ("%S", "SS"),
    ("%y", "YY"),
)  # fmt: skip


def format_of(name: str) -> Format:
    """The format of this name; ``date %Y-%m-%d`` makes one of a layout, ``json_key id`` of a key.

    So does ``json_field integer id`` of a key and the type of its value, and ``listed_once ,`` of
    the sign that divides a list.

    Raises:
        KeyError: there is no such format.
    """
    if name.startswith("json_key "):
        return _with_key(name.removeprefix("json_key "))
    if name.startswith("json_field "):
        told = name.removeprefix("json_field ")
        return Format(say_json_field(told), TestedWith(has_json_field, told))
    if name.startswith("listed_once "):
        mark = name.removeprefix("listed_once ")
        return Format(say_listed_once(mark), TestedWith(is_listed_once, mark))
    return _of_dates(name[5:]) if name.startswith("date ") else FORMATS[name]


def _of_dates(layout: str) -> Format:
    spelled = layout
    for code, letters in LETTERS:
        spelled = spelled.replace(code, letters)
    what = "a real date" if set("Yymd") & set(layout.replace("%M", "")) else "a time of day"
    return Format(f"{what} written {spelled}", RealDate(layout))


def _with_key(key: str) -> Format:
    return Format(f"a JSON object with the key {key!r} (RFC 8259)", TestedWith(has_json_key, key))
