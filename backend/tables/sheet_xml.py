"""What the fast workbook reader loses, found in the XML of a sheet.

The fast reader gives error cells and blank text as nothing, rounds long integers, takes a formula
that was never calculated for an empty cell, and reserves memory for the whole rectangle around
far-off cells. A quick look tells whether a sheet may hold any of that; only then its XML is walked
cell by cell. Terms are those of SpreadsheetML (ECMA-376, part 1).
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.parsers import expat

# One pattern each: searches that begin with a letter are ten times faster than one search for all.
_SUSPECTS = tuple(
    re.compile(pattern)
    for pattern in (
        rb"""=\s*["']e["']""",  # an error cell
        rb"""<f[\s/>]""",  # a formula
        rb""":f[\s/>]""",
        rb"""t>\s+<""",  # blank text
        rb"""v>\s+<""",
        rb""">\s*-?[0-9]{16,}\s*<""",  # a long integer
        rb"""r\s*=\s*["'][A-Za-z]{3}""",  # a cell beyond column ZZ
        rb"""r\s*=\s*["'][A-Za-z]*(?:[2-9][0-9]{6}|[0-9]{8})""",  # a row that no sheet has
        rb"""\A(?!\s*<[^\0])""",  # not written in ASCII's letters
    )
)
_FAR_ROW = re.compile(rb"""r\s*=\s*["'][A-Za-z]*[0-9]{6}""")
_BEYOND_Z = re.compile(rb"""r\s*=\s*["'][A-Za-z]{2}[0-9]""")
_CELL = re.compile(r"([A-Za-z]+)([0-9]+)")
_LONG_INTEGER = re.compile(r"-?[1-9][0-9]{15,}")
# 100,000 rows of the columns A to ZZ: some 2 GB while the sheet is read.
_MOST_CELLS = 100_000 * 702
Position = tuple[int, int]


@dataclass
class SheetFacts:
    """What a walk over a sheet found; rows and columns count from 0.

    ``lost`` are the cells that the fast reader drops or rounds, ``uncalculated`` the first
    formula without a value; ``rows`` and ``columns`` span all cells that hold something.
    """

    lost: dict[Position, str | int] = field(default_factory=dict)
    uncalculated: Position | None = None
    rows: int = 0
    columns: int = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the rectangle of all cells is more than the fast reader can take."""
        return self.rows * self.columns > _MOST_CELLS


def find_sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Sheet name to the part of the archive that holds its cells.

    Raises:
        KeyError, ElementTree.ParseError: the archive is no workbook.
    """
    book = _relations(archive, "")["officeDocument"]
    targets = _relations(archive, book)
    sheets = (tag for tag in _parse(archive, book).iter() if _local(tag.tag) == "sheet")
    return {sheet.attrib["name"]: targets[_relation_id(sheet)] for sheet in sheets}


def look_into(xml: bytes) -> SheetFacts:
    """The facts of a sheet; without a walk where nothing can be lost.

    Raises:
        expat.ExpatError: the part is not XML.
    """
    is_vast = _FAR_ROW.search(xml) and _BEYOND_Z.search(xml)
    if not is_vast and not any(pattern.search(xml) for pattern in _SUSPECTS):
        return SheetFacts()
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.enter
    parser.EndElementHandler = walk.leave
    parser.CharacterDataHandler = walk.read
    parser.Parse(xml, True)
    return walk.facts


def column_letters(column: int) -> str:
    """A 0-based column as spreadsheets spell it: A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _parse(archive: zipfile.ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(part))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].rpartition(":")[2]


def _relation_id(sheet: ElementTree.Element) -> str:
    return {_local(key): value for key, value in sheet.items()}["id"]


def _relations(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Id, and last word of the type, of each relation of a part to the part it leads to."""
    folder, _, name = part.rpartition("/")
    root = f"{folder}/" if folder else ""
    found: dict[str, str] = {}
    for relation in _parse(archive, f"{root}_rels/{name}.rels"):
        target = relation.attrib["Target"]
        path = target.lstrip("/") if target.startswith("/") else root + target
        found[relation.attrib["Id"]] = path
        found.setdefault(relation.attrib["Type"].rpartition("/")[2], path)
    return found


class _Walk:
    """The events of a sheet's XML, cell by cell."""

    def __init__(self) -> None:
        self.facts = SheetFacts()
        self._at = (-1, -1)
        self._kind = "n"
        self._text: list[str] = []
        self._is_formula = False
        self._reading = False

    def enter(self, tag: str, attributes: dict[str, str]) -> None:
        name = _local(tag)
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._at = (int(attributes.get("r", self._at[0] + 2)) - 1, -1)
        elif name == "f":
            self._is_formula = True
        elif name in ("v", "t"):
            self._reading = True

    def leave(self, tag: str) -> None:
        name = _local(tag)
        if name in ("v", "t"):
            self._reading = False
        elif name == "c":
            self._close_cell("".join(self._text))

    def read(self, text: str) -> None:
        if self._reading:
            self._text.append(text)

    def _open_cell(self, attributes: dict[str, str]) -> None:
        place = _CELL.fullmatch(attributes.get("r", ""))
        row, column = self._at
        self._at = _position(place) if place else (row, column + 1)
        self._kind = attributes.get("t", "n")
        self._text = []
        self._is_formula = False

    def _close_cell(self, text: str) -> None:
        if text:
            self.facts.rows = max(self.facts.rows, self._at[0] + 1)
            self.facts.columns = max(self.facts.columns, self._at[1] + 1)
            self._keep_lost(text)
        elif self._is_formula and self._kind != "str":
            self.facts.uncalculated = self.facts.uncalculated or self._at

    def _keep_lost(self, text: str) -> None:
        if self._kind == "n" and _LONG_INTEGER.fullmatch(text):
            self.facts.lost[self._at] = int(text)
        elif self._kind == "e" or (self._kind in ("inlineStr", "str") and text.isspace()):
            self.facts.lost[self._at] = text


def _position(cell: re.Match[str]) -> Position:
    column = 0
    for letter in cell[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(cell[2]) - 1, column - 1
