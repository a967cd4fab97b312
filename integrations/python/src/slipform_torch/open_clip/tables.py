"""Pairs from a table, with hard captions, where open_clip has its CsvDataset."""

from __future__ import annotations

import csv
from argparse import Namespace
from array import array
from dataclasses import replace
from typing import Any

import torch
from torch.utils.data import Dataset

from ..data.bytes import Pieces
from ..data.dataset import NegativesDataset, Tokenizer, Transform
from ..data.errors import DataError, shorten
from ..data.field_names import CAPTIONS, PICTURES
from ..data.files import expand, read_negatives
from ..data.rows import Row, Rows
from ..data.table import TableRows
from .batch import Texts, texts_of
from .options import Options


class TableDataset(Dataset[tuple[torch.Tensor, Texts]]):
    """Items as open_clip's loop takes them: (picture [C, H, W], Texts)."""

    def __init__(
        self, rows: Rows, tokenizer: Tokenizer, transform: Transform, options: Options, seed: int
    ) -> None:
        self._data = NegativesDataset(
            rows,
            tokenizer,
            transform,
            hard=options.hard,
            layout=options.layout,
            image_root=options.image_root,
            hard_image_root=options.hard_image_root,
            seed=seed,
            rated=options.margin.needs_concreteness,
        )
        self.epoch = self._data.epoch

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, Texts]:
        item = self._data[index]
        return item.pop("image"), texts_of(item, index)


def train_rows(args: Any, options: Options) -> Rows:
    """The rows to train on: those of --negatives alone, or a table that they are joined to, or a table that has both."""
    path = args.train_data
    if options.negatives is not None and path == options.negatives[0]:
        return merge(options.negatives)
    if not path.removesuffix(".gz").endswith((".csv", ".tsv", ".txt")):
        return read_negatives(path)
    keys = _keys(args, path)
    if options.negatives is None:
        return TableRows(path, **keys)
    return JoinedRows(TableRows(path, negatives=False, **keys), merge(options.negatives), path)


def merge(files: list[str]) -> Rows:
    """The rows of one or more files; of several those of one id, picture and caption become one."""
    rows = read_negatives(files)
    return rows if len(expand(files)) == 1 else MergedRows(rows)


class MergedRows:
    """Rows that are spread over several files, such as those of `slipform-plant mine` and `pairs`. 16 bytes a row are held."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        keys = array("q")
        for index in range(len(rows)):
            row = rows[index]
            keys.append(hash((row.id, row.picture, row.caption)))
        _, group = torch.unique(torch.frombuffer(keys, dtype=torch.int64), return_inverse=True)
        count = int(group.max()) + 1
        # groups in the order of their first rows
        first = torch.full((count,), len(keys)).scatter_reduce(0, group, torch.arange(len(keys)), "amin")
        place = torch.empty_like(first)
        place[first.argsort()] = torch.arange(count)
        ordered, self._members = place[group].sort(stable=True)
        self._starts = torch.searchsorted(ordered, torch.arange(count + 1))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int, /) -> Row:
        start, end = self._starts[index : index + 2].tolist()
        rows = [self._rows[member] for member in self._members[start:end].tolist()]
        negatives = {negative.caption: negative for row in rows for negative in row.negatives}
        return replace(rows[0], negatives=tuple(negatives.values()))


def _keys(args: Any, path: str) -> dict[str, Any]:
    """Separator and columns: open_clip's options, as far as they were given."""
    separator = args.csv_separator
    if separator == "\t" and path.removesuffix(".gz").endswith(".csv"):
        separator = ","
    return {
        "separator": separator,
        "picture_key": args.csv_img_key or None,
        "caption_key": args.csv_caption_key or None,
    }


def with_columns(args: Any, path: str) -> Any:
    """The arguments for open_clip's own reader of a table: columns that were not given are the usual ones of the table."""
    first = next((line for _, line in Pieces(path).lines()), b"").decode("utf-8-sig", errors="replace")
    there = next(csv.reader([first], delimiter=args.csv_separator), [])

    def usual(names: tuple[str, ...], default: str) -> str:
        return next((name for name in names if name in there), default)

    image = args.csv_img_key or usual(PICTURES, "filepath")
    caption = args.csv_caption_key or usual(CAPTIONS, "title")
    return Namespace(**{**vars(args), "csv_img_key": image, "csv_caption_key": caption})


