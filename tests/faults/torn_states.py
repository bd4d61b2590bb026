"""What a cut of the power may leave of a folder, out of the record of what was done to its disk.

What was written and not synced may be there or not, sector by sector; a name may be there once
it was given, and is there for sure once its folder was synced. Names are lost in any subset.
"""

from __future__ import annotations

import itertools
import os
import random
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

Tree = dict[str, bytes | None]
"""A folder: the bytes of each file, None for a folder in it."""

GRAINS = (512, 4096)
FEW = 4
"""Up to this many things that are not synced, every subset of them is looked at."""
LIKELY = (0.5, 0.5, 0.1, 0.9)
"""How much of what is not synced is there."""
_HEAD = struct.Struct("<iqII")

Chance = Callable[[], bool]


class Event(NamedTuple):
    """One line of the record."""

    what: str
    handle: int
    number: int
    name: str
    data: bytes


def events_of(record: bytes, root: Path) -> list[Event]:
    """The lines of a record, their names as seen from the folder."""
    found, at, inside = [], 0, len(str(root)) + 1
    while at < len(record):
        what = chr(record[at])
        handle, number, named, size = _HEAD.unpack_from(record, at + 1)
        at += 1 + _HEAD.size
        name = record[at : at + named].decode()[inside:]
        data = record[at + named : at + named + size]
        at += named + size
        if what in "rl":
            data = data[inside:]
        found.append(Event(what, handle, number, name, data))
    return found


def tree_of(folder: Path) -> Tree:
    """A folder as it is."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@dataclass(eq=False, slots=True)
class _File:
    """What is on the disk for sure, and what was done since."""

    durable: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        if self.pending:
            self.durable, self.pending = self.seen(None, GRAINS[0]), []

    def seen(self, chance: Chance | None, grain: int) -> bytes:
        if not self.pending:
            return self.durable
        data = bytearray(self.durable)
        for at, written in self.pending:
            if written is None:
                if chance is None or chance():
                    _cut(data, at)
            elif chance is None:
                _put(data, at, written)
            else:
                for start, part in _sectors(at, written, grain):
                    if chance():
                        _put(data, start, part)
        return bytes(data)

    def parts(self) -> int:
        return sum(
            1 if written is None else sum(1 for _ in _sectors(at, written, GRAINS[0]))
            for at, written in self.pending
        )


def _cut(data: bytearray, size: int) -> None:
    del data[size:]
    data.extend(bytes(size - len(data)))


def _put(data: bytearray, at: int, written: bytes) -> None:
    if len(data) < at:
        data.extend(bytes(at - len(data)))
    data[at : at + len(written)] = written


def _sectors(at: int, written: bytes, grain: int) -> Iterator[tuple[int, bytes]]:
    done = 0
    while done < len(written):
        size = min(grain - (at + done) % grain, len(written) - done)
        yield at + done, written[done : done + size]
        done += size


class _Names(NamedTuple):
    """A change of names: one that goes, one that comes, with what it is the name of."""

    gone: str
    come: str
    file: _File | None

    @property
    def folders(self) -> set[str]:
        return {str(PurePosixPath(name).parent) for name in (self.gone, self.come) if name}


class TornDisk:
    """A disk as its record is replayed: what is there for sure, and what may be."""

    def __init__(self, start: Tree) -> None:
        self._names: dict[str, _File | None] = {
            name: None if data is None else _File(data) for name, data in start.items()
        }
        self._durable = dict(self._names)
        self._pending: list[_Names] = []
        self._open: dict[int, tuple[str, _File | None]] = {}

    def replay(self, event: Event) -> bool:
        """Do what a line of the record says; False where nothing changes by it."""
        if event.what == "o":
            return self._opened(event)
        if event.what in "wts":
            return self._written(event)
        if event.what == "m":
            self._named(_Names("", event.name, None))
        elif event.what == "u":
            self._named(_Names(event.name, "", None))
        else:
            self._moved(event.name, event.data.decode(), is_link=event.what == "l")
        return True

    def _opened(self, event: Event) -> bool:
        is_new = event.name not in self._names and bool((event.number >> 1) & os.O_CREAT)
        if is_new:
            self._named(_Names("", event.name, _File()))
        file = self._names.get(event.name)
        self._open[event.handle] = (event.name, file)
        if file is None or not (event.number >> 1) & os.O_TRUNC or is_new:
            return is_new
        file.pending.append((0, None))
        return True

    def _written(self, event: Event) -> bool:
        name, file = self._open[event.handle]
        if event.what == "s":
            if file is None:
                self._keep_names(name)
            else:
                file.sync()
        elif file is not None:
            file.pending.append((event.number, event.data if event.what == "w" else None))
        return True

    def _moved(self, name: str, other: str, *, is_link: bool) -> None:
        file = self._names.get(name)
        if is_link:
            self._named(_Names("", other, file))
        elif PurePosixPath(name).parent == PurePosixPath(other).parent:
            self._named(_Names(name, other, file))
        else:
            # Two folders: either of the two names may last without the other.
            self._named(_Names("", other, file))
            self._named(_Names(name, "", None))

    def _named(self, names: _Names) -> None:
        _apply(self._names, names)
        self._pending.append(names)

    def _keep_names(self, folder: str) -> None:
        left = []
        for names in self._pending:
            if (folder or ".") in names.folders:
                _apply(self._durable, names)
            else:
                left.append(names)
        self._pending = left

    def whole(self) -> Tree:
        """All that was done, as the program sees it."""
        return self._tree(None, GRAINS[0])

    def states(self, draws: int, rng: random.Random) -> Iterator[Tree]:
        """Nothing of what is not synced, all of it, and subsets: all of them where few are."""
        count = len(self._pending) + sum(file.parts() for file in self._files())
        if count <= FEW:
            for chosen in itertools.product((False, True), repeat=count):
                yield self._tree(iter(chosen).__next__, GRAINS[0])
            return
        yield self._tree(lambda: False, GRAINS[0])
        yield self.whole()
        for draw in range(draws):
            likely = LIKELY[draw % len(LIKELY)]
            yield self._tree(lambda: rng.random() < likely, GRAINS[draw % 2])  # noqa: B023

    def _files(self) -> list[_File]:
        known = [*self._durable.values(), *(names.file for names in self._pending)]
        return list({id(file): file for file in known if file is not None}.values())

    def _tree(self, chance: Chance | None, grain: int) -> Tree:
        names = dict(self._durable)
        for change in self._pending:
            if chance is None or chance():
                _apply(names, change)
        seen = {id(file): file.seen(chance, grain) for file in self._files()}
        return {
            name: None if file is None else seen[id(file)]
            for name, file in names.items()
            if all(str(above) in names for above in list(PurePosixPath(name).parents)[:-1])
        }


def _apply(names: dict[str, _File | None], change: _Names) -> None:
    """Change the names of a disk; what would come into a folder that is not there does not."""
    if change.come:
        folder = str(PurePosixPath(change.come).parent)
        if folder != "." and folder not in names:
            return
        names[change.come] = change.file
    if change.gone:
        names.pop(change.gone, None)
