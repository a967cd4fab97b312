"""Pieces of a file, read by offset, in any process."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from typing import BinaryIO

from .errors import DataError


class Pieces:
    """A file whose pieces are read when they are asked for.

    Each process opens it for itself: a DataLoader's workers share no position. A file that ends in `.gz` can't be read
    by offset, so that it is unpacked into memory.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._packed: bytes | None = None
        self._file: BinaryIO | None = None
        self._process = -1
        try:
            if path.endswith(".gz"):
                with gzip.open(path, "rb") as packed:
                    self._packed = packed.read()
                self.size = len(self._packed)
            else:
                self.size = os.path.getsize(path)
                with open(path, "rb"):
                    pass
        except (OSError, EOFError) as error:
            raise DataError(f"{path} can't be read: {reason(error)}") from error

    def stream(self) -> BinaryIO:
        """The file from its start, for one pass."""
        return io.BytesIO(self._packed) if self._packed is not None else open(self.path, "rb")

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Each line with its offset."""
        offset = 0
        with self.stream() as stream:
            for line in stream:
                yield offset, line
                offset += len(line)

    def read(self, start: int, end: int) -> bytes:
        """The bytes from `start` to before `end`."""
        if self._packed is not None:
            return self._packed[start:end]
        if self._file is None or self._process != os.getpid():
            self._file, self._process = open(self.path, "rb"), os.getpid()  # noqa: SIM115
            if os.fstat(self._file.fileno()).st_size != self.size:
                raise DataError(f"{self.path} changed while it was read: start again")
        self._file.seek(start)
        return self._file.read(end - start)

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_file": None, "_process": -1}


def reason(error: BaseException) -> str:
    """What the system says, without the numbers around it."""
    return (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
