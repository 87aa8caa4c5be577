from __future__ import annotations

from enum import IntEnum


class CodeList(IntEnum):
    """A code list of the contract. A value that a later version adds keeps its number, and its name is that number."""

    @classmethod
    def _missing_(cls, value: object) -> CodeList | None:
        if not isinstance(value, int):
            return None
        unknown = int.__new__(cls, value)
        unknown._name_ = str(value)
        unknown._value_ = value
        return unknown
