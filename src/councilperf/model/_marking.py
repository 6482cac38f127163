"""Markings: what the law makes of information that is not for everybody."""

from __future__ import annotations

from typing import TypeAlias

from councilperf.model._confidentiality import Confidentiality
from councilperf.model._exemption import Exemption

__all__ = ["MARKINGS", "Marking"]

#: Exempt information *may* be kept from the public, confidential information *must* be.
Marking: TypeAlias = Exemption | Confidentiality

#: The same two, for guards.
MARKINGS = (Exemption, Confidentiality)
