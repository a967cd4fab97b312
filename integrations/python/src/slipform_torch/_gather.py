"""One batch out of the batches of all ranks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, TypedDict

import torch
import torch.distributed as dist
from torch import Tensor

from ._batch import Batch
from ._refuse import refuse


class Facts(TypedDict):
    """What ranks tell each other of their batches before they gather them."""

    shape: tuple[int, ...]  # N, K, D
    dtypes: dict[str, str | None]
    scale: float


@dataclass
class Gatherer:
    """Gathers batches over `world_size` ranks, in their order.

    Where `with_grad` holds, gradients flow back to all ranks; else only this rank's rows have one. As open_clip's loss, it
    needs the same number of pairs on every rank. Ranks tell each other first what they have, and whether they refuse it:
    a rank that raised alone would leave the others waiting. With NCCL they do so with the first batch only, since it waits
    for the device.
    """

    rank: int
    world_size: int
    with_grad: bool
    where: str
    """What messages begin with."""
    _checked: bool = False

    @torch.compiler.disable  # collectives stand between graphs
    def __call__(self, read: Callable[[], tuple[Batch, Tensor | float]]) -> tuple[Batch, Tensor | float]:
        """The batch of all ranks, of what `read()` gives on this one, and its scale."""
        if not dist.is_available() or not dist.is_initialized():
            remedy = "call torch.distributed.init_process_group first, or leave world_size at 1"
            refuse(self.where, "world_size", "be 1 outside torch.distributed", self.world_size, remedy)
        if self._checked and dist.get_backend() == dist.Backend.NCCL:
            batch, scale = read()
        else:
            batch, scale = self._agreed(read)
            self._checked = True
        parts = {field.name: getattr(batch, field.name) for field in fields(batch)}
        gathered = {
            name: self._gather(part) for name, part in parts.items() if part is not None and part.ndim
        }
        return replace(batch, **gathered), scale

    def _agreed(self, read: Callable[[], tuple[Batch, Tensor | float]]) -> tuple[Batch, Tensor | float]:
        """What `read` gives, where no rank refuses and all have the same. All ranks raise the same sentence else."""
        made: tuple[Batch, Tensor | float] | None = None
        facts: Facts | str
        try:
            self._check_place()
            made = read()
            facts = _facts(*made)
        except Exception as error:  # of any kind: nothing may keep a rank from the collective below
            facts = str(error)
        all_: list[Facts | str] = [""] * dist.get_world_size()
        dist.all_gather_object(all_, facts)
        told: list[Facts] = []
        for rank, each in enumerate(all_):
            if isinstance(each, str):
                raise ValueError(each.replace(self.where, f"{self.where}, rank {rank}", 1))
            told.append(each)
        self._check_alike(told)
        assert made is not None
        return made

    def _check_place(self) -> None:
        if dist.get_world_size() != self.world_size or dist.get_rank() != self.rank:
            raise ValueError(
                f"{self.where}: rank and world_size must be those of torch.distributed's process group, "
                f"got rank {self.rank} of {self.world_size}; "
                f"there it is rank {dist.get_rank()} of {dist.get_world_size()}."
            )

    def _check_alike(self, all_: list[Facts]) -> None:
        """Every rank must bring the same entries in the same shapes and types, or a collective would hang or mix rows."""
        if any(each["shape"] != all_[0]["shape"] for each in all_):
            rule = "have the same N, K and D on every rank"
            came = "; ".join("N {}, K {}, D {}".format(*each["shape"]) for each in all_)
            raise ValueError(
                f"{self.where}: the batch must {rule}, got {came}; let the loader drop its last, smaller batch."
            )
        for name in all_[0]["dtypes"]:
            dtypes = [each["dtypes"][name] for each in all_]
            if None in dtypes and any(dtypes):
                raise ValueError(
                    f"{self.where}: hard_image_features, concreteness, valid, groups and text_ids must each be passed on "
                    "every rank or on no rank, got a mixture; pass valid of ones where all hard captions are there."
                )
            if len(set(dtypes)) > 1:
                raise ValueError(
                    f"{self.where}: {name} must have the same dtype on every rank, got {'; '.join(map(str, dtypes))}; "
                    "convert it before."
                )
        scales = [each["scale"] for each in all_]
        if max(scales) - min(scales) > 1e-3 * max(scales):
            raise ValueError(
                f"{self.where}: logit_scale must be the same on every rank, got {'; '.join(map(str, scales))}; "
                "as a parameter of the model in DistributedDataParallel it is."
            )

    def _gather(self, part: Tensor) -> Tensor:
        part = part.contiguous()
        if part.dtype == torch.bool:
            return self._gather(part.to(torch.uint8)) != 0
        if self.with_grad:
            gather: Callable[[Tensor, int, int], Tensor] = _AllGather.apply
            return gather(part, self.rank, self.world_size)
        parts = _all_parts(part, self.world_size)
        parts[self.rank] = part  # this rank's own rows keep their gradient
        return torch.cat(parts)


NAMES = {
    "images": "image_features",
    "captions": "text_features",
    "hard_captions": "hard_text_features",
    "hard_images": "hard_image_features",
    "teacher_images": "teacher_image_features",
    "teacher_captions": "teacher_text_features",
    "teacher_hard": "teacher_hard_text_features",
    "teacher_scale": "teacher_logit_scale",
}


def _facts(batch: Batch, scale: Tensor | float) -> Facts:
    dtypes: dict[str, str | None] = {}
    for field in fields(batch):
        part = getattr(batch, field.name)
        dtypes[NAMES.get(field.name, field.name)] = (
            None if part is None else str(part.dtype).removeprefix("torch.")
        )
    return {
        "shape": tuple(batch.hard_captions.shape),
        "dtypes": dtypes,
        "scale": float(scale.detach() if isinstance(scale, Tensor) else scale),
    }


def _all_parts(part: Tensor, world_size: int) -> list[Tensor]:
    parts = [torch.empty_like(part) for _ in range(world_size)]
    dist.all_gather(parts, part.detach())
    return parts


class _AllGather(torch.autograd.Function):
    """`[N, …]` of each rank as `[N·world_size, …]` on every rank; its gradient is the sum of those of all ranks."""

    @staticmethod
    def forward(ctx: Any, part: Tensor, rank: int, world_size: int) -> Tensor:
        ctx.rank, ctx.world_size = rank, world_size
        return torch.cat(_all_parts(part, world_size))

    @staticmethod
    def backward(ctx: Any, *gradients: Tensor) -> tuple[Tensor, None, None]:
        gradient = gradients[0].contiguous()
        if dist.get_backend() == dist.Backend.NCCL:
            mine = gradient.new_empty(len(gradient) // ctx.world_size, *gradient.shape[1:])
            dist.reduce_scatter_tensor(mine, gradient)
            return mine, None, None
        summed = gradient.clone()
        dist.all_reduce(summed)
        return summed.chunk(ctx.world_size)[ctx.rank], None, None