class JoinedRows:
    """A table of pairs with the negatives of another file.

    A pair's negatives are those of its id; where the table has no such id, or the file of negatives has none (TSV), those of
    the same picture and caption. Where neither ids nor pictures are in both, the id is the line, as slipform-plant counts it.
    A pair without any is masked. If under half of the captions that have negatives find a pair, and under half of the pairs
    find negatives, the files don't belong together: DataError. 8 bytes a pair are held.
    """

    def __init__(self, pairs: TableRows, negatives: Rows, path: str) -> None:
        self._pairs, self._negatives = pairs, negatives
        by_id, by_text, captions = (array("q") for _ in range(3))
        with_negatives = array("b")
        has_pictures = False
        for index in range(len(negatives)):
            row = negatives[index]
            by_id.append(hash(row.id))
            by_text.append(hash((row.picture, row.caption)))
            captions.append(hash(row.caption))
            with_negatives.append(bool(row.negatives))
            has_pictures = has_pictures or row.picture is not None
        has_ids = not isinstance(negatives, TableRows) or negatives.has_ids
        has_ids = has_ids and (pairs.has_ids or not (pairs.has_pictures and has_pictures))
        wanted_ids, wanted_texts, wanted_captions = (array("q") for _ in range(3))
        for index in range(len(pairs)):
            pair = pairs[index]
            wanted_ids.append(hash(pair.id))
            wanted_texts.append(hash((pair.picture, pair.caption)))
            wanted_captions.append(hash(pair.caption))
        known = torch.frombuffer(captions, dtype=torch.int64)
        wanted = torch.frombuffer(wanted_captions, dtype=torch.int64)
        found = lookup(wanted_ids, by_id) if has_ids else torch.full((len(pairs),), -1)
        found[known[found] != wanted] = -1  # an id of another caption: a line's number of another file
        self._found = torch.where(found < 0, lookup(wanted_texts, by_text), found)
        there = torch.frombuffer(with_negatives, dtype=torch.bool)
        joined = self._found[self._found >= 0]
        joined = joined[there[joined]]
        captions_found, captions_there = len(joined.unique()), int(there.sum())
        if captions_found == 0 or (2 * captions_found < captions_there and 2 * len(joined) < len(pairs)):
            keys = self._keys_that_differ(lookup(wanted_captions, captions), by_id=has_ids)
            raise DataError(
                f"{captions_found} of {captions_there} captions with negatives find a pair in {path}: {keys}; mine the "
                "table itself, or give both files the same ids, or the same pictures"
            )

    def _keys_that_differ(self, same_caption: torch.Tensor, *, by_id: bool) -> str:
        """One caption's keys on both sides; else, where no caption is in both, those of the first rows."""
        lost = ((self._found < 0) & (same_caption >= 0)).nonzero()
        at = int(lost[0]) if len(lost) > 0 else 0
        pair = self._pairs[at]
        record = self._negatives[max(0, int(same_caption[at]))]
        both = pair.picture is not None and record.picture is not None and pair.picture != record.picture
        if both or not by_id:
            return f"{shown(pair.picture)} in the table, {shown(record.picture)} in the records"
        return f"id {shown(pair.id)} in the table, {shown(record.id)} in the records"

    def __len__(self) -> int:
        return len(self._pairs)

    def __getitem__(self, index: int, /) -> Row:
        pair, found = self._pairs[index], int(self._found[index])
        return pair if found < 0 else replace(pair, negatives=self._negatives[found].negatives)


def shown(key: object) -> str:
    """An id or a picture's path for an error."""
    return shorten(key) if isinstance(key, str) else "no picture"


def lookup(wanted: array[int], known: array[int]) -> torch.Tensor:
    """For each wanted number its place among the known ones, or -1: int64 [len(wanted)]."""
    keys, places = torch.frombuffer(known, dtype=torch.int64).sort()
    numbers = torch.frombuffer(wanted, dtype=torch.int64)
    at = torch.searchsorted(keys, numbers).clamp(max=len(keys) - 1)
    return torch.where(keys[at] == numbers, places[at], -1)
