"""Which K of a caption's negatives take part in an epoch."""

from __future__ import annotations

import random
from typing import Literal, get_args

import torch

from .errors import DataError
from .rows import Negative, Row

#: As in CementLoss: only captions are changed, or pictures too.
Layout = Literal["captions", "triplet", "paired"]


class Epoch:
    """The number of an epoch, seen by all worker processes of a DataLoader, also by those that live on."""

    def __init__(self, value: int = 0) -> None:
        self._value = torch.tensor([value], dtype=torch.int64)
        self._value.share_memory_()

    def set_value(self, epoch: int) -> None:
        """open_clip's name for it."""
        self._value[0] = epoch

    def get_value(self) -> int:
        """The epoch that is under way, from 0."""
        return int(self._value[0])


class Choice:
    """Draws K hard captions of a row, anew for each epoch, by seed, epoch and id alone.

    So the draw is the same in every worker and on every rank, and a run that is resumed goes on as it would have.
    """

    def __init__(self, hard: int, layout: Layout, seed: int) -> None:
        if layout not in get_args(Layout):
            raise DataError(f"layout must be one of {', '.join(get_args(Layout))}, got {layout!r}")
        if isinstance(hard, bool) or not isinstance(hard, int) or not 1 <= hard <= 100:
            raise DataError(f"hard must be an integer from 1 to 100, got {hard!r}")
        if layout != "captions" and hard != 1:
            raise DataError(
                f"hard must be 1 in the {layout} layout, since each hard caption has one picture, got {hard}"
            )
        self.hard, self.layout, self.seed = hard, layout, seed

    def __call__(self, row: Row, epoch: int) -> list[Negative]:
        """At most `hard` negatives of the row, all of one true text; in triplet and paired only those with a picture."""
        there = [n for n in row.negatives if self.layout == "captions" or n.picture is not None]
        if len(there) > self.hard or any(n.positive is not None for n in there):
            drawn = random.Random(f"{self.seed}/{epoch}/{row.id}/{row.caption}")
            there = drawn.sample(there, min(len(there), self.hard))
        return [n for n in there if n.positive == there[0].positive]


def true_text(row: Row, chosen: list[Negative]) -> str:
    """What the chosen negatives differ from: the caption, or the caption with a detail more."""
    return (chosen[0].positive if chosen else None) or row.caption
