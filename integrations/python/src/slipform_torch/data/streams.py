"""Hard captions of webdataset's samples."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Any

import torch

from .choose import Epoch, Layout
from .dataset import HardCaptions, Tokenizer, Transform
from .errors import DataError, shorten
from .files import Source, expand, read_negatives
from .pictures import open_picture
from .rows import Negative, Row
from .tar import IMAGES, caption_of_sample, image_of_sample, negatives_of_sample, text_in

Sample = dict[str, Any]


class DecodeNegatives:
    """A stage for webdataset's `map`: adds `hard_text` [K, L], `concreteness`, `valid` [K], `text_ids` [1 + K] and `groups`.

    In the layouts triplet and paired also `hard_image` [C, H, W], and `image`, the sample's picture by the same transform.
    It stands before or behind `decode()`. A shard that was mined into (`slipform-plant mine in.tar -o out.tar`) has its
    negatives in it; those of a side tar, JSON lines, TSV or Parquet come by `JoinNegatives` before.

        dataset = wds.WebDataset(shards).decode("pilrgb").map(DecodeNegatives(tokenizer, hard=2))
        dataset.to_tuple("jpg", "txt", "hard_text", "concreteness", "valid", "text_ids", "groups")

    Args: as of NegativesDataset. `epoch`: an `Epoch` that your loop sets, so that each epoch draws anew.
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        transform: Transform | None = None,
        *,
        hard: int = 1,
        layout: Layout = "captions",
        seed: int = 0,
        rated: bool = True,
        epoch: Epoch | None = None,
    ) -> None:
        self.epoch = Epoch() if epoch is None else epoch
        self._hard = HardCaptions(
            tokenizer, transform, hard=hard, layout=layout, seed=seed, rated=rated, epoch=self.epoch
        )

    def __call__(self, sample: Sample) -> Sample:
        row = row_of_sample(sample)
        added: Sample = {}
        if self._hard.choice.layout != "captions":
            if row.picture is None:
                raise DataError(f"{row.place} has no picture")
            assert self._hard.transform is not None
            added["image"] = self._hard.transform(open_picture(row.picture, row.place))
        shape = added["image"].shape if added else torch.Size()
        made = self._hard(row, shape)
        return {**sample, **added, **{name: part for name, part in made.items() if name != "text"}}


def row_of_sample(sample: Sample) -> Row:
    """A sample as a row: without negatives if it has no members of ours."""
    place = f"{sample.get('__url__', 'a shard')}, sample {sample.get('__key__')}"
    picture = next((sample[kind] for kind in IMAGES if kind in sample), None)
    negatives = sample["__negatives__"] if "__negatives__" in sample else negatives_of_sample(sample, place)
    caption, image = caption_of_sample(sample, place), image_of_sample(sample, place)
    return Row(str(sample.get("__key__")), caption, picture, negatives or (), place, image=image)


class JoinNegatives:
    """A stage for webdataset's `compose`: brings negatives from files beside the shards, joined by `__key__`.

    Of each shard, `out/00007.tar`, the negatives lie in the file of the same name, `negatives/00007.jsonl` (or .tar, .tsv,
    .parquet), whose rows have the samples' keys as ids. One file alone serves all shards. The negatives of one shard at
    a time are held. A sample without a row has no negatives.

        wds.WebDataset("in/{00000..00009}.tar").compose(JoinNegatives("negatives/{00000..00009}.jsonl"))
    """

    def __init__(self, source: Source) -> None:
        self._files = expand(source)
        self._by_name = {name_of(file): file for file in self._files}
        if len(self._by_name) < len(self._files):
            raise DataError("files of negatives must have different names, those of their shards")
        self._held: tuple[str, dict[str, tuple[str, tuple[Negative, ...]]]] = ("", {})

    def file_for(self, shard: str) -> str:
        """The file of a shard's negatives.

        :raises DataError: if there is none of its name.
        """
        if len(self._files) == 1:
            return self._files[0]
        file = self._by_name.get(name_of(shard))
        if file is None:
            raise DataError(
                f"{shard} has no file of negatives: its name would be {name_of(shard)}.jsonl or the like"
            )
        return file

    def __call__(self, samples: Iterable[Sample]) -> Iterator[Sample]:
        last: tuple[str, str] | None = None  # shard, key
        seen: set[str] = set()
        for sample in samples:
            shard = sample["__url__"]
            if last is not None and last[0] != shard:
                self._refuse_lost(*last, seen)
                seen = set()
            last = (shard, sample["__key__"])
            seen.add(sample["__key__"])
            file = self.file_for(shard)
            if self._held[0] != file:
                rows = read_negatives(file)
                self._held = (
                    file,
                    {row.id: (row.caption, row.negatives) for row in map(rows.__getitem__, range(len(rows)))},
                )
            caption, negatives = self._held[1].get(sample["__key__"], (None, ()))
            found = sample.get("txt")
            text = None if found is None else text_in(found, "txt", f"{shard}, sample {sample['__key__']}")
            if (
                caption is not None
                and text is not None
                and " ".join(text.split()) != " ".join(caption.split())
            ):
                raise DataError(
                    f"{file} belongs to other shards: its caption of {sample['__key__']} is not that of {shard}"
                )
            sample["__negatives__"] = negatives
            yield sample
        if last is not None:
            self._refuse_lost(*last, seen)

    def _refuse_lost(self, shard: str, key: str, seen: set[str]) -> None:
        """Refuses a shard with a file of its own, under half of whose captions with negatives found a sample."""
        if len(self._files) == 1:  # it serves other shards too
            return
        file, rows = self._held
        there = [identity for identity, (_, negatives) in rows.items() if negatives]
        found = sum(identity in seen for identity in there)
        if 2 * found < len(there):
            raise DataError(
                f"{found} of {len(there)} captions with negatives of {file} find a sample in {shard}: "
                f"{shorten(key)} in the shard, {shorten(there[0])} in the file; mine that shard itself"
            )


def name_of(file: str) -> str:
    """A file's name without folder and extension."""
    return os.path.basename(file).partition(".")[0]
