"""The only way a user's value enters generated code, and the layout of a program's page.

Nothing here knows what a rule is. Code is built from :class:`Code` values, never by
interpolating a user's text: values enter through :func:`literal`, names through :func:`name`.
"""
