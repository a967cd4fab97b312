"""Which files are meant, and of which format they are."""

from __future__ import annotations

import glob
import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from .errors import DataError, shorten
from .jsonl import JsonlRows
from .parquet import ParquetRows
from .rows import Row, Rows
from .table import TableRows
from .tar import TarRows

#: A path, a glob, a brace list as webdataset has it ('shard-{00000..00009}.tar'), or several of them.
Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

_BRACES = re.compile(r"\{([^{}]*)\}")
MOST_NAMES = 500_000  # as slipform-plant


def expand_braces(pattern: str) -> list[str]:
    """`a{00..02}` and `a{x,y}` as the shell and webdataset expand them; zeros in front are kept.

    Raises DataError for more than 500,000 names.
    """
    # Twenty braces with two values each have more names than that.
    names = list(islice(_expanded(pattern), MOST_NAMES + 1)) if pattern.count("{") <= 100 else None
    if names is None or len(names) > MOST_NAMES:
        raise DataError(
            f"{shorten(pattern)} expands to more than {MOST_NAMES:,} names: name fewer files at once"
        )
    return names


def _expanded(pattern: str) -> Iterator[str]:
    match = _BRACES.search(pattern)
    if match is None:
        yield pattern
        return
    inner = match.group(1)
    run = re.fullmatch(r"(-?\d{1,18})\.\.(-?\d{1,18})", inner)
    parts: Iterable[str]
    if run:
        first, last = int(run.group(1)), int(run.group(2))
        padded = any(re.match(r"-?0\d", end) for end in run.groups())
        width = max(map(len, run.groups())) if padded else 0
        step = 1 if first <= last else -1
        parts = (str(number).zfill(width) for number in range(first, last + step, step))
    elif "," in inner:
        parts = inner.split(",")
    else:
        yield pattern
        return
    for part in parts:
        yield from _expanded(pattern[: match.start()] + part + pattern[match.end() :])


def expand(source: Source) -> list[str]:
    """The files of a source, in order.

    :raises DataError: for one that is not there, or a glob that nothing matches.
    """
    patterns = [source] if isinstance(source, str | os.PathLike) else list(source)
    files: list[str] = []
    for pattern in patterns:
        for path in expand_braces(os.fspath(pattern)):
            found = sorted(glob.glob(path)) if glob.has_magic(path) and not os.path.exists(path) else [path]
            if not found:
                raise DataError(f"no file matches {path}")
            files += found
    for file in files:
        if not os.path.exists(file):
            raise DataError(f"{file} is not there")
    if not files:
        raise DataError("no file is named")
    return files


def read_negatives(source: Source) -> Rows:
    """The captions of one or more files that `slipform-plant` wrote, with their negatives.

    `.jsonl`, `.tsv` (NegCLIP's columns; `.csv` too), `.parquet` and `.tar` are read; `.jsonl.gz` and `.tsv.gz` are unpacked
    into memory. What comes is a sequence of `Row`s, read when they are asked for: of a million captions in JSON lines or
    TSV 16 MB are held, of Parquet the columns that are needed.

    Raises DataError (a ValueError) of one sentence with file and line for a file that is missing, cut off or not ours.
    """
    parts = [_read(file) for file in expand(source)]
    return parts[0] if len(parts) == 1 else _Joined(parts)


def _read(path: str) -> Rows:
    name = path.removesuffix(".gz")
    if name.endswith((".jsonl", ".ndjson")):
        return JsonlRows(path)
    if name.endswith((".tsv", ".csv")):
        return TableRows(path)
    if path.endswith(".parquet"):
        return ParquetRows(path)
    if path.endswith(".tar"):
        return TarRows(path)
    raise DataError(f"{path} must end in .jsonl, .tsv, .csv, .parquet or .tar, or in .jsonl.gz or .tsv.gz")


class _Joined:
    """Several files as one."""

    def __init__(self, parts: list[Rows]) -> None:
        self._parts = parts
        self._ends = list(accumulate(map(len, parts)))

    def __len__(self) -> int:
        return self._ends[-1]

    def __getitem__(self, index: int, /) -> Row:
        part = bisect_right(self._ends, index)
        if part == len(self._parts):
            raise IndexError(index)
        return self._parts[part][index - (self._ends[part - 1] if part else 0)]
