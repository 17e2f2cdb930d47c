"""broken_rows · named format
In every users row, email is an e-mail address (RFC 5321, without quoted local parts).
Empty values are not flagged.
"""

import re

import pandas as pd

LABEL = "[0-9A-Za-z]([0-9A-Za-z-]{0,61}[0-9A-Za-z])?"


TOP_LEVEL = "([A-Za-z]{2,63}|[Xx][Nn]--[0-9A-Za-z-]{0,58}[0-9A-Za-z])"


def is_domain_name(text: str) -> bool:
    """A domain name of two or more labels (RFC 1035, 2.3.1), letters or xn-- last (RFC 3696)."""
    return len(text) <= 253 and re.fullmatch(rf"({LABEL}\.)+{TOP_LEVEL}", text) is not None


def is_email(text: str) -> bool:
    """An e-mail address (RFC 5321, 4.1.2) without quotes: atoms with dots, @, a domain name."""
    local, _, domain = text.rpartition("@")
    atom = "[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+"
    has_form = re.fullmatch(rf"{atom}(\.{atom})*", local) is not None
    return has_form and len(local) <= 64 and len(text) <= 254 and is_domain_name(domain)


def scope(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The rows that the rule judges."""
    users = tables["users"]
    return users[users["email"].notna()]


def check(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    users = scope(tables)
    valid_email = [text for text in users["email"].dropna().unique() if is_email(text)]
    return users[~users["email"].isin(valid_email)]
