"""The read-only dashboard: it shows what the contract files say.

Rules of this room: only ``snapshot*.py`` (through `backend.store`) read files, and they know no
Streamlit; a view gets values and draws them; nothing here writes into a workspace; foreign text
becomes HTML in ``plain.py`` alone and Markdown nowhere.
"""
