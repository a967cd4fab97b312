"""Records in Parquet: one row for each negative, nested fields with a dot."""

from __future__ import annotations

from array import array
from typing import Any

from .bytes import reason
from .errors import DataError, missing_package
from .field_names import CAPTIONS, PICTURES
from .rows import Row, row_of

COLUMNS = (
    *("id", "imageId", *CAPTIONS, "positive", "negative", "concreteness"),
    *(*PICTURES, "negativeFilepath", "reason"),
)


class ParquetRows:
    """Rows of a Parquet file. The columns that are needed are held as Arrow keeps them, some 200 bytes a negative.

    Needs pyarrow (the extra `data`). Rows of one caption follow each other and share its id.
    """

    def __init__(self, path: str) -> None:
        try:
            import pyarrow as pa
            import pyarrow.compute as pc
            import pyarrow.parquet as pq
        except ImportError as error:
            raise missing_package("pyarrow", "Parquet", "data") from error
        self._path = path
        try:
            with pq.ParquetFile(path) as file:
                there = [name for name in COLUMNS if name in file.schema_arrow.names]
                missing = [] if any(name in there for name in CAPTIONS) else [" or ".join(CAPTIONS)]
                missing += [] if "negative" in there else ["negative"]
                if missing:
                    raise DataError(
                        f"{path} has no column {' and no column '.join(missing)}; there are "
                        f"{', '.join(file.schema_arrow.names)}"
                    )
                self._table = file.read(columns=there, use_threads=False)
        except (OSError, pa.ArrowException) as error:
            raise DataError(f"{path} can't be read as Parquet: {reason(error).splitlines()[0]}") from error
        if len(self._table) == 0:
            raise DataError(f"{path} has no rows")
        self._starts = array("q", [0])
        if "id" in there:
            ids = self._table["id"].combine_chunks()
            self._starts.extend(
                index + 1 for index in pc.indices_nonzero(pc.not_equal(ids[1:], ids[:-1])).to_pylist()
            )
            firsts = ids.take(pa.array(self._starts, pa.int64()))
            if len(pc.unique(firsts)) != len(firsts):
                raise DataError(
                    f"{path}: one id stands at several places; ids must be unique, and records of one caption must "
                    "follow each other"
                )
        else:
            self._starts.extend(range(1, len(self._table)))
        self._starts.append(len(self._table))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int, /) -> Row:
        start, end = self._starts[index], self._starts[index + 1]
        records: list[dict[str, Any]] = self._table.slice(start, end - start).to_pylist()
        return row_of(records, str(start + 1), f"{self._path}, row {start + 1}", self._path)
