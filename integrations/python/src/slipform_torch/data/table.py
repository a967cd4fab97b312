"""NegCLIP's table: tabs, one row for each caption, lists as Python writes them."""

from __future__ import annotations

import ast
import csv
from array import array
from collections.abc import Iterator

from .bytes import Pieces
from .errors import DataError, shorten
from .field_names import CAPTIONS, PICTURES
from .rows import Negative, Row, rating_of

csv.field_size_limit(1 << 27)  # a hundred negatives of long captions in one cell


class TableRows:
    """Rows of a TSV (or CSV). It is read through once, and 16 bytes a caption are held.

    Columns: `caption` (or `title`, `text`) and `neg_caption` must be there; `filepath` (or `file_name`, `filename`,
    `image`, `image_path`, `path`), `neg_filepath`, `concreteness`, `id` and `imageId` may be. Of several the first that is
    filled counts. Without `id` a row's id is its line, the header being line 1. Quotation marks are as in CSV.
    `negatives=False` reads a table of pairs alone, in which `neg_caption` may be missing.
    """

    def __init__(
        self,
        path: str,
        *,
        separator: str | None = None,
        picture_key: str | None = None,
        caption_key: str | None = None,
        negatives: bool = True,
    ) -> None:
        self._file = Pieces(path)
        self._separator = separator or ("," if path.removesuffix(".gz").endswith(".csv") else "\t")
        self._starts = array("q")
        self._lines = array("q")
        records = self._records()
        try:
            _, _, header = next(records)
        except StopIteration:
            raise DataError(f"{path} is empty: its first line must name the columns") from None
        self._columns = {name.strip(): index for index, name in enumerate(header)}
        self._captions = self._named((caption_key,) if caption_key else CAPTIONS, "captions")
        self._pictures = self._named((picture_key,), "pictures") if picture_key else self._there(PICTURES)
        self._has_negatives = negatives
        if negatives:
            self._named(("neg_caption",), "hard captions")
        self.has_ids, self.has_pictures = "id" in self._columns, bool(self._pictures)
        for start, line, cells in records:
            if not cells:
                continue
            place = f"{path}, line {line}"
            if len(cells) != len(header):
                raise DataError(
                    f"{place} has {len(cells)} cells, and the header {len(header)}: is the row cut off?"
                )
            if negatives:
                self._check_lists(cells, place)
            self._starts.append(start)
            self._lines.append(line)
        self._starts.append(self._file.size)
        if not self._lines:
            raise DataError(f"{path} has a header and no rows")

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, index: int, /) -> Row:
        place = f"{self._file.path}, line {self._lines[index]}"
        text = self._file.read(self._starts[index], self._starts[index + 1]).decode()
        cells = next(csv.reader(text.splitlines(keepends=True), delimiter=self._separator))
        identity = self._cell(cells, "id") or str(self._lines[index])
        caption = next((cells[i] for i in self._captions if cells[i]), "")
        picture = next((cells[i] for i in self._pictures if cells[i]), None)
        negatives = self._read_negatives(cells, place) if self._has_negatives else ()
        image = self._cell(cells, "imageId") or None
        return Row(identity, caption, picture, negatives, place, self._file.path, image)

    def _records(self) -> Iterator[tuple[int, int, list[str]]]:
        """Each record with its offset and its first line's number; a quoted cell may hold line ends."""
        taken = [0, 0]  # bytes and lines that the reader has had

        def texts() -> Iterator[str]:
            for offset, line in self._file.lines():
                taken[0], taken[1] = offset + len(line), taken[1] + 1
                try:
                    yield line.decode("utf-8-sig" if offset == 0 else "utf-8")
                except UnicodeDecodeError as error:
                    raise DataError(f"{self._file.path}, line {taken[1]} is not UTF-8") from error

        reader = csv.reader(texts(), delimiter=self._separator, strict=True)
        while True:
            start, line = taken[0], taken[1] + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise DataError(f"{self._file.path}, line {line} can't be read: {error}") from error
            yield start, line, cells

    def _there(self, names: tuple[str, ...]) -> list[int]:
        return [self._columns[name] for name in names if name in self._columns]

    def _named(self, names: tuple[str, ...], what: str) -> list[int]:
        there = self._there(names)
        if not there:
            raise DataError(
                f"{self._file.path} has no column {' or '.join(names)} for the {what}; there are "
                f"{', '.join(self._columns)[:200]}"
            )
        return there

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self._columns[name]] if name in self._columns else ""

    def _check_lists(self, cells: list[str], place: str) -> None:
        for name in ("neg_caption", "neg_filepath", "concreteness"):
            cell = self._cell(cells, name).strip()
            if cell.startswith("[") != cell.endswith("]"):
                raise DataError(f"{place}: {name} must be a list as Python writes it, got {shorten(cell)}")

    def _read_negatives(self, cells: list[str], place: str) -> tuple[Negative, ...]:
        captions = self._list(cells, "neg_caption", place)
        ratings = self._list(cells, "concreteness", place) or [None] * len(captions)
        pictures = self._list(cells, "neg_filepath", place) or [None] * len(captions)
        for name, values in (("concreteness", ratings), ("neg_filepath", pictures)):
            if len(values) != len(captions):
                raise DataError(f"{place}: {name} has {len(values)} entries, and neg_caption {len(captions)}")
        rows = []
        for caption, rating, picture in zip(captions, ratings, pictures, strict=True):
            if not isinstance(caption, str) or not (picture is None or isinstance(picture, str)):
                raise DataError(f"{place}: neg_caption and neg_filepath must be lists of texts")
            rows.append(Negative(caption, rating_of(rating, place), picture or None))
        return tuple(rows)

    def _list(self, cells: list[str], name: str, place: str) -> list[object]:
        """A cell's list; one value alone is a list of one, and an empty cell an empty list."""
        cell = self._cell(cells, name).strip()
        if not cell:
            return []
        if not cell.startswith("["):
            try:
                return [float(cell) if name == "concreteness" else cell]
            except ValueError:
                raise DataError(f"{place}: {name} must be a number or a list, got {shorten(cell)}") from None
        try:
            value = ast.literal_eval(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError) as error:
            raise DataError(
                f"{place}: {name} must be a list as Python writes it, got {shorten(cell)}"
            ) from error
        if not isinstance(value, list):  # ["a"],["b"] is a tuple
            raise DataError(f"{place}: {name} must be one list, got {shorten(cell)}")
        return value
