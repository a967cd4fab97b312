"""Samples of a webdataset shard as rows, by place."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .bytes import Pieces, reason
from .errors import DataError, shorten
from .field_names import CAPTIONS
from .rows import Member, Negative, Row, negative_of, parse_object, text_of

IMAGES = ("jpg", "png", "jpeg", "webp")


def split_key(name: str) -> tuple[str, str]:
    """A member's key and its extension, as webdataset has them: all behind the first dot of the last part."""
    folder, slash, file = name.rpartition("/")
    stem, _, extension = file.partition(".")
    return folder + slash + stem, extension.lower()


def negatives_of_sample(sample: Mapping[str, Any], place: str) -> tuple[Negative, ...] | None:
    """The negatives of a sample: those of `negatives.json`, else `neg_caption`; None if it has neither member.

    Values may be bytes, or what webdataset's `decode()` made of them. An empty `neg_caption` is a sample that
    `--keep-all` kept: no negatives. `neg.jpg` (or `neg_jpg`, `.png` …) is the picture of the first one.
    """
    picture = next(
        (f"neg{mark}{kind}" for kind in IMAGES for mark in "._" if f"neg{mark}{kind}" in sample), None
    )
    records = _records(sample, place)
    if records is not None:
        negatives = [n for n in (negative_of(record, place) for record in records) if n is not None]
    else:
        caption = sample.get("neg_caption", sample.get("neg_caption.txt"))
        if caption is None:
            return None
        caption = text_in(caption, "neg_caption", place)
        positive = sample.get("pos_caption", sample.get("pos_caption.txt"))
        true = None if positive is None else text_in(positive, "pos_caption", place) or None
        negatives = [Negative(caption, positive=true)] if caption else []
    # Paths in records lead to files that a shard does not have: its picture is a member.
    return tuple(
        replace(n, picture=sample[picture] if picture is not None and index == 0 else None)
        for index, n in enumerate(negatives)
    )


def _records(sample: Mapping[str, Any], place: str) -> list[dict[str, Any]] | None:
    found = sample.get("negatives.json")
    if found is None:
        return None
    records = parse_list(found, place) if isinstance(found, bytes | str) else found
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise DataError(f"{place}: negatives.json must be a list of records")
    return records


def text_in(member: bytes | str, name: str, place: str) -> str:
    """What a member says, without white space around it."""
    try:
        return (member.decode() if isinstance(member, bytes) else str(member)).strip()
    except UnicodeDecodeError as error:
        raise DataError(f"{place}: {name} is not UTF-8") from error


def parse_list(text: bytes | str, place: str) -> list[Any]:
    """A list in JSON."""
    try:
        value = json.loads(text)
    except ValueError as error:
        raise DataError(f"{place}: negatives.json is no JSON ({error})") from error
    except RecursionError as error:
        raise DataError(f"{place}: negatives.json is nested too deeply for records") from error
    if not isinstance(value, list):
        return [parse_object(text, place)]
    return value


class TarRows:
    """Rows of a shard. Its headers are read through once; members are read when they are asked for.

    A side tar, written without pictures, has rows without pictures. For training on many shards take webdataset, which
    reads them in order: `DecodeNegatives`.
    """

    def __init__(self, path: str) -> None:
        self._file = Pieces(path)
        self._samples: list[tuple[str, dict[str, tuple[int, int]]]] = []
        try:
            with tarfile.open(fileobj=self._file.stream(), mode="r:") as tar:
                for info in tar:
                    if info.issparse():
                        raise DataError(
                            f"{path} has sparse files, as {shorten(info.name)}: write it without --sparse"
                        )
                    if info.isreg():
                        self._add(info)
                end = tar.offset
        except DataError:
            raise
        except (
            tarfile.TarError,
            OSError,
            EOFError,
            ValueError,
        ) as error:  # a ValueError for sizes that are no numbers
            raise DataError(f"{path} can't be read as a tar: {reason(error)}") from error
        if self._file.read(end, end + 512) != bytes(512):
            raise DataError(f"{path} is cut off: a tar ends in zeros")
        if not self._samples:
            raise DataError(f"{path} has no samples")

    def _add(self, info: tarfile.TarInfo) -> None:
        key, extension = split_key(info.name)
        if not self._samples or self._samples[-1][0] != key or extension in self._samples[-1][1]:
            self._samples.append((key, {}))
        self._samples[-1][1][extension] = (info.offset_data, info.size)

    def __len__(self) -> int:
        return len(self._samples)

    def __getitem__(self, index: int, /) -> Row:
        key, members = self._samples[index]
        place = f"{self._file.path}, sample {key}"
        pictures = {name for name in members if name.endswith(IMAGES)}
        sample: dict[str, Any] = {
            name: Member(self._file.path, *at) if name in pictures else self._file.read(at[0], sum(at))
            for name, at in members.items()
        }
        negatives = negatives_of_sample(sample, place)
        if negatives is None:
            raise DataError(
                f"{place} has neither .negatives.json nor .neg_caption: is it a shard of slipform-plant?"
            )
        picture = next((sample[kind] for kind in IMAGES if kind in sample), None)
        caption, image = caption_of_sample(sample, place), image_of_sample(sample, place)
        return Row(key, caption, picture, negatives, place, self._file.path, image)


def caption_of_sample(sample: Mapping[str, Any], place: str) -> str:
    """The caption: the member `txt`, else that of the first record."""
    text = sample.get("txt")
    if text is None:
        records = _records(sample, place)
        text = text_of(records[0], CAPTIONS, place) if records else None
    if text is None:
        raise DataError(f"{place} has no caption: neither .txt nor a record of it")
    return text_in(text, "txt", place)


def image_of_sample(sample: Mapping[str, Any], place: str) -> str | None:
    """The `imageId` of the first record."""
    records = _records(sample, place)
    return text_of(records[0], ("imageId",), place) if records else None
