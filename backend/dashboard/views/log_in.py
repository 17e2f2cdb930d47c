"""Logging in and out, where a log-in service is configured (``st.login``)."""

from __future__ import annotations

import streamlit as st
from streamlit.errors import StreamlitAuthError

from backend.dashboard.access import Visitor
from backend.dashboard.plain import notice, paragraph


def render() -> None:
    """Draw all that somebody sees who is not logged in."""
    st.title("Pandas Codegen Agent")
    notice("This dashboard shows business data. Log in to see it.", "info")
    if not st.button("Log in", type="primary", key="log_in"):
        return
    try:
        st.login()
    except StreamlitAuthError:
        fact = "The log-in service is not set up in full, so nobody can log in."
        notice(f"{fact} docs/dashboard.md tells what is needed.", "error")


def tell(visitor: Visitor) -> None:
    """Draw who is logged in, and the way out."""
    if visitor.is_logged_in:
        paragraph(f"Logged in as {visitor.shown}", kind="quiet")
        if st.button("Log out", key="log_out"):
            st.logout()
