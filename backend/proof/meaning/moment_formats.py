"""Dates, durations and schedules of machines, read with Python's own parsers."""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Callable

from backend.proof.meaning.spelled import in_range, is_digits


def _reads(text: str) -> bool:
    """Whether Python reads a day in one of the forms of ISO 8601."""
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_week_date(text: str) -> bool:
    return len(text) == 10 and text[4:6] == "-W" and text[8] == "-" and _reads(text)


def _is_week(text: str) -> bool:
    return len(text) == 8 and text[4:6] == "-W" and _reads(text)


def _is_ordinal(text: str) -> bool:
    year, hyphen, day = text.partition("-")
    if not hyphen or not is_digits(year, 4) or not is_digits(day, 3):
        return False
    try:
        at = dt.datetime.strptime(text, "%Y-%j")
    except ValueError:
        return False
    return at.year == int(year)


def _is_duration(text: str) -> bool:
    """Numbers with their letters in order, those of the clock behind T; weeks by themselves."""
    day, mark, clock = text.removeprefix("P").partition("T")
    if text[:1] != "P" or (mark and not clock):
        return False
    amounts = [*_amounts(day, "YMD"), *_amounts(clock, "HMS")] if day[-1:] != "W" else [day[:-1]]
    if not amounts or (day[-1:] == "W" and mark):
        return False
    *whole, last = amounts
    parts = last.replace(",", ".").split(".")
    return all(map(is_digits, [*whole, *parts])) and len(parts) < 3


def _amounts(text: str, letters: str) -> list[str]:
    """What stands before each letter; a last one that no letter ends is given with its rest."""
    found = []
    for letter in letters:
        amount, mark, rest = text.partition(letter)
        if mark:
            found.append(amount)
            text = rest
    return [*found, f"-{text}", ""] if text else found


def _is_rfc_3339(text: str) -> bool:
    date, mark, time = text[:10], text[10:11], text[11:].upper()
    zone = "Z" if time[-1:] == "Z" else time[-6:]
    clock, point, fraction = time.removesuffix(zone).partition(".")
    if mark not in ("T", "t", " ") or not mark or (point and not is_digits(fraction)):
        return False
    offset = "+00:00" if zone == "Z" else zone
    is_leap = clock[-3:] == ":60"
    written = f"{date}T{clock[:-3] + ':59' if is_leap else clock}{offset}"
    try:
        at = dt.datetime.strptime(written, "%Y-%m-%dT%H:%M:%S%z")
        utc = at.astimezone(dt.UTC) if is_leap else at
    except (ValueError, OverflowError):
        return False
    has_form = at.isoformat(timespec="seconds") == written or offset == "-00:00"
    return has_form and len(written) == 25 and (not is_leap or (utc.hour, utc.minute) == (23, 59))


def _is_rfc_2822(text: str) -> bool:
    """What the e-mail package reads, and would write so again."""
    plain, _, name = text.partition(" (")
    if name and not (name[-1] == ")" and name[:-1].replace(" ", "a").isalpha() and name.isascii()):
        return False
    if " (" in text and not name[:-1]:
        return False
    try:
        at = email.utils.parsedate_to_datetime(plain)
    except (ValueError, TypeError, IndexError):
        return False
    return plain in _spelled(at)


def _spelled(at: dt.datetime) -> set[str]:
    """A moment with and without day of week, zero, seconds and the words for no offset."""
    zones = {at.strftime("%z")} if at.tzinfo else {"-0000"}
    zones |= {"GMT", "UT", "+0000", "-0000"} if not at.utcoffset() else set()
    return {
        f"{weekday}{day} {at:%b} {at.year:04}{clock} {zone}"
        for weekday in ("", f"{at:%a}, ")
        for day in {f"{at.day}", f"{at.day:02}"}
        for clock in {f" {at:%H:%M:%S}", *([f" {at:%H:%M}"] if not at.second else [])}
        for zone in zones
    }


_NAMED: tuple[dict[str, int], ...] = (
    *({}, {}, {}),
    {dt.date(2000, month, 1).strftime("%b"): month for month in range(1, 13)},
    {dt.date(2023, 1, 1 + day).strftime("%a"): day for day in range(7)},
)
_ALLOWED = (range(60), range(24), range(1, 32), range(1, 13), range(8))


def _is_cron(text: str) -> bool:
    fields = text.replace("\t", " ").split(" ")
    fields = [field for place, field in enumerate(fields) if field or place in (0, len(fields) - 1)]
    return len(fields) == 5 and all(
        _is_part(part, place) for place in range(5) for part in fields[place].split(",")
    )


def _is_part(part: str, place: int) -> bool:
    span, *steps = part.split("/")
    if len(steps) > 1 or not all(in_range(step, 1, 99) and step[0] != "0" for step in steps):
        return False
    if span == "*":
        return True
    numbers = [_number(end, place) for end in span.split("-")]
    if None in numbers or len(numbers) not in ((2,) if steps else (1, 2)):
        return False
    found = [number for number in numbers if number is not None]
    return found == sorted(found) and all(number in _ALLOWED[place] for number in found)


def _number(text: str, place: int) -> int | None:
    named = _NAMED[place].get(text.capitalize())
    return named if named is not None else int(text) if is_digits(text, 1, 2) else None


MOMENTS: dict[str, Callable[[str], bool]] = {
    "iso_week_date": _is_week_date, "iso_week": _is_week, "ordinal_date": _is_ordinal,
    "iso_duration": _is_duration, "rfc_3339": _is_rfc_3339, "rfc_2822": _is_rfc_2822,
    "cron": _is_cron,
}  # fmt: skip
