"""What a change will have made once it is saved, said as long as it waits."""

from __future__ import annotations

from typing import Any, Generic, NamedTuple, TypeVar

Value = TypeVar("Value")


class ForeseenKey(NamedTuple, Generic[Value]):
    """What is changed: a kind of thing, which one, and which part of it.

    A presenter makes the keys of its room, each with the type of what stands under it.
    """

    kind: str
    id: str = ""
    part: str = ""

    def will_be(self, value: Value) -> Foreseen:
        """What a change says that it makes."""
        return Foreseen(self, value)


class Foreseen(NamedTuple):
    """A key and its value; :meth:`ForeseenKey.will_be` makes it, so that both fit."""

    key: ForeseenKey[Any]
    value: Any
