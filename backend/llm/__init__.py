"""Asking a model: what is sent, what it may cost, how failures end, and that all is on record.

Rules of this room: nothing is sent that the budget could not bear or that a secret is in; what came
back is on record before it is parsed; every failure is a `ProviderError` with a stable code
(`failures.CAUSES`); no request carries a temperature or a clock; the SDK is imported when a call is
really made, and by ``service.py`` and ``platforms.py`` alone.
"""
