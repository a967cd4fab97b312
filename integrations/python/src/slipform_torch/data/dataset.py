"""A torch Dataset of captions, pictures and hard captions."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeGuard, cast

import torch
from torch.utils.data import Dataset

from .._texts import text_ids
from .choose import Choice, Epoch, Layout, true_text
from .errors import DataError
from .files import Source, read_negatives
from .pictures import open_picture
from .rows import Row, Rows

#: Texts to ids: `tokenizer(["a dog", "a cat"])` is an integer tensor [2, L], as open_clip's tokenizers give it.
Tokenizer = Callable[[list[str]], torch.Tensor]
#: A picture (PIL) to a float tensor [C, H, W].
Transform = Callable[[Any], torch.Tensor]


class HardCaptions:
    """Makes the tensors of a row's captions: what a batch of CementLoss needs beside images.

    - `text` [L], ids of the row's own
    - `hard_text` [K, L], ids; a slot that stays empty is the empty text
    - `concreteness` [K], float32, 1 to 5; 1 in an empty slot
    - `valid` [K], float32, 1 or 0 for an empty slot
    - `text_ids` [1 + K], int64, equal for equal texts of the batch: the caption's, then those of the hard captions
    - `groups` [], int64, equal for captions of one image
    - `hard_image` [C, H, W] in the layouts triplet and paired; zeros in an empty slot
    """

    def __init__(
        self,
        tokenizer: Tokenizer,
        transform: Transform | None,
        *,
        hard: int,
        layout: Layout,
        seed: int,
        rated: bool,
        epoch: Epoch,
    ) -> None:
        self.choice = Choice(hard, layout, seed)
        if layout != "captions" and transform is None:
            raise DataError(f"the {layout} layout needs pictures of the hard captions, and so a transform")
        self.tokenizer, self.transform, self.rated, self.epoch = tokenizer, transform, rated, epoch

    def __call__(
        self, row: Row, shape: torch.Size, folders: tuple[str, ...] = ("",)
    ) -> dict[str, torch.Tensor]:
        """`shape` is that of a picture, for an empty slot."""
        chosen = self.choice(row, self.epoch.get_value())
        empty = self.choice.hard - len(chosen)
        ratings = [negative.concreteness for negative in chosen]
        if self.rated and None in ratings:
            raise DataError(
                f"{row.place} has no concreteness, which adaptive margins need: take a static margin, and rated=False"
            )
        tokens = self.tokenizer(
            [true_text(row, chosen)] + [negative.caption for negative in chosen] + [""] * empty
        )
        item = {
            "text": tokens[0],
            "hard_text": tokens[1:],
            "text_ids": text_ids(tokens[0], tokens[1:]),
            "groups": torch.tensor(row.group),
            "concreteness": torch.tensor([1.0 if r is None else r for r in ratings] + [1.0] * empty),
            "valid": torch.tensor([1.0] * len(chosen) + [0.0] * empty),
        }
        if self.choice.layout != "captions":
            assert self.transform is not None
            picture = chosen[0].picture if chosen else None
            item["hard_image"] = (
                torch.zeros(shape)
                if picture is None
                else self.transform(open_picture(picture, row.place, folders))
            )
        return item


class NegativesDataset(Dataset[dict[str, torch.Tensor]]):
    """Captions with their pictures and K hard captions, from files of `slipform-plant`.

    An item is a dict that torch's default collate makes batches of:

    - `image` [C, H, W], if there is a `transform`
    - `text` [L]
    - `hard_text` [K, L], `concreteness` [K] (1 to 5), `valid` [K] (0 for a slot that stays empty)
    - `text_ids` [1 + K], equal for equal texts, so that the loss takes none of them for another's negative
    - `groups` [], equal for captions of one image (`imageId`, else its path), which are no negatives of each other
    - `hard_image` [C, H, W] in the layouts triplet and paired (K = 1)

    Args:
        source: files as `read_negatives` takes them, or its result.
        tokenizer: texts to ids, `tokenizer(list of texts)` → [n, L]; `open_clip.get_tokenizer(name)` is one.
        transform: picture → tensor; None leaves pictures out.
        hard: K, how many hard captions of a row, 1 to 100; of more than K, K are drawn anew for each epoch.
        layout: captions, triplet or paired, as in CementLoss.
        image_root: the folder of the pictures; default: paths are taken from where the program runs.
        hard_image_root: the folder of the hard captions' pictures; default: that of the file, then `image_root`.
        seed: fixes what is drawn; the draw also depends on the epoch and the row's id, and on no worker or rank.
        rated: whether a negative must have its concreteness; False for margins that don't need it.

    Raises DataError (a ValueError) of one sentence that names file and line, or the argument.
    """

    def __init__(
        self,
        source: Source | Rows,
        tokenizer: Tokenizer,
        transform: Transform | None = None,
        *,
        hard: int = 1,
        layout: Layout = "captions",
        image_root: str | os.PathLike[str] | None = None,
        hard_image_root: str | os.PathLike[str] | None = None,
        seed: int = 0,
        rated: bool = True,
    ) -> None:
        self.epoch = Epoch()
        self._hard = HardCaptions(
            tokenizer, transform, hard=hard, layout=layout, seed=seed, rated=rated, epoch=self.epoch
        )
        rows = read_negatives(source) if is_source(source) else source
        self.rows: Rows = cast(Rows, rows)
        self._transform = transform
        self._folder = "" if image_root is None else os.fspath(image_root)
        self._hard_folder = None if hard_image_root is None else os.fspath(hard_image_root)

    def set_epoch(self, epoch: int) -> None:
        """Draws other hard captions. Call it before each epoch, as with a DistributedSampler."""
        self.epoch.set_value(epoch)

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, index: int) -> dict[str, torch.Tensor]:
        row = self.rows[index]
        item: dict[str, torch.Tensor] = {}
        shape = torch.Size()
        if self._transform is not None:
            if row.picture is None:
                raise DataError(
                    f"{row.place} names no picture: mine with --fields image=NAME, or from a shard with pictures"
                )
            item["image"] = self._transform(open_picture(row.picture, row.place, (self._folder,)))
            shape = item["image"].shape
        folders = (
            (os.path.dirname(row.file), self._folder) if self._hard_folder is None else (self._hard_folder,)
        )
        return {**item, **self._hard(row, shape, folders)}


def is_source(source: Source | Rows) -> TypeGuard[Source]:
    """Whether these are names of files."""
    if isinstance(source, list | tuple):
        return all(isinstance(entry, str | os.PathLike) for entry in source)
    return isinstance(source, str | os.PathLike)
