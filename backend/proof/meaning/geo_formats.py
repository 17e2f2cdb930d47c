"""Places on the earth, read piece by piece."""

from __future__ import annotations

import json
from collections.abc import Callable

from backend.proof.meaning.spelled import decimal

_LISTS = {"LINESTRING": 1, "POLYGON": 2, "MULTILINESTRING": 2, "MULTIPOLYGON": 3}


def _is_pair(text: str) -> bool:
    parts = text.split(",")
    if len(parts) != 2:
        return False
    found = [decimal(parts[0]), decimal(parts[1].removeprefix(" "))]
    return all(
        number is not None and abs(number) <= most
        for number, most in zip(found, (90, 180), strict=True)
    )


# WKT ----------------------------------------------------------------------------------------------


def _split(text: str) -> list[str] | None:
    """What stands between the commas outside of brackets; None where brackets do not match."""
    depth, found = 0, [""]
    for char in text:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return None
        if char == "," and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return found if depth == 0 else None


def _inside(text: str) -> str | None:
    plain = text.strip()
    return plain[1:-1] if plain[:1] == "(" and plain[-1:] == ")" else None


def _point(text: str) -> tuple[str, ...] | None:
    parts = text.strip().split(" ")
    is_point = len(parts) == 2 and all(decimal(part) is not None for part in parts)
    return tuple(parts) if is_point else None


def _has_points(text: str, depth: int, kind: str) -> bool:
    """Points within so many brackets; rings are closed, lines have two ends."""
    body = _inside(text)
    parts = None if body is None else _split(body)
    if parts is None:
        return False
    if depth > 1:
        return all(_has_points(part, depth - 1, kind) for part in parts)
    points = [_point(part) for part in parts]
    if None in points:
        return False
    if "POLYGON" in kind:
        return len(points) > 3 and points[0] == points[-1]
    return len(points) > 1 or "LINE" not in kind


def _is_wkt_of(*kinds: str) -> Callable[[str], bool]:
    def judge(text: str) -> bool:
        head, bracket, rest = text.partition("(")
        kind = head.rstrip().upper()
        if not bracket:
            return head.upper() in {f"{each} EMPTY" for each in kinds}
        if text != text.strip() or kind not in kinds:
            return False
        body = bracket + rest
        if kind == "POINT":
            inside = _inside(body)
            return inside is not None and _point(inside) is not None
        depths = (1, 2) if kind == "MULTIPOINT" else (_LISTS[kind],)
        return any(_has_points(body, depth, kind) for depth in depths)

    return judge


# GeoJSON ------------------------------------------------------------------------------------------


def _is_geojson(text: str) -> bool:
    try:
        found = json.loads(text, parse_constant=lambda _: 1 / 0)
    except (ValueError, ZeroDivisionError):
        return False
    return _is_feature(found) or _is_features(found) or _is_geometry(found)


def _is_feature(found: object) -> bool:
    match found:
        case {"type": "Feature", "geometry": geometry, "properties": dict() | None}:
            return geometry is None or _is_geometry(geometry)
        case _:
            return False


def _is_features(found: object) -> bool:
    match found:
        case {"type": "FeatureCollection", "features": list(features)}:
            return all(map(_is_feature, features))
        case _:
            return False


def _is_geometry(found: object) -> bool:
    match found:
        case {"type": "Point", "coordinates": at}:
            return _is_position(at)
        case {"type": "MultiPoint", "coordinates": list(points)}:
            return all(map(_is_position, points))
        case {"type": "LineString", "coordinates": line}:
            return _is_line(line, 2)
        case {"type": "MultiLineString", "coordinates": list(lines)}:
            return all(_is_line(line, 2) for line in lines)
        case {"type": "Polygon", "coordinates": rings}:
            return _is_polygon(rings)
        case {"type": "MultiPolygon", "coordinates": list(polygons)}:
            return all(map(_is_polygon, polygons))
        case {"type": "GeometryCollection", "geometries": list(parts)}:
            return all(map(_is_geometry, parts))
        case _:
            return False


def _is_position(found: object) -> bool:
    if not isinstance(found, list) or len(found) < 2:
        return False
    return not any(isinstance(part, bool) or not isinstance(part, int | float) for part in found)


def _is_line(found: object, least: int) -> bool:
    return isinstance(found, list) and len(found) >= least and all(map(_is_position, found))


def _is_polygon(found: object) -> bool:
    return isinstance(found, list) and all(_is_line(r, 4) and r[0] == r[-1] for r in found)


GEO: dict[str, Callable[[str], bool]] = {
    "coordinate_pair": _is_pair,
    "wkt_point": _is_wkt_of("POINT"), "wkt_polygon": _is_wkt_of("POLYGON"),
    "wkt": _is_wkt_of("POINT", "MULTIPOINT", *_LISTS), "geojson": _is_geojson,
}  # fmt: skip
