"""Pairs from webdataset's shards, with hard captions, through open_clip's own pipeline."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import torch

from ..data.choose import Epoch
from ..data.dataset import HardCaptions, Tokenizer, Transform
from ..data.errors import DataError
from ..data.rows import Negative, Row
from ..data.streams import JoinNegatives, row_of_sample
from .batch import Packing, texts_of
from .options import Options

Sample = dict[str, Any]


class SamplesWithNegatives:
    """Stands for open_clip's `tarfile_to_samples_nothrow`: the samples of shards, whose `txt` carries the negatives too.

    open_clip's pipeline hands on a sample's picture and its text alone. So the text becomes JSON of the row, which
    `PackTexts` takes apart where open_clip tokenizes.
    """

    def __init__(self, read: Callable[[Any], Iterable[Sample]], options: Options) -> None:
        self._read = read
        self._join = None if options.negatives is None else JoinNegatives(options.negatives)

    def check(self, shards: Iterable[str]) -> None:
        """:raises DataError: if a shard has no file of negatives."""
        for shard in shards:
            if self._join is not None:
                self._join.file_for(shard)

    def __call__(self, source: Any) -> Iterator[Sample]:
        samples = self._read(source)
        if self._join is not None:
            samples = self._join(samples)
        shard, seen, found = "", 0, 0
        for sample in samples:
            if sample["__url__"] != shard:
                self._refuse_bare(shard, seen, found)
                shard, seen, found = sample["__url__"], 0, 0
            seen += 1
            if "txt" not in sample:  # open_clip leaves such samples out
                yield sample
                continue
            found += "__negatives__" in sample or "negatives.json" in sample or "neg_caption" in sample
            yield {**sample, "txt": row_to_text(row_of_sample(sample))}
        self._refuse_bare(shard, seen, found)

    def _refuse_bare(self, shard: str, seen: int, found: int) -> None:
        if seen and not found:
            raise DataError(
                f"{shard} has no negatives in it (.negatives.json or .neg_caption): name their files by --negatives"
            )


class PackTexts:
    """Stands for the tokenizer in open_clip's pipeline: `PackTexts(text)[0]` is the packed texts of a sample."""

    def __init__(self, tokenizer: Tokenizer, transform: Transform, options: Options, seed: int) -> None:
        self.epoch = Epoch()
        self._hard = HardCaptions(
            tokenizer,
            transform,
            hard=options.hard,
            layout=options.layout,
            seed=seed,
            rated=options.margin.needs_concreteness,
            epoch=self.epoch,
        )
        self.packing = Packing(options.hard, tokenizer([""]).shape[1])
        self._shape = torch.Size()
        if options.layout != "captions":
            from PIL import Image

            self._shape = transform(Image.new("RGB", (8, 8))).shape

    def __call__(self, text: str) -> list[torch.Tensor]:
        row = row_from_text(text)
        return [self.packing.pack(texts_of(self._hard(row, self._shape)))]


def row_to_text(row: Row) -> bytes:
    """A row as JSON; pictures of hard captions in base64."""
    negatives = [[n.caption, n.concreteness, _encode(n.picture), n.positive] for n in row.negatives]
    return json.dumps([row.id, row.caption, row.place, row.image, negatives]).encode()


def row_from_text(text: str) -> Row:
    """The row of `row_to_text`."""
    identity, caption, place, image, negatives = json.loads(text)
    decoded = (Negative(c, r, None if p is None else base64.b64decode(p), t) for c, r, p, t in negatives)
    return Row(identity, caption, None, tuple(decoded), place, image=image)


def _encode(picture: object) -> str | None:
    if picture is None:
        return None
    if not isinstance(picture, bytes):
        with open_member(picture) as file:
            picture = file.read()
    return base64.b64encode(picture).decode()


def open_member(picture: Any) -> io.BytesIO:
    """The bytes of a tar's member, or of a file that a record names."""
    if isinstance(picture, str):
        with open(picture, "rb") as file:
            return io.BytesIO(file.read())
    with open(picture.tar, "rb") as file:
        file.seek(picture.offset)
        return io.BytesIO(file.read(picture.size))
