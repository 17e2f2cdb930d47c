"""Places on the earth as machines write them: pairs of degrees, WKT, GeoJSON.

Rules of this file: as in ``identifiers``; a function here is copied into programs with what it
names.
"""

from __future__ import annotations

import json
import re

from backend.rules.language.addresses import is_json_object
from backend.rules.language.quantities import is_latitude, is_longitude


def is_coordinate_pair(text: str) -> bool:
    """A latitude, a comma, a blank or none, a longitude, in decimal degrees (ISO 6709 order)."""
    latitude, _, longitude = text.partition(",")
    return is_latitude(latitude) and is_longitude(longitude.removeprefix(" "))


# WKT -----------------------------------------------------------------------------------------

WKT_POINT = " ".join([r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"] * 2)
WKT_MARK = re.compile(r"\s*([(),])\s*")


def is_wkt_of(text: str, kind: str, depth: int) -> bool:
    """A geometry of two dimensions: its kind, then points within brackets of this depth.

    Rings of polygons have four points or more and end where they begin; lines have two or more.
    """
    text = WKT_MARK.sub(r"\1", text) if text == text.strip() else ""
    if text.upper() == f"{kind} EMPTY":
        return True
    body = text[len(kind) :]
    points = f"{WKT_POINT}(,{WKT_POINT})*"
    if text[: len(kind)].upper() != kind or not body.startswith("(" * depth):
        return False
    for _ in range(depth - 1):
        points = rf"\({points}\)(,\({points}\))*"
    if not re.fullmatch(rf"\({points}\)", body):
        return False
    lists = [found.split(",") for found in re.findall(r"[^()]*[0-9.][^()]*", body)]
    if kind.endswith("POLYGON"):
        return all(len(each) > 3 and each[0] == each[-1] for each in lists)
    return all(len(each) > 1 for each in lists) if "LINE" in kind else True


def is_wkt_point(text: str) -> bool:
    """A point such as POINT (30 10) in well-known text (OGC 06-103r4)."""
    return is_wkt_of(text, "POINT", 1) and "," not in text


def is_wkt_polygon(text: str) -> bool:
    """A polygon in well-known text (OGC 06-103r4): closed rings."""
    return is_wkt_of(text, "POLYGON", 2)


def is_wkt(text: str) -> bool:
    """A point, a line, a polygon or several of them in well-known text (OGC 06-103r4)."""
    kinds = (("LINESTRING", 1), ("MULTIPOINT", 1), ("MULTIPOINT", 2), ("MULTILINESTRING", 2))
    many = (*kinds, ("POLYGON", 2), ("MULTIPOLYGON", 3))
    return is_wkt_point(text) or any(is_wkt_of(text, kind, depth) for kind, depth in many)


# GeoJSON -------------------------------------------------------------------------------------

GEOMETRY_DEPTHS = {
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
    "MultiPolygon": 3,
}  # fmt: skip


def is_geojson(text: str) -> bool:
    """A GeoJSON text: a geometry, a feature or a collection (RFC 7946)."""
    return is_json_object(text) and is_geojson_object(json.loads(text))


def is_geojson_object(found: object) -> bool:
    """A geometry with its coordinates, a feature with its geometry, or a list of features."""
    if not isinstance(found, dict):
        return False
    if found.get("type") == "Feature":
        has_properties = isinstance(found.get("properties", ""), dict | None)
        has_geometry = "geometry" in found and found["geometry"] is None
        return has_properties and (has_geometry or is_geometry(found.get("geometry")))
    if found.get("type") == "FeatureCollection":
        features = found.get("features")
        return isinstance(features, list) and all(
            isinstance(each, dict) and each.get("type") == "Feature" and is_geojson_object(each)
            for each in features
        )
    return is_geometry(found)


def is_geometry(found: object) -> bool:
    """Coordinates as deep as the kind has them; rings of four positions, closed."""
    if not isinstance(found, dict):
        return False
    kind = found.get("type")
    if kind == "GeometryCollection":
        parts = found.get("geometries")
        return isinstance(parts, list) and all(map(is_geometry, parts))
    if not isinstance(kind, str) or kind not in GEOMETRY_DEPTHS:
        return False
    return has_positions(found.get("coordinates"), GEOMETRY_DEPTHS[kind], kind)


def has_positions(found: object, depth: int, kind: str) -> bool:
    """A position of two numbers or more, or a list of lists of them."""
    if not isinstance(found, list):
        return False
    if depth == 0:
        return len(found) > 1 and all(type(number) in (int, float) for number in found)
    is_short = depth == 1 and kind.endswith("LineString") and len(found) < 2
    is_ring = depth == 1 and kind.endswith("Polygon")
    if is_short or (is_ring and not (len(found) > 3 and found[0] == found[-1])):
        return False
    return all(has_positions(part, depth - 1, kind) for part in found)
