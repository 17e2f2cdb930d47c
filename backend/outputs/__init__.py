"""What leaves the house: flagged rows, reports, alerts.

Rules of this room: data is evidence and is never altered; nothing is capped; a file that was begun
and not finished never takes the place of one that is whole.
"""
