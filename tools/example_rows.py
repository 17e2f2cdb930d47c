"""The example tables as they would be if nobody had made a mistake.

Every cell is text, as a CSV file has it. The same `Random` gives the same rows; no clock is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from random import Random

Row = dict[str, str]
Tables = dict[str, list[Row]]

# fmt: off
FIRST_NAMES = (
    "Ada", "Amir", "Anna", "Bao", "Carla", "Chen", "Dana", "Elif", "Emil", "Eva", "Farid",
    "Greta", "Hugo", "Ines", "Ivan", "Jana", "Jonas", "Kofi", "Lea", "Liam", "Lina", "Marco",
    "Maya", "Mila", "Nils", "Nora", "Olga", "Omar", "Paul", "Petra", "Rosa", "Sami", "Sofia",
    "Tariq", "Theo", "Uma", "Vera", "Wim", "Yara", "Zoe",
)
LAST_NAMES = (
    "Adler", "Bauer", "Costa", "Dubois", "Eriksen", "Fischer", "Garcia", "Haas", "Ito",
    "Jansen", "Keller", "Lindqvist", "Moreau", "Novak", "Okafor", "Peeters", "Rossi", "Santos",
    "Tanaka", "Ueda", "Vogel", "Weber", "Yilmaz", "Ziegler",
)
# fmt: on
MAIL_DOMAINS = ("example.com", "example.net", "example.org")
COUNTRIES = ("DE", "DE", "DE", "AT", "CH", "FR", "NL", "GB", "IT", "ES", "SE", "US")
PLANS = ("free", "free", "free", "basic", "basic", "pro")
VENUES = (
    ("Alte Brauerei", "Leipzig"),
    ("Blue Hall", "London"),
    ("Casa Lumen", "Madrid"),
    ("Docklands Stage", "Hamburg"),
    ("Foundry", "Zurich"),
    ("Garden Pavilion", "Vienna"),
    ("Harbour Club", "Rotterdam"),
    ("Kulturhaus", "Dresden"),
    ("Le Hangar", "Lyon"),
    ("Old Mint", "Berlin"),
    ("Riverside", "Basel"),
    ("Teatro Piccolo", "Milan"),
)
EVENT_NAMES = (
    "Jazz Night",
    "Data Meetup",
    "Comedy Evening",
    "Book Fair",
    "Chamber Concert",
    "Startup Pitch",
    "Wine Tasting",
    "Film Premiere",
    "Dance Workshop",
    "Science Slam",
)
CURRENCIES = ("EUR",) * 8 + ("USD",) * 2 + ("GBP",)
ORDER_STATES = ("paid",) * 16 + ("open",) * 2 + ("cancelled", "refunded")

USERS, EVENTS, ORDERS = 2000, 600, 5000
DOUBLED_USERS = range(USERS - 3, USERS)
"""Rows that become second registrations: nothing refers to the ids they have here."""
BUSY_USERS = {"1017": 34, "2204": 41}
"""Users with no order of their own here, and the orders that they get by mistake."""
LONELY_EVENTS = (76, 190, 332, 517)
"""Rows of events that no order names."""
EVENT_GAP = 412
"""The row before which a number of event_id is left out."""


def clean_tables(random: Random) -> Tables:
    """Return users, events, orders and price_list without a mistake in them."""
    users = list(_users(random))
    known = [row["user_id"] for row in users[: DOUBLED_USERS.start]]
    events = list(_events(random, known))
    orders = list(_orders(random, _buyers(random, known), events))
    prices = list(_prices(random, events))
    return {"users": users, "events": events, "orders": orders, "price_list": prices}


def pick(random: Random, values: Sequence[str]) -> str:
    """Return one value; built on `randrange`, whose results are the same on every Python."""
    return values[random.randrange(len(values))]


def moment(random: Random, first: datetime, last: datetime) -> datetime:
    """Return a whole second from the first to the last, both included."""
    return first + timedelta(seconds=random.randrange(int((last - first).total_seconds()) + 1))


def money(cents: int) -> str:
    """Write cents as units with two decimals.

    >>> money(-1205)
    '-12.05'
    """
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def codes(random: Random) -> Iterator[str]:
    """Give six-digit codes, no two alike; one in ten begins with a zero."""
    given: set[str] = set()
    while True:
        code = f"{random.randrange(1_000_000):06d}"
        if code not in given:
            given.add(code)
            yield code


def _users(random: Random) -> Iterator[Row]:
    for number in range(USERS):
        first, last = pick(random, FIRST_NAMES), pick(random, LAST_NAMES)
        refers = number > 50 and random.random() < 0.3
        mail = f"{first}.{last}{number + 1}@{pick(random, MAIL_DOMAINS)}".lower()
        yield {
            "user_id": str(1001 + number),
            "email": mail,
            "signup_at": moment(random, datetime(2021, 1, 1), datetime(2026, 9, 30)).isoformat(),
            "name": f"{first} {last}",
            "country": pick(random, COUNTRIES),
            "postcode": f"{random.randrange(1000, 99999):05d}",
            "birth_date": moment(random, datetime(1950, 1, 1), datetime(2006, 12, 31))
            .date()
            .isoformat(),
            "plan": pick(random, PLANS),
            "referrer_id": str(1001 + random.randrange(number)) if refers else "",
        }


def _events(random: Random, users: Sequence[str]) -> Iterator[Row]:
    for number in range(EVENTS):
        start = moment(random, datetime(2024, 1, 1), datetime(2027, 3, 31)).replace(
            minute=0, second=0
        )
        venue, city = VENUES[random.randrange(len(VENUES))]
        is_past = start < datetime(2026, 10, 31)
        yield {
            "event_id": str(number + 1 + (number >= EVENT_GAP)),
            "user_id": pick(random, users),
            "name": pick(random, EVENT_NAMES),
            "start_time": start.isoformat(),
            "end_time": (start + timedelta(minutes=30 * random.randrange(2, 13))).isoformat(),
            "venue": venue,
            "city": city,
            "capacity": str(10 * random.randrange(5, 120)),
            "status": pick(random, ("held",) * 9 + ("cancelled",)) if is_past else "planned",
        }


def _buyers(random: Random, users: Sequence[str]) -> list[str]:
    return [user for user in users if random.random() < 0.85 and user not in BUSY_USERS]


def _orders(random: Random, buyers: Sequence[str], events: Sequence[Row]) -> Iterator[Row]:
    events = [row for number, row in enumerate(events) if number not in LONELY_EVENTS]
    coupons, freed = codes(random), list[str]()
    for number in range(ORDERS):
        # Each event sells at least twice before chance decides.
        choice = number if number < 2 * len(events) else random.randrange(len(events))
        row = _order(random, number, pick(random, buyers), events[choice % len(events)]["event_id"])
        row["coupon"] = next(islice(coupons, 1)) if random.random() < 0.15 else ""
        if row["status"] == "cancelled" and row["coupon"]:
            freed.append(row["coupon"])  # who cancels may use the coupon again
        elif row["status"] == "paid" and freed:
            row["coupon"] = freed.pop()
        yield row


def _order(random: Random, number: int, user: str, event: str) -> Row:
    quantity, price = random.randrange(1, 7), 50 * random.randrange(16, 361)
    discount = quantity * price // 10 if random.random() < 0.2 else 0
    created = moment(random, datetime(2024, 1, 1), datetime(2026, 10, 25))
    paid = created + timedelta(minutes=random.randrange(1, 5 * 24 * 60))
    status = pick(random, ORDER_STATES)
    return {
        "order_id": str(100_001 + number),
        "user_id": user,
        "event_id": event,
        "quantity": str(quantity),
        "price": money(price),
        "created_at": created.isoformat(),
        "status": status,
        "discount": money(discount),
        "total": money(quantity * price - discount),
        "currency": pick(random, CURRENCIES),
        "paid_at": paid.isoformat() if status in ("paid", "refunded") else "",
        "coupon": "",
    }


def _prices(random: Random, events: Sequence[Row]) -> Iterator[Row]:
    numbers = codes(random)
    for event in events:
        standard = 50 * random.randrange(20, 361)
        for tier, share in (("standard", 100), ("early bird", 80), ("student", 60)):
            if tier == "student" and random.random() < 0.5:
                continue
            yield {
                "sku": next(numbers),
                "event_id": event["event_id"],
                "tier": tier,
                "list_price": money(standard * share // 100),
                "currency": "EUR",
                "valid_from": event["start_time"][:4] + "-01-01",
            }
