"""The read-only dashboard: it shows what the contract files say.

Rules of this room: only ``snapshot.py`` reads files, and it knows no Streamlit; a view gets values
and draws them; nothing here writes into a workspace.
"""
