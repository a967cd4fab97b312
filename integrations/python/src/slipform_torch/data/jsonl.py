"""Records as JSON lines: what `slipform-plant mine` and `pairs` write by default."""

from __future__ import annotations

from array import array

import torch

from .bytes import Pieces
from .errors import DataError
from .rows import Row, parse_object, row_of, text_of


class JsonlRows:
    """Rows of a file of JSON lines. It is read through once, and 16 bytes a caption are held.

    Records of one caption follow each other and share its id; a record without an id has its line's number.
    """

    def __init__(self, path: str) -> None:
        self._file = Pieces(path)
        self._starts = array("q")
        self._lines = array("q")
        hashes = array("q")
        last = ""
        records: list[dict[str, object]] = []
        number = 0
        for number, (offset, line) in enumerate(self._file.lines(), 1):
            if not line.strip():
                continue
            place = f"{path}, line {number}"
            record = parse_object(line.removeprefix(b"\xef\xbb\xbf"), place)
            identity = text_of(record, ("id",), place) or f"line {number}"
            if not records or identity != last:
                last, records = identity, [record]
                hashes.append(hash(identity))
                self._starts.append(offset)
                self._lines.append(number)
            else:
                records.append(record)
            row_of(
                [records[0], record], identity, place
            )  # every line is checked here, not in the midst of a run
        self._starts.append(self._file.size)
        if not self._lines:
            raise DataError(f"{path} is empty: it must hold records of slipform-plant")
        self._refuse_repeated(torch.frombuffer(hashes, dtype=torch.int64))

    def _refuse_repeated(self, hashes: torch.Tensor) -> None:
        ordered, places = hashes.sort(stable=True)
        again = (ordered[1:] == ordered[:-1]).nonzero()
        if len(again) > 0:
            first, second = (self._lines[int(place)] for place in places[again[0, 0] : again[0, 0] + 2])
            raise DataError(
                f"{self._file.path}, line {second} has the id of line {first}, and others stand between: ids must be "
                "unique, and records of one caption must follow each other"
            )

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, index: int, /) -> Row:
        line = self._lines[index]
        place = f"{self._file.path}, line {line}"
        text = self._file.read(self._starts[index], self._starts[index + 1])
        pieces = [piece for piece in text.split(b"\n") if piece.strip()]
        records = [parse_object(piece.removeprefix(b"\xef\xbb\xbf"), place) for piece in pieces]
        return row_of(records, str(line), place, self._file.path)
