"""What is wrong with what the program was given."""

from __future__ import annotations

__all__ = ["InputFault"]


class InputFault(Exception):  # noqa: N818 - it is caught in this room and shown as a message
    """The input is bad; the message says where and what to do, one line a problem."""
