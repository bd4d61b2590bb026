"""What a page tells the window by values: a place to be, or what to have done."""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(frozen_default=True)
class Value:
    """Two of one class that say the same are equal, and none changes.

    A dataclass or a named tuple would say no more, and compiles its methods at every start: a
    millisecond for a class of the one, some tenths for one of the other, and there are thirty.
    """

    def __init__(self, *values: object, **named: object) -> None:
        names = type(self).__annotations__
        said = dict(zip(names, values, strict=False)) | named
        kept = [name for name in names if name in said or hasattr(type(self), name)]
        if len(values) + len(named) != len(said) or said.keys() - names or len(kept) < len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names) or 'nothing'}")
        vars(self).update({name: said.get(name, getattr(type(self), name, None)) for name in names})

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        said = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{type(self).__name__}({said})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is a value")
