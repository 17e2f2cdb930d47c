"""Tiny tables that a rule's meaning calls for, each with what must be flagged in it.

Rules of this room: witnesses come from the rule, never from its program; the same rule gives the
same witnesses in the same order; what is expected of them is the plain reading's word.
"""

from __future__ import annotations

from backend.proof.witnesses.derive import derive_witnesses as derive_witnesses
from backend.proof.witnesses.frames import as_frames as as_frames
from backend.proof.witnesses.frames import dtypes as dtypes
from backend.proof.witnesses.owner import owner_witnesses as owner_witnesses
