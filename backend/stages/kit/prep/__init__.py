"""Preparation of one table, as it runs inside the sandbox.

Rules of this room:
- What is learnt is learnt from the train part; the other parts are only transformed, row by row.
- A pipeline holds components of scikit-learn, Pandas and the standard library alone: it loads
  where they are installed, without this project.
- Nothing reads a clock; whatever is drawn at random is drawn from a given seed.
"""
