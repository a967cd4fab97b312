"""What is read: a caption, its picture and its hard negatives."""

from __future__ import annotations

import hashlib
import json
import reprlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from .errors import DataError
from .field_names import CAPTIONS, PICTURES

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Member:
    """A picture inside a tar: `size` bytes from `offset` on."""

    tar: str
    offset: int
    size: int


#: A picture: its path as the file names it, a member of a tar, or what a stream of samples holds (bytes, or decoded).
Picture: TypeAlias = "str | Member | bytes | Image"


@dataclass(frozen=True)
class Negative:
    """One hard caption: false of the picture, and often true of another one.

    `concreteness` is that of the changed word, 1 (abstract) to 5 (concrete), None where the file does not say it;
    `picture` is what the hard caption is true of, if there is one. `positive` is the true text that it differs from, where
    that is the caption with a detail more.
    """

    caption: str
    concreteness: float | None = None
    picture: Picture | None = None
    positive: str | None = None


@dataclass(frozen=True)
class Row:
    """A caption with all its negatives; none of them for a row that `slipform-plant mine --keep-all` kept.

    `id` is a text, as in the file: "000000001" stays what it is. `place` says where it was read, for errors; `file` is what it
    was read from, beside which hard pictures lie. `image` is the field `imageId`.
    """

    id: str
    caption: str
    picture: Picture | None
    negatives: tuple[Negative, ...]
    place: str
    file: str = ""
    image: str | None = None

    @property
    def group(self) -> int:
        """Equal for captions of one image, in every process: by `imageId`, else by the picture's path or member. 63 bits."""
        picture = self.picture if isinstance(self.picture, str | Member) else None
        key = next((key for key in (self.image, picture) if key is not None), (self.place, self.id))
        return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=8).digest(), "big") >> 1


class Rows(Protocol):
    """Rows of one file, read when they are asked for."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Row: ...


def parse_object(text: str | bytes, place: str) -> dict[str, Any]:
    """An object of JSON, or a DataError that names the place."""
    try:
        value = json.loads(text)
    except ValueError as error:  # UnicodeDecodeError is one too
        raise DataError(f"{place} is no JSON ({error}): is the line cut off?") from error
    except RecursionError as error:
        raise DataError(f"{place} is nested too deeply for a record") from error
    if not isinstance(value, dict):
        raise DataError(f"{place} must be an object with caption and negative, got {type(value).__name__}")
    return value


def text_of(record: dict[str, Any], names: Sequence[str], place: str) -> str | None:
    """The first of these fields that is there, as a text; numbers become one."""
    for name in names:
        value = record.get(name)
        if value is None or value == "":
            continue
        if isinstance(value, str):
            return value
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        raise DataError(f"{place}: {name} must be a text, got {reprlib.repr(value)}")
    return None


def rating_of(value: object, place: str) -> float | None:
    """A concreteness: a number from 1 to 5, or None for one that is absent."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 1 <= value <= 5:
        raise DataError(
            f"{place}: concreteness must be a number from 1 to 5 (map your scale first), got {reprlib.repr(value)}"
        )
    return float(value)


def negative_of(record: dict[str, Any], place: str) -> Negative | None:
    """The negative of a record; None if the record gives the reason why there is none (`--keep-all`)."""
    caption = text_of(record, ("negative",), place)
    if caption is None:
        if "reason" in record or "negative" in record:
            return None
        raise DataError(f"{place} has no field negative: is it a file that slipform-plant wrote?")
    picture = text_of(record, ("negativeFilepath", "hard_image"), place)
    positive = text_of(record, ("positive",), place)
    return Negative(caption, rating_of(record.get("concreteness"), place), picture, positive)


def row_of(records: Sequence[dict[str, Any]], default_id: str, place: str, file: str = "") -> Row:
    """The row of one caption's records, which follow each other."""
    first = records[0]
    caption = text_of(first, CAPTIONS, place)
    if caption is None:
        raise DataError(f"{place} has no field caption: is it a file that slipform-plant wrote?")
    if any(text_of(record, CAPTIONS, place) != caption for record in records[1:]):
        raise DataError(
            f"{place}: one id has two captions; ids of files that were put together must be made unique first"
        )
    identity = text_of(first, ("id",), place) or default_id
    negatives = (negative_of(record, place) for record in records)
    picture = text_of(first, PICTURES, place)
    there = tuple(n for n in negatives if n is not None)
    return Row(identity, caption, picture, there, place, file, text_of(first, ("imageId",), place))
