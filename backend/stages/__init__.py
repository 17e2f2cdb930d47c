"""Exploration, preparation and training: what each reads, leaves, and has to prove.

Rules of this room: the code that works on data lies in `kit/` and runs in the sandbox alone; here
is what hands it tables, reads what it left, and judges. Nothing that a program left is unpickled.
"""
