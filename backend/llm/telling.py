"""Failures of the SDK, the network and gateways, told as `Failed`. Nothing here is sent."""

from __future__ import annotations

import math
import ssl
import time
from collections.abc import Iterator
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import Any

import anthropic
import httpx2
from pydantic import JsonValue

from backend.llm.failures import CAUSES, Failed, doubt, failed, name_failure

_SERVER_ERRORS = 500


def tell_failure(error: Exception, *, has_format: bool = False, came: JsonValue = None) -> Failed:
    """What an error of the SDK or of HTTP comes to; ``came`` is what arrived of an answer."""
    if isinstance(error, anthropic.APIStatusError):
        return _tell_status(error, has_format=has_format, came=came)
    return _tell_network(error, came)


def _tell_status(error: anthropic.APIStatusError, *, has_format: bool, came: JsonValue) -> Failed:
    headers, status = error.response.headers, error.status_code
    in_stream = error.response.is_success
    body = error.body
    said = error.api_message if isinstance(error.api_message, str) else ""
    if is_page(headers, body):
        code, said = "bad-gateway", f"status {status}, a web page"
    else:
        code = name_failure(
            0 if in_stream else status,
            str(error.type or ""),
            error.error_code or "",
            said,
            has_format=has_format,
        )
    return Failed(
        code,
        said or f"status {status}",
        passing=_is_passing(code, status, headers.get("x-should-retry"), in_stream=in_stream),
        retry_after=_read_wish(headers),
        doubtful=came is not None,
        response={"status": status, "body": _plain(body), "came": came},
        request_id=error.request_id or "",
    )


def _is_passing(code: str, status: int, wish: str | None, *, in_stream: bool) -> bool:
    if wish in ("true", "false"):
        return wish == "true" and not CAUSES[code].everyone
    if code == "bad-gateway" and not in_stream:
        return status >= _SERVER_ERRORS
    return CAUSES[code].passing


def _tell_network(error: Exception, came: JsonValue) -> Failed:
    chain = list(_causes(error))
    said = str(chain[-1]) or type(chain[-1]).__name__
    if any(isinstance(each, ssl.SSLCertVerificationError) for each in chain):
        return failed("bad-certificate", said)
    before_sending = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.ProxyError)
    if any(isinstance(each, before_sending) for each in chain):
        return failed("no-network", said)
    if any(isinstance(each, httpx2.UnsupportedProtocol | httpx2.InvalidURL) for each in chain):
        return Failed("no-network", said)
    is_slow = any(isinstance(each, httpx2.TimeoutException) for each in chain)
    code = "timeout" if is_slow else "connection-lost"
    return doubt(failed(code, "" if is_slow else said, response=came))


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def is_page(headers: Any, body: object) -> bool:
    """Whether this is a web page, as proxies answer, and not the API."""
    is_html = "html" in headers.get("content-type", "").lower()
    return is_html or (isinstance(body, str) and body.lstrip()[:1] == "<")


def _read_wish(headers: Any) -> float | None:
    """Seconds to wait: a number or, as RFC 9110 has it too, a date."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        with suppress(KeyError, ValueError):
            seconds = float(headers[name]) * unit
            return max(seconds, 0.0) if math.isfinite(seconds) else None
    with suppress(ValueError):
        until = parsedate_to_datetime(headers.get("retry-after", "")).timestamp()
        return max(until - time.time(), 0.0)
    return None


def _plain(body: object) -> JsonValue:
    match body:
        case None | str() | dict() | list():
            return body
    return str(body)
