"""Embeddings of the training pairs by the model that the training starts from, kept in the run's folder."""

from __future__ import annotations

import math
import os
import re
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from ..data.errors import DataError
from ..data.rows import Rows
from .retention import Judge


@dataclass(frozen=True)
class Start:
    """Row i of the data lies in part i mod P, at place i div P."""

    parts: list[dict[str, Tensor]]

    @property
    def scale(self) -> float:
        """1/τ of the start."""
        return math.exp(self.parts[0]["logit_scale"].item())

    def of(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        """Images and captions of these rows `[n]`, float32 `[n, D]` each."""
        part, place = rows % len(self.parts), rows // len(self.parts)
        images, captions = (
            torch.empty(len(rows), self.parts[0][name].shape[1]) for name in ("images", "captions")
        )
        for index, stored in enumerate(self.parts):
            here = part == index
            images[here] = stored["images"][place[here]].float()
            captions[here] = stored["captions"][place[here]].float()
        return images, captions


def keep_start(folder: str, args: Any, judge: Judge, model: nn.Module, rows: Rows, *, epoch: int) -> Start:
    """What the folder holds since the run began; else each process embeds its share of the rows, by unmoved pictures.

    In float16: 2 bytes a number.

    :raises DataError: where a run goes on whose start is not there.
    """
    found = read_start(folder)
    if found is not None:
        return found
    if epoch > 0:
        raise DataError(
            f"--keep-close needs the embeddings of the start, and {folder} has none: start a new run"
        )
    share = range(args.rank, len(rows), args.world_size)
    some = [rows[index] for index in share]
    for row in some:
        if row.picture is None:
            raise DataError(f"{row.place} names no picture, which --keep-close embeds before the training")
        if any(negative.positive is not None for negative in row.negatives):
            raise DataError(
                f"{row.place} has negatives of a longer caption (positive), and --keep-close keeps one embedding of each "
                "caption: mine without them"
            )
    images, captions = judge.embed(
        [(row.picture, row.place) for row in some], [row.caption for row in some], model
    )
    part = {
        "images": images.half(),
        "captions": captions.half(),
        "logit_scale": torch.as_tensor(model.logit_scale).detach().float().cpu(),
    }
    os.makedirs(folder, exist_ok=True)
    file = os.path.join(folder, f"{args.rank}-of-{args.world_size}.pt")
    torch.save(part, f"{file}.new")
    os.replace(f"{file}.new", file)
    if args.world_size > 1:
        torch.distributed.barrier()
    found = read_start(folder)
    assert found is not None
    return found


def read_start(folder: str) -> Start | None:
    """The parts of a folder; None where one is missing."""
    names = os.listdir(folder) if os.path.isdir(folder) else []
    counts = {int(match[1]) for name in names if (match := re.fullmatch(r"\d+-of-(\d+)\.pt", name))}
    for count in counts:
        files = [os.path.join(folder, f"{rank}-of-{count}.pt") for rank in range(count)]
        if all(map(os.path.isfile, files)):
            return Start(
                [torch.load(file, map_location="cpu", weights_only=True, mmap=True) for file in files]
            )
    return None
