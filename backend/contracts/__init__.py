"""Every file format and every value that crosses a floor, as frozen models.

Rules of this room: no behaviour beyond reading and writing one's own shape; no pandas, no disk;
nothing here imports another room.
"""
